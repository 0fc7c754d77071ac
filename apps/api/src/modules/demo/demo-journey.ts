import type { Method, RouteStep } from '../method/compile-method.ts'
import { progressOf } from '../evaluation/progress.ts'
import type { SignedGate, StepStatus } from '../evaluation/progress.ts'
import { dice, momentOf } from './demo-calendar.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { languageOf } from './demo-cast.ts'
import type { DemoPilotData, WorkedEnterpriseData } from './demo-data.ts'

/** A step of a pilot as it stands, with the days on which it was begun and closed. */
export interface DemoStep {
  code: string
  status: Exclude<StepStatus, 'todo'>
  skipReason: string | null
  begunOn: string
  closedOn: string | null
}

/** An agreed gate of a pilot. */
export interface DemoGate {
  gate: 'G1' | 'G2' | 'G3'
  outcome: string
  on: string
  remarks: string | null
}

/** The whole way of a pilot up to its present. */
export interface DemoJourney {
  startedOn: string
  plannedEndOn: string
  endedOn: string | null
  lastActivityOn: string
  stepChangedOn: string
  steps: DemoStep[]
  gates: DemoGate[]
  progress: ReturnType<typeof progressOf>
}

const GATES = ['G1', 'G2', 'G3'] as const

// Days after which the software asks what holds an evaluation up, per phase: the demo must not trip over them by chance.
const STALL_DAYS = { 1: 45, 2: 60, 3: 45 } as const

const SKIPPABLE: Record<string, { fr: string; nl: string }> = {
  '1.2': {
    fr: 'Le groupe existant du conseil suffit pour nous',
    nl: 'De bestaande werkgroep van het bestuur volstaat voor ons',
  },
  '1.4': { fr: 'La fédération a déjà fait ce portrait du territoire', nl: 'De federatie maakte dit gebiedsbeeld al' },
  '2.6': {
    fr: 'Questionnaire déjà éprouvé les années précédentes',
    nl: 'Vragenlijst is de voorbije jaren al uitgetest',
  },
  '3.1': { fr: 'Données déjà prêtes à la fin de la récolte', nl: 'Gegevens waren na de verzameling al klaar' },
}

/** Works out the days, steps and gates of a pilot from where it is said to stand. */
export function journeyOf(pilot: DemoPilotData, method: Method, calendar: DemoCalendar): DemoJourney {
  const roll = dice(`journey ${pilot.name}`)
  const isWorked = 'steps' in pilot
  const steps = method.routes[pilot.route]
  const at = pilot.at
  const closed = at === 'closed'
  const phase = at === 'closed' ? 3 : at.phase
  const quiet = Math.max(pilot.quietDays, 1)
  const extra = roll(4)
  const limit = STALL_DAYS[phase]
  const lastActivityOn = calendar.before(quiet)
  const stepChangedOn = calendar.before(closed || (quiet <= limit && quiet + extra >= limit) ? quiet : quiet + extra)
  const startedOn = calendar.day(pilot.startedOn)

  const passed =
    at === 'closed'
      ? steps
      : steps.slice(
          0,
          steps.findIndex(({ code }) => code === at.step),
        )
  const current = at === 'closed' ? undefined : steps.find(({ code }) => code === at.step)
  const gates = gatesOf(pilot, passed, closed ? 3 : phase - 1, [startedOn, stepChangedOn], calendar, roll)
  const closedOn = daysOf(passed, gates, [startedOn, stepChangedOn], calendar)
  const done = passed.map((step, index): DemoStep => {
    const reason =
      isWorked || pilot.route === 'light' || roll(4) > 0 ? undefined : SKIPPABLE[step.code]?.[languageOf(pilot)]
    const begunOn = index === 0 ? startedOn : closedOn[index - 1]!
    return {
      code: step.code,
      status: reason ? 'skipped' : 'done',
      skipReason: reason ?? null,
      begunOn,
      closedOn: closedOn[index]!,
    }
  })
  const doing: DemoStep[] = current
    ? [{ code: current.code, status: 'doing', skipReason: null, begunOn: stepChangedOn, closedOn: null }]
    : []
  const all = [...done, ...doing]
  const signed: SignedGate[] = gates.map(({ gate, outcome, on }) => ({ gate, outcome, cosignedAt: momentOf(on, 300) }))
  return {
    startedOn,
    plannedEndOn: plannedEndOf(pilot, startedOn, calendar, roll),
    endedOn: closed ? lastActivityOn : null,
    lastActivityOn,
    stepChangedOn,
    steps: all,
    gates,
    progress: progressOf(
      method,
      pilot.route,
      Object.fromEntries(all.map(({ code, status }) => [code, status])),
      signed,
    ),
  }
}

function gatesOf(
  pilot: DemoPilotData,
  passed: RouteStep[],
  count: number,
  [from, to]: [string, string],
  calendar: DemoCalendar,
  roll: (below: number) => number,
): DemoGate[] {
  if ('gates' in pilot) {
    const told = (pilot as WorkedEnterpriseData).gates
    return told.map(({ gate, outcome, on, remarks }) => ({
      gate,
      outcome,
      on: calendar.day(on),
      remarks: remarks ?? null,
    }))
  }
  return GATES.slice(0, count).map((gate, index) => {
    const before = passed.filter((step) => step.phase <= index + 1).length
    const outcome = gate === 'G3' ? 'close' : gate === 'G1' && roll(5) === 0 ? 'passWithRemarks' : 'pass'
    const remarks = outcome === 'passWithRemarks' ? REMARK[languageOf(pilot)] : null
    return { gate, outcome, on: calendar.between(from, to, before / passed.length), remarks }
  })
}

const REMARK = {
  fr: 'Préciser la période avec le groupe avant de construire les outils.',
  nl: 'De periode met de groep preciseren voor de instrumenten gemaakt worden.',
}

/** The day on which each passed step was closed: evenly between the gates around it. */
function daysOf(
  passed: RouteStep[],
  gates: DemoGate[],
  [from, to]: [string, string],
  calendar: DemoCalendar,
): string[] {
  return passed.map((step) => {
    const ofPhase = passed.filter(({ phase }) => phase === step.phase)
    const start = step.phase === 1 ? from : (gates[step.phase - 2]?.on ?? from)
    const end = gates[step.phase - 1]?.on ?? to
    return calendar.between(start, end, (ofPhase.indexOf(step) + 1) / ofPhase.length)
  })
}

function plannedEndOf(
  pilot: DemoPilotData,
  startedOn: string,
  calendar: DemoCalendar,
  roll: (below: number) => number,
): string {
  const usual = calendar.plus(startedOn, pilot.route === 'light' ? 365 : 460)
  if (pilot.at === 'closed') return usual
  // One of the worked enterprises and a few others ran over; the rest agreed on a later end in time.
  if ('steps' in pilot || (pilot.quietDays < 30 && roll(12) === 0))
    return usual < calendar.today ? usual : calendar.before(3)
  const later = calendar.before(-(120 + roll(90)))
  return usual > later ? usual : later
}
