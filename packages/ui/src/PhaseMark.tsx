import styles from './marks.module.css'
import { useTexts } from './texts.tsx'

const SHAPES = {
  1: <circle cx="12" cy="12" r="11" />,
  2: <rect x="3.6" y="3.6" width="16.8" height="16.8" rx="2.5" transform="rotate(45 12 12)" />,
  3: <path d="M6.6 2h10.8L23 12l-5.6 10H6.6L1 12z" />,
}

interface PhaseMarkProps {
  phase: 1 | 2 | 3
  size?: number
  /** Shows the name beside the mark; without it the name is said aloud only. */
  named?: boolean
  /** Only the outline: a phase that is still ahead. */
  hollow?: boolean
}

/** The phase's own shape and colour with its number. */
export function PhaseMark({ phase, size = 24, named = false, hollow = false }: PhaseMarkProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  const name = t(`phase.${phase}`)
  return (
    <span className={styles.mark}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        className={hollow ? `${styles[`phase${phase}`]} ${styles.hollow}` : styles[`phase${phase}`]}
        {...(named ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
      >
        {SHAPES[phase]}
        <text x="12" y="16.4" textAnchor="middle" className={styles.number}>
          {phase}
        </text>
      </svg>
      {named && <span>{name}</span>}
    </span>
  )
}
