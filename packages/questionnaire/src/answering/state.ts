import type { Compiled, ExpressionPlace } from '../compiled.ts'
import { evaluate } from '../expression/evaluate.ts'
import type { Value } from '../expression/values.ts'
import { type FormOptions, TooMuchWork } from '../form-types.ts'
import { isQuestion, isRepeat, type Layout, MENTION } from '../layout.ts'
import { type Answers, type AnswerValue, type Choice, QUESTIONNAIRE_LIMITS } from '../model.ts'
import { CALCULATE, itemOf, OFFER, RELEVANT, STATE, stepOf, VALUE } from '../steps.ts'
import { normalized } from './answer.ts'
import { type Plan, planOf } from './plan.ts'
import { takeStep } from './take-step.ts'
import { answersOf, type Cell, makeRow, type Row, rowAt, rowsFor, shared } from './rows.ts'
import { RowScope } from './row-scope.ts'

/** Rows of all repeats together: what a page can show, and what keeps repeats in repeats from exploding. */
export const MOST_ROWS = 2000

/** A questionnaire being answered: its cells, and the steps that wait to be taken. */
export class State {
  readonly layout: Layout
  readonly root: Row
  private readonly plan: Plan
  /** The cells whose view changed, until somebody asks. */
  private changed = new Map<Cell, Row>()
  /** The rows in which a step waits, by the rank of the step. */
  private readonly waiting: (Set<Row> | undefined)[] = []
  private first = Infinity
  private rows = 0
  private work = 0

  constructor(
    readonly compiled: Compiled,
    readonly options: FormOptions,
  ) {
    this.plan = planOf(compiled)
    this.layout = this.plan.layout
    this.root = makeRow(this.layout, undefined, undefined, options.answers)
    this.wakeAll(this.root)
    this.settle()
    this.changed.clear()
  }

  /** Takes an answer, an empty one, or a refusal to say. */
  answer(row: Row, cell: Cell, value: AnswerValue | undefined): void {
    cell.raw = normalized(value)
    this.wake(stepOf(cell.entry.index, VALUE), row)
    this.settle()
  }

  /** Takes the text beside "other". */
  specify(row: Row, cell: Cell, text: string | undefined): void {
    cell.rawOther = text || undefined
    this.wake(stepOf(cell.entry.index, VALUE), row)
    this.settle()
  }

  /** Adds an empty row to an open-ended repeat. */
  addRow(row: Row, cell: Cell): void {
    this.makeRow(row, cell)
    this.wake(stepOf(cell.entry.index, OFFER), row)
    this.settle()
  }

  /** Takes a row away from an open-ended repeat. */
  removeRow(row: Row, cell: Cell, at: number): void {
    this.takeRow(cell, at)
    this.wake(stepOf(cell.entry.index, OFFER), row)
    this.settle()
  }

  /** Makes a row, empty or with answers given before; not beyond what a page can hold. */
  makeRow(row: Row, cell: Cell, given?: Answers): void {
    if (cell.rows.length >= QUESTIONNAIRE_LIMITS.repeatRows || this.rows >= MOST_ROWS) return
    const made = makeRow(this.layout, cell, row, given)
    cell.rows.push(made)
    this.rows++
    this.wakeAll(made)
  }

  /** Takes a row out of its repeat and tells what it held. */
  takeRow(cell: Cell, at: number): Answers {
    const [taken] = cell.rows.splice(at, 1)
    this.forget(taken!)
    for (const [index, left] of cell.rows.entries()) left.at = index
    return answersOf(taken!, true)
  }

  private forget(row: Row): void {
    row.gone = true
    this.rows--
    for (const cell of row.cells.values()) for (const inside of cell.rows) this.forget(inside)
  }

  /** What an expression of an item is worth in a row; undefined when it has none. */
  evaluate(row: Row, cell: Cell, place: ExpressionPlace): Value | undefined {
    const parsed = this.compiled.logic[cell.entry.index]?.[place]
    if (parsed === undefined) return undefined
    this.options.onEvaluation?.(cell.entry.item.key, place)
    return evaluate(parsed, new RowScope(this, row, cell))
  }

