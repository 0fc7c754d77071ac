import { Field, ObjectType } from 'type-graphql'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { Invitation, Member } from './person.ts'

@ObjectType({ description: 'The people of a partner, or of one enterprise, and the invitations that wait.' })
export class People {
  @Field(() => [Member]) members!: Member[]
  @Field(() => [Invitation]) invitations!: Invitation[]
}

const MEMBERS = `
  SELECT m.id, m.user_id AS "userId", m.person_name AS name, m.person_email AS email, m.role,
    m.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", m.created_at AS since, m.user_id = $2 AS "isMe",
    CASE WHEN m.role = 'coach' THEN (SELECT count(*)::int FROM accompaniment a
      WHERE a.partner_id = $1 AND a.coach_user_id = m.user_id AND a.ends_on IS NULL) ELSE 0 END AS "enterpriseCount"
  FROM membership m LEFT JOIN enterprise e ON e.partner_id = m.partner_id AND e.id = m.enterprise_id
  WHERE m.partner_id = $1 AND m.ended_at IS NULL`

const INVITATIONS = `
  SELECT i.id, i.email, i.role, i.enterprise_id AS "enterpriseId", e.name AS "enterpriseName",
    i.invited_by_name AS "invitedByName", i.created_at AS "createdAt", i.expires_at AS "expiresAt",
    i.expires_at <= now() AS expired
  FROM invitation i LEFT JOIN enterprise e ON e.partner_id = i.partner_id AND e.id = i.enterprise_id
  WHERE i.partner_id = $1 AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL`

/** The partner's own people: administrators, coaches, and those who work for the programme. */
export async function staff(db: Db, actor: Actor): Promise<People> {
  demand(actor, 'member:read')
  const members = await db.rows<Member>(`${MEMBERS} AND m.enterprise_id IS NULL ORDER BY lower(m.person_name), m.id`, [
    actor.partnerId,
    actor.userId,
  ])
  const invitations = await db.rows<Invitation>(
    `${INVITATIONS} AND i.enterprise_id IS NULL ORDER BY i.created_at, i.id`,
    [actor.partnerId],
  )
  return { members, invitations }
}

/** The people who work on an enterprise's evaluation. */
export async function enterprisePeople(db: Db, actor: Actor, enterpriseId: string): Promise<People> {
  await demandForEnterprise(db, actor, 'enterpriseMember:read', enterpriseId)
  const members = await db.rows<Member>(`${MEMBERS} AND m.enterprise_id = $3 ORDER BY lower(m.person_name), m.id`, [
    actor.partnerId,
    actor.userId,
    enterpriseId,
  ])
  const invitations = await db.rows<Invitation>(`${INVITATIONS} AND i.enterprise_id = $2 ORDER BY i.created_at, i.id`, [
    actor.partnerId,
    enterpriseId,
  ])
  return { members, invitations }
}
