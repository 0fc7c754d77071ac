import { MEDIA_RULES } from '@vises/questionnaire/media.ts'
import type { MediaKind } from '@vises/questionnaire/model.ts'

const PROBLEMS = ['FILE_TYPE', 'FILE_TOO_LARGE', 'EMPTY', 'FULL', 'OFFLINE', 'UNREADABLE'] as const
export type MediaProblem = (typeof PROBLEMS)[number]

/** Keeps a file for the questions of a questionnaire and answers its address, or why it was not taken. */
export async function sendMedia(
  questionnaireId: string,
  kind: MediaKind,
  file: File,
): Promise<{ address: string } | { problem: MediaProblem }> {
  const body = kind === 'image' ? await fitForPhones(file) : file
  if (body.size > MEDIA_RULES[kind].maxBytes) return { problem: 'FILE_TOO_LARGE' }
  try {
    const response = await fetch(`/api/questionnaires/${questionnaireId}/media?kind=${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body,
    })
    const { address, error } = (await response.json().catch(() => ({}))) as { address?: string; error?: string }
    if (response.ok && address) return { address }
    return { problem: PROBLEMS.find((one) => one === error) ?? 'UNREADABLE' }
  } catch {
    return { problem: 'OFFLINE' }
  }
}

const LONGEST_SIDE = 1600
const LIGHT_BYTES = 400_000
/** What paper forms can show too. */
const PRINTABLE = ['image/jpeg', 'image/png']

/** A picture no larger than a screen shows; as it is when it is light, or no picture that this browser knows. */
async function fitForPhones(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return file
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const printable = PRINTABLE.includes(file.type)
  if (scale === 1 && printable && file.size <= LIGHT_BYTES) return file
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const fitted = await canvas.convertToBlob(
    file.type === 'image/jpeg' ? { type: 'image/jpeg', quality: 0.85 } : { type: 'image/png' },
  )
  return printable && file.size <= fitted.size ? file : fitted
}
