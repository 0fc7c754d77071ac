import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { announceChange } from '../sharing/announce.ts'
import type { EvaluationStatus, StopReason } from './evaluation.types.ts'
import type { Journey } from './journey.ts'

/** Gives an opened evaluation another status, told to the audit log and to those who follow progress. */
export async function changeStatus(
  db: Db,
  actor: Actor,
  journey: Journey,
  status: EvaluationStatus,
  stop: { reason: StopReason; note: string | null } | null = null,
): Promise<void> {
  await db.rows(
    `UPDATE evaluation SET status = $3, stop_reason = $4, stop_note = $5, last_activity_at = now(),
       ended_on = CASE WHEN $3 IN ('stopped', 'completed') THEN (now() AT TIME ZONE 'UTC')::date END
     WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, journey.evaluationId, status, stop?.reason ?? null, stop?.note ?? null],
  )
  await audit(db, actor, {
    action: `evaluation.${VERBS[status]}`,
    objectType: 'evaluation',
    objectId: journey.evaluationId,
    objectName: journey.enterprise.name,
    enterpriseId: journey.enterprise.enterpriseId,
    old: { status: journey.status, stopReason: journey.stopReason, stopNote: journey.stopNote },
    new: { status, stopReason: stop?.reason ?? null, stopNote: stop?.note ?? null },
  })
  await announceChange(db, actor.partnerId, journey.enterprise.enterpriseId)
  journey.status = status
}

const VERBS: Record<EvaluationStatus, string> = {
  active: 'resumed',
  paused: 'paused',
  stopped: 'stopped',
  completed: 'completed',
}
