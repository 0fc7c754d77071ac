import { AppShell, Burger, Menu, NavLink, UnstyledButton } from '@mantine/core'
import { Suspense, useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import type { NavEntry, NavGroup } from '@vises/ui/app/areas.ts'
import { Keys } from '@vises/ui/app/Keys.tsx'
import { NavIcon } from '@vises/ui/app/NavIcon.tsx'
import { MembershipSwitch } from '@vises/ui/auth/MembershipSwitch.tsx'
import { useSession } from '@vises/ui/auth/Session.tsx'
import { DemoBadge } from '@vises/ui/DemoBadge.tsx'
import { Icon } from '@vises/ui/Icon.tsx'
import { LanguageSwitch } from '@vises/ui/LanguageSwitch.tsx'
import { Logo } from '@vises/ui/Logo.tsx'
import { SkipLink } from '@vises/ui/SkipLink.tsx'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import styles from './Shell.module.css'

const GROUPS: NavGroup[] = ['work', 'evaluation', 'knowledge', 'organisation']

/** The console's frame: where I work, language, account above; what I may open on the left. */
export function Shell({ nav, children }: { nav: NavEntry[]; children: ReactNode }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('app')
  const textById = useTextById()
  const { viewer } = useSession()
  const { pathname } = useLocation()
  // The menu is open on the page where it was opened: another page closes it.
  const [menuOpenAt, setMenuOpenAt] = useState<string>()
  const menuOpen = menuOpenAt === pathname
  const menuButton = useRef<HTMLButtonElement>(null)
  const [keysOpen, setKeysOpen] = useState(false)
  const current = currentEntry(nav, pathname)

  return (
    <AppShell
      layout="default"
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !menuOpen, desktop: nav.length === 0 } }}
      transitionDuration={120}
    >
      <SkipLink />
      <AppShell.Header className={styles.header}>
        {nav.length > 0 && (
          <Burger
            ref={menuButton}
            opened={menuOpen}
            onClick={() => setMenuOpenAt(menuOpen ? undefined : pathname)}
            hiddenFrom="md"
            size="sm"
            aria-label={t('menu')}
            aria-expanded={menuOpen}
            aria-controls="navigation"
          />
        )}
        <Link to={`/${language}`} className={styles.home} aria-label={t('home')}>
          <Logo />
        </Link>
        {viewer?.demo && (
          <span className={styles.wide}>
            <DemoBadge />
          </span>
        )}
        <div className={styles.space} />
        <div className={styles.wide}>
          <MembershipSwitch />
        </div>
        <div className={nav.length > 0 ? styles.wide : undefined}>
          <LanguageSwitch />
        </div>
        {viewer && <AccountMenu onKeys={() => setKeysOpen(true)} />}
      </AppShell.Header>
      <AppShell.Navbar
        id="navigation"
        onKeyDown={({ key }) => {
          if (key !== 'Escape' || !menuOpen) return
          menuButton.current?.focus()
          setMenuOpenAt(undefined)
        }}
        className={menuOpen ? styles.navbar : `${styles.navbar} ${styles.shut}`}
      >
        <div className={styles.narrow}>
          {viewer?.demo && (
            <div>
              <DemoBadge />
            </div>
          )}
          <MembershipSwitch />
          <LanguageSwitch />
        </div>
        <nav aria-label={t('navigation')}>
          {GROUPS.map((group) => {
            const entries = nav.filter((entry) => entry.group === group)
            return entries.length === 0 ? null : (
              <div key={group} className={styles.group}>
                {group !== 'work' && <p className={styles.groupName}>{t(`group.${group}`)}</p>}
                {entries.map(({ to, textId, icon }) => (
                  <NavLink
                    key={to}
                    component={Link}
                    to={to}
                    label={textById(textId)}
                    leftSection={<NavIcon icon={icon} />}
                    active={to === current}
                    aria-current={to === current ? (pathname === to ? 'page' : 'true') : undefined}
                    className={styles.entry}
                  />
                ))}
              </div>
            )
          })}
        </nav>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={styles.main}>
        <Suspense fallback={null}>{children}</Suspense>
      </AppShell.Main>
      <Keys nav={nav} open={keysOpen} onOpen={() => setKeysOpen(true)} onClose={() => setKeysOpen(false)} />
    </AppShell>
  )
}

/** The entry whose address is the longest beginning of the present one. */
function currentEntry(nav: NavEntry[], pathname: string): string | undefined {
  return nav
    .map(({ to }) => to)
    .filter(
      (to) => pathname === to || pathname === `${to}/` || (to.split('/').length > 2 && pathname.startsWith(`${to}/`)),
    )
    .toSorted((a, b) => b.length - a.length)[0]
}

function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('app')
  const { viewer, signOut } = useSession()
  if (!viewer) return null
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.account} aria-label={t('account', { name: viewer.name })}>
          <Icon name="person" />
          <span className={styles.accountName}>{viewer.name}</span>
          <Icon name="chevronDown" size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.email}</Menu.Label>
        <Menu.Item component={Link} to={`/${language}/account`} leftSection={<Icon name="settings" />}>
          {t('myAccount')}
        </Menu.Item>
        <Menu.Item onClick={onKeys} leftSection={<Icon name="keyboard" />}>
          {t('keys')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()} leftSection={<Icon name="signOut" />}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
