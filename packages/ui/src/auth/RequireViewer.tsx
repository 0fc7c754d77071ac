import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { Button, ButtonLink } from '../Button.tsx'
import { FailedState } from '../FailedState.tsx'
import { Page } from '../Page.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { useTexts } from '../texts.tsx'
import { MembershipSwitch } from './MembershipSwitch.tsx'
import { addressOf, appOf, useSession } from './Session.tsx'

/**
 * Lets signed-in people through who work in this app. The others are told where to go: sign in, set the second factor,
 * wait for an invitation, or the other app. The account page (`account`) is open to everybody who is signed in.
 */
export function RequireViewer({ children, account = false }: { children: ReactNode; account?: boolean }) {
  const { t, language } = useTexts<typeof import('../texts.fr.json')>('ui')
  const { state, viewer, error, refresh, app, signOut, OfflinePage } = useSession()
  const place = useLocation()

  if (state === 'loading') return <Skeleton kind="page" rows={5} />
  if (state === 'failed') return OfflinePage ? <OfflinePage /> : <FailedState error={error} onRetry={refresh} />
  if (!viewer) {
    const next = place.pathname + place.search
    return <Navigate to={`/${language}/sign-in?${new URLSearchParams({ next })}`} replace />
  }
  if (account) return children
  if (viewer.needsTwoFactor) return <Navigate to={`/${language}/account?factor=needed`} replace />
  if (!viewer.membership) {
    return (
      <Page title={t('noPlace.title')} width="text">
        <p>{t('noPlace.text', { email: viewer.email })}</p>
        <Button icon="signOut" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </Page>
    )
  }
  const home = appOf(viewer.membership)
  if (home !== app) {
    return (
      <Page title={t('otherApp.title')} width="text">
        <p>{t(home === 'client' ? 'otherApp.toClient' : 'otherApp.toAdmin')}</p>
        <p>
          {/* A whole address: the router would put its own beginning before a path. */}
          <ButtonLink variant="primary" to={`${location.origin}${addressOf(home, language)}`} reloadDocument>
            {t('otherApp.open')}
          </ButtonLink>
        </p>
        <MembershipSwitch />
      </Page>
    )
  }
  return children
}
