import { IsUUID, MaxLength, Max, Min } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { JsonValue } from '../../platform/scalars.ts'

export const SaveAnswerProblem = {
  /** It was stopped or completed: it can be read, no longer written. */
  evaluationEnded: 'evaluationEnded',
} as const
registerEnumType(SaveAnswerProblem, { name: 'SaveAnswerProblem', description: 'Why an answer could not be saved.' })

@InputType()
export class SaveAnswerInput {
  @Field(() => ID) @IsUUID() evaluationId!: string

  @Field(() => String, { description: 'The step of the method that has the field, also when another screen holds it.' })
  @MaxLength(10)
  stepCode!: string

  @Field(() => String, { description: 'Key of the field; for a field of an item: list/item/field.' })
  @MaxLength(120)
  fieldKey!: string

  @Field(() => JsonValue, { nullable: true, description: 'As the kind of the field says; null clears it.' })
  value!: unknown

  @Field(() => Int, { description: 'The revision on which the person wrote; 0 when there was none.' })
  @Min(0)
  @Max(2_000_000_000)
  baseRevision!: number

  @Field(() => ID, { description: 'Made by the app for this save: sent again, it is saved once.' })
  @IsUUID()
  operationId!: string
}

@ObjectType('Answer', { description: 'What is written in one field.' })
export class Answer {
  @Field(() => String) stepCode!: string
  @Field(() => String) fieldKey!: string
  @Field(() => JsonValue, { nullable: true }) value!: unknown
  @Field(() => Int, { description: 'Give it as `baseRevision` with the next save.' }) revision!: number
  @Field(() => String) authorName!: string
  @Field(() => Date) savedAt!: Date | string
}

@ObjectType('AnswerConflict', { description: 'Someone else wrote in the meantime; nothing was overwritten.' })
export class AnswerConflict {
  @Field(() => Int, { description: 'The revision that stands; 0 when the field is empty.' }) revision!: number
  @Field(() => JsonValue, { nullable: true }) value!: unknown
  @Field(() => String, { nullable: true }) authorName?: string | null
  @Field(() => Date, { nullable: true }) savedAt?: Date | string | null
}

@ObjectType('SaveAnswerPayload', { description: 'The saved answer, or the conflict, or why it was refused.' })
export class SaveAnswerPayload {
  @Field(() => Answer, { nullable: true }) answer?: Answer
  @Field(() => AnswerConflict, { nullable: true }) conflict?: AnswerConflict
  @Field(() => SaveAnswerProblem, { nullable: true }) problem?: keyof typeof SaveAnswerProblem
}
