import { createContext, useContext } from 'react'
import type { Item, LanguageTag, Questionnaire } from '@vises/questionnaire/model.ts'
import type { PublishedKeys } from '@vises/questionnaire/keys.ts'
import { START, type DraftProblem } from './draft-problem-words.ts'
import type { DraftStore } from './draft-store.ts'
import type { Design } from './useDesign.ts'

export { START }
/** What stands after the last question: a row of the tree beside the items, as START is. */
export const END = '#end'

export type Zone = 'tree' | 'form' | 'preview'

/** What every part of the editor shares. */
export interface Editor {
  design: Design
  store: DraftStore
  questionnaire: Questionnaire
  /** The item in hand: a key, START or END. */
  chosen: string
  /** Takes an item in hand; `place` names the field of its form that gets the focus. */
  choose(key: string, options?: { zone?: Zone; place?: string }): void
  /** The language that is written in. */
  language: LanguageTag
  writeIn(language: LanguageTag): void
  /** The drawer of what few questions need; it stays open from one question to the next. */
  advanced: boolean
  showAdvanced(open: boolean): void
  change(make: (questionnaire: Questionnaire) => Questionnaire, merge?: string): void
  /** Changes one item. */
  changeItem<T extends Item>(key: string, make: (item: T) => T, merge?: string): void
  /** What stands in the way of publishing. */
  problems: readonly DraftProblem[]
  published: Published
}

/** Fields that stand in that drawer. */
export const ADVANCED_PLACES: ReadonlySet<string> = new Set([
  'key',
  'constraint',
  'default',
  'calculation',
  'choiceFilter',
  'required',
  'property',
])

/** What was published before: it limits what may change without a loss. */
export interface Published {
  /** Keys that have or had a column of answers. */
  keys: ReadonlySet<string>
  /** Kinds of the questions as they were published last. */
  kinds: ReadonlyMap<string, Item['kind']>
  /** What each of its keys means. */
  meanings: PublishedKeys
  /** Names of choices that have answers, by list. */
  choices: ReadonlyMap<string, ReadonlySet<string>>
}

export const NOTHING_PUBLISHED: Published = { keys: new Set(), kinds: new Map(), meanings: {}, choices: new Map() }

export const EditorContext = createContext<Editor | undefined>(undefined)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('This is a part of the questionnaire editor')
  return editor
}
