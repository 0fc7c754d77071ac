import type { AnswerCount } from '../collection/wave.types.ts'
import { coarsenChoices, FEWEST } from './disclosure/coarsen.ts'
import type { GroupFigures } from './figures/figures.ts'
import type { ToldGroups } from './figures/question-lines.ts'

/** A count as it may be told by itself. */
export const toldCount = (count: number): AnswerCount =>
  count < FEWEST ? { count: null, atLeast: 0 } : { count, atLeast: count }

/**
 * Counts of groups as they may be told beside their total: small ones are not told, and neither is what would give them
 * away.
 */
export function toldCounts(counts: ReadonlyMap<string, number>): Map<string, AnswerCount> {
  const told = new Map<string, AnswerCount>([...counts.keys()].map((value) => [value, { count: null, atLeast: 0 }]))
  for (const { values, count, largest, atLeast } of coarsenChoices(
    [...counts].map(([value, one]) => ({ value, count: one })),
  )) {
    if (values.length === 1 && count !== null) told.set(values[0]!, { count, atLeast: count })
    else if (largest !== null && atLeast !== null) told.set(largest, { count: null, atLeast })
  }
  return told
}

/** The groups of a breakdown with what may be told of their size; `values` are those there are, answered or not. */
export function toldGroupsOf(
  values: readonly string[],
  figures: ReadonlyMap<string, GroupFigures>,
): ToldGroups & { counts: Map<string, AnswerCount> } {
  const all = [...new Set([...values, ...figures.keys()])]
  const counts = toldCounts(new Map(all.map((value) => [value, figures.get(value)?.answers ?? 0])))
  // Those who belong to no group are never shown as one.
  const closed = new Set(all.filter((value) => value === '' || counts.get(value)!.count === null))
  return { values: all, closed, figures, counts }
}
