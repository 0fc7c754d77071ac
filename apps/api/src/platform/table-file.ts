import { PassThrough, pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import ExcelJS from 'exceljs'
import type { FastifyReply } from 'fastify'
import { log } from './log.ts'
import type { Language } from './tri-text.ts'

/** One value of a table. Money is whole cents; null is an empty cell, never 0. */
export type Cell = string | number | null | undefined

/** `text` stays text whatever it looks like; `money` is given in cents and shown in euro; `share` is 0 to 1. */
export type CellKind = 'text' | 'number' | 'money' | 'share'

/** One column of a table file. */
export interface TableColumn {
  header: string
  kind?: CellKind
}

/** A table to download: rows may come one by one, so that a long table is never whole in memory. */
export interface TableFile {
  /** File name without its ending. */
  name: string
  language: Language
  columns: TableColumn[]
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>
}

export const TABLE_FORMATS = ['csv', 'xlsx'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

/** Sends a table as CSV or XLSX while its rows are still being read. When a row fails the download breaks off visibly. */
export function sendTable(reply: FastifyReply, format: TableFormat, table: TableFile): FastifyReply {
  const type =
    format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${table.name.replace(/[^\w.-]+/g, '-')}.${format}"`)
    .header('cache-control', 'no-store')
    .send(format === 'csv' ? csvStream(table) : xlsxStream(table))
}

/** The table as CSV the way a spreadsheet of that language opens it: with a byte order mark, decimal comma in fr and nl. */
export function csvStream(table: TableFile): Readable {
  const point = table.language === 'en' ? '.' : ','
  const lines = async function* () {
    yield table.columns.map(({ header }) => inertText(header))
    for await (const row of table.rows)
      yield row.map((value, index) => csvText(value, table.columns[index]?.kind, point))
  }
  const target = stringify({ bom: true, delimiter: table.language === 'en' ? ',' : ';', record_delimiter: 'windows' })
  // An error reaches the reader through `target`, which pipeline destroys.
  pipeline(Readable.from(lines()), target, () => undefined)
  return target
}

/** The table as one sheet of XLSX. Text cells are typed as text, so nothing in them can be a formula. */
export function xlsxStream(table: TableFile): Readable {
  const target = new PassThrough()
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: target, useStyles: true })
  const sheet = book.addWorksheet(sheetName(table.name), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = table.columns.map(({ kind }) => ({
    width: kind && kind !== 'text' ? 16 : 28,
    style: { numFmt: numberFormat(kind) },
  }))
  const write = async () => {
    const head = sheet.addRow(table.columns.map(({ header }) => xmlText(header)))
    head.font = { bold: true }
    head.commit()
    for await (const row of table.rows) {
      sheet.addRow(row.map((value, index) => xlsxValue(value, table.columns[index]?.kind))).commit()
      if (target.writableNeedDrain) await new Promise((resolve) => target.once('drain', resolve).once('close', resolve))
      if (target.destroyed) return
    }
    sheet.commit()
    await book.commit()
  }
  write().catch((error: Error) => {
    log.warn({ err: error }, 'a download broke off')
    target.destroy(error)
  })
  return target
}

// A spreadsheet takes a text that starts so for a formula; the apostrophe makes it text, and an import takes it off.
const FORMULA_STARTS = '=+-@\t\r\n\0＝＋－＠'
const startsFormula = (text: string): boolean => text !== '' && FORMULA_STARTS.includes(text[0]!)

/** A text that no spreadsheet runs as a formula. */
export const inertText = (text: string): string => (startsFormula(text) ? `'${text}` : text)

/** The text as it was before `inertText`, for imports. */
export const plainText = (text: string): string =>
  text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text

/** Whole cents as a decimal number, to the cent, without going through a fraction. */
export function centsText(cents: number, point: ',' | '.' = '.'): string {
  const digits = String(Math.abs(Math.round(cents))).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`
}

function csvText(value: Cell, kind: CellKind | undefined, point: ',' | '.'): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return inertText(value)
  if (kind === 'money') return centsText(value, point)
  return String(kind === 'share' ? Math.round(value * 10_000) / 10_000 : value).replace('.', point)
}

function xlsxValue(value: Cell, kind: CellKind | undefined): string | number | null {
  if (value === null || value === undefined) return null
  // Spreadsheets read `_x000D_` as the character of that number.
  if (typeof value === 'string') return xmlText(value).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return kind === 'money' ? Number(centsText(value)) : value
}

function numberFormat(kind: CellKind | undefined): string {
  if (kind === 'money') return '#,##0.00'
  if (kind === 'share') return '0.0%'
  return kind === 'number' ? '0' : '@'
}

// XML cannot carry the other control characters, and reads a carriage return as a new line.
export const xmlText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\p{Cc}|[\ufffe\uffff]/gu, (mark) => ('\t\n'.includes(mark) ? mark : ''))

const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
