import styles from './pictures.module.css'

export type BarTone = 'accent' | 'phase1' | 'phase2' | 'phase3' | 'quiet'

/** The length of a number that stands beside it as text; all bars of one picture share their `max`. */
export function Bar({ value, max, tone = 'accent' }: { value: number; max: number; tone?: BarTone }) {
  const share = max > 0 ? Math.min(value / max, 1) : 0
  return (
    <span className={styles.bar} aria-hidden>
      {value > 0 && (
        <span className={tone === 'accent' ? undefined : styles[tone]} style={{ width: `${share * 100}%` }} />
      )}
    </span>
  )
}
