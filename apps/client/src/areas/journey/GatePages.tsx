import { Navigate, Route, Routes, useParams } from 'react-router'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { GateView } from '@vises/ui/evaluation/GateView.tsx'
import { useLanguage } from '@vises/ui/texts.tsx'
import { linksIn } from '../../app/links.ts'
import { useMyEvaluation } from '../../app/useMyEvaluation.ts'

/** A gate of the own evaluation. */
export default function GatePages() {
  const language = useLanguage()
  return (
    <Routes>
      <Route path=":gate" element={<GatePage />} />
      <Route path="*" element={<Navigate to={`/${language}/journey`} replace />} />
    </Routes>
  )
}

function GatePage() {
  const { gate = '' } = useParams()
  const language = useLanguage()
  const { evaluation, error, refetch } = useMyEvaluation()
  if (error && !evaluation) return <FailedState error={error} onRetry={refetch} />
  if (evaluation === null) return <Navigate to={`/${language}`} replace />
  return <GateView evaluationId={evaluation?.id} gate={gate} links={linksIn(language)} />
}
