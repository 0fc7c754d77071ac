import en from './texts.en.json'
import fr from './texts.fr.json'
import nl from './texts.nl.json'

/** The languages that the page itself speaks; questionnaires may be asked in more. */
export type Speech = 'fr' | 'nl' | 'en'
export type Word = keyof typeof fr
export type Values = Readonly<Record<string, string | number>>
/** Says a text of the page: `t('progress', { at: 3, of: 10 })`. */
export type Words = (word: Word, values?: Values) => string

// A message as the build leaves it: pieces of text, values, and choices by number or word.
type Piece = string | readonly [name: string, kind?: string, branches?: Readonly<Record<string, Message>>]
type Message = string | readonly Piece[]

// All three come along: a change of language must not need a connection.
const TEXTS = { fr, nl, en } as unknown as Record<Speech, Record<string, Message>>

export const isSpeech = (tag: string): tag is Speech => tag in TEXTS

/** The page's words in one language, in plain wording where there is one. */
export function wordsIn(speech: Speech, plain: boolean): Words {
  const texts = TEXTS[speech]
  return (word, values = {}) => {
    const message = (plain ? texts[`${word}.plain`] : undefined) ?? texts[word] ?? word
    return put(message, values, speech)
  }
}

function put(message: Message, values: Values, speech: Speech, count?: number): string {
  if (typeof message === 'string') return message === '#' ? shown(count ?? 0, speech) : message
  return message.map((piece) => putPiece(piece, values, speech, count)).join('')
}

function putPiece(piece: Piece, values: Values, speech: Speech, count?: number): string {
  if (typeof piece === 'string') return put(piece, values, speech, count)
  const [name, kind, branches] = piece
  const value = values[name] ?? ''
  if (!kind || !branches) return shown(value, speech)
  const branch = kind === 'plural' ? pluralOf(Number(value), speech) : String(value)
  return put(branches[branch] ?? branches.other ?? '', values, speech, kind === 'plural' ? Number(value) : count)
}

// The three rules of our languages; the browser's own table of all languages takes a slow phone noticeable time.
const pluralOf = (count: number, speech: Speech) =>
  (speech === 'fr' ? Math.abs(count) < 2 : count === 1) ? 'one' : 'other'

const shown = (value: string | number, speech: Speech) =>
  typeof value === 'string' || (Number.isInteger(value) && Math.abs(value) < 1000)
    ? String(value)
    : new Intl.NumberFormat(speech).format(value)
