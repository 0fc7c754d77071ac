import { IsOptional, IsUUID, MaxLength } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { changeStatus } from './change-status.ts'
import { StopReason } from './evaluation.types.ts'
import { openJourney } from './journey.ts'
import type { EvaluationPayload } from './payloads.ts'
import { evaluation } from './read-evaluation.ts'

@InputType()
export class StopEvaluationInput {
  @Field(() => ID) @IsUUID() evaluationId!: string
  @Field(() => StopReason) reason!: StopReason
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(2000) note?: string | null
}

/** Stops an evaluation before its end, with the reason. What was written stays. */
export async function stopEvaluation(db: Db, actor: Actor, input: StopEvaluationInput): Promise<EvaluationPayload> {
  const journey = await openJourney(db, actor, 'evaluation:stop', input.evaluationId)
  if (journey.status === 'stopped' || journey.status === 'completed') return { problem: 'alreadyEnded' }
  await changeStatus(db, actor, journey, 'stopped', { reason: input.reason, note: input.note?.trim() || null })
  return { evaluation: await evaluation(db, actor, input.evaluationId) }
}
