import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor, Subject } from '../access/actor.ts'
import type { Action } from '../access/rules.ts'

/** An enterprise as far as the rules need to know it: who it is and who accompanies it today. */
export interface EnterpriseSubject extends Subject {
  enterpriseId: string
  name: string
  coachUserId: string | null
  coachName: string | null
}

const SUBJECT = `
  SELECT e.id AS "enterpriseId", e.name, a.coach_user_id AS "coachUserId", a.coach_name AS "coachName"
  FROM enterprise e LEFT JOIN accompaniment a ON a.partner_id = e.partner_id AND a.enterprise_id = e.id AND a.ends_on IS NULL`

/**
 * The enterprise, once the actor has shown that they may do this to it.
 * @throws NotFound when it is absent, of another partner, or not the actor's to touch
 */
export async function demandForEnterprise(
  db: Db,
  actor: Actor,
  action: Action,
  enterpriseId: string,
): Promise<EnterpriseSubject> {
  demand(actor, action)
  if (!isId(enterpriseId)) throw new NotFound()
  const subject = await db.row<EnterpriseSubject>(`${SUBJECT} WHERE e.partner_id = $1 AND e.id = $2`, [
    actor.partnerId,
    enterpriseId,
  ])
  if (!subject) throw new NotFound()
  demand(actor, action, subject)
  return subject
}

/** The same, by one of the enterprise's evaluations. */
export async function demandForEvaluation(
  db: Db,
  actor: Actor,
  action: Action,
  evaluationId: string,
): Promise<
  EnterpriseSubject & {
    evaluationId: string
    methodCode: string
    route: 'full' | 'light'
    status: string
    sharing: string
  }
> {
  demand(actor, action)
  if (!isId(evaluationId)) throw new NotFound()
  const subject = await db.row<
    EnterpriseSubject & {
      evaluationId: string
      methodCode: string
      route: 'full' | 'light'
      status: string
      sharing: string
    }
  >(
    `SELECT v.id AS "evaluationId", v.method_code AS "methodCode", v.route, v.status, v.sharing,
       e.id AS "enterpriseId", e.name, a.coach_user_id AS "coachUserId", a.coach_name AS "coachName"
     FROM evaluation v JOIN enterprise e ON e.partner_id = v.partner_id AND e.id = v.enterprise_id
     LEFT JOIN accompaniment a ON a.partner_id = e.partner_id AND a.enterprise_id = e.id AND a.ends_on IS NULL
     WHERE v.partner_id = $1 AND v.id = $2`,
    [actor.partnerId, evaluationId],
  )
  if (!subject) throw new NotFound()
  demand(actor, action, subject)
  return subject
}
