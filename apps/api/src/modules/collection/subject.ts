import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { Action } from '../access/rules.ts'
import type { EnterpriseSubject } from '../enterprise/subject.ts'
import type { WaveWindow } from './wave-window.ts'

/** A wave as far as the rules need to know it. */
export interface WaveSubject extends EnterpriseSubject, WaveWindow {
  waveId: string
  title: string
  questionnaireId: string
  version: number
  languages: string[]
  quota: number | null
  granted: boolean
}

const SUBJECT = `
  SELECT w.id AS "waveId", w.title, w.questionnaire_id AS "questionnaireId", v.number AS version, w.languages, w.quota,
    w.opened_at AS "openedAt", w.closed_at AS "closedAt", w.opens_on::text AS "opensOn", w.closes_on::text AS "closesOn",
    w.time_zone AS "timeZone", w.coach_reads_responses AS granted,
    e.id AS "enterpriseId", e.name, a.coach_user_id AS "coachUserId", a.coach_name AS "coachName"
  FROM wave w JOIN questionnaire_version v ON v.partner_id = w.partner_id AND v.id = w.version_id
  JOIN enterprise e ON e.partner_id = w.partner_id AND e.id = w.enterprise_id
  LEFT JOIN accompaniment a ON a.partner_id = e.partner_id AND a.enterprise_id = e.id AND a.ends_on IS NULL
  WHERE w.partner_id = $1 AND w.id = $2`

/**
 * The wave, once the actor has shown that they may do this to it.
 * @throws NotFound when it is absent, of another partner, or not the actor's to touch
 */
export async function demandForWave(db: Db, actor: Actor, action: Action, waveId: string): Promise<WaveSubject> {
  demand(actor, action)
  if (!isId(waveId)) throw new NotFound()
  const subject = await db.row<WaveSubject>(SUBJECT, [actor.partnerId, waveId])
  if (!subject) throw new NotFound()
  demand(actor, action, subject)
  return subject
}

/** The same, and whoever else wants to change the wave waits until this unit is over. */
export async function demandAndLockWave(db: Db, actor: Actor, action: Action, waveId: string): Promise<WaveSubject> {
  await demandForWave(db, actor, action, waveId)
  await db.rows('SELECT id FROM wave WHERE partner_id = $1 AND id = $2 FOR UPDATE', [actor.partnerId, waveId])
  return demandForWave(db, actor, action, waveId)
}
