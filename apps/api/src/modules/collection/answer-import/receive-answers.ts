import { LIMITS } from '@vises/schema/limits'
import { newId } from '../../../platform/id.ts'
import type { Db } from '../../../platform/tenant.ts'
import { TableProblem } from '../../../platform/workbook/table-problem.ts'
import type { Actor } from '../../access/actor.ts'
import { audit } from '../../access/audit.ts'
import { cleanText } from '../../enterprise/plain-text.ts'
import type { TableRow } from '../../import/read-table.ts'
import { compiledVersion } from '../compiled-version.ts'
import { demandForWave } from '../subject.ts'
import { suggestMapping, targetsOf } from './import-targets.ts'

/** Takes in a file of answers: its rows as they are, and what its columns most likely mean. No answer is written. */
export async function receiveAnswers(
  db: Db,
  actor: Actor,
  waveId: string,
  fileName: string,
  batches: AsyncIterable<TableRow[]>,
): Promise<string> {
  const wave = await demandForWave(db, actor, 'collection:write', waveId)
  const compiled = await compiledVersion(db, { partnerId: actor.partnerId, ...wave })
  const id = newId()
  const name = cleanText(fileName).replace(/[/\\]/g, ' ').slice(-LIMITS.fileName) || 'import'
  let headers: string[] | undefined
  let count = 0
  for await (const batch of batches) {
    const rows = headers ? batch : batch.slice(1)
    if (!headers) {
      if (!batch[0]) throw new TableProblem('EMPTY')
      headers = batch[0].cells
      await db.rows(
        `INSERT INTO answer_import (partner_id, id, enterprise_id, wave_id, file_name, headers, mapping, row_count, author_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)`,
        [
          actor.partnerId,
          id,
          wave.enterpriseId,
          waveId,
          name,
          JSON.stringify(headers),
          JSON.stringify(suggestMapping(headers, targetsOf(compiled!.questionnaire))),
          actor.name,
        ],
      )
    }
    count += rows.length
    await db.rows(
      `INSERT INTO answer_import_row (partner_id, import_id, enterprise_id, row_number, cells)
       SELECT $1, $2, $3, r."rowNumber", r.cells FROM jsonb_to_recordset($4) AS r ("rowNumber" int, cells jsonb)`,
      [actor.partnerId, id, wave.enterpriseId, JSON.stringify(rows)],
    )
  }
  if (count === 0) throw new TableProblem('EMPTY')
  await db.rows('UPDATE answer_import SET row_count = $3 WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    id,
    count,
  ])
  await audit(db, actor, {
    action: 'answerImport.received',
    objectType: 'wave',
    objectId: waveId,
    objectName: wave.title,
    enterpriseId: wave.enterpriseId,
    new: { file: name, rows: count },
  })
  return id
}
