import type { Choice, Item, Question, Questionnaire } from './model.ts'
import { sorted } from './sorted.ts'
import { isContainer, questionsOf, walk } from './walk.ts'

/** A question that can be copied, with the lists it uses and where it stands. */
export interface BankEntry {
  question: Question
  choiceLists: Record<string, Choice[]>
  /** The questionnaire (its id) or the collection of the library. */
  source: string
  version?: number
}

/** An expression that a copy leaves behind, because it speaks of questions that are not there. */
export interface LeftBehind {
  place: string
  expression: string
  missing: string[]
}

/** The lists a question uses. */
export function listsOf(question: Question, lists: Questionnaire['choiceLists']): Record<string, Choice[]> {
  const names = [question.choices, question.rows].filter((name) => name !== undefined && Object.hasOwn(lists, name))
  return Object.fromEntries(names.map((name) => [name!, lists[name!]!]))
}

/** Every question of a questionnaire as something to copy. */
export const entriesOf = (questionnaire: Questionnaire, source: string, version?: number): BankEntry[] =>
  [...questionsOf(questionnaire.items)].map(([question]) => ({
    question,
    choiceLists: listsOf(question, questionnaire.choiceLists),
    source,
    ...(version !== undefined && { version }),
  }))

/**
 * Copies a question into a questionnaire, behind the item `after` or at the end. It gets a key of its own, brings the
 * lists it needs, keeps every translation, and knows where it comes from.
 */
export function copyQuestion(
  into: Questionnaire,
  entry: BankEntry,
  after?: string,
): { questionnaire: Questionnaire; key: string; leftBehind: LeftBehind[] } {
  const { question, source, version } = entry
  const key = freeKey(into, question.key)
  const choiceLists = { ...into.choiceLists }
  const copy: Question = {
    ...question,
    key,
    origin: { source, key: question.key, ...(version !== undefined && { version }) },
  }
  for (const use of ['choices', 'rows'] as const) {
    const name = question[use]
    if (name === undefined || !Object.hasOwn(entry.choiceLists, name)) continue
    const list = entry.choiceLists[name]!
    const own = nameFor(choiceLists, name, list)
    choiceLists[own] = list
    copy[use] = own
  }
  const leftBehind = leaveBehind(copy, question.key, into)
  return { questionnaire: { ...into, choiceLists, items: insert(into.items, copy, after) }, key, leftBehind }
}

/** A key like the wanted one that no item has yet, whatever its capitals. */
export function freeKey(questionnaire: Questionnaire, wanted: string): string {
  const taken = new Set([...walk(questionnaire.items)].map(([item]) => item.key.toLowerCase()))
  if (!taken.has(wanted.toLowerCase())) return wanted
  const stem = wanted.replace(/_\d+$/, '')
  let number = 2
  while (taken.has(`${stem}_${number}`.toLowerCase())) number++
  return `${stem}_${number}`
}

/** The questionnaire with every question knowing that it was copied from this source. */
export function withOrigins(questionnaire: Questionnaire, source: string, version?: number): Questionnaire {
  const mark = (item: Item): Item =>
    isContainer(item)
      ? { ...item, items: item.items.map(mark) }
      : { ...item, origin: { source, key: item.key, ...(version !== undefined && { version }) } }
  return { ...questionnaire, items: questionnaire.items.map(mark) }
}

/** Whether a part of a label, in any language, is the text that is looked for. */
export function saysText({ label }: Question, search: string): boolean {
  const wanted = plain(search)
  return Object.values(label ?? {}).some((text) => plain(text).includes(wanted))
}

/** Small letters without their marks, so that "efface" finds "effacé". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The list's own name where it is free or already means this list; else a new one. */
function nameFor(lists: Record<string, Choice[]>, wanted: string, list: Choice[]): string {
  let name = wanted
  for (let number = 2; Object.hasOwn(lists, name) && sorted(lists[name]) !== sorted(list); number++)
    name = `${wanted}_${number}`
  return name
}

const EXPRESSIONS = ['relevant', 'constraint', 'calculation', 'choiceFilter', 'default', 'required'] as const

/** Takes out of the copy what speaks of questions that its new questionnaire does not have; its own key is renamed. */
function leaveBehind(copy: Question, oldKey: string, into: Questionnaire): LeftBehind[] {
  const known = new Set([...walk(into.items)].map(([item]) => item.key))
  const left: LeftBehind[] = []
  for (const place of EXPRESSIONS) {
    const expression = copy[place]
    if (typeof expression !== 'string') continue
    const own = expression.replace(REFERENCE, (whole, name: string) => (name === oldKey ? `\${${copy.key}}` : whole))
    const missing = [...own.matchAll(REFERENCE)]
      .map(([, name]) => name!)
      .filter((name) => !known.has(name) && name !== copy.key)
    if (missing.length) {
      left.push({ place, expression, missing: [...new Set(missing)] })
      delete copy[place]
    } else copy[place] = own
  }
  return left
}

const REFERENCE = /\$\{\s*([^{}\s]+)\s*\}/g

/** The items with one more behind `after`, wherever that stands; at the end when it stands nowhere. */
function insert(items: readonly Item[], added: Item, after: string | undefined): Item[] {
  let done = false
  const place = (list: readonly Item[]): Item[] =>
    list.flatMap((item): Item[] => {
      const same: Item = isContainer(item) ? { ...item, items: place(item.items) } : item
      if (done || item.key !== after) return [same]
      done = true
      return [same, added]
    })
  const placed = after === undefined ? [...items] : place(items)
  return done ? placed : [...placed, added]
}
