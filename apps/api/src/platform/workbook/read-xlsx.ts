import { sheetRows } from './sheet-rows.ts'
import type { SheetRow } from './sheet-rows.ts'
import { TableProblem } from './table-problem.ts'
import { XlsxArchive } from './xlsx-archive.ts'

/** The rows of the first visible sheet of a workbook. @throws TableProblem */
export async function* readXlsx(bytes: Uint8Array, columns: number): AsyncGenerator<SheetRow> {
  const archive = new XlsxArchive(bytes, {
    // 50,000 rows of 100 short cells come to about this much.
    sheetBytes: 250_000_000,
    stringBytes: 50_000_000,
    strings: 1_000_000,
    cells: 10_000_000,
    columns,
  })
  const sheet = (await archive.sheets()).find(({ hidden }) => !hidden)
  if (!sheet) throw new TableProblem('NOT_A_TABLE')
  yield* sheetRows(archive, sheet.part, { strings: await archive.sharedStrings() })
}
