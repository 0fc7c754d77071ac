import { leaveJournals } from '../journals.ts'
import { identity } from './identity.ts'
import type { AwayRules } from './Session.tsx'

/** Ends the session once what would be lost on this device was asked about; false: the person stays. */
export async function leave(away: AwayRules | undefined, viewerId: string | undefined): Promise<boolean> {
  if ((viewerId && !leaveJournals(viewerId)) || (away?.beforeSignOut && !(await away.beforeSignOut()))) return false
  await identity.signOut().catch(() => undefined)
  return true
}
