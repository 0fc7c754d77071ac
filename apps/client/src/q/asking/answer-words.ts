import { AGREEMENT } from '@vises/questionnaire/model.ts'
import type {
  AnswerValue,
  Choice,
  FileAnswer,
  LanguageTag,
  Question,
  Questionnaire,
  Texts,
} from '@vises/questionnaire/model.ts'
import { placesOf } from '@vises/questionnaire/places.ts'
import { dayInWords } from '../days.ts'
import { sayIn } from '../language.ts'
import type { Speech, Words } from '../words.ts'
import { plainText } from './rich.ts'

/** Everything needed to put an answer in words. */
export interface Reading {
  questionnaire: Questionnaire
  language: LanguageTag
  speech: Speech
  t: Words
}

export const OTHER = 'other'

/** A text of the questionnaire without its marking, empty when there is none. */
export const said = ({ questionnaire, language }: Reading, texts: Texts | undefined): string =>
  plainText(sayIn(texts, language, questionnaire.baseLanguage)?.text ?? '')

/** The columns of a matrix: the choices of its list, else the five steps of agreement. */
export function columnsOf(reading: Reading, question: Question): { name: string | number; label: string }[] {
  const list = question.choices ? reading.questionnaire.choiceLists[question.choices] : undefined
  if (list) return list.map((choice) => ({ name: choice.name, label: said(reading, choice.label) || choice.name }))
  return AGREEMENT.map((step) => ({ name: step, label: reading.t(`agreement.${step}`) }))
}

/** An answer in the words of its reader: one line, or one for each part. No line: nothing was answered. */
export function wordsOf(
  reading: Reading,
  question: Question,
  value: AnswerValue | undefined,
  otherText?: string,
): string[] {
  const { t, speech } = reading
  if (value === undefined || value === '') return []
  if (value === null) return [t('declined')]
  const { questionnaire } = reading
  const list = question.choices ? questionnaire.choiceLists[question.choices] : placesOf(question, questionnaire)
  const choice = (name: string | number) => nameOf(reading, list, name, otherText)
  switch (question.kind) {
    case 'yesNo':
      return [value === 'yes' ? t('yes') : t('no')]
    case 'consent':
      return [value === 'yes' ? t('agree') : t('disagree')]
    case 'single':
    case 'place':
      return [choice(String(value))]
    case 'multiple':
      return (value as readonly string[]).map(choice)
    case 'ranking':
      return (value as readonly string[]).map((name, index) => `${index + 1}. ${choice(name)}`)
    case 'agreement':
      return [t(`agreement.${value as 1}`)]
    case 'thenNow': {
      const { then, now } = value as { then?: number; now?: number }
      return [
        ...(then === undefined
          ? []
          : [t('pair', { what: said(reading, question.thenLabel) || t('then'), value: then })]),
        ...(now === undefined ? [] : [t('pair', { what: said(reading, question.nowLabel) || t('now'), value: now })]),
      ]
    }
    case 'matrix': {
      const columns = columnsOf(reading, question)
      const rows = reading.questionnaire.choiceLists[question.rows ?? ''] ?? []
      const given = value as Record<string, string | number>
      return rows
        .filter((row) => given[row.name] !== undefined)
        .map((row) => {
          const label = columns.find((column) => String(column.name) === String(given[row.name]))?.label
          return t('pair', { what: said(reading, row.label) || row.name, value: label ?? given[row.name]! })
        })
    }
    case 'file':
      return [`${(value as FileAnswer).name} (${sizeInWords((value as FileAnswer).bytes, speech)})`]
    case 'date':
    case 'dateTime':
      return [dayInWords(String(value), speech, question.kind === 'dateTime')]
    default:
      return [typeof value === 'number' ? new Intl.NumberFormat(speech).format(value) : String(value)]
  }
}

function nameOf(reading: Reading, list: readonly Choice[] | undefined, name: string | number, otherText?: string) {
  const choice = list?.find((one) => one.name === name)
  if (choice) return said(reading, choice.label) || choice.name
  if (name === OTHER)
    return otherText ? reading.t('pair', { what: reading.t('other'), value: otherText }) : reading.t('other')
  return String(name)
}

const MEGABYTE = 1024 * 1024

/** `1,2 Mo`, `340 kB`: in the units of the reader. */
export function sizeInWords(bytes: number, speech: Speech): string {
  const [unit, divisor] = bytes >= MEGABYTE ? (['megabyte', MEGABYTE] as const) : (['kilobyte', 1024] as const)
  const value = Math.max(bytes / divisor, 0.1)
  return new Intl.NumberFormat(speech, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
}
