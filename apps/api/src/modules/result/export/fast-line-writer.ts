import { readerOf } from '@vises/questionnaire/cells.ts'
import type { Answers } from '@vises/questionnaire/model.ts'
import type { Entry, ExportColumn, ResponseRow } from './export-columns.ts'
import { cellText, csvField, declinedText, delimiterOf } from './line-writer.ts'
import type { CsvStyle } from './line-writer.ts'
import { objectScanner } from './scan-answers.ts'
import type { KeyHandler } from './scan-answers.ts'

/**
 * Writes the lines of the table of answers straight from the text of each answer, as `lineWriter` writes them from the
 * answers read: the same line, at a fraction of the cost.
 */
export function fastLineWriter(
  columns: readonly ExportColumn[],
  style: CsvStyle,
): (entry: Entry, answers: string) => string {
  const delimiter = delimiterOf(style)
  const cells = columns.map(() => '')
  const own = columns.flatMap((column, index) =>
    column.column === undefined || column.column.role === 'consentVersion'
      ? [{ index, write: cellText(column, style), read: column.read }]
      : [],
  )
  /** Columns that not every version asks stand in the scanners of some versions only. */
  const scanners = new Map<number, (text: string) => void>()
  const scannerOf = (response: ResponseRow) => {
    let scan = scanners.get(response.version)
    if (!scan) {
      const asked = columns.map((column) => column.isAskedIn?.(response.version) ?? false)
      scanners.set(response.version, (scan = objectScanner(handlersOf(columns, asked, style, cells))))
    }
    return scan
  }
  return (entry, answers) => {
    cells.fill('')
    scannerOf(entry.response)(answers)
    for (const { index, write, read } of own) cells[index] = write(read(entry))
    return `${cells.join(delimiter)}\r\n`
  }
}

/** One handler for each key of the answers, which fills all cells that are made of it. */
function handlersOf(
  columns: readonly ExportColumn[],
  asked: readonly boolean[],
  style: CsvStyle,
  cells: string[],
): KeyHandler[] {
  const byKey = new Map<string, number[]>()
  for (const [index, { column }] of columns.entries()) {
    if (!column || !asked[index] || column.role === 'consentVersion') continue
    const key = column.role === 'other' ? `${column.key}_other` : column.key
    byKey.set(key, [...(byKey.get(key) ?? []), index])
  }
  return [...byKey].map(([key, indexes]) => ({ key, take: takerOf(columns, indexes, style, cells) }))
}

const NULL = 110

function takerOf(
  columns: readonly ExportColumn[],
  indexes: readonly number[],
  style: CsvStyle,
  cells: string[],
): KeyHandler['take'] {
  const [first] = indexes
  const only = columns[first!]!
  const isPlain =
    indexes.length === 1 &&
    (only.column!.role === 'value' || only.column!.role === 'other') &&
    only.column!.kind !== 'file'
  if (!isPlain) return takeParts(columns, indexes, style, cells)
  const declined = csvField(declinedText(style))
  const write = cellText(only, style)
  const isNumber = only.type === 'number'
  // Each spelling of a choice is made into a cell once: `"yes"`, `4`; those of one digit without even being cut out.
  const words = only.type === 'choice' ? new Map<string, string>() : undefined
  const digits: string[] = Array.from({ length: 10 }, (_, digit) => write(digit))
  return (text, from, to) => {
    const code = text.charCodeAt(from)
    if (to - from === 1) cells[first!] = digits[code - 48]!
    else if (code === NULL) cells[first!] = declined
    else if (words) {
      const spelled = text.slice(from, to)
      let word = words.get(spelled)
      if (word === undefined) {
        word = write(scalar(JSON.parse(spelled)))
        if (words.size < MOST_WORDS) words.set(spelled, word)
      }
      cells[first!] = word
    } else if (isNumber && code !== QUOTE) {
      const spelled = text.slice(from, to)
      cells[first!] = to - from < 10 && !spelled.includes('.') ? spelled : write(scalar(JSON.parse(spelled)))
    } else cells[first!] = write(textOf(text, from, to))
  }
}

/** A text, or what else stands there; most texts hold nothing that was escaped. */
function textOf(text: string, from: number, to: number): string | number | null | undefined {
  if (text.charCodeAt(from) === QUOTE) {
    const plain = text.slice(from + 1, to - 1)
    if (!plain.includes('\\')) return plain
  }
  return scalar(JSON.parse(text.slice(from, to)))
}

const QUOTE = 34
const MOST_WORDS = 20_000

const scalar = (value: unknown): string | number | null | undefined =>
  typeof value === 'string' || typeof value === 'number' || value === null ? value : undefined

/** A value of several parts: chosen names, rows, moments, a file. */
function takeParts(
  columns: readonly ExportColumn[],
  indexes: readonly number[],
  style: CsvStyle,
  cells: string[],
): KeyHandler['take'] {
  const parts = indexes.map((index) => ({
    index,
    read: readerOf(columns[index]!.column!),
    write: cellText(columns[index]!, style),
  }))
  const { key } = columns[indexes[0]!]!.column!
  const isSeveral = columns[indexes[0]!]!.column!.kind === 'multiple'
  // People choose the same few together: their cells are made once.
  const known = new Map<string, string[]>()
  return (text, from, to) => {
    const spelled = text.slice(from, to)
    let made = isSeveral ? known.get(spelled) : undefined
    if (!made) {
      const answers: Answers = { [key]: JSON.parse(spelled) }
      made = parts.map(({ read, write }) => write(read(answers, {})))
      if (isSeveral && known.size < MOST_WORDS) known.set(spelled, made)
    }
    for (const [place, { index }] of parts.entries()) cells[index] = made[place]!
  }
}
