import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { joinsOf, STALL } from './cohort-filter.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'One thing that waits for the person who asks, with where to find it.',
})
export class WorkItem {
  @Field(() => String, { description: 'gate, comment, stalled, transfer or import' }) kind!: string
  @Field(() => ID, { description: 'Of the gate record, comment, enterprise, offer or import.' }) id!: string
  @Field(() => ID, { nullable: true }) enterpriseId?: string | null
  @Field(() => ID, { nullable: true }) evaluationId?: string | null
  @Field(() => String, { nullable: true, description: 'Name of the enterprise or of the file.' }) name?: string | null
  @Field(() => String, { nullable: true, description: 'Gate, step, reason of the stall, or status of the import.' })
  detail?: string | null
  @Field(() => String, { nullable: true, description: 'Who waits.' }) who?: string | null
  @Field(() => GraphQLISODateTime, { description: 'Since when.' }) since!: Date
}

@ObjectType({ simpleResolvers: true, description: 'What waits for the person who asks, in numbers.' })
export class WorkCounts {
  @Field(() => Int, { description: 'Gates that wait for a second signature.' }) gatesToCosign!: number
  @Field(() => Int, { description: 'Comments of enterprises nobody has answered.' }) unansweredComments!: number
  @Field(() => Int, { description: 'Enterprises other partners want to hand over.' }) incomingTransfers!: number
  @Field(() => Int, { description: 'Imports that were checked and wait, or failed.' }) importsWaiting!: number
  @Field(() => Int, { description: 'Evaluations past their planned end.' }) overdue!: number
  @Field(() => Int, { description: 'Evaluations that deserve a call, overdue ones included.' }) stalled!: number
  @Field(() => Int, { description: 'Enterprises without a coach; for administrators.' }) withoutCoach!: number
}

@ObjectType({ simpleResolvers: true, description: 'What happened in one’s enterprises since a moment.' })
export class WorkNews {
  @Field(() => Int) stepsDone!: number
  @Field(() => Int) comments!: number
  @Field(() => Int) gatesAsked!: number
  @Field(() => Int) evaluationsStarted!: number
}

@ObjectType({ simpleResolvers: true, description: 'My work: what waits for me, counts first.' })
export class MyWork {
  @Field(() => WorkCounts) counts!: WorkCounts
  @Field(() => [WorkItem], { description: 'The 20 that wait longest of each kind.' }) items!: WorkItem[]
  @Field(() => WorkNews, { nullable: true, description: 'Since the moment given; null without one.' }) news?: WorkNews
}

/**
 * What waits for a coach (in the enterprises they accompany) or an administrator (in the whole partner). One statement
 * for what waits, one for the news.
 */
export async function myWork(db: Db, actor: Actor, since: Date | undefined): Promise<MyWork> {
  demand(actor, 'cohort:read')
  const isAdmin = actor.role === 'partnerAdmin'
  const rows = await db.rows<WorkItem & { total: number }>(WAITING, [actor.partnerId, actor.userId, isAdmin])
  const total = (kind: string) => rows.find((row) => row.kind === kind)?.total ?? 0
  const news = since ? (await db.row<WorkNews>(NEWS, [actor.partnerId, actor.userId, isAdmin, since]))! : undefined
  return {
    counts: {
      gatesToCosign: total('gate'),
      unansweredComments: total('comment'),
      incomingTransfers: total('transfer'),
      importsWaiting: total('import'),
      overdue: total('overdue'),
      stalled: total('stalled'),
      withoutCoach: total('withoutCoach'),
    },
    items: rows.filter(({ kind, id }) => id !== null && kind !== 'overdue' && kind !== 'withoutCoach'),
    news,
  }
}

