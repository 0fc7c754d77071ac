import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { waveById } from './read-waves.ts'
import { demandAndLockWave } from './subject.ts'
import type { WavePayload } from './wave-payload.ts'

/** Lets the coach read single answers of a wave, or no longer: for the one who decides on sharing. */
export async function allowCoach(db: Db, actor: Actor, waveId: string, allowed: boolean): Promise<WavePayload> {
  const wave = await demandAndLockWave(db, actor, 'sharing:choose', waveId)
  await db.rows('UPDATE wave SET coach_reads_responses = $3 WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    waveId,
    allowed,
  ])
  await audit(db, actor, {
    action: allowed ? 'wave.coachAllowed' : 'wave.coachDisallowed',
    objectType: 'wave',
    objectId: waveId,
    objectName: wave.title,
    enterpriseId: wave.enterpriseId,
  })
  return { wave: await waveById(db, actor.partnerId, wave.enterpriseId, waveId) }
}
