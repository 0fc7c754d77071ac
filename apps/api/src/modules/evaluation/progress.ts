import type { GateCode, Method, Route } from '../method/compile-method.ts'

export const StepStatus = { todo: 'todo', doing: 'doing', done: 'done', skipped: 'skipped' } as const
export type StepStatus = keyof typeof StepStatus

/** A gate as far as progress needs to know it: a record of what was asked and signed. */
export interface SignedGate {
  gate: GateCode
  outcome: string
  /** When the coach co-signed; empty while it is open, returned or withdrawn. */
  cosignedAt?: string | Date | null
}

/** Where an evaluation stands on its route. */
export interface Progress {
  done: number
  total: number
  phase: 1 | 2 | 3
  /** Code of the step at work, or of the gate when its phase has no open step left. */
  currentStep: string
  /** What follows the current step; null at the end. */
  nextStep: string | null
}

/**
 * The one formula of progress. Everything that counts is a step of the route or one of the three gates:
 *
 *     done  = steps of the route that are done or skipped + agreed gates
 *     total = steps of the route + 3
 *
 * The phase is the first one whose gate is not agreed. The current step is, in that phase, the first step at work, else
 * the first step to do, else the gate. What is merged into a screen, or left out by the route, does not count by itself:
 * 25 steps + 3 gates in the full route, 12 + 3 in the light one.
 */
export function progressOf(
  method: Method,
  route: Route,
  statuses: Readonly<Record<string, StepStatus | undefined>>,
  gates: readonly SignedGate[],
): Progress {
  const steps = method.routes[route]
  const isOpen = (code: string) => statuses[code] !== 'done' && statuses[code] !== 'skipped'
  const agreed = agreedGates(gates)
  const done = steps.filter(({ code }) => !isOpen(code)).length + agreed.size
  const total = steps.length + 3
  if (agreed.has('G3')) return { done, total, phase: 3, currentStep: 'G3', nextStep: null }
  const phase = PHASES.find((number) => !agreed.has(`G${number}`)) ?? 3
  const open = steps.filter((step) => step.phase === phase && isOpen(step.code)).map(({ code }) => code)
  const currentStep = open.find((code) => statuses[code] === 'doing') ?? open[0] ?? `G${phase}`
  const at = open.indexOf(currentStep)
  const later = steps.find((step) => step.phase > phase && isOpen(step.code))?.code
  const following = at < 0 ? [later] : [...open.slice(at + 1), ...open.slice(0, at), `G${phase}`]
  return { done, total, phase, currentStep, nextStep: following[0] ?? null }
}

const PHASES = [1, 2, 3] as const

// A gate that is passed counts as agreed; narrowing the question takes the agreement on the question back.
const AGREES = new Set(['pass', 'passWithRemarks', 'close', 'newCycle'])

/** The gates that stand agreed, from the co-signed records in the order of their signatures. */
export function agreedGates(gates: readonly SignedGate[]): Set<GateCode> {
  const agreed = new Set<GateCode>()
  for (const { gate, outcome } of signedInOrder(gates)) {
    if (AGREES.has(outcome)) agreed.add(gate)
    else agreed.delete(gate)
    if (outcome === 'narrowQuestion') agreed.delete('G1')
  }
  return agreed
}

function signedInOrder(gates: readonly SignedGate[]): SignedGate[] {
  const time = ({ cosignedAt }: SignedGate) => new Date(cosignedAt ?? 0).getTime()
  return gates.filter(({ cosignedAt }) => cosignedAt).sort((a, b) => time(a) - time(b))
}

/** The share done, in whole percent, rounded down: 100 means that nothing is left. */
export const percentOf = (done: number, total: number): number => (total > 0 ? Math.floor((100 * done) / total) : 0)
