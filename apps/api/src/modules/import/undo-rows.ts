import type { Db } from '../../platform/tenant.ts'
import { announceChanges } from '../sharing/announce.ts'
import { overwriteEnterprises, writeLinks } from './apply-rows.ts'
import { linksOf } from './compare-rows.ts'
import type { Known } from './compare-rows.ts'
import type { Run } from './import-batch.ts'

const CHUNK = 500

/** Takes an import back, chunk by chunk: created enterprises go, changed ones become as before, touched ones stay. */
export async function undoRows({ tenant, batch: { partnerId, importId } }: Run): Promise<void> {
  for (;;) {
    const count = await tenant.write(async (db) => {
      // The enterprise is locked, so that nobody starts to work with it while it goes.
      const rows = await db.rows<Written>(
        `SELECT r.row_number AS "rowNumber", r.enterprise_id AS id, r.effect, r.before,
           e.id IS NOT NULL AND e.updated_at = r.written_at AND (r.effect = 'update' OR NOT (${WORKED_ON})) AS untouched
         FROM import_row r LEFT JOIN enterprise e ON e.partner_id = $1 AND e.id = r.enterprise_id
         WHERE r.partner_id = $1 AND r.import_id = $2 AND r.written_at IS NOT NULL AND r.undo IS NULL AND r.effect IN ('create', 'update')
         ORDER BY r.row_number LIMIT ${CHUNK} FOR UPDATE OF r`,
        [partnerId, importId],
      )
      if (rows.length > 0) await undoChunk(db, partnerId, importId, rows)
      return rows.length
    })
    if (count === 0) break
  }
  await tenant.write((db) =>
    db.rows(
      `UPDATE import_batch SET status = 'undone', undone_at = now(), done_count = row_count,
         kept_count = (SELECT count(*) FROM import_row WHERE partner_id = $1 AND import_id = $2 AND undo = 'kept')
       WHERE partner_id = $1 AND id = $2 AND status = 'undoing'`,
      [partnerId, importId],
    ),
  )
}

interface Written {
  rowNumber: number
  id: string
  effect: 'create' | 'update'
  before: Known | null
  untouched: boolean
}

const WORKED_ON = [
  'evaluation',
  'membership',
  'invitation',
  'support_session',
  'reminder',
  'affiliation',
  'enterprise_transfer',
]
  .map((table) => `EXISTS (SELECT FROM ${table} x WHERE x.partner_id = $1 AND x.enterprise_id = e.id)`)
  .join(' OR ')

async function undoChunk(db: Db, partnerId: string, importId: string, rows: Written[]): Promise<void> {
  const removed = rows.filter(({ untouched, effect }) => untouched && effect === 'create').map(({ id }) => id)
  for (const table of ['participation', 'accompaniment', 'enterprise_territory']) {
    await db.rows(`DELETE FROM ${table} WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[])`, [
      partnerId,
      removed,
    ])
  }
  await db.rows('DELETE FROM enterprise WHERE partner_id = $1 AND id = ANY($2::uuid[])', [partnerId, removed])

  const restored = rows
    .filter(({ untouched, effect }) => untouched && effect === 'update')
    .map(({ id, before }) => ({ ...before!, id }))
  const now = await linksOf(
    db,
    partnerId,
    restored.map(({ id }) => id),
  )
  await overwriteEnterprises(db, partnerId, restored)
  await writeLinks(
    db,
    partnerId,
    restored.filter(({ id, platform }) => now(id).platform !== platform),
    restored.filter(({ id, territory }) => now(id).territory !== territory),
    restored
      .filter(({ id, coachUserId }) => now(id).coachUserId !== coachUserId)
      .map(({ id, coachUserId, coachName }) => ({
        id,
        coach: coachUserId ? { userId: coachUserId, name: coachName! } : null,
      })),
  )
  await announceChanges(db, partnerId, [...removed, ...restored.map(({ id }) => id)])
  await db.rows(
    `UPDATE import_row SET undo = CASE WHEN row_number = ANY($3::int[]) THEN CASE effect WHEN 'create' THEN 'removed' ELSE 'restored' END ELSE 'kept' END
     WHERE partner_id = $1 AND import_id = $2 AND row_number = ANY($4::int[])`,
    [
      partnerId,
      importId,
      rows.filter(({ untouched }) => untouched).map(({ rowNumber }) => rowNumber),
      rows.map(({ rowNumber }) => rowNumber),
    ],
  )
  await db.rows('UPDATE import_batch SET done_count = done_count + $3 WHERE partner_id = $1 AND id = $2', [
    partnerId,
    importId,
    rows.length,
  ])
}
