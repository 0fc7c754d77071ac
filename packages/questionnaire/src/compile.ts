import { EXPRESSION_PLACES, type Compiled, type ExpressionPlace, type Logic, type Parsed } from './compiled.ts'
import { edgesOf, type Edge, sortSteps } from './dependencies.ts'
import { ExpressionError, resolve } from './expression/resolve.ts'
import { type Layout, layoutOf, namesOf } from './layout.ts'
import type { Item, Questionnaire } from './model.ts'
import type { Problem } from './problem.ts'
import { itemOf } from './steps.ts'

export type { Compiled } from './compiled.ts'

/** A questionnaire whose expressions cannot be compiled. */
export class CompileError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ key, place, code }) => `${key}.${place}: ${code}`).join(', '))
  }
}

/** Makes a questionnaire ready to be asked; throws a CompileError that names every question and place. */
export function compile(questionnaire: Questionnaire): Compiled {
  const { compiled, problems } = compileDraft(questionnaire)
  if (problems.length) throw new CompileError(problems)
  return compiled
}

/** The same for a draft being written: expressions that are wrong are left out and told. */
export function compileDraft(questionnaire: Questionnaire): { compiled: Compiled; problems: Problem[] } {
  const layout = layoutOf(questionnaire)
  const problems: Problem[] = []
  const logic = resolveAll(layout, problems)
  const { circular } = sortSteps(layout.entries.length, edgesOf(layout, logic))
  for (const edge of circular) leaveOut(edge, layout, logic, problems)
  const edges = edgesOf(layout, logic)
  const { order } = sortSteps(layout.entries.length, edges)
  const readers = readersOf(edges.filter((edge) => !edge.across))
  const readersAcross = readersOf(edges.filter((edge) => edge.across))
  return { compiled: { engine: 1, questionnaire, logic, order, readers, readersAcross }, problems }
}

function resolveAll(layout: Layout, problems: Problem[]): Writable<Logic>[] {
  const names = namesOf(layout)
  return layout.entries.map((entry) => {
    const logic: Writable<Logic> = {}
    for (const [place, source] of expressionsOf(entry.item)) {
      try {
        logic[place] = resolve(source, entry, place, layout, names)
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error
        problems.push({ key: entry.item.key, place, code: error.code, detail: error.detail })
      }
    }
    return logic
  })
}

/** The expressions of an item with the property each stands in. */
export function expressionsOf(item: Item): [ExpressionPlace, string][] {
  const properties = item as unknown as Readonly<Record<ExpressionPlace, unknown>>
  return EXPRESSION_PLACES.flatMap((place) => {
    const source = properties[place]
    return typeof source === 'string' && source.trim() ? [[place, source] as [ExpressionPlace, string]] : []
  })
}

function leaveOut(
  { to, place, circle }: Edge & { circle: number[] },
  layout: Layout,
  logic: Writable<Logic>[],
  problems: Problem[],
) {
  const index = itemOf(to)
  if (!place || logic[index]![place] === undefined) return
  delete logic[index]![place]
  const keys = [...new Set(circle.map((step) => layout.entries[itemOf(step)]!.item.key))].sort()
  problems.push({
    key: layout.entries[index]!.item.key,
    place,
    code: 'cycle',
    detail: { through: keys.slice(0, 10).join(', ') },
  })
}

/** What reads a step's result, and must be evaluated again when it changes; a default is evaluated only once. */
function readersOf(edges: readonly Edge[]): Record<number, number[]> {
  const readers: Record<number, number[]> = {}
  for (const { from, to, place } of edges) {
    if (!place || place === 'default') continue
    const known = (readers[from] ??= [])
    if (!known.includes(to)) known.push(to)
  }
  return readers
}

type Writable<T> = { -readonly [key in keyof T]?: Parsed }
