import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { CollectionPage_ListQuery } from '@vises/schema/client/graphql'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import { ShareBar } from './ShareBar.tsx'
import { useCountWords } from './useCountWords.ts'

const CollectionPage_List = graphql(`
  query CollectionPage_List($enterpriseId: ID!) {
    waves(enterpriseId: $enterpriseId) {
      id
      title
      status
      questionnaireId
      questionnaireTitle
      opensOn
      closesOn
      expected
      answers {
        count
        atLeast
      }
    }
  }
`)

type Row = CollectionPage_ListQuery['waves'][number]

/** All collections of the enterprise: those that run first. */
export function ListPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { membership, can } = useViewer()
  const { data, error, refetch } = useQuery(CollectionPage_List, {
    variables: { enterpriseId: membership?.enterpriseId ?? '' },
    fetchPolicy: 'cache-and-network',
  })
  const writes = can.includes('collection:write')
  const start = (
    <ButtonLink variant="primary" icon="plus" to={`/${language}/collection/new`}>
      {t('start')}
    </ButtonLink>
  )
  const rows = data?.waves
  return (
    <Page title={t('title')} lead={t('lead')} actions={writes && rows && rows.length > 0 && start}>
      {error && !rows && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!rows && !error && <Skeleton kind="cards" rows={3} />}
      {rows?.length === 0 && (
        <EmptyState title={t('none')} action={writes && start}>
          {t('noneText')}
        </EmptyState>
      )}
      {(['open', 'planned', 'closed'] as const).map((status) => {
        const some = rows?.filter((row) => row.status === status) ?? []
        return some.length === 0 ? null : (
          <section key={status} aria-labelledby={`of-${status}`}>
            <h2 id={`of-${status}`}>{t(`statuses.${status}`, { count: some.length })}</h2>
            <ul className={styles.cards}>
              {some.map((row) => (
                <Card key={row.id} row={row} />
              ))}
            </ul>
          </section>
        )
      })}
      {rows && rows.length > 0 && <p className={styles.note}>{t('fewerWhy')}</p>}
    </Page>
  )
}

function Card({ row }: { row: Row }) {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('collection')
  const words = useCountWords()
  const { status, opensOn, closesOn, expected } = row
  const when =
    status === 'planned'
      ? opensOn && t('opensOnDay', { day: formatDay(opensOn) })
      : closesOn && t(status === 'open' ? 'untilDay' : 'closedDay', { day: formatDay(closesOn) })
  return (
    <li className={styles.card}>
      <div className={styles.cardWords}>
        <Link to={`/${language}/collection/${row.id}`}>{row.title}</Link>
        <span className={styles.facts}>
          {[row.questionnaireTitle !== row.title && row.questionnaireTitle, when].filter(Boolean).join(' · ')}
        </span>
      </div>
      {status !== 'planned' && (
        <div className={styles.cardCount}>
          <strong>{words.answers(row.answers)}</strong>
          {expected !== null && <span className={styles.facts}>{t('ofExpected', { count: expected })}</span>}
          {expected !== null && expected > 0 && row.answers.count !== null && (
            <ShareBar share={row.answers.count / expected} />
          )}
        </div>
      )}
    </li>
  )
}
