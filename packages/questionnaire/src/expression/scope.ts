import type { Value, Values } from './values.ts'

/** What an expression can see from where it stands: one item in one row. */
export interface Scope {
  readonly language: string
  /** An answer of the same row or of a row around it; of a repeat elsewhere, the answers of all its rows. */
  read(key: string, part?: string): Value | Values
  /** An answer of other rows: the position of the row wanted for each repeat named. */
  readAt(key: string, part: string | undefined, rows: readonly (readonly [repeat: string, position: number])[]): Value
  /** The answer of the item itself. */
  self(): Value
  /** A column of the choice being looked at. */
  column(name: string): Value
  /** Which row of the repeat we stand in, from 1. */
  position(repeat: string): number
  /** The label of a choice of a question. */
  label(question: string, choice: string): string
  now(): Date
  random(): number
  /** Told the work done, so that a hostile questionnaire can be stopped. */
  spend(work: number): void
}
