import { ANSWERED } from '../tally/counted-value.ts'
import { coarsenChoices, coarsenSeveral, coarsenSteps, FEWEST } from '../disclosure/coarsen.ts'
import type { Counted, Told } from '../disclosure/coarsen.ts'
import type { AskedQuestion } from './asked-question.ts'
import type { QuestionFigures } from './figures.ts'
import { numbersOf, rangesOf } from './number-figures.ts'

/** The name of all values together that are too few to be named: places, codes. */
export const OTHERS = '@others'

/** Ways in which the values of a question stand to one another. */
export type ValueOrder =
  /** They exclude one another and have no order. */
  | 'choices'
  /** Steps one after the other. */
  | 'steps'
  /** One person gives several. */
  | 'several'

/** The values of one part of a question, exact, as they will be told: all that could be given, in their order. */
export interface Distribution {
  part: string
  order: ValueOrder
  counted: Counted[]
  /** How many gave a value. */
  n: number
  /** Ends of the ranges that values stand for, by value. */
  ends?: Map<string, { from: number; to: number }>
  /** The same values for a group of answers. */
  of(figures: QuestionFigures): Map<string, number>
}

/** Reads the counts of values out of the figures of a question. */
type Read = (figures: QuestionFigures) => Map<string, number>

/** The exact distributions of a question: one, or one for each of its parts. */
export function distributionsOf(asked: AskedQuestion, figures: QuestionFigures): Distribution[] {
  const { question, choices, repeated } = asked
  const listed = (part: string, order: ValueOrder, read: Read = partOf(part)) =>
    amongListed(choices, part, repeated ? 'several' : order, read, figures)
  // Several numbers of one person could make up a range by themselves.
  if (repeated && !LISTED.has(question.kind)) return []
  switch (question.kind) {
    case 'single':
    case 'yesNo':
    case 'consent':
      return [listed('', 'choices')]
    case 'multiple':
      return [listed('', 'several')]
    case 'agreement':
      return [listed('', 'steps')]
    case 'scale':
      return [choices.length > MOST_STEPS && !repeated ? inRanges(figures, true) : listed('', 'steps')]
    case 'integer':
      return [inRanges(figures, true)]
    case 'decimal':
      return [inRanges(figures, false)]
    case 'calculated':
      return [isNumeric(partOf('')(figures)) ? inRanges(figures, false) : named(figures)]
    case 'hidden':
    case 'place':
      return [named(figures)]
    case 'date':
    case 'dateTime':
      return [months(figures)]
    case 'time':
      return [inRows('', HOURS, partOf(''), figures)]
    case 'matrix':
      return asked.parts.map(({ name }) => listed(String(name), 'steps'))
    case 'thenNow':
      return moments(listed, choices.length, figures)
    case 'ranking':
      // With three things the first places and the mean places together would tell the second and third places too.
      return choices.length === 3 ? [] : [listed('1', 'choices')]
    default:
      return []
  }
}

const MOST_STEPS = 25

/** Kinds whose values are all known before anyone answers. */
const LISTED = new Set(['single', 'yesNo', 'consent', 'multiple', 'agreement', 'scale', 'matrix'])

/** The counts of a part as they stand in the tally. */
const partOf =
  (part: string): Read =>
  ({ parts }) => {
    const values = new Map(parts.get(part))
    values.delete(ANSWERED)
    return values
  }

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, count) => all + count, 0)

function amongListed(
  choices: AskedQuestion['choices'],
  part: string,
  order: ValueOrder,
  read: Read,
  figures: QuestionFigures,
): Distribution {
  const counts = read(figures)
  const names = new Set([...choices.map(({ name }) => String(name)), ...counts.keys()])
  const counted = [...names].map((value) => ({ value, count: counts.get(value) ?? 0 }))
  return { part, order, counted, n: order === 'several' ? figures.answered : total(counts), of: read }
}

/** A distribution over given rows, to which each value belongs by `rowOf`. */
function inRows(
  part: string,
  rows: readonly string[],
  read: Read,
  figures: QuestionFigures,
  rowOf: (value: string) => string = (value) => value,
  order: ValueOrder = 'steps',
): Distribution {
  const known = new Set(rows)
  const of: Read = (group) => {
    const counts = new Map<string, number>()
    for (const [value, count] of read(group)) {
      const row = known.has(rowOf(value)) ? rowOf(value) : rows[0]!
      counts.set(row, (counts.get(row) ?? 0) + count)
    }
    return counts
  }
  const counts = of(figures)
  return { part, order, counted: rows.map((value) => ({ value, count: counts.get(value) ?? 0 })), n: total(counts), of }
}

