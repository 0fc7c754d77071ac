import { FEWEST } from './coarsen.ts'

/** How a table of values by groups may be told. */
export interface ToldTable {
  /** Rows of the table, each one or several of the given rows. */
  rows: number[][]
  /** Groups that are told by themselves. */
  open: number[]
  /** Groups that are told as one only. */
  rest: number[]
}

/**
 * A table of values (`counts[row][group]`) beside the told totals of its rows: every number told must stand for five
 * people, also the one that follows from the totals less what is told, so the groups that are not told make up one
 * column, the rest, which is held to the same. Rows are told together where that opens more groups; a row of the totals
 * that is told as a sum counts as one row here, so that no total can be cut smaller.
 *
 * Groups in `closed` are too small to be told by themselves anywhere on the page.
 */
export function coarsenTable(
  counts: readonly (readonly number[])[],
  closed: ReadonlySet<number>,
  ordered: boolean,
): ToldTable | undefined {
  let best: ToldTable | undefined
  let rows = counts.map((_, index) => [index])
  while (rows.length >= 2) {
    const columns = openColumns(rows, counts, closed)
    if (columns && (!best || columns.open.length > best.open.length)) best = { rows, ...columns }
    rows = mergeSmallest(rows, counts, ordered)
  }
  return best
}

/** The same for numbers alone: for how many of each group something is known. */
export function coarsenTotals(totals: readonly number[], closed: ReadonlySet<number>): ToldTable | undefined {
  const rows = [[0]]
  const columns = openColumns(rows, [totals], closed)
  return columns && { rows, ...columns }
}

/** The groups of which each row holds five, as many as can be told while the rest holds five in each row as well. */
function openColumns(
  rows: readonly number[][],
  counts: readonly (readonly number[])[],
  closed: ReadonlySet<number>,
): { open: number[]; rest: number[] } | undefined {
  const groups = (counts[0] ?? []).map((_, index) => index)
  const inCell = (row: readonly number[], columns: readonly number[]) =>
    row.reduce((sum, index) => sum + columns.reduce((inner, column) => inner + counts[index]![column]!, 0), 0)
  const holds = (columns: readonly number[]) => rows.every((row) => inCell(row, columns) >= FEWEST)
  const all = counts.map((_, index) => index)
  const rest = groups.filter((group) => closed.has(group) || !holds([group]))
  // The smallest join the rest until it can stand.
  const open = groups.filter((group) => !rest.includes(group)).toSorted((a, b) => inCell(all, [b]) - inCell(all, [a]))
  while (rest.length > 0 && !holds(rest)) {
    const smallest = open.pop()
    if (smallest === undefined) return undefined
    rest.push(smallest)
  }
  if (open.length === 0) return undefined
  const byPlace = (a: number, b: number) => a - b
  return { open: open.toSorted(byPlace), rest: rest.toSorted(byPlace) }
}

/** One row fewer: the smallest joins its smaller neighbour, or where there is no order the next smallest. */
function mergeSmallest(rows: number[][], counts: readonly (readonly number[])[], ordered: boolean): number[][] {
  const total = (row: readonly number[]) =>
    row.reduce((sum, index) => sum + counts[index]!.reduce((inner, count) => inner + count, 0), 0)
  const least = (row: readonly number[]) =>
    Math.min(...counts[0]!.map((_, group) => row.reduce((sum, index) => sum + counts[index]![group]!, 0)))
  const order = rows
    .map((_, index) => index)
    .toSorted((a, b) => least(rows[a]!) - least(rows[b]!) || total(rows[a]!) - total(rows[b]!))
  const smallest = order[0]!
  const partners = ordered ? [smallest - 1, smallest + 1].filter((index) => rows[index]) : order.slice(1)
  const partner = partners.reduce((best, index) => (total(rows[index]!) < total(rows[best]!) ? index : best))
  const [first, second] = [Math.min(smallest, partner), Math.max(smallest, partner)]
  const merged = [...rows[first]!, ...rows[second]!].toSorted((a, b) => a - b)
  return rows.flatMap((row, index) => (index === first ? [merged] : index === second ? [] : [row]))
}
