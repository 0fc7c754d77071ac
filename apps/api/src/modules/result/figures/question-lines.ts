import { coarsenTable, coarsenTotals } from '../disclosure/coarsen-table.ts'
import type { ToldTable } from '../disclosure/coarsen-table.ts'
import { FEWEST } from '../disclosure/coarsen.ts'
import type { Told } from '../disclosure/coarsen.ts'
import type { ResultCell, ResultLine } from '../result.types.ts'
import type { AskedQuestion } from './asked-question.ts'
import type { GroupFigures, QuestionFigures } from './figures.ts'
import {
  isConcentrated,
  meanOf,
  meanOfSteps,
  medianOf,
  medianOfSteps,
  numbersOf,
  quantileOf,
  rounded,
} from './number-figures.ts'
import type { NumberCounts } from './number-figures.ts'
import { distributionsOf, momentCounts, pairsOf, toldOf } from './question-cells.ts'
import type { Distribution } from './question-cells.ts'

/** Quartiles of fewer would say what single people said. */
const FEWEST_FOR_QUARTILES = 12

/** Those who were not asked, or did not answer, where that may not be told by itself. */
export const NONE = '@none'

/** The groups of a breakdown: all of them, and those too small to be told by themselves anywhere. */
export interface ToldGroups {
  values: string[]
  closed: ReadonlySet<string>
  figures: ReadonlyMap<string, GroupFigures>
}

const empty: QuestionFigures = { answered: 0, missing: 0, declined: 0, rowsGiven: 0, rowsAlike: 0, parts: new Map() }

/**
 * Everything that may be told of one question: of everybody, and of groups. The one place where figures of answers
 * become visible: pages, files and the dashboard all read these lines.
 */
export function linesOf(asked: AskedQuestion, all: GroupFigures, groups?: ToldGroups): ResultLine[] {
  const figures = all.questions.get(asked.question.key) ?? empty
  if (all.answers < FEWEST || figures.answered < FEWEST) return []
  const distributions = distributionsOf(asked, figures)
  const base = baseOf(asked, figures, all.answers)
  const parts = distributions.map((distribution) => ({ distribution, told: toldWith(distribution, base) }))
  const lines = parts.map(({ distribution, told }) =>
    lineOf({ by: '', groups: [] }, asked, distribution, told, base, figures),
  )
  if (parts.length === 0) lines.push(plainLine({ by: '', groups: [] }, base, asked, figures))
  // Groups of those who were asked by logic would tell parts of what is not told of the question that decided.
  if (!groups || asked.conditional) return lines
  return [...lines, ...groupLines(asked, parts, groups)]
}

/** How many answered, and why the others did not. */
interface Base {
  n: number | null
  missing: number | null
  declined: number | null
  notAsked: number | null
  /** Answers without a value that join the values, since their number alone would tell too much. */
  joining: number
}

/**
 * Who was asked by logic is itself an answer to another question: where few were not asked, their number is not told,
 * nor what it could be worked out from.
 */
function baseOf(asked: AskedQuestion, { answered, missing, declined }: QuestionFigures, answers: number): Base {
  const notAsked = answers - answered - missing - declined
  if (!asked.conditional) return { n: answered, missing, declined, notAsked, joining: -1 }
  const without = answers - answered
  if (without < FEWEST) return { n: null, missing: null, declined: null, notAsked: null, joining: without }
  const isTold = notAsked >= FEWEST && answers - notAsked >= FEWEST
  return isTold
    ? { n: answered, missing, declined, notAsked, joining: -1 }
    : { n: answered, missing: null, declined: null, notAsked: null, joining: -1 }
}

/** What may be told of a distribution; those without an answer are one more value where their number is not told. */
function toldWith(distribution: Distribution, { joining }: Base): Told[] {
  if (joining < 0) return toldOf(distribution)
  if (distribution.order === 'several') return []
  const counted = [...distribution.counted, { value: NONE, count: joining }]
  return toldOf({ ...distribution, counted, n: distribution.n + joining })
}

type Place = Pick<ResultLine, 'by' | 'groups'>

const BLANK = {
  part: '',
  mean: null,
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
  cells: [],
  ranks: [],
  words: [],
}

function plainLine(place: Place, base: Base, asked: AskedQuestion, figures: QuestionFigures): ResultLine {
  const { n, missing, declined, notAsked } = base
  return { ...BLANK, ...place, n, missing, declined, notAsked, ranks: ranksOf(asked, figures) }
}

