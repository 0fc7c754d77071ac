import type {
  Answers,
  AnswerValue,
  LanguageTag,
  Question,
  Questionnaire,
  RepeatRows,
} from '@vises/questionnaire/model.ts'
import { listOf } from '@vises/questionnaire/layout.ts'
import { placesOf } from '@vises/questionnaire/places.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'
import { AGREEMENT_WORDS, DECLINED_WORDS, OTHER_WORDS, wordsIn, YES_NO_WORDS } from '@vises/questionnaire/words.ts'

/** The answers of one person in words, question by question; what was not answered is left out. */
export function answerLines(
  questionnaire: Questionnaire,
  answers: Answers,
  language: LanguageTag,
): [label: string, answer: string][] {
  const lines: [string, string][] = []
  for (const [question, within] of questionsOf(questionnaire.items)) {
    const label = textIn(question.label, language, questionnaire) || question.key
    const repeat = within.find(({ kind }) => kind === 'repeat')
    const rows = repeat ? ((answers[repeat.key] ?? []) as RepeatRows) : [answers]
    for (const [index, row] of rows.entries()) {
      const value = row[question.key] as AnswerValue | undefined
      if (value === undefined || value === '') continue
      const other = row[`${question.key}_other`]
      const words = answerWords(questionnaire, question, value, language)
      lines.push([repeat ? `${label} (${index + 1})` : label, typeof other === 'string' ? `${words}: ${other}` : words])
    }
  }
  return lines
}

function answerWords(
  questionnaire: Questionnaire,
  question: Question,
  value: AnswerValue,
  language: LanguageTag,
): string {
  const name = (list: string | undefined, one: string | number): string => {
    if (one === 'other') return wordsIn(OTHER_WORDS, language)
    const choice = listOf(questionnaire, list).find((entry) => entry.name === String(one))
    if (choice) return textIn(choice.label, language, questionnaire) || choice.name
    const step = AGREEMENT_WORDS[one as keyof typeof AGREEMENT_WORDS]
    return step && (question.kind === 'agreement' || question.kind === 'matrix') ? wordsIn(step, language) : String(one)
  }
  if (value === null) return wordsIn(DECLINED_WORDS, language)
  if (value === 'yes' || value === 'no') return wordsIn(YES_NO_WORDS[value], language)
  if (Array.isArray(value)) return value.map((one: string) => name(question.choices, one)).join(', ')
  const place = placesOf(question, questionnaire)?.find((one) => one.name === value)
  if (place) return textIn(place.label, language, questionnaire) || place.name
  if (typeof value !== 'object') return name(question.choices, value)
  if ('bytes' in value) return String(value.name)
  const parts = Object.entries(value as Record<string, string | number>)
  if (question.kind === 'thenNow') return parts.map(([, number]) => number).join(' → ')
  return parts.map(([row, one]) => `${name(question.rows, row)}: ${name(question.choices, one)}`).join('; ')
}
