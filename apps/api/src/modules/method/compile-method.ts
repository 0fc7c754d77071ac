import type { FieldData, GateData, MethodVersionData, StepData } from './method-data.ts'

/** The two ways through the method: every step, or twelve screens. */
export const Route = { full: 'full', light: 'light' } as const
export type Route = keyof typeof Route

export type GateCode = GateData['code']

/** A step with what the software looks up about it. */
export interface MethodStep {
  code: string
  phase: 1 | 2 | 3
  data: StepData
  fields: Map<string, FieldData>
  /** The step on whose screen it stands, per route; undefined where the route leaves it out. */
  screen: Record<Route, string | undefined>
}

/** A screen of a route: a step, with the steps that are merged into it. */
export interface RouteStep {
  code: string
  phase: 1 | 2 | 3
  data: StepData
  /** Codes of the steps that this screen also holds; empty in the full route. */
  merged: string[]
  /** The fields that make the artefact of this screen complete. */
  expected: { stepCode: string; fieldKey: string }[]
}

/** A version of the method, ready to be asked. */
export interface Method {
  code: string
  data: MethodVersionData
  steps: Map<string, MethodStep>
  routes: Record<Route, RouteStep[]>
  gates: Map<string, GateData>
  /** The step that holds the evaluation question sheet. */
  questionStep: string
}

/** Builds the look-ups of a method version once. */
export function compileMethod(data: MethodVersionData): Method {
  const steps = new Map<string, MethodStep>()
  for (const phase of data.phases) {
    for (const step of phase.steps) {
      steps.set(step.code, {
        code: step.code,
        phase: phase.number,
        data: step,
        fields: new Map(step.fields.map((field) => [field.key, field])),
        screen: { full: step.code, light: undefined },
      })
    }
  }
  for (const step of steps.values()) step.screen.light = lightScreen(step, steps)
  return {
    code: data.code,
    data,
    steps,
    routes: { full: routeOf('full', steps), light: routeOf('light', steps) },
    gates: new Map(data.phases.map(({ gate }) => [gate.code, gate])),
    questionStep: [...steps.values()].find((step) => step.data.tool === 'question')?.code ?? '',
  }
}

function lightScreen(step: MethodStep, steps: Map<string, MethodStep>): string | undefined {
  const seen = new Set<string>()
  let here: MethodStep | undefined = step
  while (here && !seen.has(here.code)) {
    seen.add(here.code)
    if (here.data.light === 'own') return here.code
    if (here.data.light === 'leftOut') return undefined
    here = steps.get(here.data.light.mergedInto)
  }
  return undefined
}

function routeOf(route: Route, steps: Map<string, MethodStep>): RouteStep[] {
  const all = [...steps.values()]
  return all
    .filter((step) => step.screen[route] === step.code)
    .map((step) => {
      const parts = all.filter((part) => part.screen[route] === step.code)
      return {
        code: step.code,
        phase: step.phase,
        data: step.data,
        merged: parts.filter((part) => part !== step).map(({ code }) => code),
        expected: parts.flatMap((part) =>
          part.data.fields
            .filter(({ expected }) => expected)
            .map(({ key }) => ({ stepCode: part.code, fieldKey: key })),
        ),
      }
    })
}

/** The field behind a key: a field of the step, or `<list>/<item id>/<field>` for a field of a list's item. */
export function fieldOf(step: MethodStep, fieldKey: string): FieldData | undefined {
  const [key = '', itemId, subKey, ...rest] = fieldKey.split('/')
  const field = step.fields.get(key)
  if (itemId === undefined) return field
  if (!field?.item || !isItemId(itemId) || subKey === undefined || rest.length > 0) return undefined
  return field.item.find((sub) => sub.key === subKey)
}

/** Identifiers of list items are made by the apps: a UUID or a short one. */
export const isItemId = (text: unknown): text is string =>
  typeof text === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(text)
