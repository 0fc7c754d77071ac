import { isQuestion, type Layout } from '../layout.ts'
import { QUESTIONNAIRE_LIMITS, type Texts } from '../model.ts'
import type { Place, Problem } from '../problem.ts'
import { walk } from '../walk.ts'

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

/** What is wrong with the questionnaire as a whole: its title, its languages, its size. */
export function wholeProblems(layout: Layout): Problem[] {
  const { title, baseLanguage, languages, items } = layout.questionnaire
  const problems: Problem[] = []
  const say = (place: Place, code: Problem['code'], detail?: Problem['detail']) =>
    problems.push({ key: '', place, code, ...(detail && { detail }) })

  if (!hasText(title, baseLanguage)) say('title', 'missingLabel', { language: baseLanguage })
  for (const language of languages) if (!TAG.test(language)) say('languages', 'badLanguage', { language })
  if (languages[0] !== baseLanguage) say('languages', 'badLanguage', { language: baseLanguage })
  if (new Set(languages.map((tag) => tag.toLowerCase())).size !== languages.length) say('languages', 'badLanguage')
  const atMost = (place: Place, count: number, most: number) => {
    if (count > most) say(place, 'tooMany', { count, most })
  }
  const questions = layout.entries.filter(({ item }) => isQuestion(item)).length
  const depth = Math.max(0, ...[...walk(items)].map(([, within]) => within.length))
  atMost('languages', languages.length, QUESTIONNAIRE_LIMITS.languages)
  atMost('items', questions, QUESTIONNAIRE_LIMITS.questions)
  if (depth > QUESTIONNAIRE_LIMITS.depth) say('items', 'tooDeep', { depth, most: QUESTIONNAIRE_LIMITS.depth })
  if (!questions) say('items', 'empty')
  return problems
}

/** Whether a text says something in the base language, from which all others fall back. */
export const hasText = (texts: Texts | undefined, language: string) =>
  !!texts && Object.hasOwn(texts, language) && texts[language]!.trim() !== ''

/** Texts longer than a page can show. */
export const tooLongIn = (texts: Texts | undefined) =>
  Object.entries(texts ?? {}).filter(([, text]) => text.length > QUESTIONNAIRE_LIMITS.labelLength)
