import type { Group, Item, Question, Repeat } from './model.ts'

/** Whether an item holds others. */
export const isContainer = (item: Item): item is Group | Repeat =>
  item.kind === 'group' || item.kind === 'page' || item.kind === 'repeat'

/** Every item in the order it is asked, with the containers it stands in, outermost first. */
export function* walk(
  items: readonly Item[],
  within: readonly (Group | Repeat)[] = [],
): Generator<[Item, readonly (Group | Repeat)[]]> {
  for (const item of items) {
    yield [item, within]
    if (isContainer(item)) yield* walk(item.items, [...within, item])
  }
}

/** The questions alone. */
export function* questionsOf(items: readonly Item[]): Generator<[Question, readonly (Group | Repeat)[]]> {
  for (const [item, within] of walk(items)) if (!isContainer(item)) yield [item, within]
}
