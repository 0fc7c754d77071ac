import { saysOther } from './answering/answer.ts'
import { placeOf } from './answering/place-of.ts'
import { answersOf, type Cell, pathOf, type Row } from './answering/rows.ts'
import { State } from './answering/state.ts'
import type { Compiled } from './compiled.ts'
import type { AnswerProblem, Form, FormOptions, Path, View } from './form-types.ts'
import { isComputed, isQuestion } from './layout.ts'

export type { AnswerFault, AnswerProblem, Form, FormOptions, Path, View } from './form-types.ts'
export { UnknownPath } from './answering/place-of.ts'

/**
 * Opens a questionnaire to be answered. A change evaluates only what depends on it. An unknown path throws UnknownPath;
 * what the respondent may not change (read-only questions, rows of a counted repeat) stays as it is.
 */
export function createForm(compiled: Compiled, options: FormOptions): Form {
  const state = new State(compiled, options)
  const at = (path: Path) => placeOf(path, state.root, state.layout)
  const changes = () => {
    const changed = [...state.takeChanged()].filter(([, row]) => !row.gone)
    return changed.map(([cell, row]) => pathOf(row, cell))
  }

  return {
    set(path, value) {
      const { row, cell, other } = at(path)
      if (isFixed(cell)) return []
      if (other) state.specify(row, cell, typeof value === 'string' ? value : undefined)
      else state.answer(row, cell, value)
      return changes()
    },
    addRow(path) {
      const { row, cell } = at(path)
      if (isOpenEnded(cell)) state.addRow(row, cell)
      return changes()
    },
    removeRow(path) {
      const { row, cell, at: position } = at(path)
      if (isOpenEnded(cell) && position !== undefined) state.removeRow(row, cell, position)
      return changes()
    },
    view(path) {
      const { row, cell } = at(path)
      return viewOf(row, cell)
    },
    fill(text, path) {
      const { row, cell } = at(path)
      return state.fill(text, row, cell)
    },
    paths: () => [...cellsOf(state.root)].map(([row, cell]) => pathOf(row, cell)),
    answers: () => answersOf(state.root, false),
    draft: () => answersOf(state.root, true),
    problems: () => problemsOf(state.root),
  }
}

/** What stands in the way of sending, in the order asked. */
export function problemsOf(root: Row): AnswerProblem[] {
  return [...cellsOf(root)].flatMap(([row, cell]) =>
    cell.error ? [{ path: pathOf(row, cell), code: cell.error }] : [],
  )
}

/** All cells in the order asked: the rows of a repeat follow it. */
function* cellsOf(row: Row): Generator<[Row, Cell]> {
  for (const cell of row.cells.values()) {
    yield [row, cell]
    for (const inside of cell.rows) yield* cellsOf(inside)
  }
}

const isFixed = ({ entry: { item } }: Cell) =>
  !isQuestion(item) || isComputed(item) || item.readOnly === true || item.kind === 'note'
const isOpenEnded = ({ entry: { item } }: Cell) => item.kind === 'repeat' && !item.count?.trim()

function viewOf(row: Row, cell: Cell): View {
  const { item } = cell.entry
  const view: View = {
    path: pathOf(row, cell),
    key: item.key,
    relevant: cell.relevant,
    required: cell.required,
    readOnly: isFixed(cell),
    value: cell.value,
    declined: cell.value === null,
  }
  if (cell.error) view.error = cell.error
  if (cell.offered && cell.relevant) view.choices = [...cell.offered]
  if (isQuestion(item) && saysOther(item, cell.value)) view.otherText = cell.otherText ?? ''
  if (item.kind === 'repeat') Object.assign(view, { rows: cell.rows.length, openEnded: isOpenEnded(cell) })
  return view
}
