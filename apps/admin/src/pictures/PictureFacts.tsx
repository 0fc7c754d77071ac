import type { ReactNode } from 'react'
import styles from './pictures.module.css'

/** What stands under a picture: how many, when, where from, out of what. */
export function PictureFacts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
