import type { Questionnaire } from './model.ts'

/** What stands in an expression for the answer of a question, or for the rows of a repeat. */
export interface Read {
  readonly read: string
  /** `then`, `now`, a row of a matrix, `other`. */
  readonly part?: string
}

/** `.`: the answer of the question that the expression belongs to. */
export interface Self {
  readonly self: true
}

/** A bare name in a choice filter: a column of the list. */
export interface Column {
  readonly column: string
}

/** A function or operator with its arguments: `['+', 1, 2]`. */
export type Call = readonly [name: string, ...operands: Parsed[]]

/** A parsed expression as plain JSON: literals stand for themselves. */
export type Parsed = string | number | Read | Self | Column | Call

/** The properties of an item that hold an expression. */
export const EXPRESSION_PLACES = [
  'relevant',
  'count',
  'choiceFilter',
  'default',
  'calculation',
  'required',
  'constraint',
] as const
export type ExpressionPlace = (typeof EXPRESSION_PLACES)[number]

/** The parsed expressions of one item. */
export type Logic = { readonly [place in ExpressionPlace]?: Parsed }

/**
 * A questionnaire ready to be asked: plain JSON, stored with its version and sent to the page, which needs no parser.
 * `questionnaire` is the definition itself (its texts may be cut down to the languages wanted).
 */
export interface Compiled {
  /** The form of this data: an engine refuses what it does not know. */
  readonly engine: 1
  readonly questionnaire: Questionnaire
  /** The parsed expressions of each item, in the order of `walk`. */
  readonly logic: readonly Logic[]
  /** All steps of evaluation, each after what it reads: see `steps.ts`. */
  readonly order: readonly number[]
  /** For a step, the steps whose expressions read its result: in the same row and the rows around and inside it. */
  readonly readers: Readonly<Record<number, readonly number[]>>
  /** The same for expressions that look into rows they are not in: `indexed-repeat`. */
  readonly readersAcross: Readonly<Record<number, readonly number[]>>
}
