import type { Told } from '../disclosure/coarsen.ts'

/** A number with how many gave it, smallest first. */
export type NumberCounts = [number: number, count: number][]

/** The numbers among the counted values, smallest first. */
export const numbersOf = (counts: ReadonlyMap<string, number>): NumberCounts =>
  [...counts]
    .map(([value, count]): [number, number] => [Number(value), count])
    .filter(([value, count]) => Number.isFinite(value) && count > 0)
    .toSorted(([a], [b]) => a - b)

/** How many there are. */
export const countOf = (numbers: NumberCounts): number => numbers.reduce((sum, [, count]) => sum + count, 0)

/** Their sum. */
export const sumOf = (numbers: NumberCounts): number => numbers.reduce((sum, [value, count]) => sum + value * count, 0)

/** The number at a place, counted from 0. */
function at(numbers: NumberCounts, place: number): number {
  let before = 0
  for (const [value, count] of numbers) {
    before += count
    if (place < before) return value
  }
  return numbers.at(-1)![0]
}

/** The number in the middle; with an even count the middle of the two. */
export function medianOf(numbers: NumberCounts): number | null {
  const n = countOf(numbers)
  if (n === 0) return null
  return (at(numbers, Math.ceil(n / 2) - 1) + at(numbers, Math.floor(n / 2))) / 2
}

/** The number below which a share of them lies: one that was given, not one between. */
export function quantileOf(numbers: NumberCounts, share: number): number | null {
  const n = countOf(numbers)
  return n === 0 ? null : at(numbers, Math.max(0, Math.ceil(n * share) - 1))
}

/** Whether nearly all gave the same number, so that a mean would tell what each of them said. */
export const isConcentrated = (numbers: NumberCounts): boolean =>
  Math.max(0, ...numbers.map(([, count]) => count)) >= 0.9 * countOf(numbers)

/** The mean, to one digit after the point; to two from a hundred on. */
export function meanOf(numbers: NumberCounts): number | null {
  const n = countOf(numbers)
  return n === 0 ? null : rounded(sumOf(numbers) / n, n < 100 ? 1 : 2)
}

/** How many values of a count must stay possible for those who know the mean. */
const POSSIBLE = 2

/**
 * The mean of steps (of a scale, of agreement), rounded so far that together with what is told of the steps it does not
 * say how many gave a step that is told with others only; null when no rounding does.
 */
export function meanOfSteps(numbers: NumberCounts, ranges: readonly Told[]): number | null {
  const n = countOf(numbers)
  if (n === 0) return null
  const mean = sumOf(numbers) / n
  const most = n < 100 ? 1 : 2
  for (let digits = most; digits >= 0; digits--) {
    const shown = rounded(mean, digits)
    const half = 0.5 * 10 ** -digits
    if (leavesOpen(ranges, Math.ceil(n * (shown - half) - 1e-6), Math.floor(n * (shown + half) + 1e-6))) return shown
  }
  return null
}

/** Whether each step that is told with others can still have several counts, given the sum of all lies in between. */
function leavesOpen(ranges: readonly Told[], leastSum: number, mostSum: number): boolean {
  const known = ranges.map(({ values, count }) => ({ steps: values.map(Number), count: count! }))
  const low = known.reduce((sum, { steps, count }) => sum + Math.min(...steps) * count, 0)
  const high = known.reduce((sum, { steps, count }) => sum + Math.max(...steps) * count, 0)
  return known.every(({ steps, count }) => {
    if (steps.length < 2) return true
    const [lowest, highest] = [Math.min(...steps), Math.max(...steps)]
    return steps.every((step) => {
      const others = steps.filter((other) => other !== step)
      const [least, most] = [Math.min(...others), Math.max(...others)]
      let possible = 0
      for (let given = 0; given <= count && possible < POSSIBLE; given++) {
        const smallest = low - lowest * count + step * given + least * (count - given)
        const largest = high - highest * count + step * given + most * (count - given)
        // Between the ends every second sum may be out of reach, so one more has to be open.
        const open = Math.min(largest, mostSum) - Math.max(smallest, leastSum)
        if (open >= 1 || (open === 0 && smallest === largest)) possible++
      }
      return possible >= POSSIBLE
    })
  })
}

/** The median of steps: not when it falls between two, which would cut the answers in halves that are not told. */
export function medianOfSteps(numbers: NumberCounts, ranges: readonly Told[]): number | null {
  const median = medianOf(numbers)
  if (median === null || numbers.some(([value]) => value === median)) return median
  const isTold = ranges.some(({ values }) => Math.max(...values.map(Number)) === Math.floor(median))
  return isTold ? median : null
}

export const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

/** A range of numbers: whole ones with both ends, others up to but without the upper end. */
export interface NumberRange {
  from: number
  to: number
  count: number
}

const MOST_RANGES = 12

/** Numbers in ranges of one round width, which follows from where nine tenths of them lie. */
export function rangesOf(numbers: NumberCounts, whole: boolean): NumberRange[] {
  if (numbers.length === 0) return []
  const low = quantileOf(numbers, 0.05)!
  const high = quantileOf(numbers, 0.95)!
  const width = roundWidth((high - low) / MOST_RANGES, whole)
  const first = Math.floor(low / width)
  const last = Math.max(first, Math.floor(high / width))
  const ranges = Array.from({ length: last - first + 1 }, (_, index): NumberRange => {
    const from = clean((first + index) * width)
    return { from, to: clean(whole ? from + width - 1 : from + width), count: 0 }
  })
  for (const [value, count] of numbers) {
    const index = Math.min(last, Math.max(first, Math.floor(value / width + 1e-9))) - first
    ranges[index]!.count += count
  }
  return ranges
}

function roundWidth(least: number, whole: boolean): number {
  if (least <= 0) return whole ? 1 : 0.5
  const power = 10 ** Math.floor(Math.log10(least))
  const width = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= least * 0.999)!
  return whole ? Math.max(1, Math.round(width)) : width
}

const clean = (value: number): number => Number(value.toPrecision(12))
