import type { Language } from '../tri-text.ts'

const LOCALES: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' }

/** A date as people in the programme's area write it, with the hour: a link ends at a moment, not on a day. */
export const longDate = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  }).format(date)
