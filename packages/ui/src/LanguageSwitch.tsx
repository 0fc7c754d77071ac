import { Link, useLocation } from 'react-router'
import { inLanguage, LANGUAGE_NAMES, LANGUAGES } from './language.ts'
import styles from './LanguageSwitch.module.css'
import { useTexts } from './texts.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** The same page in another language. */
export function LanguageSwitch() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('ui')
  const place = useLocation()
  return (
    <nav aria-label={t('language')} className={styles.switch}>
      {LANGUAGES.map((one) => (
        <Link
          key={one}
          to={inLanguage(one, place)}
          replace
          state={place.state}
          lang={one}
          hrefLang={one}
          aria-current={one === language ? 'true' : undefined}
        >
          {one.toUpperCase()}
          <VisuallyHidden>{` ${LANGUAGE_NAMES[one]}`}</VisuallyHidden>
        </Link>
      ))}
    </nav>
  )
}
