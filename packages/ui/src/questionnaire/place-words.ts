import type { LanguageTag, Questionnaire } from '@vises/questionnaire/model.ts'
import type { TextPlace } from '@vises/questionnaire/texts.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { walk } from '@vises/questionnaire/walk.ts'
import { useTexts } from '../texts.tsx'
import { usersOf } from './edits.ts'
import { treeRows } from './tree-rows.ts'

const NONE: ReadonlySet<string> = new Set()

/** Where a text stands: "3 · Choix unique · intitulé", "3 · réponse 2". */
export function usePlaceWords(questionnaire: Questionnaire, language: LanguageTag): (place: TextPlace) => string {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const rows = new Map(treeRows(questionnaire.items, NONE).map((row) => [row.item.key, row]))
  const numbers = new Map<string, number>()
  for (const [item] of walk(questionnaire.items)) {
    const number = rows.get(item.key)?.number
    if (number !== undefined) numbers.set(item.key, number)
  }
  const users = new Map<string, string>()
  for (const name of Object.keys(questionnaire.choiceLists)) {
    const user = usersOf(questionnaire.items, name)[0]
    if (user !== undefined) users.set(name, user)
  }
  return ({ path, key, part }) => {
    if (path.startsWith('form/')) return t(`part.${part as 'title' | 'introduction' | 'thanks'}`)
    const named = (item: string | undefined) => {
      const number = item === undefined ? undefined : numbers.get(item)
      if (number !== undefined) return t('part.question', { number })
      const row = item === undefined ? undefined : rows.get(item)
      return row ? t(`kind.${row.item.kind}`) : t('problems.list', { name: key })
    }
    if (path.startsWith('choice/')) {
      const name = decodeURIComponent(path.split('/')[2] ?? '')
      const at = (questionnaire.choiceLists[key] ?? []).findIndex((choice) => choice.name === name)
      const words = [named(users.get(key)), t('part.choice', { n: at + 1 }), part === 'alt' && t('part.alt')]
      return words.filter(Boolean).join(' · ')
    }
    const row = rows.get(key)
    const label = part === 'label' ? undefined : textIn(row?.item.label, language, questionnaire)
    return [named(key), t(`part.${part as 'label' | 'hint'}`), label].filter(Boolean).join(' · ')
  }
}
