import { columnLetters, WEAK_NAMES } from './headers.ts'
import type { CellPlace, Finding, LossCode, UnsupportedCode, Workbook } from './finding.ts'
import { languageOf } from './languages.ts'
import type { LanguageTag, Texts } from '../model.ts'
import type { Problem } from '../problem.ts'

/** Takes down what is the matter with a workbook. */
export class Findings {
  readonly problems: Finding[] = []
  readonly losses: Finding[] = []

  refuse(place: CellPlace, code: UnsupportedCode, detail = '', problem?: Problem): void {
    this.note(this.problems, { ...place, code, detail, ...(problem && { problem }) })
  }

  lose(place: CellPlace, code: LossCode, detail = '', problem?: Problem, goto?: Finding['goto']): void {
    this.note(this.losses, { ...place, code, detail, ...(problem && { problem }), ...(goto && { goto }) })
  }

  private note(list: Finding[], finding: Finding): void {
    if (list.length < MOST_FINDINGS) list.push({ ...finding, detail: finding.detail.slice(0, LONGEST_DETAIL) })
  }
}

const MOST_FINDINGS = 2000
const LONGEST_DETAIL = 300

/** A column of a sheet: what it means, and in which language. */
interface Column<Field> {
  header: string
  field: Field | undefined
  language: LanguageTag | undefined
}

/** What the headers of a sheet may mean: by the name they are written with, in small letters and with underscores. */
export interface Headers<Field extends string> {
  names: Readonly<Record<string, Field>>
  /** The fields that have a text for each language. */
  translated: ReadonlySet<Field>
}

/** A sheet with its columns understood. */
export class Sheet<Field extends string> {
  readonly columns: Column<Field>[]
  readonly rows: SheetRow<Field>[] = []
  private readonly headerRow: number

  constructor(
    readonly name: string,
    rows: Workbook['sheets'][number]['rows'],
    headers: Headers<Field>,
  ) {
    this.headerRow = Math.max(
      0,
      rows.findIndex((cells) => cells.some((cell) => cell.trim() !== '')),
    )
    const columns = (rows[this.headerRow] ?? []).map((cell) => columnOf(cleanCell(cell), headers))
    const isWeak = ({ header }: Column<Field>) => WEAK_NAMES.has(header.toLowerCase())
    const proper = new Set(columns.filter((column) => !isWeak(column)).map(({ field }) => field))
    this.columns = columns.map((column) =>
      isWeak(column) && proper.has(column.field) ? { ...column, field: undefined } : column,
    )
    for (let index = this.headerRow + 1; index < rows.length; index++) {
      const cells = rows[index]!.map(cleanCell)
      if (cells.some((cell) => cell !== '')) this.rows.push(new SheetRow(this, index + 1, cells))
    }
  }

  /** The languages that labels are written in, then those that only other texts are. */
  languages(): LanguageTag[] {
    const columns = this.columns.filter(({ field, language }) => field && language)
    const inOrder = [...columns.filter(({ field }) => field === 'label'), ...columns]
    return inOrder.map(({ language }) => language!)
  }

  /** Whether there are texts of which the workbook does not say the language. */
  hasPlainTexts(translated: ReadonlySet<Field>): boolean {
    return this.columns.some(
      ({ field, language }, index) => field && !language && translated.has(field) && this.isFilled(index),
    )
  }

  has(field: Field): boolean {
    return this.columns.some((column) => column.field === field)
  }

  /** The header of a column. */
  placeOf(index: number): CellPlace {
    return { sheet: this.name, row: this.headerRow + 1, column: columnLetters(index) }
  }

  isFilled(index: number): boolean {
    return this.rows.some(({ cells }) => (cells[index] ?? '') !== '')
  }

  /** Columns that mean nothing here, though something stands in them. */
  findStrangers(findings: Findings): void {
    this.columns.forEach(({ field, header }, index) => {
      if (!field && header !== '' && this.isFilled(index)) findings.lose(this.placeOf(index), 'columnIgnored', header)
    })
  }

