import { Arg, Args, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../platform/connection.ts'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import './compute-release.ts'
import { createRelease, CreateReleaseInput } from './create-release.ts'
import { CreateReleasePayload, ReleaseTables } from './release.ts'
import { release, ReleasePage, releases } from './releases.ts'

registerDoors({
  'Query.releases': 'comparison:read',
  'Query.release': 'comparison:read',
  'Mutation.createRelease': 'release:create',
})

@Resolver()
export class ComparisonResolver {
  @Query(() => ReleasePage, { description: 'The releases of the comparison, the newest first.' })
  releases(@Ctx() { reference, actor }: Context, @Args(() => PageArgs) page: PageArgs) {
    return releases(reference, actor, page)
  }

  @Query(() => ReleaseTables, { description: 'One release, with its tables as the viewer may see them.' })
  release(@Arg('number', () => Int) number: number, @Ctx() { reference, actor }: Context) {
    return release(reference, actor, number)
  }

  @Mutation(() => CreateReleasePayload, { description: 'Makes a new release of the comparison; a job computes it.' })
  createRelease(
    @Arg('input', () => CreateReleaseInput) input: CreateReleaseInput,
    @Ctx() { reference, actor, tenant }: Context,
  ) {
    return createRelease(reference, tenant, actor, input)
  }
}
