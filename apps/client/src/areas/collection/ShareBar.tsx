import styles from './Collection.module.css'

/** A bar beside its number, which says the same in words; more than all is drawn as all. */
export function ShareBar({ share, soft }: { share: number; soft?: boolean }) {
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={soft ? `${styles.bar} ${styles.softBar}` : styles.bar}
        style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%` }}
      />
    </span>
  )
}