function lineOf(
  place: Place,
  asked: AskedQuestion,
  distribution: Distribution,
  told: Told[],
  base: Base,
  figures: QuestionFigures,
): ResultLine {
  const { part, ends } = distribution
  const isRow = asked.question.kind === 'matrix'
  const n = isRow && base.n !== null ? distribution.n : base.n
  const line: ResultLine = {
    ...plainLine(place, base, asked, figures),
    part,
    n,
    missing: isRow && base.missing !== null ? base.missing + figures.answered - distribution.n : base.missing,
    cells: told.map((one) => cellOf(one, told, distribution.n, ends)),
  }
  // A row of a matrix that few answered.
  if (isRow && distribution.n < FEWEST) return { ...line, n: null, missing: null, cells: [] }
  return { ...line, ...summaryOf(asked, distribution, told, figures) }
}

function cellOf(one: Told, all: readonly Told[], n: number, ends: Distribution['ends']): ResultCell {
  const isFirst = one === all[0]
  const isLast = one === all.at(-1)
  return {
    values: ends ? [] : one.values,
    // The outermost ranges are open, so that nobody reads off the smallest and the largest answer.
    from: ends && !isFirst ? (ends.get(one.values[0]!)?.from ?? null) : null,
    to: ends && !isLast ? (ends.get(one.values.at(-1)!)?.to ?? null) : null,
    count: one.count,
    share: one.count === null || one.values.includes(NONE) ? null : rounded(one.count / n, 4),
    largest: one.largest,
    atLeast: one.atLeast,
  }
}

type Summary = Pick<ResultLine, 'mean' | 'median' | 'lowerQuartile' | 'upperQuartile'>

/** Mean, median and quartiles, as far as they tell nothing of single people. */
function summaryOf(
  asked: AskedQuestion,
  { part, order, n }: Distribution,
  told: Told[],
  figures: QuestionFigures,
): Summary {
  const none: Summary = { mean: null, median: null, lowerQuartile: null, upperQuartile: null }
  const numbers = numbersInPart(asked, part, figures)
  if (!numbers || order === 'several' || n < FEWEST || isConcentrated(numbers)) return none
  const withoutNone = told.filter(({ values }) => !values.includes(NONE))
  if (part === 'change') return { ...none, mean: meanOf(numbers) }
  const bySteps = !NUMBERS.has(asked.question.kind)
  const quartiles = n >= FEWEST_FOR_QUARTILES
  return {
    mean: bySteps ? (withoutNone.length === told.length ? meanOfSteps(numbers, told) : null) : meanOf(numbers),
    median: bySteps ? medianOfSteps(numbers, withoutNone) : medianOf(numbers),
    lowerQuartile: quartiles ? quantileOf(numbers, 0.25) : null,
    upperQuartile: quartiles ? quantileOf(numbers, 0.75) : null,
  }
}

const NUMBERS = new Set(['integer', 'decimal', 'calculated'])

/** The numbers of a part; undefined where its values are no numbers. */
function numbersInPart(asked: AskedQuestion, part: string, figures: QuestionFigures): NumberCounts | undefined {
  switch (asked.question.kind) {
    case 'integer':
    case 'decimal':
    case 'calculated':
    case 'scale':
    case 'agreement':
      return numbersOf(figures.parts.get('') ?? new Map())
    case 'matrix':
      return asked.choices.every(({ name }) => typeof name === 'number')
        ? numbersOf(figures.parts.get(part) ?? new Map())
        : undefined
    case 'thenNow': {
      const pairs = pairsOf(figures)
      if (part !== 'change') return numbersOf(momentCounts(pairs, part as 'then' | 'now'))
      return [...pairs]
        .map(([pair, count]): [number, number] => [Number(pair.split('>')[1]) - Number(pair.split('>')[0]), count])
        .toSorted(([a], [b]) => a - b)
    }
    default:
      return undefined
  }
}

/** The mean places of a ranking; of two things they would be the first places once more. */
function ranksOf({ question, choices, repeated }: AskedQuestion, figures: QuestionFigures): ResultLine['ranks'] {
  if (question.kind !== 'ranking' || repeated || choices.length < 3 || figures.answered < FEWEST) return []
  return choices.map(({ name }) => {
    const places: NumberCounts = [...figures.parts]
      .map(([place, counts]): [number, number] => [Number(place), counts.get(String(name)) ?? 0])
      .filter(([, count]) => count > 0)
    const n = places.reduce((sum, [, count]) => sum + count, 0)
    const isTold = n >= FEWEST && (n === figures.answered || figures.answered - n >= FEWEST) && !isConcentrated(places)
    return { value: String(name), n: isTold ? n : null, meanPlace: isTold ? meanOf(places) : null }
  })
}

