import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor, Subject } from '../access/actor.ts'
import type { Action } from '../access/rules.ts'

/** A record as far as the rules need to know it. */
export interface RecordSubject extends Subject {
  recordId: string
  title: string
}

const SUBJECT = `
  SELECT r.id AS "recordId", r.title, r.enterprise_id AS "enterpriseId", a.coach_user_id AS "coachUserId"
  FROM field_record r
  LEFT JOIN accompaniment a ON a.partner_id = r.partner_id AND a.enterprise_id = r.enterprise_id AND a.ends_on IS NULL`

/**
 * The record, once the actor has shown that they may do this to it.
 * @throws NotFound when it is absent, of another partner, or not the actor's to touch
 */
export async function demandForRecord(db: Db, actor: Actor, action: Action, recordId: string): Promise<RecordSubject> {
  return demandFound(db, actor, action, recordId, `${SUBJECT} WHERE r.partner_id = $1 AND r.id = $2`)
}

/** The same, by one of its excerpts. */
export async function demandForExcerpt(db: Db, actor: Actor, action: Action, id: string): Promise<RecordSubject> {
  return demandFound(
    db,
    actor,
    action,
    id,
    `${SUBJECT} JOIN excerpt x ON x.partner_id = r.partner_id AND x.record_id = r.id WHERE r.partner_id = $1 AND x.id = $2`,
  )
}

/** The same, by a code of the enterprise. */
export async function demandForCode(db: Db, actor: Actor, action: Action, id: string): Promise<Subject> {
  return demandFound(
    db,
    actor,
    action,
    id,
    `SELECT c.enterprise_id AS "enterpriseId", a.coach_user_id AS "coachUserId" FROM field_code c
     LEFT JOIN accompaniment a ON a.partner_id = c.partner_id AND a.enterprise_id = c.enterprise_id AND a.ends_on IS NULL
     WHERE c.partner_id = $1 AND c.id = $2`,
  )
}

async function demandFound<T extends Subject>(
  db: Db,
  actor: Actor,
  action: Action,
  id: string,
  sql: string,
): Promise<T> {
  demand(actor, action)
  if (!isId(id)) throw new NotFound()
  const subject = await db.row<T>(sql, [actor.partnerId, id])
  if (!subject) throw new NotFound()
  demand(actor, action, subject)
  return subject
}
