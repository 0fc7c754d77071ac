import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from './doors.ts'
import { switchMembership, viewer, Viewer, ViewerMembership } from './viewer.ts'

registerDoors({
  'Query.viewer': 'public',
  'Mutation.switchMembership': 'signedIn',
})

@Resolver()
export class AccessResolver {
  @Query(() => Viewer, { nullable: true, description: 'The person who asks; null for visitors.' })
  viewer(@Ctx() context: Context) {
    return viewer(context)
  }

  @Mutation(() => ViewerMembership, { description: 'Acts from another of one’s memberships in this browser.' })
  switchMembership(@Arg('membershipId', () => ID) membershipId: string, @Ctx() context: Context) {
    return switchMembership(context, membershipId)
  }
}
