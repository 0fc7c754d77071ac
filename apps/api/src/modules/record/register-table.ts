import { parse } from 'csv-parse/sync'
import { BadInput } from '../../platform/errors.ts'
import type { InputProblem } from '../../platform/errors.ts'
import { cleanText } from '../enterprise/plain-text.ts'

/** What a register may hold at most; more belongs in a questionnaire or stays in the system it comes from. */
export const REGISTER_LIMITS = { columns: 40, rows: 5000, cell: 1000, characters: 2_000_000 } as const

/** A table: the heads of its columns, and a text for each column in each row. */
export interface RegisterTable {
  columns: string[]
  rows: string[][]
}

/**
 * A table as it is kept: clean texts, every row as long as the head, empty rows left out.
 * @throws BadInput when it is larger than REGISTER_LIMITS, or a column has no name or the name of another
 */
export function checkedTable(table: RegisterTable): RegisterTable {
  const columns = table.columns.map(cleanText)
  const rows = table.rows
    .map((row) => columns.map((_, index) => cleanText(row[index] ?? '')))
    .filter((row) => row.some(Boolean))
  const problems: InputProblem[] = []
  if (columns.length > REGISTER_LIMITS.columns) problems.push({ field: 'columns', code: 'tooMany' })
  if (columns.some((name) => !name)) problems.push({ field: 'columns', code: 'required' })
  if (new Set(columns.map((name) => name.toLowerCase())).size < columns.length)
    problems.push({ field: 'columns', code: 'duplicate' })
  if (rows.length > REGISTER_LIMITS.rows) problems.push({ field: 'rows', code: 'tooMany' })
  if (table.rows.some((row) => row.length > columns.length)) problems.push({ field: 'rows', code: 'longerThanHead' })
  if ([columns, ...rows].some((row) => row.some((cell) => cell.length > REGISTER_LIMITS.cell)))
    problems.push({ field: 'rows', code: 'tooLong' })
  if (problems.length > 0) throw new BadInput(problems)
  return { columns, rows }
}

/**
 * The table in a text copied from a spreadsheet or a CSV file: its first row is the head; the sign between the columns is
 * the one that stands most often in it.
 * @throws BadInput when it is no table
 */
export function tableOfText(text: string): RegisterTable {
  if (text.length > REGISTER_LIMITS.characters) throw new BadInput([{ field: 'text', code: 'tooLong' }])
  const head = text.split(/\r?\n/).find((line) => line.trim()) ?? ''
  const delimiter = [';', ',', '\t'].reduce((best, sign) => (countOf(head, sign) >= countOf(head, best) ? sign : best))
  try {
    const [columns, ...rows] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: REGISTER_LIMITS.rows + 2,
    }) as string[][]
    if (!columns) throw new BadInput([{ field: 'text', code: 'required' }])
    return checkedTable({ columns, rows })
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput([{ field: 'text', code: 'notATable' }])
  }
}

const countOf = (text: string, sign: string): number => text.split(sign).length - 1
