import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const LANGUAGES = ['fr', 'nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const repository = path.join(import.meta.dirname, '../../..')
const read = new Map<string, Record<string, string>>()

/** The texts of an area in one language: of the console, of the enterprises' app, else of what both share. */
export function textsOf(area: string, language: Language, app: 'admin' | 'client' = 'admin'): Record<string, string> {
  const places = [
    `apps/${app}/src/areas/${area}`,
    `packages/ui/src/${area}`,
    ...(area === 'ui' ? ['packages/ui/src'] : []),
    ...(area === 'app' ? [`apps/${app}/src/app`] : []),
    ...(area === 'welcome' || area === 'q' ? [`apps/client/src/${area}`] : []),
  ]
  const file = places.map((place) => path.join(repository, place, `texts.${language}.json`)).find(existsSync)
  if (!file) throw new Error(`There are no texts for "${area}".`)
  const known = read.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
  read.set(file, known)
  return known
}

/**
 * Speaks with the words of the screens, so that a test finds what a person would read: `say('gate.sign')`. Values replace
 * the placeholders of the text; a text with plurals needs a pattern of its own.
 */
export function say(area: string, language: Language, app: 'admin' | 'client' = 'admin') {
  return (key: string, values: Record<string, string | number> = {}): string => {
    const text = textsOf(area, language, app)[key]
    if (text === undefined) throw new Error(`There is no text "${area}.${key}".`)
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
  }
}
