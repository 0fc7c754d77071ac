import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'
import { methodOf } from '../method/method.ts'
import type { Gate, GateRecord } from './evaluation.types.ts'
import { judgeGate } from './gate-criteria.ts'
import type { GateCriteria, GateHistoryEntry } from './gate.types.ts'
import { sheetOf } from './question-sheet.ts'
import type { SheetContent } from './question-sheet.ts'
import { answersOf } from './read-answers.ts'
import { evaluation } from './read-evaluation.ts'

/** What holds at a gate and what is missing, with the fields to go to. */
export async function gateCriteria(db: Db, actor: Actor, evaluationId: string, gate: Gate): Promise<GateCriteria> {
  const subject = await demandForEvaluation(db, actor, 'evaluation:read', evaluationId)
  const method = await methodOf(db, subject.methodCode)
  if (!method) throw new NotFound()
  const answers = await answersOf(db, actor, evaluationId, [...method.steps.keys()])
  const { gates, steps } = await evaluation(db, actor, evaluationId)
  const here = gates.find((one) => one.gate === gate)
  const asked = here?.state === 'open' && here.record ? await snapshotOf(db, actor, here.record.id) : undefined
  return {
    gate,
    state: here?.state ?? 'notYet',
    record: here?.record,
    criteria: judgeGate(method, subject.route, gate, answers),
    openSteps: steps.filter((step) => `G${step.phase}` === gate && (step.status === 'todo' || step.status === 'doing'))
      .length,
    changedSinceRequest: asked !== undefined && !sameSheet(asked, sheetOf(method, answers)),
  }
}

/** Every record of the gates of an evaluation, newest first, with the question as it stood: its version history. */
export async function gateHistory(db: Db, actor: Actor, evaluationId: string): Promise<GateHistoryEntry[]> {
  await demandForEvaluation(db, actor, 'evaluation:read', evaluationId)
  const rows = await db.rows<GateRecord & { snapshot: SheetContent }>(
    `SELECT id, gate, outcome, remarks, exceptions, stop_reason AS "stopReason", requested_by_name AS "requestedByName",
       requested_at AS "requestedAt", cosigned_by_name AS "cosignedByName", cosigned_at AS "cosignedAt", returned_at AS "returnedAt",
       returned_by_name AS "returnedByName", return_reason AS "returnReason", withdrawn, snapshot
     FROM gate_record WHERE partner_id = $1 AND evaluation_id = $2 ORDER BY requested_at DESC, id DESC LIMIT 100`,
    [actor.partnerId, evaluationId],
  )
  return rows.map(({ snapshot, ...record }) => ({ record, sheet: snapshot }))
}

async function snapshotOf(db: Db, actor: Actor, recordId: string): Promise<SheetContent | undefined> {
  const row = await db.row<{ snapshot: SheetContent }>(
    'SELECT snapshot FROM gate_record WHERE partner_id = $1 AND id = $2',
    [actor.partnerId, recordId],
  )
  return row?.snapshot
}

// Key by key: jsonb gives keys back in an order of its own.
function sameSheet(one: SheetContent, other: SheetContent): boolean {
  return (Object.keys(other) as (keyof SheetContent)[]).every((key) => flat(one[key]) === flat(other[key]))
}

const flat = (value: unknown): string =>
  Array.isArray(value) && typeof value[0] === 'object'
    ? JSON.stringify(value.map((item: object) => Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))))
    : JSON.stringify(value)
