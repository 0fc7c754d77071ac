import type { Texts } from '@vises/questionnaire/model.ts'
import { fromCursor, pageOf } from '../../../platform/connection.ts'
import type { PageArgs } from '../../../platform/connection.ts'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/id.ts'
import type { Db } from '../../../platform/tenant.ts'
import { demand } from '../../access/actor.ts'
import type { Actor } from '../../access/actor.ts'
import { compiledVersion } from '../compiled-version.ts'
import { demandForWave } from '../subject.ts'
import type { AnswerImport, AnswerImportRow, AnswerImportRowPage } from './answer-import.types.ts'
import { targetsOf } from './import-targets.ts'
import type { AnswerMapping } from './import-targets.ts'

type Row = Omit<AnswerImport, 'columns' | 'targets'> & {
  headers: string[]
  mapping: AnswerMapping
  sample: string[][]
}

const IMPORT = `
  SELECT i.id, i.wave_id AS "waveId", i.file_name AS "fileName", i.status, i.headers, i.mapping, i.row_count AS "rowCount",
    i.faulty_count AS "faultyCount", i.done_count AS "doneCount", i.problem, i.author_name AS "authorName",
    i.created_at AS "createdAt",
    ARRAY(SELECT r.cells FROM answer_import_row r WHERE r.partner_id = $1 AND r.import_id = i.id ORDER BY r.row_number LIMIT 3) AS sample
  FROM answer_import i WHERE i.partner_id = $1`

/** One file of answers. @throws NotFound */
export async function answerImport(db: Db, actor: Actor, importId: string): Promise<AnswerImport> {
  const { waveId } = await demandForImport(db, actor, importId)
  const row = await db.row<Row>(`${IMPORT} AND i.id = $2`, [actor.partnerId, importId])
  if (!row) throw new NotFound()
  return (await whole(db, actor, waveId, [row]))[0]!
}

/** The files of answers of a wave, newest first. */
export async function answerImports(db: Db, actor: Actor, waveId: string): Promise<AnswerImport[]> {
  const { enterpriseId } = await demandForWave(db, actor, 'collection:write', waveId)
  const rows = await db.rows<Row>(
    `${IMPORT} AND i.enterprise_id = $2 AND i.wave_id = $3 ORDER BY i.created_at DESC, i.id LIMIT 100`,
    [actor.partnerId, enterpriseId, waveId],
  )
  return whole(db, actor, waveId, rows)
}

/** The wave of an import, once the actor has shown that they may work on it. @throws NotFound */
export async function demandForImport(db: Db, actor: Actor, importId: string) {
  demand(actor, 'collection:write')
  const row = isId(importId)
    ? await db.row<{ waveId: string }>(
        'SELECT wave_id AS "waveId" FROM answer_import WHERE partner_id = $1 AND id = $2',
        [actor.partnerId, importId],
      )
    : undefined
  if (!row) throw new NotFound()
  return demandForWave(db, actor, 'collection:write', row.waveId)
}

async function whole(db: Db, actor: Actor, waveId: string, rows: Row[]): Promise<AnswerImport[]> {
  if (rows.length === 0) return []
  const wave = await demandForWave(db, actor, 'collection:write', waveId)
  const compiled = await compiledVersion(db, { partnerId: actor.partnerId, ...wave })
  const targets = targetsOf(compiled!.questionnaire).map(({ name, label, partLabel }) => ({
    name,
    label,
    partLabel: (partLabel as Texts | undefined) ?? null,
  }))
  return rows.map(({ headers, mapping, sample, ...row }) => ({
    ...row,
    targets,
    columns: headers.map((header, place) => ({
      header,
      target: mapping[place] ?? null,
      sample: sample.map((cells) => (cells[place] ?? '').slice(0, 100)),
    })),
  }))
}

/** The rows of a file that cannot be taken, with what is wrong in which column. */
export async function answerImportFaults(
  db: Db,
  actor: Actor,
  importId: string,
  { first, after }: PageArgs,
): Promise<AnswerImportRowPage> {
  await demandForImport(db, actor, importId)
  const [from] = after ? fromCursor(after, ['int']) : [0]
  const rows = await db.rows<AnswerImportRow>(
    `SELECT row_number AS "rowNumber", cells, faults FROM answer_import_row
     WHERE partner_id = $1 AND import_id = $2 AND faults IS NOT NULL AND row_number > $3 ORDER BY row_number LIMIT $4`,
    [actor.partnerId, importId, from, first + 1],
  )
  return pageOf(rows, first, ({ rowNumber }) => [rowNumber])
}
