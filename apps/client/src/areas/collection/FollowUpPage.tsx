import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { CollectionPage_ProgressQuery } from '@vises/schema/client/graphql'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { PartialState } from '@vises/ui/PartialState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Collection.module.css'
import own from './FollowUp.module.css'
import { DaysPicture } from './DaysPicture.tsx'
import { GroupsPicture, SharesPicture } from './GroupsPicture.tsx'
import { PopulationPicture } from './PopulationPicture.tsx'
import { QualityList } from './QualityList.tsx'
import { QuestionsPicture } from './QuestionsPicture.tsx'
import { ShareBar } from './ShareBar.tsx'
import { useCountWords } from './useCountWords.ts'
import type { Wave } from './useWave.ts'
import { WaveFrame } from './WaveFrame.tsx'

const CollectionPage_Progress = graphql(`
  query CollectionPage_Progress($waveId: ID!) {
    collectionProgress(waveId: $waveId) {
      waveId
      status
      asOf
      expected
      completion
      medianSeconds
      answers {
        count
        atLeast
      }
      setAside {
        count
        atLeast
      }
      groups {
        groupId
        name
        expected
        answers {
          count
          atLeast
        }
      }
      days {
        from
        to
        answers
      }
      languages {
        values
        answers {
          count
          atLeast
        }
      }
      channels {
        values
        answers {
          count
          atLeast
        }
      }
      reach {
        key
        label
        share
        lost
      }
      missing {
        key
        label
        missing
        declined
        share
      }
      population {
        key
        label
        values
        valueLabels
        answered
        population
      }
      quality {
        checked
        unchecked
        findings {
          rule
          severity
          target
          about
          values
        }
      }
    }
  }
`)

export type Progress = CollectionPage_ProgressQuery['collectionProgress']

const EVERY_MS = 30_000

/** How the collection goes: what came in against what was expected, and what needs a hand. */
export function FollowUpPage() {
  return <WaveFrame>{(wave, writes) => <FollowUp wave={wave} writes={writes} />}</WaveFrame>
}

function FollowUp({ wave, writes }: { wave: Wave; writes: boolean }) {
  const { t, language, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('collection')
  const { data, error, loading, refetch } = useQuery(CollectionPage_Progress, {
    variables: { waveId: wave.id },
    fetchPolicy: 'cache-and-network',
    // Somebody may be standing in a room where people answer right now.
    pollInterval: wave.status === 'open' ? EVERY_MS : 0,
    skip: wave.status === 'planned',
  })
  const progress = data?.collectionProgress
  if (wave.status === 'planned') return <Planned wave={wave} writes={writes} language={language} />
  if (!progress) {
    if (!error) return <Skeleton kind="page" rows={7} />
    return <FailedState what={t('progressFailed')} error={error} onRetry={() => refetch()} />
  }
  const shown = progress.answers.count !== null
  return (
    <>
      {error && <PartialState missing={[t('latestAnswers')]} onRetry={() => refetch()} />}
      <Headline progress={progress} />
      <div className={own.asOf}>
        <span>
          {shown && progress.asOf ? t('asOf', { time: formatDateTime(progress.asOf) }) : t('detailsFrom')}
          {wave.status === 'open' && ` ${t('refreshed')}`}
        </span>
        <Button variant="quiet" icon="refresh" busy={loading} onClick={() => void refetch().catch(() => undefined)}>
          {t('refresh')}
        </Button>
      </div>
      <QualityList wave={wave} progress={progress} />
      {progress.groups.length > 0 && <GroupsPicture progress={progress} />}
      {!shown && (
        <EmptyState
          title={t('notShown')}
          action={
            writes &&
            wave.status === 'open' && (
              <ButtonLink icon="link" to={`/${language}/collection/${wave.id}/links`}>
                {t('toLinks')}
              </ButtonLink>
            )
          }
        >
          {t('fewerWhy')}
        </EmptyState>
      )}
      {progress.days.length > 0 && <DaysPicture progress={progress} wave={wave} />}
      <QuestionsPicture wave={wave} progress={progress} />
      {progress.population.length > 0 && <PopulationPicture progress={progress} />}
      {(progress.languages.length > 0 || progress.channels.length > 0) && <SharesPicture progress={progress} />}
    </>
  )
}

function Planned({ wave, writes, language }: { wave: Wave; writes: boolean; language: string }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const links = wave.links.filter(({ revoked }) => !revoked).length
  return (
    <EmptyState
      title={t('notBegun')}
      action={
        writes && (
          <ButtonLink variant={links > 0 ? 'secondary' : 'primary'} to={`/${language}/collection/${wave.id}/links`}>
            {t(links > 0 ? 'toLinks' : 'makeFirstLink')}
          </ButtonLink>
        )
      }
    >
      {t(links > 0 ? 'notBegunReady' : 'notBegunText', { count: links })}
    </EmptyState>
  )
}

function Headline({ progress }: { progress: Progress }) {
  const { t, formatPercent } = useTexts<typeof import('./texts.fr.json')>('collection')
  const words = useCountWords()
  const { answers, expected, completion, medianSeconds, setAside } = progress
  const minutes = medianSeconds === null ? 0 : Math.max(1, Math.round(medianSeconds / 60))
  return (
    <section aria-labelledby="so-far" className={own.headline}>
      <h2 id="so-far" className={own.big}>
        {words.answers(answers)}
        {expected !== null && <span> {t('ofExpected', { count: expected })}</span>}
      </h2>
      {expected !== null && expected > 0 && answers.count !== null && <ShareBar share={answers.count / expected} />}
      <ul className={styles.figures}>
        {expected !== null && expected > 0 && answers.count !== null && (
          <li>
            <strong>{formatPercent(answers.count / expected)}</strong> {t('rate')}
          </li>
        )}
        {completion !== null && (
          <li>
            <strong>{formatPercent(completion)}</strong> {t('completion')}
          </li>
        )}
        {medianSeconds !== null && (
          <li>
            <strong>{t('minutes', { count: minutes })}</strong> {t('medianTime')}
          </li>
        )}
        {setAside.count !== null && setAside.count > 0 && (
          <li>
            <strong>{setAside.count}</strong> {t('setAside')}
          </li>
        )}
      </ul>
    </section>
  )
}
