import type { GraphQLResolveInfo } from 'graphql'
import type { MiddlewareFn } from 'type-graphql'
import { demand } from './actor.ts'
import { DOORS } from './doors.ts'
import { Unauthenticated } from '../../platform/errors.ts'
import type { Context } from '../../platform/context.ts'

/** Asks the rule of a door before its resolver runs; a door without a rule stays shut. */
export const guardDoors: MiddlewareFn<Context> = ({ context, info }, next) => {
  if (isRoot(info)) {
    const coordinate = `${info.parentType.name}.${info.fieldName}`
    const rule = DOORS[coordinate]
    if (!rule) throw new Error(`${coordinate} has no rule.`)
    if (rule === 'signedIn' && !context.userId) throw new Unauthenticated()
    if (rule !== 'public' && rule !== 'signedIn') demand(context.actor, rule)
  }
  return next()
}

function isRoot(info: GraphQLResolveInfo): boolean {
  return info.path.prev === undefined
}
