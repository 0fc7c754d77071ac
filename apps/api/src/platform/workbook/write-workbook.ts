import { PassThrough } from 'node:stream'
import type { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { log } from '../log.ts'
import { xmlText } from '../table-file.ts'

/** Sheets of plain texts; the first row holds the headers. */
export interface TextWorkbook {
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[]
}

const ROWS_A_TURN = 200

/** A workbook in which every cell is typed as text, so that nothing in it is ever a formula. */
export function workbookStream({ sheets }: TextWorkbook): Readable {
  const target = new PassThrough()
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true, useSharedStrings: true })
  const write = async () => {
    for (const { name, rows } of sheets) {
      const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
      sheet.columns = (rows[0] ?? []).map((header) => ({ width: header === 'vises' ? 10 : 24, style: { numFmt: '@' } }))
      for (const [index, cells] of rows.entries()) {
        const row = sheet.addRow(cells.map((cell) => (cell === '' ? null : cellText(cell))))
        if (index === 0) row.font = { bold: true }
        row.commit()
        // A long questionnaire does not keep others waiting.
        if (index % ROWS_A_TURN === ROWS_A_TURN - 1) await nextTurn()
        if (target.destroyed) return
      }
      sheet.commit()
    }
    await book.commit()
  }
  write().catch((error: Error) => {
    log.warn({ err: error }, 'a download broke off')
    target.destroy(error)
  })
  return target
}

// Spreadsheets take `_x0041_` for a letter that XML cannot carry.
const cellText = (text: string): string => xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
