import { DECLINED_WORDS, wordsIn } from '@vises/questionnaire/words.ts'
import { inertText } from '../../../platform/table-file.ts'
import type { Entry, ExportColumn } from './export-columns.ts'

/** How the lines of a CSV are written. */
export interface CsvStyle {
  labels: boolean
  decimalComma: boolean
  language: string
}

/** The delimiter that goes with a decimal sign, as spreadsheets expect. */
export const delimiterOf = ({ decimalComma }: Pick<CsvStyle, 'decimalComma'>): string => (decimalComma ? ';' : ',')

/** What stands where somebody preferred not to say. */
export const declinedText = (style: Pick<CsvStyle, 'labels' | 'language'>): string =>
  style.labels ? `(${wordsIn(DECLINED_WORDS, style.language)})` : 'declined'

const NEEDS_QUOTES = /[",;\n\r]/

/** A text as a field of a CSV: never a formula, quoted where it must be. */
export function csvField(text: string): string {
  const inert = inertText(text)
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

type CellWriter = (entry: Entry) => string

/**
 * Writes the lines of a table. All that depends on the columns is decided once, here: a file has a thousand million cells
 * when it is large.
 */
export function lineWriter(columns: readonly ExportColumn[], style: CsvStyle): (entry: Entry) => string {
  const delimiter = delimiterOf(style)
  const cells = columns.map((column) => cellWriter(column, style))
  const last = cells.length - 1
  return (entry) => {
    let line = ''
    for (let index = 0; index < last; index++) line += cells[index]!(entry) + delimiter
    return `${line}${cells[last]!(entry)}\r\n`
  }
}

/** The first line. */
export const headLine = (columns: readonly ExportColumn[], style: CsvStyle): string =>
  `${columns.map(({ name }) => csvField(name)).join(delimiterOf(style))}\r\n`

function cellWriter({ type, choices, read }: ExportColumn, style: CsvStyle): CellWriter {
  const declined = csvField(declinedText(style))
  const number = style.decimalComma ? (value: number) => String(value).replace('.', ',') : String
  if (type === 'choice') {
    const words = new Map<string | number, string>(
      choices.map(({ name, label }) => [name, csvField(style.labels ? label : String(name))]),
    )
    return (entry) => {
      const value = read(entry)
      if (value === undefined) return ''
      return value === null ? declined : (words.get(value) ?? csvField(String(value)))
    }
  }
  if (type === 'flag') {
    return (entry) => {
      const value = read(entry)
      if (value === undefined) return ''
      return value === 1 ? '1' : value === 0 ? '0' : declined
    }
  }
  return (entry) => {
    const value = read(entry)
    if (value === undefined) return ''
    if (typeof value === 'string') return csvField(value)
    return value === null ? declined : number(value)
  }
}
