import { spokenFor } from '@vises/questionnaire/paper/print-words.ts'
import { makeFormats } from '@vises/ui/formats.ts'

/** Days as a language of respondents writes them. */
export const printFormats = (tag: string) => makeFormats(spokenFor(tag))
