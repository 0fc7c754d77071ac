import { IsOptional, IsUUID, MaxLength } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { BadInput } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { Day } from '../../platform/scalars.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { Route } from '../method/compile-method.ts'
import { methodOf } from '../method/method.ts'
import { announceChange } from '../sharing/announce.ts'
import { today, windowOf } from './evaluation-window.ts'
import type { EvaluationPayload } from './payloads.ts'
import { progressOf } from './progress.ts'
import { evaluation } from './read-evaluation.ts'

@InputType()
export class StartEvaluationInput {
  @Field(() => ID) @IsUUID() enterpriseId!: string

  @Field(() => String, { defaultValue: '2018', description: 'Version of the method, kept for the whole run.' })
  @MaxLength(20)
  methodCode!: string

  @Field(() => Route) route!: Route

  @Field(() => Day, { nullable: true, description: 'Today, unless given.' })
  @IsOptional()
  startedOn?: string | null

  @Field(() => Day, { nullable: true, description: 'Twelve months after the start, unless given.' })
  @IsOptional()
  plannedEndOn?: string | null
}

/** Starts the evaluation of an enterprise that has none at work; its version of the method is frozen from then on. */
export async function startEvaluation(db: Db, actor: Actor, input: StartEvaluationInput): Promise<EvaluationPayload> {
  const enterprise = await demandForEnterprise(db, actor, 'evaluation:start', input.enterpriseId)
  const method = await methodOf(db, input.methodCode)
  if (!method) throw new BadInput([{ field: 'methodCode', code: 'unknown' }])
  const window = windowOf(input, today())
  const ids = [actor.partnerId, enterprise.enterpriseId]
  // The lock makes two people who start at the same moment start one evaluation.
  await db.rows('SELECT id FROM enterprise WHERE partner_id = $1 AND id = $2 FOR NO KEY UPDATE', ids)
  const atWork = await db.row(
    `SELECT id FROM evaluation WHERE partner_id = $1 AND enterprise_id = $2 AND status IN ('active', 'paused')`,
    ids,
  )
  if (atWork) return { problem: 'alreadyActive' }

  const id = newId()
  const { total, phase, currentStep } = progressOf(method, input.route, {}, [])
  await db.rows(
    `INSERT INTO evaluation (partner_id, id, enterprise_id, method_code, route, started_on, planned_end_on, phase, current_step,
       steps_total) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      actor.partnerId,
      id,
      enterprise.enterpriseId,
      method.code,
      input.route,
      window.startedOn,
      window.plannedEndOn,
      phase,
      currentStep,
      total,
    ],
  )
  await db.rows(
    `UPDATE enterprise SET current_evaluation_id = $3, recruitment = 'started', updated_at = now() WHERE partner_id = $1 AND id = $2`,
    [...ids, id],
  )
  await db.rows('UPDATE method_version SET frozen_at = now() WHERE code = $1 AND frozen_at IS NULL', [method.code])
  await audit(db, actor, {
    action: 'evaluation.started',
    objectType: 'evaluation',
    objectId: id,
    objectName: enterprise.name,
    enterpriseId: enterprise.enterpriseId,
    new: {
      methodCode: method.code,
      route: input.route,
      startedOn: window.startedOn,
      plannedEndOn: window.plannedEndOn,
    },
  })
  await announceChange(db, actor.partnerId, enterprise.enterpriseId)
  return { evaluation: await evaluation(db, actor, id), warning: window.warning }
}
