import { lazy } from 'react'
import type { AwayRules } from '@vises/ui/auth/Session.tsx'

const DevicePage = lazy(() => import('../areas/device/DevicePage.tsx'))
const guard = () => import('../areas/device/guard.ts')
/** Whose this device is; `locked:` before it while somebody else, or nobody, is signed in. */
const owner = () => localStorage.getItem('vises-device')
const isOpen = () => /^[^:]+$/.test(owner() ?? '')

/** Without a connection the app goes on with what this device keeps; who signs out leaves nothing on it. */
export const away: AwayRules = {
  offlinePage: () => (isOpen() ? DevicePage : undefined),
  onViewer: (id) => owner() && void guard().then(({ meet }) => meet(id)),
  beforeSignOut: async () => !isOpen() || (await guard()).leaveDevice(),
}
