import type { LanguageTag } from '@vises/questionnaire/model.ts'

const FILE_PROBLEMS = [
  'EMPTY',
  'FILE_TOO_LARGE',
  'TOO_MUCH',
  'WRONG_LANGUAGE',
  'ARCHIVED',
  'OLD_WORKBOOK',
  'OFFLINE',
  'UNREADABLE',
] as const
const FAULTS = [
  'unknownPath',
  'twice',
  'empty',
  'computed',
  'tooLong',
  'otherReferences',
  'changedMeanwhile',
  'sourceChanged',
] as const

/** What came, or would come, of a translator's file. */
export type TranslationFileOutcome =
  | {
      kind: 'read'
      taken: number
      unchanged: number
      faults: { path: string; code: (typeof FAULTS)[number]; current?: string }[]
    }
  | { kind: 'refused'; problem: (typeof FILE_PROBLEMS)[number] }

/** Sends a translator's file; a trial changes nothing. */
export async function sendTranslation(
  questionnaireId: string,
  file: File,
  language: LanguageTag,
  trial: boolean,
): Promise<TranslationFileOutcome> {
  const query = new URLSearchParams({ language, ...(trial && { dryRun: '1' }) })
  try {
    const response = await fetch(`/api/questionnaires/${questionnaireId}/translation?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    const answer = (await response.json().catch(() => ({}))) as {
      taken?: number
      unchanged?: number
      faults?: { path: string; code: string; current?: string }[]
      error?: string
    }
    if (!response.ok || answer.taken === undefined) {
      return { kind: 'refused', problem: FILE_PROBLEMS.find((one) => one === answer.error) ?? 'UNREADABLE' }
    }
    const faults = (answer.faults ?? []).map((fault) => ({
      ...fault,
      code: FAULTS.find((one) => one === fault.code) ?? ('unknownPath' as const),
    }))
    return { kind: 'read', taken: answer.taken, unchanged: answer.unchanged ?? 0, faults }
  } catch {
    return { kind: 'refused', problem: 'OFFLINE' }
  }
}
