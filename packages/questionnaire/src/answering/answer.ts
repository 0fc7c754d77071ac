import { tidy, toNumber, toText, type Value } from '../expression/values.ts'
import { OTHER } from '../layout.ts'
import type { AnswerValue, FileAnswer, Question } from '../model.ts'

/** An answer as it came, without what says nothing: empty texts, lists and pairs are no answer. */
export function normalized(value: AnswerValue | undefined): AnswerValue | undefined {
  if (value === undefined || value === '') return undefined
  if (Array.isArray(value)) return value.length ? value : undefined
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value).filter(([, part]) => part !== undefined && part !== '')
  return parts.length ? (Object.fromEntries(parts) as AnswerValue) : undefined
}

/** An answer as expressions read it: several names as XLSForm writes them, one after the other. */
export function readable(value: AnswerValue | undefined, part?: string): Value {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.join(' ')
  if (part !== undefined) return Object.hasOwn(value, part) ? ((value as Record<string, Value>)[part] ?? '') : ''
  return String((value as FileAnswer).name ?? '')
}

/** Whether two answers say the same. */
export function isSame(left: AnswerValue | undefined, right: AnswerValue | undefined): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false
  return JSON.stringify(left) === JSON.stringify(right)
}

/** Whether the answer includes "other". */
export const saysOther = (question: Question, value: AnswerValue | undefined) =>
  question.other === true && (value === OTHER || (Array.isArray(value) && value.includes(OTHER)))

/** What is left of an answer when only some names are offered. */
export function amongOffered(value: AnswerValue | undefined, offered: ReadonlySet<string>): AnswerValue | undefined {
  if (typeof value === 'string') return offered.has(value) ? value : undefined
  if (!Array.isArray(value)) return value
  const left = value.filter((name: string) => offered.has(name))
  return left.length === value.length ? value : left.length ? left : undefined
}

/** "I prefer not to say" is offered for this question. */
export const isDeclinable = ({ kind, declinable }: Question) =>
  declinable !== false && kind !== 'note' && kind !== 'consent' && kind !== 'calculated' && kind !== 'hidden'

/** The worth of an expression as an answer of the question's kind; undefined when it says nothing. */
export function asAnswer({ kind }: Question, value: Value): AnswerValue | undefined {
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'scale':
    case 'agreement':
      return finite(toNumber(value))
    case 'multiple':
    case 'ranking':
      return toText(value).split(/\s+/).filter(Boolean)
    case 'yesNo':
    case 'consent':
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : toText(value)
    case 'thenNow':
    case 'matrix':
    case 'file':
    case 'note':
      return undefined
    default:
      return typeof value === 'number' && kind === 'calculated' ? finite(value) : textOf(value)
  }
}

const finite = (number: number) => (Number.isFinite(number) ? tidy(number) : undefined)
const textOf = (value: Value) => (typeof value === 'number' && Number.isNaN(value) ? undefined : toText(value))
