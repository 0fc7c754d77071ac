import { useEffect, useRef, useState } from 'react'
import { Table } from '@mantine/core'
import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { AuditPage_LogQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { TextField } from '@vises/ui/Field.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import { WideTable } from '../../pictures/WideTable.tsx'
import { tellingValues } from './audit-fields.ts'
import styles from './AuditPage.module.css'
import { useAuditWords } from './useAuditWords.ts'

const AuditPage_Log = graphql(`
  query AuditPage_Log($filter: AuditFilter!, $after: String) {
    auditLog(filter: $filter, first: 50, after: $after) {
      nodes {
        id
        at
        actorName
        actorRole
        action
        objectType
        objectName
        old
        new
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const WRITING_MS = 500

type Entry = AuditPage_LogQuery['auditLog']['nodes'][number]

/** Who did what when, with the values before and after; nobody can change it. */
export default function AuditPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('audit')
  const words = useAuditWords()
  const [search, setSearch] = useSearchParams()
  const filter = { text: search.get('text') || null, from: search.get('from') || null, to: search.get('to') || null }
  const { data, error, refetch, fetchMore, loading } = useQuery(AuditPage_Log, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
  })
  const set = (key: string, value: string) =>
    setSearch(
      (before) => {
        if (value) before.set(key, value)
        else before.delete(key)
        return before
      },
      { replace: true },
    )
  const entries = data?.auditLog.nodes ?? []
  const more = () =>
    fetchMore({
      variables: { after: data?.auditLog.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        auditLog: { ...fetchMoreResult.auditLog, nodes: [...before.auditLog.nodes, ...fetchMoreResult.auditLog.nodes] },
      }),
    })

  return (
    <Page title={t('title')} lead={t('lead')}>
      <form role="search" className={styles.filters} onSubmit={(event) => event.preventDefault()}>
        <Narrow
          label={t('search')}
          type="search"
          given={search.get('text') ?? ''}
          onWritten={(to) => set('text', to)}
        />
        <Narrow label={t('from')} type="date" given={search.get('from') ?? ''} onWritten={(to) => set('from', to)} />
        <Narrow label={t('to')} type="date" given={search.get('to') ?? ''} onWritten={(to) => set('to', to)} />
      </form>
      {error && !data && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="table" rows={8} />}
      {data && entries.length === 0 && <EmptyState title={t('empty')} />}
      {entries.length > 0 && (
        <WideTable label={t('title')} minWidth={680}>
          <Table aria-label={t('title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('when')}</Table.Th>
                <Table.Th>{t('who')}</Table.Th>
                <Table.Th>{t('what')}</Table.Th>
                <Table.Th>{t('values')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} words={words} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      {data?.auditLog.pageInfo.hasNextPage && (
        <Button busy={loading} onClick={() => void more()}>
          {t('more')}
        </Button>
      )}
    </Page>
  )
}

interface NarrowProps {
  label: string
  type: 'search' | 'date'
  given: string
  onWritten: (value: string) => void
}

/** Waits for a pause in the writing before it asks: a year that is being typed is not yet the one that is meant. */
function Narrow({ label, type, given, onWritten }: NarrowProps) {
  const [value, setValue] = useState(given)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (value === given) return
    const timer = setTimeout(() => onWritten(value), WRITING_MS)
    return () => clearTimeout(timer)
  }, [value])
  // Back and forward: the field follows the address, unless someone is writing in it.
  useEffect(() => {
    if (document.activeElement !== field.current) setValue(given)
  }, [given])
  return (
    <TextField
      ref={field}
      label={label}
      type={type}
      optional
      value={value}
      onChange={(event) => setValue(event.target.value)}
    />
  )
}

function EntryRow({ entry, words }: { entry: Entry; words: ReturnType<typeof useAuditWords> }) {
  const { t, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('audit')
  const textById = useTextById()
  const { before, after } = tellingValues(entry.old, entry.new)
  return (
    <Table.Tr>
      <Table.Td>{formatDateTime(entry.at)}</Table.Td>
      <Table.Td>
        {entry.actorName}
        <br />
        <span className={styles.soft}>{textById(`ui.role.${entry.actorRole}`) ?? entry.actorRole}</span>
      </Table.Td>
      <Table.Td>
        {textById(`audit.action.${entry.action}`) ?? entry.action}
        {entry.objectName && <br />}
        {entry.objectName && <span className={styles.soft}>{entry.objectName}</span>}
      </Table.Td>
      <Table.Td>
        <Values label={t('before')} values={before} words={words} />
        <Values label={t('after')} values={after} words={words} />
      </Table.Td>
    </Table.Tr>
  )
}

interface ValuesProps {
  label: string
  values: { field: string; value: unknown }[]
  words: ReturnType<typeof useAuditWords>
}

function Values({ label, values, words }: ValuesProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('audit')
  if (values.length === 0) return null
  return (
    <div>
      <span className={styles.soft}>{label} </span>
      {values.map(({ field, value }) => (
        <span key={field} className={styles.value}>
          {field
            ? t('pair', { name: words.fieldName(field), value: words.valueText(field, value) })
            : words.valueText(field, value)}{' '}
        </span>
      ))}
    </div>
  )
}
