import { Field, ID, Int, ObjectType } from 'type-graphql'
import { NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { auditAll } from '../access/audit.ts'
import { lockEnterprises } from '../enterprise/lock-enterprises.ts'
import { TODAY } from '../enterprise/today.ts'
import { announceChanges } from '../sharing/announce.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'An enterprise whose coach changed, and who it was before: enough to undo it.',
})
export class CoachChange {
  @Field(() => ID) enterpriseId!: string
  @Field(() => String) enterpriseName!: string
  @Field(() => ID, { nullable: true, description: 'Null: nobody, or someone who has left.' })
  previousCoachMembershipId!: string | null
  @Field(() => String, { nullable: true }) previousCoachName!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Someone who can accompany enterprises.' })
export class Coach {
  @Field(() => ID) membershipId!: string
  @Field(() => String) name!: string
  @Field(() => Int, { description: 'Enterprises accompanied today.' }) enterpriseCount!: number
}

/** Who can accompany enterprises, and how many each does. */
export function coaches(db: Db, actor: Actor): Promise<Coach[]> {
  demand(actor, 'cohort:read')
  return db.rows<Coach>(
    `SELECT m.id AS "membershipId", m.person_name AS name, count(a.id)::int AS "enterpriseCount"
     FROM membership m LEFT JOIN accompaniment a ON a.partner_id = $1 AND a.coach_user_id = m.user_id AND a.ends_on IS NULL
     WHERE m.partner_id = $1 AND m.role = 'coach' AND m.ended_at IS NULL GROUP BY m.id, m.person_name ORDER BY m.person_name, m.id`,
    [actor.partnerId],
  )
}

/**
 * Gives enterprises a coach, or takes theirs away (null). What was before keeps its dates, unless it began today: then
 * it was a slip, and giving the coach of before back leaves no trace but in the audit log.
 */
export async function assignCoach(
  db: Db,
  actor: Actor,
  enterpriseIds: string[],
  coachMembershipId: string | null,
): Promise<CoachChange[]> {
  demand(actor, 'cohort:manage')
  const coach = coachMembershipId === null ? null : await coachByMembership(db, actor, coachMembershipId)
  const enterprises = await lockEnterprises(db, actor, enterpriseIds)
  // Read after the lock, or two who assign at once would both end the coach of before.
  const current = await db.rows<{ enterpriseId: string; userId: string; name: string; membershipId: string | null }>(
    `SELECT a.enterprise_id AS "enterpriseId", a.coach_user_id AS "userId", a.coach_name AS name, m.id AS "membershipId"
     FROM accompaniment a
     LEFT JOIN membership m ON m.partner_id = $1 AND m.user_id = a.coach_user_id AND m.role = 'coach' AND m.ended_at IS NULL
     WHERE a.partner_id = $1 AND a.enterprise_id = ANY($2::uuid[]) AND a.ends_on IS NULL`,
    [actor.partnerId, enterprises.map(({ id }) => id)],
  )
  const before = new Map(current.map((row) => [row.enterpriseId, row]))
  const changed = enterprises.filter(({ id }) => before.get(id)?.userId !== coach?.userId)
  if (changed.length > 0)
    await writeCoach(
      db,
      actor,
      changed.map(({ id }) => id),
      coach,
    )
  await auditAll(
    db,
    actor,
    changed.map(({ id, name }) => ({
      action: 'enterprise.coachAssigned',
      objectType: 'enterprise',
      objectId: id,
      objectName: name,
      enterpriseId: id,
      old: { coach: before.get(id)?.name ?? null },
      new: { coach: coach?.name ?? null },
    })),
  )
  return changed.map(({ id, name }) => ({
    enterpriseId: id,
    enterpriseName: name,
    previousCoachMembershipId: before.get(id)?.membershipId ?? null,
    previousCoachName: before.get(id)?.name ?? null,
  }))
}

/**
 * Leaves the enterprises of somebody who is a coach here no longer without one, in the transaction in which the role
 * ends: a name that cannot act would hide that nobody co-signs. Whoever ends the role may do this with it.
 */
export async function endAccompaniments(db: Db, actor: Actor, coach: { userId: string; name: string }): Promise<void> {
  const left = await db.rows<{ id: string; name: string }>(
    `SELECT e.id, e.name FROM enterprise e JOIN accompaniment a ON a.partner_id = $1 AND a.enterprise_id = e.id
     WHERE e.partner_id = $1 AND a.coach_user_id = $2 AND a.ends_on IS NULL ORDER BY e.id FOR UPDATE`,
    [actor.partnerId, coach.userId],
  )
  if (left.length === 0) return
  await writeCoach(
    db,
    actor,
    left.map(({ id }) => id),
    null,
  )
  await auditAll(
    db,
    actor,
    left.map(({ id, name }) => ({
      action: 'enterprise.coachAssigned',
      objectType: 'enterprise',
      objectId: id,
      objectName: name,
      enterpriseId: id,
      old: { coach: coach.name },
      new: { coach: null },
    })),
  )
}

/** Ends the accompaniments of these enterprises and begins the new ones. */
export async function writeCoach(
  db: Db,
  actor: Pick<Actor, 'partnerId'>,
  ids: string[],
  coach: { userId: string; name: string } | null,
): Promise<void> {
  await db.rows(
    `DELETE FROM accompaniment WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND ends_on IS NULL AND starts_on >= ${TODAY}`,
    [actor.partnerId, ids],
  )
  await db.rows(
    `UPDATE accompaniment SET ends_on = ${TODAY} WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND ends_on IS NULL`,
    [actor.partnerId, ids],
  )
  if (coach) {
    const reopened = await db.rows<{ enterpriseId: string }>(
      `UPDATE accompaniment SET ends_on = NULL
       WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND coach_user_id = $3 AND ends_on = ${TODAY}
       RETURNING enterprise_id AS "enterpriseId"`,
      [actor.partnerId, ids, coach.userId],
    )
    const done = new Set(reopened.map(({ enterpriseId }) => enterpriseId))
    const fresh = ids.filter((id) => !done.has(id))
    await db.rows(
      `INSERT INTO accompaniment (partner_id, id, enterprise_id, coach_user_id, coach_name, starts_on)
       SELECT $1, link.id, link.enterprise_id, $2, $3, ${TODAY} FROM unnest($4::uuid[], $5::uuid[]) AS link (id, enterprise_id)`,
      [actor.partnerId, coach.userId, coach.name, fresh.map(newId), fresh],
    )
  }
  await db.rows('UPDATE enterprise SET updated_at = now() WHERE partner_id = $1 AND id = ANY($2::uuid[])', [
    actor.partnerId,
    ids,
  ])
  await announceChanges(db, actor.partnerId, ids)
}

async function coachByMembership(
  db: Db,
  actor: Actor,
  membershipId: string,
): Promise<{ userId: string; name: string }> {
  // Held until the end of the deed: a role that ends at the same time finds what was given here, and takes it away.
  const coach = isId(membershipId)
    ? await db.row<{ userId: string; name: string }>(
        `SELECT user_id AS "userId", person_name AS name FROM membership
         WHERE partner_id = $1 AND id = $2 AND role = 'coach' AND ended_at IS NULL FOR SHARE`,
        [actor.partnerId, membershipId],
      )
    : undefined
  if (!coach) throw new NotFound()
  return coach
}
