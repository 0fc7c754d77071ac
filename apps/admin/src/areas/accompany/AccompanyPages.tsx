import type { ReactNode } from 'react'
import { useQuery } from '@apollo/client/react'
import { Route, Routes, useParams } from 'react-router'
import { graphql } from '@vises/schema/admin'
import { ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { EvaluationBanner, type JourneyLinks } from '@vises/ui/evaluation/EvaluationBanner.tsx'
import { GateView } from '@vises/ui/evaluation/GateView.tsx'
import { JourneyView } from '@vises/ui/evaluation/JourneyView.tsx'
import { StepView } from '@vises/ui/evaluation/StepView.tsx'
import { useEvaluation } from '@vises/ui/evaluation/useEvaluation.ts'
import { useMethod } from '@vises/ui/evaluation/useMethod.ts'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'

const AccompanyPages_Enterprise = graphql(`
  query AccompanyPages_Enterprise($id: ID!) {
    enterprise(id: $id) {
      id
      name
      currentEvaluationId
    }
  }
`)

/** The enterprise's own pages as the coach sees them: read, comment, co-sign. */
export default function AccompanyPages() {
  const { id = '' } = useParams()
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('accompany')
  const { data, error, refetch } = useQuery(AccompanyPages_Enterprise, { variables: { id } })
  const base = `/${language}/enterprises/${id}/evaluation`
  const links: JourneyLinks = {
    step: (code) => `${base}/steps/${code}`,
    gate: (code) => `${base}/gates/${code}`,
    journey: base,
  }
  if (error && !data) return <FailedState error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton kind="page" rows={6} />
  const { name, currentEvaluationId } = data.enterprise
  if (!currentEvaluationId) {
    return (
      <Page title={name} crumbs={[{ label: name, to: `/${language}/enterprises/${id}` }]}>
        <EmptyState title={t('none')} />
      </Page>
    )
  }
  const about = { evaluationId: currentEvaluationId, links, enterprise: { id, name } }
  return (
    <Routes>
      <Route index element={<Journey {...about} />} />
      <Route path="steps/:step" element={<Content {...about} page={<Step {...about} />} />} />
      <Route path="gates/:gate" element={<Content {...about} page={<Gate {...about} />} />} />
    </Routes>
  )
}

interface About {
  evaluationId: string
  links: JourneyLinks
  enterprise: { id: string; name: string }
}

/** A page with what the enterprise wrote; those who see the progress only are told so. */
function Content({ evaluationId, links, enterprise, page }: About & { page: ReactNode }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('accompany')
  const { evaluation } = useEvaluation(evaluationId)
  if (!evaluation || evaluation.can.includes('evaluation:read')) return page
  const title = t('title', { enterprise: enterprise.name })
  return (
    <Page title={title} crumbs={[{ label: title, to: links.journey }]}>
      <Notice>{t('progressOnly')}</Notice>
    </Page>
  )
}

function Step({ evaluationId, links }: About) {
  const { step = '' } = useParams()
  return <StepView evaluationId={evaluationId} stepCode={step} links={links} />
}

function Gate({ evaluationId, links }: About) {
  const { gate = '' } = useParams()
  return <GateView evaluationId={evaluationId} gate={gate} links={links} />
}

function Journey({ evaluationId, links, enterprise }: About) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('accompany')
  const { evaluation, error, retry } = useEvaluation(evaluationId)
  const { method } = useMethod(evaluation?.methodCode)
  return (
    <Page
      title={t('title', { enterprise: enterprise.name })}
      crumbs={[{ label: enterprise.name, to: `/${language}/enterprises/${enterprise.id}` }]}
      actions={
        evaluation?.can.includes('result:read') && (
          <ButtonLink icon="chart" to={`/${language}/enterprises/${enterprise.id}/results`}>
            {t('reading.title')}
          </ButtonLink>
        )
      }
    >
      {error && !evaluation && <FailedState error={error} onRetry={retry} />}
      {!evaluation && !error && <Skeleton kind="page" rows={8} />}
      {evaluation && method && (
        <>
          <EvaluationBanner {...{ evaluation, method, links }} />
          {!evaluation.can.includes('evaluation:read') && <Notice>{t('progressOnly')}</Notice>}
          <JourneyView {...{ evaluation, method, links }} />
        </>
      )}
    </Page>
  )
}
