import type { Method } from '../method/compile-method.ts'
import { sheetOf } from './question-sheet.ts'
import type { SheetContent, StoredAnswers } from './question-sheet.ts'

/** What others see of an evaluation whose enterprise shares its question, whatever the level: nothing else leaves it. */
export interface SharedQuestionContent {
  question: string
  questionType: string | null
  purposes: string[]
  domains: string[]
  methods: string[]
  phase: number
  methodCode: string
}

/** The evaluation as far as sharing needs it. */
export interface SharedEvaluationFacts {
  phase: number
  methodCode: string
  /** Codes of the collection methods chosen. */
  methods: string[]
}

/**
 * The shared view of an evaluation question, written by the sharing job and shown in the preview by this one function;
 * null while there is no question to show. Rejected candidates, reasons, names and sub-questions stay with the enterprise.
 */
export function sharedQuestionOf(sheet: SheetContent, evaluation: SharedEvaluationFacts): SharedQuestionContent | null {
  const question = sheet.question.trim()
  if (!question) return null
  return {
    question,
    questionType: sheet.questionType,
    purposes: sheet.purposes,
    domains: sheet.domains,
    methods: evaluation.methods,
    phase: evaluation.phase,
    methodCode: evaluation.methodCode,
  }
}

/** The collection methods chosen: the method of 2017 asked for them after the question, the one of 2018 before the plan. */
export function chosenMethods(method: Pick<Method, 'steps'>, answers: StoredAnswers): string[] {
  const step = [...method.steps.values()].find(({ fields }) => fields.get('methods')?.kind === 'choices')
  const value = answers.find(({ stepCode, fieldKey }) => stepCode === step?.code && fieldKey === 'methods')?.value
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []
}

/** The same, from the answers as they are stored: for the job that writes `shared`. */
export function sharedQuestionFrom(
  method: Method,
  phase: number,
  answers: StoredAnswers,
): SharedQuestionContent | null {
  return sharedQuestionOf(sheetOf(method, answers), {
    phase,
    methodCode: method.code,
    methods: chosenMethods(method, answers),
  })
}
