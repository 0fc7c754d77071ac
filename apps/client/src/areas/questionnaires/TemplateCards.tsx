import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useCreate } from './useCreate.ts'
import styles from './Questionnaires.module.css'

const QuestionnairesPage_Templates = graphql(`
  query QuestionnairesPage_Templates($after: String) {
    questionnaireTemplates(first: 25, after: $after) {
      nodes {
        id
        title
        languages
        questions
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What the accompanying partner offers to its enterprises. */
export function TemplateCards({ enterpriseId, partner }: { enterpriseId: string; partner: string }) {
  const { t, formatList } = useTexts<typeof import('./texts.fr.json')>('questionnaires')
  const nameOf = useLanguageName()
  const { data, error, refetch, fetchMore } = useQuery(QuestionnairesPage_Templates)
  const { create, busy, error: refused } = useCreate(enterpriseId)
  if (error && !data) return <FailedState what={t('templatesFailed')} error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton kind="cards" rows={2} />
  const { nodes, pageInfo } = data.questionnaireTemplates
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { questionnaireTemplates: next } }) => ({
        questionnaireTemplates: { ...next, nodes: [...before.questionnaireTemplates.nodes, ...next.nodes] },
      }),
    })
  if (nodes.length === 0) return <EmptyState title={t('noTemplates', { partner })} />
  return (
    <>
      {refused !== undefined && <FailedState error={refused} />}
      <ul className={styles.sources}>
        {nodes.map(({ id, title, languages, questions }) => (
          <li key={id} className={styles.source}>
            <h3>{title}</h3>
            <p className={styles.about}>
              {t('questions', { count: questions })} · {formatList(languages.map((tag) => nameOf(tag, true)))}
            </p>
            <div className={styles.acts}>
              <Button
                variant="primary"
                busy={busy}
                aria-label={t('useOf', { title })}
                onClick={() => void create({ from: { templateId: id } })}
              >
                {t('use')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <Button onClick={() => void more().catch(() => undefined)}>{t('more')}</Button>}
    </>
  )
}
