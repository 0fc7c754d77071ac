import { enqueue } from '../../jobs/tasks.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { waveById } from './read-waves.ts'
import { demandAndLockWave } from './subject.ts'
import { statusOf } from './wave-window.ts'
import { WaveProblem } from './wave-payload.ts'
import type { WavePayload } from './wave-payload.ts'
import { MailingKind, WaveStatus } from './wave.types.ts'

const LONGEST_MESSAGE = 2000

/** Mails the personal link to everybody on the list who has not got it yet. */
export const sendInvitations = (db: Db, actor: Actor, waveId: string, message?: string | null): Promise<WavePayload> =>
  send(db, actor, waveId, MailingKind.invitation, message)

/** Mails once more to those through whose link no answer came. Nobody sees who they are. */
export const sendReminders = (db: Db, actor: Actor, waveId: string, message?: string | null): Promise<WavePayload> =>
  send(db, actor, waveId, MailingKind.reminder, message)

async function send(
  db: Db,
  actor: Actor,
  waveId: string,
  kind: MailingKind,
  message: string | null | undefined,
): Promise<WavePayload> {
  const wave = await demandAndLockWave(db, actor, 'collection:write', waveId)
  const params = [actor.partnerId, wave.enterpriseId, waveId]
  const problem = await reasonNotToSend(db, params, kind, statusOf(wave, new Date()))
  if (problem) return { problem }
  const id = newId()
  await db.rows(
    `INSERT INTO wave_mailing (partner_id, enterprise_id, wave_id, id, kind, message, by_name) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [...params, id, kind, cleanText(message ?? '').slice(0, LONGEST_MESSAGE) || null, actor.name],
  )
  await enqueue(db, 'mailWave', { partnerId: actor.partnerId, mailingId: id })
  await audit(db, actor, {
    action: kind === MailingKind.invitation ? 'invitations.sent' : 'reminders.sent',
    objectType: 'wave',
    objectId: waveId,
    objectName: wave.title,
    enterpriseId: wave.enterpriseId,
  })
  return { wave: await waveById(db, actor.partnerId, wave.enterpriseId, waveId) }
}

/** Whom a round of mails goes to, as a condition on `invitee i` and the bit of its link. */
export const TO_MAIL: Record<MailingKind, string> = {
  invitation: 'NOT i.mailed AND NOT i.unsubscribed AND get_bit(s.spent, l.position) = 0',
  reminder: 'i.mailed AND NOT i.unsubscribed AND get_bit(s.spent, l.position) = 0',
}

/** Invitees with their links and bits. */
export const INVITEES = `
  invitee i JOIN collection_link l ON l.partner_id = i.partner_id AND l.id = i.link_id AND l.revoked_at IS NULL
  JOIN wave_spent s ON s.partner_id = i.partner_id AND s.enterprise_id = i.enterprise_id AND s.wave_id = i.wave_id`

async function reasonNotToSend(
  db: Db,
  params: unknown[],
  kind: MailingKind,
  status: WaveStatus,
): Promise<WaveProblem | undefined> {
  if (status !== WaveStatus.open) return WaveProblem.NOT_OPEN
  const row = (await db.row<{ most: number; reminders: number; underWay: boolean; today: boolean; somebody: boolean }>(
    `SELECT w.most_reminders AS most,
       (SELECT count(*)::int FROM wave_mailing m
         WHERE m.partner_id = $1 AND m.enterprise_id = $2 AND m.wave_id = $3 AND m.kind = 'reminder') AS reminders,
       EXISTS (SELECT FROM wave_mailing m
         WHERE m.partner_id = $1 AND m.enterprise_id = $2 AND m.wave_id = $3 AND NOT m.finished) AS "underWay",
       EXISTS (SELECT FROM wave_mailing m
         WHERE m.partner_id = $1 AND m.enterprise_id = $2 AND m.wave_id = $3 AND m.sent_on >= current_date) AS today,
       EXISTS (SELECT FROM ${INVITEES}
         WHERE i.partner_id = $1 AND i.enterprise_id = $2 AND i.wave_id = $3 AND ${TO_MAIL[kind]}) AS somebody
     FROM wave w WHERE w.partner_id = $1 AND w.enterprise_id = $2 AND w.id = $3`,
    params,
  ))!
  if (row.underWay) return WaveProblem.TOO_SOON
  if (kind === MailingKind.reminder) {
    if (row.reminders >= row.most) return WaveProblem.NO_REMINDER_LEFT
    if (row.today) return WaveProblem.TOO_SOON
  }
  return row.somebody ? undefined : WaveProblem.NOBODY_TO_MAIL
}
