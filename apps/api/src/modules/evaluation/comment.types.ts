import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { PageInfo } from '../../platform/connection.ts'

export const CommentProblem = { tooLate: 'tooLate', notYours: 'notYours' } as const
registerEnumType(CommentProblem, { name: 'CommentProblem', description: 'Why a comment could not be taken back.' })

@ObjectType('StepComment', { description: 'A comment on a step, by the enterprise or its coach.' })
export class StepComment {
  @Field(() => ID) id!: string
  @Field(() => ID) evaluationId!: string
  @Field(() => String) stepCode!: string
  @Field(() => String) body!: string
  @Field(() => String) authorName!: string
  @Field(() => String, { description: 'Role of the author when it was written.' }) authorRole!: string
  @Field(() => Boolean, { description: 'By the person who asks.' }) isMine!: boolean
  @Field(() => Boolean, { description: 'By the person who asks, less than a day ago.' }) canWithdraw!: boolean
  @Field(() => Date) createdAt!: Date | string
  @Field(() => Date, { nullable: true, description: 'Dealt with.' }) resolvedAt?: Date | string | null
  @Field(() => String, { nullable: true }) resolvedByName?: string | null
}

@ObjectType('StepComments', { description: 'A page of comments.' })
export class StepComments {
  @Field(() => [StepComment]) nodes!: StepComment[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType('CommentPayload', { description: 'The comment, or why it was refused.' })
export class CommentPayload {
  @Field(() => StepComment, { nullable: true }) comment?: StepComment
  @Field(() => CommentProblem, { nullable: true }) problem?: keyof typeof CommentProblem
}
