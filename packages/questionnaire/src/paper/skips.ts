import { readConditions } from '../conditions.ts'
import { layoutOf, listOf } from '../layout.ts'
import type { Item, LanguageTag, Question, Questionnaire } from '../model.ts'
import { isContainer, questionsOf } from '../walk.ts'
import { wordsIn, YES_NO_WORDS } from '../words.ts'
import { printWords } from './print-words.ts'

/** A questionnaire as it stands on paper: each question by its number, and where those go on who skip something. */
export interface OnPaper {
  content: Questionnaire
  language: LanguageTag
  numbers: ReadonlyMap<string, number>
  /** Of what is asked only under a condition: the number of the question that comes after it, and after what shares it. */
  next: ReadonlyMap<string, number>
}

const UNNUMBERED = new Set<Question['kind']>(['note', 'calculated', 'hidden'])

/** Numbers the questions that are asked on paper. */
export function onPaper(content: Questionnaire, language: LanguageTag): OnPaper {
  const asked = [...questionsOf(content.items)].filter(([{ kind }]) => !UNNUMBERED.has(kind))
  const numbers = new Map(asked.map(([{ key }], at) => [key, at + 1]))
  return { content, language, numbers, next: nextOf(content, numbers) }
}

function nextOf(content: Questionnaire, numbers: ReadonlyMap<string, number>): Map<string, number> {
  const next = new Map<string, number>()
  const lastIn = (item: Item): number =>
    isContainer(item) ? Math.max(0, ...item.items.map(lastIn)) : (numbers.get(item.key) ?? 0)
  const read = (items: readonly Item[]) => {
    items.forEach((item, at) => {
      if (isContainer(item)) read(item.items)
      if (!item.relevant) return
      let last = 0
      for (let end = at; items[end]?.relevant === item.relevant; end++) last = Math.max(last, lastIn(items[end]!))
      if (last > 0 && last < numbers.size) next.set(item.key, last + 1)
    })
  }
  read(content.items)
  return next
}

/**
 * When something is asked, in words for paper: which answer to which question, and where everybody else goes on.
 * Whoever does not consent fills in nothing, so that needs no words; what is too long for a line is left to the reader.
 */
export function relevanceWords({ key, relevant }: Item, { content, language, numbers, next }: OnPaper): string {
  if (!relevant) return ''
  const words = printWords(language)
  const read = readConditions(relevant)
  const { byKey } = layoutOf(content)
  const of = (name: string) => byKey.get(name)?.item as Question | undefined
  const conditions = read?.conditions.filter(({ question }) => of(question)?.kind !== 'consent')
  if (conditions?.length === 0) return ''
  const [only] = conditions ?? []
  const number = only && numbers.get(only.question)
  if (!only || !number || conditions?.length !== 1 || !(only.test === 'is' || only.test === 'includes'))
    return words.perhaps
  const asked = of(only.question)!
  const choice = listOf(content, asked.choices).find(({ name }) => name === only.value)
  const yesNo = only.value === 'yes' || only.value === 'no' ? YES_NO_WORDS[only.value] : undefined
  const answer = wordsIn(choice?.label ?? yesNo, language, content.baseLanguage) || only.value
  const after = next.get(key)
  return [words.onlyIf(answer, number), after && words.otherwise(after)].filter(Boolean).join(' ')
}
