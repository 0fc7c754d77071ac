import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import type { StoredAnswers } from './question-sheet.ts'

/** The answers of some steps of an evaluation; the caller has shown that the actor may read them. */
export async function answersOf(
  db: Db,
  actor: Actor,
  evaluationId: string,
  stepCodes: string[],
): Promise<StoredAnswers> {
  return db.rows(
    `SELECT step_code AS "stepCode", field_key AS "fieldKey", value FROM answer
     WHERE partner_id = $1 AND evaluation_id = $2 AND step_code = ANY($3)`,
    [actor.partnerId, evaluationId, stepCodes],
  )
}
