import { IsOptional, Max, Min, ValidateNested } from 'class-validator'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  GraphQLISODateTime,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { PageArgs } from '../../platform/connection.ts'
import { selectedFields } from '../../platform/selection.ts'
import { registerDoors } from '../access/doors.ts'
import { assignCoach, Coach, CoachChange, coaches } from './assign-coach.ts'
import { BoardColumn, cohortBoard } from './cohort-board.ts'
import { cohortCounts, CohortReconciliation, setCohortTarget } from './cohort-counts.ts'
import { CohortFilter } from './cohort-filter.ts'
import { CohortPage, cohortPage, CohortSort } from './cohort-list.ts'
import './mail-reminder.ts'
import { MyWork, myWork } from './my-work.ts'
import { remindEnterprises, reminderPreview, ReminderRound } from './remind-enterprises.ts'

registerDoors({
  'Query.cohort': 'cohort:read',
  'Query.cohortCounts': 'cohort:read',
  'Query.cohortBoard': 'cohort:read',
  'Query.coaches': 'cohort:read',
  'Query.myWork': 'cohort:read',
  'Query.reminderPreview': 'cohort:remind',
  'Mutation.assignCoach': 'cohort:manage',
  'Mutation.remindEnterprises': 'cohort:remind',
  'Mutation.setCohortTarget': 'cohort:manage',
})

@ArgsType()
class CohortArgs extends PageArgs {
  @Field(() => CohortFilter, { nullable: true }) @IsOptional() @ValidateNested() filter?: CohortFilter
  @Field(() => CohortSort, { defaultValue: CohortSort.NAME }) sort!: CohortSort
  @Field(() => Boolean, { defaultValue: false }) descending!: boolean
}

@ArgsType()
class BoardArgs {
  @Field(() => CohortFilter, { nullable: true }) @IsOptional() @ValidateNested() filter?: CohortFilter
  @Field(() => Int, { defaultValue: 10, description: 'Cards of each column, 1 to 50.' })
  @Min(1)
  @Max(50)
  cards!: number
}

@Resolver()
export class CohortResolver {
  @Query(() => CohortPage, { description: 'The enterprises of the partner: filtered, sorted, page by page.' })
  cohort(
    @Args(() => CohortArgs) { filter, ...order }: CohortArgs,
    @Ctx() { actor, tenant }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tenant.read((db) =>
      cohortPage(db, actor, filter ?? {}, order, selectedFields(info), selectedFields(info, 'nodes').has('column')),
    )
  }

  @Query(() => CohortReconciliation, {
    description: 'The cohort counted so that it adds up, whole and by test platform.',
  })
  cohortCounts(@Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => cohortCounts(db, actor))
  }

  @Query(() => [BoardColumn], { description: 'The cohort as columns: phases and the gates between them.' })
  cohortBoard(@Args(() => BoardArgs) { filter, cards }: BoardArgs, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => cohortBoard(db, actor, filter ?? {}, cards))
  }

  @Query(() => [Coach], { description: 'Who can accompany enterprises, and how many each does.' })
  coaches(@Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => coaches(db, actor))
  }

  @Query(() => MyWork, {
    description: 'What waits for the person who asks; with `since`, also what happened after it.',
  })
  myWork(
    @Arg('since', () => GraphQLISODateTime, { nullable: true }) since: Date | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => myWork(db, actor, since ?? undefined))
  }

  @Query(() => ReminderRound, {
    description: 'Who would get a reminder and who would not, before anyone is written to.',
  })
  reminderPreview(@Arg('enterpriseIds', () => [ID]) enterpriseIds: string[], @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => reminderPreview(db, actor, enterpriseIds))
  }

  @Mutation(() => [CoachChange], {
    description:
      'Gives up to 500 enterprises a coach (null: none), all or none; answers what changed, so that calling it again undoes it.',
  })
  assignCoach(
    @Arg('enterpriseIds', () => [ID]) enterpriseIds: string[],
    @Arg('coachMembershipId', () => ID, { nullable: true }) coachMembershipId: string | null | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => assignCoach(db, actor, enterpriseIds, coachMembershipId ?? null))
  }

  @Mutation(() => ReminderRound, {
    description: 'Writes to the managers of up to 500 enterprises about their next step, once a day at most.',
  })
  remindEnterprises(
    @Arg('enterpriseIds', () => [ID]) enterpriseIds: string[],
    @Arg('message', () => String, { nullable: true }) message: string | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => remindEnterprises(db, actor, enterpriseIds, message))
  }

  @Mutation(() => CohortReconciliation, {
    description: 'Says how many enterprises a test platform aims at; null takes the target away.',
  })
  setCohortTarget(
    @Arg('platformCode', () => String) platformCode: string,
    @Arg('target', () => Int, { nullable: true }) target: number | null | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => setCohortTarget(db, actor, platformCode, target ?? null))
  }
}
