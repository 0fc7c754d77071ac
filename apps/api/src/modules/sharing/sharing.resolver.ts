import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../platform/connection.ts'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import './shared-tasks.ts'
import { ProgrammeDashboard, programmeDashboard } from './programme-dashboard.ts'
import { programmeStalled, StalledPage } from './programme-stalled.ts'
import { ProgressFilter } from './progress-filter.ts'
import { SharedQuestionFilter, SharedQuestionPage, sharedQuestions } from './shared-questions.ts'

registerDoors({
  'Query.programmeDashboard': 'programmeProgress:read',
  'Query.programmeStalled': 'programmeProgress:read',
  'Query.sharedQuestions': 'sharedArtefact:read',
})

@Resolver()
export class SharingResolver {
  @Query(() => ProgrammeDashboard, {
    description: 'Where the pilots of the programme stand, by platform, territory and partner.',
  })
  programmeDashboard(
    @Ctx() { reference, actor }: Context,
    @Arg('filter', () => ProgressFilter, { nullable: true }) filter?: ProgressFilter | null,
  ) {
    return programmeDashboard(reference, actor, filter)
  }

  @Query(() => StalledPage, { description: 'Enterprises whose evaluation deserves a call, the longest waiting first.' })
  programmeStalled(
    @Ctx() { reference, actor }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ProgressFilter, { nullable: true }) filter?: ProgressFilter | null,
  ) {
    return programmeStalled(reference, actor, filter, page)
  }

  @Query(() => SharedQuestionPage, {
    description: 'Evaluation questions that their enterprises share with the viewer.',
  })
  sharedQuestions(
    @Ctx() { reference, actor }: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SharedQuestionFilter, { nullable: true }) filter?: SharedQuestionFilter | null,
  ) {
    return sharedQuestions(reference, actor, filter, page)
  }
}
