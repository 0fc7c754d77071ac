import { isItemId } from '../method/compile-method.ts'
import type { FieldData } from '../method/method-data.ts'
import { LIST_LIMIT, TEXT_LIMITS } from '../method/text-limits.ts'

export type ValueProblem =
  | 'wrongKind'
  | 'tooLong'
  | 'unreadableText'
  | 'notADay'
  | 'outOfRange'
  | 'unknownOption'
  | 'tooMany'
  | 'twice'
  | 'notAnItemId'

/** What keeps a value from being an answer to a field; undefined when it fits. `null` clears any field. */
export function problemOfValue(field: FieldData, value: unknown): ValueProblem | undefined {
  if (value === null) return undefined
  switch (field.kind) {
    case 'shortText':
    case 'longText':
      return typeof value === 'string' ? problemOfText(value, TEXT_LIMITS[field.kind] ?? 0) : 'wrongKind'
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrongKind'
      return value < 0 || value > (field.max ?? 1e12) ? 'outOfRange' : undefined
    case 'date':
      return typeof value === 'string' ? (isDay(value) ? undefined : 'notADay') : 'wrongKind'
    case 'choice':
      return typeof value === 'string' ? problemOfCodes(field, [value]) : 'wrongKind'
    case 'choices':
      return isTextList(value) ? problemOfCodes(field, value) : 'wrongKind'
    case 'list':
      return isTextList(value) ? problemOfItems(field, value) : 'wrongKind'
  }
}

/** Whether an answer holds something. */
export const isFilled = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : Array.isArray(value)
      ? value.length > 0
      : value !== null && value !== undefined

function problemOfText(text: string, limit: number): ValueProblem | undefined {
  // PostgreSQL keeps neither a zero character nor half a surrogate pair.
  if (text.includes('\u0000') || /\p{Surrogate}/u.test(text)) return 'unreadableText'
  return text.length > limit ? 'tooLong' : undefined
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function problemOfCodes(field: FieldData, codes: string[]): ValueProblem | undefined {
  if (new Set(codes).size < codes.length) return 'twice'
  if (!codes.every((code) => field.options?.some((option) => option.code === code))) return 'unknownOption'
  return codes.length > (field.max ?? codes.length) ? 'tooMany' : undefined
}

function problemOfItems(field: FieldData, ids: string[]): ValueProblem | undefined {
  if (ids.length > (field.max ?? LIST_LIMIT)) return 'tooMany'
  if (!ids.every(isItemId)) return 'notAnItemId'
  return new Set(ids).size < ids.length ? 'twice' : undefined
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')
