import { defaultFieldResolver } from 'graphql'
import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { BadInput, Unauthenticated } from '../../platform/errors.ts'
import type { Context } from '../../platform/context.ts'
import { demand, may } from './actor.ts'
import { DOORS } from './doors.ts'

/** Puts the rule of each door before its resolver; a door without a rule stays shut. */
export function lockDoors(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) lock(root)
  return schema
}

function lock(root: GraphQLObjectType): void {
  for (const field of Object.values(root.getFields())) {
    const open = field.resolve ?? defaultFieldResolver
    const coordinate = `${root.name}.${field.name}`
    field.resolve = (source, args, context: Context, info) => {
      ask(coordinate, context)
      refuseUnreadable(args)
      return open(source, args, context, info)
    }
  }
}

function ask(coordinate: string, context: Context): void {
  const rule = DOORS[coordinate]
  if (!rule) throw new Error(`${coordinate} has no rule.`)
  if (rule === 'public') return
  if (rule === 'signedIn') {
    if (!context.userId) throw new Unauthenticated()
    return
  }
  const { actor } = context
  const actions = [rule].flat()
  demand(actor, actions.find((action) => may(actor, action)) ?? actions[0]!)
}

// A questionnaire nests deepest: eight groups in each other, and the picture of a question in them.
const DEEPEST = 24

/** A NUL or half a character is a text for us and none for the database; the caller's fault, as is endless depth. */
function refuseUnreadable(value: unknown, field = 'input', depth = 0): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) throw new BadInput([{ field, code: 'unreadableText' }])
  } else if (typeof value === 'object' && value !== null) {
    if (depth > DEEPEST) throw new BadInput([{ field, code: 'tooDeep' }])
    for (const [key, inner] of Object.entries(value)) {
      refuseUnreadable(key, field)
      refuseUnreadable(inner, Array.isArray(value) ? field : key, depth + 1)
    }
  }
}
