import type { Compiled } from '../compiled.ts'
import { type Layout, layoutOf, type Names, namesOf } from '../layout.ts'

/** What is worked out once for a compiled questionnaire, however often it is answered. */
export interface Plan {
  readonly layout: Layout
  readonly names: Names
  /** For a step, its place in the order of evaluation. */
  readonly rank: readonly number[]
  /** For a container, the items that stand in it directly. */
  readonly children: readonly (readonly number[])[]
  /** Whether an expression asks for the day or the hour. */
  readonly readsClock: boolean
}

const plans = new WeakMap<Compiled, Plan>()

/** The plan of a compiled questionnaire; kept as long as it is. */
export function planOf(compiled: Compiled): Plan {
  const known = plans.get(compiled)
  if (known) return known
  if (compiled.engine !== 1) throw new Error('This questionnaire was compiled for another engine.')
  const layout = layoutOf(compiled.questionnaire)
  const children: number[][] = layout.entries.map(() => [])
  for (const { index, parent } of layout.entries) children[parent]?.push(index)
  const rank: number[] = []
  for (const [at, step] of compiled.order.entries()) rank[step] = at
  const readsClock = /\["(today|now)"\]/.test(JSON.stringify(compiled.logic))
  const plan = { layout, names: namesOf(layout), rank, children, readsClock }
  plans.set(compiled, plan)
  return plan
}
