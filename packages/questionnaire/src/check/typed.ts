import { daysOf, daysOfTime } from '../expression/moments.ts'
import type { Question } from '../model.ts'

/**
 * What an expression yields. `text` was typed by a person and may be anything; `string` was made by an expression or
 * a program and may well be a number or a date; `days` is a date in the making, such as `today() + 7`.
 */
export type Type = 'text' | 'string' | 'number' | 'days' | 'date' | 'time' | 'boolean' | 'choice' | 'choices' | 'file'

/** A type with what is known of where it comes from. */
export interface Typed {
  readonly type: Type
  /** The text or number written in the expression. */
  readonly literal?: string | number
  /** The question whose choices it is made of. */
  readonly choices?: Question
  /** The name under which it was read. */
  readonly name?: string
  /** Calculated by another question. */
  readonly reckoned?: boolean
}

export const NUMBER: Typed = { type: 'number' }
export const STRING: Typed = { type: 'string' }
export const BOOLEAN: Typed = { type: 'boolean' }

export const OF_KIND: Readonly<Partial<Record<Question['kind'], Type>>> = {
  shortText: 'text',
  longText: 'text',
  integer: 'number',
  decimal: 'number',
  scale: 'number',
  agreement: 'number',
  thenNow: 'number',
  date: 'date',
  dateTime: 'date',
  time: 'time',
  yesNo: 'choice',
  consent: 'choice',
  single: 'choice',
  multiple: 'choices',
  ranking: 'choices',
  file: 'file',
}

export const RESULTS: Readonly<Record<string, Type>> = {
  and: 'boolean',
  or: 'boolean',
  not: 'boolean',
  true: 'boolean',
  false: 'boolean',
  boolean: 'boolean',
  'boolean-from-string': 'boolean',
  contains: 'boolean',
  'starts-with': 'boolean',
  'ends-with': 'boolean',
  number: 'number',
  random: 'number',
  count: 'number',
  'count-non-empty': 'number',
  'string-length': 'number',
  today: 'date',
  now: 'date',
}

export const dateNumber = (literal: string | number) => (typeof literal === 'number' ? literal : daysOf(literal.trim()))
export const isMoment = (type: Type, literal: string | number) =>
  typeof literal === 'string' && !Number.isNaN(type === 'time' ? daysOfTime(literal.trim()) : daysOf(literal.trim()))

/** A number that is no day: one that stands there, or that somebody answered. */
export const isFixedNumber = ({ type, literal, name, reckoned }: Typed) =>
  type === 'number' && !reckoned && (literal !== undefined || name !== undefined)

/** The type of what is either one or the other. */
export function joined(left: Typed, right: Typed): Typed {
  if (left.literal === '') return { ...right }
  if (right.literal === '') return { ...left }
  return left.type === right.type && left.choices === right.choices
    ? { type: left.type, choices: left.choices }
    : STRING
}
