import { hasChoices, isQuestion, type Layout } from '../layout.ts'
import { type Choice, QUESTIONNAIRE_LIMITS, type Question } from '../model.ts'
import type { Problem } from '../problem.ts'
import { hasText, tooLongIn } from './whole.ts'

/** What is wrong with the lists of choices. */
export function listProblems(layout: Layout): Problem[] {
  const questions = layout.entries.map(({ item }) => item).filter(isQuestion)
  return Object.entries(layout.questionnaire.choiceLists).flatMap(([name, choices]) =>
    problemsOf(name, choices, questions, layout.questionnaire.baseLanguage),
  )
}

function problemsOf(list: string, choices: readonly Choice[], questions: readonly Question[], base: string): Problem[] {
  const problems: Problem[] = []
  const say = (code: Problem['code'], detail?: Problem['detail']) =>
    problems.push({ key: list, place: 'list', code, ...(detail && { detail }) })
  if (!choices.length) say('emptyList')
  if (choices.length > QUESTIONNAIRE_LIMITS.choicesPerList) {
    say('tooMany', { count: choices.length, most: QUESTIONNAIRE_LIMITS.choicesPerList })
  }
  const asRows = questions.some((question) => question.rows === list)
  const several = questions.some(
    (question) => question.choices === list && question.kind !== 'single' && hasChoices(question),
  )
  const seen = new Set<string>()
  for (const { name, label } of choices) {
    if (isBadName(name, asRows, several)) say('badChoiceName', { name: name.slice(0, 100) })
    if (seen.has(name)) say('duplicateChoice', { name })
    seen.add(name)
    if (!hasText(label, base)) say('missingLabel', { name, language: base })
    for (const [language] of tooLongIn(label)) say('tooLong', { name, language })
  }
  return problems
}

/** Several names are kept one after the other with blanks between; rows of a matrix become names of columns. */
const isBadName = (name: string, asRows: boolean, several: boolean) =>
  !name.trim() ||
  name.trim() !== name ||
  name.length > 200 ||
  (several && /\s/.test(name)) ||
  (asRows && (!/^[A-Za-z0-9_.-]+$/.test(name) || name in {}))
