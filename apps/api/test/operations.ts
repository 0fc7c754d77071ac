import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type {
  GraphQLArgument,
  GraphQLInputField,
  GraphQLInputObjectType,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql'

/** A root field of the schema with its coordinate, for example `Query.cohort`. */
export interface Door {
  coordinate: string
  kind: 'query' | 'mutation'
  field: string
  args: readonly GraphQLArgument[]
  type: GraphQLOutputType
}

/** Every door of the API. */
export function doorsOf(schema: GraphQLSchema): Door[] {
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
    return Object.values(root?.getFields() ?? {}).map((field): Door => ({
      coordinate: `${root!.name}.${field.name}`,
      kind,
      field: field.name,
      args: field.args,
      type: field.type,
    }))
  })
}

/** A place where a value comes in: an argument, or a field of an input inside one. `path` is `input.evaluationId`. */
export interface Slot {
  path: string
  name: string
  type: GraphQLInputType
  list: boolean
  /** Whether a call without it is refused. */
  required: boolean
}

/** All places of a door where a value comes in, the deepest ones: scalars and enums. */
export function slotsOf(door: Door): Slot[] {
  const walk = (item: GraphQLArgument | GraphQLInputField, path: string, above: boolean): Slot[] => {
    const named = getNamedType(item.type)
    const required = above && isNeeded(item)
    if (isInputObjectType(named))
      return Object.values(named.getFields()).flatMap((field) => walk(field, `${path}.${field.name}`, required))
    return [{ path, name: item.name, type: item.type, list: isListType(getNullableType(item.type)), required }]
  }
  return door.args.flatMap((arg) => walk(arg, arg.name, true))
}

const isNeeded = (item: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(item.type) && item.defaultValue === undefined

/** Whether a slot takes identifiers. */
export const takesId = ({ type }: Slot): boolean => getNamedType(type).name === 'ID'

/** Gives the value of a slot; undefined leaves an optional one out. */
export type Filler = (slot: Slot) => unknown

/** The variables of a call: required values, and optional ones the filler knows. */
export function variablesOf(door: Door, fill: Filler): Record<string, unknown> {
  const slots = slotsOf(door)
  const make = (item: GraphQLArgument | GraphQLInputField, path: string): unknown => {
    const named = getNamedType(item.type)
    const value = isInputObjectType(named)
      ? makeObject(named, path, isNeeded(item))
      : fill(slots.find((slot) => slot.path === path)!)
    if (value === undefined || Array.isArray(value)) return value
    return isListType(getNullableType(item.type)) ? [value] : value
  }
  /** An optional object is left out when a value that it needs is not known. */
  const makeObject = (type: GraphQLInputObjectType, path: string, needed: boolean): unknown => {
    const object: Record<string, unknown> = {}
    for (const field of Object.values(type.getFields())) {
      const value = make(field, `${path}.${field.name}`)
      if (value !== undefined) object[field.name] = value
      else if (isNeeded(field)) return needed ? missing(`${door.coordinate}.${path}.${field.name}`) : undefined
    }
    return needed || Object.keys(object).length ? object : undefined
  }
  const variables: Record<string, unknown> = {}
  for (const arg of door.args) {
    const value = make(arg, arg.name)
    if (value !== undefined) variables[arg.name] = value
    else if (isNeeded(arg)) missing(`${door.coordinate}.${arg.name}`)
  }
  return variables
}

function missing(path: string): never {
  throw new Error(`No value is known for ${path}: give one in asking.ts.`)
}

/** The text of an operation that calls one door, asking for everything down to a depth. */
export function textOf(door: Door, depth: number, alias?: string): string {
  const names = door.args.map(({ name }) => name)
  const head = door.args.length
    ? `(${door.args.map((arg) => `$${arg.name}: ${arg.type}${defaultOf(arg)}`).join(', ')})`
    : ''
  const call = names.length ? `(${names.map((name) => `${name}: $${name}`).join(', ')})` : ''
  return `${door.kind} ${head} { ${alias ? `${alias}: ` : ''}${door.field}${call}${selectionOf(door.type, depth)} }`
}

// A variable that is not given takes the argument's default only when it is nullable.
const defaultOf = (arg: GraphQLArgument): string =>
  arg.defaultValue !== undefined && isNonNullType(arg.type)
    ? ` = ${literal(arg.defaultValue, getNamedType(arg.type))}`
    : ''

function literal(value: unknown, type: GraphQLNamedType): string {
  if (isEnumType(type)) return type.getValues().find((one) => one.value === value)?.name ?? String(value)
  return typeof value === 'object' ? '{}' : JSON.stringify(value)
}

/** Everything there is to ask of a type down to a depth of objects; types inside themselves are asked once. */
export function selectionOf(output: GraphQLOutputType, depth: number, above: string[] = []): string {
  const type = getNamedType(output)
  if (!isObjectType(type)) return ''
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type)
    if (!isObjectType(inner)) return [field.name]
    if (depth <= 1 || above.filter((name) => name === inner.name).length > 1) return []
    return [`${field.name}${selectionOf(field.type, depth - 1, [...above, type.name])}`]
  })
  return ` { __typename ${parts.join(' ')} }`
}
