import { useMutation } from '@apollo/client/react'
import { Route, Routes, useParams } from 'react-router'
import { graphql } from '@vises/schema/client'
import type { Route as RouteCode } from '@vises/schema/client/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { EvaluationBanner } from '@vises/ui/evaluation/EvaluationBanner.tsx'
import { JourneyView } from '@vises/ui/evaluation/JourneyView.tsx'
import { StepView } from '@vises/ui/evaluation/StepView.tsx'
import { useMethod } from '@vises/ui/evaluation/useMethod.ts'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import { linksIn } from '../../app/links.ts'
import { useMyEvaluation } from '../../app/useMyEvaluation.ts'

const JourneyPage_ChangeRoute = graphql(`
  mutation JourneyPage_ChangeRoute($evaluationId: ID!, $route: Route!) {
    changeRoute(evaluationId: $evaluationId, route: $route) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)

/** The path, and each of its steps. */
export default function JourneyPages() {
  return (
    <Routes>
      <Route index element={<JourneyPage />} />
      <Route path=":step" element={<StepPage />} />
    </Routes>
  )
}

function StepPage() {
  const { step = '' } = useParams()
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('journey')
  const { evaluation, error, refetch } = useMyEvaluation()
  if (error && !evaluation) return <FailedState what={t('failed')} error={error} onRetry={refetch} />
  if (evaluation === null) return <EmptyState title={t('none')} />
  return <StepView evaluationId={evaluation?.id} stepCode={step} links={linksIn(language)} />
}

function JourneyPage() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('journey')
  const { evaluation, error, refetch } = useMyEvaluation()
  const { method } = useMethod(evaluation?.methodCode)
  const [change, changing] = useMutation(JourneyPage_ChangeRoute)
  const tell = useUndo()
  const links = linksIn(language)
  const switchRoute = async (route: RouteCode) => {
    if (!evaluation) return
    const former = evaluation.route
    const { data } = await change({ variables: { evaluationId: evaluation.id, route } })
    if (data?.changeRoute.evaluation) {
      tell({
        text: t('routeChanged'),
        undo: () => change({ variables: { evaluationId: evaluation.id, route: former } }),
      })
    }
  }
  return (
    <Page
      title={t('title')}
      status={evaluation && t('route', { route: evaluation.route })}
      actions={
        evaluation?.status === 'active' &&
        evaluation.can.includes('evaluation:start') && (
          <Button
            busy={changing.loading}
            onClick={() => void switchRoute(evaluation.route === 'full' ? 'light' : 'full').catch(() => undefined)}
          >
            {t(evaluation.route === 'full' ? 'toLight' : 'toFull')}
          </Button>
        )
      }
    >
      {error && !evaluation && <FailedState what={t('failed')} error={error} onRetry={refetch} />}
      {evaluation === null && <EmptyState title={t('none')} />}
      {evaluation === undefined && !error && <Skeleton kind="page" rows={8} />}
      {evaluation && method && (
        <>
          <EvaluationBanner {...{ evaluation, method, links }} />
          <JourneyView {...{ evaluation, method, links }} />
        </>
      )}
    </Page>
  )
}
