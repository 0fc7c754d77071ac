import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { changeStatus } from './change-status.ts'
import { openJourney, saveProgress } from './journey.ts'
import type { Journey } from './journey.ts'
import type { EvaluationPayload } from './payloads.ts'
import { evaluation } from './read-evaluation.ts'

/**
 * Takes up an evaluation again: one that was paused, one that was stopped, or one that was completed with the wish to
 * reopen it later. Not while another evaluation of the enterprise is at work.
 */
export async function resumeEvaluation(db: Db, actor: Actor, evaluationId: string): Promise<EvaluationPayload> {
  const journey = await openJourney(db, actor, 'evaluation:stop', evaluationId)
  if (journey.status === 'active') return { evaluation: await evaluation(db, actor, evaluationId) }
  if (journey.status === 'completed' && !wantsToReopen(journey)) return { problem: 'alreadyEnded' }
  const ids = [actor.partnerId, journey.enterprise.enterpriseId]
  await db.rows('SELECT id FROM enterprise WHERE partner_id = $1 AND id = $2 FOR NO KEY UPDATE', ids)
  const other = await db.row(
    `SELECT id FROM evaluation WHERE partner_id = $1 AND enterprise_id = $2 AND id <> $3 AND status IN ('active', 'paused')`,
    [...ids, evaluationId],
  )
  if (other) return { problem: 'anotherIsActive' }
  await changeStatus(db, actor, journey, 'active')
  await db.rows(
    'UPDATE enterprise SET current_evaluation_id = $3, updated_at = now() WHERE partner_id = $1 AND id = $2',
    [...ids, evaluationId],
  )
  await saveProgress(db, journey)
  return { evaluation: await evaluation(db, actor, evaluationId) }
}

function wantsToReopen({ gates }: Journey): boolean {
  return gates.findLast(({ gate, cosignedAt }) => gate === 'G3' && cosignedAt)?.outcome === 'reopenLater'
}
