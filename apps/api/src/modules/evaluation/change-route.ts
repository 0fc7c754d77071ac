import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import type { Route } from '../method/compile-method.ts'
import { openJourney, saveProgress } from './journey.ts'
import type { EvaluationPayload } from './payloads.ts'
import { evaluation } from './read-evaluation.ts'

/** Goes on by the full or the light route. Answers and the status of every step are kept, whichever way one changes. */
export async function changeRoute(
  db: Db,
  actor: Actor,
  evaluationId: string,
  route: Route,
): Promise<EvaluationPayload> {
  const journey = await openJourney(db, actor, 'evaluation:start', evaluationId)
  if (journey.status !== 'active' && journey.status !== 'paused') return { problem: 'notActive' }
  if (route !== journey.route) {
    await db.rows('UPDATE evaluation SET route = $3 WHERE partner_id = $1 AND id = $2', [
      actor.partnerId,
      evaluationId,
      route,
    ])
    await audit(db, actor, {
      action: 'evaluation.routeChanged',
      objectType: 'evaluation',
      objectId: evaluationId,
      objectName: journey.enterprise.name,
      enterpriseId: journey.enterprise.enterpriseId,
      old: { route: journey.route },
      new: { route },
    })
    await saveProgress(db, { ...journey, route })
  }
  return { evaluation: await evaluation(db, actor, evaluationId) }
}
