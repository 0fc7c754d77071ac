import { getNamedType, isEnumType, isInputObjectType, isObjectType, isScalarType } from 'graphql'
import type { GraphQLNamedType, GraphQLOutputType, GraphQLSchema } from 'graphql'
import type { DoorRule } from '../src/modules/access/doors.ts'
import { RULES } from '../src/modules/access/rules.ts'
import { FINER_ACTIONS, FREE_IDS, ID_NAMES } from './calls.ts'
import { doorsOf, slotsOf, takesId } from './operations.ts'

/** The tables that say who may come where. */
export interface AccessTables {
  doors: Record<string, DoorRule>
  types: Record<string, readonly string[]>
}

/** Scalars that carry one plain value; another one has to be thought about first. */
const SCALARS = ['Boolean', 'DateTimeISO', 'Day', 'Float', 'ID', 'Int', 'JsonValue', 'String']

/** Fields that run code of their own below the doors: each asks the rules itself, or reads what its parent holds. */
const FIELDS_WITH_CODE: string[] = []

/** Actions asked by routes for files, which are no doors of the schema. */
const ACTIONS_OF_ROUTES = ['enterprise:export']

/** Every coordinate of the schema that the tables do not cover, and every row of the tables that covers nothing. */
export function coverageFaults(schema: GraphQLSchema, { doors, types }: AccessTables): string[] {
  const faults: string[] = []
  const all = doorsOf(schema)
  const coordinates = new Set(all.map(({ coordinate }) => coordinate))
  for (const coordinate of coordinates) if (!doors[coordinate]) faults.push(`${coordinate} has no rule`)
  for (const coordinate of Object.keys(doors))
    if (!coordinates.has(coordinate)) faults.push(`the rule of ${coordinate} leads nowhere`)
  if (schema.getSubscriptionType()) faults.push('subscriptions have no rules')

  const reached = reachedBy(schema, doors)
  const named = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name]
  for (const type of named) faults.push(...typeFaults(type, roots, reached, types))
  for (const name of Object.keys(types))
    if (!isObjectType(schema.getType(name))) faults.push(`the row of type ${name} is about nothing`)

  const used = new Set<string>()
  for (const door of all) {
    for (const slot of slotsOf(door).filter(takesId)) {
      const key = [`${door.coordinate}.${slot.path}`, slot.name].find((one) => one in ID_NAMES)
      if (key) used.add(key)
      else if (!FREE_IDS.includes(slot.name)) faults.push(`the identifier ${door.coordinate}.${slot.path} has no row`)
    }
  }
  for (const key of Object.keys(ID_NAMES))
    if (!used.has(key)) faults.push(`the row of the identifier ${key} is about nothing`)

  const asked = new Set([...Object.values(doors).flat(), ...FINER_ACTIONS, ...ACTIONS_OF_ROUTES])
  for (const action of Object.keys(RULES)) if (!asked.has(action)) faults.push(`nobody asks the action ${action}`)
  for (const action of Object.values(doors).flat()) {
    if (action !== 'public' && action !== 'signedIn' && !(action in RULES))
      faults.push(`the action ${action} is in no rule`)
  }
  return faults.sort()
}

function typeFaults(
  type: GraphQLNamedType,
  roots: (string | undefined)[],
  reached: Map<string, Set<string>>,
  types: AccessTables['types'],
): string[] {
  if (isEnumType(type)) return []
  if (isScalarType(type)) return SCALARS.includes(type.name) ? [] : [`scalar ${type.name} is not on the list`]
  if (isInputObjectType(type)) return [] // Its fields are looked at through the doors that take it.
  if (!isObjectType(type)) return [`${type.name} is an interface or a union: the gate does not know these`]
  const faults = Object.values(type.getFields())
    .filter(
      ({ name, resolve }) =>
        resolve && !roots.includes(type.name) && !FIELDS_WITH_CODE.includes(`${type.name}.${name}`),
    )
    .map(({ name }) => `${type.name}.${name} runs code of its own`)
  if (roots.includes(type.name)) return []
  const row = types[type.name]
  if (!row) return [...faults, `type ${type.name} has no row`]
  const by = [...(reached.get(type.name) ?? [])].sort().join(' ')
  const written = [...new Set(row)].sort().join(' ')
  return by === written
    ? faults
    : [...faults, `type ${type.name} is reached by ${by || 'nothing'}, its row says ${written}`]
}

/** Which rules lead to which types, along any number of edges. */
function reachedBy(schema: GraphQLSchema, doors: AccessTables['doors']): Map<string, Set<string>> {
  const reached = new Map<string, Set<string>>()
  for (const door of doorsOf(schema)) {
    const seen = new Set<string>()
    const walk = (output: GraphQLOutputType) => {
      const type = getNamedType(output)
      if (!isObjectType(type) || seen.has(type.name)) return
      seen.add(type.name)
      for (const field of Object.values(type.getFields())) walk(field.type)
    }
    walk(door.type)
    for (const name of seen) {
      const rules = reached.get(name) ?? new Set<string>()
      for (const rule of [doors[door.coordinate] ?? []].flat()) rules.add(rule)
      reached.set(name, rules)
    }
  }
  return reached
}
