import styles from './DemoBadge.module.css'
import { useTexts } from './texts.tsx'

/** Says that what is shown is invented. */
export function DemoBadge() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  return (
    <span className={styles.badge} title={t('demo.help')}>
      {t('demo.badge')}
    </span>
  )
}
