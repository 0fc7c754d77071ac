import { attribute, XmlReader } from './xml.ts'
import { TableProblem } from './table-problem.ts'
import { inflate, readZip } from './zip.ts'

/** What is read of a workbook at most; whatever sizes a file declares, only what really comes out is counted. */
export interface XlsxLimits {
  sheetBytes: number
  stringBytes: number
  strings: number
  cells: number
  columns: number
}

/** One sheet of a workbook, and where it lies in the archive. */
export interface SheetPart {
  name: string
  hidden: boolean
  part: string
}

const MOST_PART_BYTES = 5_000_000
const MOST_STYLES = 65_000

/** A workbook as an archive of XML parts. */
export class XlsxArchive {
  private readonly files: ReturnType<typeof readZip>
  private cells = 0

  constructor(
    private readonly bytes: Uint8Array,
    readonly limits: XlsxLimits,
  ) {
    this.files = readZip(bytes)
  }

  /** The text of one part, piece by piece. */
  part(name: string, most: number): AsyncGenerator<string> | undefined {
    const entry = this.files.get(name)
    return entry && inflate(this.bytes, entry, most)
  }

  /**
   * Takes out everything once, to the last byte: a bomb in a part that nobody reads is refused as well, and so is a
   * document type wherever it stands.
   */
  async inspect(mostBytes: number): Promise<void> {
    let left = mostBytes
    for (const [name, entry] of this.files) {
      const isXml = /\.(xml|rels|vml)$/i.test(name)
      let tail = ''
      for await (const piece of inflate(this.bytes, entry, left)) {
        left -= piece.length
        if (!isXml) continue
        if (piece.includes('\0')) throw new TableProblem('NOT_A_TABLE')
        if (/<!(DOCTYPE|ENTITY)/i.test(tail + piece)) throw new TableProblem('DOCUMENT_TYPE')
        tail = piece.slice(-10)
      }
    }
  }

  /** One more cell, of whatever sheet. */
  countCell(): void {
    if (++this.cells > this.limits.cells) throw new TableProblem('TOO_LARGE')
  }

  /** The sheets in the order a spreadsheet shows them. */
  async sheets(): Promise<SheetPart[]> {
    const targets = new Map<string, string>()
    for (const attributes of await this.tags('xl/_rels/workbook.xml.rels', 'Relationship'))
      targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '')
    const sheets: SheetPart[] = []
    for (const attributes of await this.tags('xl/workbook.xml', 'sheet')) {
      const target = targets.get(attribute(attributes, '(?:\\w+:)?id') ?? '')
      // A chart or a macro sheet that lies elsewhere holds no rows.
      if (!target) continue
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
        part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      })
    }
    return sheets
  }

  /** Whether days are counted from 1904, as old spreadsheets on the Mac did. */
  async countsFrom1904(): Promise<boolean> {
    const [attributes = ''] = await this.tags('xl/workbook.xml', 'workbookPr')
    return /^(1|true)$/i.test(attribute(attributes, 'date1904') ?? '')
  }

  /** The texts that cells point to; readings in another script (`rPh`) are left out. */
  async sharedStrings(): Promise<string[]> {
    const strings: string[] = []
    const pieces = this.part('xl/sharedStrings.xml', this.limits.stringBytes)
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
          if (kind === 'close' && strings.push(text) > this.limits.strings) throw new TableProblem('TOO_LARGE')
          text = ''
        } else if (value === 't') inText = kind === 'open'
        else if (value === 'rPh') inReading = kind === 'open'
      }
    }
    return strings
  }

  /** The styles (by their number) under which a number is shown as a day or a time. */
  async dateStyles(): Promise<Set<number>> {
    const found = new Set<number>()
    const pieces = this.part('xl/styles.xml', MOST_PART_BYTES)
    if (!pieces) return found
    const formats = new Map<number, string>()
    const xml = new XmlReader()
    let inCellStyles = false
    let count = 0
    for await (const piece of pieces) {
      for (const { kind, value, attributes } of xml.read(piece)) {
        if (value === 'cellXfs') inCellStyles = kind === 'open'
        if (kind !== 'open') continue
        if (value === 'numFmt')
          formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
        if (value !== 'xf' || !inCellStyles) continue
        const format = Number(attribute(attributes, 'numFmtId'))
        if (showsTime(format, formats.get(format))) found.add(count)
        if (++count > MOST_STYLES) throw new TableProblem('TOO_LARGE')
      }
    }
    return found
  }

  /** The attributes of every tag of one name in a part that has to be there. */
  private async tags(part: string, name: string): Promise<string[]> {
    const pieces = this.part(part, MOST_PART_BYTES)
    if (!pieces) throw new TableProblem('NOT_A_TABLE')
    const xml = new XmlReader()
    const found: string[] = []
    for await (const piece of pieces) {
      for (const { kind, value, attributes } of xml.read(piece))
        if (kind === 'open' && value === name) found.push(attributes)
    }
    return found
  }
}

// The numbers below 164 are built in; these are the ones of days and times in all languages.
function showsTime(format: number, code: string | undefined): boolean {
  if (code === undefined)
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 58)
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/general/gi, ''))
}
