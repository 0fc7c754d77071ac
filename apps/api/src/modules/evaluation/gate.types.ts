import { ArrayMaxSize, ArrayUnique, IsOptional, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { LIMITS } from '@vises/schema/limits'
import { Evaluation, Gate, GateRecord, GateState, StopReason } from './evaluation.types.ts'
import { QuestionSheetContent } from './question-sheet.types.ts'

export const GateProblem = {
  notActive: 'notActive',
  previousGateOpen: 'previousGateOpen',
  alreadyAgreed: 'alreadyAgreed',
  alreadyRequested: 'alreadyRequested',
  exceptionNeeded: 'exceptionNeeded',
  notRequested: 'notRequested',
} as const
export type GateProblem = keyof typeof GateProblem
registerEnumType(GateProblem, { name: 'GateProblem', description: 'Why a deed at a gate was refused.' })

@InputType()
export class GateExceptionInput {
  @Field(() => String) @MaxLength(60) criterion!: string
  @Field(() => String, { description: 'Why the enterprise goes on all the same.' })
  @Length(1, LIMITS.reason)
  reason!: string
}

@InputType()
export class GateInput {
  @Field(() => ID) @IsUUID() evaluationId!: string
  @Field(() => Gate) gate!: Gate
}

@InputType()
export class RequestGateInput extends GateInput {
  @Field(() => String, { description: 'Code of an outcome of the gate.' }) @MaxLength(60) outcome!: string

  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(LIMITS.gateRemarks) remarks?: string | null

  @Field(() => [GateExceptionInput], { defaultValue: [], description: 'One for each criterion that does not hold.' })
  @ValidateNested({ each: true })
  @ArrayMaxSize(20)
  @ArrayUnique((exception: GateExceptionInput) => exception.criterion)
  exceptions!: GateExceptionInput[]

  @Field(() => StopReason, { nullable: true, description: 'Needed with the outcome stop.' })
  @IsOptional()
  stopReason?: StopReason | null
}

@InputType()
export class ReturnGateInput extends GateInput {
  @Field(() => String, { description: 'What the coach would like to see first.' })
  @Length(1, LIMITS.reason)
  reason!: string
}

@ObjectType('GatePayload', { description: 'The evaluation after the deed, or why it was refused.' })
export class GatePayload {
  @Field(() => Evaluation, { nullable: true }) evaluation?: Evaluation
  @Field(() => GateProblem, { nullable: true }) problem?: GateProblem
  @Field(() => [String], { nullable: true, description: 'Criteria that still need an exception.' })
  unexplained?: string[]
}

@ObjectType('MissingField', { description: 'A field that a criterion waits for.' })
export class MissingFieldType {
  @Field(() => String) stepCode!: string
  @Field(() => String) fieldKey!: string
  @Field(() => String, { description: 'The screen of the route on which it stands.' }) screenCode!: string
}

@ObjectType('CriterionState', { description: 'How far a criterion of a gate holds.' })
export class CriterionStateType {
  @Field(() => String, { description: 'Code of the criterion in the method.' }) criterion!: string
  @Field(() => Boolean, { nullable: true, description: 'Null: people judge.' }) holds!: boolean | null
  @Field(() => [MissingFieldType]) missing!: MissingFieldType[]
}

@ObjectType('GateCriteria', {
  description: 'A gate before it is asked or signed: what holds, what is missing, what is open.',
})
export class GateCriteria {
  @Field(() => Gate) gate!: Gate
  @Field(() => GateState) state!: GateState
  @Field(() => [CriterionStateType]) criteria!: CriterionStateType[]
  @Field(() => Int, { description: 'Steps of the phase that are neither done nor skipped.' }) openSteps!: number
  @Field(() => GateRecord, { nullable: true, description: 'The last record, if any.' }) record?: GateRecord
  @Field(() => Boolean, { description: 'The question sheet changed since the open request was made.' })
  changedSinceRequest!: boolean
}

@ObjectType('GateHistoryEntry', { description: 'A record of a gate with the question sheet as it stood.' })
export class GateHistoryEntry {
  @Field(() => GateRecord) record!: GateRecord
  @Field(() => QuestionSheetContent, { description: 'As it stood when the gate was asked.' })
  sheet!: QuestionSheetContent
}
