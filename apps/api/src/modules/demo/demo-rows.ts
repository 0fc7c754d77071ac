import { idOf } from '../../platform/id.ts'
import { sheetOf } from '../evaluation/question-sheet.ts'
import type { Method } from '../method/compile-method.ts'
import { partnerId } from '../programme/load-reference.ts'
import { answersOf } from './demo-answers.ts'
import { dice, momentOf } from './demo-calendar.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { languageOf } from './demo-cast.ts'
import type { DemoPerson, PilotCast } from './demo-cast.ts'
import { collectionRows } from './demo-collection.ts'
import { COMMENTS, SESSIONS } from './demo-phrases.ts'
import { journeyOf } from './demo-journey.ts'
import type { DemoPilotData, WorkedEnterpriseData } from './demo-data.ts'

/** Rows to insert, by table. */
export type TableRows = Record<string, Record<string, unknown>[]>

/** Identifier of a demo enterprise; the same in every installation. */
export const demoEnterpriseId = (pilot: DemoPilotData): string => idOf(`demo enterprise ${pilot.name}`)

/** All rows of one pilot. */
export function rowsOf(pilot: DemoPilotData, cast: PilotCast, method: Method, calendar: DemoCalendar): TableRows {
  const worked = 'steps' in pilot ? (pilot as WorkedEnterpriseData) : undefined
  const language = languageOf(pilot)
  const roll = dice(`rows ${pilot.name}`)
  const journey = journeyOf(pilot, method, calendar)
  const answers = answersOf(pilot, method, calendar)
  const partner_id = partnerId(pilot.partner)
  const enterprise_id = demoEnterpriseId(pilot)
  const evaluation_id = idOf(`demo evaluation ${pilot.name}`)
  const id = (part: string) => idOf(`demo ${part} ${pilot.name}`)
  const own = { partner_id, enterprise_id }
  const inIt = { ...own, evaluation_id }
  const stepDay = new Map(journey.steps.map((step) => [step.code, step.closedOn ?? journey.lastActivityOn]))
  const dayOf = (stepCode: string) =>
    stepDay.get(method.steps.get(stepCode)?.screen[pilot.route] ?? stepCode) ?? journey.lastActivityOn
  const author = ({ userId, name }: DemoPerson) => ({ author_user_id: userId, author_name: name })
  const writer = cast.contributor

  return {
    enterprise: [
      {
        partner_id,
        id: enterprise_id,
        name: pilot.name,
        country: pilot.territory === 'FR' ? 'FR' : 'BE',
        legal_form: pilot.legalForm,
        identifier: pilot.identifier,
        nace: pilot.nace,
        size_band: pilot.sizeBand,
        city: pilot.city,
        website: pilot.website ?? null,
        description: worked?.description[language] ?? null,
        recruitment: 'started',
        current_evaluation_id: evaluation_id,
        is_demo: true,
        created_at: momentOf(calendar.plus(journey.startedOn, -20)),
        updated_at: momentOf(journey.startedOn),
      },
    ],
    evaluation: [
      {
        partner_id,
        id: evaluation_id,
        enterprise_id,
        method_code: method.code,
        route: pilot.route,
        status: journey.endedOn ? 'completed' : 'active',
        started_on: journey.startedOn,
        planned_end_on: journey.plannedEndOn,
        ended_on: journey.endedOn,
        sharing: pilot.sharing,
        phase: journey.progress.phase,
        current_step: journey.progress.currentStep,
        steps_done: journey.progress.done,
        steps_total: journey.progress.total,
        step_changed_at: momentOf(journey.stepChangedOn),
        last_activity_at: momentOf(journey.lastActivityOn),
        created_at: momentOf(journey.startedOn),
      },
    ],
    membership: [
      membership(pilot, cast.manager, 'manager', journey.startedOn),
      ...(worked ? [membership(pilot, cast.contributor, 'contributor', journey.startedOn)] : []),
    ],
    accompaniment: [
      {
        ...own,
        id: id('accompaniment'),
        coach_user_id: cast.coach.userId,
        coach_name: cast.coach.name,
        starts_on: journey.startedOn,
      },
    ],
    participation: [{ ...own, id: id('participation'), platform_code: pilot.platform, starts_on: journey.startedOn }],
    affiliation: affiliationOf(pilot)
      ? [
          {
            ...own,
            id: id('affiliation'),
            federation_id: partnerId(affiliationOf(pilot)!),
            starts_on: journey.startedOn,
          },
        ]
      : [],
    enterprise_territory: [{ ...own, territory_code: pilot.seat, link: 'seat' }],
    step_state: journey.steps.map((step) => ({
      ...inIt,
      step_code: step.code,
      status: step.status,
      skip_reason: step.skipReason,
      changed_by_name: writer.name,
      changed_at: momentOf(step.closedOn ?? step.begunOn, 60),
    })),
    step_event: journey.steps.flatMap((step) => [
      {
        ...inIt,
        id: id(`step ${step.code} begun`),
        step_code: step.code,
        kind: 'started',
        reason: null,
        ...author(writer),
        at: momentOf(step.begunOn, 60),
      },
      ...(step.closedOn
        ? [
            {
              ...inIt,
              id: id(`step ${step.code} closed`),
              step_code: step.code,
              kind: step.status,
              reason: step.skipReason,
              ...author(writer),
              at: momentOf(step.closedOn, 61),
            },
          ]
        : []),
    ]),
    answer: answers.map(({ stepCode, fieldKey, value }) => ({
      ...inIt,
      step_code: stepCode,
      field_key: fieldKey,
      value,
      revision: 1,
      ...author(writer),
      saved_at: momentOf(dayOf(stepCode), 30),
    })),
    answer_revision: answers.map(({ stepCode, fieldKey, value }) => ({
      ...inIt,
      step_code: stepCode,
      field_key: fieldKey,
      value,
      revision: 1,
      operation_id: id(`answer ${stepCode} ${fieldKey}`),
      ...author(writer),
      saved_at: momentOf(dayOf(stepCode), 30),
    })),
    gate_record: journey.gates.map(({ gate, outcome, on, remarks }) => ({
      ...inIt,
      id: id(`gate ${gate}`),
      gate,
      outcome,
      remarks,
      exceptions: [],
      snapshot: sheetOf(method, answers),
      requested_by_user_id: cast.manager.userId,
      requested_by_name: cast.manager.name,
      requested_at: momentOf(on, 120),
      cosigned_by_name: cast.coach.name,
      cosigned_at: momentOf(on, 300),
      withdrawn: false,
    })),
    step_comment: worked
      ? worked.comments.map((comment, index) => {
          const by = cast[comment.by]
          const open = pilot.at !== 'closed' && index === worked.comments.length - 1
          const at = calendar.day(comment.on)
          return {
            ...inIt,
            id: id(`comment ${index}`),
            step_code: comment.step,
            ...author(by),
            author_role: comment.by,
            body: comment.text,
            created_at: momentOf(at, 90 + index),
            resolved_at: open ? null : momentOf(calendar.plus(at, 1), 90),
            resolved_by_name: open ? null : cast.manager.name,
          }
        })
      : commentOf(pilot, roll, journey.progress.currentStep, method).map((body) => ({
          ...inIt,
          id: id('comment'),
          step_code: journey.progress.currentStep,
          ...author(cast.coach),
          author_role: 'coach',
          body,
          created_at: momentOf(journey.lastActivityOn),
          resolved_at: null,
          resolved_by_name: null,
        })),
    support_session: (worked
      ? worked.sessions.map((session) => ({ ...session, heldOn: calendar.day(session.heldOn) }))
      : sessionsOf(language, roll, journey.startedOn, journey.lastActivityOn, calendar)
    ).map((session, index) => ({
      ...own,
      id: id(`session ${index}`),
      held_on: session.heldOn,
      minutes: session.minutes,
      notes: session.notes,
      next_actions: session.nextActions,
      ...author(cast.coach),
      created_at: momentOf(session.heldOn, 200),
      updated_at: momentOf(session.heldOn, 200),
    })),
    ...(worked && collectionRows(worked, own, evaluation_id, writer, calendar)),
  }
}

