import type { Choice, Group, Item, Question, Questionnaire, Repeat } from './model.ts'
import { isContainer } from './walk.ts'

/** One item with its place in the questionnaire. */
export interface Entry {
  readonly index: number
  readonly item: Item
  /** The container it stands in, -1 for the top. */
  readonly parent: number
  /** The repeats it stands in, outermost first; a repeat does not stand in itself. */
  readonly repeats: readonly number[]
}

/** All items in the order of `walk`, and how they are found by name. */
export interface Layout {
  readonly questionnaire: Questionnaire
  readonly entries: readonly Entry[]
  readonly byKey: ReadonlyMap<string, Entry>
}

/** Lays a questionnaire out flat. */
export function layoutOf(questionnaire: Questionnaire): Layout {
  const entries: Entry[] = []
  const place = (items: readonly Item[], parent: number, repeats: readonly number[]) => {
    for (const item of items) {
      const index = entries.push({ index: entries.length, item, parent, repeats }) - 1
      if (isContainer(item)) place(item.items, index, item.kind === 'repeat' ? [...repeats, index] : repeats)
    }
  }
  place(questionnaire.items, -1, [])
  return { questionnaire, entries, byKey: new Map(entries.map((entry) => [entry.item.key, entry])) }
}

export const isQuestion = (item: Item): item is Question => !isContainer(item)
export const isRepeat = (item: Item): item is Repeat => item.kind === 'repeat'
export const isGroup = (item: Item): item is Group => isContainer(item) && !isRepeat(item)

/** The stored name of "other: please specify". */
export const OTHER = 'other'

/** Under which names a question can be read besides its own: `confidence_then`, `able_on_time`, `help_other`. */
export function partsOf(question: Question, questionnaire: Questionnaire): string[] {
  if (question.kind === 'thenNow') return ['then', 'now']
  if (question.kind === 'matrix') return listOf(questionnaire, question.rows).map((row) => row.name)
  return question.other ? [OTHER] : []
}

/** The names that expressions and texts know: questions and repeats by their key, and the parts of composite answers. */
export type Names = ReadonlyMap<string, { readonly entry: Entry; readonly part?: string }>

/** All names of a questionnaire; a key stands before a part of the same name. */
export function namesOf(layout: Layout): Names {
  const names = new Map<string, { entry: Entry; part?: string }>()
  for (const entry of layout.entries) {
    if (!isQuestion(entry.item)) continue
    for (const part of partsOf(entry.item, layout.questionnaire))
      names.set(`${entry.item.key}_${part}`, { entry, part })
  }
  for (const entry of layout.entries) names.set(entry.item.key, { entry })
  return names
}

/** What stands in a text for an answer: `Hello ${name}`. */
export const MENTION = /\$\{\s*([^{}]+?)\s*\}/g

/** The choices of a list; none when it does not exist. */
export function listOf(questionnaire: Questionnaire, name: string | undefined): readonly Choice[] {
  return name !== undefined && Object.hasOwn(questionnaire.choiceLists, name) ? questionnaire.choiceLists[name]! : []
}

/** Whether the question answers with names of its list. */
export const hasChoices = (question: Question) =>
  question.kind === 'single' || question.kind === 'multiple' || question.kind === 'ranking'

/** Whether its value is reckoned and never typed. */
export const isComputed = (question: Question) =>
  question.kind === 'calculated' || (question.calculation !== undefined && question.readOnly === true)