  /** Two columns with one meaning: whichever were taken, the other would be lost. */
  findDoubles(findings: Findings, base: LanguageTag): void {
    const seen = new Set<string>()
    this.columns.forEach(({ field, language, header }, index) => {
      if (!field || !this.isFilled(index)) return
      const meaning = `${field} ${language ?? ''}`
      if (seen.has(meaning)) findings.refuse(this.placeOf(index), 'columnTwice', header)
      seen.add(meaning)
    })
    this.columns.forEach(({ field, language }, index) => {
      if (!field || language || !seen.has(`${field} ${base}`)) return
      const own = this.columns.findIndex((column) => column.field === field && column.language === base)
      for (const row of this.rows)
        if (row.cells[index] && row.cells[own] && row.cells[index] !== row.cells[own])
          findings.lose(row.place(index), 'textTwice', row.cells[index])
    })
  }
}

/** One row of a sheet. */
export class SheetRow<Field extends string> {
  constructor(
    readonly sheet: Sheet<Field>,
    readonly number: number,
    readonly cells: readonly string[],
  ) {}

  /** The cell of a field; empty when there is none. */
  get(field: Field): string {
    const index = this.indexOf(field)
    return index < 0 ? '' : (this.cells[index] ?? '')
  }

  /** A field's texts by language; what stands under no language is in the base language. */
  texts(field: Field, base: LanguageTag): Texts | undefined {
    const found = new Map<LanguageTag, string>()
    this.sheet.columns.forEach((column, index) => {
      const text = this.cells[index] ?? ''
      if (column.field !== field || text === '') return
      if (column.language) found.set(column.language, text)
      else if (!found.has(base)) found.set(base, text)
    })
    return found.size ? Object.fromEntries(found) : undefined
  }

  /** Where a field stands, or the row's first cell when it stands nowhere. */
  at(field: Field): CellPlace {
    return this.place(Math.max(0, this.indexOf(field)))
  }

  place(index: number): CellPlace {
    return { sheet: this.sheet.name, row: this.number, column: columnLetters(index) }
  }

  private indexOf(field: Field): number {
    const { columns } = this.sheet
    const filled = columns.findIndex((column, index) => column.field === field && (this.cells[index] ?? '') !== '')
    return filled >= 0 ? filled : columns.findIndex((column) => column.field === field)
  }
}

function columnOf<Field extends string>(header: string, { names, translated }: Headers<Field>): Column<Field> {
  const fieldOf = (text: string): Field | undefined => {
    const name = text.trim().toLowerCase().replace(/\s+/g, '_')
    return Object.hasOwn(names, name) ? names[name] : undefined
  }
  const whole = fieldOf(header)
  if (whole) return { header, field: whole, language: undefined }
  // `media::image::Français (fr)`, `label::fr`, and `label:English` as older workbooks have it.
  for (const border of ['::', ':']) {
    const pieces = header.split(border)
    for (let count = pieces.length - 1; count > 0; count--) {
      const field = fieldOf(pieces.slice(0, count).join(border))
      const language = pieces.slice(count).join(border).trim()
      if (field && translated.has(field) && language) return { header, field, language: languageOf(language) }
    }
  }
  return { header, field: undefined, language: undefined }
}

/** A cell without blanks around it and without what no text holds. */
function cleanCell(cell: string): string {
  // Most cells hold nothing but plain letters.
  if (/^[\x20-\x7e]*$/.test(cell)) return cell.trim()
  return (
    cell
      .replace(/\r\n?/g, '\n')
      .replaceAll('\u00a0', ' ')
      // oxlint-disable-next-line no-control-regex -- taking control characters out is the point
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F\ufeff]|\p{Cs}/gu, '')
      .normalize('NFC')
      .trim()
  )
}
