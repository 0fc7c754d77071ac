import type { Method } from '../method/compile-method.ts'

/** Answers as they are kept: one row per field. */
export type StoredAnswers = readonly { stepCode: string; fieldKey: string; value: unknown }[]

export interface QuestionCandidate {
  id: string
  text: string
  checks: string[]
  whyNot: string
}

export interface SubQuestion {
  id: string
  text: string
}

/** The evaluation question sheet, as far as it is filled in; texts that are missing are empty. */
export interface SheetContent {
  candidates: QuestionCandidate[]
  /** Item of the candidate that was chosen. */
  chosen: string | null
  question: string
  whyChosen: string
  questionType: string | null
  purposes: string[]
  intendedUse: string
  audience: string
  scope: string
  meansDays: number | null
  domains: string[]
  subQuestions: SubQuestion[]
  consulted: string
}

/** Reads the question sheet out of the answers of its step. Items taken off a list stay stored, and are not shown. */
export function sheetOf(method: Pick<Method, 'questionStep'>, answers: StoredAnswers): SheetContent {
  const values = new Map(
    answers.filter(({ stepCode }) => stepCode === method.questionStep).map(({ fieldKey, value }) => [fieldKey, value]),
  )
  const text = (key: string) => textOf(values.get(key))
  const chosen = text('chosen') || null
  return {
    candidates: textsOf(values.get('candidates')).map((id) => ({
      id,
      text: text(`candidates/${id}/text`),
      checks: textsOf(values.get(`candidates/${id}/checks`)),
      whyNot: text(`candidates/${id}/whyNot`),
    })),
    chosen,
    question: text('question'),
    whyChosen: text('whyChosen'),
    questionType: text('questionType') || null,
    purposes: textsOf(values.get('purposes')),
    intendedUse: text('intendedUse'),
    audience: text('audience'),
    scope: text('scope'),
    meansDays: numberOf(values.get('meansDays')),
    domains: textsOf(values.get('domains')),
    subQuestions: textsOf(values.get('subQuestions')).map((id) => ({ id, text: text(`subQuestions/${id}/text`) })),
    consulted: text('consulted'),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
