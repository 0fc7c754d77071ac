import { IsOptional, IsUUID } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { Day } from '../../platform/scalars.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { Route } from '../method/compile-method.ts'
import { lookForNewMethods } from '../method/method.ts'
import { openJourney, saveProgress, setSteps } from './journey.ts'
import type { EvaluationPayload } from './payloads.ts'
import { evaluation } from './read-evaluation.ts'
import { startEvaluation } from './start-evaluation.ts'

@InputType()
export class StartNextCycleInput {
  @Field(() => ID, { description: 'The completed evaluation.' }) @IsUUID() evaluationId!: string
  @Field(() => Route, { nullable: true, description: 'The same as before, unless given.' })
  @IsOptional()
  route?: Route | null
  @Field(() => Day, { nullable: true, description: 'Today, unless given.' }) @IsOptional() startedOn?: string | null
  @Field(() => Day, { nullable: true, description: 'Twelve months after the start, unless given.' })
  @IsOptional()
  plannedEndOn?: string | null
}

// What describes the enterprise and those around it stays true for longer than one question.
const CARRIED_OVER = ['1.3', '1.4', '1.5']

/** Starts the evaluation after a completed one, with the newest method and the portrait of the enterprise taken along. */
export async function startNextCycle(db: Db, actor: Actor, input: StartNextCycleInput): Promise<EvaluationPayload> {
  const before = await openJourney(db, actor, 'evaluation:start', input.evaluationId)
  if (before.status !== 'completed') return { problem: 'notEnded' }
  const [newest] = await lookForNewMethods(db)
  const started = await startEvaluation(db, actor, {
    enterpriseId: before.enterprise.enterpriseId,
    methodCode: newest?.code ?? before.method.code,
    route: input.route ?? before.route,
    startedOn: input.startedOn,
    plannedEndOn: input.plannedEndOn,
  })
  if (!started.evaluation) return started
  const { id } = started.evaluation
  const carried = await db.rows<{ step: string }>(
    `WITH taken AS (
       INSERT INTO answer (partner_id, enterprise_id, evaluation_id, step_code, field_key, value, revision, author_user_id, author_name)
       SELECT partner_id, enterprise_id, $3, step_code, field_key, value, 1, author_user_id, author_name FROM answer
       WHERE partner_id = $1 AND evaluation_id = $2 AND step_code = ANY($4)
       RETURNING *
     ), noted AS (
       INSERT INTO answer_revision (partner_id, enterprise_id, evaluation_id, step_code, field_key, revision, value, operation_id,
         author_user_id, author_name)
       SELECT partner_id, enterprise_id, evaluation_id, step_code, field_key, 1, value, gen_random_uuid(), author_user_id, author_name
       FROM taken
     )
     SELECT DISTINCT step_code AS step FROM taken`,
    [actor.partnerId, before.evaluationId, id, CARRIED_OVER],
  )
  const journey = await openJourney(db, actor, 'evaluation:start', id)
  const screens = new Set(carried.map(({ step }) => journey.method.steps.get(step)?.screen[journey.route]))
  screens.delete(undefined)
  await setSteps(
    db,
    actor,
    journey,
    [...screens].filter((code) => code !== undefined),
    { status: 'doing', kind: 'started' },
  )
  await saveProgress(db, journey)
  return { evaluation: await evaluation(db, actor, id), warning: started.warning }
}
