import type { Choice, Item, Origin, Question, Questionnaire, Texts } from '@vises/questionnaire/model.ts'
import { isContainer, walk } from '@vises/questionnaire/walk.ts'
import { findItem, insertItems, removeItem, type Place } from './items.ts'
import { keysOf, namesIn, namesOf, newKey, renameIn, withExpressions } from './keys.ts'
import { blankItem, type ItemKind } from './kinds.ts'
import { canonical } from './merge.ts'

/** Items with the lists they need, on their way into a questionnaire: from the clipboard or the question bank. */
export interface Copied {
  items: Item[]
  choiceLists: Record<string, Choice[]>
  /** Where they come from; absent for what is duplicated in its own questionnaire. */
  origin?: Omit<Origin, 'key'>
}

/** The properties of an item that hold texts. */
export const TEXT_PROPERTIES = [
  'label',
  'hint',
  'guidance',
  'requiredMessage',
  'constraintMessage',
  'lowLabel',
  'highLabel',
  'thenLabel',
  'nowLabel',
] as const
export type TextProperty = (typeof TEXT_PROPERTIES)[number]

const listsOf = (item: Item): string[] =>
  isContainer(item) ? [] : [item.choices, item.rows].filter((name) => name !== undefined)

/** Which items use a list. */
export function usersOf(items: readonly Item[], list: string): string[] {
  return [...walk(items)].filter(([item]) => listsOf(item).includes(list)).map(([item]) => item.key)
}

/** Adds a new item of a kind; answers its key. */
export function addItem(questionnaire: Questionnaire, kind: ItemKind, place: Place, taken: ReadonlySet<string>) {
  const key = newKey(kind, new Set([...taken, ...keysOf(questionnaire.items)]))
  const { item, choiceLists } = blankItem(kind, key, questionnaire.choiceLists)
  return {
    questionnaire: { ...questionnaire, choiceLists, items: insertItems(questionnaire.items, place, [item]) },
    key,
  }
}

/** Takes an item away, with the lists that nothing else uses. */
export function deleteItem(questionnaire: Questionnaire, key: string): Questionnaire {
  const found = findItem(questionnaire.items, key)
  if (!found) return questionnaire
  const items = removeItem(questionnaire.items, key)
  const loose = [...walk([found.item])]
    .flatMap(([item]) => listsOf(item))
    .filter((name) => !usersOf(items, name).length)
  const choiceLists = Object.fromEntries(
    Object.entries(questionnaire.choiceLists).filter(([name]) => !loose.includes(name)),
  )
  return { ...questionnaire, items, choiceLists }
}

/** What goes into the clipboard: an item with its lists. */
export function copyOf(questionnaire: Questionnaire, key: string): Copied | undefined {
  const found = findItem(questionnaire.items, key)
  if (!found) return undefined
  const names = [...walk([found.item])].flatMap(([item]) => listsOf(item))
  const lists = names.map((name) => [name, questionnaire.choiceLists[name] ?? []])
  return { items: [found.item], choiceLists: Object.fromEntries(lists) }
}

/**
 * Puts copies into a questionnaire. A key or list name that is taken there becomes a new one, also where the copied
 * expressions speak of it; expressions that speak of what is not there stay behind, and are counted. Answers the first
 * key.
 */
export function insertCopies(
  questionnaire: Questionnaire,
  copied: Copied,
  place: Place,
  reserved: ReadonlySet<string>,
) {
  const taken = new Set([...reserved, ...keysOf(questionnaire.items)])
  const keys = new Map<string, string>()
  for (const [item] of walk(copied.items)) {
    const key = taken.has(item.key.toLowerCase()) ? newKey(item.kind, taken) : item.key
    taken.add(key.toLowerCase())
    keys.set(item.key, key)
  }
  const choiceLists = { ...questionnaire.choiceLists }
  const names = new Map<string, string>()
  for (const [name, list] of Object.entries(copied.choiceLists)) {
    const choices = list.map((choice) => ({ ...choice, label: withBase(questionnaire, choice.label) }))
    let wanted = name
    const isOther = () =>
      wanted in choiceLists && (!copied.origin || canonical(choiceLists[wanted]) !== canonical(choices))
    for (let number = 2; isOther(); number++) wanted = `${name}_${number}`
    choiceLists[wanted] = choices
    names.set(name, wanted)
  }
  const readable = new Map<string, string>()
  for (const [item] of walk(copied.items)) {
    const key = keys.get(item.key)!
    for (const name of namesOf(item, { ...questionnaire, choiceLists: copied.choiceLists }))
      readable.set(name, key + name.slice(item.key.length))
  }
  const known = new Set(readable.values())
  for (const [item] of walk(questionnaire.items)) for (const name of namesOf(item, questionnaire)) known.add(name)
  const how = { questionnaire, keys, readable, known, names, origin: copied.origin, leftBehind: 0 }
  const items = copied.items.map((item) => adapted(item, how))
  return {
    questionnaire: { ...questionnaire, choiceLists, items: insertItems(questionnaire.items, place, items) },
    key: items[0]?.key,
    leftBehind: how.leftBehind,
  }
}

interface Adapting {
  questionnaire: Questionnaire
  keys: ReadonlyMap<string, string>
  /** What expressions call them. */
  readable: ReadonlyMap<string, string>
  /** What expressions can speak of in the end. */
  known: ReadonlySet<string>
  names: ReadonlyMap<string, string>
  origin: Copied['origin']
  leftBehind: number
}

function adapted(item: Item, how: Adapting): Item {
  const { questionnaire, keys, readable, known, names, origin } = how
  const changed: Record<string, unknown> = { key: keys.get(item.key) ?? item.key }
  const fields = item as unknown as Record<string, unknown>
  for (const property of TEXT_PROPERTIES) {
    if (fields[property]) changed[property] = withBase(questionnaire, fields[property] as Texts)
  }
  const called = withExpressions(item, (expression) => {
    const renamed = renameIn(expression, readable)
    if (namesIn(renamed).every((name) => known.has(name))) return renamed
    how.leftBehind++
    return undefined
  })
  if (isContainer(called)) {
    return { ...called, ...changed, items: called.items.map((inner) => adapted(inner, how)) } as Item
  }
  for (const property of ['choices', 'rows'] as const) {
    const list = called[property]
    if (list !== undefined) changed[property] = names.get(list) ?? list
  }
  if (origin) changed['origin'] = { ...origin, key: item.key } satisfies Origin
  return { ...called, ...changed } as Question
}

/** The texts, with one in the base language of the questionnaire they come to; all translations stay. */
function withBase({ baseLanguage }: Questionnaire, texts: Texts): Texts {
  const any = Object.values(texts).find(Boolean)
  return texts[baseLanguage] || !any ? texts : { ...texts, [baseLanguage]: any }
}

/** The texts with one language changed; an emptied one is taken out. */
export function withText(texts: Texts | undefined, language: string, text: string): Texts | undefined {
  const { [language]: _former, ...others } = texts ?? {}
  const next = text === '' ? others : { ...others, [language]: text }
  return Object.keys(next).length > 0 ? next : undefined
}
