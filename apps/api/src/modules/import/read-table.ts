import { IMPORT_LIMITS } from '@vises/schema/limits'
import { readXlsx } from '../../platform/workbook/read-xlsx.ts'
import { TableProblem } from '../../platform/workbook/table-problem.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { readCsv } from './read-csv.ts'

/** A row of a table; the number is the one a spreadsheet shows beside it. */
export interface TableRow {
  rowNumber: number
  cells: string[]
}

/** How large a table may be. */
export interface TableLimits {
  rows: number
  columns: number
}

/**
 * The rows of a CSV or XLSX file, the header first. Knows nothing of what the columns mean. Blank rows are passed over;
 * what is too large is refused as soon as it shows, whatever the file says about itself.
 * @throws TableProblem
 */
export async function* readTable(bytes: Uint8Array, limits: TableLimits = IMPORT_LIMITS): AsyncGenerator<TableRow> {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  if (start.startsWith('d0cf11e0')) throw new TableProblem('OLD_WORKBOOK')
  const rows = start.startsWith('504b0304') ? readXlsx(bytes, limits.columns) : readCsv(bytes)
  let width = 0
  let count = 0
  for await (const { rowNumber, cells } of rows) {
    const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (filled === 0) continue
    if (filled > limits.columns) throw new TableProblem('TOO_MANY_COLUMNS')
    if (width === 0) width = filled
    if (count++ > limits.rows) throw new TableProblem('TOO_MANY_ROWS')
    // What stands right of the last header belongs to no column.
    yield {
      rowNumber,
      cells: Array.from({ length: width }, (_, place) =>
        cleanText((cells[place] ?? '').slice(0, IMPORT_LIMITS.cellCharacters)),
      ),
    }
  }
  if (count === 0) throw new TableProblem('EMPTY')
}

const BATCH = 500

/** The same, many rows at a time. */
export async function* tableInBatches(
  bytes: Uint8Array,
  limits: Partial<TableLimits> = {},
): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = []
  for await (const row of readTable(bytes, { ...IMPORT_LIMITS, ...limits })) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}
