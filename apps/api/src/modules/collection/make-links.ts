import { hashToken } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { linkToken, newNonce } from './link-token.ts'
import type { WaveSubject } from './subject.ts'
import { LinkKind } from './wave.types.ts'

/** Most links of a wave that work once. */
export const MOST_LINKS = 50_000

/** What links made together have in common. */
export interface LinkSheet {
  kind: LinkKind
  batchId?: string
  groupId: string | null
  label: string
  language: string | null
  quota?: number | null
}

/** Makes links that were not there before; the caller holds the lock on the wave. Answers their identifiers. */
export async function makeLinks(
  db: Db,
  wave: WaveSubject & { partnerId: string },
  secret: string,
  sheets: LinkSheet[],
): Promise<string[]> {
  const once = sheets.filter(({ kind }) => kind !== LinkKind.open).length
  let position = once === 0 ? 0 : await growBits(db, wave, once)
  const batchId = newId()
  const rows = sheets.map((sheet) => {
    const nonce = newNonce()
    return {
      id: newId(),
      batchId,
      ...sheet,
      nonce,
      hash: hashToken(linkToken(secret, nonce)),
      position: sheet.kind === LinkKind.open ? null : position++,
    }
  })
  await db.rows(
    `INSERT INTO collection_link (partner_id, id, enterprise_id, wave_id, batch_id, group_id, kind, label, language, nonce,
       token_hash, position, quota)
     SELECT $1, r.id, $2, $3, r."batchId", r."groupId", r.kind, r.label, r.language, r.nonce, r.hash, r.position, r.quota
     FROM jsonb_to_recordset($4) AS r (id uuid, "batchId" uuid, "groupId" uuid, kind text, label text, language text,
       nonce text, hash text, position int, quota int)`,
    [wave.partnerId, wave.enterpriseId, wave.waveId, JSON.stringify(rows)],
  )
  return rows.map(({ id }) => id)
}

/** Makes room for the bits of new links; answers the first free place. */
async function growBits(
  db: Db,
  { partnerId, enterpriseId, waveId }: WaveSubject & { partnerId: string },
  more: number,
) {
  const row = await db.row<{ length: number }>(
    `UPDATE wave_spent SET spent = spent || repeat('0', $4)::varbit WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3
     RETURNING length(spent) AS length`,
    [partnerId, enterpriseId, waveId, more],
  )
  return row!.length - more
}

/** How many links of a wave work once. */
export async function linksOnce(
  db: Db,
  { partnerId, enterpriseId, waveId }: WaveSubject & { partnerId: string },
): Promise<number> {
  const row = await db.row<{ length: number }>(
    'SELECT length(spent) AS length FROM wave_spent WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3',
    [partnerId, enterpriseId, waveId],
  )
  return row?.length ?? 0
}

/** @throws NotFound when a group is named that is not of this wave */
export async function demandGroup(
  db: Db,
  { partnerId, enterpriseId, waveId }: WaveSubject & { partnerId: string },
  groupId: string | null | undefined,
): Promise<void> {
  if (!groupId) return
  const group =
    isId(groupId) &&
    (await db.row(
      'SELECT id FROM respondent_group WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND id = $4',
      [partnerId, enterpriseId, waveId, groupId],
    ))
  if (!group) throw new NotFound()
}
