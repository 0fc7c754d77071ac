import { isSame, normalized } from './answering/answer.ts'
import { faultOf } from './answering/faults.ts'
import { planOf } from './answering/plan.ts'
import { answersOf, type Row } from './answering/rows.ts'
import { MOST_ROWS, State } from './answering/state.ts'
import type { Compiled } from './compiled.ts'
import { problemsOf } from './form.ts'
import { type AnswerProblem, type SubmissionFault, TooMuchWork } from './form-types.ts'
import { type Entry, isComputed, isQuestion, type Layout, OTHER } from './layout.ts'
import { type Answers, type AnswerValue, type LanguageTag, QUESTIONNAIRE_LIMITS, type RepeatRows } from './model.ts'

export type { AnswerProblem } from './form-types.ts'

/** Accepted answers as they are to be stored, calculated values filled in; or all that is wrong with them. */
export type Validation = { answers: Answers; problems?: undefined } | { answers?: undefined; problems: AnswerProblem[] }

export interface ValidationOptions {
  /** The server's clock. The device's day may be one off, so a day earlier and a day later are tried as well. */
  now: Date
  /** The language in which it was answered. */
  language: LanguageTag
}

/** Nobody reads more; a hostile sender gets no longer answer than this. */
const MOST_PROBLEMS = 200

/** The work that one submission may be: some hundred times that of a long questionnaire. */
const MOST_WORK = 5_000_000

/**
 * Checks answers from outside, wholly: nothing of what the sender says is trusted. Answers to questions that were not
 * asked are refused, not dropped: a page of ours never sends them. Calculated values are reckoned again.
 */
export function validateSubmission(
  compiled: Compiled,
  answers: unknown,
  { now, language }: ValidationOptions,
): Validation {
  if (!compiled.questionnaire.languages.includes(language)) return refusal('', 'unknownLanguage')
  const { given, problems } = readSubmission(planOf(compiled).layout, answers)
  if (problems.length) return { problems }
  try {
    let first: Validation | undefined
    for (const clock of clocksFor(compiled, now)) {
      const validation = judge(compiled, given, clock, language)
      if (validation.answers) return validation
      first ??= validation
    }
    return first!
  } catch (error) {
    if (error instanceof TooMuchWork) return refusal('', 'tooMuch')
    throw error
  }
}

const refusal = (path: string, code: SubmissionFault): Validation => ({ problems: [{ path, code }] })

const DAY = 86_400_000

const clocksFor = (compiled: Compiled, now: Date) =>
  (planOf(compiled).readsClock ? [0, -DAY, DAY] : [0]).map((shift) => new Date(now.getTime() + shift))

function judge(compiled: Compiled, given: Answers, now: Date, language: LanguageTag): Validation {
  const state = new State(compiled, { language, answers: given, now: () => now, work: MOST_WORK })
  const problems = [...unaskedIn(given, state.root, state.layout, ''), ...problemsOf(state.root)]
  return problems.length ? { problems: problems.slice(0, MOST_PROBLEMS) } : { answers: answersOf(state.root, false) }
}

/** What was answered though it was not asked, not offered, or in a row that does not exist. */
function unaskedIn(given: Answers, row: Row, layout: Layout, prefix: string): AnswerProblem[] {
  return Object.entries(given).flatMap(([key, value]): AnswerProblem[] => {
    const path = prefix + key
    const { entry, other } = named(key, layout)!
    const cell = row.cells.get(entry.index)!
    if (other) return cell.otherText === value ? [] : [{ path, code: 'notRelevant' }]
    if (!cell.relevant) return [{ path, code: 'notRelevant' }]
    if (isQuestion(entry.item)) return isSame(cell.value, value as AnswerValue) ? [] : [{ path, code: 'notOffered' }]
    const rows = value as RepeatRows
    if (rows.length > cell.rows.length) return [{ path, code: 'tooManyRows' }]
    return rows.flatMap((inside, at) => unaskedIn(inside, cell.rows[at]!, layout, `${path}[${at}].`))
  })
}

/** The item of a key in an answer: itself, or the one whose "other" is written there. */
function named(key: string, layout: Layout): { entry: Entry; other: boolean } | undefined {
  const entry = layout.byKey.get(key)
  if (entry) return { entry, other: false }
  const beside = key.endsWith(`_${OTHER}`) ? layout.byKey.get(key.slice(0, -OTHER.length - 1)) : undefined
  return beside && isQuestion(beside.item) && beside.item.other ? { entry: beside, other: true } : undefined
}

/** Takes from a submission what has the shape of answers; calculated values are left out. */
function readSubmission(layout: Layout, submission: unknown): { given: Answers; problems: AnswerProblem[] } {
  const { questionnaire } = layout
  const problems: AnswerProblem[] = []
  const refuse = (path: string, code: AnswerProblem['code']) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ path, code })
  }
  let rows = 0

  const read = (source: unknown, repeat: number, prefix: string): Answers => {
    const given: Record<string, Answers[string]> = {}
    if (!isRecord(source)) {
      refuse(prefix.replace(/\.$/, ''), 'notAnswers')
      return given
    }
    for (const [key, value] of Object.entries(source)) {
      const path = prefix + key
      const known = named(key, layout)
      if (!known || (known.entry.repeats.at(-1) ?? -1) !== repeat) refuse(path.slice(0, 300), 'unknownKey')
      else if (hasBadText(value)) refuse(path, 'badText')
      else if (known.other) readOther(value, path, key, given)
      else if (isQuestion(known.entry.item)) readAnswer(known.entry, value, path, given)
      else if (known.entry.item.kind === 'repeat') readRows(known.entry, value, path, given)
      else refuse(path, 'unknownKey')
    }
    return given
  }

  const readOther = (value: unknown, path: string, key: string, given: Record<string, Answers[string]>) => {
    if (typeof value !== 'string') refuse(path, 'wrongType')
    else if (value.length > QUESTIONNAIRE_LIMITS.textAnswerLength) refuse(path, 'tooLong')
    else if (value) given[key] = value
  }

  const readAnswer = ({ item }: Entry, value: unknown, path: string, given: Record<string, Answers[string]>) => {
    if (!isQuestion(item)) return
    if (item.kind === 'note') return refuse(path, 'unknownKey')
    if (isComputed(item)) return
    const answer = normalized(value as AnswerValue)
    if (answer === undefined) return
    const fault = faultOf(item, answer, questionnaire)
    if (fault) refuse(path, fault)
    else given[item.key] = answer
  }

  const readRows = ({ item, index }: Entry, value: unknown, path: string, given: Record<string, Answers[string]>) => {
    if (!Array.isArray(value)) return refuse(path, 'notAnswers')
    rows += value.length
    if (value.length > QUESTIONNAIRE_LIMITS.repeatRows || rows > MOST_ROWS) return refuse(path, 'tooManyRows')
    if (value.length) given[item.key] = value.map((row, at) => read(row, index, `${path}[${at}].`))
  }

  return { given: read(submission, -1, ''), problems }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Text that a database cannot keep: the zero character and halves of characters. */
function hasBadText(value: unknown): boolean {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value)
  if (Array.isArray(value)) return value.some((part) => typeof part === 'string' && hasBadText(part))
  return isRecord(value) && Object.values(value).some((part) => typeof part === 'string' && hasBadText(part))
}
