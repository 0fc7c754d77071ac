import { idOf } from '../../platform/id.ts'
import type { Method } from '../method/compile-method.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { DemoPilotData, WorkedAnswers, WorkedEnterpriseData } from './demo-data.ts'

/** One stored answer: the value of a field, or of a field of a list's item. */
export interface DemoAnswer {
  stepCode: string
  fieldKey: string
  value: unknown
}

/** What a pilot has answered: everything for the worked enterprises, the question sheet for the others. */
export function answersOf(pilot: DemoPilotData, method: Method, calendar: DemoCalendar): DemoAnswer[] {
  if ('steps' in pilot) {
    return Object.entries((pilot as WorkedEnterpriseData).steps).flatMap(([stepCode, answers]) =>
      ofStep(pilot, method, stepCode, answers, calendar),
    )
  }
  if (!pilot.question) return []
  const { text, type, purposes, domains, methods } = pilot.question
  const chosenIn = [...method.steps.values()].find((step) => step.fields.has('methods'))
  return [
    { stepCode: method.questionStep, fieldKey: 'question', value: text },
    { stepCode: method.questionStep, fieldKey: 'questionType', value: type },
    { stepCode: method.questionStep, fieldKey: 'purposes', value: purposes },
    { stepCode: method.questionStep, fieldKey: 'domains', value: domains },
    ...(chosenIn ? [{ stepCode: chosenIn.code, fieldKey: 'methods', value: methods }] : []),
  ]
}

function ofStep(
  pilot: DemoPilotData,
  method: Method,
  stepCode: string,
  answers: WorkedAnswers,
  calendar: DemoCalendar,
): DemoAnswer[] {
  const fields = method.steps.get(stepCode)?.fields
  return Object.entries(answers).flatMap(([key, value]): DemoAnswer[] => {
    const field = fields?.get(key)
    if (stepCode === method.questionStep && key === 'chosen') {
      const texts = (answers['candidates'] as { text: string }[]).map(({ text }) => text)
      return [{ stepCode, fieldKey: key, value: itemId(pilot, stepCode, 'candidates', texts.indexOf(String(value))) }]
    }
    if (field?.kind !== 'list' || !Array.isArray(value)) {
      return [{ stepCode, fieldKey: key, value: field?.kind === 'date' ? calendar.day(String(value)) : value }]
    }
    const items = value as Record<string, string | string[]>[]
    const ids = items.map((_, index) => itemId(pilot, stepCode, key, index))
    const dates = new Set(field.item?.filter(({ kind }) => kind === 'date').map((sub) => sub.key))
    return [
      { stepCode, fieldKey: key, value: ids },
      ...items.flatMap((item, index) =>
        Object.entries(item).map(([sub, given]) => ({
          stepCode,
          fieldKey: `${key}/${ids[index]}/${sub}`,
          value: dates.has(sub) ? calendar.day(String(given)) : given,
        })),
      ),
    ]
  })
}

const itemId = (pilot: DemoPilotData, stepCode: string, key: string, index: number): string =>
  idOf(`demo item ${pilot.name} ${stepCode} ${key} ${index}`).slice(0, 13)
