import type { Db, Tenant } from '../../platform/tenant.ts'
import type { TableFile } from '../../platform/table-file.ts'
import type { Language } from '../../platform/tri-text.ts'
import type { Actor } from '../access/actor.ts'
import { FAULT_WORDS } from './fault-texts.ts'
import { ImportRows } from './import-types.ts'
import type { ImportFault, ImportRow } from './import-types.ts'
import { importById, importRows } from './read-imports.ts'

/** The faulty rows of an import as a table: their numbers, what is wrong in the reader's words, and the cells as they came. */
export async function faultyRows(
  db: Db,
  actor: Actor,
  tenant: Tenant,
  id: string,
  language: Language,
): Promise<TableFile> {
  const { headers } = await importById(db, actor, id)
  const words = FAULT_WORDS[language]
  const rows = async function* () {
    for (let after: string | undefined; ;) {
      const page = await tenant.read((unit) => importRows(unit, actor, id, ImportRows.faulty, { first: 1000, after }))
      for (const row of page.nodes) yield [row.rowNumber, explain(row, language), ...row.cells]
      if (!page.pageInfo.hasNextPage) return
      after = page.pageInfo.endCursor
    }
  }
  return {
    name: words.file,
    language,
    columns: [
      { header: words.row, kind: 'number' },
      { header: words.reasons },
      ...headers.map((header) => ({ header })),
    ],
    rows: rows(),
  }
}

const explain = (row: ImportRow, language: Language): string =>
  row.faults.map((fault) => reasonOf(fault, language)).join(' · ')

/** One fault in the reader's words, with the column it is in. */
export function reasonOf(
  { code, header, firstRow }: Pick<ImportFault, 'code' | 'header' | 'firstRow'>,
  language: Language,
): string {
  const words = FAULT_WORDS[language]
  const text = (words.codes[code] ?? code).replace('{row}', String(firstRow ?? ''))
  return header ? `${header}: ${text}` : text
}
