import { EXPRESSION_PLACES } from '@vises/questionnaire/compiled.ts'
import { isQuestion, partsOf } from '@vises/questionnaire/layout.ts'
import type { Item, Questionnaire } from '@vises/questionnaire/model.ts'
import { isContainer, walk } from '@vises/questionnaire/walk.ts'

/** What a key may look like. */
export const KEY_PATTERN = /^[A-Za-z_][A-Za-z0-9_.-]*$/

/** Every key in use, in small letters: keys differ in more than their capitals. */
export function keysOf(items: readonly Item[]): Set<string> {
  const keys = new Set<string>()
  for (const [item] of walk(items)) keys.add(item.key.toLowerCase())
  return keys
}

const STEMS: Record<string, string> = { group: 'group', page: 'page', repeat: 'repeat' }

/**
 * A key that nothing has and nothing had: the column of a question that was published and taken away must not be filled
 * with the answers of another.
 */
export function newKey(kind: Item['kind'], taken: ReadonlySet<string>): string {
  const stem = STEMS[kind] ?? 'q'
  let number = 1
  for (const key of taken) {
    const digits = key.startsWith(stem) ? key.slice(stem.length) : ''
    if (/^\d{1,6}$/.test(digits)) number = Math.max(number, Number(digits) + 1)
  }
  return `${stem}${number}`
}

const READ = /\$\{\s*([^{}]+?)\s*\}/g
const NAMED = /(jr:choice-name\([^)]*['"])([^'"]+)(?=['"]\s*\))/g

/** The names that an expression speaks of. */
export const namesIn = (expression: string): string[] =>
  [...expression.matchAll(READ)]
    .map(([, name = '']) => name)
    .concat([...expression.matchAll(NAMED)].map((one) => one[2]!))

/** The expression with the names changed that are in the table; nothing else of it moves. */
export function renameIn(expression: string, names: ReadonlyMap<string, string>): string {
  return expression
    .replace(READ, (whole, name: string) => (names.has(name) ? `\${${names.get(name)}}` : whole))
    .replace(NAMED, (whole, before: string, name: string) => (names.has(name) ? `${before}${names.get(name)}` : whole))
}

/** Under which names an item can be read: its key and, for a composite answer, its parts. */
export function namesOf(item: Item, questionnaire: Questionnaire): string[] {
  const parts = isQuestion(item) ? partsOf(item, questionnaire) : []
  return [item.key, ...parts.map((part) => `${item.key}_${part}`)]
}

/** The expressions of an item with their places. */
export function expressionsOf(item: Item): [place: (typeof EXPRESSION_PLACES)[number], expression: string][] {
  const fields = item as unknown as Record<string, unknown>
  return EXPRESSION_PLACES.flatMap((place) => {
    const expression = fields[place]
    return typeof expression === 'string' ? [[place, expression] as [typeof place, string]] : []
  })
}

/** The item with its expressions changed; one that becomes undefined is taken out. */
export function withExpressions<T extends Item>(item: T, change: (expression: string) => string | undefined): T {
  const fields: Record<string, unknown> = { ...item }
  for (const [place, text] of expressionsOf(item)) {
    const changed = change(text)
    if (changed === undefined) delete fields[place]
    else fields[place] = changed
  }
  return fields as unknown as T
}

/** Gives an item another key, and calls it so wherever an expression speaks of it. */
export function renameKey(questionnaire: Questionnaire, former: string, key: string): Questionnaire {
  const names = new Map<string, string>()
  for (const [item] of walk(questionnaire.items)) {
    if (item.key !== former) continue
    for (const name of namesOf(item, questionnaire)) names.set(name, key + name.slice(former.length))
  }
  const renamed = (items: readonly Item[]): Item[] =>
    items.map((item) => ({
      ...withExpressions(item, (expression) => renameIn(expression, names)),
      ...(item.key === former && { key }),
      ...(isContainer(item) && { items: renamed(item.items) }),
    }))
  return { ...questionnaire, items: renamed(questionnaire.items) }
}

/** The items outside of this one whose expressions speak of it or of something in it. */
export function readersOf(questionnaire: Questionnaire, item: Item): Item[] {
  const inside = [...walk([item])].map(([one]) => one)
  const names = new Set(inside.flatMap((one) => namesOf(one, questionnaire)))
  return [...walk(questionnaire.items)].flatMap(([one]) =>
    !inside.includes(one) && expressionsOf(one).some(([, text]) => namesIn(text).some((name) => names.has(name)))
      ? [one]
      : [],
  )
}
