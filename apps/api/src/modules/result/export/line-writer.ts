import type { CellValue } from '@vises/questionnaire/cells.ts'
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

/**
 * Writes the lines of a table. All that depends on the columns is decided once, here: a file has a hundred million cells
 * when it is large.
 */
export function lineWriter(columns: readonly ExportColumn[], style: CsvStyle): (entry: Entry) => string {
  const cells = columns.map((column) => ({ read: column.read, write: cellText(column, style) }))
  const delimiter = delimiterOf(style)
  return (entry) => `${cells.map(({ read, write }) => write(read(entry))).join(delimiter)}\r\n`
}

/** The first line. */
export const headLine = (columns: readonly ExportColumn[], style: CsvStyle): string =>
  `${columns.map(({ name }) => csvField(name)).join(delimiterOf(style))}\r\n`

/** How the values of a column are written. */
export function cellText({ type, choices }: ExportColumn, style: CsvStyle): (value: CellValue) => string {
  const declined = csvField(declinedText(style))
  if (type === 'choice') {
    const words = new Map<string | number, string>(
      choices.map(({ name, label }) => [name, csvField(style.labels ? label : String(name))]),
    )
    return (value) => {
      if (value === undefined) return ''
      return value === null ? declined : (words.get(value) ?? csvField(String(value)))
    }
  }
  if (type === 'flag') return (value) => (value === undefined ? '' : value === 1 ? '1' : value === 0 ? '0' : declined)
  const number = style.decimalComma ? (value: number) => String(value).replace('.', ',') : String
  return (value) => {
    if (value === undefined) return ''
    if (typeof value === 'string') return csvField(value)
    return value === null ? declined : number(value)
  }
}