  /** The names of the choices that an item's filter lets through; undefined when it has none. */
  filter(row: Row, cell: Cell, choices: readonly Choice[]): Set<string> | undefined {
    const parsed = this.compiled.logic[cell.entry.index]?.choiceFilter
    if (parsed === undefined) return undefined
    this.options.onEvaluation?.(cell.entry.item.key, 'choiceFilter')
    const scope = new RowScope(this, row, cell)
    return scope.passing(parsed, choices)
  }

  /** A text with the answers that it mentions; what it mentions in vain is left out. */
  fill(text: string, row: Row, cell: Cell): string {
    const scope = new RowScope(this, row, cell)
    return text.replace(MENTION, (_, name: string) => {
      const found = this.plan.names.get(name)
      return found && isQuestion(found.entry.item) ? scope.spoken(found.entry.item.key, found.part) : ''
    })
  }

  /** Counts the work done and stops when it is too much. */
  spend(work: number): void {
    this.work += work
    if (this.work > (this.options.work ?? Infinity)) throw new TooMuchWork()
  }

  /** Something of an item changed that others read or that is shown. */
  announce(step: number, row: Row, cell: Cell): void {
    this.changed.set(cell, row)
    const { readers, readersAcross } = this.compiled
    for (const reader of readers[step] ?? []) {
      const depth = shared(cell.entry.repeats, this.layout.entries[itemOf(reader)]!.repeats)
      this.wakeBelow(reader, rowAt(row, depth))
    }
    for (const reader of readersAcross[step] ?? []) this.wakeBelow(reader, this.root)
  }

  /** Wakes a step in all rows at or below a row. */
  private wakeBelow(step: number, from: Row): void {
    const rows = rowsFor(this.layout.entries[itemOf(step)]!, from)
    this.spend(rows.length)
    for (const row of rows) this.wake(step, row)
  }

  /** A container is asked or not any more: so is what stands in it. */
  wakeInside(row: Row, cell: Cell): void {
    const rows = cell.entry.item.kind === 'repeat' ? cell.rows : [row]
    for (const inside of rows) {
      for (const child of this.plan.children[cell.entry.index]!) this.wake(stepOf(child, RELEVANT), inside)
    }
  }

  wake(step: number, row: Row): void {
    const rank = this.plan.rank[step]!
    const waiting = (this.waiting[rank] ??= new Set())
    waiting.add(row)
    if (rank < this.first) this.first = rank
  }

  /** Wakes the steps of a new row that have something to do; each wakes those that come after it. */
  private wakeAll(row: Row): void {
    for (const [index, { entry, raw, rawOther }] of row.cells) {
      const { relevant, calculation, default: first, choiceFilter, required } = this.compiled.logic[index]!
      const item = entry.item
      if (relevant !== undefined || entry.parent >= 0) this.wake(stepOf(index, RELEVANT), row)
      if (choiceFilter !== undefined || isRepeat(item)) this.wake(stepOf(index, OFFER), row)
      if (calculation !== undefined || first !== undefined) this.wake(stepOf(index, CALCULATE), row)
      if (raw !== undefined || rawOther !== undefined) this.wake(stepOf(index, VALUE), row)
      if (required !== undefined || (isQuestion(item) && item.required === true)) this.wake(stepOf(index, STATE), row)
    }
  }

  /** Takes all waiting steps; each wakes only later ones, so that none is taken twice. */
  settle(): void {
    for (let rank = this.first; rank < this.waiting.length; rank++) {
      const rows = this.waiting[rank]
      if (!rows) continue
      this.waiting[rank] = undefined
      const step = this.compiled.order[rank]!
      for (const row of rows) if (!row.gone) takeStep(this, step, row, row.cells.get(itemOf(step))!)
    }
    this.first = Infinity
  }

  /** The cells whose view changed since the last time, with their rows. */
  takeChanged(): Map<Cell, Row> {
    const changed = this.changed
    this.changed = new Map()
    return changed
  }

  /** A cell's view changed though nothing else reads it. */
  touch(row: Row, cell: Cell): void {
    this.changed.set(cell, row)
  }
}
