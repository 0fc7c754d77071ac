import { TableProblem } from './table-problem.ts'
import { attribute, XmlReader } from './xml.ts'
import type { XmlEvent } from './xml.ts'
import type { XlsxArchive } from './xlsx-archive.ts'

/** One row of a sheet, as the texts and numbers that stand in its cells. */
export interface SheetRow {
  /** The number a spreadsheet shows beside it. */
  rowNumber: number
  cells: string[]
  /** The columns, from 0, whose cells are computed by a formula; `cells` holds what it came to last. */
  formulas: number[]
}

/** How the values of cells become text. */
export interface CellReading {
  strings: string[]
  /** Styles under which a number is a day; without them it stays a number. */
  dateStyles?: Set<number>
  from1904?: boolean
}

const LAST_ROW = 1_048_576
// A sheet of a thousand columns down to the last row is none of ours, even when only a few cells of it are filled.
const MOST_DECLARED_CELLS = 100_000_000

/** The rows of one sheet, one after the other. */
export async function* sheetRows(archive: XlsxArchive, part: string, reading: CellReading): AsyncGenerator<SheetRow> {
  const pieces = archive.part(part, archive.limits.sheetBytes)
  if (!pieces) throw new TableProblem('NOT_A_TABLE')
  const xml = new XmlReader()
  const row = new RowBeingRead(archive, reading)
  for await (const piece of pieces) for (const event of xml.read(piece)) if (row.take(event)) yield row.whole()
  xml.end()
}

/** The row that is being read: takes one event after the other and says when it is complete. */
class RowBeingRead {
  private rowNumber = 0
  private cells: string[] = []
  private formulas: number[] = []
  private place = -1
  private type = ''
  private style = 0
  private value = ''
  private inValue = false
  private isFormula = false

  constructor(
    private readonly archive: XlsxArchive,
    private readonly reading: CellReading,
  ) {}

  whole(): SheetRow {
    return {
      rowNumber: this.rowNumber,
      cells: Array.from(this.cells, (cell) => cell ?? ''),
      formulas: this.formulas,
    }
  }

  take({ kind, value, attributes }: XmlEvent): boolean {
    if (kind === 'text') {
      if (this.inValue) this.value += value
    } else if (value === 'v' || value === 't') this.inValue = kind === 'open'
    else if (value === 'c') {
      if (kind === 'open') this.beginCell(attributes)
      else this.endCell()
    } else if (value === 'f') this.isFormula = true
    else if (value === 'row') {
      if (kind === 'close') return true
      this.begin(attributes)
    } else if (value === 'dimension' && kind === 'open') refuseGiant(attribute(attributes, 'ref') ?? '')
    return false
  }

  private begin(attributes: string): void {
    this.rowNumber = Number(attribute(attributes, 'r') ?? this.rowNumber + 1)
    if (!(this.rowNumber >= 1 && this.rowNumber <= LAST_ROW)) throw new TableProblem('NOT_A_TABLE')
    this.cells = []
    this.formulas = []
    this.place = -1
  }

  private beginCell(attributes: string): void {
    this.archive.countCell()
    this.place = columnOf(attribute(attributes, 'r')) ?? this.place + 1
    this.type = attribute(attributes, 't') ?? ''
    this.style = Number(attribute(attributes, 's') ?? 0)
    this.value = ''
    this.isFormula = false
  }

  private endCell(): void {
    if (this.isFormula) this.formulas.push(this.place)
    const text = this.cellText()
    if (text.trim() === '') return
    if (this.place >= this.archive.limits.columns) throw new TableProblem('TOO_MANY_COLUMNS')
    this.cells[this.place] = text
  }

  private cellText(): string {
    const { type, value } = this
    if (type === 's') return plain(this.reading.strings[Number(value)] ?? '')
    if (type === 'inlineStr' || type === 'str' || type === 'e' || type === 'd') return plain(value)
    if (type === 'b') return value === '1' ? 'true' : 'false'
    // `4.1071771400035E13` is a number of fourteen digits, and all of them are there.
    const number = Number(value)
    if (value === '' || !Number.isFinite(number)) return value
    if (this.reading.dateStyles?.has(this.style)) return dayText(number, this.reading.from1904 ?? false)
    return String(number)
  }
}

function refuseGiant(reference: string): void {
  const [, letters, row] = /:\$?([A-Z]{1,3})\$?(\d{1,10})$/.exec(reference) ?? []
  if (letters && (columnOf(letters)! + 1) * Number(row) > MOST_DECLARED_CELLS) throw new TableProblem('TOO_LARGE')
}

/** Days since the end of 1899 as a day (`2018-03-14`), a time (`14:30:00`) or both. */
function dayText(days: number, from1904: boolean): string {
  const seconds = Math.round((days + (from1904 ? 1462 : 0)) * 86_400)
  // The last day a spreadsheet knows is the last of the year 9999.
  if (seconds < 0 || seconds >= 2_958_466 * 86_400) return String(days)
  const text = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString().slice(0, 19)
  if (days < 1) return text.slice(11)
  return seconds % 86_400 === 0 ? text.slice(0, 10) : text
}

// Spreadsheets write characters that XML cannot carry as `_x000D_`.
const plain = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)))

/** `C7` -> 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** 2 -> `C`. */
export function columnLetters(place: number): string {
  return (place >= 26 ? columnLetters(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))
}
