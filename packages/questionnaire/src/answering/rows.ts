import type { AnswerFault } from '../form-types.ts'
import { type Entry, isRepeat, type Layout } from '../layout.ts'
import type { AnswerValue, Answers } from '../model.ts'

/** What is known of one item in one row. */
export interface Cell {
  readonly entry: Entry
  relevant: boolean
  /** What the respondent said, or what was calculated; kept while the item is not relevant. */
  raw: AnswerValue | undefined
  /** The text beside "other", kept likewise. */
  rawOther: string | undefined
  /** What the answer counts as now. */
  value: AnswerValue | undefined
  /** A calculated truth stays one for other expressions, though it is stored as a text. */
  truth: boolean | undefined
  otherText: string | undefined
  /** The names a choice filter lets through. */
  offered: ReadonlySet<string> | undefined
  required: boolean
  error: AnswerFault | undefined
  /** Its default and its first calculation are done. */
  begun: boolean
  /** repeat: its rows. */
  rows: Row[]
  /** repeat: how many rows count for others, none while it is not relevant. */
  count: number
  /** repeat with a count: answers of rows that the count took away, for when it brings them back. */
  spare: Answers[]
}

/** One row of a repeat, or the whole questionnaire. */
export interface Row {
  /** The repeat whose row it is. */
  readonly of: Cell | undefined
  /** The row in which that repeat stands. */
  readonly within: Row | undefined
  /** From 0. */
  at: number
  readonly cells: Map<number, Cell>
  /** Made now, not taken up again: its defaults are still to be given. */
  readonly fresh: boolean
  gone: boolean
}

/** A row with a cell for each item that stands in it directly, not in a repeat inside. */
export function makeRow(layout: Layout, of: Cell | undefined, within: Row | undefined, given?: Answers): Row {
  const row: Row = { of, within, at: of?.rows.length ?? 0, cells: new Map(), fresh: !given, gone: false }
  const repeats = of ? of.entry.repeats.length + 1 : 0
  const first = of ? of.entry.index + 1 : 0
  for (let index = first; index < layout.entries.length; index++) {
    const entry = layout.entries[index]!
    if (of && entry.parent < of.entry.index) break
    if (entry.repeats.length === repeats) row.cells.set(index, makeCell(entry, given ?? {}))
  }
  return row
}

function makeCell(entry: Entry, given: Answers): Cell {
  const { key } = entry.item
  const stored = Object.hasOwn(given, key) ? given[key] : undefined
  const other = Object.hasOwn(given, `${key}_other`) ? given[`${key}_other`] : undefined
  return {
    entry,
    relevant: true,
    raw: isRepeat(entry.item) ? undefined : (stored as AnswerValue | undefined),
    rawOther: typeof other === 'string' && other ? other : undefined,
    value: undefined,
    truth: undefined,
    otherText: undefined,
    offered: undefined,
    required: false,
    error: undefined,
    begun: false,
    rows: [],
    count: 0,
    spare: isRepeat(entry.item) && Array.isArray(stored) ? stored.map(asAnswers) : [],
  }
}

/** A row kept by an older page may be anything. */
const asAnswers = (row: unknown): Answers => (typeof row === 'object' && row !== null ? (row as Answers) : {})

/** The row around this one in which items of so many repeats stand. */
export function rowAt(row: Row, repeats: number): Row {
  let here = row
  while (depthOf(here) > repeats) here = here.within!
  return here
}

const depthOf = (row: Row) => (row.of ? row.of.entry.repeats.length + 1 : 0)

/** How many of their repeats two items share, counted from outside. */
export function shared(left: readonly number[], right: readonly number[]): number {
  let depth = 0
  while (depth < left.length && left[depth] === right[depth]) depth++
  return depth
}

/** All rows at or below a row in which an item stands; on wish only those that count, of repeats that are asked. */
export function rowsFor(entry: Entry, from: Row, counted = false): readonly Row[] {
  let rows: readonly Row[] = [from]
  for (let depth = depthOf(from); depth < entry.repeats.length; depth++) {
    const rowsIn = (row: Row) => {
      const repeat = row.cells.get(entry.repeats[depth]!)!
      return counted && !repeat.count ? [] : repeat.rows
    }
    rows = rows.length === 1 ? rowsIn(rows[0]!) : rows.flatMap(rowsIn)
  }
  return rows
}

/** What a row holds, its answers of the moment or all that was ever said. */
export function answersOf(row: Row, all: boolean): Answers {
  const answers: Record<string, Answers[string]> = {}
  for (const cell of row.cells.values()) {
    const { key, kind } = cell.entry.item
    if (kind === 'repeat') {
      const rows = cell.rows.map((inside) => answersOf(inside, all))
      if (all) rows.push(...cell.spare)
      if (rows.length && (all || cell.relevant)) answers[key] = rows
      continue
    }
    const value = all ? cell.raw : cell.value
    const other = all ? cell.rawOther : cell.otherText
    if (value !== undefined) answers[key] = value
    if (other !== undefined) answers[`${key}_other`] = other
  }
  return answers
}

/** `children[0].` before the keys of a row's items. */
export function prefixOf(row: Row): string {
  return row.of ? `${prefixOf(row.within!)}${row.of.entry.item.key}[${row.at}].` : ''
}

export const pathOf = (row: Row, cell: Cell) => prefixOf(row) + cell.entry.item.key
