import { toNumber, toTruth } from '../expression/values.ts'
import type { AnswerFault } from '../form-types.ts'
import { hasChoices, isComputed, isQuestion, isRepeat, listOf, OTHER, partsOf } from '../layout.ts'
import { type Question, QUESTIONNAIRE_LIMITS } from '../model.ts'
import { aspectOf, CALCULATE, OFFER, RELEVANT, STATE, stepOf, VALUE } from '../steps.ts'
import { amongOffered, asAnswer, isSame, normalized, saysOther } from './answer.ts'
import { faultOf } from './faults.ts'
import type { Cell, Row } from './rows.ts'
import type { State } from './state.ts'

/** Takes one step of one item in one row, and wakes what depends on the outcome when it changed. */
export function takeStep(state: State, step: number, row: Row, cell: Cell): void {
  state.spend(1)
  switch (aspectOf(step)) {
    case RELEVANT:
      return decideRelevance(state, row, cell)
    case OFFER:
      return isRepeat(cell.entry.item) ? countRows(state, row, cell) : offer(state, row, cell)
    case CALCULATE:
      return calculate(state, row, cell)
    case VALUE:
      return decideValue(state, row, cell)
    default:
      return judge(state, row, cell)
  }
}

function decideRelevance(state: State, row: Row, cell: Cell): void {
  const { index, parent } = cell.entry
  const around = parent < 0 ? undefined : (row.cells.get(parent) ?? row.of)
  const asked = around?.relevant ?? true
  const relevant = asked && toTruth(state.evaluate(row, cell, 'relevant') ?? true)
  if (relevant === cell.relevant) return
  cell.relevant = relevant
  state.announce(stepOf(index, RELEVANT), row, cell)
  state.wakeInside(row, cell)
  state.wake(stepOf(index, OFFER), row)
  if (!isQuestion(cell.entry.item)) return
  state.wake(stepOf(index, VALUE), row)
  state.wake(stepOf(index, STATE), row)
}

function offer(state: State, row: Row, cell: Cell): void {
  const { index, item } = cell.entry
  // choices nobody sees need no filter; the ones known stay until the question comes back
  if (!isQuestion(item) || !hasChoices(item) || !cell.relevant) return
  const offered = state.filter(row, cell, listOf(state.compiled.questionnaire, item.choices))
  if (!offered) return
  if (item.other) offered.add(OTHER)
  if (cell.offered?.size === offered.size && [...offered].every((name) => cell.offered!.has(name))) return
  cell.offered = offered
  state.touch(row, cell)
  state.wake(stepOf(index, VALUE), row)
  state.wake(stepOf(index, STATE), row)
}

/** Brings the rows of a repeat to their number and tells those who count them. */
function countRows(state: State, row: Row, cell: Cell): void {
  const wanted = state.evaluate(row, cell, 'count')
  if (wanted === undefined) {
    for (const given of cell.spare.splice(0)) state.makeRow(row, cell, given)
  } else {
    const number = Math.trunc(toNumber(wanted))
    const count = cell.relevant && number > 0 ? Math.min(number, QUESTIONNAIRE_LIMITS.repeatRows) : 0
    while (cell.rows.length > count) cell.spare.unshift(state.takeRow(cell, cell.rows.length - 1))
    for (let missing = count - cell.rows.length; missing > 0; missing--) state.makeRow(row, cell, cell.spare.shift())
  }
  const count = cell.relevant ? cell.rows.length : 0
  if (count === cell.count) return
  cell.count = count
  state.announce(stepOf(cell.entry.index, OFFER), row, cell)
}

function calculate(state: State, row: Row, cell: Cell): void {
  const item = cell.entry.item
  if (!isQuestion(item)) return
  const place = item.calculation === undefined ? 'default' : 'calculation'
  const begun = cell.begun
  cell.begun = true
  if (place === 'default' && (begun || !row.fresh)) return
  // an answer taken up again stands as the respondent left it
  if (!begun && cell.raw !== undefined && !isComputed(item)) return
  const value = state.evaluate(row, cell, place)
  if (value === undefined) return
  cell.truth = item.kind === 'calculated' && typeof value === 'boolean' ? value : undefined
  cell.raw = normalized(asAnswer(item, value))
  state.wake(stepOf(cell.entry.index, VALUE), row)
}

function decideValue(state: State, row: Row, cell: Cell): void {
  const item = cell.entry.item
  if (!isQuestion(item)) return
  const said = cell.relevant ? cell.raw : undefined
  const value = cell.offered ? amongOffered(said, cell.offered) : said
  const otherText = saysOther(item, value) ? cell.rawOther : undefined
  state.wake(stepOf(cell.entry.index, STATE), row)
  if (isSame(value, cell.value) && otherText === cell.otherText) return
  cell.value = value
  cell.otherText = otherText
  state.announce(stepOf(cell.entry.index, VALUE), row, cell)
}

/** Decides whether an answer is required and what is wrong with it. */
function judge(state: State, row: Row, cell: Cell): void {
  const item = cell.entry.item
  if (!isQuestion(item)) return
  const asked = cell.relevant && !isComputed(item) && item.kind !== 'note'
  const required = asked && (item.required === true || toTruth(state.evaluate(row, cell, 'required') ?? false))
  const error = asked ? faultIn(state, row, cell, item, required) : undefined
  if (required === cell.required && error === cell.error) return
  cell.required = required
  cell.error = error
  state.touch(row, cell)
}

function faultIn(state: State, row: Row, cell: Cell, item: Question, required: boolean): AnswerFault | undefined {
  const { value, otherText } = cell
  const { questionnaire } = state.compiled
  if (value === undefined) return required ? 'required' : undefined
  const fault = faultOf(item, value, questionnaire)
  if (fault || value === null) return fault
  if (otherText !== undefined && otherText.length > QUESTIONNAIRE_LIMITS.textAnswerLength) return 'tooLong'
  const parts = item.kind === 'thenNow' || item.kind === 'matrix' ? partsOf(item, questionnaire) : []
  if (required && parts.some((part) => !Object.hasOwn(value as object, part))) return 'incomplete'
  return toTruth(state.evaluate(row, cell, 'constraint') ?? true) ? undefined : 'constraint'
}
