import { Table } from '@mantine/core'
import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { ImportsPage_ListQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { FileChooser } from './FileChooser.tsx'
import styles from './Imports.module.css'

const ImportsPage_List = graphql(`
  query ImportsPage_List($after: String) {
    imports(first: 30, after: $after) {
      nodes {
        id
        fileName
        status
        rowCount
        createdCount
        updatedCount
        faultyCount
        authorName
        createdAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Row = ImportsPage_ListQuery['imports']['nodes'][number]

/** Takes in a file of enterprises, and shows those that came before. */
export function ImportsPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('imports')
  const { data, error, refetch, fetchMore, loading } = useQuery(ImportsPage_List, { fetchPolicy: 'cache-and-network' })
  const rows = data?.imports.nodes ?? []

  return (
    <Page title={t('title')} lead={t('lead')}>
      <FileChooser />
      <section aria-labelledby="former">
        <h2 id="former">{t('former')}</h2>
        {error && !data && <FailedState what={t('listFailed')} error={error} onRetry={() => refetch()} />}
        {!data && !error && <Skeleton kind="table" rows={4} />}
        {data && rows.length === 0 && <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>}
        {rows.length > 0 && (
          <Table className={styles.list} aria-labelledby="former">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('fileName')}</Table.Th>
                <Table.Th scope="col">{t('status')}</Table.Th>
                <Table.Th scope="col">{t('content')}</Table.Th>
                <Table.Th scope="col">{t('when')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <ImportRow key={row.id} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        {data?.imports.pageInfo.hasNextPage && (
          <Button
            busy={loading}
            onClick={() => void fetchMore({ variables: { after: data.imports.pageInfo.endCursor } })}
          >
            {t('more')}
          </Button>
        )}
      </section>
    </Page>
  )
}

function ImportRow({ row }: { row: Row }) {
  const { t, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('imports')
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Link to={row.id}>{row.fileName}</Link>
      </Table.Th>
      <Table.Td>{t(`state.${row.status}`)}</Table.Td>
      <Table.Td>
        {row.createdCount == null
          ? t('rows', { count: row.rowCount })
          : t('summary', { created: row.createdCount, updated: row.updatedCount, faulty: row.faultyCount })}
      </Table.Td>
      <Table.Td>
        {formatDateTime(row.createdAt)}
        <br />
        <span className={styles.soft}>{row.authorName}</span>
      </Table.Td>
    </Table.Tr>
  )
}
