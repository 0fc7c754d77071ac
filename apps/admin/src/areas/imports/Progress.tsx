import { useId, type ReactNode } from 'react'
import styles from './Imports.module.css'

interface ProgressProps {
  label: string
  /** Between 0 and 1; undefined when nobody can say. */
  share: number | undefined
  /** The same in words, such as "120 of 300 rows". */
  count: string
  children?: ReactNode
}

/** Long work and how far it is. */
export function Progress({ label, share, count, children }: ProgressProps) {
  const id = useId()
  return (
    <div className={styles.progress}>
      <p id={id} role="status" className={styles.progressLabel}>
        {label}
      </p>
      <progress aria-labelledby={id} max={1} {...(share === undefined ? {} : { value: share })} />
      <p className={styles.count}>{count}</p>
      {children}
    </div>
  )
}