// A gate is co-signed and a comment read by the coach alone; an administrator sees that they wait, not what they say.
const WAITING = `/* my work */
  WITH mine AS MATERIALIZED (
    SELECT e.id, e.name, e.created_at, v.id AS evaluation_id, v.status, v.last_activity_at, a.id IS NULL AS "coachless", ${STALL} AS stall
    FROM enterprise e ${joinsOf(`a.id ${STALL}`)} WHERE e.partner_id = $1 AND ($3 OR a.coach_user_id = $2)),
  waiting AS (
    SELECT 'gate' AS kind, g.id, m.id AS enterprise_id, m.evaluation_id, m.name, g.gate AS detail, g.requested_by_name AS who, g.requested_at AS since
    FROM mine m JOIN gate_record g ON g.partner_id = $1 AND g.evaluation_id = m.evaluation_id AND g.cosigned_at IS NULL AND g.returned_at IS NULL
    UNION ALL
    SELECT 'comment', c.id, m.id, m.evaluation_id, m.name, c.step_code, c.author_name, c.created_at
    FROM mine m JOIN step_comment c ON c.partner_id = $1 AND c.evaluation_id = m.evaluation_id
    WHERE c.resolved_at IS NULL AND c.author_role IN ('manager', 'contributor') AND NOT EXISTS (
      SELECT FROM step_comment later WHERE later.partner_id = $1 AND later.evaluation_id = c.evaluation_id
        AND later.step_code = c.step_code AND later.created_at > c.created_at AND later.author_role = 'coach')
    UNION ALL
    SELECT 'stalled', m.id, m.id, m.evaluation_id, m.name, m.stall, NULL, m.last_activity_at FROM mine m WHERE m.stall IS NOT NULL
    UNION ALL
    SELECT 'overdue', m.id, m.id, m.evaluation_id, m.name, m.stall, NULL, m.last_activity_at FROM mine m WHERE m.stall = 'overrun'
    UNION ALL
    SELECT 'withoutCoach', m.id, m.id, NULL, m.name, NULL, NULL, m.created_at FROM mine m
    WHERE $3 AND m.coachless AND coalesce(m.status, 'active') IN ('active', 'paused')
    UNION ALL
    SELECT 'transfer', o.id, NULL, NULL, o.enterprise_name, o.problem, o.requested_by_name, o.requested_at FROM shared.transfer_offer o
    WHERE $3 AND o.to_partner_id = $1 AND o.decided_at IS NULL
    UNION ALL
    SELECT 'import', b.id, NULL, NULL, b.file_name, b.status, b.author_name, b.created_at FROM import_batch b
    WHERE $3 AND b.partner_id = $1 AND b.status IN ('checked', 'failed'))
  SELECT kind, id, enterprise_id AS "enterpriseId", evaluation_id AS "evaluationId", name, detail, who, since, total FROM (
    SELECT *, count(*) OVER (PARTITION BY kind)::int AS total, row_number() OVER (PARTITION BY kind ORDER BY since, id) AS place FROM waiting) ranked
  WHERE place <= 20 ORDER BY kind, place`

const NEWS = `/* my news */
  WITH mine AS MATERIALIZED (
    SELECT v.id, v.created_at FROM enterprise e JOIN evaluation v ON v.partner_id = $1 AND v.id = e.current_evaluation_id
    LEFT JOIN accompaniment a ON a.partner_id = $1 AND a.enterprise_id = e.id AND a.ends_on IS NULL
    WHERE e.partner_id = $1 AND ($3 OR a.coach_user_id = $2))
  SELECT
    (SELECT count(*)::int FROM mine m JOIN step_event s ON s.partner_id = $1 AND s.evaluation_id = m.id WHERE s.kind = 'done' AND s.at > $4) AS "stepsDone",
    (SELECT count(*)::int FROM mine m JOIN step_comment c ON c.partner_id = $1 AND c.evaluation_id = m.id
      WHERE c.created_at > $4 AND c.author_user_id <> $2) AS comments,
    (SELECT count(*)::int FROM mine m JOIN gate_record g ON g.partner_id = $1 AND g.evaluation_id = m.id WHERE g.requested_at > $4) AS "gatesAsked",
    (SELECT count(*)::int FROM mine m WHERE m.created_at > $4) AS "evaluationsStarted"`
