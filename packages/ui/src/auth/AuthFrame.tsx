import type { ReactNode } from 'react'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import { Logo } from '../Logo.tsx'
import { Page } from '../Page.tsx'
import { SkipLink } from '../SkipLink.tsx'
import { useTexts } from '../texts.tsx'
import styles from './AuthFrame.module.css'

/** The quiet page around signing in, joining and setting up: one column, one thing to do. */
export function AuthFrame({
  title,
  lead,
  children,
  aside,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
  aside?: ReactNode
}) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('auth')
  return (
    <div className={styles.frame}>
      <SkipLink />
      <header className={styles.header}>
        <a href="/" className={styles.home} aria-label={t('toWelcome')}>
          <Logo />
        </a>
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className={aside ? `${styles.main} ${styles.two}` : styles.main}>
        <div className={styles.card}>
          <Page title={title} lead={lead}>
            {children}
          </Page>
        </div>
        {aside && <aside className={styles.aside}>{aside}</aside>}
      </main>
    </div>
  )
}
