import { columnLetters, sheetRows } from './sheet-rows.ts'
import { TableProblem } from './table-problem.ts'
import { XlsxArchive } from './xlsx-archive.ts'

/** One cell as a spreadsheet names it. */
export interface CellPlace {
  sheet: string
  row: number
  column: string
}

/** All sheets of a workbook; the first entry of `rows` is row 1, rows without text are empty. */
export interface ReadWorkbook {
  sheets: { name: string; rows: string[][] }[]
  /** Cells that hold a formula: what they came to last stands in the rows, and is nobody's word. */
  formulas: CellPlace[]
}

export const WORKBOOK_LIMITS = {
  bytes: 10 * 1024 * 1024,
  sheets: 50,
  rows: 100_000,
  columns: 1000,
  formulas: 2000,
  /** What a spreadsheet takes in a cell, too. */
  cellCharacters: 32_767,
} as const

const MOST_BYTES_INSIDE = 60_000_000

/** Reads a workbook whole, hidden sheets included. @throws TableProblem */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (bytes.length === 0) throw new TableProblem('EMPTY')
  if (start === 'd0cf11e0') throw new TableProblem('OLD_WORKBOOK')
  if (start !== '504b0304') throw new TableProblem('NOT_A_TABLE')
  const archive = new XlsxArchive(bytes, {
    sheetBytes: MOST_BYTES_INSIDE,
    stringBytes: 30_000_000,
    strings: 300_000,
    cells: 600_000,
    columns: WORKBOOK_LIMITS.columns,
  })
  await archive.inspect(MOST_BYTES_INSIDE)
  const parts = await archive.sheets()
  if (parts.length === 0) throw new TableProblem('NOT_A_TABLE')
  if (parts.length > WORKBOOK_LIMITS.sheets) throw new TableProblem('TOO_LARGE')
  const reading = {
    strings: await archive.sharedStrings(),
    dateStyles: await archive.dateStyles(),
    from1904: await archive.countsFrom1904(),
  }
  const workbook: ReadWorkbook = { sheets: [], formulas: [] }
  for (const { name, part } of parts) {
    const rows: string[][] = []
    for await (const { rowNumber, cells, formulas } of sheetRows(archive, part, reading)) {
      for (const place of formulas) {
        if (workbook.formulas.length >= WORKBOOK_LIMITS.formulas) throw new TableProblem('TOO_LARGE')
        workbook.formulas.push({ sheet: name, row: rowNumber, column: columnLetters(place) })
      }
      if (cells.length === 0) continue
      if (cells.some((cell) => cell.length > WORKBOOK_LIMITS.cellCharacters)) throw new TableProblem('TOO_LARGE')
      if (rowNumber > WORKBOOK_LIMITS.rows) throw new TableProblem('TOO_MANY_ROWS')
      if (rowNumber <= rows.length) throw new TableProblem('NOT_A_TABLE')
      while (rows.length < rowNumber - 1) rows.push([])
      rows.push(cells)
    }
    workbook.sheets.push({ name, rows })
  }
  return workbook
}
