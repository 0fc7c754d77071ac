/** Why a file of answers was not taken; the page has words for each. */
const FILE_PROBLEMS = [
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

export const MOST_BYTES = 40 * 1024 * 1024

/** Sends a file of answers that were collected elsewhere; nothing is counted before it was checked and applied. */
export async function sendAnswers(waveId: string, file: File): Promise<{ id: string } | { problem: FileProblem }> {
  if (file.size === 0) return { problem: 'EMPTY' }
  try {
    const response = await fetch(`/api/answer-imports/${waveId}?${new URLSearchParams({ name: file.name })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    const { id, error } = (await response.json().catch(() => ({}))) as { id?: string; error?: string }
    if (response.ok && id) return { id }
    return { problem: FILE_PROBLEMS.find((one) => one === error) ?? 'INTERNAL' }
  } catch {
    return { problem: 'OFFLINE' }
  }
}
