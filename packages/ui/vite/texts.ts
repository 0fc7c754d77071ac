import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

/** French keeps its marks with the word they belong to: no line begins with a colon or ends after an opening quote. */
export const keptTogether = (message: string): string => message.replace(/ (?=[?;!»]|:(?!:))|(?<=«) /g, '\u00a0')

const TEXTS = /[\\/]texts\.(fr|nl|en)\.json(\?nav)?$/

/**
 * Compiles the ICU messages of `texts.<language>.json` while building, so that no parser is sent to the browser. With
 * `?nav` only the words of the navigation come along: an area's own texts wait until the area is opened.
 */
export function texts(): Plugin {
  return {
    name: 'vises-texts',
    enforce: 'pre',
    transform(code, id) {
      const [match, language, nav] = TEXTS.exec(id) ?? []
      if (!match) return null
      const messages = JSON.parse(code) as Record<string, string>
      const compiled: Record<string, unknown> = {}
      for (const [key, message] of Object.entries(messages)) {
        if (nav && !key.startsWith('nav')) continue
        try {
          compiled[key] = compileMessageOrThrow(language === 'fr' ? keptTogether(message) : message)
        } catch (error) {
          this.error(`${id}, ${key}: ${(error as Error).message}`)
        }
      }
      const json = JSON.stringify(compiled)
      // A JSON file without a query goes on to Vite's own JSON step.
      return nav ? { code: `export default ${json}`, map: null, moduleType: 'js' } : { code: json, map: null }
    },
  }
}

// What every page needs, in one file per language: the shared words, the frame's, the navigation's.
const FIRST = /[\\/](ui[\\/]src|src[\\/]app|glossary)[\\/]texts\.\w\w\.json$|\?nav$/

/** For the build's `codeSplitting.groups`: a page waits for one download of texts, then for its own area's. */
export const textGroups = (['fr', 'nl', 'en'] as const).map((language) => ({
  name: `texts-${language}`,
  test: (id: string) => id.includes(`texts.${language}.json`) && FIRST.test(id),
}))