/** The lines of groups: those that can stand alone, and the others as one. */
function groupLines(
  asked: AskedQuestion,
  parts: { distribution: Distribution; told: Told[] }[],
  groups: ToldGroups,
): ResultLine[] {
  const { key } = asked.question
  const figures = groups.values.map((value) => groups.figures.get(value)?.questions.get(key) ?? empty)
  const closed = new Set(groups.values.flatMap((value, index) => (groups.closed.has(value) ? [index] : [])))
  const totals = coarsenTotals(
    figures.map(({ answered }) => answered),
    closed,
  )
  if (!totals) return []
  return [...totals.open.map((group) => [group]), ...(totals.rest.length > 0 ? [totals.rest] : [])].flatMap(
    (members) => {
      const alone = members.length === 1 && totals.open.includes(members[0]!)
      const place: Place = alone
        ? { by: groups.values[members[0]!]!, groups: [] }
        : { by: '@rest', groups: members.map((index) => groups.values[index]!) }
      const group = addedUp(members.map((index) => figures[index]!))
      const answers = members.reduce((sum, index) => sum + (groups.figures.get(groups.values[index]!)?.answers ?? 0), 0)
      const base = baseOf(asked, group, answers)
      if (parts.length === 0) return [plainLine(place, base, asked, group)]
      return parts.map(({ distribution, told }) => {
        const cells = cellsOfGroup(distribution, told, figures, closed, members)
        const own: Distribution = {
          ...distribution,
          n: distribution.order === 'several' ? group.answered : sumOf(distribution.of(group)),
        }
        const line = lineOf(place, asked, own, cells, base, group)
        // What is known of the group is one sum at least, against which its mean is held.
        if (cells.length > 0) return line
        const whole = [
          { values: distribution.counted.map(({ value }) => value), count: own.n, largest: null, atLeast: null },
        ]
        return { ...line, ...(line.n === null ? {} : summaryOf(asked, own, whole, group)), cells: [] }
      })
    },
  )
}

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

/** What is told of the values of one group, or of the rest; nothing where the table of groups does not open it. */
function cellsOfGroup(
  distribution: Distribution,
  told: readonly Told[],
  figures: readonly QuestionFigures[],
  closed: ReadonlySet<number>,
  members: readonly number[],
): Told[] {
  const counts = figures.map((one) => distribution.of(one))
  const inGroup = (values: readonly string[], group: number) =>
    values.reduce((sum, value) => sum + (counts[group]!.get(value) ?? 0), 0)
  if (distribution.order === 'several') {
    return told.map(({ values, count }) => {
      const hidden: Told = { values, count: null, largest: null, atLeast: null }
      if (count === null) return hidden
      const given = figures.map((_, group) => inGroup(values, group))
      const table = coarsenTable([given, figures.map(({ answered }, group) => answered - given[group]!)], closed, false)
      if (!table || !isColumn(table, members)) return hidden
      return { ...hidden, count: members.reduce((sum, group) => sum + given[group]!, 0) }
    })
  }
  if (told.length < 2) return []
  const rows = told.map(({ values }) => figures.map((_, group) => inGroup(values, group)))
  const table = coarsenTable(rows, closed, distribution.order === 'steps')
  if (!table || !isColumn(table, members)) return []
  return table.rows.map((row) => ({
    values: row.flatMap((index) => told[index]!.values),
    count: row.reduce((sum, index) => sum + members.reduce((inner, group) => inner + rows[index]![group]!, 0), 0),
    largest: null,
    atLeast: null,
  }))
}

/** Whether some groups are one column of a table: a group that is open, or the whole rest. */
const isColumn = ({ open, rest }: ToldTable, members: readonly number[]): boolean =>
  (members.length === 1 && open.includes(members[0]!)) ||
  (members.length === rest.length && members.every((group) => rest.includes(group)))

/** The figures of several groups as those of one. */
function addedUp(figures: readonly QuestionFigures[]): QuestionFigures {
  const sum: QuestionFigures = { ...empty, parts: new Map() }
  for (const one of figures) {
    for (const name of ['answered', 'missing', 'declined', 'rowsGiven', 'rowsAlike'] as const) sum[name] += one[name]
    for (const [part, counts] of one.parts) {
      const known = new Map(sum.parts.get(part))
      for (const [value, count] of counts) known.set(value, (known.get(value) ?? 0) + count)
      sum.parts.set(part, known)
    }
  }
  return sum
}
