import styles from './SkipLink.module.css'
import { useTexts } from './texts.tsx'

/** The first stop of the keyboard: past the navigation, to `<main id="main">`. */
export function SkipLink() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('ui')
  return (
    <a className={styles.skip} href="#main" onClick={() => document.getElementById('main')?.focus()}>
      {t('skipToContent')}
    </a>
  )
}
