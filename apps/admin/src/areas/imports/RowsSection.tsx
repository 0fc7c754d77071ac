import { Table } from '@mantine/core'
import { useQuery } from '@apollo/client/react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { RowsSection_RowsQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Icon } from '@vises/ui/Icon.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import styles from './Imports.module.css'
import type { Import } from './useImport.ts'

const RowsSection_Rows = graphql(`
  query RowsSection_Rows($id: ID!, $only: ImportRows!, $after: String) {
    importRows(id: $id, only: $only, first: 50, after: $after) {
      nodes {
        rowNumber
        cells
        faults {
          field
          header
          code
          text
          firstRow
        }
        enterpriseId
        enterpriseName
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

type Kind = 'faulty' | 'create' | 'update' | 'unchanged' | 'kept'
type Row = RowsSection_RowsQuery['importRows']['nodes'][number]

/** The rows of an import, one kind at a time; the kind stands in the address. */
export function RowsSection({ batch, kinds }: { batch: Import; kinds: Kind[] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('imports')
  const [search, setSearch] = useSearchParams()
  const countOf: Record<Kind, number> = {
    faulty: batch.faultyCount ?? 0,
    create: batch.createdCount ?? 0,
    update: batch.updatedCount ?? 0,
    unchanged: batch.unchangedCount ?? 0,
    kept: batch.keptCount ?? 0,
  }
  const filled = kinds.filter((kind) => countOf[kind] > 0)
  const kind = filled.find((one) => one === search.get('rows')) ?? filled[0]
  if (!kind) return null

  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t('rowsTitle')}</h2>
      {filled.length > 1 && (
        <div className={styles.kinds} role="group" aria-labelledby="rows">
          {filled.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === kind}
              onClick={() =>
                setSearch(
                  (before) => {
                    before.set('rows', one)
                    return before
                  },
                  { replace: true },
                )
              }
            >
              {t(`kind.${one}`, { count: countOf[one] })}
            </button>
          ))}
        </div>
      )}
      {kind === 'faulty' && <FaultyDownload id={batch.id} />}
      <Rows key={kind} batch={batch} kind={kind} />
    </section>
  )
}

function FaultyDownload({ id }: { id: string }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('imports')
  const address = (format: string) => `/api/imports/${id}/faulty.${format}?lang=${language}`
  return (
    <p className={styles.downloads}>
      <Icon name="download" />
      <span>{t('downloadFaulty')}</span>
      <a href={address('xlsx')} download>
        {t('asXlsx')}
      </a>
      <a href={address('csv')} download>
        {t('asCsv')}
      </a>
    </p>
  )
}

function Rows({ batch, kind }: { batch: Import; kind: Kind }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('imports')
  const { data, error, refetch, fetchMore, loading } = useQuery(RowsSection_Rows, {
    variables: { id: batch.id, only: kind },
    fetchPolicy: 'cache-and-network',
  })
  const rows = data?.importRows.nodes ?? []
  const nameColumn = batch.mapping.find(({ field }) => field === 'name')?.column
  const nameOf = (row: Row) => row.enterpriseName ?? (nameColumn === undefined ? '' : (row.cells[nameColumn] ?? ''))

  if (error && !data) return <FailedState what={t('rowsFailed')} error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton kind="table" rows={5} />
  if (rows.length === 0) return <EmptyState title={t('noRows')} />
  return (
    <>
      <Table className={styles.list} aria-labelledby="rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('row')}</Table.Th>
            <Table.Th scope="col">{t('enterprise')}</Table.Th>
            {kind === 'faulty' && <Table.Th scope="col">{t('toMend')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.rowNumber}>
              <Table.Td className={styles.number} data-label={t('row')}>
                {row.rowNumber}
              </Table.Td>
              <Table.Th scope="row">
                {row.enterpriseName && row.enterpriseId ? (
                  <Link to={`/${language}/enterprises/${row.enterpriseId}`}>{row.enterpriseName}</Link>
                ) : (
                  nameOf(row) || <span className={styles.soft}>{t('nameless')}</span>
                )}
              </Table.Th>
              {kind === 'faulty' && (
                <Table.Td>
                  <Faults faults={row.faults} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {data.importRows.pageInfo.hasNextPage && (
        <Button
          busy={loading}
          onClick={() => void fetchMore({ variables: { after: data.importRows.pageInfo.endCursor } })}
        >
          {t('more')}
        </Button>
      )}
    </>
  )
}

/** What is wrong with a row: the column, the reason, the cell as it came. */
function Faults({ faults }: { faults: Row['faults'] }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('imports')
  const textById = useTextById()
  return (
    <ul className={styles.faults}>
      {faults.map(({ field, header, code, text, firstRow }) => (
        <li key={`${field} ${code}`}>
          <strong>{header ?? textById(`imports.field.${field}`) ?? field}</strong>
          {' – '}
          {textById(`imports.fault.${code}`, { row: firstRow }) ?? t('fault.unknown')}
          {text && <q className={styles.cell}>{text.length > 200 ? `${text.slice(0, 200)}…` : text}</q>}
        </li>
      ))}
    </ul>
  )
}
