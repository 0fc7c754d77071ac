import { GraphQLScalarType } from 'graphql'
import { Field, ObjectType } from 'type-graphql'

/** Any JSON value: the value of one answer. Its shape follows the field of the method. */
export const JsonValue = new GraphQLScalarType({
  name: 'JsonValue',
  description:
    'A JSON value: text, number, list of codes or list of item identifiers, as the field of the method says.',
})

/** Whether a value is a day that exists, written YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '0001') return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** A calendar day, without a time of day. */
export const Day = new GraphQLScalarType({
  name: 'Day',
  description: 'A calendar day as YYYY-MM-DD.',
  parseValue(value) {
    if (isDay(value)) return value
    throw new TypeError('A day is written YYYY-MM-DD.')
  },
  serialize(value) {
    return value instanceof Date ? localDay(value) : String(value)
  },
})

function localDay(date: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

@ObjectType('TriText', { description: 'A text in French, Dutch and English.' })
export class TriTextType {
  @Field(() => String, { description: 'French' }) fr!: string
  @Field(() => String, { description: 'Dutch' }) nl!: string
  @Field(() => String, { description: 'English' }) en!: string
}
