import { createForm } from '@vises/questionnaire/form.ts'
import type { Form } from '@vises/questionnaire/form.ts'
import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { layoutOf } from '@vises/questionnaire/layout.ts'
import type { Entry, ExportColumn, ExportTable, ResponseRow } from './export-columns.ts'
import type { FileSink } from './file-sink.ts'
import type { FormatWriter } from './formats.ts'
import { NO_ANSWER, NO_NUMBER, savCoding } from './sav-names.ts'
import type { CodedValue } from './sav-names.ts'
import { CaseWriter, cut, LONGEST_STRING, savHead, savSeconds } from './sav-writer.ts'
import type { SavValue, SavVariable } from './sav-writer.ts'
import { ZipSink } from './zip-sink.ts'

export interface SavOptions {
  language: string
  title: string
  /** The versions, by their numbers: they tell who was not asked. */
  compiled: ReadonlyMap<number, Compiled>
  now: Date
}

/** SPSS: one file, or an archive with a file for each table when questions repeat. Read twice: strings have a width. */
export function savFormat(sink: FileSink, tables: readonly ExportTable[], options: SavOptions): FormatWriter {
  const zip = tables.length > 1 ? new ZipSink(sink) : undefined
  const logic = new Logic(options.compiled)
  let table: ExportTable
  let cells: SavCell[]
  let cases: CaseWriter | undefined
  let count = 0
  const put = (bytes: Buffer) => (zip ? zip.write(bytes) : sink.write(bytes))
  return {
    passes: 2,
    async begin(next) {
      table = next
      cells = savCells(next.columns, options.language, logic)
      cases = undefined
      count = 0
    },
    async nextPass() {
      const variables = cells.map(({ variable }) => variable)
      await zip?.begin(`${table.name}.sav`)
      await put(savHead(variables, count, options.title, options.now))
      cases = new CaseWriter(variables)
    },
    async write(entries) {
      if (!cases) {
        count += entries.length
        for (const entry of entries) for (const cell of cells) cell.measure(entry)
        return
      }
      for (const entry of entries) cases.add(cells.map((cell) => cell.read(entry)))
      await put(cases.take())
    },
    async end() {
      await put(cases!.finish())
      await zip?.end()
    },
    async finish() {
      await zip?.finish()
    },
  }
}

/** A column as an SPSS variable. */
interface SavCell {
  variable: SavVariable
  /** Looks how wide a string is. */
  measure(entry: Entry): void
  read(entry: Entry): SavValue
}

function savCells(columns: readonly ExportColumn[], language: string, logic: Logic): SavCell[] {
  const { names, codes } = savCoding(columns, language)
  return columns.map((column, index) => {
    const variable = variableOf(column, names[index]!, codes[index]!)
    const read = readerOf(column, codes[index]!, logic)
    const measure = (entry: Entry) => {
      const value = column.read(entry)
      if (typeof value === 'string')
        variable.width = Math.max(variable.width, Math.min(Buffer.byteLength(value), LONGEST_STRING))
      else if (typeof value === 'number') variable.width = Math.max(variable.width, String(value).length)
    }
    return { variable, measure: column.type === 'text' ? measure : () => undefined, read }
  })
}

function variableOf({ type, label, column }: ExportColumn, name: string, codes: CodedValue[]): SavVariable {
  return {
    name,
    label,
    width: type === 'text' ? 1 : 0,
    format:
      type === 'date' || type === 'time' || type === 'dateTime'
        ? type
        : column?.kind === 'decimal'
          ? 'decimal'
          : 'number',
    measure:
      type === 'number' ? 'scale' : column?.kind === 'agreement' || column?.role === 'row' ? 'ordinal' : 'nominal',
    values: codes.map(({ code, label: words }) => ({ value: code, label: words })),
    missing: codes.filter(({ value }) => value === '').map(({ code }) => code),
  }
}

function readerOf(column: ExportColumn, codes: CodedValue[], logic: Logic): SavCell['read'] {
  const { type, read } = column
  const noAnswer = type === 'number' ? NO_NUMBER : NO_ANSWER
  const isCoded = codes.some(({ code }) => code === noAnswer.declined)
  const words = new Map(codes.filter(({ value }) => value !== '').map(({ value, code }) => [value, code]))
  const valueOf = (value: string | number): SavValue => {
    if (type === 'text') return cut(String(value), LONGEST_STRING)
    if (type === 'date') return savSeconds(`${value}T00:00:00Z`)
    if (type === 'dateTime') return savSeconds(localMoment(String(value)))
    if (type === 'time') return secondsOfDay(String(value))
    return words.get(value) ?? (typeof value === 'number' ? value : undefined)
  }
  return (entry) => {
    const value = read(entry)
    if (value === null) return isCoded ? noAnswer.declined : undefined
    if (value !== undefined) return valueOf(value)
    return isCoded && logic.wasNotAsked(entry, column) ? noAnswer.notAsked : undefined
  }
}

/** A moment as the clock on the wall showed it: SPSS knows no time zones. */
const localMoment = (iso: string): string => `${iso.replace(/(Z|[+-]\d\d:?\d\d)$/, '')}Z`

function secondsOfDay(time: string): number | undefined {
  const [hours, minutes, seconds = 0] = time.split(':').map(Number)
  const total = hours! * 3600 + minutes! * 60 + seconds
  return Number.isFinite(total) ? total : undefined
}

/** Tells whether somebody was not asked a question, by the logic of the version that was answered. */
class Logic {
  private readonly conditional = new Map<number, Set<string>>()
  private readonly forms = new WeakMap<ResponseRow, Form>()

  constructor(private readonly compiled: ReadonlyMap<number, Compiled>) {
    for (const [number, { questionnaire, logic }] of compiled) {
      const { entries } = layoutOf(questionnaire)
      const keys = new Set<string>()
      for (const entry of entries) {
        for (let at = entry.index; at >= 0; at = entries[at]!.parent)
          if (logic[at]?.relevant !== undefined && entry.repeats.length === 0) keys.add(entry.item.key)
      }
      this.conditional.set(number, keys)
    }
  }

  wasNotAsked({ response }: Entry, { column }: ExportColumn): boolean {
    if (!column || column.table !== '' || column.role === 'other') return false
    const compiled = this.compiled.get(response.version)
    if (!compiled || !this.conditional.get(response.version)!.has(column.key)) return false
    let form = this.forms.get(response)
    if (!form) {
      const { language, answers, day } = response
      form = createForm(compiled, { language, answers, now: () => new Date(`${day}T12:00:00Z`), random: () => 0.5 })
      this.forms.set(response, form)
    }
    return !form.view(column.key).relevant
  }
}
