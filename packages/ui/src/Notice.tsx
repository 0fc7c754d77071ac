import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Notice.module.css'

export type Tone = 'info' | 'warning' | 'danger' | 'success'

const ICONS: Record<Tone, IconName> = { info: 'info', warning: 'alert', danger: 'alert', success: 'check' }

/**
 * Something the reader should know here. `live` says it aloud when it appears: `polite` for what went well,
 * `assertive` for what stops the work.
 */
export function Notice(props: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  live?: 'polite' | 'assertive'
  actions?: ReactNode
}) {
  const { tone = 'info', title, children, live, actions } = props
  return (
    <div
      className={`${styles.notice} ${styles[tone]}`}
      role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}
    >
      <Icon name={ICONS[tone]} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
