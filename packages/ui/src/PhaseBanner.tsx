import { Link } from 'react-router'
import { Icon } from './Icon.tsx'
import styles from './PhaseBanner.module.css'
import { PhaseMark } from './PhaseMark.tsx'
import { useTexts } from './texts.tsx'

type PhaseNumber = 1 | 2 | 3

export type GateState = 'notYet' | 'ready' | 'requested' | 'passed' | 'passedWithRemarks' | 'rework' | 'stopped'

export interface BannerPhase {
  number: PhaseNumber
  /** The method's own name of the phase; ours otherwise. */
  title?: string
  doneSteps: number
  totalSteps: number
  /** The gate at the end of this phase. */
  gate: GateState
  /** Where the gate is signed. */
  gateTo?: string
}

export interface PhaseBannerProps {
  phases: BannerPhase[]
  /** Where the evaluation stands; `closed` after the last gate. */
  current: PhaseNumber | 'closed'
  /** The one progress formula of the API, between 0 and 1. */
  progress: number
  nextStep?: { title: string; to?: string }
  /** Who must act: `you`, or the name or role of somebody else. */
  actor?: { you: boolean; name: string }
  /** Days until the planned end; negative when it is past; undefined when none is planned. */
  daysLeft?: number
  /** One line, for cards and table rows. */
  compact?: boolean
}

/** Where an evaluation stands: three phases with their gates, the next step, who must act, the days left. */
export function PhaseBanner({
  phases,
  current,
  progress,
  nextStep,
  actor,
  daysLeft,
  compact = false,
}: PhaseBannerProps) {
  const { t, formatPercent } = useTexts<typeof import('./texts.fr.json')>('ui')
  const at = current === 'closed' ? 4 : current
  const stateOf = (phase: PhaseNumber) => (phase < at ? 'done' : phase === at ? 'current' : 'ahead')

  if (compact) {
    return (
      <div className={styles.compact}>
        <span className={styles.compactMarks} aria-hidden>
          {phases.map(({ number }) => (
            <PhaseMark key={number} phase={number} size={18} hollow={stateOf(number) === 'ahead'} />
          ))}
        </span>
        <span className={styles.compactWords}>
          {current === 'closed' ? t('banner.closed') : t(`phase.${current}`)}
          {' · '}
          {formatPercent(progress)}
          {nextStep && ` · ${nextStep.title}`}
        </span>
      </div>
    )
  }

  return (
    <section className={styles.banner} aria-label={t('banner.label')}>
      <ol className={styles.path}>
        {phases.map((phase) => {
          const state = stateOf(phase.number)
          return (
            <li
              key={phase.number}
              className={`${styles.phase} ${styles[state]} ${styles[`phase${phase.number}`]}`}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              <div className={styles.head}>
                <PhaseMark phase={phase.number} size={28} hollow={state === 'ahead'} />
                <div className={styles.words}>
                  <p className={styles.title}>{phase.title ?? t(`phase.${phase.number}`)}</p>
                  <p className={styles.count}>
                    {state === 'done' && <Icon name="check" size={16} />}
                    {t('banner.steps', { done: phase.doneSteps, total: phase.totalSteps })}
                  </p>
                </div>
              </div>
              <div className={styles.bar} aria-hidden>
                <div style={{ inlineSize: `${phase.totalSteps ? (100 * phase.doneSteps) / phase.totalSteps : 0}%` }} />
              </div>
              <Gate phase={phase} />
            </li>
          )
        })}
      </ol>
      <dl className={styles.facts}>
        <div className={styles.next}>
          <dt>{t('banner.next')}</dt>
          <dd>
            {nextStep ? (
              nextStep.to ? (
                <Link to={nextStep.to}>{nextStep.title}</Link>
              ) : (
                nextStep.title
              )
            ) : (
              t(current === 'closed' ? 'banner.closed' : 'banner.nothingNext')
            )}
          </dd>
        </div>
        {actor && (
          <div>
            <dt>{t('banner.actor')}</dt>
            <dd className={actor.you ? styles.you : undefined}>{actor.you ? t('banner.you') : actor.name}</dd>
          </div>
        )}
        {daysLeft !== undefined && (
          <div>
            <dt>{t('banner.time')}</dt>
            <dd className={daysLeft < 0 ? styles.late : undefined}>
              {daysLeft < 0 ? t('banner.daysPast', { days: -daysLeft }) : t('banner.daysLeft', { days: daysLeft })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('banner.progress')}</dt>
          <dd>{formatPercent(progress)}</dd>
        </div>
      </dl>
    </section>
  )
}

function Gate({ phase: { number, gate, gateTo } }: { phase: BannerPhase }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const signed = gate === 'passed' || gate === 'passedWithRemarks'
  const words = (
    <>
      <Icon name={signed ? 'check' : gate === 'rework' || gate === 'stopped' ? 'alert' : 'flag'} size={16} />
      <span>
        {t('banner.gate', { number })} <span className={styles.gateState}>{t(`gate.${gate}`)}</span>
      </span>
    </>
  )
  const look = `${styles.gate} ${styles[`gate-${gate}`] ?? ''}`
  return gateTo ? (
    <Link to={gateTo} className={look}>
      {words}
    </Link>
  ) : (
    <p className={look}>{words}</p>
  )
}
