import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon, type IconName } from '../Icon.tsx'
import { PhaseMark } from '../PhaseMark.tsx'
import { useTexts } from '../texts.tsx'
import type { JourneyLinks } from './EvaluationBanner.tsx'
import type { Evaluation, EvaluationStep } from './useEvaluation.ts'
import { stepOf, type Method } from './useMethod.ts'
import styles from './Journey.module.css'

const ICONS: Record<EvaluationStep['status'], IconName> = {
  todo: 'chevronRight',
  doing: 'edit',
  done: 'check',
  skipped: 'archive',
}

/** The whole path with the state of each step, phase by phase. */
export function JourneyView({
  evaluation,
  method,
  links,
}: {
  evaluation: Evaluation
  method: Method
  links: JourneyLinks
}) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const reads = evaluation.can.includes('evaluation:read')
  return (
    <>
      {method.phases.map((phase) => (
        <section key={phase.number} aria-labelledby={`phase-${phase.number}`}>
          <h2 id={`phase-${phase.number}`}>
            <PhaseMark phase={phase.number as 1 | 2 | 3} /> {phase.title}
          </h2>
          <ol className={styles.steps}>
            {evaluation.steps
              .filter((step) => step.phase === phase.number)
              .map((step) => (
                <li
                  key={step.code}
                  className={styles.step}
                  aria-current={step.code === evaluation.currentStep ? 'step' : undefined}
                >
                  <Icon name={ICONS[step.status]} />
                  <span>
                    <Place to={reads ? links.step(step.code) : undefined}>
                      {step.code} {stepOf(method, step.code)?.title}
                    </Place>
                    {step.skipReason && (
                      <span className={styles.soft}>{t('skippedBecause', { reason: step.skipReason })}</span>
                    )}
                    {Boolean(step.openComments) && (
                      <span className={styles.soft}> {t('openComments', { n: step.openComments ?? 0 })}</span>
                    )}
                  </span>
                  <span className={styles.status}>
                    {t(`status.${step.status}`)}
                    {step.changedAt &&
                      (step.status === 'done' || step.status === 'skipped') &&
                      `, ${formatDay(step.changedAt, 'short')}`}
                  </span>
                </li>
              ))}
            <li className={styles.step}>
              <Icon name="flag" />
              <Place to={reads ? links.gate(phase.gate.code) : undefined}>
                {phase.gate.code} {phase.gate.title}
              </Place>
              <span className={styles.status}>
                {t(`gateState.${evaluation.gates.find(({ gate }) => gate === phase.gate.code)?.state ?? 'notYet'}`)}
              </span>
            </li>
          </ol>
        </section>
      ))}
    </>
  )
}

/** A link for those who may open it, words for the others. */
function Place({ to, children }: { to: string | undefined; children: ReactNode }) {
  return to ? <Link to={to}>{children}</Link> : <span>{children}</span>
}
