import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { Term } from '@vises/ui/Term.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Programme.module.css'
import { useTerritoryName } from './words.ts'

const Programme_PlatformQuestions = graphql(`
  query Programme_PlatformQuestions($filter: SharedQuestionFilter!) {
    sharedQuestions(filter: $filter, first: 5) {
      nodes {
        id
        question
        enterpriseName
        partnerName
        territory
      }
    }
  }
`)

/** The latest evaluation questions that enterprises of the platform share with the reader. */
export function PlatformQuestions({ code }: { code: string }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const territoryName = useTerritoryName()
  const { data, error, refetch } = useQuery(Programme_PlatformQuestions, { variables: { filter: { platform: code } } })
  const questions = data?.sharedQuestions.nodes.slice(0, 5) ?? []
  return (
    <section aria-labelledby="questions" className={styles.section}>
      <h2 id="questions">
        <Term word="evaluationQuestion">{t('platform.questions')}</Term>
      </h2>
      {error && !data && <FailedState what={t('platform.questionsFailed')} error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {data && questions.length === 0 && (
        <EmptyState title={t('platform.noQuestion')}>{t('platform.noQuestionText')}</EmptyState>
      )}
      {questions.length > 0 && (
        <>
          <ul className={styles.quotes}>
            {questions.map(({ id, question, enterpriseName, partnerName, territory }) => (
              <li key={id}>
                <blockquote>{question}</blockquote>
                <span className={styles.soft}>
                  {[enterpriseName, partnerName, territoryName(territory)].filter((one) => one != null).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <Link to={`/${language}/compare/questions?platform=${code}`}>{t('platform.allQuestions')}</Link>
          </p>
        </>
      )}
    </section>
  )
}
