import type { Path } from '@vises/questionnaire/form.ts'
import type { View } from '@vises/questionnaire/form-types.ts'
import type { AnswerValue, FileAnswer, LanguageTag, Question } from '@vises/questionnaire/model.ts'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Session } from '../asking/session.ts'
import type { Speech, Words } from '../words.ts'

/** Where chosen files go. */
export interface FileDesk {
  maxBytes: number
  types: readonly string[]
  add(name: string, content: Blob): Promise<FileAnswer>
  content(file: FileAnswer): Promise<Blob | undefined>
}

/** What every part of a questionnaire on the screen needs. */
export interface Desk {
  session: Session
  t: Words
  speech: Speech
  files: FileDesk
  /** Put on what is in the page's own words, where the questionnaire is in another language. */
  own: { lang?: LanguageTag }
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A question stands outside of a questionnaire.')
  return desk
}

/** What the part that takes an answer is given. */
export interface FieldProps {
  question: Question
  path: Path
  view: View
  /** The beginning of all ids of this question. */
  id: string
  /** The ids of its title and of what explains it. */
  titled: string
  described: string | undefined
  wrong: boolean
  answer: (value: AnswerValue | undefined) => void
}

/** A path as the beginning of ids. */
export const idOf = (path: Path): string => `q-${path.replace(/[^\w-]/g, '_')}`

/** The words of an appearance. */
export const looksLike = (question: Question, word: string): boolean =>
  (question.appearance ?? '').split(/\s+/).includes(word)
