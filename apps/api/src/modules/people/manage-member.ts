import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { endAccompaniments } from '../cohort/assign-coach.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { isEnterpriseRole, LAST_HOLDER_STAYS, mayInvite } from './inviting.ts'
import { Member, RoleName } from './person.ts'

/** Why a membership stays as it is. */
export enum MemberProblem {
  LAST_HOLDER = 'LAST_HOLDER',
  ALREADY_IN_ROLE = 'ALREADY_IN_ROLE',
}
registerEnumType(MemberProblem, {
  name: 'MemberProblem',
  description: 'LAST_HOLDER: nobody else holds the role, so name somebody first. ALREADY_IN_ROLE: nothing to change.',
})

@ObjectType()
export class MemberPayload {
  @Field(() => Member, { nullable: true, description: 'The membership as it is now; null when it has ended.' })
  member?: Member
  @Field(() => MemberProblem, { nullable: true }) problem?: MemberProblem
}

interface MemberRow {
  id: string
  userId: string
  name: string
  email: string
  role: RoleName
  enterpriseId: string | null
}

/** Ends a membership: the person's next request is refused, and enterprises they accompany have no coach any more. */
export async function endMembership(db: Db, actor: Actor, membershipId: string): Promise<MemberPayload> {
  const member = await lockedMember(db, actor, membershipId)
  if (await isLastHolder(db, actor, member)) return { problem: MemberProblem.LAST_HOLDER }
  await end(db, actor, member)
  await audit(db, actor, {
    action: 'membership.ended',
    objectType: 'membership',
    objectId: member.id,
    objectName: member.name,
    enterpriseId: member.enterpriseId,
    old: { role: member.role },
  })
  return {}
}

/** Gives a person another role at the same place; the old membership ends, so that history keeps both. */
export async function changeMemberRole(
  db: Db,
  actor: Actor,
  membershipId: string,
  role: RoleName,
): Promise<MemberPayload> {
  const member = await lockedMember(db, actor, membershipId)
  if (!mayInvite(actor.role, role) || isEnterpriseRole(role) !== isEnterpriseRole(member.role)) throw new NotFound()
  if (member.role === role) return { problem: MemberProblem.ALREADY_IN_ROLE }
  if (await isLastHolder(db, actor, member)) return { problem: MemberProblem.LAST_HOLDER }
  await end(db, actor, member)
  const changed = await db.row<Member>(
    `INSERT INTO membership (partner_id, id, user_id, role, enterprise_id, person_name, person_email) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT DO NOTHING
     RETURNING id, user_id AS "userId", person_name AS name, person_email AS email, role, enterprise_id AS "enterpriseId",
       created_at AS since, user_id = $8 AS "isMe",
       0 AS "enterpriseCount"`,
    [actor.partnerId, newId(), member.userId, role, member.enterpriseId, member.name, member.email, actor.userId],
  )
  await audit(db, actor, {
    action: 'membership.roleChanged',
    objectType: 'membership',
    objectId: member.id,
    objectName: member.name,
    enterpriseId: member.enterpriseId,
    old: { role: member.role },
    new: { role },
  })
  return { member: changed }
}

async function lockedMember(db: Db, actor: Actor, membershipId: string): Promise<MemberRow> {
  if (!isId(membershipId)) throw new NotFound()
  // One at a time in a partner: removals that run at once then count the holders one after the other.
  await db.rows(`SELECT pg_advisory_xact_lock(hashtextextended('people ' || $1, 0))`, [actor.partnerId])
  const member = await db.row<MemberRow>(
    `SELECT id, user_id AS "userId", person_name AS name, person_email AS email, role, enterprise_id AS "enterpriseId"
     FROM membership WHERE partner_id = $1 AND id = $2 AND ended_at IS NULL`,
    [actor.partnerId, membershipId],
  )
  if (!member) throw new NotFound()
  if (member.enterpriseId) await demandForEnterprise(db, actor, 'enterpriseMember:manage', member.enterpriseId)
  else demand(actor, 'member:manage')
  // Nobody takes away a role that they could not have given.
  if (!mayInvite(actor.role, member.role)) throw new NotFound()
  return member
}

async function isLastHolder(db: Db, actor: Actor, member: MemberRow): Promise<boolean> {
  if (!LAST_HOLDER_STAYS.includes(member.role)) return false
  const holders = await db.rows(
    `SELECT id FROM membership WHERE partner_id = $1 AND role = $2 AND enterprise_id IS NOT DISTINCT FROM $3 AND ended_at IS NULL`,
    [actor.partnerId, member.role, member.enterpriseId],
  )
  return holders.length <= 1
}

async function end(db: Db, actor: Actor, member: MemberRow): Promise<void> {
  await db.rows('UPDATE membership SET ended_at = now() WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    member.id,
  ])
  await db.rows(
    'UPDATE api_token SET revoked_at = now() WHERE partner_id = $1 AND membership_id = $2 AND revoked_at IS NULL',
    [actor.partnerId, member.id],
  )
  if (member.role === RoleName.coach) await endAccompaniments(db, actor, member)
}
