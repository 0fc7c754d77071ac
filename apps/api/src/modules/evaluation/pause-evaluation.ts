import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { changeStatus } from './change-status.ts'
import { openJourney } from './journey.ts'
import type { EvaluationPayload } from './payloads.ts'
import { evaluation } from './read-evaluation.ts'

/** Lets an evaluation rest: nobody is reminded, answers can still be saved. */
export async function pauseEvaluation(db: Db, actor: Actor, evaluationId: string): Promise<EvaluationPayload> {
  const journey = await openJourney(db, actor, 'evaluation:stop', evaluationId)
  if (journey.status === 'stopped' || journey.status === 'completed') return { problem: 'notActive' }
  if (journey.status === 'active') await changeStatus(db, actor, journey, 'paused')
  return { evaluation: await evaluation(db, actor, evaluationId) }
}
