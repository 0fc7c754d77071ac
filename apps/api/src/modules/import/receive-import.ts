import { LIMITS } from '@vises/schema/limits'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { fingerprintOf, suggestMapping } from './import-columns.ts'
import type { Mapping } from './import-columns.ts'
import type { TableRow } from './read-table.ts'
import { TableProblem } from '../../platform/workbook/table-problem.ts'

/** Takes in a file: its rows as they are, and what its columns most likely mean. Nothing is written of enterprises. */
export async function receiveImport(
  db: Db,
  actor: Actor,
  fileName: string,
  batches: AsyncIterable<TableRow[]>,
): Promise<string> {
  demand(actor, 'enterprise:import')
  const id = newId()
  const name = cleanText(fileName).replace(/[/\\]/g, ' ').slice(-LIMITS.fileName) || 'import'
  let headers: string[] | undefined
  let count = 0
  for await (const batch of batches) {
    const rows = headers ? batch : batch.slice(1)
    if (!headers) {
      if (!batch[0]) throw new TableProblem('EMPTY')
      headers = batch[0].cells
      await insertBatch(db, actor, id, name, headers)
    }
    count += rows.length
    await db.rows(
      `INSERT INTO import_row (partner_id, import_id, row_number, cells)
       SELECT $1, $2, r."rowNumber", r.cells FROM jsonb_to_recordset($3) AS r ("rowNumber" int, cells jsonb)`,
      [actor.partnerId, id, JSON.stringify(rows)],
    )
  }
  if (count === 0) throw new TableProblem('EMPTY')
  await db.rows('UPDATE import_batch SET row_count = $3 WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    id,
    count,
  ])
  await audit(db, actor, {
    action: 'import.received',
    objectType: 'import',
    objectId: id,
    objectName: name,
    new: { rows: count },
  })
  return id
}

/** The import itself, with the mapping chosen last time for these headers, else a suggestion. */
async function insertBatch(db: Db, actor: Actor, id: string, fileName: string, headers: string[]): Promise<void> {
  const fingerprint = fingerprintOf(headers)
  const remembered = await db.row<{ mapping: Mapping }>(
    'SELECT mapping FROM import_mapping WHERE partner_id = $1 AND fingerprint = $2',
    [actor.partnerId, fingerprint],
  )
  await db.rows(
    `INSERT INTO import_batch (partner_id, id, file_name, status, headers, fingerprint, mapping, row_count, author_user_id, author_name)
     VALUES ($1, $2, $3, 'mapping', $4, $5, $6, 0, $7, $8)`,
    [
      actor.partnerId,
      id,
      fileName,
      JSON.stringify(headers),
      fingerprint,
      JSON.stringify(remembered?.mapping ?? suggestMapping(headers)),
      actor.userId,
      actor.name,
    ],
  )
}
