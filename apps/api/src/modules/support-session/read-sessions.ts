import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql'
import { BadInput } from '../../platform/errors.ts'
import { fromCursor, PageInfo, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand, may } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { reachOf } from '../access/rules.ts'
import { SupportSession } from '../enterprise/enterprise-types.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'

@ObjectType({ simpleResolvers: true })
export class SupportSessionPage {
  @Field(() => [SupportSession]) nodes!: SupportSession[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ simpleResolvers: true, description: 'A step of the evaluation that is begun and not done.' })
export class OpenStep {
  @Field(() => ID) evaluationId!: string
  @Field(() => String) stepCode!: string
  @Field(() => String, { description: 'doing, or todo for the step that is next' }) status!: string
  @Field(() => GraphQLISODateTime, { nullable: true }) changedAt?: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'A comment that is not resolved.' })
export class OpenComment {
  @Field(() => ID) id!: string
  @Field(() => ID) evaluationId!: string
  @Field(() => String) stepCode!: string
  @Field(() => String) authorName!: string
  @Field(() => String) authorRole!: string
  @Field(() => String) body!: string
  @Field(() => GraphQLISODateTime) createdAt!: Date
}

@ObjectType({ simpleResolvers: true, description: 'What to look at before the next session with an enterprise.' })
export class SessionPreparation {
  @Field(() => SupportSession, { nullable: true, description: 'What was agreed last time.' })
  lastSession?: SupportSession
  @Field(() => [OpenStep]) openSteps!: OpenStep[]
  @Field(() => [OpenComment], { description: 'The 50 oldest.' }) openComments!: OpenComment[]
}

const SESSION = `
  SELECT s.id, s.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", s.held_on::text AS "heldOn", s.minutes, s.notes,
    s.next_actions AS "nextActions", s.author_name AS "authorName", s.author_user_id = $2 AS mine, s.updated_at AS "updatedAt"
  FROM support_session s JOIN enterprise e ON e.partner_id = $1 AND e.id = s.enterprise_id`

/** The last sessions of an enterprise; the caller has asked the rule. */
export function sessionsOf(db: Db, actor: Actor, enterpriseId: string, most = 50): Promise<SupportSession[]> {
  return db.rows<SupportSession>(
    `${SESSION} WHERE s.partner_id = $1 AND s.enterprise_id = $3 ORDER BY s.held_on DESC, s.id DESC LIMIT $4`,
    [actor.partnerId, actor.userId, enterpriseId, most],
  )
}

/** One session, for the answer of the deed that wrote it. */
export function sessionById(db: Db, actor: Actor, id: string): Promise<SupportSession | undefined> {
  return db.row<SupportSession>(`${SESSION} WHERE s.partner_id = $1 AND s.id = $3`, [actor.partnerId, actor.userId, id])
}

/** Sessions of an enterprise, newest first. */
export async function supportSessions(
  db: Db,
  actor: Actor,
  enterpriseId: string,
  page: PageArgs,
): Promise<SupportSessionPage> {
  await demandForEnterprise(db, actor, 'supportSession:read', enterpriseId)
  const after = page.after ? fromCursor(page.after, ['date', 'uuid']) : undefined
  const rows = await db.rows<SupportSession>(
    `${SESSION} WHERE s.partner_id = $1 AND s.enterprise_id = $3
       AND ($5::date IS NULL OR (s.held_on, s.id) < ($5::date, $6::uuid)) ORDER BY s.held_on DESC, s.id DESC LIMIT $4`,
    [actor.partnerId, actor.userId, enterpriseId, page.first + 1, after?.[0] ?? null, after?.[1] ?? null],
  )
  return pageOf(rows, page.first, (row) => [row.heldOn, row.id])
}

const LONGEST_DAYS = 400

/** Sessions the person held between two days, for the calendar; an administrator sees those of the whole partner. */
export function mySessions(db: Db, actor: Actor, from: string, to: string): Promise<SupportSession[]> {
  demand(actor, 'supportSession:read')
  if (Date.parse(to) - Date.parse(from) > LONGEST_DAYS * 86_400_000)
    throw new BadInput([{ field: 'to', code: 'tooLong' }])
  return db.rows<SupportSession>(
    `${SESSION} WHERE s.partner_id = $1 AND s.held_on BETWEEN $3 AND $4 AND ($5 OR s.author_user_id = $2)
     ORDER BY s.held_on, s.id LIMIT 1000`,
    [actor.partnerId, actor.userId, from, to, reachOf(actor.role, 'supportSession:read') === 'all'],
  )
}

/** Open steps and open comments of an enterprise, and what was agreed last time. */
export async function prepareSession(db: Db, actor: Actor, enterpriseId: string): Promise<SessionPreparation> {
  const subject = await demandForEnterprise(db, actor, 'supportSession:read', enterpriseId)
  const [lastSession] = await sessionsOf(db, actor, enterpriseId, 1)
  // The contents stay with those who may read the evaluation: a partner administrator sees steps only.
  const readsComments = may(actor, 'evaluation:read', subject)
  const openSteps = await db.rows<OpenStep>(
    `SELECT v.id AS "evaluationId", s.step_code AS "stepCode", s.status, s.changed_at AS "changedAt"
     FROM enterprise e JOIN evaluation v ON v.partner_id = $1 AND v.id = e.current_evaluation_id
     JOIN step_state s ON s.partner_id = $1 AND s.evaluation_id = v.id AND s.status = 'doing'
     WHERE e.partner_id = $1 AND e.id = $2
     UNION
     SELECT v.id, v.current_step, coalesce(s.status, 'todo'), s.changed_at
     FROM enterprise e JOIN evaluation v ON v.partner_id = $1 AND v.id = e.current_evaluation_id
     LEFT JOIN step_state s ON s.partner_id = $1 AND s.evaluation_id = v.id AND s.step_code = v.current_step
     WHERE e.partner_id = $1 AND e.id = $2 AND v.status IN ('active', 'paused') ORDER BY 2`,
    [actor.partnerId, enterpriseId],
  )
  const openComments = readsComments
    ? await db.rows<OpenComment>(
        `SELECT c.id, c.evaluation_id AS "evaluationId", c.step_code AS "stepCode", c.author_name AS "authorName",
           c.author_role AS "authorRole", c.body, c.created_at AS "createdAt"
         FROM step_comment c JOIN enterprise e ON e.partner_id = $1 AND e.id = $2 AND e.current_evaluation_id = c.evaluation_id
         WHERE c.partner_id = $1 AND c.resolved_at IS NULL ORDER BY c.created_at, c.id LIMIT 50`,
        [actor.partnerId, enterpriseId],
      )
    : []
  return { lastSession, openSteps, openComments }
}
