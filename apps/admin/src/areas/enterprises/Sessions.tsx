import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Enterprise.module.css'
import { Preparation } from './Preparation.tsx'
import { SessionDialog } from './SessionDialog.tsx'
import { SessionNote, type Session } from './SessionNote.tsx'
import type { Enterprise } from './useEnterprise.ts'

const Enterprise_Sessions = graphql(`
  query Enterprise_Sessions($enterpriseId: ID!, $first: Int!, $after: String) {
    supportSessions(enterpriseId: $enterpriseId, first: $first, after: $after) {
      nodes {
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
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const SHOWN = 20

/** Meetings with the enterprise: prepare the next one, read what was agreed. */
export function Sessions({ enterprise, onChanged }: { enterprise: Enterprise; onChanged: () => Promise<unknown> }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { data, error, refetch, fetchMore } = useQuery(Enterprise_Sessions, {
    variables: { enterpriseId: enterprise.id, first: SHOWN },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  })
  const [preparing, setPreparing] = useState(false)
  const [writing, setWriting] = useState<Session | 'new'>()
  const [busy, setBusy] = useState(false)
  const [moreFailed, setMoreFailed] = useState<unknown>()
  const writes = enterprise.can.includes('supportSession:write')
  const page = data?.supportSessions
  const record = writes && (
    <Button variant="primary" icon="plus" onClick={() => setWriting('new')}>
      {t('recordSession')}
    </Button>
  )
  const showMore = async () => {
    setBusy(true)
    setMoreFailed(undefined)
    await fetchMore({ variables: { after: page?.pageInfo.endCursor } }).catch(setMoreFailed)
    setBusy(false)
  }

  return (
    <section aria-labelledby="sessions" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="sessions">{t('tab.sessions')}</h2>
        <span className={styles.rowActs}>
          {page && page.nodes.length > 0 && record}
          <Button icon="calendar" aria-expanded={preparing} onClick={() => setPreparing(!preparing)}>
            {t('prepare')}
          </Button>
        </span>
      </div>
      {preparing && <Preparation enterpriseId={enterprise.id} />}
      {error && !page && <FailedState what={t('sessionsFailed')} error={error} onRetry={() => refetch()} />}
      {!page && !error && <Skeleton rows={4} />}
      {page?.nodes.length === 0 && (
        <EmptyState title={t('noSessions')} action={record}>
          {t(writes ? 'noSessionsText' : 'noSessionsRead')}
        </EmptyState>
      )}
      {page && page.nodes.length > 0 && (
        <ol className={styles.sessions}>
          {page.nodes.map((session) => (
            <SessionNote
              key={session.id}
              session={session}
              onEdit={session.mine && writes ? () => setWriting(session) : undefined}
            />
          ))}
        </ol>
      )}
      {moreFailed !== undefined && <FailedState error={moreFailed} />}
      {page?.pageInfo.hasNextPage && (
        <Button busy={busy} onClick={() => void showMore()}>
          {t('showMore')}
        </Button>
      )}
      {writing && (
        <SessionDialog
          enterprises={[{ id: enterprise.id, name: enterprise.name }]}
          session={writing === 'new' ? undefined : writing}
          onClose={() => setWriting(undefined)}
          onSaved={onChanged}
        />
      )}
    </section>
  )
}
