import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { waveById } from './read-waves.ts'
import { demandForWave } from './subject.ts'
import type { WavePayload } from './wave-payload.ts'

/** Ends a link, or all links made together, from this moment on. */
export async function revokeLink(db: Db, actor: Actor, waveId: string, linkId: string): Promise<WavePayload> {
  const wave = await demandForWave(db, actor, 'collection:write', waveId)
  if (!isId(linkId)) throw new NotFound()
  const links = await db.rows<{ label: string }>(
    `UPDATE collection_link SET revoked_at = coalesce(revoked_at, now())
     WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND (batch_id = $4 OR id = $4) RETURNING label`,
    [actor.partnerId, wave.enterpriseId, waveId, linkId],
  )
  if (links.length === 0) throw new NotFound()
  await audit(db, actor, {
    action: 'link.revoked',
    objectType: 'wave',
    objectId: waveId,
    objectName: wave.title,
    enterpriseId: wave.enterpriseId,
    old: { label: links[0]!.label, links: links.length },
  })
  return { wave: await waveById(db, actor.partnerId, wave.enterpriseId, waveId) }
}
