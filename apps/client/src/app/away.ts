import { lazy } from 'react'
import type { AwayRules } from '@vises/ui/auth/Session.tsx'

const DevicePage = lazy(() => import('../areas/device/DevicePage.tsx'))
const isMine = () => localStorage.getItem('vises-device') === 'mine'

/** Without a connection the app goes on with what this device keeps; who signs out leaves nothing on it. */
export const away: AwayRules = {
  offlinePage: () => (isMine() ? DevicePage : undefined),
  async beforeSignOut() {
    if (!isMine()) return true
    const { leaveDevice } = await import('../areas/device/leave.ts')
    return leaveDevice()
  },
}
