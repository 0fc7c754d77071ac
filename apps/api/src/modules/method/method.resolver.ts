import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import { MethodVersion } from './method.types.ts'
import { methodVersion, methodVersions } from './show-method.ts'

registerDoors({
  'Query.methodVersions': 'programme:read',
  'Query.methodVersion': 'programme:read',
})

@Resolver()
export class MethodResolver {
  @Query(() => [MethodVersion], { description: 'Every published version of the method, newest first.' })
  methodVersions(@Ctx() { reference }: Context) {
    return methodVersions(reference)
  }

  @Query(() => MethodVersion, { description: 'One version of the method, whole.' })
  methodVersion(@Arg('code', () => String) code: string, @Ctx() { reference }: Context) {
    return methodVersion(reference, code)
  }
}
