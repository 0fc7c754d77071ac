import { useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Reading.module.css'

const Reading_Questionnaires = graphql(`
  query Reading_Questionnaires($enterpriseId: ID!, $after: String) {
    questionnaires(enterpriseId: $enterpriseId, archived: false, first: 25, after: $after) {
      nodes {
        id
        title
        baseLanguage
        languages
        questions
        publication
        publishedVersion
        updatedAt
        updatedByName
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** The questionnaires of an enterprise with where each stands. */
export function QuestionnaireList({ enterpriseId, base }: { enterpriseId: string; base: string }) {
  const { t, formatList, formatRelativeDay } = useTexts<typeof import('./texts.fr.json')>('accompany')
  const { t: word } = useTexts<typeof import('@vises/ui/questionnaire/texts.fr.json')>('questionnaire')
  const nameOf = useLanguageName()
  const { data, error, loading, refetch, fetchMore } = useQuery(Reading_Questionnaires, {
    variables: { enterpriseId },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  })
  const page = data?.questionnaires
  return (
    <section aria-labelledby="questionnaires">
      <h2 id="questionnaires">{t('questionnaires.title')}</h2>
      {error && !page && <FailedState what={t('questionnaires.failed')} error={error} onRetry={() => refetch()} />}
      {!page && !error && <Skeleton kind="cards" rows={3} />}
      {page?.nodes.length === 0 && <EmptyState title={t('questionnaires.none')} />}
      <ul className={styles.cards}>
        {page?.nodes.map((row) => (
          <li key={row.id} className={styles.card}>
            <div className={styles.words}>
              <Link to={`${base}/questionnaires/${row.id}`} lang={row.baseLanguage} className={styles.name}>
                {row.title}
              </Link>
              <span className={styles.soft}>
                {[
                  word(`publication.${row.publication}`, { number: row.publishedVersion ?? 0 }),
                  t('questionnaires.questions', { count: row.questions }),
                  formatList(row.languages.map((tag) => nameOf(tag, true))),
                  t('questionnaires.changed', { day: formatRelativeDay(row.updatedAt), name: row.updatedByName }),
                ].join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {page?.pageInfo.hasNextPage && (
        <Button
          busy={loading}
          onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch(() => undefined)}
        >
          {t('questionnaires.more')}
        </Button>
      )}
    </section>
  )
}
