import styles from './Logo.module.css'

/** The product's name with the three phases as its sign. */
export function Logo() {
  return (
    <span className={styles.logo}>
      <svg width="44" height="20" viewBox="0 0 44 20" aria-hidden>
        <circle cx="7" cy="10" r="5.5" fill="var(--phase-1)" />
        <rect x="17.6" y="5.6" width="8.8" height="8.8" rx="1.5" transform="rotate(45 22 10)" fill="var(--phase-2)" />
        <path d="M34 4.6h6l3.2 5.4-3.2 5.4h-6L30.8 10z" fill="var(--phase-3)" />
      </svg>
      <span>VISES</span>
    </span>
  )
}
