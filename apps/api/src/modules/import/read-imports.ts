import { fromCursor, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { Mapping } from './import-columns.ts'
import type { ColumnMapping, Import, ImportPage, ImportRow, ImportRowPage } from './import-types.ts'
import { ImportRows } from './import-types.ts'

type Row = Omit<Import, 'mapping'> & { mapping: Mapping | null; at: string }

const BATCH = `
  SELECT b.id, b.file_name AS "fileName", b.status, b.headers, b.mapping, b.defaults, b.row_count AS "rowCount",
    b.created_count AS "createdCount", b.updated_count AS "updatedCount", b.unchanged_count AS "unchangedCount",
    b.faulty_count AS "faultyCount", b.done_count AS "doneCount", b.kept_count AS "keptCount", b.problem, b.author_name AS "authorName",
    b.created_at AS "createdAt", b.created_at::text AS at, b.applied_at AS "appliedAt", b.undone_at AS "undoneAt",
    ARRAY(SELECT r.cells FROM import_row r WHERE r.partner_id = $1 AND r.import_id = b.id ORDER BY r.row_number LIMIT 5) AS sample
  FROM import_batch b`

/** One import. @throws NotFound */
export async function importById(db: Db, actor: Actor, id: string): Promise<Import> {
  demand(actor, 'enterprise:import')
  const row = isId(id)
    ? await db.row<Row>(`${BATCH} WHERE b.partner_id = $1 AND b.id = $2`, [actor.partnerId, id])
    : undefined
  if (!row) throw new NotFound()
  return toImport(row)
}

/** The imports of the partner, newest first. */
export async function imports(db: Db, actor: Actor, page: PageArgs): Promise<ImportPage> {
  demand(actor, 'enterprise:import')
  const after = page.after ? fromCursor(page.after, ['timestamptz', 'uuid']) : [null, null]
  const rows = await db.rows<Row>(
    `${BATCH} WHERE b.partner_id = $1 AND ($2::timestamptz IS NULL OR (b.created_at, b.id) < ($2::timestamptz, $3::uuid))
     ORDER BY b.created_at DESC, b.id DESC LIMIT $4`,
    [actor.partnerId, ...after, page.first + 1],
  )
  const { nodes, pageInfo } = pageOf(rows, page.first, (row) => [row.at, row.id])
  return { nodes: nodes.map(toImport), pageInfo }
}

const ONLY: Record<ImportRows, string> = {
  all: '',
  faulty: `AND r.effect = 'faulty'`,
  create: `AND r.effect = 'create'`,
  update: `AND r.effect = 'update'`,
  unchanged: `AND r.effect = 'unchanged'`,
  kept: `AND r.undo = 'kept'`,
}

/** Rows of an import, in the order of the file. */
export async function importRows(
  db: Db,
  actor: Actor,
  id: string,
  only: ImportRows,
  page: PageArgs,
): Promise<ImportRowPage> {
  const batch = await importById(db, actor, id)
  const after = page.after ? fromCursor(page.after, ['int']) : [0]
  const rows = await db.rows<Omit<ImportRow, 'faults'> & { faults: Fault[] }>(
    `SELECT r.row_number AS "rowNumber", r.cells, r.effect, r.faults, r.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", r.undo
     FROM import_row r LEFT JOIN enterprise e ON e.partner_id = $1 AND e.id = r.enterprise_id
     WHERE r.partner_id = $1 AND r.import_id = $2 AND r.row_number > $3::int ${ONLY[only]} ORDER BY r.row_number LIMIT $4`,
    [actor.partnerId, id, after[0], page.first + 1],
  )
  const columns = new Map(batch.mapping.map(({ field, column }) => [field, column]))
  const { nodes, pageInfo } = pageOf(rows, page.first, (row) => [row.rowNumber])
  return {
    nodes: nodes.map((row) => ({
      ...row,
      faults: row.faults.map((fault) => withCell(fault, row.cells, columns, batch.headers)),
    })),
    pageInfo,
  }
}

/** A fault as it is stored; the cell is in the row. */
export interface Fault {
  field: string
  code: string
  firstRow?: number
}

function withCell(fault: Fault, cells: string[], columns: Map<string, number>, headers: string[]) {
  const column = columns.get(fault.field)
  return {
    ...fault,
    header: column === undefined ? null : (headers[column] ?? null),
    text: column === undefined ? '' : (cells[column] ?? ''),
  }
}

function toImport({ mapping, at: _at, ...row }: Row): Import {
  const columns = Object.entries(mapping ?? {}) as [string, number][]
  return { ...row, mapping: columns.map(([field, column]): ColumnMapping => ({ field, column })) }
}
