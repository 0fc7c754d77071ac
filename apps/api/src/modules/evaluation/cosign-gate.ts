import { enqueue } from '../../jobs/tasks.ts'
import { BadInput } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { announceChange } from '../sharing/announce.ts'
import { changeStatus } from './change-status.ts'
import type { GateInput, GatePayload, ReturnGateInput } from './gate.types.ts'
import { openJourney, saveProgress, setSteps } from './journey.ts'
import type { Journey } from './journey.ts'
import { evaluation } from './read-evaluation.ts'

/** The coach co-signs what the enterprise decided; from then on it counts. */
export async function cosignGate(db: Db, actor: Actor, input: GateInput): Promise<GatePayload> {
  const journey = await openJourney(db, actor, 'gate:cosign', input.evaluationId)
  if (journey.status !== 'active') return { problem: 'notActive' }
  const open = journey.gates.find(({ gate, isOpen }) => gate === input.gate && isOpen)
  if (!open) return { problem: 'notRequested' }
  const signed = await db.row<{ at: Date }>(
    'UPDATE gate_record SET cosigned_at = now(), cosigned_by_name = $3 WHERE partner_id = $1 AND id = $2 RETURNING cosigned_at AS at',
    [actor.partnerId, open.id, actor.name],
  )
  Object.assign(open, { cosignedAt: signed?.at ?? new Date(), isOpen: false })
  await audit(db, actor, {
    action: 'gate.cosigned',
    objectType: 'gate',
    objectId: open.id,
    objectName: `${journey.enterprise.name} ${input.gate}`,
    enterpriseId: journey.enterprise.enterpriseId,
    new: { gate: input.gate, outcome: open.outcome },
  })
  await takeEffect(db, actor, journey, open)
  await saveProgress(db, journey)
  await enqueue(db, 'mailGateSigned', { partnerId: actor.partnerId, userId: actor.userId, recordId: open.id })
  return { evaluation: await evaluation(db, actor, input.evaluationId) }
}

/** The coach hands a request back, saying what should come first. */
export async function returnGate(db: Db, actor: Actor, input: ReturnGateInput): Promise<GatePayload> {
  const journey = await openJourney(db, actor, 'gate:cosign', input.evaluationId)
  const reason = cleanText(input.reason)
  if (!reason) throw new BadInput([{ field: 'reason', code: 'empty' }])
  const open = journey.gates.find(({ gate, isOpen }) => gate === input.gate && isOpen)
  if (!open) return { problem: 'notRequested' }
  await db.rows(
    'UPDATE gate_record SET returned_at = now(), returned_by_name = $3, return_reason = $4 WHERE partner_id = $1 AND id = $2',
    [actor.partnerId, open.id, actor.name, reason],
  )
  await audit(db, actor, {
    action: 'gate.returned',
    objectType: 'gate',
    objectId: open.id,
    objectName: `${journey.enterprise.name} ${input.gate}`,
    enterpriseId: journey.enterprise.enterpriseId,
    new: { gate: input.gate, outcome: open.outcome },
  })
  await announceChange(db, actor.partnerId, journey.enterprise.enterpriseId)
  return { evaluation: await evaluation(db, actor, input.evaluationId) }
}

/** What an outcome sets in motion once both have signed. Going back keeps everything that was written. */
async function takeEffect(db: Db, actor: Actor, journey: Journey, record: Journey['gates'][number]): Promise<void> {
  switch (record.outcome) {
    case 'rework':
    case 'narrowQuestion':
      return reopen(db, actor, journey, journey.method.questionStep, record.outcome)
    case 'extend':
      return reopen(db, actor, journey, COLLECTION, record.outcome)
    case 'stop':
      return changeStatus(db, actor, journey, 'stopped', { reason: record.stopReason ?? 'other', note: null })
    case 'close':
    case 'reopenLater':
    case 'newCycle':
      return changeStatus(db, actor, journey, 'completed')
  }
}

/** The step in which data are collected, in every version so far. */
const COLLECTION = '2.7'

async function reopen(db: Db, actor: Actor, journey: Journey, stepCode: string, reason: string): Promise<void> {
  const screen = journey.method.steps.get(stepCode)?.screen[journey.route]
  const step = journey.method.routes[journey.route].find(({ code }) => code === screen)
  if (!step || journey.statuses[step.code] === 'doing') return
  await setSteps(db, actor, journey, [step.code, ...step.merged], { status: 'doing', kind: 'reopened', reason })
}
