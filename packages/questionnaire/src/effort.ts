import type { Question, Questionnaire } from './model.ts'
import { questionsOf } from './walk.ts'

// Seconds a person takes who reads slowly; rows of a matrix and places of a ranking count one by one.
const SECONDS: Partial<Record<Question['kind'], number>> = {
  shortText: 15,
  longText: 45,
  multiple: 15,
  thenNow: 15,
  file: 40,
  consent: 20,
}
const USUAL = 10
const EACH = 6
const UNASKED: ReadonlySet<Question['kind']> = new Set(['note', 'calculated', 'hidden'])

/** Whether a person is asked something here: notes and calculations only tell. */
export const isAsked = ({ kind, readOnly }: Question): boolean => !UNASKED.has(kind) && !readOnly

/** Whether "I prefer not to say" is offered beside a question, on the page as on paper; a consent is given or not. */
export const isDeclinable = (question: Question): boolean =>
  isAsked(question) && question.kind !== 'consent' && question.declinable !== false

/**
 * What answering takes, as told wherever it is told: on cards, in mails, before the first question. Every question
 * counts, whatever its condition: before the first answer nobody knows who will be asked what.
 */
export function effortOf({ items, choiceLists }: Pick<Questionnaire, 'items' | 'choiceLists'>): {
  questions: number
  minutes: number
} {
  let questions = 0
  let seconds = 20
  for (const [question] of questionsOf(items)) {
    if (!isAsked(question)) continue
    questions++
    const list = question.kind === 'matrix' ? question.rows : question.kind === 'ranking' ? question.choices : undefined
    const own = list ? (choiceLists[list]?.length ?? 1) * EACH : (SECONDS[question.kind] ?? USUAL)
    // Not everybody is asked what depends on another answer.
    seconds += question.relevant ? own / 2 : own
  }
  return { questions, minutes: Math.max(1, Math.round(seconds / 60)) }
}
