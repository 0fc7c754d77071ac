import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'
import { methodOf } from '../method/method.ts'
import { StepComment } from './comment.types.ts'
import { StepStatus } from './progress.ts'
import { COMMENT } from './read-comments.ts'
import { Answer } from './save-answer.types.ts'

export const StepHistoryKind = {
  started: 'started',
  done: 'done',
  skipped: 'skipped',
  reopened: 'reopened',
  wrote: 'wrote',
} as const
registerEnumType(StepHistoryKind, {
  name: 'StepHistoryKind',
  description: 'What happened to a step; wrote: answers of one person on one day.',
})

@ObjectType('StepHistoryEntry', { description: 'A line of the history of a step.' })
export class StepHistoryEntry {
  @Field(() => Date) at!: string
  @Field(() => StepHistoryKind) kind!: keyof typeof StepHistoryKind
  @Field(() => String) authorName!: string
  @Field(() => String, { nullable: true, description: 'Why it was skipped or taken up again.' }) reason?: string | null
  @Field(() => [String], { description: 'Fields the person wrote in on that day.' }) fields!: string[]
  @Field(() => Int, { description: 'How many times they were saved.' }) saves!: number
}

@ObjectType('EvaluationStepPage', { description: 'One screen of the journey, with the steps merged into it.' })
export class EvaluationStepPage {
  @Field(() => ID) evaluationId!: string
  @Field(() => String) stepCode!: string
  @Field(() => StepStatus) status!: StepStatus
  @Field(() => String, { nullable: true }) skipReason?: string | null
  @Field(() => String, { nullable: true }) changedByName?: string | null
  @Field(() => Date, { nullable: true }) changedAt?: string | null
  @Field(() => Boolean, { description: 'Whether the route of the evaluation has this screen.' }) isOnRoute!: boolean
  @Field(() => [String], { description: 'Steps that stand on the same screen in this route.' }) mergedSteps!: string[]
  @Field(() => [Answer], { description: 'Of this step and the merged ones.' }) answers!: Answer[]
  @Field(() => [StepComment], { description: 'The newest 100 of this step and the merged ones, oldest first.' })
  comments!: StepComment[]
  @Field(() => [StepHistoryEntry], { description: 'The newest 100 lines, newest first.' }) history!: StepHistoryEntry[]
}

/** One screen of the journey: what is written, what was said about it, and what happened. */
export async function evaluationStep(
  db: Db,
  actor: Actor,
  evaluationId: string,
  stepCode: string,
): Promise<EvaluationStepPage> {
  const subject = await demandForEvaluation(db, actor, 'evaluation:read', evaluationId)
  const method = await methodOf(db, subject.methodCode)
  if (!method?.steps.has(stepCode)) throw new NotFound()
  const onRoute = method.routes[subject.route].find(({ code }) => code === stepCode)
  const mergedSteps = onRoute?.merged ?? []
  const row = await db.row<StepRow>(STEP, [
    actor.partnerId,
    evaluationId,
    actor.userId,
    stepCode,
    [stepCode, ...mergedSteps],
  ])
  return {
    evaluationId,
    stepCode,
    isOnRoute: onRoute !== undefined,
    mergedSteps,
    status: row?.state?.status ?? 'todo',
    skipReason: row?.state?.reason,
    changedByName: row?.state?.by,
    changedAt: row?.state?.at,
    answers: row?.answers ?? [],
    comments: row?.comments ?? [],
    history: row?.history ?? [],
  }
}

interface StepRow {
  state: { status: StepStatus; reason: string | null; by: string; at: string } | null
  answers: Answer[] | null
  comments: StepComment[] | null
  history: StepHistoryEntry[] | null
}

const STEP = `
  SELECT
    (SELECT json_build_object('status', s.status, 'reason', s.skip_reason, 'by', s.changed_by_name, 'at', s.changed_at)
      FROM step_state s WHERE s.partner_id = $1 AND s.evaluation_id = $2 AND s.step_code = $4) AS state,
    (SELECT json_agg(json_build_object('stepCode', n.step_code, 'fieldKey', n.field_key, 'value', n.value, 'revision', n.revision,
        'authorName', n.author_name, 'savedAt', n.saved_at) ORDER BY n.step_code, n.field_key)
      FROM answer n WHERE n.partner_id = $1 AND n.evaluation_id = $2 AND n.step_code = ANY($5)) AS answers,
    (SELECT json_agg(x ORDER BY x."createdAt", x.id) FROM (
        SELECT ${COMMENT} FROM step_comment c
        WHERE c.partner_id = $1 AND c.evaluation_id = $2 AND c.step_code = ANY($5)
        ORDER BY c.created_at DESC, c.id DESC LIMIT 100) x) AS comments,
    (SELECT json_agg(h ORDER BY h.at DESC) FROM (
        SELECT * FROM (
          SELECT e.at, e.kind, e.author_name AS "authorName", e.reason, '[]'::json AS fields, 0 AS saves
          FROM step_event e WHERE e.partner_id = $1 AND e.evaluation_id = $2 AND e.step_code = $4
          UNION ALL
          SELECT max(r.saved_at), 'wrote', min(r.author_name), NULL,
            json_agg(DISTINCT split_part(r.field_key, '/', 1)), count(*)::int
          FROM answer_revision r WHERE r.partner_id = $1 AND r.evaluation_id = $2 AND r.step_code = ANY($5)
          GROUP BY r.author_user_id, (r.saved_at AT TIME ZONE 'UTC')::date) every
        ORDER BY at DESC LIMIT 100) h) AS history`
