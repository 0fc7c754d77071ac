import { lazy, Suspense } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/client'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { Button, ButtonLink } from '@vises/ui/Button.tsx'
import { EmptyState } from '@vises/ui/EmptyState.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { EvaluationBanner } from '@vises/ui/evaluation/EvaluationBanner.tsx'
import type { Evaluation } from '@vises/ui/evaluation/useEvaluation.ts'
import { titleOf, useMethod, type Method } from '@vises/ui/evaluation/useMethod.ts'
import { Notice } from '@vises/ui/Notice.tsx'
import { Page } from '@vises/ui/Page.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { linksIn } from '../../app/links.ts'
import { useMyEvaluation } from '../../app/useMyEvaluation.ts'

// Needed once in the life of an evaluation.
const StartEvaluation = lazy(() =>
  import('@vises/ui/evaluation/StartEvaluation.tsx').then((file) => ({ default: file.StartEvaluation })),
)

const HomePage_Question = graphql(`
  query HomePage_Question($evaluationId: ID!) {
    questionSheet(evaluationId: $evaluationId) {
      question
    }
  }
`)
const HomePage_Resume = graphql(`
  mutation HomePage_Resume($evaluationId: ID!) {
    resumeEvaluation(evaluationId: $evaluationId) {
      problem
      evaluation {
        ...EvaluationState
      }
    }
  }
`)

/** Where the enterprise stands, and what comes next. */
export default function HomePage() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('home')
  const { name, membership, can } = useViewer()
  const { evaluation, error, refetch } = useMyEvaluation()
  const { method, error: methodError, retry } = useMethod(evaluation?.methodCode)

  return (
    <Page title={t('title', { name })} lead={membership?.enterpriseName}>
      {(error && !evaluation) || (methodError && !method) ? (
        <FailedState
          what={t('failed')}
          error={error ?? methodError}
          onRetry={() => Promise.all([refetch(), retry()])}
        />
      ) : evaluation === undefined || (evaluation && !method) ? (
        <Skeleton kind="page" rows={6} />
      ) : evaluation && method ? (
        <Standing evaluation={evaluation} method={method} />
      ) : can.includes('evaluation:start') ? (
        <section aria-labelledby="start">
          <h2 id="start">{t('notStarted')}</h2>
          <p>{t('notStartedText')}</p>
          <Suspense fallback={<Skeleton rows={3} />}>
            <StartEvaluation enterpriseId={membership?.enterpriseId ?? ''} onStarted={() => refetch()} />
          </Suspense>
        </section>
      ) : (
        <EmptyState title={t('notStarted')}>{t('managerStarts')}</EmptyState>
      )}
    </Page>
  )
}

function Standing({ evaluation, method }: { evaluation: Evaluation; method: Method }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('home')
  const links = linksIn(language)
  const { currentStep, status, whoActs, coachName } = evaluation
  const to = currentStep.startsWith('G') ? links.gate(currentStep) : links.step(currentStep)
  const [resume, resuming] = useMutation(HomePage_Resume)
  const { data } = useQuery(HomePage_Question, {
    variables: { evaluationId: evaluation.id },
    fetchPolicy: 'cache-and-network',
  })
  const commented = evaluation.steps.filter((step) => (step.openComments ?? 0) > 0)
  return (
    <>
      <EvaluationBanner {...{ evaluation, method, links }} />
      {(status === 'completed' || status === 'stopped') && <Notice title={t('ended')}>{t('endedText')}</Notice>}
      {status === 'paused' && (
        <Notice
          title={t('paused')}
          actions={
            evaluation.can.includes('evaluation:stop') && (
              <Button
                busy={resuming.loading}
                onClick={() => void resume({ variables: { evaluationId: evaluation.id } }).catch(() => undefined)}
              >
                {t('resume')}
              </Button>
            )
          }
        />
      )}
      {status === 'active' && (
        <section aria-labelledby="next">
          <h2 id="next">{t('next')}</h2>
          {whoActs.length === 1 && whoActs[0] === 'coach' && (
            <p>{coachName ? t('waiting', { name: coachName }) : t('waitingForCoach')}</p>
          )}
          <ButtonLink variant="primary" icon="chevronRight" to={to}>
            {t('continue', { step: titleOf(method, currentStep) })}
          </ButtonLink>
        </section>
      )}
      <section aria-labelledby="question">
        <h2 id="question">{t('yourQuestion')}</h2>
        {data?.questionSheet.question ? (
          <blockquote style={{ fontFamily: 'var(--font-serif)', margin: 0, maxInlineSize: 'var(--reading)' }}>
            {data.questionSheet.question}
          </blockquote>
        ) : (
          <p>
            {t('noQuestion')} <Link to={`/${language}/question`}>{t('writeQuestion')}</Link>
          </p>
        )}
      </section>
      <section aria-labelledby="comments">
        <h2 id="comments">{t('comments')}</h2>
        {commented.length === 0 && <p>{t('noComments')}</p>}
        <ul>
          {commented.map((step) => (
            <li key={step.code}>
              <Link to={links.step(step.code)}>
                {t('commentsOn', { n: step.openComments ?? 0, step: titleOf(method, step.code) })}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <p style={{ marginBlockStart: 'var(--space-8)' }}>
        <Link to={links.journey}>{t('wholeJourney')}</Link>
      </p>
    </>
  )
}
