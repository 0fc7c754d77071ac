import { ExportStatus } from '../export.types.ts'
import type { ExportFormat, ResponseExport } from '../export.types.ts'

/** The options of an export, each with a value. */
export interface ExportOptions {
  bom: boolean
  labels: boolean
  decimalComma: boolean
  joined: boolean
  setAside: boolean
}

/** An export as the database gives it. */
export interface ExportRow {
  id: string
  enterpriseId: string
  questionnaireId: string
  waveId: string | null
  /** The waves that may be in it. */
  waveIds: string[]
  format: ExportFormat
  language: string
  options: ExportOptions
  status: ExportStatus
  attempt: number
  rowsDone: string
  rowsTotal: string | null
  fileName: string | null
  bytes: string | null
  sha256: string | null
  problem: string | null
  userId: string
  createdAt: Date
  finishedAt: Date | null
  expiresAt: Date
}

export const EXPORT_COLUMNS = `id, enterprise_id AS "enterpriseId", questionnaire_id AS "questionnaireId", wave_id AS "waveId",
  wave_ids AS "waveIds", format, language, options, status, attempt, rows_done AS "rowsDone", rows_total AS "rowsTotal", file_name AS "fileName", bytes, sha256,
  problem, user_id AS "userId", created_at AS "createdAt", finished_at AS "finishedAt", expires_at AS "expiresAt"`

/** An export as its owner sees it. */
export function shownExport(row: ExportRow): ResponseExport {
  const { id, questionnaireId, waveId, format, language, status, sha256, problem, createdAt, finishedAt, expiresAt } =
    row
  return {
    id,
    questionnaireId,
    waveId,
    format,
    language,
    status,
    rowsDone: Number(row.rowsDone),
    rowsTotal: row.rowsTotal === null ? null : Number(row.rowsTotal),
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256,
    problem,
    address: status === ExportStatus.done && row.fileName ? `/api/response-exports/${id}/${downloadName(row)}` : null,
    createdAt,
    finishedAt,
    expiresAt,
  }
}

/** What the file is called on the computer of who loads it: nothing in it names anybody. */
export function downloadName({
  format,
  fileName,
  createdAt,
}: Pick<ExportRow, 'format' | 'fileName' | 'createdAt'>): string {
  const name = format === 'codebook' || format === 'codebookCsv' ? 'codebook' : 'answers'
  const ending = fileName?.split('.').at(-1) ?? 'bin'
  return `${name}-${createdAt.toISOString().slice(0, 10)}.${ending}`
}