/** The membership of a person in a pilot's team. */
export function membership(
  pilot: DemoPilotData,
  person: DemoPerson,
  role: 'manager' | 'contributor',
  since: string,
): Record<string, unknown> {
  return {
    partner_id: partnerId(pilot.partner),
    id: idOf(`demo membership ${role} ${pilot.name} ${person.name}`),
    user_id: person.userId,
    role,
    enterprise_id: demoEnterpriseId(pilot),
    person_name: person.name,
    person_email: person.email,
    created_at: momentOf(since),
  }
}

/** Some enterprises belong to a second federation. */
function affiliationOf(pilot: DemoPilotData): string | undefined {
  if (dice(`affiliation ${pilot.name}`)(4) > 0) return undefined
  const second = pilot.territory === 'FR' ? 'cress' : pilot.territory === 'VL' ? 'sif' : 'saw-b'
  return second === pilot.partner ? undefined : second
}

function commentOf(pilot: DemoPilotData, roll: (below: number) => number, step: string, method: Method): string[] {
  if (pilot.at === 'closed' || !method.steps.has(step) || roll(3) > 0) return []
  const phrases = COMMENTS[languageOf(pilot)]
  return [phrases[roll(phrases.length)]!]
}

function sessionsOf(
  language: 'fr' | 'nl',
  roll: (below: number) => number,
  from: string,
  to: string,
  calendar: DemoCalendar,
) {
  const count = 2 + roll(3)
  return Array.from({ length: count }, (_, index) => ({
    ...SESSIONS[language][Math.min(index, SESSIONS[language].length - 1)]!,
    heldOn: calendar.between(from, to, index / count),
    minutes: [60, 90, 120][roll(3)]!,
  }))
}
