import { IMPORT_LIMITS } from '@vises/schema/limits'
import type { TableRow } from './read-table.ts'
import { TableProblem } from './table-problem.ts'
import { attribute, XmlReader } from './xml.ts'
import type { XmlEvent } from './xml.ts'
import { inflate, readZip } from './zip.ts'

// 50,000 rows of 100 short cells come to about this much.
const MOST_SHEET_BYTES = 250_000_000
const MOST_STRING_BYTES = 50_000_000
const MOST_STRINGS = 1_000_000
const MOST_CELLS = 10_000_000
const MOST_PART_BYTES = 5_000_000
const LAST_ROW = 1_048_576

/** The rows of the first visible sheet of a workbook, as the texts and numbers that stand in the cells. */
export async function* readXlsx(bytes: Uint8Array): AsyncGenerator<TableRow> {
  const files = readZip(bytes)
  const part = (name: string, most: number) => {
    const entry = files.get(name)
    return entry && inflate(bytes, entry, most)
  }
  const sheet = await firstSheet(part)
  const strings = await sharedStrings(part('xl/sharedStrings.xml', MOST_STRING_BYTES))
  const pieces = part(sheet, MOST_SHEET_BYTES)
  if (!pieces) throw new TableProblem('NOT_A_TABLE')

  const xml = new XmlReader()
  const row = new SheetRow(strings)
  for await (const piece of pieces)
    for (const event of xml.read(piece)) if (row.take(event)) yield { rowNumber: row.rowNumber, cells: row.texts() }
}

/** The row that is being read: takes one event after the other and says when it is complete. */
class SheetRow {
  rowNumber = 0
  private cells: string[] = []
  private place = -1
  private type = ''
  private value = ''
  private inValue = false
  private cellCount = 0

  constructor(private readonly strings: string[]) {}

  texts(): string[] {
    return Array.from(this.cells, (cell) => cell ?? '')
  }

  take({ kind, value, attributes }: XmlEvent): boolean {
    if (kind === 'text') {
      if (this.inValue) this.value += value
    } else if (value === 'v' || value === 't') this.inValue = kind === 'open'
    else if (value === 'c') {
      if (kind === 'open') this.beginCell(attributes)
      else this.endCell()
    } else if (value === 'row') {
      if (kind === 'close') return true
      this.begin(attributes)
    }
    return false
  }

  private begin(attributes: string): void {
    this.rowNumber = Number(attribute(attributes, 'r') ?? this.rowNumber + 1)
    if (!(this.rowNumber >= 1 && this.rowNumber <= LAST_ROW)) throw new TableProblem('NOT_A_TABLE')
    this.cells = []
    this.place = -1
  }

  private beginCell(attributes: string): void {
    if (this.cellCount++ > MOST_CELLS) throw new TableProblem('TOO_LARGE')
    this.place = columnOf(attribute(attributes, 'r')) ?? this.place + 1
    this.type = attribute(attributes, 't') ?? ''
    this.value = ''
  }

  private endCell(): void {
    const text = cellText(this.type, this.value, this.strings)
    if (text.trim() === '') return
    if (this.place >= IMPORT_LIMITS.columns) throw new TableProblem('TOO_MANY_COLUMNS')
    this.cells[this.place] = text
  }
}

type Part = (name: string, most: number) => AsyncGenerator<string> | undefined

/** Where the first sheet that is not hidden lies in the archive. */
async function firstSheet(part: Part): Promise<string> {
  const workbook = part('xl/workbook.xml', MOST_PART_BYTES)
  const relations = part('xl/_rels/workbook.xml.rels', MOST_PART_BYTES)
  if (!workbook || !relations) throw new TableProblem('NOT_A_TABLE')
  const targets = new Map<string, string>()
  for (const attributes of await tagsOf(relations, 'Relationship'))
    targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '')
  const shown = (await tagsOf(workbook, 'sheet')).find(
    (attributes) => !/hidden/i.test(attribute(attributes, 'state') ?? ''),
  )
  const found = shown && targets.get(attribute(shown, '(?:\\w+:)?id') ?? '')
  if (!found) throw new TableProblem('NOT_A_TABLE')
  return found.startsWith('/') ? found.slice(1) : `xl/${found}`
}

/** The attributes of every tag of one name. */
async function tagsOf(pieces: AsyncGenerator<string>, name: string): Promise<string[]> {
  const xml = new XmlReader()
  const found: string[] = []
  for await (const piece of pieces) {
    for (const { kind, value, attributes } of xml.read(piece))
      if (kind === 'open' && value === name) found.push(attributes)
  }
  return found
}

/** The texts that cells point to; readings in another script (`rPh`) are left out. */
async function sharedStrings(pieces: AsyncGenerator<string> | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!pieces) return strings
  const xml = new XmlReader()
  let text = ''
  let inText = false
  let inReading = false
  for await (const piece of pieces) {
    for (const { kind, value } of xml.read(piece)) {
      if (kind === 'text') {
        if (inText && !inReading) text += value
      } else if (value === 'si') {
        if (kind === 'close' && strings.push(text) > MOST_STRINGS) throw new TableProblem('TOO_LARGE')
        text = ''
      } else if (value === 't') inText = kind === 'open'
      else if (value === 'rPh') inReading = kind === 'open'
    }
  }
  return strings
}

function cellText(type: string, value: string, strings: string[]): string {
  if (type === 's') return plain(strings[Number(value)] ?? '')
  if (type === 'inlineStr' || type === 'str' || type === 'e' || type === 'd') return plain(value)
  if (type === 'b') return value === '1' ? 'true' : 'false'
  // `4.1071771400035E13` is a number of fourteen digits, and all of them are there.
  const number = Number(value)
  return value !== '' && Number.isFinite(number) ? String(number) : value
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
