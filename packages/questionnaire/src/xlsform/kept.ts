import { isReservedName } from '../strict.ts'

/**
 * What the column `vises` keeps of a row: what the model has and XLSForm has no words for. Each property of `was` is
 * what the plain row says; when somebody has changed it since, what they wrote counts.
 */
export interface Kept {
  /** The properties as the model has them; null where it has none. */
  is?: Readonly<Record<string, unknown>>
  was?: Readonly<Record<string, unknown>>
  /** The row is part of the item that it stands in, and its label is this property of it (none when empty). */
  part?: string
  /** Of a whole questionnaire: its lists that have no choices yet. */
  lists?: readonly string[]
}

type Properties = Record<string, unknown>

/** What has to be kept so that `restore` makes `item` out of `plain` again; undefined when nothing. */
export function keep(item: object, plain: object): Kept | undefined {
  const [wanted, read] = [item as Properties, plain as Properties]
  const is: Properties = {}
  const was: Properties = {}
  for (const property of new Set([...Object.keys(wanted), ...Object.keys(read)])) {
    if (same(wanted[property], read[property])) continue
    is[property] = wanted[property] ?? null
    if (read[property] !== undefined) was[property] = read[property]
  }
  if (Object.keys(is).length === 0) return undefined
  return Object.keys(was).length ? { is, was } : { is }
}

/** The item as it was before it was written as a plain row; what was changed since stays changed. */
export function restore<Item extends object>(plain: Item, { is = {}, was = {} }: Kept): Item | undefined {
  const read = plain as Properties
  const unchanged = (property: string) => same(read[property], Object.hasOwn(was, property) ? was[property] : undefined)
  // Another type, and nothing that was kept means the same.
  if (Object.hasOwn(was, 'kind') && !sameKind(read['kind'], was['kind'])) return undefined
  const restored: Properties = { ...read }
  for (const [property, value] of Object.entries(is)) {
    if (property === 'key' || isReservedName(property) || (property !== 'kind' && !unchanged(property))) continue
    if (value === null) delete restored[property]
    else restored[property] = value
  }
  return restored as Item
}

// A group is a page or not by where it stands.
const sameKind = (one: unknown, other: unknown): boolean =>
  one === other || [one, other].every((kind) => kind === 'group' || kind === 'page')

export const writeKept = (kept: Kept | undefined): string => (kept ? JSON.stringify(kept) : '')

/** Reads a cell of the column `vises`; undefined when it is empty or not what we wrote. */
export function readKept(cell: string): Kept | undefined {
  if (cell === '') return undefined
  try {
    const kept: unknown = JSON.parse(cell)
    if (!isObject(kept)) return undefined
    const { is, was, part, lists } = kept
    if ((is !== undefined && !isObject(is)) || (was !== undefined && !isObject(was))) return undefined
    if (part !== undefined && typeof part !== 'string') return undefined
    if (lists !== undefined && !(Array.isArray(lists) && lists.every((list) => typeof list === 'string')))
      return undefined
    return kept
  } catch {
    return undefined
  }
}

/** Whether two values of plain JSON say the same; a property without value counts as none. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, index) => same(value, other[index]))
    )
  if (!isObject(one) || !isObject(other)) return false
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]))
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
