import { Suspense, useRef, useState, type ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import type { NavEntry, NavGroup } from '@vises/ui/app/areas.ts'
import { Keys } from '@vises/ui/app/Keys.tsx'
import { NavIcon } from '@vises/ui/app/NavIcon.tsx'
import { MembershipSwitch } from '@vises/ui/auth/MembershipSwitch.tsx'
import { useSession } from '@vises/ui/auth/Session.tsx'
import { Button } from '@vises/ui/Button.tsx'
import { DemoBadge } from '@vises/ui/DemoBadge.tsx'
import { Icon } from '@vises/ui/Icon.tsx'
import { LanguageSwitch } from '@vises/ui/LanguageSwitch.tsx'
import { Logo } from '@vises/ui/Logo.tsx'
import { SkipLink } from '@vises/ui/SkipLink.tsx'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import styles from './Shell.module.css'

const GROUPS: NavGroup[] = ['work', 'evaluation', 'knowledge', 'organisation']

/** The frame of the enterprise's app: its name, language and account above, its pages on the left or behind a button. */
export function Shell({ nav, children }: { nav: NavEntry[]; children: ReactNode }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('app')
  const textById = useTextById()
  const { viewer, signOut } = useSession()
  const { pathname } = useLocation()
  // The menu is open on the page where it was opened: another page closes it.
  const [menuOpenAt, setMenuOpenAt] = useState<string>()
  const menuOpen = menuOpenAt === pathname
  const menuButton = useRef<HTMLButtonElement>(null)
  const [keysOpen, setKeysOpen] = useState(false)

  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.header}>
        <Link to={`/${language}`} className={styles.home} aria-label={t('home')}>
          <Logo />
        </Link>
        {viewer?.demo && <DemoBadge />}
        <div className={styles.space} />
        <div className={styles.wide}>
          <LanguageSwitch />
        </div>
        {viewer && (
          <button
            ref={menuButton}
            type="button"
            className={styles.menuButton}
            aria-expanded={menuOpen}
            aria-controls="navigation"
            onClick={() => setMenuOpenAt(menuOpen ? undefined : pathname)}
          >
            <Icon name={menuOpen ? 'close' : 'menu'} />
            {t('menu')}
          </button>
        )}
      </header>
      <div className={styles.body}>
        <aside
          id="navigation"
          onKeyDown={({ key }) => {
            if (key !== 'Escape') return
            menuButton.current?.focus()
            setMenuOpenAt(undefined)
          }}
          aria-label={t('menu')}
          className={menuOpen ? `${styles.side} ${styles.open}` : styles.side}
        >
          {viewer && (
            <>
              <div className={styles.who}>
                <MembershipSwitch />
                <div className={styles.narrow}>
                  <LanguageSwitch />
                </div>
              </div>
              <nav aria-label={t('navigation')}>
                {GROUPS.map((group) => {
                  const entries = nav.filter((entry) => entry.group === group)
                  return entries.length === 0 ? null : (
                    <div key={group}>
                      {group !== 'work' && <p className={styles.groupName}>{t(`group.${group}`)}</p>}
                      <ul>
                        {entries.map(({ to, textId, icon }) => (
                          <li key={to}>
                            <NavLink to={to} end={to.split('/').length === 2}>
                              <NavIcon icon={icon} />
                              {textById(textId)}
                            </NavLink>
                          </li>
                        ))}
                      </ul>
                    </div>
                  )
                })}
              </nav>
              <ul className={styles.own}>
                <li>
                  <NavLink to={`/${language}/account`}>
                    <Icon name="person" />
                    <span>
                      {t('myAccount')}
                      <span className={styles.name}>{viewer.name}</span>
                    </span>
                  </NavLink>
                </li>
                <li>
                  <Button variant="quiet" icon="keyboard" onClick={() => setKeysOpen(true)}>
                    {t('keys')}
                  </Button>
                </li>
                <li>
                  <Button variant="quiet" icon="signOut" onClick={() => void signOut()}>
                    {t('signOut')}
                  </Button>
                </li>
              </ul>
            </>
          )}
        </aside>
        <main id="main" tabIndex={-1} className={styles.main}>
          <Suspense fallback={null}>{children}</Suspense>
        </main>
      </div>
      <Keys nav={nav} open={keysOpen} onOpen={() => setKeysOpen(true)} onClose={() => setKeysOpen(false)} />
    </div>
  )
}
