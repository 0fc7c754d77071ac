import type { ExpressionPlace } from './compiled.ts'
import type { Answers, AnswerValue, LanguageTag } from './model.ts'

/**
 * Where an answer stands: `age`, `children[0].name`, `sites[1].visits[0].date`. The text of "other" stands beside its
 * question: `help_other`, `children[0].school_other`. A repeat itself is `children`, one of its rows `children[0]`.
 */
export type Path = string

/** What is wrong with an answer; the apps have a sentence for each. */
export const ANSWER_FAULTS = [
  'required',
  'incomplete',
  'constraint',
  'wrongType',
  'belowMin',
  'aboveMax',
  'tooShort',
  'tooLong',
  'tooFew',
  'tooMany',
  'notExclusive',
  'notOffered',
  'fileType',
  'fileSize',
  'notDeclinable',
] as const
export type AnswerFault = (typeof ANSWER_FAULTS)[number]

/** What a page needs to know to show one item. */
export interface View {
  path: Path
  key: string
  /** Whether it is asked at all, its groups and repeats included. */
  relevant: boolean
  required: boolean
  /** Cannot be changed by the respondent: read-only or calculated. */
  readOnly: boolean
  /** The answer as it counts: absent while the item is not relevant or its choice is no longer offered. */
  value: AnswerValue | undefined
  /** "I prefer not to say" was chosen. */
  declined: boolean
  /** The text beside "other", once "other" is chosen. */
  otherText?: string
  /** What is wrong with the answer now, shown when the page finds it time. Only ever of relevant items. */
  error?: AnswerFault
  /** single, multiple, ranking with a choice filter: the names offered now, `other` included. Absent: the whole list. */
  choices?: readonly string[]
  /** repeat: how many rows there are, and whether the respondent adds and removes them. */
  rows?: number
  openEnded?: boolean
}

export interface FormOptions {
  /** The language in which labels and dates are read by expressions. */
  language: LanguageTag
  /** Answers to go on with, as `draft()` or `answers()` gave them. Defaults are then only given to new rows. */
  answers?: Answers
  /** The clock of `today()` and `now()`. */
  now?: () => Date
  /** The dice of `random()`. */
  random?: () => number
  /** Called for each expression evaluated: what a change costs. */
  onEvaluation?: (key: string, place: ExpressionPlace) => void
  /** How much work all evaluations together may be before TooMuchWork is thrown; without end when absent. */
  work?: number
}

/** Thrown when evaluating takes more work than allowed: a hostile questionnaire, or hostile answers to it. */
export class TooMuchWork extends Error {}

/** A mistake in an answer, by its place. */
export interface AnswerProblem {
  path: Path
  code: AnswerFault | SubmissionFault
  detail?: Readonly<Record<string, string | number>>
}

/** What only a submission can have wrong: a page of ours never sends it. */
export const SUBMISSION_FAULTS = [
  'notAnswers',
  'unknownLanguage',
  'unknownKey',
  'notRelevant',
  'tooManyRows',
  'badText',
  'tooMuch',
] as const
export type SubmissionFault = (typeof SUBMISSION_FAULTS)[number]

/** A questionnaire while it is being answered. */
export interface Form {
  /** Answers, clears (`undefined`) or declines (`null`); tells the paths whose view changed. */
  set(path: Path, value: AnswerValue | undefined): Path[]
  /** Adds a row at the end of an open-ended repeat. */
  addRow(repeat: Path): Path[]
  /** Removes a row: `children[1]`. */
  removeRow(row: Path): Path[]
  view(path: Path): View
  /** A label, hint or message of an item with the answers that it mentions: `Hello ${name}`. */
  fill(text: string, path: Path): string
  /** The paths of all items there are now, relevant or not, in the order asked; rows included. */
  paths(): Path[]
  /** What is sent: the answers of relevant questions. */
  answers(): Answers
  /** What is kept to go on later: also the answers of questions that are not relevant for the moment. */
  draft(): Answers
  /** Everything that stands in the way of sending, in the order asked. */
  problems(): AnswerProblem[]
}
