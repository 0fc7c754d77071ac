import { NavLink } from 'react-router'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useTexts } from '@vises/ui/texts.tsx'
import styles from './Programme.module.css'

/** The pages of the programme, one row above each of them. */
export function ProgrammeNav() {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('programme')
  const leads = useCan()('programmeProgress:read')
  const base = `/${language}/programme`
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
        <NavLink key={to} to={to} end={to === base}>
          {text}
        </NavLink>
      ))}
    </nav>
  )
}
