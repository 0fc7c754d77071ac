import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { Reading_WavesQuery } from '@vises/schema/admin/graphql'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Reading.module.css'

const Reading_Waves = graphql(`
  query Reading_Waves($enterpriseId: ID!) {
    waves(enterpriseId: $enterpriseId) {
      id
      title
      status
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

type Wave = Reading_WavesQuery['waves'][number]

interface WaveListProps {
  enterpriseId: string
  /** Address of the reading pages of the enterprise. */
  base: string
}

/** The collections of an enterprise, those that run first, with their counts as far as these may be told. */
export function WaveList({ enterpriseId, base }: WaveListProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('accompany')
  const { data, error, refetch } = useQuery(Reading_Waves, {
    variables: { enterpriseId },
    fetchPolicy: 'cache-and-network',
  })
  const waves = data?.waves
  return (
    <section aria-labelledby="waves">
      <h2 id="waves">{t('waves.title')}</h2>
      {error && !waves && <FailedState what={t('waves.failed')} error={error} onRetry={() => refetch()} />}
      {!waves && !error && <Skeleton kind="cards" rows={3} />}
      {waves?.length === 0 && <EmptyState title={t('waves.none')}>{t('waves.noneText')}</EmptyState>}
      {waves && waves.length > 0 && (
        <>
          <ul className={styles.cards}>
            {(['open', 'planned', 'closed'] as const).flatMap((status) =>
              waves
                .filter((wave) => wave.status === status)
                .map((wave) => <WaveCard key={wave.id} wave={wave} to={`${base}/${wave.id}`} />),
            )}
          </ul>
          <p className={styles.soft}>{t('waves.fewerWhy')}</p>
        </>
      )}
    </section>
  )
}

function WaveCard({ wave, to }: { wave: Wave; to: string }) {
  const { t, formatDay, formatNumber } = useTexts<typeof import('./texts.fr.json')>('accompany')
  const { title, status, questionnaireTitle, opensOn, closesOn, expected, answers } = wave
  const when =
    status === 'planned'
      ? opensOn && t('waves.from', { day: formatDay(opensOn) })
      : closesOn && t('waves.until', { day: formatDay(closesOn) })
  const { count, atLeast } = answers
  const answered =
    count !== null && count !== undefined
      ? t('waves.answers', { count })
      : t(atLeast > 0 ? 'waves.fiveOrMore' : 'waves.fewerThanFive', { count: atLeast })
  return (
    <li className={styles.card}>
      <div className={styles.words}>
        <span className={styles.name}>{status === 'planned' ? title : <Link to={to}>{title}</Link>}</span>
        <span className={styles.soft}>
          {[t(`status.${status}`), questionnaireTitle !== title && questionnaireTitle, when]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {status !== 'planned' && (
        <div className={styles.count}>
          <strong>{answered}</strong>
          {expected !== null && expected !== undefined && (
            <span className={styles.soft}>{t('waves.ofExpected', { expected: formatNumber(expected) })}</span>
          )}
        </div>
      )}
    </li>
  )
}
