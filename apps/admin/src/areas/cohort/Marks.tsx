import { Icon } from '@vises/ui/Icon.tsx'
import { PhaseMark } from '@vises/ui/PhaseMark.tsx'
import { PlatformMark } from '@vises/ui/PlatformMark.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Cohort.module.css'
import type { CohortRow } from './useCohort.ts'

type Texts = typeof import('./texts.fr.json')

const FINISHED = 'completed'

/** Phase, step and how far it is, in two short lines. */
export function Place({ row, titleOf }: { row: CohortRow; titleOf: (code: string) => string | undefined }) {
  const { t, formatPercent } = useTexts<Texts>('cohort')
  if (row.phase == null) return <span className={styles.soft}>{t('notStarted')}</span>
  const step = row.status === FINISHED ? undefined : row.currentStep
  // Rounded down like the progress of the evaluation itself: 100 % means that nothing is left.
  const percent = row.stepsTotal ? Math.floor((100 * (row.stepsDone ?? 0)) / row.stepsTotal) : 0
  return (
    <span className={styles.place}>
      <PhaseMark phase={row.phase as 1} size={20} />
      <span>
        <span className={styles.step}>{step ? `${step} ${titleOf(step) ?? ''}` : t('allDone')}</span>
        <span className={styles.soft}>{formatPercent(percent / 100)}</span>
      </span>
    </span>
  )
}

/** Why an enterprise deserves a call, in words. */
export function Stall({ reason }: { reason: string | null | undefined }) {
  const { t } = useTexts<Texts>('cohort')
  if (!reason) return null
  return (
    <span className={styles.stall}>
      <Icon name="flag" size={16} />
      <span>{t(`stall.${reason as 'quiet'}`)}</span>
    </span>
  )
}

/** Where the evaluation stands, or how far the invitation is. */
export function State({ row }: { row: CohortRow }) {
  const { t } = useTexts<Texts>('cohort')
  return <>{row.status ? t(`status.${row.status as 'active'}`) : t(`recruitment.${row.recruitment as 'pending'}`)}</>
}

export function Platform({ code }: { code: string | null | undefined }) {
  const { t } = useTexts<Texts>('cohort')
  if (!code) return <span className={styles.soft}>{t('none')}</span>
  return <PlatformMark platform={code as 'A'} size={22} />
}