const isNumeric = (counts: ReadonlyMap<string, number>): boolean =>
  [...counts.keys()].every((value) => value.trim() !== '' && Number.isFinite(Number(value)))

/** Then, now, and whether it went down, stayed or went up; of those who gave both. */
function moments(
  listed: (part: string, order: ValueOrder, read: Read) => Distribution,
  steps: number,
  figures: QuestionFigures,
): Distribution[] {
  const ends = (['then', 'now'] as const).map((moment) =>
    listed(moment, 'steps', (group) => momentCounts(pairsOf(group), moment)),
  )
  // With two or three steps the change and both ends together would tell single pairs.
  return steps > 3 ? [...ends, inRows('change', CHANGES, pairsOf, figures, changeOf, 'choices')] : ends
}

/** Counts of pairs of then and now. */
export const pairsOf = partOf('pair')

const CHANGES = ['lower', 'same', 'higher']

function changeOf(pair: string): string {
  const [then, now] = pair.split('>').map(Number)
  return now! < then! ? 'lower' : now! > then! ? 'higher' : 'same'
}

/** Counts of one moment out of the counts of pairs. */
export function momentCounts(pairs: ReadonlyMap<string, number>, moment: 'then' | 'now'): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [pair, count] of pairs) {
    const value = pair.split('>')[moment === 'then' ? 0 : 1]!
    counts.set(value, (counts.get(value) ?? 0) + count)
  }
  return counts
}

function inRanges(figures: QuestionFigures, whole: boolean): Distribution {
  const ranges = rangesOf(numbersOf(partOf('')(figures)), whole)
  const rowOf = (value: string) => {
    const number = Number(value)
    const at = ranges.findIndex(({ to }) => (whole ? number <= to : number < to))
    return String(at < 0 ? ranges.length - 1 : at)
  }
  const rows = ranges.map((_, index) => String(index))
  const ends = new Map(ranges.map(({ from, to }, index) => [String(index), { from, to }]))
  return { ...inRows('', rows, partOf(''), figures, rowOf), ends }
}

/** Values nobody has listed: those that may be named, and all others as one. */
function named(figures: QuestionFigures): Distribution {
  const large = [...partOf('')(figures)].filter(([, count]) => count >= FEWEST).map(([value]) => value)
  const names = new Set(large)
  const rows = [...large.toSorted(), OTHERS]
  return inRows('', rows, partOf(''), figures, (value) => (names.has(value) ? value : OTHERS), 'choices')
}

const MOST_MONTHS = 24
const MOST_YEARS = 300

/** Months, or years when the days lie far apart. */
function months(figures: QuestionFigures): Distribution {
  const all = [...partOf('')(figures).keys()].toSorted()
  const [first, last] = [all[0] ?? '0001-01', all.at(-1) ?? '0001-01']
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const year = (value: number) => String(value).padStart(4, '0')
  if (number(last) - number(first) >= MOST_MONTHS) {
    const rows = upTo(Number(first.slice(0, 4)), Number(last.slice(0, 4))).map(year)
    return inRows('', rows, partOf(''), figures, (month) => month.slice(0, 4))
  }
  const rows = upTo(number(first), number(last)).map(
    (month) => `${year(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`,
  )
  return inRows('', rows, partOf(''), figures)
}

/** Whole numbers up to the last one; not more than a person lives years. */
const upTo = (first: number, last: number): number[] => {
  const length = Math.min(last - first + 1, MOST_YEARS)
  return Array.from({ length }, (_, index) => last - length + 1 + index)
}

const HOURS = upTo(0, 23).map((hour) => String(hour).padStart(2, '0'))

/** What may be told of a distribution. */
export function toldOf({ order, counted, n }: Distribution): Told[] {
  if (order === 'several') return coarsenSeveral(counted, n)
  return order === 'steps' ? coarsenSteps(counted) : coarsenChoices(counted)
}
