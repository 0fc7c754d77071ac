import { QUESTIONNAIRE_LIMITS } from '../model.ts'
import { dayOf, daysOf, daysOfTime, formatMoment, instantOf, timestamp, today } from './moments.ts'
import { patternOf } from './pattern.ts'
import type { Scope } from './scope.ts'
import { isBlank, isEqual, isValues, toNumber, toText, toTruth, type Value, type Values } from './values.ts'

/** A function with its operands already worth something; the few that look before they reckon are in evaluate.ts. */
type Operation = (operands: readonly (Value | Values)[], scope: Scope) => Value

const one = (value: Value | Values | undefined): Value =>
  value === undefined ? '' : isValues(value) ? (value[0] ?? '') : value
const all = (operands: readonly (Value | Values)[]): Values => {
  const [first] = operands
  return operands.length === 1 && first !== undefined && isValues(first) ? first : operands.flatMap((value) => value)
}
const texts = (operands: readonly (Value | Values)[]) => operands.map((value) => toText(one(value)))

const ofNumbers =
  (reckon: (...numbers: number[]) => number): Operation =>
  (operands) =>
    reckon(...operands.map((value) => toNumber(one(value))))
const compared =
  (holds: (left: number, right: number) => boolean): Operation =>
  ([left, right]) =>
    holds(toNumber(one(left)), toNumber(one(right)))
const ofTexts =
  (work: (...texts: string[]) => Value): Operation =>
  (operands) =>
    work(...texts(operands))

/** A text that grew by an expression stays as short as an answer may be: doubling thirty times would fill the memory. */
const short = (parts: readonly string[], between = '') => {
  let text = ''
  for (const [index, part] of parts.entries()) {
    text += (index ? between : '') + part
    if (text.length > QUESTIONNAIRE_LIMITS.textAnswerLength) return text.slice(0, QUESTIONNAIRE_LIMITS.textAnswerLength)
  }
  return text
}

const names = (list: string) => list.split(/\s+/).filter(Boolean)
const answered = (operands: readonly (Value | Values)[]) =>
  all(operands)
    .map(toNumber)
    .filter((number) => !Number.isNaN(number))

const extreme = (numbers: readonly number[], isFurther: (number: number, found: number) => boolean) =>
  numbers.length ? numbers.reduce((found, number) => (isFurther(number, found) ? number : found)) : NaN

/** Rounds a half upwards, by the decimal digits that people see: 1.005 to two places is 1.01. */
function round(number: number, places = 0): number {
  if (!Number.isFinite(number)) return number
  const shift = Math.max(-30, Math.min(30, Math.trunc(places) || 0))
  const moved = (value: number, by: number) => {
    const [digits, exponent = '0'] = String(value).split('e')
    return Number(`${digits}e${Number(exponent) + by}`)
  }
  return moved(Math.round(moved(number, shift)), -shift) + 0
}

/** Days since 1970 of what may be a number, a date, or a date with a time. */
const daysIn = (value: Value) => (typeof value === 'string' ? daysOf(value.trim()) : toNumber(value))
const formatted: Operation = ([moment, pattern], scope) => {
  const value = one(moment)
  const days = typeof value === 'string' && !value.includes('-') ? daysOfTime(value) : daysIn(value)
  return Number.isNaN(days) ? '' : formatMoment(days, toText(one(pattern)), scope.language)
}

