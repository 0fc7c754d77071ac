import { Link, useLocation } from 'react-router'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Programme.module.css'

/** The pages of the programme, one row above each of them. */
export function ProgrammeNav() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const leads = useCan()('programmeProgress:read')
  const { pathname } = useLocation()
  const base = `/${language}/programme`
  // Pages without an entry of their own belong to the first one.
  const current = (to: string) =>
    to === base ? !pages.slice(1).some((page) => pathname.startsWith(page.to)) : pathname.startsWith(to)
  const pages = [
    ...(leads ? [{ to: base, text: t('pages.progress') }] : []),
    { to: leads ? `${base}/about` : base, text: t('pages.about') },
    { to: `${base}/partners`, text: t('pages.partners') },
    { to: `${base}/platforms`, text: t('pages.platforms') },
    { to: `${base}/agenda`, text: t('pages.agenda') },
    { to: `${base}/library`, text: t('pages.library') },
  ]
  return (
    <nav aria-label={t('pages.label')} className={styles.pages}>
      {pages.map(({ to, text }) => (
        <Link key={to} to={to} aria-current={current(to) ? (pathname === to ? 'page' : 'true') : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  )
}
