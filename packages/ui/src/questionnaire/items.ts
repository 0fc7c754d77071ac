import type { Group, Item, Repeat } from '@vises/questionnaire/model.ts'
import { isContainer, walk } from '@vises/questionnaire/walk.ts'

export type Container = Group | Repeat

/** Where an item stands: in a container, or at the top when `parent` is absent. */
export interface Place {
  parent?: string
  index: number
}

export interface FoundItem extends Place {
  item: Item
  /** The containers around it, outermost first. */
  within: readonly Container[]
  siblings: readonly Item[]
}

/** The item of this key with its place. */
export function findItem(items: readonly Item[], key: string): FoundItem | undefined {
  for (const [item, within] of walk(items)) {
    if (item.key !== key) continue
    const parent = within.at(-1)
    const siblings = parent?.items ?? items
    return { item, within, siblings, index: siblings.indexOf(item), ...(parent && { parent: parent.key }) }
  }
  return undefined
}

/** Replaces one item; the others stay the same objects, so that what shows them is not drawn again. */
export function updateItem(items: readonly Item[], key: string, change: (item: Item) => Item): Item[] {
  return items.map((item) => {
    if (item.key === key) return change(item)
    if (!isContainer(item)) return item
    const inner = updateItem(item.items, key, change)
    return inner.some((one, index) => one !== item.items[index]) ? { ...item, items: inner } : item
  })
}

/** The items inside one container, or at the top, changed. */
function updateSiblings(
  items: readonly Item[],
  parent: string | undefined,
  change: (siblings: readonly Item[]) => Item[],
): Item[] {
  if (parent === undefined) return change(items)
  return updateItem(items, parent, (item) => (isContainer(item) ? { ...item, items: change(item.items) } : item))
}

export function removeItem(items: readonly Item[], key: string): Item[] {
  const found = findItem(items, key)
  if (!found) return [...items]
  return updateSiblings(items, found.parent, (siblings) => siblings.filter((one) => one.key !== key))
}

export function insertItems(items: readonly Item[], place: Place, added: readonly Item[]): Item[] {
  return updateSiblings(items, place.parent, (siblings) => siblings.toSpliced(place.index, 0, ...added))
}

/** Whether an item may stand there: not inside itself, and a page only at the top, for a page is shown alone. */
export function mayStand(items: readonly Item[], item: Item, place: Place): boolean {
  if (place.parent === undefined) return true
  if (item.kind === 'page') return false
  const parent = findItem(items, place.parent)
  return !!parent && parent.item !== item && !parent.within.some(({ key }) => key === item.key)
}

/** Moves an item; the place is meant as it stands before the item is taken out. */
export function moveItem(items: readonly Item[], key: string, place: Place): Item[] {
  const found = findItem(items, key)
  if (!found || !mayStand(items, found.item, place)) return [...items]
  const earlier = found.parent === place.parent && found.index < place.index
  return insertItems(removeItem(items, key), { ...place, index: place.index - (earlier ? 1 : 0) }, [found.item])
}

export type Step = 'up' | 'down' | 'in' | 'out'

/**
 * Where an item goes by one step of the keyboard: over its neighbour, out of its container at the ends, into the
 * container before it, or out after its own.
 */
export function placeAfterStep(items: readonly Item[], key: string, step: Step): Place | undefined {
  const found = findItem(items, key)
  if (!found) return undefined
  const { item, parent, index, siblings } = found
  const around = parent === undefined ? undefined : findItem(items, parent)
  const outside = around && { ...(around.parent && { parent: around.parent }), index: around.index }
  const before = siblings[index - 1]
  const place = {
    up: () => (index > 0 ? { ...(parent && { parent }), index: index - 1 } : outside),
    down: () =>
      index < siblings.length - 1
        ? { ...(parent && { parent }), index: index + 2 }
        : outside && { ...outside, index: outside.index + 1 },
    in: () => (before && isContainer(before) ? { parent: before.key, index: before.items.length } : undefined),
    out: () => outside && { ...outside, index: outside.index + 1 },
  }[step]()
  return place && mayStand(items, item, place) ? place : undefined
}

/** Where something new goes when this item is chosen: below it, or into it when it is an open container. */
export function placeBelow(items: readonly Item[], key: string | undefined, isOpen: (key: string) => boolean): Place {
  const found = key === undefined ? undefined : findItem(items, key)
  if (!found) return { index: items.length }
  if (isContainer(found.item) && isOpen(found.item.key)) return { parent: found.item.key, index: 0 }
  return { ...(found.parent && { parent: found.parent }), index: found.index + 1 }
}
