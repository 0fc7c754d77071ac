import type { LanguageTag, Texts } from './model.ts'

/** Words of our own for answers whose choices no questionnaire writes down. */
export const YES_NO_WORDS: Record<'yes' | 'no', Texts> = {
  yes: { fr: 'Oui', nl: 'Ja', en: 'Yes', de: 'Ja' },
  no: { fr: 'Non', nl: 'Nee', en: 'No', de: 'Nein' },
}

/** The five steps of agreement. */
export const AGREEMENT_WORDS: Record<1 | 2 | 3 | 4 | 5, Texts> = {
  1: {
    fr: 'Pas du tout d’accord',
    nl: 'Helemaal niet akkoord',
    en: 'Strongly disagree',
    de: 'Stimme überhaupt nicht zu',
  },
  2: { fr: 'Plutôt pas d’accord', nl: 'Eerder niet akkoord', en: 'Disagree', de: 'Stimme eher nicht zu' },
  3: {
    fr: 'Ni d’accord ni pas d’accord',
    nl: 'Noch akkoord, noch niet akkoord',
    en: 'Neither agree nor disagree',
    de: 'Weder noch',
  },
  4: { fr: 'Plutôt d’accord', nl: 'Eerder akkoord', en: 'Agree', de: 'Stimme eher zu' },
  5: { fr: 'Tout à fait d’accord', nl: 'Helemaal akkoord', en: 'Strongly agree', de: 'Stimme voll und ganz zu' },
}

/** The choice that comes with "other: please specify". */
export const OTHER_WORDS: Texts = { fr: 'Autre', nl: 'Andere', en: 'Other', de: 'Andere' }

/** "I prefer not to say". */
export const DECLINED_WORDS: Texts = {
  fr: 'Ne souhaite pas répondre',
  nl: 'Wil liever niet antwoorden',
  en: 'Prefers not to say',
  de: 'Möchte nicht antworten',
}

/** The two moments of a then/now question that names none. */
export const MOMENT_WORDS: Record<'then' | 'now', Texts> = {
  then: { fr: 'Avant', nl: 'Vroeger', en: 'Before', de: 'Vorher' },
  now: { fr: 'Maintenant', nl: 'Nu', en: 'Now', de: 'Jetzt' },
}

/** A text in the reader's language: the variant, its main language, the base language, then whatever there is. */
export function wordsIn(texts: Texts | undefined, language: LanguageTag, base?: LanguageTag): string {
  if (!texts) return ''
  for (const tag of [language, language.split('-')[0]!, base, 'en'])
    if (tag !== undefined && texts[tag]) return texts[tag]
  return Object.values(texts).find(Boolean) ?? ''
}
