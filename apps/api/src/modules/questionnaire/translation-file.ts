import { hashOf } from '@vises/questionnaire/translation.ts'
import type { TranslationUnit } from '@vises/questionnaire/translation.ts'

/** One line of a translator's file, on its way in. */
export interface FileText {
  path: string
  text: string
  /** The words it was made from, as they stand in the file. */
  source?: string
  /** The mark that the file was given out with: hashes of the source and of the translation that stood there. */
  mark?: string
  /** The translator says that it is right, though nothing changed. */
  confirmed?: boolean
  /** A cell that was computed: nobody's word. */
  computed?: boolean
}

/** What a translator's file says. */
export interface TranslationFile {
  /** The language it translates into, where the file says it. */
  language?: string
  texts: FileText[]
}

/** More lines than a questionnaire can have texts. */
export const MOST_FILE_TEXTS = 200_000

/** What a file is given out with for each text, to know on its way back what changed meanwhile. */
export const markOf = ({ sourceHash, target }: Pick<TranslationUnit, 'sourceHash' | 'target'>): string =>
  `${sourceHash}.${hashOf(target)}`

/** What a mark says; nothing when it is none of ours. */
export function readMark(mark: string | undefined): { sourceHash: string; targetHash: string } | undefined {
  const match = /^([0-9a-z]{1,12})\.([0-9a-z]{1,12})$/.exec(mark?.trim() ?? '')
  return match ? { sourceHash: match[1]!, targetHash: match[2]! } : undefined
}

/** The answers that a text takes up: `${name}`. */
export const referencesIn = (text: string): string[] =>
  [...new Set(text.match(/\$\{[^{}]*\}/g))].map((one) => one.replace(/\s+/g, '')).sort()
