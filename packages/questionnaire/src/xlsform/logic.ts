import { checkQuestionnaire } from '../check.ts'
import type { Questionnaire } from '../model.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import type { CellPlace } from './finding.ts'
import type { SurveyField } from './headers.ts'
import type { Row } from './questions-in.ts'
import type { Findings } from './sheet.ts'

/** Expressions that cannot even be read: nothing can be made of them here. What else is wrong can be mended here. */
const UNREADABLE: ReadonlySet<ProblemCode> = new Set([
  'syntax',
  'unsupportedPath',
  'unknownFunction',
  'argumentCount',
  'tooDeep',
])

/** Says in which cell the logic of a questionnaire does not hold. */
export function findLogic(
  questionnaire: Questionnaire,
  rows: ReadonlyMap<string, Row>,
  placeOfList: (list: string) => CellPlace | undefined,
  findings: Findings,
): void {
  for (const problem of checkQuestionnaire(questionnaire)) {
    const row = rows.get(problem.key)
    const field = FIELDS[problem.place]
    const place = problem.place === 'list' ? placeOfList(problem.key) : row && field && row.at(field)
    if (!place) findings.lose({ sheet: 'settings', row: 1, column: 'A' }, 'toMend', problem.place, problem)
    else if (UNREADABLE.has(problem.code) && field && row) findings.refuse(place, 'expression', row.get(field), problem)
    else findings.lose(place, 'toMend', (field && row?.get(field)) ?? problem.key, problem)
  }
}

/** In which column the properties of an item stand. */
const FIELDS: Partial<Record<Problem['place'], SurveyField>> = {
  key: 'name',
  kind: 'type',
  items: 'type',
  relevant: 'relevant',
  required: 'required',
  constraint: 'constraint',
  calculation: 'calculation',
  default: 'default',
  choiceFilter: 'choiceFilter',
  count: 'count',
  choices: 'type',
  rows: 'type',
  label: 'label',
  min: 'parameters',
  max: 'parameters',
  accept: 'type',
  maxBytes: 'type',
  property: 'type',
}