/** The operators and functions of the language, by their name. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  '=': ([left, right]) => isEqual(one(left), one(right)),
  '!=': ([left, right]) => !isEqual(one(left), one(right)),
  '<': compared((left, right) => left < right),
  '<=': compared((left, right) => left <= right),
  '>': compared((left, right) => left > right),
  '>=': compared((left, right) => left >= right),
  '+': ofNumbers((left, right) => left! + right!),
  '-': ofNumbers((left, right) => (right === undefined ? -left! : left! - right)),
  '*': ofNumbers((left, right) => left! * right!),
  div: ofNumbers((left, right) => left! / right!),
  mod: ofNumbers((left, right) => left! % right!),

  true: () => true,
  false: () => false,
  not: ([value]) => !toTruth(one(value)),
  boolean: ([value]) => toTruth(one(value)),
  'boolean-from-string': ofTexts((text) => text === '1' || text!.toLowerCase() === 'true'),

  // "a b" holds "a"; the blanks around both keep "a" from being found in "ab"
  selected: ofTexts((list, name) => ` ${list} `.includes(` ${name!.trim()} `)),
  'selected-at': ([list, index]) => names(toText(one(list)))[Math.trunc(toNumber(one(index)))] ?? '',
  'count-selected': ofTexts((list) => names(list!).length),
  'jr:choice-name': ([name, question], scope) => {
    const label = (each: string) => scope.label(question as string, each)
    const chosen = toText(one(name))
    return label(chosen) || names(chosen).map(label).join(', ')
  },

  count: ([rows]) => all([rows!]).length,
  'count-non-empty': ([rows]) => all([rows!]).filter((value) => !isBlank(value)).length,
  sum: (operands) => answered(operands).reduce((sum, number) => sum + number, 0),
  min: (operands) => extreme(answered(operands), (number, least) => number < least),
  max: (operands) => extreme(answered(operands), (number, most) => number > most),

  number: ofNumbers((number) => number!),
  int: ofNumbers((number) => Math.trunc(number!) + 0),
  round: ofNumbers((number, places) => round(number!, places)),
  floor: ofNumbers((number) => Math.floor(number!)),
  ceiling: ofNumbers((number) => Math.ceil(number!) + 0),
  abs: ofNumbers((number) => Math.abs(number!)),
  pow: ofNumbers((base, power) => base! ** power!),
  sqrt: ofNumbers((number) => Math.sqrt(number!)),
  exp: ofNumbers((number) => Math.exp(number!)),
  log: ofNumbers((number) => Math.log(number!)),
  log10: ofNumbers((number) => Math.log10(number!)),
  random: (_, scope) => scope.random(),

  string: ofTexts((text) => text!),
  concat: (operands) => short(all(operands).map(toText)),
  join: ([between, ...operands]) => short(all(operands).map(toText), toText(one(between))),
  substr: ([text, start, end]) =>
    toText(one(text)).slice(toNumber(one(start)), end === undefined ? undefined : toNumber(one(end))),
  'substring-before': ofTexts((text, mark) => text!.slice(0, Math.max(0, text!.indexOf(mark!)))),
  'substring-after': ofTexts((text, mark) =>
    text!.includes(mark!) ? text!.slice(text!.indexOf(mark!) + mark!.length) : '',
  ),
  translate: ofTexts((text, from, to) =>
    Array.from(text!, (char) => (from!.includes(char) ? (to![from!.indexOf(char)] ?? '') : char)).join(''),
  ),
  'string-length': ofTexts((text) => text!.length),
  'normalize-space': ofTexts((text) => text!.trim().replace(/\s+/g, ' ')),
  contains: ofTexts((text, part) => text!.includes(part!)),
  'starts-with': ofTexts((text, part) => text!.startsWith(part!)),
  'ends-with': ofTexts((text, part) => text!.endsWith(part!)),
  regex: ([text, pattern], scope) =>
    patternOf(toText(one(pattern)))?.matches(toText(one(text)), (work) => scope.spend(work)) ?? false,

  today: (_, scope) => today(scope.now()),
  now: (_, scope) => timestamp(scope.now()),
  date: ([value]) => {
    const days = daysIn(one(value))
    return Number.isNaN(days) ? '' : dayOf(days)
  },
  'decimal-date-time': ([value]) => {
    const moment = one(value)
    return typeof moment === 'string' ? instantOf(moment) : toNumber(moment)
  },
  'decimal-time': ([value]) => {
    const moment = toText(one(value))
    return moment.includes('-') ? daysOf(moment) - Math.floor(daysOf(moment)) : daysOfTime(moment)
  },
  'format-date': formatted,
  'format-date-time': formatted,
}
