import { useState } from 'react'
import { useMutation, useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { Enterprise_EvaluationQuery } from '@vises/schema/admin/graphql'
import { Button } from '@vises/ui/Button.tsx'
import { FailedState } from '@vises/ui/FailedState.tsx'
import { Notice } from '@vises/ui/Notice.tsx'
import { PhaseBanner, type GateState } from '@vises/ui/PhaseBanner.tsx'
import { Skeleton } from '@vises/ui/Skeleton.tsx'
import { useViewer } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'
import styles from './Enterprise.module.css'
import { Fact } from './Fact.tsx'
import { NotStarted } from './NotStarted.tsx'
import { StartDialog } from './StartDialog.tsx'
import { TodayLinks } from './TodayLinks.tsx'
import { useMethodWords, type Enterprise } from './useEnterprise.ts'

const Enterprise_Evaluation = graphql(`
  query Enterprise_Evaluation($id: ID!) {
    evaluation(id: $id) {
      id
      methodCode
      route
      status
      stopReason
      startedOn
      plannedEndOn
      endedOn
      daysLeft
      phase
      currentStep
      whoActs
      stallReason
      sharing
      lastActivityAt
      coachName
      can
      progress {
        percent
      }
      steps {
        code
        phase
        status
        openComments
      }
      gates {
        gate
        state
        record {
          id
          outcome
        }
      }
    }
  }
`)
const Enterprise_Pause = graphql(`
  mutation Enterprise_Pause($evaluationId: ID!) {
    pauseEvaluation(evaluationId: $evaluationId) {
      problem
    }
  }
`)
const Enterprise_Resume = graphql(`
  mutation Enterprise_Resume($evaluationId: ID!) {
    resumeEvaluation(evaluationId: $evaluationId) {
      problem
    }
  }
`)
type Evaluation = Enterprise_EvaluationQuery['evaluation']

interface StandingProps {
  enterprise: Enterprise
  onChanged: () => Promise<unknown>
}

/** Where the enterprise stands: its evaluation at a glance, or how to begin one. */
export function Standing({ enterprise, onChanged }: StandingProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { currentEvaluationId } = enterprise
  const { data, error, refetch } = useQuery(Enterprise_Evaluation, {
    variables: { id: currentEvaluationId ?? '' },
    skip: !currentEvaluationId,
    fetchPolicy: 'cache-and-network',
  })
  if (!currentEvaluationId) return <NotStarted enterprise={enterprise} onChanged={onChanged} />
  if (error && !data) return <FailedState what={t('evaluationFailed')} error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton rows={5} />
  return <AtWork enterprise={enterprise} evaluation={data.evaluation} onChanged={onChanged} />
}

function AtWork({ enterprise, evaluation, onChanged }: StandingProps & { evaluation: Evaluation }) {
  const { t, language, formatDay, formatRelativeDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const { membership } = useViewer()
  const method = useMethodWords(evaluation.methodCode)
  const [startingNext, setStartingNext] = useState(false)
  const { status, currentStep, whoActs, daysLeft } = evaluation
  const reads = evaluation.can.includes('evaluation:read')
  const base = `/${language}/enterprises/${enterprise.id}/evaluation`
  const linkOf = (code: string) => (reads ? `${base}/${code.startsWith('G') ? 'gates' : 'steps'}/${code}` : undefined)
  const isCoach = membership?.role === 'coach' && reads
  const names = whoActs.map((side) => (side === 'coach' ? (evaluation.coachName ?? t('coachSide')) : enterprise.name))
  const comments = evaluation.steps.reduce((sum, step) => sum + (step.openComments ?? 0), 0)
  const ended = status === 'stopped' || status === 'completed'

  return (
    <section aria-labelledby="standing" className={styles.section}>
      <h2 id="standing">{t('standing')}</h2>
      {evaluation.stallReason && (
        <Notice tone="warning" title={t(`stall.${evaluation.stallReason as 'quiet'}`)}>
          <p>{t(`stallTodo.${evaluation.stallReason as 'quiet'}`)}</p>
        </Notice>
      )}
      {(status === 'paused' || ended) && (
        <Ended enterprise={enterprise} evaluation={evaluation} onChanged={onChanged} />
      )}
      <PhaseBanner
        phases={method.phases.map(({ number, title, gate }) => {
          const steps = evaluation.steps.filter(({ phase }) => phase === number)
          const record = evaluation.gates.find((one) => one.gate === gate)
          return {
            number,
            title,
            doneSteps: steps.filter((step) => step.status === 'done' || step.status === 'skipped').length,
            totalSteps: steps.length,
            gate: gateState(record?.state, record?.record?.outcome),
            gateTo: linkOf(gate),
          }
        })}
        current={status === 'completed' ? 'closed' : (evaluation.phase as 1)}
        progress={evaluation.progress.percent / 100}
        nextStep={
          currentStep && !ended
            ? { title: `${currentStep} ${method.titleOf(currentStep)}`, to: linkOf(currentStep) }
            : undefined
        }
        actor={names.length > 0 ? { you: isCoach && whoActs.includes('coach'), name: names.join(', ') } : undefined}
        daysLeft={daysLeft ?? undefined}
      />
      <dl className={styles.facts}>
        <TodayLinks enterprise={enterprise} />
        <Fact name={t('route')}>{t(`route.${evaluation.route}`)}</Fact>
        <Fact name={t('period')}>
          {t('fromTo', {
            from: formatDay(evaluation.startedOn, 'short'),
            to: formatDay(evaluation.endedOn ?? evaluation.plannedEndOn, 'short'),
          })}
        </Fact>
        <Fact name={t('lastActivity')}>{formatRelativeDay(evaluation.lastActivityAt)}</Fact>
        <Fact name={t('sharing')}>{t(`sharing.${evaluation.sharing}`)}</Fact>
        {reads && (
          <Fact name={t('openComments')}>
            {comments > 0 ? <Link to={base}>{t('commentCount', { count: comments })}</Link> : t('noComments')}
          </Fact>
        )}
      </dl>
      <div className={styles.acts}>
        {status === 'active' && evaluation.can.includes('evaluation:stop') && (
          <PauseButton evaluationId={evaluation.id} onChanged={onChanged} />
        )}
        {status === 'completed' && evaluation.can.includes('evaluation:start') && (
          <Button icon="refresh" onClick={() => setStartingNext(true)}>
            {t('startNext')}
          </Button>
        )}
      </div>
      {startingNext && (
        <StartDialog
          enterpriseId={enterprise.id}
          after={{ evaluationId: evaluation.id, route: evaluation.route }}
          onClose={() => setStartingNext(false)}
          onChanged={onChanged}
        />
      )}
    </section>
  )
}

/** Says why nothing goes on, and how it can. */
function Ended({ evaluation, onChanged }: StandingProps & { evaluation: Evaluation }) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [resume, { loading, error, data }] = useMutation(Enterprise_Resume)
  const { status } = evaluation
  const problem = data?.resumeEvaluation.problem
  const resumeIt = async () => {
    const answer = await resume({ variables: { evaluationId: evaluation.id } }).catch(() => undefined)
    if (answer?.data && !answer.data.resumeEvaluation.problem) await onChanged()
  }
  if (status === 'completed') {
    return (
      <Notice tone="success">
        <p>{t('completedOn', { day: formatDay(evaluation.endedOn ?? evaluation.lastActivityAt) })}</p>
      </Notice>
    )
  }
  return (
    <Notice
      tone="info"
      title={
        status === 'paused'
          ? t('paused')
          : t('stoppedOn', { day: formatDay(evaluation.endedOn ?? evaluation.lastActivityAt) })
      }
      actions={
        evaluation.can.includes('evaluation:stop') && (
          <Button busy={loading} onClick={() => void resumeIt()}>
            {t('resume')}
          </Button>
        )
      }
    >
      <p>
        {status === 'paused'
          ? t('pausedText')
          : t('stoppedBecause', { reason: t(`stopReason.${evaluation.stopReason ?? 'other'}`) })}
      </p>
      {problem && <p role="alert">{t(`journeyProblem.${problem}`)}</p>}
      {error && <FailedState error={error} />}
    </Notice>
  )
}

function PauseButton({ evaluationId, onChanged }: { evaluationId: string; onChanged: () => Promise<unknown> }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('enterprises')
  const [pause, { loading, error }] = useMutation(Enterprise_Pause)
  const [resume] = useMutation(Enterprise_Resume)
  const tell = useUndo()
  const pauseIt = async () => {
    const answer = await pause({ variables: { evaluationId } }).catch(() => undefined)
    if (!answer) return
    tell({ text: t('pausedNow'), undo: () => resume({ variables: { evaluationId } }).then(onChanged) })
    await onChanged()
  }
  return (
    <>
      <Button busy={loading} onClick={() => void pauseIt()}>
        {t('pause')}
      </Button>
      {error && <FailedState error={error} />}
    </>
  )
}

function gateState(state: string | undefined, outcome: string | undefined): GateState {
  if (state === 'open') return 'requested'
  if (state === 'returned') return 'rework'
  if (state !== 'agreed') return 'notYet'
  if (outcome === 'passWithRemarks') return 'passedWithRemarks'
  if (outcome === 'rework') return 'rework'
  if (outcome === 'stop') return 'stopped'
  return 'passed'
}
