import { enqueue } from '../../jobs/tasks.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { INVITATION_DAYS } from './inviting.ts'
import type { RoleName } from './person.ts'

interface OpenInvitation {
  id: string
  email: string
  role: RoleName
  enterpriseId: string | null
}

/** Sends an open invitation once more and gives it new days. */
export async function resendInvitation(db: Db, actor: Actor, invitationId: string): Promise<boolean> {
  const invitation = await openInvitation(db, actor, invitationId)
  await db.rows(
    `UPDATE invitation SET expires_at = now() + make_interval(days => $3) WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, invitationId, INVITATION_DAYS],
  )
  await audit(db, actor, {
    action: 'invitation.sentAgain',
    objectType: 'invitation',
    objectId: invitation.id,
    objectName: invitation.email,
    enterpriseId: invitation.enterpriseId,
  })
  await enqueue(db, 'mailInvitation', { partnerId: actor.partnerId, invitationId })
  return true
}

/** Takes an invitation back: its link no longer works. */
export async function revokeInvitation(db: Db, actor: Actor, invitationId: string): Promise<boolean> {
  const invitation = await openInvitation(db, actor, invitationId)
  await db.rows('UPDATE invitation SET revoked_at = now() WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    invitationId,
  ])
  await audit(db, actor, {
    action: 'invitation.revoked',
    objectType: 'invitation',
    objectId: invitation.id,
    objectName: invitation.email,
    enterpriseId: invitation.enterpriseId,
  })
  return true
}

async function openInvitation(db: Db, actor: Actor, invitationId: string): Promise<OpenInvitation> {
  if (!isId(invitationId)) throw new NotFound()
  const invitation = await db.row<OpenInvitation>(
    `SELECT id, email, role, enterprise_id AS "enterpriseId" FROM invitation
     WHERE partner_id = $1 AND id = $2 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL FOR UPDATE`,
    [actor.partnerId, invitationId],
  )
  if (!invitation) throw new NotFound()
  if (invitation.enterpriseId) await demandForEnterprise(db, actor, 'enterpriseMember:manage', invitation.enterpriseId)
  else demand(actor, 'member:manage')
  return invitation
}
