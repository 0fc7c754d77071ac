import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import { Route } from '../method/compile-method.ts'
import { changeRoute } from './change-route.ts'
import { Evaluation } from './evaluation.types.ts'
import { pauseEvaluation } from './pause-evaluation.ts'
import { EvaluationPayload } from './payloads.ts'
import { evaluation, myEvaluation } from './read-evaluation.ts'
import { resumeEvaluation } from './resume-evaluation.ts'
import { startEvaluation, StartEvaluationInput } from './start-evaluation.ts'
import { startNextCycle, StartNextCycleInput } from './start-next-cycle.ts'
import { stopEvaluation, StopEvaluationInput } from './stop-evaluation.ts'

registerDoors({
  'Query.evaluation': 'evaluation:readProgress',
  'Query.myEvaluation': 'evaluation:readProgress',
  'Mutation.startEvaluation': 'evaluation:start',
  'Mutation.startNextCycle': 'evaluation:start',
  'Mutation.changeRoute': 'evaluation:start',
  'Mutation.stopEvaluation': 'evaluation:stop',
  'Mutation.pauseEvaluation': 'evaluation:stop',
  'Mutation.resumeEvaluation': 'evaluation:stop',
})

@Resolver()
export class EvaluationResolver {
  @Query(() => Evaluation, { description: 'One evaluation: where it stands, its steps and gates.' })
  evaluation(@Arg('id', () => ID) id: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => evaluation(db, actor, id))
  }

  @Query(() => Evaluation, {
    nullable: true,
    description: 'The current evaluation of the enterprise the person acts for.',
  })
  myEvaluation(@Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => myEvaluation(db, actor))
  }

  @Mutation(() => EvaluationPayload, { description: 'Starts the evaluation of an enterprise that has none at work.' })
  startEvaluation(
    @Arg('input', () => StartEvaluationInput) input: StartEvaluationInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => startEvaluation(db, actor, input))
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Starts the evaluation after a completed one; the portrait is taken along.',
  })
  startNextCycle(
    @Arg('input', () => StartNextCycleInput) input: StartNextCycleInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => startNextCycle(db, actor, input))
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Goes on by the full or the light route; nothing written is lost.',
  })
  changeRoute(
    @Arg('evaluationId', () => ID) evaluationId: string,
    @Arg('route', () => Route) route: Route,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => changeRoute(db, actor, evaluationId, route))
  }

  @Mutation(() => EvaluationPayload, { description: 'Stops an evaluation before its end, with the reason.' })
  stopEvaluation(
    @Arg('input', () => StopEvaluationInput) input: StopEvaluationInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => stopEvaluation(db, actor, input))
  }

  @Mutation(() => EvaluationPayload, { description: 'Lets an evaluation rest; nobody is reminded.' })
  pauseEvaluation(@Arg('evaluationId', () => ID) evaluationId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => pauseEvaluation(db, actor, evaluationId))
  }

  @Mutation(() => EvaluationPayload, {
    description: 'Takes up an evaluation that was paused, stopped, or closed to be reopened.',
  })
  resumeEvaluation(@Arg('evaluationId', () => ID) evaluationId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => resumeEvaluation(db, actor, evaluationId))
  }
}
