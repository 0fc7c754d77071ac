import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

/** Compiles the ICU messages of `texts.<language>.json` while building, so that no parser is sent to the browser. */
export function texts(): Plugin {
  return {
    name: 'vises-texts',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]texts\.(fr|nl|en)\.json$/.test(id)) return null
      const messages = JSON.parse(code) as Record<string, string>
      const compiled: Record<string, unknown> = {}
      for (const [key, message] of Object.entries(messages)) {
        try {
          const tokens = compileMessageOrThrow(message)
          compiled[key] = tokens.length === 1 && typeof tokens[0] === 'string' ? tokens[0] : tokens
        } catch (error) {
          this.error(`${id}, ${key}: ${(error as Error).message}`)
        }
      }
      return { code: JSON.stringify(compiled), map: null }
    },
  }
}

/** One file per language for the build's `codeSplitting.groups`: a page waits for one download only. */
export const textGroups = (['fr', 'nl', 'en'] as const).map((language) => ({
  name: `texts-${language}`,
  test: new RegExp(`[\\\\/]texts\\.${language}\\.json$`),
}))
