/**
 * The number a person wrote: `1 234,5`, `1.234,50`, `1,234.5`, `12,5`. Undefined for an empty field, NaN for what is no
 * number. A single comma or point is the decimal mark, except where only whole numbers are asked: `1.000` people.
 */
export function readNumber(text: string, whole = false): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '')
  if (!bare) return undefined
  if (whole && /^[+-]?\d{1,3}([.,]\d{3})+$/.test(bare)) return Number(bare.replace(/[.,]/g, ''))
  const comma = bare.lastIndexOf(',')
  const point = bare.lastIndexOf('.')
  const several = comma >= 0 && point >= 0
  const plain = (several ? bare.replaceAll(comma > point ? '.' : ',', '') : bare).replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN
}

/** A number as it stands in its field again. */
export const writeNumber = (value: unknown, speech: string): string =>
  typeof value === 'number'
    ? new Intl.NumberFormat(speech, { useGrouping: false, maximumFractionDigits: 10 }).format(value)
    : ''

/** What a digit key means on a scale: a second digit within the moment makes `10` of `1` and `0`. */
export function digitOn(steps: readonly number[], digit: string, before: string): { step?: number; typed: string } {
  const together = before + digit
  if (before && steps.includes(Number(together))) return { step: Number(together), typed: together }
  return steps.includes(Number(digit)) ? { step: Number(digit), typed: digit } : { typed: '' }
}

/** The steps of a scale, its ends included. */
export const stepsOf = (min = 0, max = 10): number[] =>
  Array.from({ length: Math.max(0, Math.floor(max - min)) + 1 }, (_, index) => min + index)
