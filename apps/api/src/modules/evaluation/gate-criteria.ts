import type { GateCode, Method, Route } from '../method/compile-method.ts'
import { isFilled } from './answer-value.ts'
import type { StoredAnswers } from './question-sheet.ts'

/** A field that a criterion waits for, and the screen of the route on which it stands. */
export interface MissingField {
  stepCode: string
  fieldKey: string
  screenCode: string
}

/** How far a criterion of a gate holds: true, false, or null when people judge it. */
export interface CriterionState {
  criterion: string
  holds: boolean | null
  missing: MissingField[]
}

/** Looks at every criterion of a gate. Without a rule that the software knows, people judge. */
export function judgeGate(method: Method, route: Route, gate: GateCode, answers: StoredAnswers): CriterionState[] {
  const holdsEnough = ({ stepCode, fieldKey, not }: Need) => {
    const value = answers.find((answer) => answer.stepCode === stepCode && answer.fieldKey === fieldKey)?.value
    return isFilled(value) && value !== not && value !== 0
  }
  return (method.gates.get(gate)?.criteria ?? []).map(({ code, check }) => {
    const needed = check === undefined ? undefined : CHECKS[check]?.(method)
    if (!needed) return { criterion: code, holds: null, missing: [] }
    const missing = needed
      .filter((need) => !holdsEnough(need))
      .map(({ stepCode, fieldKey }) => ({
        stepCode,
        fieldKey,
        screenCode: method.steps.get(stepCode)?.screen[route] ?? stepCode,
      }))
    return { criterion: code, holds: missing.length === 0, missing }
  })
}

/** A field that has to hold something; `not` is a choice that is not enough. */
type Need = { stepCode: string; fieldKey: string; not?: string }

// What a rule waits for. The other lines of the first gate name their fields: a complete sheet leaves those to them.
const CHECKS: Record<string, (method: Method) => Need[]> = {
  questionComplete: (method) =>
    (method.steps.get(method.questionStep)?.data.fields ?? [])
      .filter(({ key, expected }) => expected && !OWN_CRITERION.has(key))
      .map(({ key }) => ({ stepCode: method.questionStep, fieldKey: key })),
  stakeholderConsulted: (method) => [{ stepCode: method.questionStep, fieldKey: 'consulted' }],
  purposeAndAudienceNamed: (method) =>
    ['purposes', 'audience'].map((fieldKey) => ({ stepCode: method.questionStep, fieldKey })),
  meansStated: (method) => [{ stepCode: method.questionStep, fieldKey: 'meansDays' }],
  consentRecorded: (method) => stepWith(method, 2, 'consent').map((need) => ({ ...need, not: 'partlyRecorded' })),
  gapsWritten: (method) => stepWith(method, 2, 'gaps'),
}

const OWN_CRITERION = new Set(['consulted', 'purposes', 'audience', 'meansDays'])

function stepWith(method: Method, phase: number, fieldKey: string): Need[] {
  return [...method.steps.values()]
    .filter((step) => step.phase === phase && step.fields.has(fieldKey))
    .map((step) => ({ stepCode: step.code, fieldKey }))
}
