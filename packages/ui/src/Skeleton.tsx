import styles from './States.module.css'
import { useTexts } from './texts.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** The shape of what is coming, so that nothing moves when it is there. */
export function Skeleton({ kind = 'text', rows = 3 }: { kind?: 'text' | 'table' | 'cards' | 'page'; rows?: number }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  return (
    <div className={`${styles.skeleton} ${styles[kind]}`}>
      <output>
        <VisuallyHidden>{t('loading')}</VisuallyHidden>
      </output>
      {kind === 'page' && <div className={styles.heading} />}
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className={styles.bar}
          style={kind === 'text' || kind === 'page' ? { width: `${[96, 88, 92, 64][row % 4]}%` } : undefined}
        />
      ))}
    </div>
  )
}
