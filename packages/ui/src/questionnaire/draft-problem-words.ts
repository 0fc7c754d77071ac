import type { LanguageTag, Questionnaire } from '@vises/questionnaire/model.ts'
import type { ReusedKey } from '@vises/questionnaire/keys.ts'
import type { Problem } from '@vises/questionnaire/problem.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { isContainer, walk } from '@vises/questionnaire/walk.ts'
import { useTexts } from '../texts.tsx'
import { usersOf } from './edits.ts'
import { findItem } from './items.ts'
import { useProblemSentence } from './problem-sentence.ts'
import { treeRows } from './tree-rows.ts'

/** What stands in the way of publishing, by itself or beside what was published before. */
export type DraftProblem = Problem | ReusedKey

/** A problem in words: where it stands and what is wrong; and the item and field that mend it. */
export interface ProblemWords {
  where: string
  what: string
  goto: { key: string; place: string }
}

/** What stands before the first question in the editor's tree. */
export const START = '#start'

const NONE: ReadonlySet<string> = new Set()

/** Problems in the order of the questions they are about; those of a list with the question that uses it. */
export function inTreeOrder(draft: Questionnaire, problems: readonly DraftProblem[]): DraftProblem[] {
  const at = new Map([...walk(draft.items)].map(([item], index) => [item.key, index]))
  const placeOf = ({ key, place }: DraftProblem) =>
    at.get(place === 'list' ? (usersOf(draft.items, key)[0] ?? '') : key) ?? -1
  return problems.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Words for what stands in the way of publishing a draft. */
export function useDraftProblemWords(
  draft: Questionnaire,
  language?: LanguageTag,
): (problem: DraftProblem) => ProblemWords {
  const { t, language: reader } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const say = useProblemSentence()
  const { items } = draft
  return ({ key, place, code, detail }) => {
    const said = say({ code, detail })
    const list = place === 'list'
    const choice = list
      ? (draft.choiceLists[key] ?? []).findIndex(({ name }) => name === (detail as { name?: unknown } | null)?.name)
      : -1
    const holder = list ? usersOf(items, key)[0] : key
    const what = choice < 0 ? said : `${t('problems.choice', { n: choice + 1 })} ${said}`
    const found = holder ? findItem(items, holder) : undefined
    if (!found) {
      return {
        where: list ? t('problems.list', { name: key }) : t('problems.whole'),
        what,
        goto: { key: START, place },
      }
    }
    const { item } = found
    const label = textIn(item.label, language ?? reader, draft) || t('tree.untitled', { kind: t(`kind.${item.kind}`) })
    const number = treeRows(items, NONE).find((row) => row.item.key === item.key)?.number
    const fields = isContainer(item) ? undefined : item
    return {
      where: number === undefined ? label : `${number}. ${label}`,
      what,
      goto: { key: item.key, place: list ? (fields?.rows === key ? 'rows' : 'choices') : place },
    }
  }
}
