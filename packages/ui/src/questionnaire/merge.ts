import type { Choice, Item, Questionnaire } from '@vises/questionnaire/model.ts'
import { isContainer, walk } from '@vises/questionnaire/walk.ts'

/** One value that two people changed in different ways. */
export interface MergeConflict {
  part: 'item' | 'list' | 'property'
  /** The item's key, the list's or the property's name. */
  name: string
  /** Where in it: `label`, `fr`; the choice's name first in a list; empty for the whole. */
  path: string[]
  mine: unknown
  theirs: unknown
}

export type Side = 'mine' | 'theirs'

export interface Merge {
  questionnaire: Questionnaire
  conflicts: MergeConflict[]
}

export const idOfConflict = ({ part, name, path }: Pick<MergeConflict, 'part' | 'name' | 'path'>): string =>
  [part, name, ...path].join(' ')

const TOP = ''
const PROPERTIES = ['title', 'introduction', 'thanks', 'baseLanguage', 'languages', 'settings'] as const

/**
 * Brings two drafts together that grew from one: what only one of them changed is taken from it, value by value. Where
 * both changed a value, `pick` decides by the conflict's id; without a word from it mine stands, and theirs where I
 * deleted it.
 */
export function mergeDrafts(
  base: Questionnaire,
  mine: Questionnaire,
  theirs: Questionnaire,
  pick: ReadonlyMap<string, Side> = new Map(),
): Merge {
  const conflicts: MergeConflict[] = []
  const merge = (where: Pick<MergeConflict, 'part' | 'name' | 'path'>, b: unknown, m: unknown, t: unknown): unknown => {
    const [was, my, their] = [b, m, t].map(canonical)
    if (my === their || their === was) return m
    if (my === was) return t
    const inside = (property: string) => ({ ...where, path: [...where.path, property] })
    if (isPlain(m) && isPlain(t)) {
      const from = isPlain(b) ? b : {}
      const merged = [...new Set([...Object.keys(m), ...Object.keys(t)])].map((property) => [
        property,
        merge(inside(property), from[property], m[property], t[property]),
      ])
      return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as unknown
    }
    if (areChoices(m) && areChoices(t)) {
      const from = areChoices(b) ? b : []
      const order = joinedOrder(...([from, m, t].map((list) => list.map(({ name }) => name)) as Three<string[]>))
      const choices = order.map((name) => {
        const [cb, cm, ct] = [from, m, t].map((list) => list.find((choice) => choice.name === name))
        return merge(inside(name), cb, cm, ct)
      })
      return choices.filter((choice) => choice !== undefined)
    }
    const conflict: MergeConflict = { ...where, mine: m, theirs: t }
    conflicts.push(conflict)
    return (pick.get(idOfConflict(conflict)) ?? (m === undefined ? 'theirs' : 'mine')) === 'mine' ? m : t
  }

  const [b, m, t] = [base, mine, theirs].map(partsOf) as Three<Parts>
  const own = new Map<string, Item>()
  for (const key of new Set([...m.own.keys(), ...t.own.keys(), ...b.own.keys()])) {
    const where = { part: 'item' as const, name: key, path: [] }
    const item = merge(where, b.own.get(key), m.own.get(key), t.own.get(key)) as Item | undefined
    if (item) own.set(key, item)
  }
  const choiceLists: Record<string, Choice[]> = {}
  for (const name of new Set([base, mine, theirs].flatMap((one) => Object.keys(one.choiceLists)))) {
    const where = { part: 'list' as const, name, path: [] }
    const list = merge(where, base.choiceLists[name], mine.choiceLists[name], theirs.choiceLists[name])
    if (list) choiceLists[name] = list as Choice[]
  }
  const properties = PROPERTIES.map((name) => [
    name,
    merge({ part: 'property', name, path: [] }, base[name], mine[name], theirs[name]),
  ])
  return {
    questionnaire: {
      ...(Object.fromEntries(properties.filter(([, value]) => value !== undefined)) as Omit<Questionnaire, 'items'>),
      choiceLists,
      items: arranged(own, b, m, t),
    },
    conflicts,
  }
}

type Three<T> = [base: T, mine: T, theirs: T]

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areChoices = (value: unknown): value is Choice[] =>
  Array.isArray(value) && value.every((one) => isPlain(one) && 'name' in one)

/** The same words for the same content, whatever the order in which a database returns its properties. */
export function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, one: unknown) =>
    isPlain(one) ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))) : one,
  )
}

interface Parts {
  /** Each item without what it contains. */
  own: Map<string, Item>
  parents: Map<string, string>
  /** The keys inside each container, in order. */
  children: Map<string, string[]>
}

function partsOf({ items }: Questionnaire): Parts {
  const parts: Parts = { own: new Map(), parents: new Map(), children: new Map([[TOP, []]]) }
  for (const [item, within] of walk(items)) {
    const parent = within.at(-1)?.key ?? TOP
    parts.own.set(item.key, isContainer(item) ? { ...item, items: [] } : item)
    parts.parents.set(item.key, parent)
    if (isContainer(item)) parts.children.set(item.key, [])
    parts.children.get(parent)?.push(item.key)
  }
  return parts
}

/** All items in their containers: whoever moved one decides. */
function arranged(own: Map<string, Item>, ...all: Three<Parts>): Item[] {
  const parentOf = (key: string): string => {
    const [was, my, their] = all.map(({ parents }) => parents.get(key)) as Three<string | undefined>
    const parent = my === undefined || (my === was && their !== undefined) ? (their ?? was) : my
    return parent !== undefined && own.has(parent) ? parent : TOP
  }
  const children = new Map<string, Set<string>>()
  for (const key of own.keys()) {
    const parent = parentOf(key)
    children.set(parent, (children.get(parent) ?? new Set()).add(key))
  }
  const placed = new Set<string>()
  const build = (parent: string): Item[] => {
    const here = children.get(parent) ?? new Set<string>()
    const orders = all.map((parts) => (parts.children.get(parent) ?? []).filter((key) => here.has(key)))
    const order = joinedOrder(...(orders as Three<string[]>))
    return [...new Set([...order, ...here])].flatMap((key) => place(key))
  }
  const place = (key: string): Item[] => {
    const item = own.get(key)
    if (!item || placed.has(key)) return []
    placed.add(key)
    return [isContainer(item) ? { ...item, items: build(key) } : item]
  }
  // Two containers that were each put into the other hang together but nowhere: they come to the end.
  return [...build(TOP), ...[...own.keys()].flatMap(place)]
}

/** Whoever changed the order decides it; what the other added follows the neighbour it was put after. */
function joinedOrder(was: string[], my: string[], their: string[]): string[] {
  const moved = my.filter((one) => was.includes(one)).join() !== was.filter((one) => my.includes(one)).join()
  const [lead, other] = moved ? [my, their] : [their, my]
  const order = [...lead]
  for (const [index, one] of other.entries()) {
    if (order.includes(one)) continue
    const before = other.slice(0, index).findLast((earlier) => order.includes(earlier))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, one)
  }
  return order
}
