import { isContainer } from '@vises/questionnaire/walk.ts'
import type { Texts } from '@vises/questionnaire/model.ts'
import { textIn, written } from '@vises/questionnaire/texts.ts'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import type { TreeRow } from './tree-rows.ts'

const NOTHING: Texts = {}

/** What a row of the tree says, to the eye and aloud. */
export function useRowWords() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, language, problems } = useEditor()
  const counts = new Map<string, number>()
  for (const { key } of problems) counts.set(key, (counts.get(key) ?? 0) + 1)
  return ({ item, number }: TreeRow) => {
    const texts = item.label ?? NOTHING
    const text = textIn(texts, language, questionnaire)
    const kind = t(`kind.${item.kind}`)
    const label = text || t('tree.untitled', { kind })
    const lists = isContainer(item) ? [] : [item.choices, item.rows].filter((name) => name !== undefined)
    const count = [item.key, ...lists].reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)
    const conditional = !!item.relevant
    const required = !isContainer(item) && item.required !== undefined && item.required !== false
    const missing = text !== '' && !written(texts, language)
    const spoken = [
      [number, text ? `${kind}: ${text}` : label].filter((part) => part !== undefined).join(' '),
      conditional && t('tree.conditional'),
      required && t('tree.required'),
      missing && t('tree.missing'),
      count > 0 && t('tree.problems', { count }),
    ]
    return {
      label,
      empty: text === '',
      language: written(texts, language) ? language : questionnaire.baseLanguage,
      conditional,
      required,
      missing,
      problems: count,
      spoken: spoken.filter(Boolean).join(', '),
    }
  }
}
