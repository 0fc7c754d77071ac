import type { Answers, LanguageTag } from '@vises/questionnaire/model.ts'

/** A trial answer as the page gives it. */
export interface TestAnswers {
  answers: Answers
  language: LanguageTag
}

/** What the page of a questionnaire tells the editor around it; it is only heard from our own origin. */
export type PageMessage =
  | { vises: 'q'; type: 'ready' }
  | { vises: 'q'; type: 'problem'; message: string }
  | ({ vises: 'q'; type: 'complete' } & TestAnswers)
  | { vises: 'q'; type: 'answers' | 'place' | 'file' }
