import { useState, type ReactNode } from 'react'
import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { MyWork_WaitingQuery } from '@vises/schema/admin/graphql'
import { ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { lastVisit } from './last-visit.ts'
import styles from './MyWork.module.css'
import { Transfers } from './Transfers.tsx'
import { useStepTitles } from './useStepTitles.ts'

const MyWork_Waiting = graphql(`
  query MyWork_Waiting($since: DateTimeISO) {
    myWork(since: $since) {
      counts {
        gatesToCosign
        unansweredComments
        incomingTransfers
        importsWaiting
        overdue
        stalled
        withoutCoach
      }
      items {
        kind
        id
        enterpriseId
        name
        detail
        who
        since
      }
      news {
        stepsDone
        comments
        gatesAsked
        evaluationsStarted
      }
    }
  }
`)

type Work = MyWork_WaitingQuery['myWork']
type Item = Work['items'][number]
type Texts = typeof import('./texts.fr.json')

/** What waits for the person: the numbers, what is new since the last visit, then each thing with its way there. */
export function Waiting({ membershipId }: { membershipId: string }) {
  const { t, language } = useTexts<Texts>('my-work')
  const can = useCan()
  const [since] = useState(() => lastVisit(membershipId))
  const { data, error, refetch } = useQuery(MyWork_Waiting, { variables: { since }, fetchPolicy: 'cache-and-network' })
  if (error && !data) return <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton kind="cards" rows={6} />
  const { counts, items, news } = data.myWork
  const nothing = Object.values(counts).every((count) => !count || typeof count === 'string')

  return (
    <>
      <Numbers counts={counts} />
      {news && since && <News news={news} since={since} />}
      {nothing && (
        <EmptyState
          title={t('nothingWaits')}
          action={
            <ButtonLink icon="building" to={`/${language}/cohort`}>
              {t('toCohort')}
            </ButtonLink>
          }
        >
          {t('nothingWaitsText')}
        </EmptyState>
      )}
      <Items kind="gate" items={items} total={counts.gatesToCosign} />
      <Items kind="comment" items={items} total={counts.unansweredComments} />
      {can('enterprise:transfer') && counts.incomingTransfers > 0 && <Transfers onDecided={() => refetch()} />}
      <Items kind="import" items={items} total={counts.importsWaiting} />
      <Items
        kind="stalled"
        items={items}
        total={counts.stalled}
        more={`/${language}/cohort?stalled=true&sort=LAST_ACTIVITY${can('gate:cosign') ? '&mine=true' : ''}`}
      />
    </>
  )
}

/** Each number leads to what it counts. */
function Numbers({ counts }: { counts: Work['counts'] }) {
  const { t, language } = useTexts<Texts>('my-work')
  const can = useCan()
  const mine = can('gate:cosign') ? '&mine=true' : ''
  const cohort = `/${language}/cohort`
  const numbers: { key: Exclude<keyof Work['counts'], '__typename'>; to: string; shown?: boolean }[] = [
    { key: 'gatesToCosign', to: '#gate' },
    { key: 'unansweredComments', to: '#comment' },
    { key: 'incomingTransfers', to: '#transfer', shown: can('enterprise:transfer') },
    { key: 'importsWaiting', to: '#import', shown: can('enterprise:import') },
    { key: 'stalled', to: `${cohort}?stalled=true${mine}` },
    { key: 'overdue', to: `${cohort}?stallReason=overrun${mine}` },
    { key: 'withoutCoach', to: `${cohort}?withoutCoach=true`, shown: can('cohort:manage') },
  ]
  return (
    <ul className={styles.numbers} aria-label={t('numbers')}>
      {numbers
        .filter(({ shown = true }) => shown)
        .map(({ key, to }) => {
          const words: ReactNode = (
            <>
              <span className={styles.number}>{counts[key]}</span>
              <span>{t(`count.${key}`, { count: counts[key] })}</span>
            </>
          )
          return (
            <li key={key} className={counts[key] === 0 ? styles.zero : undefined}>
              {counts[key] === 0 ? (
                <span>{words}</span>
              ) : to.startsWith('#') ? (
                <a href={to}>{words}</a>
              ) : (
                <Link to={to}>{words}</Link>
              )}
            </li>
          )
        })}
    </ul>
  )
}

function News({ news, since }: { news: NonNullable<Work['news']>; since: string }) {
  const { t, formatDateTime, formatList } = useTexts<Texts>('my-work')
  const parts = (['stepsDone', 'comments', 'gatesAsked', 'evaluationsStarted'] as const)
    .filter((key) => news[key] > 0)
    .map((key) => t(`news.${key}`, { count: news[key] }))
  return (
    <p className={styles.news}>
      <strong>{t('sinceLastVisit', { when: formatDateTime(since) })}</strong>{' '}
      {parts.length > 0 ? formatList(parts) : t('noNews')}
    </p>
  )
}

function Items({
  kind,
  items,
  total,
  more,
}: {
  kind: 'gate' | 'comment' | 'import' | 'stalled'
  items: Item[]
  total: number
  more?: string
}) {
  const { t, language, formatRelativeDay, formatDay } = useTexts<Texts>('my-work')
  const can = useCan()
  const titleOf = useStepTitles()
  const shown = items.filter((item) => item.kind === kind)
  if (shown.length === 0) return null
  const reads = can('evaluation:comment')
  const toOf = ({ enterpriseId, detail, id }: Item) => {
    if (kind === 'import') return `/${language}/imports/${id}`
    const enterprise = `/${language}/enterprises/${enterpriseId}`
    if (!reads || kind === 'stalled' || !detail) return enterprise
    return `${enterprise}/evaluation/${kind === 'gate' ? 'gates' : 'steps'}/${detail}`
  }
  const words = ({ detail, who }: Item) => {
    if (kind === 'stalled') return t(`stall.${detail as 'quiet'}`)
    if (kind === 'import') return t(`import.${detail as 'checked'}`, { who: who ?? '' })
    return t(`who.${kind}`, { who: who ?? '', title: detail ? `${detail} ${titleOf(detail) ?? ''}`.trim() : '' })
  }
  return (
    <section aria-labelledby={kind} className={styles.section}>
      <h2 id={kind} tabIndex={-1}>
        {t(`kind.${kind}`)}
      </h2>
      <ul className={styles.items}>
        {shown.map((item) => (
          <li key={item.id}>
            <Link to={toOf(item)}>{item.name}</Link>
            <span>{words(item)}</span>
            <time dateTime={item.since} title={formatDay(item.since)}>
              {t(kind === 'stalled' ? 'lastActivity' : 'waits', { when: formatRelativeDay(item.since) })}
            </time>
          </li>
        ))}
      </ul>
      {total > shown.length && (
        <p>
          {more ? (
            <Link to={more}>{t('moreWait', { count: total - shown.length })}</Link>
          ) : (
            t('moreWait', { count: total - shown.length })
          )}
        </p>
      )}
    </section>
  )
}
