import { Field, ObjectType } from 'type-graphql'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { reachOf, ROLES, RULES } from '../access/rules.ts'
import type { Action } from '../access/rules.ts'

@ObjectType({ description: 'How far one role may do one thing.' })
export class AccessGrant {
  @Field(() => String) role!: string
  @Field(() => String, { description: 'all, assigned or own' }) reach!: string
}

@ObjectType({ description: 'A line of the table of who may do what.' })
export class AccessRule {
  @Field(() => String, { description: 'noun:verb, for example cohort:read' }) action!: string
  @Field(() => [AccessGrant]) grants!: AccessGrant[]
}

/** The whole access table, for administrators who want to know who may do what. */
export function accessTable(actor: Actor): AccessRule[] {
  demand(actor, 'accessTable:read')
  return (Object.keys(RULES) as Action[]).map((action) => ({
    action,
    grants: ROLES.flatMap((role) => {
      const reach = reachOf(role, action)
      return reach ? [{ role, reach }] : []
    }),
  }))
}
