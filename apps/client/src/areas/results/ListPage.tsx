import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/client'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './List.module.css'

const ResultsPage_Waves = graphql(`
  query ResultsPage_Waves($enterpriseId: ID!) {
    waves(enterpriseId: $enterpriseId) {
      id
      title
      questionnaireTitle
      opensOn
      closesOn
      answers {
        count
        atLeast
      }
    }
  }
`)

/** The collections whose results can be read. */
export function ListPage() {
  const { t, language, formatDay } = useTexts<typeof import('./texts.fr.json')>('results')
  const { membership } = useViewer()
  const { data, error, refetch } = useQuery(ResultsPage_Waves, {
    variables: { enterpriseId: membership?.enterpriseId ?? '' },
    fetchPolicy: 'cache-and-network',
  })
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      {error && !data && <FailedState what={t('listFailed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton kind="cards" rows={3} />}
      {data?.waves.length === 0 && (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink icon="questionnaire" to={`/${language}/collection`}>
              {t('toCollection')}
            </ButtonLink>
          }
        >
          {t('noneText')}
        </EmptyState>
      )}
      <ul className={styles.cards}>
        {data?.waves.map((wave) => (
          <li key={wave.id} className={styles.card}>
            <Link to={`/${language}/results/${wave.id}`}>{wave.title}</Link>
            <span className={styles.soft}>
              {[
                wave.questionnaireTitle,
                wave.answers.count === null || wave.answers.count === undefined
                  ? t('fewerThanFive')
                  : t('answers', { count: wave.answers.count }),
                wave.closesOn && t('until', { day: formatDay(wave.closesOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
