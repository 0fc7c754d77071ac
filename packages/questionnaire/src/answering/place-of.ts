import type { Path } from '../form-types.ts'
import { isQuestion, type Layout, OTHER } from '../layout.ts'
import type { Cell, Row } from './rows.ts'

/** A path that leads nowhere: a mistake of the caller, or an answer to a questionnaire of another shape. */
export class UnknownPath extends Error {
  constructor(path: Path) {
    super(`There is nothing at "${path}".`)
  }
}

/** What a path leads to: an item in a row, the text beside its "other", or one row of a repeat. */
export interface Found {
  row: Row
  cell: Cell
  other?: true
  /** The row of the repeat that is meant. */
  at?: number
}

/** Follows `sites[1].visits[0].date`. */
export function placeOf(path: Path, root: Row, layout: Layout): Found {
  const found = follow(path, root, layout)
  if (!found) throw new UnknownPath(path)
  return found
}

function follow(path: Path, root: Row, layout: Layout): Found | undefined {
  const steps = path.split(/\[(\d+)\](?:\.|$)/)
  const last = steps.pop()!
  let row = root
  for (let at = 0; at < steps.length; at += 2) {
    const cell = cellIn(row, steps[at]!, layout)
    const position = Number(steps[at + 1])
    const inside = cell?.rows[position]
    if (!cell || !inside) return undefined
    if (last === '' && at + 2 === steps.length) return { row, cell, at: position }
    row = inside
  }
  const cell = cellIn(row, last, layout)
  if (cell) return { row, cell }
  if (!last.endsWith(`_${OTHER}`)) return undefined
  const beside = cellIn(row, last.slice(0, -OTHER.length - 1), layout)
  return beside && isQuestion(beside.entry.item) && beside.entry.item.other
    ? { row, cell: beside, other: true }
    : undefined
}

function cellIn(row: Row, key: string, layout: Layout): Cell | undefined {
  const entry = layout.byKey.get(key)
  return entry && row.cells.get(entry.index)
}
