import { IMPORT_LIMITS } from '@vises/schema/limits'

/** Why a file was not taken in; the area has words for each. */
const FILE_PROBLEMS = [
  'EMPTY',
  'TOO_MANY_ROWS',
  'TOO_MANY_COLUMNS',
  'TOO_LARGE',
  'TOO_SLOW',
  'UNCLOSED_QUOTE',
  'NOT_A_TABLE',
  'OLD_WORKBOOK',
  'FILE_TOO_LARGE',
  'TOO_MUCH',
  'UNAUTHENTICATED',
  'OFFLINE',
  'INTERNAL',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

const TYPES: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  tsv: 'text/csv',
  txt: 'text/csv',
}
export const ACCEPTED = Object.keys(TYPES)
  .map((ending) => `.${ending}`)
  .join(',')

const endingOf = (file: File) => file.name.split('.').at(-1)?.toLowerCase() ?? ''

/** What can be said of a file before it is sent. */
export function problemOfFile(file: File): FileProblem | undefined {
  if (endingOf(file) === 'xls') return 'OLD_WORKBOOK'
  if (!TYPES[endingOf(file)]) return 'NOT_A_TABLE'
  if (file.size > IMPORT_LIMITS.bytes) return 'FILE_TOO_LARGE'
  return file.size === 0 ? 'EMPTY' : undefined
}

export type Sent = { id: string } | { problem: FileProblem } | 'cancelled'

/**
 * Sends a file and tells how much of it has left, between 0 and 1. The browser's `fetch` cannot tell that, so this is an
 * XMLHttpRequest.
 */
export function sendFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/imports')
    request.setRequestHeader('content-type', TYPES[endingOf(file)] ?? 'application/octet-stream')
    // A header carries ASCII only.
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(answerOf(request.status, request.responseText))
    request.onerror = () => resolve({ problem: 'OFFLINE' })
    request.onabort = () => resolve('cancelled')
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function answerOf(status: number, text: string): Sent {
  const answer = parsed(text)
  if (status === 201 && typeof answer.id === 'string') return { id: answer.id }
  const problem = FILE_PROBLEMS.find((known) => known === answer.error)
  if (problem) return { problem }
  if (status === 413) return { problem: 'FILE_TOO_LARGE' }
  if (status === 429) return { problem: 'TOO_MUCH' }
  return { problem: status === 502 || status === 503 || status === 504 ? 'OFFLINE' : 'INTERNAL' }
}

function parsed(text: string): { id?: unknown; error?: unknown } {
  try {
    return (JSON.parse(text) as object | null) ?? {}
  } catch {
    return {}
  }
}
