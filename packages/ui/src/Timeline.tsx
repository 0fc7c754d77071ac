import type { ReactNode } from 'react'
import { PhaseMark } from './PhaseMark.tsx'
import { useTexts } from './texts.tsx'
import type { When } from './formats.ts'
import styles from './Timeline.module.css'

export interface TimelineItem {
  id: string
  /** Plain day or moment. */
  when: When
  title: ReactNode
  /** By whom. */
  who?: ReactNode
  text?: ReactNode
  phase?: 1 | 2 | 3
  /** Not yet happened. */
  planned?: boolean
}

/** What happened, in the order given. */
export function Timeline({ items, label }: { items: TimelineItem[]; label: string }) {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('ui')
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map(({ id, when, title, who, text, phase, planned }) => (
        <li key={id} className={planned ? styles.planned : undefined}>
          <span className={styles.dot}>{phase ? <PhaseMark phase={phase} size={20} /> : null}</span>
          <div>
            <p className={styles.when}>
              <time dateTime={typeof when === 'string' ? when : when.toISOString()}>{formatDay(when)}</time>
              {who && <span> · {who}</span>}
              {planned && <span> · {t('planned')}</span>}
            </p>
            <p className={styles.title}>{title}</p>
            {text && <div className={styles.text}>{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
