import type { ExpressionPlace, Logic, Parsed, Read } from './compiled.ts'
import { EXPRESSION_PLACES } from './compiled.ts'
import { isRepeat, type Layout } from './layout.ts'
import { CALCULATE, OFFER, RELEVANT, STATE, STEPS, stepOf, VALUE } from './steps.ts'

/** In which step an expression is evaluated. */
export const STEP_OF_PLACE: Readonly<Record<ExpressionPlace, number>> = {
  relevant: RELEVANT,
  count: OFFER,
  choiceFilter: OFFER,
  default: CALCULATE,
  calculation: CALCULATE,
  required: STATE,
  constraint: STATE,
}

/** One reason for a step to come after another. */
export interface Edge {
  from: number
  to: number
  /** The expression that reads; absent where the reason lies in how items are made. */
  place?: ExpressionPlace
  /** It reads rows that it is not in. */
  across?: boolean
}

/** Every reason for an order between steps. */
export function edgesOf(layout: Layout, logic: readonly Logic[]): Edge[] {
  const edges: Edge[] = []
  for (const { index, parent, item } of layout.entries) {
    edges.push(...withinItem(index).map(([from, to]) => ({ from, to })))
    if (parent >= 0) {
      // rows are made and taken away by the repeat's offer; what stands in them comes after
      const above = isRepeat(layout.entries[parent]!.item) ? OFFER : RELEVANT
      edges.push({ from: stepOf(parent, above), to: stepOf(index, RELEVANT) })
    }
    for (const place of EXPRESSION_PLACES) {
      const parsed = logic[index]?.[place]
      if (parsed === undefined) continue
      const to = stepOf(index, STEP_OF_PLACE[place])
      for (const [from, across] of stepsRead(parsed, layout, index)) edges.push({ from, to, place, across })
    }
    if (isRepeat(item)) edges.push({ from: stepOf(index, OFFER), to: stepOf(index, STATE) })
  }
  return edges
}

/** The order inside one item. */
const withinItem = (index: number): (readonly [number, number])[] => [
  [stepOf(index, RELEVANT), stepOf(index, OFFER)],
  [stepOf(index, RELEVANT), stepOf(index, CALCULATE)],
  [stepOf(index, RELEVANT), stepOf(index, VALUE)],
  [stepOf(index, OFFER), stepOf(index, VALUE)],
  [stepOf(index, CALCULATE), stepOf(index, VALUE)],
  [stepOf(index, VALUE), stepOf(index, STATE)],
]

/** The steps whose results an expression of this item reads, and whether it reads them in other rows too. */
function stepsRead(parsed: Parsed, layout: Layout, at: number): Map<number, boolean> {
  const steps = new Map<number, boolean>()
  const add = (step: number, across = false) => steps.set(step, across || steps.get(step) === true)
  const entryOf = (key: Parsed) => layout.byKey.get(key as string)!
  const around = layout.entries[at]!.repeats

  const visit = (part: Parsed): void => {
    if (typeof part !== 'object') return
    if ('read' in part) return reads(part.read)
    if (!Array.isArray(part)) return
    const [name, ...operands] = part as [string, ...Parsed[]]
    if (name === 'position') return void add(stepOf(entryOf(operands[0]!).index, OFFER))
    if (name === 'indexed-repeat') readsAcross(operands)
    operands.forEach(visit)
  }
  const reads = (key: string) => {
    const { index, item, repeats } = entryOf(key)
    add(stepOf(index, isRepeat(item) ? OFFER : VALUE))
    for (const [depth, repeat] of repeats.entries()) if (around[depth] !== repeat) add(stepOf(repeat, OFFER))
  }
  const readsAcross = ([target, ...pairs]: readonly Parsed[]) => {
    add(stepOf(entryOf((target as Read).read).index, VALUE), true)
    for (const [index, repeat] of pairs.entries()) if (index % 2 === 0) add(stepOf(entryOf(repeat).index, OFFER), true)
  }
  visit(parsed)
  return steps
}

/**
 * The steps in an order in which each comes after what it waits for, and the edges that lie on a circle (Tarjan's
 * strongly connected components, which come out last first).
 */
export function sortSteps(
  items: number,
  edges: readonly Edge[],
): { order: number[]; circular: (Edge & { circle: number[] })[] } {
  const count = items * STEPS
  const after: number[][] = Array.from({ length: count }, () => [])
  for (const { from, to } of edges) after[from]!.push(to)

  const seenAt = new Int32Array(count).fill(-1)
  const lowest = new Int32Array(count)
  const component = new Int32Array(count).fill(-1)
  const components: number[][] = []
  const open: number[] = []
  let clock = 0
  const enter = (step: number) => {
    seenAt[step] = lowest[step] = clock++
    open.push(step)
    return { step, next: 0 }
  }
  for (let start = 0; start < count; start++) {
    if (seenAt[start] !== -1) continue
    // a stack of our own: a chain of a thousand questions is deeper than the language's stack
    const path = [enter(start)]
    while (path.length) {
      const here = path[path.length - 1]!
      const next = after[here.step]![here.next++]
      if (next === undefined) {
        path.pop()
        const above = path[path.length - 1]
        if (above) lowest[above.step] = Math.min(lowest[above.step]!, lowest[here.step]!)
        if (lowest[here.step] !== seenAt[here.step]) continue
        const members = open.splice(open.lastIndexOf(here.step))
        for (const member of members) component[member] = components.length
        components.push(members)
      } else if (seenAt[next] === -1) path.push(enter(next))
      else if (component[next] === -1) lowest[here.step] = Math.min(lowest[here.step]!, seenAt[next]!)
    }
  }
  const circular = edges
    .filter(({ from, to }) => component[from] === component[to])
    .map((edge) => ({ ...edge, circle: components[component[edge.from]!]! }))
  return { order: components.reverse().flat(), circular }
}
