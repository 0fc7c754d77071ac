import type { Speech } from './words.ts'

// Days as they are written here: `20 December`, not `December 20`.
const LOCALES: Record<Speech, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' }

/** `14 maart 2018`; with `clock` also the hour. What is no moment is left as it is. */
export function dayInWords(day: string, speech: Speech, clock = false): string {
  const moment = new Date(clock ? day : `${day}T12:00:00`)
  if (Number.isNaN(moment.getTime())) return day
  const words = new Intl.DateTimeFormat(LOCALES[speech], {
    dateStyle: 'long',
    ...(clock ? { timeStyle: 'short' as const } : {}),
  }).format(moment)
  return speech === 'fr' ? words.replace(/^1 /, '1er ') : words
}
