import { layoutOf, listOf } from '@vises/questionnaire/layout.ts'
import type { Expression, LanguageTag, Question, Questionnaire } from '@vises/questionnaire/model.ts'
import { wordsIn, YES_NO_WORDS } from '@vises/questionnaire/words.ts'
import { readConditions } from '@vises/ui/questionnaire/conditions.ts'
import { printWords } from './print-words.ts'

interface Place {
  content: Questionnaire
  language: LanguageTag
  numbers: ReadonlyMap<string, number>
}

/**
 * When something is asked, in words for paper: which answer to which question. Whoever does not consent fills in
 * nothing, so that needs no words; what is too long for a line is left to the reader.
 */
export function relevanceWords(relevant: Expression, { content, language, numbers }: Place): string {
  const words = printWords(language)
  const read = readConditions(relevant)
  const { byKey } = layoutOf(content)
  const of = (key: string) => byKey.get(key)?.item as Question | undefined
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
  return words.onlyIf(answer, number)
}
