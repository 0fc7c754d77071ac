import { Navigate } from 'react-router'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { SharingView } from '@vises/ui/evaluation/SharingView.tsx'
import { useLanguage } from '@vises/ui/texts.tsx'
import { useMyEvaluation } from '../../app/useMyEvaluation.ts'

/** Who sees what of the own evaluation. */
export default function SharingPage() {
  const language = useLanguage()
  const { evaluation, error, refetch } = useMyEvaluation()
  if (error && !evaluation) return <FailedState error={error} onRetry={refetch} />
  if (evaluation === null) return <Navigate to={`/${language}`} replace />
  return <SharingView evaluationId={evaluation?.id} />
}
