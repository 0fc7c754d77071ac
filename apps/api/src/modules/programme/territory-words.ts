import type { Language, TriText } from '../../platform/tri-text.ts'
import type { ProjectTerritory } from './programme-data.ts'

const WORDS: Record<ProjectTerritory, TriText> = {
  FR: { fr: 'France', nl: 'Frankrijk', en: 'France' },
  WA: { fr: 'Wallonie', nl: 'Wallonië', en: 'Wallonia' },
  VL: { fr: 'Flandre', nl: 'Vlaanderen', en: 'Flanders' },
  BRU: { fr: 'Bruxelles', nl: 'Brussel', en: 'Brussels' },
}
const UNKNOWN: TriText = { fr: 'Territoire inconnu', nl: 'Gebied onbekend', en: 'Territory not known' }

/** A territory of the project as the pages name it, for files. */
export const territoryWords = (code: string | null | undefined, language: Language): string =>
  (WORDS[code as ProjectTerritory] ?? UNKNOWN)[language]
