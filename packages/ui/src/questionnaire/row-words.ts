import type { Item, LanguageTag, Questionnaire, Texts } from '@vises/questionnaire/model.ts'
import { textIn, written } from '@vises/questionnaire/texts.ts'
import { isContainer } from '@vises/questionnaire/walk.ts'
import { useTexts } from '../texts.tsx'
import type { DraftProblem } from './draft-problem-words.ts'
import type { TreeRow } from './tree-rows.ts'

const NOTHING: Texts = {}

/** The language that is written in, and those a text falls back to. */
export interface Spoken extends Pick<Questionnaire, 'baseLanguage' | 'languages'> {
  language: LanguageTag
}

/** How many problems each item has, those of its lists included. */
export function countsOf(problems: readonly DraftProblem[]): (item: Item) => number {
  const counts = new Map<string, number>()
  for (const { key } of problems) counts.set(key, (counts.get(key) ?? 0) + 1)
  return (item) => {
    const lists = isContainer(item) ? [] : [item.choices, item.rows].filter((name) => name !== undefined)
    return [item.key, ...lists].reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
  }
}

/** What a row of the tree says, to the eye and aloud. */
export function useRowWords({ item, number }: TreeRow, spoken: Spoken, problems: number) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const texts = item.label ?? NOTHING
  const text = textIn(texts, spoken.language, spoken)
  const kind = t(`kind.${item.kind}`)
  const label = text || t('tree.untitled', { kind })
  const conditional = !!item.relevant
  const required = !isContainer(item) && item.required !== undefined && item.required !== false
  const missing = text !== '' && !written(texts, spoken.language)
  const parts = [
    [number, text ? `${kind}: ${text}` : label].filter((part) => part !== undefined).join(' '),
    conditional && t('tree.conditional'),
    required && t('tree.required'),
    missing && t('tree.missing'),
    problems > 0 && t('tree.problems', { count: problems }),
  ]
  return {
    label,
    empty: text === '',
    language: written(texts, spoken.language) ? spoken.language : spoken.baseLanguage,
    conditional,
    required,
    missing,
    aloud: parts.filter(Boolean).join(', '),
  }
}
