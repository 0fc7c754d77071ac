import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { createForm } from '@vises/questionnaire/form.ts'
import type { Form } from '@vises/questionnaire/form.ts'
import { layoutOf } from '@vises/questionnaire/layout.ts'
import type { Answers, AnswerValue, Question, RepeatRows } from '@vises/questionnaire/model.ts'
import {
  ANSWERED,
  countedCode,
  countedName,
  countedNumber,
  countedSeconds,
  DECLINED,
  MISSING,
  ROWS_ALIKE,
  ROWS_GIVEN,
  wordsOf,
} from './counted-value.ts'

/** An answer as far as it is counted. */
export interface CountedResponse {
  groupId: string | null
  version: number
  language: string
  channel: string
  receivedOn: string
  seconds: number | null
  answers: Answers
}

/** Takes one fact of an answer: a question (or `@day` and the like), its part, the value. */
export type Count = (questionKey: string, part: string, value: string) => void

/** A question as counting sees it. */
interface CountedQuestion {
  question: Question
  /** Keys of the repeats it stands in, outermost first. */
  repeats: readonly string[]
  /** Whether logic decides if it is asked. */
  conditional: boolean
}

/** What is needed to count answers to one version; made once. */
export interface CountingPlan {
  compiled: Compiled
  questions: CountedQuestion[]
  /** Questions by which results are broken down, of those asked for. */
  breakdowns: Question[]
}

/** Kinds of which each person gives one of few values, so that they divide the answers into groups. */
const DIVIDING = new Set(['single', 'yesNo', 'agreement', 'scale', 'place'])

/** Whether results can be broken down by a question. */
export const divides = ({ kind }: Question): boolean => DIVIDING.has(kind)

/** Prepares to count answers to a version. */
export function countingPlan(compiled: Compiled, breakdowns: readonly string[]): CountingPlan {
  const { entries } = layoutOf(compiled.questionnaire)
  const questions: CountedQuestion[] = []
  for (const { item, parent, repeats } of entries) {
    if ('items' in item || item.kind === 'note') continue
    let conditional = item.relevant !== undefined
    for (let above = parent; above >= 0; above = entries[above]!.parent)
      conditional ||= entries[above]!.item.relevant !== undefined
    questions.push({ question: item, repeats: repeats.map((index) => entries[index]!.item.key), conditional })
  }
  const dividing = questions.filter(({ question, repeats }) => repeats.length === 0 && divides(question))
  return {
    compiled,
    questions,
    breakdowns: dividing.map(({ question }) => question).filter(({ key }) => breakdowns.includes(key)),
  }
}

/** Into which groups an answer falls, by each key of breaking down. */
export function groupsOf({ breakdowns }: CountingPlan, { groupId, answers }: CountedResponse): [string, string][] {
  return [
    ['', ''],
    ['@group', groupId ?? ''],
    ...breakdowns.map(({ key }): [string, string] => {
      const value = answers[key]
      return [key, (typeof value === 'object' ? undefined : countedCode(value)) ?? '']
    }),
  ]
}

/** Tells every fact of an answer, words aside. The same answer tells the same facts whenever it is asked. */
export function countResponse(plan: CountingPlan, response: CountedResponse, count: Count): void {
  count('@answers', '', '')
  count('@day', '', response.receivedOn)
  count('@language', '', response.language)
  count('@channel', '', response.channel)
  count('@version', '', String(response.version))
  if (response.seconds !== null) count('@seconds', '', countedSeconds(response.seconds))
  let form: Form | undefined
  const wasAsked = (key: string): boolean => {
    form ??= createForm(plan.compiled, {
      language: response.language,
      answers: response.answers,
      now: () => new Date(`${response.receivedOn}T12:00:00Z`),
      random: () => 0.5,
    })
    return form.view(key).relevant
  }
  for (const { question, repeats, conditional } of plan.questions) {
    if (repeats.length > 0) countRows(question, rowsIn(response.answers, repeats), count)
    else {
      const value = response.answers[question.key] as AnswerValue | undefined
      if (value === undefined && conditional && !wasAsked(question.key)) continue
      countAnswer(question, value, count)
    }
  }
}

