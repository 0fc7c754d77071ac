import { DECLINED_WORDS, wordsIn } from '@vises/questionnaire/words.ts'
import type { CellValue } from '@vises/questionnaire/cells.ts'
import type { Language } from '../../../platform/tri-text.ts'
import { codebookRows } from './codebook.ts'
import type { Entry, ExportColumn, ExportTable } from './export-columns.ts'
import type { FileSink } from './file-sink.ts'
import type { FormatWriter } from './formats.ts'
import { ZipSink } from './zip-sink.ts'

/** What a spreadsheet can hold. */
export const XLSX_LIMITS = { rows: 1_048_576, columns: 16_384 } as const

export interface XlsxOptions {
  labels: boolean
  language: string
  /** Rows of a sheet; as many as a spreadsheet holds when absent. */
  rows?: number
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const SHEET_NAMES: Record<'answers' | 'codebook', Record<Language, string>> = {
  answers: { fr: 'Réponses', nl: 'Antwoorden', en: 'Answers' },
  codebook: { fr: 'Dictionnaire', nl: 'Codeboek', en: 'Codebook' },
}

/**
 * XLSX, written as it comes: a sheet for each table, further ones where a table has more rows than a sheet holds, and the
 * codebook last. Texts are typed as texts, so nothing in them can be a formula.
 */
export function xlsxFormat(sink: FileSink, tables: readonly ExportTable[], options: XlsxOptions): FormatWriter {
  const zip = new ZipSink(sink)
  const sheets: string[] = []
  let table: ExportTable
  let writeRow: (entry: Entry, row: number) => string
  let row = 0
  const put = (text: string) => zip.write(Buffer.from(text, 'utf8'))

  const beginSheet = async (name: string, columns: readonly string[], widths: number) => {
    sheets.push(uniqueName(name, sheets))
    await zip.begin(`xl/worksheets/sheet${sheets.length}.xml`)
    const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    await put(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>` +
        `<cols><col min="1" max="${columns.length}" width="${widths}" customWidth="1"/></cols><sheetData>` +
        rowText(1, columns.map((text, index) => cellText(letters(index), 1, text, 1)).join('')),
    )
    row = 1
  }
  const endSheet = async () => {
    await put('</sheetData></worksheet>')
    await zip.end()
  }
  const beginTable = () =>
    beginSheet(
      table.repeat === '' ? wordsIn(SHEET_NAMES.answers, options.language) : table.name,
      table.columns.map(({ name }) => name),
      18,
    )

  return {
    passes: 1,
    async begin(next) {
      if (next.columns.length > XLSX_LIMITS.columns) throw new TooManyColumns()
      table = next
      writeRow = rowWriter(next.columns, options)
      await beginTable()
    },
    async write(entries) {
      let text = ''
      for (const entry of entries) {
        if (row === (options.rows ?? XLSX_LIMITS.rows)) {
          await put(text)
          text = ''
          await endSheet()
          await beginTable()
        }
        row++
        text += writeRow(entry, row)
      }
      await put(text)
    },
    end: endSheet,
    async finish() {
      const [head, ...lines] = codebookRows(tables, options.language)
      await beginSheet(wordsIn(SHEET_NAMES.codebook, options.language), head!.map(String), 24)
      for (const line of lines) {
        row++
        await put(rowText(row, line.map((value, index) => cellText(letters(index), row, value)).join('')))
      }
      await endSheet()
      for (const [name, text] of bookFiles(sheets)) {
        await zip.begin(name)
        await put(text)
        await zip.end()
      }
      await zip.finish()
    },
  }
}

/** A table is wider than any spreadsheet. */
export class TooManyColumns extends Error {
  constructor() {
    super('A sheet holds 16,384 columns at most.')
  }
}

function rowWriter(
  columns: readonly ExportColumn[],
  { labels, language }: XlsxOptions,
): (entry: Entry, row: number) => string {
  const declined = labels ? `(${wordsIn(DECLINED_WORDS, language)})` : 'declined'
  const cells = columns.map(({ read, choices }, index) => {
    const column = letters(index)
    const words = labels && choices.length > 0 ? new Map(choices.map(({ name, label }) => [name, label])) : undefined
    return (entry: Entry, row: number): string => {
      const value = read(entry)
      if (value === undefined) return ''
      return cellText(column, row, value === null ? declined : (words?.get(value) ?? value))
    }
  })
  return (entry, row) => {
    let text = ''
    for (const cell of cells) text += cell(entry, row)
    return rowText(row, text)
  }
}

const rowText = (row: number, cells: string): string => `<row r="${row}">${cells}</row>`

function cellText(column: string, row: number, value: CellValue, style = 0): string {
  if (value === undefined || value === null || value === '') return ''
  const place = `r="${column}${row}"${style ? ` s="${style}"` : ''}`
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

// XML cannot carry the other control characters; what looks like an escape of the format must not become one.
const xmlText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'))
    .toWellFormed()

/** A, B … Z, AA … of a column counted from 0. */
export function letters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter
}

function uniqueName(name: string, taken: readonly string[]): string {
  const plain = name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31)
  const isTaken = (one: string) => taken.some((other) => other.toLowerCase() === one.toLowerCase())
  let unique = plain
  for (let number = 2; isTaken(unique); number++) unique = `${plain.slice(0, 27)} ${number}`
  return unique
}

function bookFiles(sheets: readonly string[]): [name: string, text: string][] {
  const quoted = (text: string) => xmlText(text).replaceAll('"', '&quot;')
  const parts = sheets.map((_, index) => `/xl/worksheets/sheet${index + 1}.xml`)
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${SHEET}.${type}+xml"/>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
        .map((name, index) => `<sheet name="${quoted(name)}" sheetId="${index + 1}" r:id="s${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets
        .map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join('')}${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
        `<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>` +
        `<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>` +
        `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('book', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}` +
        `${part('/xl/styles.xml', 'styles')}${parts.map((name) => part(name, 'worksheet')).join('')}</Types>`,
    ],
  ]
}
