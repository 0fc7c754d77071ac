import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { walk } from '@vises/questionnaire/walk.ts'
import { wordsIn, YES_NO_WORDS } from '@vises/questionnaire/words.ts'
import { useTextById, useTexts } from '../texts.tsx'
import { usersOf } from './edits.ts'
import { useLanguageName } from './language-names.ts'
import type { Design } from './useDesign.ts'

export type DesignChange = Design['versions'][number]['changes'][number]

/** A change in words: what it is about, what happened, and what it was and is. */
export interface ChangeWords {
  about: string
  what: string
  before: string | undefined
  after: string | undefined
}

/** Words for the changes from one version to the next; `drafts` are asked for labels, the newest first. */
export function useChangeWords(...drafts: Questionnaire[]): (change: DesignChange) => ChangeWords {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const textById = useTextById()
  const nameOf = useLanguageName()
  const aboutOf = (key: string): string => {
    if (key === '') return t('change.whole')
    for (const draft of drafts) {
      for (const [item] of walk(draft.items)) {
        if (item.key === key)
          return textIn(item.label, language, draft) || t('tree.untitled', { kind: t(`kind.${item.kind}`) })
      }
      const user = key in draft.choiceLists ? usersOf(draft.items, key)[0] : undefined
      if (user !== undefined && user !== key) return aboutOf(user)
    }
    return key
  }
  /** A value as it can be read; a kind of question by its name. */
  const shown = (value: unknown): string | undefined => {
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'boolean') return wordsIn(YES_NO_WORDS[value ? 'yes' : 'no'], language)
    if (typeof value === 'string') return textById(`questionnaire.kind.${value}`) ?? value
    return typeof value === 'number' ? String(value) : JSON.stringify(value)
  }
  return ({ kind, key, place, before, after }) => {
    const silent = /^(question|group|repeat)(Added|Removed)$|^moved/.test(kind)
    const languages = kind.startsWith('language') || kind === 'baseLanguageChanged' || kind === 'translationsChanged'
    // Which choice of a list it is about is told by its words, before and after.
    const inList = drafts.some((draft) => key in draft.choiceLists)
    const part =
      !place || inList ? '' : languages ? nameOf(place, true) : (textById(`questionnaire.part.${place}`) ?? place)
    const values = { part, hasPart: part ? 'yes' : 'no', count: typeof after === 'number' ? after : 0 }
    return {
      about: aboutOf(key),
      what: textById(`questionnaire.change.${kind}`, values) ?? kind,
      before: languages || silent ? undefined : shown(before),
      after: languages || silent ? undefined : shown(after),
    }
  }
}
