import { mediaId, mediaOf, withMedia } from '@vises/questionnaire/media.ts'
import type { MediaKind } from '@vises/questionnaire/model.ts'
import type { OpenForm } from './api.ts'

/** The questionnaire with its files inside of it, to be shown without a connection. @throws where one cannot be had now */
export async function withFiles(form: OpenForm, kinds: readonly MediaKind[]): Promise<OpenForm> {
  let { questionnaire } = form.compiled
  for (const address of mediaOf(questionnaire, kinds)) {
    if (mediaId(address)) questionnaire = withMedia(questionnaire, address, await contentOf(address))
  }
  return { ...form, compiled: { ...form.compiled, questionnaire } }
}

/** The file as a `data:` address. */
async function contentOf(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' })
  if (!response.ok) throw new Error('A file of the questionnaire is not there.')
  const content = await response.blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error ?? new Error('A file of the questionnaire cannot be read.'))
    reader.readAsDataURL(content)
  })
}
