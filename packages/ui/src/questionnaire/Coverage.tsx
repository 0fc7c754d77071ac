import { useTexts } from '../texts.tsx'
import styles from './Coverage.module.css'

/** How much of what people see is there in one language: a bar with its figures. */
export function Coverage({ total, translated, stale }: { total: number; translated: number; stale: number }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const share = (count: number) => `${total === 0 ? 100 : (count / total) * 100}%`
  return (
    <span className={styles.coverage}>
      <span className={styles.bar} aria-hidden>
        <span className={styles.right} style={{ width: share(translated - stale) }} />
        <span className={styles.stale} style={{ width: share(stale) }} />
      </span>
      <span>{t('coverage.count', { translated, total, stale })}</span>
    </span>
  )
}
