import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Day } from '../../platform/scalars.ts'
import { Route } from '../method/compile-method.ts'
import { StepStatus } from './progress.ts'

export const EvaluationStatus = {
  active: 'active',
  paused: 'paused',
  stopped: 'stopped',
  completed: 'completed',
} as const
export type EvaluationStatus = keyof typeof EvaluationStatus

export const StopReason = {
  time: 'time',
  staff: 'staff',
  funding: 'funding',
  noLongerRelevant: 'noLongerRelevant',
  closure: 'closure',
  other: 'other',
} as const
export type StopReason = keyof typeof StopReason

export const Sharing = {
  private: 'private',
  federation: 'federation',
  platform: 'platform',
  crossBorder: 'crossBorder',
} as const
export type Sharing = keyof typeof Sharing

export const Gate = { G1: 'G1', G2: 'G2', G3: 'G3' } as const
export type Gate = keyof typeof Gate

export const GateState = { notYet: 'notYet', open: 'open', agreed: 'agreed', returned: 'returned' } as const
export type GateState = keyof typeof GateState

export const Side = { enterprise: 'enterprise', coach: 'coach' } as const
export type Side = keyof typeof Side

registerEnumType(StepStatus, { name: 'StepStatus', description: 'How far a step is.' })
registerEnumType(EvaluationStatus, { name: 'EvaluationStatus', description: 'Whether work goes on.' })
registerEnumType(StopReason, { name: 'StopReason', description: 'Why an evaluation stopped.' })
registerEnumType(Sharing, {
  name: 'Sharing',
  description: 'How far the enterprise lets its evaluation question be seen.',
})
registerEnumType(Gate, { name: 'Gate', description: 'The agreement that ends a phase.' })
registerEnumType(GateState, {
  name: 'GateState',
  description:
    'notYet: not asked, taken back, or decided to work on; open: waits for the coach; agreed: signed by both; returned: handed back.',
})
registerEnumType(Side, { name: 'Side', description: 'Who can act next.' })

@ObjectType('EvaluationProgress', {
  description: 'Done steps and agreed gates, of all steps of the route and three gates.',
})
export class EvaluationProgress {
  @Field(() => Int) done!: number
  @Field(() => Int) total!: number
  @Field(() => Int, { description: 'Rounded down: 100 means that nothing is left.' }) percent!: number
}

@ObjectType('EvaluationStep', { description: 'A step of the route of an evaluation.' })
export class EvaluationStep {
  @Field(() => String, { description: 'For example 1.7' }) code!: string
  @Field(() => Int) phase!: number
  @Field(() => StepStatus) status!: StepStatus
  @Field(() => String, { nullable: true, description: 'Why it is skipped; for those who read the contents.' })
  skipReason?: string | null
  @Field(() => String, { nullable: true, description: 'Who changed the status last; for those who read the contents.' })
  changedByName?: string | null
  @Field(() => Date, { nullable: true }) changedAt?: string | null
  @Field(() => Int, { description: 'Expected fields that hold something.' }) answeredFields!: number
  @Field(() => Int, { description: 'Fields that make the artefact complete.' }) expectedFields!: number
  @Field(() => Int, { nullable: true, description: 'Comments not resolved; for those who read the contents.' })
  openComments?: number | null
  @Field(() => [String], { description: 'Steps that stand on the same screen in this route.' }) mergedSteps!: string[]
}

@ObjectType('GateException', {
  description: 'A criterion that does not hold, and why the enterprise goes on all the same.',
})
export class GateException {
  @Field(() => String) criterion!: string
  @Field(() => String) reason!: string
}

@ObjectType('GateRecord', { description: 'A gate as it was asked, and what became of it.' })
export class GateRecord {
  @Field(() => ID) id!: string
  @Field(() => Gate) gate!: Gate
  @Field(() => String, { description: 'Code of an outcome of the method.' }) outcome!: string
  @Field(() => String, { nullable: true, description: 'For those who read the contents.' }) remarks?: string | null
  @Field(() => [GateException], { description: 'For those who read the contents.' }) exceptions!: GateException[]
  @Field(() => StopReason, { nullable: true, description: 'With the outcome stop.' }) stopReason?: StopReason | null
  @Field(() => String) requestedByName!: string
  @Field(() => Date) requestedAt!: string
  @Field(() => String, { nullable: true }) cosignedByName?: string | null
  @Field(() => Date, { nullable: true }) cosignedAt?: string | null
  @Field(() => Date, { nullable: true, description: 'Handed back by the coach, or taken back by the enterprise.' })
  returnedAt?: string | null
  @Field(() => String, { nullable: true }) returnedByName?: string | null
  @Field(() => String, { nullable: true, description: 'For those who read the contents.' }) returnReason?: string | null
  @Field(() => Boolean, { description: 'Taken back by the enterprise itself.' }) withdrawn!: boolean
}

@ObjectType('EvaluationGate', { description: 'A gate of an evaluation: where it stands, and its last record.' })
export class EvaluationGate {
  @Field(() => Gate) gate!: Gate
  @Field(() => GateState) state!: GateState
  @Field(() => GateRecord, { nullable: true }) record?: GateRecord
}

@ObjectType('Evaluation', { description: 'One run of an enterprise through the method.' })
export class Evaluation {
  @Field(() => ID) id!: string
  @Field(() => ID) enterpriseId!: string
  @Field(() => String) enterpriseName!: string
  @Field(() => String, { nullable: true, description: 'The coach who accompanies the enterprise today.' }) coachName?:
    | string
    | null
  @Field(() => String, { description: 'Version of the method, kept for the whole run.' }) methodCode!: string
  @Field(() => Route) route!: Route
  @Field(() => EvaluationStatus) status!: EvaluationStatus
  @Field(() => StopReason, { nullable: true }) stopReason?: StopReason | null
  @Field(() => String, { nullable: true, description: 'For those who read the contents.' }) stopNote?: string | null
  @Field(() => Day) startedOn!: string
  @Field(() => Day) plannedEndOn!: string
  @Field(() => Day, { nullable: true }) endedOn?: string | null
  @Field(() => Int, {
    nullable: true,
    description: 'Until the planned end; below zero when it has passed; null when it has ended.',
  })
  daysLeft?: number | null
  @Field(() => Int, { description: '1 to 3: the first phase whose gate is not agreed.' }) phase!: number
  @Field(() => String, { description: 'Code of the step at work, or of the gate that is due.' }) currentStep!: string
  @Field(() => EvaluationProgress) progress!: EvaluationProgress
  @Field(() => String, { nullable: true, description: 'What follows the current step or gate; null at the end.' })
  nextStep?: string | null
  @Field(() => [Side], { description: 'Who can act on the current step; nobody once it has ended.' }) whoActs!: Side[]
  @Field(() => String, {
    nullable: true,
    description: 'Why it deserves a call: overrun, noQuestion, stepStands, collectionStands, quiet or timeShort.',
  })
  stallReason?: string | null
  @Field(() => Sharing) sharing!: Sharing
  @Field(() => Date) lastActivityAt!: Date
  @Field(() => Boolean, { description: 'It ended with the wish for a new cycle, and none has begun.' })
  nextCycleOffered!: boolean
  @Field(() => [String], { description: 'Actions of the access table that the person may do to this evaluation.' })
  can!: string[]
  @Field(() => [EvaluationStep], { description: 'In the order of the route.' }) steps!: EvaluationStep[]
  @Field(() => [EvaluationGate], { description: 'G1 to G3.' }) gates!: EvaluationGate[]
}
