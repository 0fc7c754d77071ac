import { checkQuestionnaire } from '../check.ts'
import { MEDIA_KINDS } from '../model.ts'
import type { Questionnaire } from '../model.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import { questionsOf } from '../walk.ts'
import type { CellPlace, Finding } from './finding.ts'
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
  placeOfList: (list: string, twice?: string) => CellPlace | undefined,
  findings: Findings,
): void {
  for (const problem of checkQuestionnaire(questionnaire)) {
    const row = rows.get(problem.key)
    const field = problem.place === 'media' ? MEDIA_KINDS.find((kind) => row?.get(kind)) : FIELDS[problem.place]
    const twice = problem.code === 'duplicateChoice' ? String(problem.detail?.['name']) : undefined
    const place = problem.place === 'list' ? placeOfList(problem.key, twice) : row && field && row.at(field)
    const goto = gotoOf(questionnaire, problem)
    if (!place) findings.lose({ sheet: 'settings', row: 1, column: 'A' }, 'toMend', problem.place, problem, goto)
    else if (UNREADABLE.has(problem.code) && field && row) findings.refuse(place, 'expression', row.get(field), problem)
    else findings.lose(place, 'toMend', (field && row?.get(field)) ?? problem.key, problem, goto)
  }
}

/** Where it is mended: of a list, at the first question that offers it. */
function gotoOf({ items }: Questionnaire, { key, place }: Problem): Finding['goto'] {
  if (place !== 'list') return { key, place }
  for (const [{ key: user, choices, rows }] of questionsOf(items)) {
    if (choices === key) return { key: user, place: 'choices' }
    if (rows === key) return { key: user, place: 'rows' }
  }
  return undefined
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
