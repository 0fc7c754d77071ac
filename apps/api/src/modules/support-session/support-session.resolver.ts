import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { PageArgs } from '../../platform/connection.ts'
import { Day } from '../../platform/scalars.ts'
import { registerDoors } from '../access/doors.ts'
import { SupportSession } from '../enterprise/enterprise-types.ts'
import { mySessions, prepareSession, SessionPreparation, SupportSessionPage, supportSessions } from './read-sessions.ts'
import { editSession, recordSession, RecordSessionInput, SupportSessionInput } from './record-session.ts'

registerDoors({
  'Query.supportSessions': 'supportSession:read',
  'Query.mySessions': 'supportSession:read',
  'Query.prepareSession': 'supportSession:read',
  'Mutation.recordSession': 'supportSession:write',
  'Mutation.editSession': 'supportSession:write',
})

@Resolver()
export class SupportSessionResolver {
  @Query(() => SupportSessionPage, { description: 'Sessions with an enterprise, newest first.' })
  supportSessions(
    @Arg('enterpriseId', () => ID) enterpriseId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => supportSessions(db, actor, enterpriseId, page))
  }

  @Query(() => [SupportSession], {
    description: 'Sessions the person held between two days; for an administrator, of the whole partner.',
  })
  mySessions(
    @Arg('from', () => Day) from: string,
    @Arg('to', () => Day) to: string,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => mySessions(db, actor, from, to))
  }

  @Query(() => SessionPreparation, {
    description: 'What to look at before the next session: open steps, open comments, last agreements.',
  })
  prepareSession(@Arg('enterpriseId', () => ID) enterpriseId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => prepareSession(db, actor, enterpriseId))
  }

  @Mutation(() => SupportSession, { description: 'Writes down a meeting with an enterprise.' })
  recordSession(@Arg('input', () => RecordSessionInput) input: RecordSessionInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => recordSession(db, actor, input))
  }

  @Mutation(() => SupportSession, { description: 'Changes a session one wrote.' })
  editSession(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => SupportSessionInput) input: SupportSessionInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => editSession(db, actor, id, input))
  }
}
