import type { Column } from './columns.ts'
import { OTHER } from './layout.ts'
import type { Answers, AnswerValue, FileAnswer, RepeatRows } from './model.ts'

/** What stands in a cell: `undefined` is empty, `null` means "I prefer not to say". */
export type CellValue = string | number | null | undefined

/** How the consent questions of an answer were worded, by their key. */
export type ConsentRecord = Readonly<Record<string, { version?: number; language?: string }>>

/** Reads one column from the answers of one person, or from one row of a repeat. */
export type CellReader = (answers: Answers, consent: ConsentRecord) => CellValue

/** How a column is read; made once for many answers. */
export function readerOf({ key, kind, role, part }: Column): CellReader {
  switch (role) {
    case 'other':
      return (answers) => scalar(answers[`${key}_${OTHER}`])
    case 'choice':
      return (answers) => {
        const value = answers[key]
        if (!Array.isArray(value)) return value === null ? null : undefined
        return (value as readonly string[]).includes(part) ? 1 : 0
      }
    case 'joined':
      return (answers) => {
        const value = answers[key]
        return Array.isArray(value) ? value.join(' ') : value === null ? null : undefined
      }
    case 'place':
      return (answers) => {
        const value = answers[key]
        if (!Array.isArray(value)) return value === null ? null : undefined
        const at = (value as readonly string[]).indexOf(part)
        return at < 0 ? undefined : at + 1
      }
    case 'row':
    case 'then':
    case 'now':
      return (answers) => {
        const value = answers[key]
        if (value === null) return null
        return typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, part)
          ? scalar((value as Record<string, AnswerValue>)[part])
          : undefined
      }
    case 'consentVersion':
      return (_answers, consent) => consent[key]?.version
    default:
      return kind === 'file'
        ? (answers) => {
            const value = answers[key] as FileAnswer | null | undefined
            return value === null ? null : value?.name
          }
        : (answers) => scalar(answers[key])
  }
}

const scalar = (value: AnswerValue | RepeatRows | undefined): CellValue =>
  typeof value === 'string' || typeof value === 'number' ? value : value === null ? null : undefined

/** One row of a repeat: where it stands (from 1, outermost first) and its answers. */
export interface RowOf {
  at: number[]
  answers: Answers
}

/** The rows of a table in one person's answers; of the table of answers itself, the answers. */
export function rowsOf(table: string, answers: Answers): RowOf[] {
  let rows: RowOf[] = [{ at: [], answers }]
  for (const key of table ? table.split('/') : [])
    rows = rows.flatMap((row) => {
      const inner = row.answers[key]
      return Array.isArray(inner)
        ? (inner as RepeatRows)
            .filter((one) => typeof one === 'object' && one !== null)
            .map((one, index) => ({ at: [...row.at, index + 1], answers: one }))
        : []
    })
  return rows
}
