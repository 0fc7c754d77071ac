import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Wave } from './wave.types.ts'

export enum WaveProblem {
  /** There is no published version of that number. */
  VERSION_UNKNOWN = 'VERSION_UNKNOWN',
  /** Its last day is over: move it first. */
  LAST_DAY_OVER = 'LAST_DAY_OVER',
  /** A group with answers or links stays. */
  GROUP_IN_USE = 'GROUP_IN_USE',
  TOO_MANY_LINKS = 'TOO_MANY_LINKS',
  /** Invitations and reminders are sent while the wave is open. */
  NOT_OPEN = 'NOT_OPEN',
  /** Everybody was invited, or everybody has answered. */
  NOBODY_TO_MAIL = 'NOBODY_TO_MAIL',
  /** No more reminders than people were told. */
  NO_REMINDER_LEFT = 'NO_REMINDER_LEFT',
  /** A reminder a day at most, and not while mails are still leaving. */
  TOO_SOON = 'TOO_SOON',
}
registerEnumType(WaveProblem, { name: 'WaveProblem', description: 'Why a wave could not be changed as asked.' })

@ObjectType({ description: 'The wave as it is now, or why it stays as it was.' })
export class WavePayload {
  @Field(() => Wave, { nullable: true }) wave?: Wave
  @Field(() => WaveProblem, { nullable: true }) problem?: WaveProblem
}
