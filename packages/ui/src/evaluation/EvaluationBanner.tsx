import { PhaseBanner, type GateState } from '../PhaseBanner.tsx'
import { useViewer } from '../auth/Session.tsx'
import { useTexts } from '../texts.tsx'
import type { Evaluation } from './useEvaluation.ts'
import { titleOf, type Method } from './useMethod.ts'

/** Addresses of an evaluation's pages in the app that shows them. */
export interface JourneyLinks {
  step(code: string): string
  gate(code: string): string
  journey: string
}

/** The companion of every page of an evaluation: where we are, what is next, who must act, days left. */
export function EvaluationBanner({
  evaluation,
  method,
  links,
}: {
  evaluation: Evaluation
  method: Method
  links: JourneyLinks
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const { membership } = useViewer()
  const mySide = membership?.enterpriseId ? 'enterprise' : membership?.role === 'coach' ? 'coach' : undefined
  const reads = evaluation.can.includes('evaluation:read')
  const { whoActs, currentStep, daysLeft } = evaluation
  const next = currentStep && evaluation.status === 'active' ? currentStep : undefined
  const sides = whoActs.map((side) =>
    side === 'coach' ? (evaluation.coachName ?? t('side.noCoach')) : evaluation.enterpriseName,
  )
  return (
    <PhaseBanner
      phases={method.phases.map(({ number, title, gate }) => {
        const steps = evaluation.steps.filter(({ phase }) => phase === number)
        const record = evaluation.gates.find((one) => one.gate === gate.code)
        return {
          number: number as 1 | 2 | 3,
          title,
          doneSteps: steps.filter(({ status }) => status === 'done' || status === 'skipped').length,
          totalSteps: steps.length,
          gate: gateState(record?.state, record?.record?.outcome),
          gateTo: reads ? links.gate(gate.code) : undefined,
        }
      })}
      current={evaluation.status === 'completed' ? 'closed' : (evaluation.phase as 1 | 2 | 3)}
      progress={evaluation.progress.percent / 100}
      nextStep={
        next
          ? {
              title: titleOf(method, next),
              to: reads ? (next.startsWith('G') ? links.gate(next) : links.step(next)) : undefined,
            }
          : undefined
      }
      actor={
        sides.length > 0 ? { you: mySide !== undefined && whoActs.includes(mySide), name: sides.join(', ') } : undefined
      }
      daysLeft={daysLeft ?? undefined}
    />
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
