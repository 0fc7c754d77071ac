import { lazy } from 'react'
import type { AwayRules } from '@vises/ui/auth/Session.tsx'
import { isOpen, ownerOf } from '../areas/device/owner.ts'

const DevicePage = lazy(() => import('../areas/device/DevicePage.tsx'))
const guard = () => import('../areas/device/guard.ts')

/** Without a connection the app goes on with what this device keeps; who signs out leaves nothing on it. */
export const away: AwayRules = {
  offlinePage: () => (isOpen() ? DevicePage : undefined),
  onViewer: (id) => ownerOf() && void guard().then(({ meet }) => meet(id)),
  beforeSignOut: async () => !isOpen() || (await guard()).leaveDevice(),
}
