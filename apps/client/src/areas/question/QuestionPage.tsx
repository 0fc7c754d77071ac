import { Navigate } from 'react-router'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { useMethod } from '@vises/ui/evaluation/useMethod.ts'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useLanguage } from '@vises/ui/texts.tsx'
import { linksIn } from '../../app/links.ts'
import { useMyEvaluation } from '../../app/useMyEvaluation.ts'

/** The evaluation question: the step of the method that holds its sheet. */
export default function QuestionPage() {
  const language = useLanguage()
  const { evaluation, error, refetch } = useMyEvaluation()
  const { method } = useMethod(evaluation?.methodCode)
  if (error && !evaluation) return <FailedState error={error} onRetry={refetch} />
  if (evaluation === null) return <Navigate to={`/${language}`} replace />
  const step = method?.phases.flatMap(({ steps }) => steps).find(({ tool }) => tool === 'question')
  return step ? <Navigate to={linksIn(language).step(step.code)} replace /> : <Skeleton kind="page" rows={6} />
}
