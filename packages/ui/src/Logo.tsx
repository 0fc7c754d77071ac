import styles from './Logo.module.css'

/** The product's name with the three phases as its sign. */
export function Logo() {
  return (
    <span className={styles.logo}>
      <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden>
        <circle cx="7" cy="10" r="5.5" fill="var(--phase-1)" />
        <rect x="12.2" y="5.2" width="9.6" height="9.6" rx="1.5" transform="rotate(45 17 10)" fill="var(--phase-2)" />
        <path d="M24 4.5h6l3 5.5-3 5.5h-6L21 10z" fill="var(--phase-3)" />
      </svg>
      <span>VISES</span>
    </span>
  )
}
