import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { Programme_AgendaQuery } from '@vises/schema/admin/graphql'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Programme.module.css'
import { lastDay, machineDay, usePreciseDay } from './words.ts'

const Programme_Agenda = graphql(`
  query Programme_Agenda {
    agenda {
      code
      startsOn
      precision
      place
      participants
      source {
        fr
        nl
        en
      }
      title {
        fr
        nl
        en
      }
      description {
        fr
        nl
        en
      }
    }
  }
`)

type AgendaEvent = Programme_AgendaQuery['agenda'][number]

/** Meetings and milestones: what comes, soonest first; what was, latest first. */
export function AgendaPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  const { data, error, refetch } = useQuery(Programme_Agenda)
  const today = new Date().toISOString().slice(0, 10)
  const events = data?.agenda ?? []
  const coming = events.filter(({ startsOn, precision }) => lastDay(startsOn, precision) >= today)
  const past = events.filter((event) => !coming.includes(event)).toReversed()
  return (
    <Page title={t('agenda.title')} lead={t('agenda.lead')} width="text">
      {error && !data && <FailedState what={t('agenda.failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="cards" rows={4} />}
      {data && (
        <>
          <section aria-labelledby="coming">
            <h2 id="coming">{t('agenda.coming')}</h2>
            {coming.length > 0 ? <Events events={coming} /> : <EmptyState title={t('agenda.noneComing')} />}
          </section>
          {past.length > 0 && (
            <section aria-labelledby="past">
              <h2 id="past">{t('agenda.past')}</h2>
              <Events events={past} />
            </section>
          )}
        </>
      )}
    </Page>
  )
}

function Events({ events }: { events: AgendaEvent[] }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const preciseDay = usePreciseDay()
  return (
    <ul className={styles.entries}>
      {events.map(({ code, startsOn, precision, place, participants, source, title, description }) => (
        <li key={code}>
          <p className={styles.when}>
            <time dateTime={machineDay(startsOn, precision)}>{preciseDay(startsOn, precision)}</time>
            {place && <span> · {place}</span>}
            {participants && <span> · {t('agenda.participants', { count: participants })}</span>}
          </p>
          <h3>{title[language]}</h3>
          <p>{description[language]}</p>
          <p className={styles.source}>
            {t('source')} {source[language]}
          </p>
        </li>
      ))}
    </ul>
  )
}
