import { useMutation } from '@apollo/client/react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { RecordKind } from '@vises/schema/client/graphql'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { DemoBadge } from '@vises/ui/DemoBadge.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { Codes } from './Codes.tsx'
import styles from './Records.module.css'
import { KINDS, useRecords, type RecordRow } from './useRecords.ts'

const RecordsPage_Create = graphql(`
  mutation RecordsPage_Create($input: CreateRecordInput!) {
    createRecord(input: $input) {
      record {
        id
      }
    }
  }
`)

/** All records of the enterprise by kind, and the themes found in them. */
export function ListPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('records')
  const [address, setAddress] = useSearchParams()
  const archived = address.has('archived')
  const kind = KINDS.find((one) => one === address.get('kind'))
  const { enterpriseId, writes, found, error, refetch } = useRecords(archived)
  const [create, creating] = useMutation(RecordsPage_Create)
  const go = useNavigate()
  const rows = found?.records.filter((row) => !kind || row.kind === kind) ?? []
  const narrow = (next: RecordKind | undefined) =>
    setAddress({ ...(next && { kind: next }), ...(archived && { archived: '' }) }, { replace: true })

  const begin = async (of: RecordKind) => {
    const input = { enterpriseId, kind: of, title: t(`untitled.${of}`), language }
    const answer = await create({ variables: { input } }).catch(() => undefined)
    const id = answer?.data?.createRecord.record?.id
    if (id) await go(`/${language}/records/${id}`)
  }

  return (
    <Page
      title={archived ? t('archivedTitle') : t('title')}
      lead={t('lead')}
      crumbs={archived ? [{ label: t('title'), to: `/${language}/records` }] : undefined}
      actions={
        !archived && (
          <>
            <ButtonLink icon="quote" to={`/${language}/records/excerpts`}>
              {t('allExcerpts')}
            </ButtonLink>
            <ButtonLink variant="quiet" icon="archive" to={`/${language}/records?archived`}>
              {t('showArchived')}
            </ButtonLink>
          </>
        )
      }
    >
      {error && !found && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {creating.error && <FailedState what={t('createFailed')} error={creating.error} />}
      {!found && !error && <Skeleton kind="cards" rows={4} />}
      {found && found.consentsAwaited > 0 && !archived && (
        <Notice tone="info">
          <Link to={`/${language}/records/excerpts?consent=asked`}>
            {t('consentsAwaited', { count: found.consentsAwaited })}
          </Link>
        </Notice>
      )}
      {found && writes && !archived && (
        <section aria-labelledby="begin">
          <h2 id="begin">{t('begin')}</h2>
          <ul className={styles.kinds}>
            {KINDS.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  className={styles.kind}
                  onClick={() => void begin(one)}
                  disabled={creating.loading}
                >
                  <strong>{t(`kind.${one}`)}</strong>
                  <span>{t(`about.${one}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found && (
        <section aria-labelledby="records">
          <h2 id="records">{t('records')}</h2>
          {found.records.length > 0 && (
            <div className={styles.filters} role="group" aria-label={t('filter')}>
              <Button variant="quiet" aria-pressed={!kind} onClick={() => narrow(undefined)}>
                {t('all', { count: found.records.length })}
              </Button>
              {KINDS.filter((one) => found.records.some((row) => row.kind === one)).map((one) => (
                <Button key={one} variant="quiet" aria-pressed={kind === one} onClick={() => narrow(one)}>
                  {t('ofKind', {
                    kind: t(`kinds.${one}`),
                    count: found.records.filter((row) => row.kind === one).length,
                  })}
                </Button>
              ))}
            </div>
          )}
          {rows.length === 0 ? (
            <EmptyState title={archived ? t('noneArchived') : t('none')}>{!archived && t('noneText')}</EmptyState>
          ) : (
            <ul className={styles.cards}>
              {rows.map((row) => (
                <Card key={row.id} row={row} />
              ))}
            </ul>
          )}
        </section>
      )}
      {found && !archived && (
        <Codes codes={found.codes} enterpriseId={enterpriseId} writes={writes} onChanged={refetch} />
      )}
    </Page>
  )
}

function Card({ row }: { row: RecordRow }) {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('records')
  const facts = [
    t(`kind.${row.kind}`),
    row.happenedOn && formatDay(row.happenedOn),
    row.participants,
    row.participantCount ? t('people', { count: row.participantCount }) : undefined,
    row.kind === 'register' ? t('rows', { count: row.rowCount }) : t('excerpts', { count: row.excerptCount }),
  ]
  return (
    <li className={styles.card}>
      <Link to={`/${language}/records/${row.id}`}>{row.title}</Link>
      {row.isDemo && <DemoBadge />}
      <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
