import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { waveById } from './read-waves.ts'
import { demandAndLockWave } from './subject.ts'
import { dayIn } from './wave-window.ts'
import { WaveProblem } from './wave-payload.ts'
import type { WavePayload } from './wave-payload.ts'

type Step = 'opened' | 'closed' | 'reopened'

const DEEDS: Record<Step, string> = {
  opened: 'opened_at = coalesce(opened_at, now()), closed_at = NULL',
  closed: 'closed_at = coalesce(closed_at, now())',
  reopened: 'opened_at = coalesce(opened_at, now()), closed_at = NULL',
}

/** Lets a wave take answers, from its first day on. */
export const openWave = (db: Db, actor: Actor, waveId: string): Promise<WavePayload> =>
  step(db, actor, waveId, 'opened')

/** Ends a wave by hand. Who is halfway can still send for a quarter of an hour. */
export const closeWave = (db: Db, actor: Actor, waveId: string): Promise<WavePayload> =>
  step(db, actor, waveId, 'closed')

/** Lets a closed wave take answers again. */
export const reopenWave = (db: Db, actor: Actor, waveId: string): Promise<WavePayload> =>
  step(db, actor, waveId, 'reopened')

async function step(db: Db, actor: Actor, waveId: string, deed: Step): Promise<WavePayload> {
  const { enterpriseId, title, closesOn, timeZone } = await demandAndLockWave(db, actor, 'collection:write', waveId)
  if (deed !== 'closed' && closesOn && closesOn < dayIn(timeZone, new Date()))
    return { problem: WaveProblem.LAST_DAY_OVER }
  await db.rows(`UPDATE wave SET ${DEEDS[deed]} WHERE partner_id = $1 AND id = $2`, [actor.partnerId, waveId])
  await audit(db, actor, {
    action: `wave.${deed}`,
    objectType: 'wave',
    objectId: waveId,
    objectName: title,
    enterpriseId,
  })
  return { wave: await waveById(db, actor.partnerId, enterpriseId, waveId) }
}
