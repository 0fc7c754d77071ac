import type { LanguageTag } from '@vises/questionnaire/model.ts'
import { useTexts } from '../texts.tsx'

/** The tag of the plain variant of a language: `fr-x-plain`. */
export const plainOf = (language: LanguageTag): LanguageTag => `${language}-x-plain`

export const isPlain = (language: LanguageTag): boolean => language.endsWith('-x-plain')

/** Languages that people on both sides of the border are asked in, to choose from. */
export const OFFERED_LANGUAGES = 'fr nl en de ar bg es fa it pl ps pt ro ru so sq ti tr uk zh'.split(' ')

/** The name of a language in the reader's language: "Français", "Français, facile à lire"; in a sentence "français". */
export function useLanguageName(): (tag: LanguageTag, inSentence?: boolean) => string {
  const { t, language: reader } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const names = new Intl.DisplayNames([reader], { type: 'language' })
  return (tag, inSentence = false) => {
    const [main = tag, variant] = tag.split('-x-')
    let name = main
    try {
      name = names.of(main) ?? main
    } catch {
      // A tag that the browser does not know stands for itself.
    }
    const written = inSentence ? name : name.charAt(0).toLocaleUpperCase(reader) + name.slice(1)
    if (variant === undefined) return written
    return isPlain(tag) ? t('language.plain', { language: written }) : `${written} (${variant})`
  }
}
