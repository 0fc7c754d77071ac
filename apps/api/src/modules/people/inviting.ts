import type { Role } from '../access/rules.ts'

/**
 * Which roles a role may invite: nobody invites above themselves. Enterprise roles are invited by those who may manage
 * the enterprise's people, staff roles by an administrator of the same partner.
 */
const MAY_INVITE: Record<Role, readonly Role[]> = {
  platformLead: ['platformLead', 'researcher', 'partnerAdmin', 'coach'],
  researcher: [],
  partnerAdmin: ['partnerAdmin', 'coach', 'manager', 'contributor'],
  coach: ['manager', 'contributor'],
  manager: ['manager', 'contributor'],
  contributor: [],
}

/** Whether someone in this role may hand out that role. */
export const mayInvite = (inviter: Role, invited: Role): boolean => MAY_INVITE[inviter].includes(invited)

/** Whether a role belongs to an enterprise rather than to a partner or the programme. */
export const isEnterpriseRole = (role: Role): boolean => role === 'manager' || role === 'contributor'

/** Roles of which the last holder cannot leave: somebody must be able to let others in. */
export const LAST_HOLDER_STAYS: readonly Role[] = ['platformLead', 'partnerAdmin', 'manager']

/** Days an invitation can be accepted. */
export const INVITATION_DAYS = 14
