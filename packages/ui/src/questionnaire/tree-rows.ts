import type { Item } from '@vises/questionnaire/model.ts'
import { isContainer } from '@vises/questionnaire/walk.ts'

/** One row of the tree. */
export interface TreeRow {
  item: Item
  level: number
  /** Place among its siblings, from 1. */
  position: number
  siblings: number
  /** What it is called among the questions that are asked: 1, 2, 3. */
  number?: number
  parent?: string
}

const UNNUMBERED: ReadonlySet<Item['kind']> = new Set(['note', 'calculated', 'hidden', 'group', 'page', 'repeat'])

/** The rows in sight: those in closed containers are left out but counted. */
export function treeRows(items: readonly Item[], closed: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = []
  let number = 0
  const add = (list: readonly Item[], level: number, parent: string | undefined, inSight: boolean) => {
    for (const [index, item] of list.entries()) {
      const numbered = !UNNUMBERED.has(item.kind)
      if (numbered) number++
      if (inSight) {
        const place = { level, position: index + 1, siblings: list.length }
        rows.push({ item, ...place, ...(numbered && { number }), ...(parent !== undefined && { parent }) })
      }
      if (isContainer(item)) add(item.items, level + 1, item.key, inSight && !closed.has(item.key))
    }
  }
  add(items, 1, undefined, true)
  return rows
}
