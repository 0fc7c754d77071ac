import { daysOf, daysOfTime } from './moments.ts'

/** What an expression is worth. Dates and times are ISO texts; "nothing answered" is the empty text. */
export type Value = string | number | boolean

/** The values of one question in all rows of its repeat. */
export type Values = readonly Value[]

export const isValues = (value: Value | Values): value is Values => Array.isArray(value)

const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/

/** XPath's number(), where a date is its days since 1970 and a time its part of a day. */
export function toNumber(value: Value): number {
  if (typeof value !== 'string') return Number(value)
  const text = value.trim()
  if (NUMBER.test(text)) return Number(text)
  if (!text) return NaN
  return text.includes('-') ? daysOf(text) : daysOfTime(text)
}

/** XPath's string(): never an exponent; fifteen digits, so that 0.1 + 0.2 reads 0.3. */
export function toText(value: Value): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return String(value)
  const [digits, exponent] = String(tidy(value)).split('e')
  return exponent === undefined ? digits! : shifted(digits!, Number(exponent))
}

/** A decimal number with its point moved: `1.5` by 3 is `1500`. */
function shifted(text: string, by: number): string {
  const [, sign, whole, rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!
  const digits = whole! + rest
  return by > 0 ? sign + digits.padEnd(by + 1, '0') : `${sign}0.${digits.padStart(digits.length - by - 1, '0')}`
}

/** A number without the dust of binary fractions. */
export const tidy = (value: number) => Number(value.toPrecision(15)) + 0

/** XPath's boolean(): a number is true when it is neither zero nor NaN, a text when it is not empty. */
export const toTruth = (value: Value) => (typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : !!value)

/** Whether nothing stands there. */
export const isBlank = (value: Value) => value === '' || (typeof value === 'number' && Number.isNaN(value))

/**
 * XPath's `=`: as boolean when either side is one, else as number when either side is one, else as text. The texts
 * `true` and `false` beside a boolean mean what they say, as people write them.
 */
export function isEqual(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return spoken(left) === spoken(right)
  if (typeof left === 'number' || typeof right === 'number') return isNear(toNumber(left), toNumber(right))
  return left === right
}

const spoken = (value: Value) => (value === 'false' ? false : toTruth(value))

const isNear = (left: number, right: number) => left === right || Math.abs(left - right) < 1e-12
