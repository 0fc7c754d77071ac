import { IsUUID, Length, MaxLength } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { BadInput } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { openJourney, saveProgress, setSteps } from './journey.ts'
import type { StepEventKind } from './journey.ts'
import type { EvaluationPayload } from './payloads.ts'
import type { StepStatus } from './progress.ts'
import { evaluation } from './read-evaluation.ts'

@InputType()
export class StepInput {
  @Field(() => ID) @IsUUID() evaluationId!: string
  @Field(() => String) @MaxLength(10) stepCode!: string
}

@InputType()
export class SkipStepInput extends StepInput {
  @Field(() => String, { description: 'Why the step is left out; shown with it.' }) @Length(1, 1000) reason!: string
}

/** Says that a step is done, whether or not every expected field holds something. */
export function finishStep(db: Db, actor: Actor, input: StepInput): Promise<EvaluationPayload> {
  return changeStep(db, actor, input, { status: 'done', kind: 'done' })
}

/** Leaves a step out, with the reason; it counts as settled. */
export function skipStep(db: Db, actor: Actor, input: SkipStepInput): Promise<EvaluationPayload> {
  const reason = input.reason.trim()
  if (!reason) throw new BadInput([{ field: 'reason', code: 'empty' }])
  return changeStep(db, actor, input, { status: 'skipped', kind: 'skipped', reason })
}

/** Takes up a step again that was done or skipped. Going back loses nothing. */
export function reopenStep(db: Db, actor: Actor, input: StepInput): Promise<EvaluationPayload> {
  return changeStep(db, actor, input, { status: 'doing', kind: 'reopened' })
}

async function changeStep(
  db: Db,
  actor: Actor,
  { evaluationId, stepCode }: StepInput,
  change: { status: StepStatus; kind: StepEventKind; reason?: string },
): Promise<EvaluationPayload> {
  const journey = await openJourney(db, actor, 'evaluation:write', evaluationId)
  if (journey.status !== 'active') return { problem: 'notActive' }
  const step = journey.method.routes[journey.route].find(({ code }) => code === stepCode)
  if (!step) return { problem: 'notOnRoute' }
  const isNew = journey.statuses[stepCode] !== change.status || change.status === 'skipped'
  const isReopening = change.kind !== 'reopened' || ['done', 'skipped'].includes(journey.statuses[stepCode] ?? 'todo')
  if (isNew && isReopening) {
    // What stands on the same screen goes with it, so that nothing seems undone after a change of route.
    await setSteps(db, actor, journey, [step.code, ...step.merged], change)
    await saveProgress(db, journey)
  }
  return { evaluation: await evaluation(db, actor, evaluationId) }
}
