import type { Question, Questionnaire } from '@vises/questionnaire/model.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'
import { isAsked, isDrawn } from './screens.ts'

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

/** How many minutes it takes to answer, as told before the first question; never less than one. */
export function minutesFor({ items, choiceLists }: Questionnaire): number {
  let seconds = 20
  for (const [question] of questionsOf(items)) {
    if (!isDrawn(question) || !isAsked(question)) continue
    const list = question.kind === 'matrix' ? question.rows : question.kind === 'ranking' ? question.choices : undefined
    const own = list ? (choiceLists[list]?.length ?? 1) * EACH : (SECONDS[question.kind] ?? USUAL)
    // Not everybody is asked what depends on another answer.
    seconds += question.relevant ? own / 2 : own
  }
  return Math.max(1, Math.round(seconds / 60))
}
