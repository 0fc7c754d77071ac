import { useParams } from 'react-router'
import { apiErrorOf } from '@vises/ui/api-error.ts'
import NotFoundPage from '@vises/ui/app/NotFoundPage.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { TestAnswersView } from '@vises/ui/questionnaire/TestAnswersView.tsx'
import { useDesign } from '@vises/ui/questionnaire/useDesign.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'

interface QuestionnaireReadingProps {
  enterpriseId: string
  crumbs: { label: string; to: string }[]
}

/** A questionnaire of the enterprise as people will see it, to read. */
export function QuestionnaireReading({ enterpriseId, crumbs }: QuestionnaireReadingProps) {
  const { questionnaire: id = '' } = useParams()
  const { t } = useTexts<typeof import('./texts.fr.json')>('accompany')
  const { t: word } = useTexts<typeof import('@vises/ui/questionnaire/texts.fr.json')>('questionnaire')
  const { design, error, refetch } = useDesign(id)
  if (design ? design.enterpriseId !== enterpriseId : error && apiErrorOf(error).code === 'NOT_FOUND')
    return <NotFoundPage />
  if (!design) {
    return (
      <Page title={t('questionnaires.title')} crumbs={crumbs}>
        {error ? (
          <FailedState what={t('questionnaires.oneFailed')} error={error} onRetry={() => refetch()} />
        ) : (
          <Skeleton kind="page" rows={6} />
        )}
      </Page>
    )
  }
  return (
    <Page
      title={design.title}
      crumbs={crumbs}
      status={word(`publication.${design.publication}`, { number: design.publishedVersion ?? 0 })}
      lead={t('questionnaires.reading')}
    >
      <TestAnswersView design={design} />
    </Page>
  )
}
