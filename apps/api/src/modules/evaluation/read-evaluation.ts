import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { allowedActions, demand, may } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { Method, Route, RouteStep } from '../method/compile-method.ts'
import { methodOf } from '../method/method.ts'
import type {
  Evaluation,
  EvaluationGate,
  EvaluationStatus,
  EvaluationStep,
  Gate,
  GateRecord,
  Sharing,
  Side,
  StopReason,
} from './evaluation.types.ts'
import { agreedGates, percentOf, progressOf } from './progress.ts'
import type { StepStatus } from './progress.ts'

/** One evaluation with its steps and gates: progress for those who may see it, contents for those who may read them. */
export async function evaluation(db: Db, actor: Actor, evaluationId: string): Promise<Evaluation> {
  demand(actor, 'evaluation:readProgress')
  if (!isId(evaluationId)) throw new NotFound()
  const row = await db.row<EvaluationRow>(`${EVALUATION} WHERE v.partner_id = $1 AND v.id = $2`, [
    actor.partnerId,
    evaluationId,
  ])
  if (!row) throw new NotFound()
  demand(actor, 'evaluation:readProgress', row)
  return toEvaluation(db, actor, row)
}

/** The current evaluation of the enterprise the person acts for; null for others, and before the first one starts. */
export async function myEvaluation(db: Db, actor: Actor): Promise<Evaluation | null> {
  demand(actor, 'evaluation:readProgress')
  if (!actor.enterpriseId) return null
  const row = await db.row<EvaluationRow>(
    `${EVALUATION} WHERE e.partner_id = $1 AND e.id = $2 AND v.id = e.current_evaluation_id`,
    [actor.partnerId, actor.enterpriseId],
  )
  return row ? toEvaluation(db, actor, row) : null
}

interface StateRow {
  status: StepStatus
  reason: string | null
  by: string
  at: string
}

interface EvaluationRow {
  id: string
  enterpriseId: string
  enterpriseName: string
  coachUserId: string | null
  coachName: string | null
  isCurrent: boolean
  methodCode: string
  route: Route
  status: EvaluationStatus
  stopReason: StopReason | null
  stopNote: string | null
  startedOn: string
  plannedEndOn: string
  endedOn: string | null
  daysLeft: number | null
  phase: number
  currentStep: string
  stepsDone: number
  stepsTotal: number
  stallReason: string | null
  sharing: Sharing
  lastActivityAt: Date
  states: Record<string, StateRow> | null
  answered: Record<string, string[]> | null
  comments: Record<string, number> | null
  gates: GateRecord[] | null
}

// Steps, gates and counts come back inside the row: one statement, whatever the page shows.
const EVALUATION = `
  SELECT v.id, v.enterprise_id AS "enterpriseId", e.name AS "enterpriseName",
    a.coach_user_id AS "coachUserId", a.coach_name AS "coachName", e.current_evaluation_id = v.id AS "isCurrent",
    v.method_code AS "methodCode", v.route, v.status, v.stop_reason AS "stopReason", v.stop_note AS "stopNote",
    v.started_on::text AS "startedOn", v.planned_end_on::text AS "plannedEndOn", v.ended_on::text AS "endedOn",
    CASE WHEN v.status IN ('active', 'paused') THEN v.planned_end_on - (now() AT TIME ZONE 'UTC')::date END AS "daysLeft",
    v.phase, v.current_step AS "currentStep", v.steps_done AS "stepsDone", v.steps_total AS "stepsTotal",
    CASE WHEN v.status = 'active' THEN stall_reason(v.status, v.phase, v.current_step, v.step_changed_at, v.last_activity_at, v.planned_end_on,
      v.steps_done, v.steps_total, now()) END AS "stallReason",
    v.sharing, v.last_activity_at AS "lastActivityAt",
    (SELECT json_object_agg(s.step_code, json_build_object('status', s.status, 'reason', s.skip_reason, 'by', s.changed_by_name,
        'at', s.changed_at))
      FROM step_state s WHERE s.partner_id = $1 AND s.evaluation_id = v.id) AS states,
    (SELECT json_object_agg(f.step_code, f.keys) FROM (
        SELECT n.step_code, json_agg(n.field_key) AS keys FROM answer n
        WHERE n.partner_id = $1 AND n.evaluation_id = v.id AND strpos(n.field_key, '/') = 0
          AND n.value NOT IN ('null', '""', '[]') GROUP BY n.step_code) f) AS answered,
    (SELECT json_object_agg(o.step_code, o.open) FROM (
        SELECT c.step_code, count(*) AS open FROM step_comment c
        WHERE c.partner_id = $1 AND c.evaluation_id = v.id AND c.resolved_at IS NULL GROUP BY c.step_code) o) AS comments,
    (SELECT json_agg(json_build_object('id', g.id, 'gate', g.gate, 'outcome', g.outcome, 'remarks', g.remarks,
        'exceptions', g.exceptions, 'stopReason', g.stop_reason, 'requestedByName', g.requested_by_name,
        'requestedAt', g.requested_at, 'cosignedByName', g.cosigned_by_name, 'cosignedAt', g.cosigned_at,
        'returnedAt', g.returned_at, 'returnedByName', g.returned_by_name, 'returnReason', g.return_reason,
        'withdrawn', g.withdrawn) ORDER BY g.requested_at, g.id)
      FROM gate_record g WHERE g.partner_id = $1 AND g.evaluation_id = v.id) AS gates
  FROM evaluation v JOIN enterprise e ON e.partner_id = v.partner_id AND e.id = v.enterprise_id
  LEFT JOIN accompaniment a ON a.partner_id = v.partner_id AND a.enterprise_id = v.enterprise_id AND a.ends_on IS NULL`

