import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../platform/connection.ts'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import { answerHistory, AnswerHistory } from './answer-history.ts'
import { finishStep, reopenStep, skipStep, SkipStepInput, StepInput } from './change-step.ts'
import { addComment, AddCommentInput, resolveComment, withdrawComment } from './comment.ts'
import { stepComments } from './read-comments.ts'
import { CommentPayload, StepComment, StepComments } from './comment.types.ts'
import { EvaluationPayload } from './payloads.ts'
import { evaluationStep, EvaluationStepPage } from './read-step.ts'
import { saveAnswer } from './save-answer.ts'
import { SaveAnswerInput, SaveAnswerPayload } from './save-answer.types.ts'

registerDoors({
  'Query.evaluationStep': 'evaluation:read',
  'Query.answerHistory': 'evaluation:read',
  'Query.stepComments': 'evaluation:read',
  'Mutation.finishStep': 'evaluation:write',
  'Mutation.skipStep': 'evaluation:write',
  'Mutation.reopenStep': 'evaluation:write',
  'Mutation.saveAnswer': 'evaluation:write',
  'Mutation.addComment': 'evaluation:comment',
  'Mutation.resolveComment': 'evaluation:comment',
  'Mutation.withdrawComment': 'evaluation:comment',
})

@Resolver()
export class StepResolver {
  @Query(() => EvaluationStepPage, { description: 'One screen of the journey: answers, comments, history.' })
  evaluationStep(
    @Arg('evaluationId', () => ID) evaluationId: string,
    @Arg('stepCode', () => String) stepCode: string,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => evaluationStep(db, actor, evaluationId, stepCode))
  }

  @Query(() => AnswerHistory, { description: 'Earlier revisions of one field, newest first.' })
  answerHistory(
    @Arg('evaluationId', () => ID) evaluationId: string,
    @Arg('stepCode', () => String) stepCode: string,
    @Arg('fieldKey', () => String) fieldKey: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => answerHistory(db, actor, { evaluationId, stepCode, fieldKey }, page))
  }

  @Query(() => StepComments, { description: 'Comments on a step, newest first.' })
  stepComments(
    @Arg('evaluationId', () => ID) evaluationId: string,
    @Arg('stepCode', () => String) stepCode: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => stepComments(db, actor, { evaluationId, stepCode }, page))
  }

  @Mutation(() => EvaluationPayload, { description: 'Says that a step is done.' })
  finishStep(@Arg('input', () => StepInput) input: StepInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => finishStep(db, actor, input))
  }

  @Mutation(() => EvaluationPayload, { description: 'Leaves a step out, with the reason; it counts as settled.' })
  skipStep(@Arg('input', () => SkipStepInput) input: SkipStepInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => skipStep(db, actor, input))
  }

  @Mutation(() => EvaluationPayload, { description: 'Takes up a step again; nothing is lost.' })
  reopenStep(@Arg('input', () => StepInput) input: StepInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => reopenStep(db, actor, input))
  }

  @Mutation(() => SaveAnswerPayload, { description: 'Saves one field; the same operation sent twice is saved once.' })
  saveAnswer(@Arg('input', () => SaveAnswerInput) input: SaveAnswerInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => saveAnswer(db, actor, input))
  }

  @Mutation(() => CommentPayload, { description: 'Comments on a step; the other side gets a mail.' })
  addComment(@Arg('input', () => AddCommentInput) input: AddCommentInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => addComment(db, actor, input))
  }

  @Mutation(() => StepComment, { description: 'Marks a comment as dealt with, or as open again.' })
  resolveComment(
    @Arg('commentId', () => ID) commentId: string,
    @Arg('resolved', () => Boolean, { defaultValue: true }) resolved: boolean,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => resolveComment(db, actor, commentId, resolved))
  }

  @Mutation(() => CommentPayload, { description: 'Takes back one’s own comment, within a day.' })
  withdrawComment(@Arg('commentId', () => ID) commentId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => withdrawComment(db, actor, commentId))
  }
}
