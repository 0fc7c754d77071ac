import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Evaluation } from './evaluation.types.ts'

export const JourneyProblem = {
  /** It is paused, stopped or completed. */
  notActive: 'notActive',
  alreadyActive: 'alreadyActive',
  anotherIsActive: 'anotherIsActive',
  alreadyEnded: 'alreadyEnded',
  notEnded: 'notEnded',
  notOnRoute: 'notOnRoute',
  notOffered: 'notOffered',
} as const
export type JourneyProblem = keyof typeof JourneyProblem
registerEnumType(JourneyProblem, { name: 'JourneyProblem', description: 'Why a change of an evaluation was refused.' })

export const JourneyWarning = {
  shorterThanSixMonths: 'shorterThanSixMonths',
  longerThanEighteenMonths: 'longerThanEighteenMonths',
} as const
export type JourneyWarning = keyof typeof JourneyWarning
registerEnumType(JourneyWarning, { name: 'JourneyWarning', description: 'Worth knowing; nothing is refused for it.' })

@ObjectType('EvaluationPayload', { description: 'The evaluation after the change, or why it was refused.' })
export class EvaluationPayload {
  @Field(() => Evaluation, { nullable: true }) evaluation?: Evaluation
  @Field(() => JourneyProblem, { nullable: true }) problem?: JourneyProblem
  @Field(() => JourneyWarning, { nullable: true }) warning?: JourneyWarning
}
