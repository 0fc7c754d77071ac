import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SelectField } from '@vises/ui/Field.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { Term } from '@vises/ui/Term.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Enterprise.module.css'
import { Preparation } from './Preparation.tsx'
import { SessionDialog } from './SessionDialog.tsx'
import { SessionNote, type Session } from './SessionNote.tsx'

const Sessions_Year = graphql(`
  query Sessions_Year($from: Day!, $to: Day!) {
    mySessions(from: $from, to: $to) {
      id
      enterpriseId
      enterpriseName
      heldOn
      minutes
      notes
      nextActions
      authorName
      mine
    }
  }
`)
const Sessions_Enterprises = graphql(`
  query Sessions_Enterprises {
    cohort(filter: { mine: true }, first: 100) {
      nodes {
        id
        name
      }
    }
  }
`)

/** The meetings of a year, month by month; a coach prepares the next one here. */
export default function SessionsPage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [params, setParams] = useSearchParams()
  const writes = useCan()('supportSession:write')
  const thisYear = new Date().getFullYear()
  const asked = Number(params.get('year'))
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear + 1 ? asked : thisYear
  const { data, error, refetch } = useQuery(Sessions_Year, {
    variables: { from: `${year}-01-01`, to: `${year}-12-31` },
    fetchPolicy: 'cache-and-network',
  })
  const mine = useQuery(Sessions_Enterprises, { skip: !writes, fetchPolicy: 'no-cache' })
  const enterprises = mine.data?.cohort.nodes ?? []
  const [writing, setWriting] = useState<Session | 'new'>()
  const preparing = enterprises.find(({ id }) => id === params.get('prepare'))
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    setParams(next, { replace: true })
  }
  const sessions = data?.mySessions

  return (
    <Page
      title={t('sessionsTitle')}
      lead={
        <>
          {t(writes ? 'sessionsLead' : 'sessionsLeadAll')} <Term word="supportSession">{t('supportSession')}</Term>.
        </>
      }
      actions={
        writes &&
        enterprises.length > 0 && (
          <Button variant="primary" icon="plus" onClick={() => setWriting('new')}>
            {t('recordSession')}
          </Button>
        )
      }
    >
      {writes && enterprises.length > 0 && (
        <div className={styles.prepareFirst}>
          <SelectField
            label={t('prepareWith')}
            placeholder={t('choose')}
            value={preparing?.id ?? ''}
            onChange={(event) => set('prepare', event.target.value)}
            options={enterprises.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {preparing && <Preparation key={preparing.id} enterpriseId={preparing.id} />}
        </div>
      )}
      {writes && mine.error && <FailedState what={t('mineFailed')} error={mine.error} onRetry={() => mine.refetch()} />}
      <div className={styles.years}>
        <Button variant="quiet" icon="chevronLeft" onClick={() => set('year', String(year - 1))}>
          {String(year - 1)}
        </Button>
        <h2 aria-live="polite">{String(year)}</h2>
        {year < thisYear && (
          <Button
            variant="quiet"
            icon="chevronRight"
            onClick={() => set('year', year + 1 === thisYear ? '' : String(year + 1))}
          >
            {String(year + 1)}
          </Button>
        )}
      </div>
      {error && !sessions && <FailedState what={t('sessionsFailed')} error={error} onRetry={() => refetch()} />}
      {!sessions && !error && <Skeleton rows={6} />}
      {sessions?.length === 0 && (
        <EmptyState title={t('noSessionsIn', { year: String(year) })}>
          {t(writes ? 'noSessionsText' : 'noSessionsRead')}
        </EmptyState>
      )}
      {sessions && sessions.length > 0 && <Months sessions={sessions} onEdit={writes ? setWriting : undefined} />}
      {writing && (
        <SessionDialog
          enterprises={writing === 'new' ? enterprises : [{ id: writing.enterpriseId, name: writing.enterpriseName }]}
          session={writing === 'new' ? undefined : writing}
          onClose={() => setWriting(undefined)}
          onSaved={() => refetch()}
        />
      )}
    </Page>
  )
}

/** Newest month first; in it the newest meeting first. */
function Months({ sessions, onEdit }: { sessions: Session[]; onEdit?: (session: Session) => void }) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const months = new Map<string, Session[]>()
  for (const session of [...sessions].reverse()) {
    const month = session.heldOn.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), session])
  }
  return [...months].map(([month, held]) => (
    <section key={month} aria-labelledby={`month-${month}`} className={styles.month}>
      <h2 id={`month-${month}`} className={styles.monthName}>
        {formatDay(`${month}-01`, 'monthYear')}{' '}
        <span className={styles.inlineSoft}>{t('sessionCount', { count: held.length })}</span>
      </h2>
      <ol className={styles.sessions}>
        {held.map((session) => (
          <SessionNote
            key={session.id}
            named
            session={session}
            onEdit={session.mine && onEdit ? () => onEdit(session) : undefined}
          />
        ))}
      </ol>
    </section>
  ))
}