async function toEvaluation(db: Db, actor: Actor, row: EvaluationRow): Promise<Evaluation> {
  const method = await methodOf(db, row.methodCode)
  if (!method) throw new Error(`The method ${row.methodCode} is missing.`)
  // Progress readers learn where an evaluation stands, not what is written in it.
  const reads = may(actor, 'evaluation:read', row)
  const records = row.gates ?? []
  const gates = gatesOf(records, reads)
  const statuses = Object.fromEntries(Object.entries(row.states ?? {}).map(([code, state]) => [code, state.status]))
  const { states: _states, answered: _answered, comments: _comments, stepsDone, stepsTotal, isCurrent, ...kept } = row
  return {
    ...kept,
    stopNote: reads ? row.stopNote : null,
    progress: { done: stepsDone, total: stepsTotal, percent: percentOf(stepsDone, stepsTotal) },
    nextStep: progressOf(method, row.route, statuses, records).nextStep,
    whoActs: row.status === 'active' ? whoActs(method, row.currentStep, gates) : [],
    nextCycleOffered:
      row.status === 'completed' &&
      isCurrent &&
      records.some((record) => record.cosignedAt && record.outcome === 'newCycle'),
    can: allowedActions(actor, row).filter((action) => /^(evaluation|gate|sharing):/.test(action)),
    steps: method.routes[row.route].map((step) => toStep(step, row, reads)),
    gates,
  }
}

function toStep(step: RouteStep, row: EvaluationRow, reads: boolean): EvaluationStep {
  const state = row.states?.[step.code]
  const answered = step.expected.filter(({ stepCode, fieldKey }) => row.answered?.[stepCode]?.includes(fieldKey)).length
  const comments = [step.code, ...step.merged].reduce((sum, code) => sum + (row.comments?.[code] ?? 0), 0)
  return {
    code: step.code,
    phase: step.phase,
    status: state?.status ?? 'todo',
    skipReason: reads ? state?.reason : null,
    changedByName: reads ? state?.by : null,
    changedAt: state?.at,
    answeredFields: answered,
    expectedFields: step.expected.length,
    openComments: reads ? comments : null,
    mergedSteps: step.merged,
  }
}

function gatesOf(records: GateRecord[], reads: boolean): EvaluationGate[] {
  const agreed = agreedGates(records)
  return (['G1', 'G2', 'G3'] as const).map((gate) => {
    const record = records.findLast((one) => one.gate === gate)
    return { gate, state: stateOf(record, agreed), record: record && (reads ? record : outline(record)) }
  })
}

function stateOf(record: GateRecord | undefined, agreed: Set<Gate>): EvaluationGate['state'] {
  if (!record) return 'notYet'
  if (!record.cosignedAt && !record.returnedAt) return 'open'
  if (agreed.has(record.gate)) return 'agreed'
  return record.returnedAt && !record.withdrawn ? 'returned' : 'notYet'
}

const outline = (record: GateRecord): GateRecord => ({ ...record, remarks: null, exceptions: [], returnReason: null })

/** Who leads the current step; at a gate the enterprise asks, then the coach signs. */
function whoActs(method: Method, currentStep: string, gates: EvaluationGate[]): Side[] {
  const gate = gates.find((one) => one.gate === currentStep)
  if (gate) return gate.state === 'open' ? ['coach'] : gate.state === 'agreed' ? [] : ['enterprise']
  const leads = method.steps.get(currentStep)?.data.leads ?? []
  const sides: Side[] = []
  if (leads.some((role) => role === 'manager' || role === 'contributor' || role === 'coConstructionGroup'))
    sides.push('enterprise')
  if (leads.includes('coach')) sides.push('coach')
  return sides.length > 0 ? sides : ['enterprise']
}
