import type { Column, ColumnChoice } from '@vises/questionnaire/columns.ts'
import { DECLINED_WORDS, YES_NO_WORDS } from '@vises/questionnaire/words.ts'
import { plainText } from '../../enterprise/plain-text.ts'

/** What a cell says: a value, "I prefer not to say" (`null`), nothing (`undefined`), or something that cannot be read. */
export type ReadCell =
  | { value: string | number | string[] | null | undefined; fault?: undefined }
  | { fault: CellFault }

export type CellFault =
  | 'notANumber'
  | 'notADay'
  | 'notATime'
  | 'unknownChoice'
  | 'unknownGroup'
  | 'unknownLanguage'
  | 'notYesOrNo'

const DECLINED = new Set(
  ['declined', ...Object.values(DECLINED_WORDS)].flatMap((words) => [plainText(words), `(${plainText(words)})`]),
)

/** How the cells of a column of answers are read; made once for many rows. */
export function cellReader(column: Column): (text: string) => ReadCell {
  const read = readerFor(column)
  return (text) => {
    if (text === '') return { value: undefined }
    return DECLINED.has(plainText(text)) ? { value: null } : read(text)
  }
}

function readerFor({ role, type, choices }: Column): (text: string) => ReadCell {
  if (role === 'joined') return joinedReader(choices)
  switch (type) {
    case 'number':
      return numberOf
    case 'flag':
      return flagOf
    case 'choice':
      return choiceReader(choices)
    case 'date':
      return (text) => fromDay(dayOf(text))
    case 'time':
      return timeOf
    case 'dateTime':
      return momentOf
    default:
      return (text) => ({ value: text })
  }
}

/** A number as people write it: `1 234,5`, `1234.5`, `-3`. */
function numberOf(text: string): ReadCell {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '').replace(/,(?=\d+$)/, '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? { value: Number(plain) } : { fault: 'notANumber' }
}

const YES = new Set([
  '1',
  'x',
  'true',
  'vrai',
  'waar',
  'y',
  'o',
  'yes',
  ...Object.values(YES_NO_WORDS.yes).map(plainText),
])
const NO = new Set(['0', '-', 'false', 'faux', 'onwaar', 'n', 'no', ...Object.values(YES_NO_WORDS.no).map(plainText)])

function flagOf(text: string): ReadCell {
  const plain = plainText(text)
  if (YES.has(plain)) return { value: 1 }
  return NO.has(plain) ? { value: 0 } : { fault: 'notYesOrNo' }
}

/** A choice by its name, or by its label in any language. */
function choiceReader(choices: readonly ColumnChoice[]): (text: string) => ReadCell {
  const known = choicesByWord(choices)
  const isYesNo = choices.length === 2 && choices.every(({ name }) => name === 'yes' || name === 'no')
  return (text) => {
    const value = known.get(plainText(text))
    if (value !== undefined) return { value }
    const flag = isYesNo ? flagOf(text) : undefined
    if (flag && flag.fault === undefined) return { value: flag.value === 1 ? 'yes' : 'no' }
    return { fault: 'unknownChoice' }
  }
}

function choicesByWord(choices: readonly ColumnChoice[]): Map<string, string | number> {
  const known = new Map<string, string | number>()
  for (const { name, label } of choices)
    for (const text of Object.values(label)) if (text && !known.has(plainText(text))) known.set(plainText(text), name)
  // A name goes before another one's label.
  for (const { name } of choices) known.set(plainText(String(name)), name)
  return known
}

/** Several choices in one cell: names with blanks between them, or names or labels with `;`, `|` or line breaks. */
function joinedReader(choices: readonly ColumnChoice[]): (text: string) => ReadCell {
  const known = choicesByWord(choices)
  return (text) => {
    const whole = known.get(plainText(text))
    if (whole !== undefined) return { value: [String(whole)] }
    for (const separator of [/[;|\n]/, /,/, /\s+/]) {
      const names = text
        .split(separator)
        .map((part) => plainText(part.trim()))
        .filter(Boolean)
        .map((part) => known.get(part))
      if (names.every((name) => name !== undefined)) return { value: [...new Set(names.map(String))] }
    }
    return { fault: 'unknownChoice' }
  }
}

const fromDay = (day: string | undefined): ReadCell => (day ? { value: day } : { fault: 'notADay' })

const FIRST_SERIAL = 1
const LAST_SERIAL = 2_958_465

/** A day: `2018-03-14`, `14/03/2018`, `14.3.2018`, or the number under which a spreadsheet keeps it. */
export function dayOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return dayFrom(iso[1]!, iso[2]!, iso[3]!)
  const european = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (european) return dayFrom(european[3]!, european[2]!, european[1]!)
  const serial = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}

function dayFrom(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined
}

function timeOf(text: string): ReadCell {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:h.]([0-5]\d)(?::[0-5]\d)?$/.exec(text) ?? []
  return hours ? { value: `${hours.padStart(2, '0')}:${minutes}` } : { fault: 'notATime' }
}

function momentOf(text: string): ReadCell {
  const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) ? Date.parse(text.replace(' ', 'T')) : Number.NaN
  return Number.isNaN(time) ? { fault: 'notATime' } : { value: new Date(time).toISOString() }
}
