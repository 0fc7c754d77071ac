import { LANGUAGES, type Language } from './language.ts'
import type { Messages } from '@lingui/core'

type Loader = () => Promise<unknown>

/** Where the texts of each language are: the loaders of its files, by area. */
export type Catalogs = Record<Language, { area: string; load: Loader }[]>

/**
 * Sorts the files that a page found with `import.meta.glob('…/texts.*.json')`: the folder gives the area, the file name
 * the language.
 */
export function catalogsOf(...found: { files: Record<string, Loader>; area?: string }[]): Catalogs {
  const catalogs: Catalogs = { fr: [], nl: [], en: [] }
  for (const { files, area } of found) {
    for (const [file, load] of Object.entries(files)) {
      const [folder = '', name = ''] = file.split('/').slice(-2)
      const language = LANGUAGES.find((one) => name === `texts.${one}.json`)
      if (language) catalogs[language].push({ area: area ?? folder, load })
    }
  }
  return catalogs
}

/** The texts of the shared parts. */
export const sharedCatalogs = [
  { files: import.meta.glob('./texts.*.json', { import: 'default' }), area: 'ui' },
  { files: import.meta.glob('./*/texts.*.json', { import: 'default' }) },
]

/** All messages of a language, with ids `<area>.<key>`. */
export async function loadMessages(catalogs: Catalogs, language: Language): Promise<Messages> {
  const parts = await Promise.all(catalogs[language].map(async ({ area, load }) => ({ area, texts: await load() })))
  const messages: Messages = {}
  for (const { area, texts } of parts) {
    for (const [key, message] of Object.entries(texts as Messages)) messages[`${area}.${key}`] = message
  }
  return messages
}
