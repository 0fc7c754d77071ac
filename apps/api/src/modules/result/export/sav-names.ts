import { DECLINED_WORDS, wordsIn, YES_NO_WORDS } from '@vises/questionnaire/words.ts'
import type { ExportColumn } from './export-columns.ts'

/** Codes for what is no answer; SPSS leaves them out of its figures. Plain numbers need room below zero. */
export const NO_ANSWER = { declined: -98, notAsked: -99 } as const
export const NO_NUMBER = { declined: -999_998, notAsked: -999_999 } as const

const NOT_ASKED = { fr: 'Non posée', nl: 'Niet gevraagd', en: 'Not asked' }

/** A value of a column with its code and meaning. */
export interface CodedValue {
  value: string | number
  code: number
  label: string
}

/** The names of variables and the codes of their values, as an SPSS file has them. */
export interface SavCoding {
  names: string[]
  codes: CodedValue[][]
}

/** Names and codes for all columns of a table, the same each time and whatever the answers. */
export function savCoding(columns: readonly ExportColumn[], language: string): SavCoding {
  const taken = new Set<string>()
  return {
    names: columns.map(({ name }) => savName(name, taken)),
    codes: columns.map((column) => codesOf(column, language)),
  }
}

/** The codes of the choices of a column: themselves where they are numbers, else their place, over all versions. */
function codesOf({ type, choices, column }: ExportColumn, language: string): CodedValue[] {
  const noAnswer = column ? noAnswerCodes(type, column.role === 'consentVersion', language) : []
  if (type === 'flag') {
    const words = (name: 'yes' | 'no') => wordsIn(YES_NO_WORDS[name], language)
    return [{ value: 0, code: 0, label: words('no') }, { value: 1, code: 1, label: words('yes') }, ...noAnswer]
  }
  if (type !== 'choice') return noAnswer
  const numeric = choices.every(({ name }) => /^-?\d{1,9}$/.test(String(name)) && !isTaken(Number(name)))
  return [
    ...choices.map(({ name, label }, index) => ({ value: name, code: numeric ? Number(name) : index + 1, label })),
    ...noAnswer,
  ]
}

const isTaken = (code: number): boolean => code === NO_ANSWER.declined || code === NO_ANSWER.notAsked

function noAnswerCodes(type: ExportColumn['type'], never: boolean, language: string): CodedValue[] {
  if (never || type === 'text' || type === 'date' || type === 'time' || type === 'dateTime') return []
  const codes = type === 'number' ? NO_NUMBER : NO_ANSWER
  return [
    { value: '', code: codes.declined, label: wordsIn(DECLINED_WORDS, language) },
    { value: '', code: codes.notAsked, label: wordsIn(NOT_ASKED, language) },
  ]
}

const LONGEST = 60
const RESERVED = new Set('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '))

/** A name as SPSS takes it: letters, digits, points and underscores, beginning with a letter, unique whatever the case. */
function savName(name: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('/', '.')
    .replace(/[^A-Za-z0-9._]/g, '_')
    .replace(/^[^A-Za-z]+/, (mark) => `v${mark.replace(/[^0-9]/g, '')}`)
    .slice(0, LONGEST)
    .replace(/[._]+$/, '')
  const base = plain === '' ? 'v' : RESERVED.has(plain.toUpperCase()) ? `${plain}.1` : plain
  let unique = base
  for (let number = 2; taken.has(unique.toUpperCase()); number++) unique = `${base.slice(0, LONGEST - 6)}.${number}`
  taken.add(unique.toUpperCase())
  return unique
}