/** Tells the words of the texts of an answer, each once per question. */
export function countWords(plan: CountingPlan, { answers, language }: CountedResponse, count: Count): void {
  for (const { question, repeats } of plan.questions) {
    if (question.kind !== 'shortText' && question.kind !== 'longText') continue
    const texts = rowsIn(answers, repeats).map((row) => row[question.key])
    const words = new Set(texts.flatMap((text) => (typeof text === 'string' ? [...wordsOf(text, language)] : [])))
    for (const word of words) count(question.key, '', word)
  }
}

const rowsIn = (answers: Answers, repeats: readonly string[]): Answers[] =>
  repeats.reduce<Answers[]>(
    (rows, key) => rows.flatMap((row) => (Array.isArray(row[key]) ? (row[key] as RepeatRows) : [])),
    [answers],
  )

/** A question that was asked several times: people are counted, not rows, so that five rows of one person stay one. */
function countRows(question: Question, rows: Answers[], count: Count): void {
  if (rows.length === 0) return
  const facts = new Map<string, [string, string, string]>()
  for (const row of rows)
    countAnswer(question, row[question.key] as AnswerValue | undefined, (...fact) => facts.set(fact.join('\0'), fact))
  const said = (value: string) => facts.has([question.key, '', value].join('\0'))
  // Who answered in one row and not in another has answered.
  const weaker = said(ANSWERED) ? [MISSING, DECLINED] : said(DECLINED) ? [MISSING] : []
  for (const [key, part, value] of facts.values()) if (!weaker.includes(value)) count(key, part, value)
}

function countAnswer(question: Question, value: AnswerValue | undefined, count: Count): void {
  const { key } = question
  if (value === null) return count(key, '', DECLINED)
  const answered = value !== undefined && countParts(question, value, count)
  return count(key, '', answered ? ANSWERED : MISSING)
}

/** Tells what an answer says; false when it says nothing. */
function countParts(question: Question, value: NonNullable<AnswerValue>, count: Count): boolean {
  const { key, kind } = question
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'scale':
    case 'agreement':
      if (typeof value !== 'number' || !Number.isFinite(value)) return false
      count(key, '', countedNumber(value))
      return true
    case 'date':
    case 'dateTime':
      if (typeof value !== 'string') return false
      count(key, '', value.slice(0, 7))
      return true
    case 'time':
      if (typeof value !== 'string') return false
      count(key, '', value.slice(0, 2))
      return true
    case 'multiple':
    case 'ranking':
      if (!Array.isArray(value) || value.length === 0) return false
      for (const [index, name] of value.entries())
        count(key, kind === 'ranking' ? String(index + 1) : '', countedName(name))
      return true
    case 'thenNow':
      return countMoments(key, value, count)
    case 'matrix':
      return countMatrix(question, value, count)
    case 'shortText':
    case 'longText':
      return typeof value === 'string' && value.trim() !== ''
    case 'file':
      return typeof value === 'object'
    default: {
      const code = countedCode(value)
      if (code !== undefined) count(key, '', code)
      return code !== undefined || typeof value === 'string'
    }
  }
}

/** Both moments are counted as one value, from which each of them, and the change, can be read. */
function countMoments(key: string, value: NonNullable<AnswerValue>, count: Count): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return false
  const { then, now } = value as { then?: unknown; now?: unknown }
  if (typeof then !== 'number' || typeof now !== 'number') return false
  count(key, 'pair', `${countedNumber(then)}>${countedNumber(now)}`)
  return true
}

function countMatrix({ key }: Question, value: NonNullable<AnswerValue>, count: Count): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return false
  const rows = Object.entries(value as Record<string, unknown>)
    .map(([row, given]): [string, string | undefined] => [row, countedCode(given)])
    .filter((row): row is [string, string] => row[1] !== undefined)
  for (const [row, given] of rows) {
    count(key, row, given)
    count(key, row, ANSWERED)
  }
  if (rows.length >= 3) {
    count(key, '', ROWS_GIVEN)
    if (new Set(rows.map(([, given]) => given)).size === 1) count(key, '', ROWS_ALIKE)
  }
  return rows.length > 0
}
