import { useState } from 'react'
import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { FailedState } from '../FailedState.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import styles from './Results.module.css'

const ResultsPage_OpenAnswers = graphql(`
  query ResultsPage_OpenAnswers($waveId: ID!, $questionKey: String!, $after: String) {
    openAnswers(waveId: $waveId, questionKey: $questionKey, first: 20, after: $after) {
      nodes {
        text
        language
        part
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What people wrote, for those who may read single answers. */
export function OpenAnswers({ waveId, questionKey }: { waveId: string; questionKey: string }) {
  const { t } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" icon="quote" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'hideOpen' : 'showOpen')}
      </Button>
      {open && <Texts waveId={waveId} questionKey={questionKey} />}
    </>
  )
}

function Texts({ waveId, questionKey }: { waveId: string; questionKey: string }) {
  const { t } = useTexts<typeof import('./figures/texts.fr.json')>('figures')
  const { data, error, refetch, fetchMore, loading } = useQuery(ResultsPage_OpenAnswers, {
    variables: { waveId, questionKey, after: null },
  })
  const page = data?.openAnswers
  if (error && !page) return <FailedState what={t('openFailed')} error={error} onRetry={() => refetch()} />
  if (!page) return <Skeleton rows={3} />
  if (page.nodes.length === 0) return <EmptyState title={t('noOpen')} />
  return (
    <>
      <ul className={styles.open}>
        {page.nodes.map(({ text, language, part }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- an answer has no identity here, on purpose
          <li key={index} lang={language}>
            {part === 'other' && <span className={styles.soft}>{t('other')} </span>}
            {text}
          </li>
        ))}
      </ul>
      {page.pageInfo.hasNextPage && (
        <Button busy={loading} onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
