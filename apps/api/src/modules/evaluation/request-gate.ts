import { enqueue } from '../../jobs/tasks.ts'
import { BadInput } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { announceChange } from '../sharing/announce.ts'
import { judgeGate } from './gate-criteria.ts'
import type { GateInput, GatePayload, GateProblem, RequestGateInput } from './gate.types.ts'
import { openJourney } from './journey.ts'
import type { Journey } from './journey.ts'
import { agreedGates } from './progress.ts'
import { sheetOf } from './question-sheet.ts'
import { answersOf } from './read-answers.ts'
import { evaluation } from './read-evaluation.ts'

/**
 * The enterprise decides at a gate and asks its coach to co-sign. To go on, each criterion that does not hold needs a
 * recorded exception; those that people judge may have one.
 */
export async function requestGate(db: Db, actor: Actor, input: RequestGateInput): Promise<GatePayload> {
  const journey = await openJourney(db, actor, 'gate:request', input.evaluationId)
  const exceptions = checkedExceptions(journey, input)
  const problem = reasonToRefuse(journey, input)
  if (problem) return { problem }
  const answers = await answersOf(db, actor, input.evaluationId, [...journey.method.steps.keys()])
  const unexplained = judgeGate(journey.method, journey.route, input.gate, answers)
    .filter(
      ({ criterion, holds }) => holds === false && !exceptions.some((exception) => exception.criterion === criterion),
    )
    .map(({ criterion }) => criterion)
  if (unexplained.length > 0 && GOES_ON.has(input.outcome)) return { problem: 'exceptionNeeded', unexplained }

  const id = newId()
  const { enterpriseId, name } = journey.enterprise
  await db.rows(
    `INSERT INTO gate_record (partner_id, id, enterprise_id, evaluation_id, gate, outcome, remarks, exceptions, snapshot, stop_reason,
       requested_by_user_id, requested_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      actor.partnerId,
      id,
      enterpriseId,
      input.evaluationId,
      input.gate,
      input.outcome,
      cleanText(input.remarks ?? '') || null,
      JSON.stringify(exceptions),
      JSON.stringify(sheetOf(journey.method, answers)),
      input.outcome === 'stop' ? input.stopReason : null,
      actor.userId,
      actor.name,
    ],
  )
  await db.rows('UPDATE evaluation SET last_activity_at = now() WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    input.evaluationId,
  ])
  await audit(db, actor, {
    action: 'gate.requested',
    objectType: 'gate',
    objectId: id,
    objectName: `${name} ${input.gate}`,
    enterpriseId,
    // The reasons are contents of the evaluation; the log is read by administrators too.
    new: { gate: input.gate, outcome: input.outcome, exceptions: exceptions.map(({ criterion }) => criterion) },
  })
  await announceChange(db, actor.partnerId, enterpriseId)
  await enqueue(db, 'mailGateRequested', { partnerId: actor.partnerId, userId: actor.userId, recordId: id })
  return { evaluation: await evaluation(db, actor, input.evaluationId) }
}

/** The enterprise takes its own request back, before the coach has signed. */
export async function withdrawGateRequest(db: Db, actor: Actor, input: GateInput): Promise<GatePayload> {
  const journey = await openJourney(db, actor, 'gate:request', input.evaluationId)
  const open = journey.gates.find(({ gate, isOpen }) => gate === input.gate && isOpen)
  if (!open) return { problem: 'notRequested' }
  await db.rows(
    'UPDATE gate_record SET returned_at = now(), returned_by_name = $3, withdrawn = true WHERE partner_id = $1 AND id = $2',
    [actor.partnerId, open.id, actor.name],
  )
  await audit(db, actor, {
    action: 'gate.withdrawn',
    objectType: 'gate',
    objectId: open.id,
    objectName: `${journey.enterprise.name} ${input.gate}`,
    enterpriseId: journey.enterprise.enterpriseId,
    old: { gate: input.gate, outcome: open.outcome },
  })
  return { evaluation: await evaluation(db, actor, input.evaluationId) }
}

// Outcomes by which a phase is left behind; the others work on, or end.
const GOES_ON = new Set(['pass', 'passWithRemarks', 'close', 'newCycle'])

function checkedExceptions({ method }: Journey, input: RequestGateInput): { criterion: string; reason: string }[] {
  const gate = method.gates.get(input.gate)
  if (!gate?.outcomes.some(({ code }) => code === input.outcome))
    throw new BadInput([{ field: 'outcome', code: 'unknown' }])
  if (input.outcome === 'stop' && !input.stopReason) throw new BadInput([{ field: 'stopReason', code: 'required' }])
  return input.exceptions.map(({ criterion, reason }, index) => {
    if (!gate.criteria.some(({ code }) => code === criterion))
      throw new BadInput([{ field: `exceptions.${index}.criterion`, code: 'unknown' }])
    const words = cleanText(reason)
    if (!words) throw new BadInput([{ field: `exceptions.${index}.reason`, code: 'empty' }])
    return { criterion, reason: words }
  })
}

function reasonToRefuse({ status, gates }: Journey, { gate }: RequestGateInput): GateProblem | undefined {
  if (status !== 'active') return 'notActive'
  if (gates.some((record) => record.gate === gate && record.isOpen)) return 'alreadyRequested'
  const agreed = agreedGates(gates)
  if (agreed.has(gate)) return 'alreadyAgreed'
  const before = ({ G1: undefined, G2: 'G1', G3: 'G2' } as const)[gate]
  return before && !agreed.has(before) ? 'previousGateOpen' : undefined
}
