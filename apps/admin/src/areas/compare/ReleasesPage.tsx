import { useEffect, useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { Term } from '@vises/ui/Term.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { withWords } from '../../pictures/words-of-address.ts'
import styles from './Compare.module.css'
import { PublishDialog } from './PublishDialog.tsx'

const Compare_Releases = graphql(`
  query Compare_Releases($after: String) {
    releases(first: 25, after: $after) {
      nodes {
        id
        number
        computedAt
        note
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
const ASK_AGAIN_MS = 2_000
const LONG_MS = 90_000

/** The releases of the comparison, the newest first; its lead publishes a new one here. */
export function ReleasesPage() {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('compare')
  const can = useCan()
  const [publishing, setPublishing] = useState(false)
  const [params, setParams] = useSearchParams()
  const { data, error, refetch, fetchMore, loading } = useQuery(Compare_Releases, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = data?.releases
  const awaited = params.get('awaited')
  const publish = can('release:create') && (
    <Button variant="primary" icon="plus" onClick={() => setPublishing(true)}>
      {t('publish')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      lead={
        <>
          {t('lead')} <Term word="release" />.
        </>
      }
      actions={
        <>
          {publish}
          {can('sharedArtefact:read') && (
            <ButtonLink icon="quote" to={`/${language}/compare/questions`}>
              {t('toQuestions')}
            </ButtonLink>
          )}
        </>
      }
    >
      {awaited && (
        <Awaited
          key={awaited}
          made={page?.nodes.find(({ id }) => id === awaited)}
          askAgain={refetch}
          onClose={() => setParams(withWords(params, { awaited: undefined }), { replace: true })}
        />
      )}
      {error && !data && <FailedState what={t('failed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="cards" rows={3} />}
      {page?.nodes.length === 0 && (
        <EmptyState title={t('emptyTitle')} action={publish}>
          {t('empty')}
        </EmptyState>
      )}
      {page && page.nodes.length > 0 && (
        <ul className={styles.releases}>
          {page.nodes.map(({ id, number, computedAt, note }) => (
            <li key={id}>
              <h2>
                <Link to={`/${language}/compare/${number}`}>{t('release', { number })}</Link>
              </h2>
              <p className={styles.soft}>{t('frozenOn', { day: formatDay(computedAt) })}</p>
              {note && <p>{note}</p>}
            </li>
          ))}
        </ul>
      )}
      {page?.pageInfo.hasNextPage && (
        <Button busy={loading} onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
          {t('more')}
        </Button>
      )}
      {publishing && (
        <PublishDialog
          onClose={() => setPublishing(false)}
          onAsked={(releaseId) => {
            setPublishing(false)
            setParams(withWords(params, { awaited: releaseId }), { replace: true })
          }}
        />
      )}
    </Page>
  )
}

interface AwaitedProps {
  made: { number: number } | undefined
  askAgain: () => Promise<unknown>
  onClose: () => void
}

/** The release that was asked for: being computed until the list holds it. The page may be left meanwhile. */
function Awaited({ made, askAgain, onClose }: AwaitedProps) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('compare')
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (made || late) return
    const asking = setInterval(() => void askAgain().catch(() => undefined), ASK_AGAIN_MS)
    const patience = setTimeout(() => setLate(true), LONG_MS)
    return () => {
      clearInterval(asking)
      clearTimeout(patience)
    }
  }, [made, late, askAgain])

  if (made) {
    return (
      <Notice
        tone="success"
        live="polite"
        title={t('made', { number: made.number })}
        actions={
          <>
            <ButtonLink to={`/${language}/compare/${made.number}`}>{t('openMade')}</ButtonLink>
            <Button variant="quiet" onClick={onClose}>
              {t('close')}
            </Button>
          </>
        }
      />
    )
  }
  if (late) {
    return (
      <Notice
        tone="warning"
        live="polite"
        title={t('lateTitle')}
        actions={
          <>
            <Button onClick={() => setLate(false)}>{t('keepWaiting')}</Button>
            <Button variant="quiet" onClick={onClose}>
              {t('close')}
            </Button>
          </>
        }
      >
        <p>{t('late')}</p>
      </Notice>
    )
  }
  return (
    <Notice live="polite" title={t('making')}>
      <p>{t('makingText')}</p>
      <progress className={styles.progress} aria-label={t('making')} />
    </Notice>
  )
}
