import type { LanguageTag, Texts } from '@vises/questionnaire/model.ts'
import { isSpeech } from './words.ts'
import type { Speech } from './words.ts'

const PLAIN = '-x-plain'
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
// Where the page does not speak a language: the one its speakers here most often read.
const NEIGHBOURS: Record<string, Speech> = {
  af: 'nl',
  fy: 'nl',
  li: 'nl',
  vls: 'nl',
  br: 'fr',
  co: 'fr',
  ff: 'fr',
  ln: 'fr',
  oc: 'fr',
  pcd: 'fr',
  wa: 'fr',
  wo: 'fr',
  sco: 'en',
  tpi: 'en',
}

const primary = (tag: LanguageTag) => tag.toLowerCase().split('-')[0]!

export const isPlain = (tag: LanguageTag) => tag.endsWith(PLAIN)
export const withoutPlain = (tag: LanguageTag) => (isPlain(tag) ? tag.slice(0, -PLAIN.length) : tag)
export const plainOf = (tag: LanguageTag) => withoutPlain(tag) + PLAIN

/** The languages to choose from, plain variants left out: they are a switch. */
export const spoken = (languages: readonly LanguageTag[]) => [...new Set(languages.map(withoutPlain))]

export const directionOf = (tag: LanguageTag): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(primary(tag)) || /-(arab|hebr)\b/i.test(tag) ? 'rtl' : 'ltr'

// Browsers take their time to name a language; the usual ones here are known.
const NAMES = new Map(
  Object.entries({ fr: 'Français', nl: 'Nederlands', en: 'English', de: 'Deutsch', ar: 'العربية', tr: 'Türkçe' }),
)

/** A language called by its own speakers: `Nederlands`. */
export function ownName(tag: LanguageTag): string {
  const known = NAMES.get(tag) ?? nameOf(tag)
  NAMES.set(tag, known)
  return known
}

function nameOf(tag: LanguageTag): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return tag
  }
}

/** The language of the page's own words beside a questionnaire in another language. */
export function speechFor(tag: LanguageTag, preferred: readonly LanguageTag[]): Speech {
  const candidates = [tag, NEIGHBOURS[primary(tag)] ?? '', ...preferred].map(primary)
  return candidates.find(isSpeech) ?? 'fr'
}

/** The first language wanted that there is: exactly, else by its first part, else the first of the questionnaire. */
export function chooseLanguage(languages: readonly LanguageTag[], wanted: readonly (LanguageTag | undefined)[]) {
  for (const tag of wanted) {
    if (!tag) continue
    const found =
      languages.find((one) => one.toLowerCase() === tag.toLowerCase()) ??
      languages.find((one) => primary(one) === primary(tag))
    if (found) return found
  }
  return languages[0] ?? 'fr'
}

/** A text with the language it is in, where that is another one than asked for. */
export interface Said {
  text: string
  language: LanguageTag
}

/** A text in this language, else in its plain or usual variant, else in the base language, else in any. */
export function sayIn(texts: Texts | undefined, language: LanguageTag, base: LanguageTag): Said | undefined {
  if (!texts) return undefined
  const order = [language, withoutPlain(language), base, withoutPlain(base), ...Object.keys(texts)]
  for (const tag of order) {
    const text = texts[tag]
    if (text) return { text, language: tag }
  }
  return undefined
}
