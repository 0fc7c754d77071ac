import type { Finding } from '@vises/questionnaire/xlsform/finding.ts'

/** Why a file was not taken as a whole; the page has words for each. */
export const FILE_PROBLEMS = [
  'EMPTY',
  'TOO_MANY_ROWS',
  'TOO_MANY_COLUMNS',
  'TOO_LARGE',
  'TOO_SLOW',
  'NOT_A_TABLE',
  'OLD_WORKBOOK',
  'DOCUMENT_TYPE',
  'FILE_TOO_LARGE',
  'TOO_MUCH',
  'OFFLINE',
  'INTERNAL',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

export type WorkbookOutcome =
  | { kind: 'taken'; id: string; losses: Finding[] }
  /** What is not supported, cell by cell. */
  | { kind: 'unsupported'; problems: Finding[]; losses: Finding[] }
  | { kind: 'refused'; problem: FileProblem }

export const MOST_BYTES = 10 * 1024 * 1024

interface Answer {
  id?: string
  error?: string
  problems?: Finding[]
  losses?: Finding[]
}

/** Sends a workbook (or a questionnaire as JSON) to become a questionnaire of the enterprise. */
export async function sendWorkbook(file: File, query: Record<string, string>): Promise<WorkbookOutcome> {
  if (file.size > MOST_BYTES) return { kind: 'refused', problem: 'FILE_TOO_LARGE' }
  if (file.size === 0) return { kind: 'refused', problem: 'EMPTY' }
  const type = file.name.toLowerCase().endsWith('.json') ? 'application/json' : 'application/octet-stream'
  try {
    const response = await fetch(`/api/questionnaires/workbook?${new URLSearchParams({ ...query, name: file.name })}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: file,
    })
    const answer = (await response.json().catch(() => ({}))) as Answer
    const { id, error, problems = [], losses = [] } = answer
    if (response.ok && id) return { kind: 'taken', id, losses }
    if (error === 'NOT_SUPPORTED') return { kind: 'unsupported', problems, losses }
    return { kind: 'refused', problem: FILE_PROBLEMS.find((one) => one === error) ?? 'INTERNAL' }
  } catch {
    return { kind: 'refused', problem: 'OFFLINE' }
  }
}
