import type { Db } from '../../platform/tenant.ts'
import { announceChanges } from '../sharing/announce.ts'
import { overwriteEnterprises, writeLinks } from './apply-rows.ts'
import { linksOf } from './compare-rows.ts'
import type { Known } from './compare-rows.ts'
import type { Run } from './import-batch.ts'

const CHUNK = 500

/** Takes an import back, chunk by chunk: created enterprises go, changed ones become as before, touched ones stay. */
export async function undoRows({ tenant, batch: { partnerId, importId } }: Run): Promise<void> {
  for (let last: number | undefined = 0; last !== undefined;) {
    const after: number = last
    last = await tenant.write(async (db) => {
      const rows = await db.rows<Written>(
        `SELECT row_number AS "rowNumber", enterprise_id AS id, effect, before, written_at::text AS "writtenAt" FROM import_row
         WHERE partner_id = $1 AND import_id = $2 AND row_number > $3 AND written_at IS NOT NULL AND undo IS NULL
           AND effect IN ('create', 'update')
         ORDER BY row_number LIMIT ${CHUNK} FOR UPDATE`,
        [partnerId, importId, after],
      )
      if (rows.length > 0) await undoChunk(db, partnerId, importId, await whatWasTouched(db, partnerId, rows))
      return rows.at(-1)?.rowNumber
    })
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
  writtenAt: string
}

type Judged = Written & { untouched: boolean }

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

/** Which of these enterprises are as the import left them. */
async function whatWasTouched(db: Db, partnerId: string, rows: Written[]): Promise<Judged[]> {
  const ids = rows.map(({ id }) => id)
  // Locked first, so that nobody begins to work with one while it goes.
  await db.rows('SELECT FROM enterprise WHERE partner_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE', [
    partnerId,
    ids,
  ])
  const now = await db.rows<{ id: string; updatedAt: string; workedOn: boolean }>(
    `SELECT e.id, e.updated_at::text AS "updatedAt", ${WORKED_ON} AS "workedOn" FROM enterprise e
     WHERE e.partner_id = $1 AND e.id = ANY($2::uuid[])`,
    [partnerId, ids],
  )
  const states = new Map(now.map((state) => [state.id, state]))
  return rows.map((row) => {
    const state = states.get(row.id)
    const untouched = state?.updatedAt === row.writtenAt && (row.effect === 'update' || !state.workedOn)
    return { ...row, untouched }
  })
}

async function undoChunk(db: Db, partnerId: string, importId: string, rows: Judged[]): Promise<void> {
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
  const links = await linksOf(
    db,
    partnerId,
    restored.map(({ id }) => id),
  )
  const now = new Map(links.map((row) => [row.id, row]))
  await overwriteEnterprises(db, partnerId, restored)
  await writeLinks(
    db,
    partnerId,
    restored.filter(({ id, platform }) => now.get(id)?.platform !== platform),
    restored.filter(({ id, territory }) => now.get(id)?.territory !== territory),
    restored
      .filter(({ id, coachUserId }) => now.get(id)?.coachUserId !== coachUserId)
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
