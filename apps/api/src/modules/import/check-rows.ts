import { changedFields, knownEnterprises, rowKey } from './compare-rows.ts'
import type { Run } from './import-batch.ts'
import type { Fault } from './read-imports.ts'
import { rowReader } from './read-row.ts'
import type { ImportRecord } from './read-row.ts'

const CHUNK = 1000

interface Checked {
  row_number: number
  effect: 'create' | 'update' | 'unchanged' | 'faulty'
  faults: Fault[]
  record: ImportRecord
  enterprise_id: string | null
}

/** The dry run: reads every row, says what it would do or what is wrong, and writes nothing else. */
export async function checkRows({ tenant, batch, lookups }: Run): Promise<void> {
  const read = rowReader(batch.mapping, batch.defaults, lookups)
  const firstRowOf = new Map<string, number>()
  const counts = { create: 0, update: 0, unchanged: 0, faulty: 0 }
  let last = 0
  let done = 0
  for (;;) {
    const more = await tenant.write(async (db) => {
      const rows = await db.rows<{ rowNumber: number; cells: string[] }>(
        `SELECT row_number AS "rowNumber", cells FROM import_row
         WHERE partner_id = $1 AND import_id = $2 AND row_number > $3 ORDER BY row_number LIMIT ${CHUNK}`,
        [batch.partnerId, batch.importId, last],
      )
      if (rows.length === 0) return false
      const understood = rows.map(({ rowNumber, cells }) => ({ rowNumber, ...read(cells) }))
      const known = await knownEnterprises(
        db,
        batch.partnerId,
        understood.map(({ record }) => record),
      )
      const checked = understood.map(({ rowNumber, record, faults }): Checked => {
        const matches = known(record)
        const found = [...faults]
        if (matches.length > 1) found.push({ field: 'name', code: 'ambiguousEnterprise' })
        // Two rows of one enterprise: by the same key, or one by its number and the other by its name. A row that is left
        // out for another fault does not stand in the way of a sound one.
        const keys = [rowKey(record), ...matches.map(({ id }) => id)]
        const first = keys.map((key) => firstRowOf.get(key)).find((row) => row !== undefined)
        if (first !== undefined && found.length === 0) {
          found.push({ field: record.identifier ? 'identifier' : 'name', code: 'duplicateInFile', firstRow: first })
        }
        if (found.length === 0) for (const key of keys) firstRowOf.set(key, rowNumber)
        const match = matches[0]
        const effect = found.length
          ? 'faulty'
          : !match
            ? 'create'
            : changedFields(record, match).length
              ? 'update'
              : 'unchanged'
        counts[effect]++
        return {
          row_number: rowNumber,
          effect,
          faults: found,
          record,
          enterprise_id: found.length ? null : (match?.id ?? null),
        }
      })
      await db.rows(
        `UPDATE import_row r SET effect = c.effect, faults = c.faults, record = c.record, enterprise_id = c.enterprise_id
         FROM jsonb_to_recordset($3) AS c (row_number int, effect text, faults jsonb, record jsonb, enterprise_id uuid)
         WHERE r.partner_id = $1 AND r.import_id = $2 AND r.row_number = ANY($4::int[]) AND r.row_number = c.row_number`,
        [batch.partnerId, batch.importId, JSON.stringify(checked), rows.map(({ rowNumber }) => rowNumber)],
      )
      done += rows.length
      last = rows.at(-1)!.rowNumber
      await db.rows('UPDATE import_batch SET done_count = $3 WHERE partner_id = $1 AND id = $2', [
        batch.partnerId,
        batch.importId,
        done,
      ])
      return true
    })
    if (!more) break
  }
  await tenant.write((db) =>
    db.rows(
      `UPDATE import_batch SET status = 'checked', created_count = $3, updated_count = $4, unchanged_count = $5, faulty_count = $6
       WHERE partner_id = $1 AND id = $2 AND status = 'checking'`,
      [batch.partnerId, batch.importId, counts.create, counts.update, counts.unchanged, counts.faulty],
    ),
  )
}
