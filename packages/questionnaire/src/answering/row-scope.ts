import type { Parsed } from '../compiled.ts'
import { evaluate } from '../expression/evaluate.ts'
import type { Scope } from '../expression/scope.ts'
import { isValues, toText, toTruth, type Value, type Values } from '../expression/values.ts'
import { isQuestion, listOf, OTHER } from '../layout.ts'
import type { Choice, Questionnaire } from '../model.ts'
import { placesOf } from '../places.ts'
import { readable } from './answer.ts'
import { type Cell, type Row, rowAt, rowsFor, shared } from './rows.ts'
import type { State } from './state.ts'

/** What the expressions of one item see from their row. */
export class RowScope implements Scope {
  private choice: Choice | undefined

  constructor(
    private readonly state: State,
    private readonly row: Row,
    private readonly cell: Cell,
  ) {}

  get language(): string {
    return this.state.options.language
  }

  read(key: string, part?: string): Value | Values {
    const entry = this.state.layout.byKey.get(key)!
    const { repeats } = this.cell.entry
    const depth = shared(entry.repeats, repeats)
    const near = rowAt(this.row, depth)
    const rows = depth === entry.repeats.length ? undefined : rowsFor(entry, near, true)
    if (rows) this.spend(rows.length)
    const cellIn = (row: Row) => row.cells.get(entry.index)!
    if (entry.item.kind !== 'repeat')
      return rows ? rows.map((row) => worthOf(cellIn(row), part)) : worthOf(cellIn(near), part)
    return (rows ?? [near]).flatMap((row) => Array.from({ length: cellIn(row).count }, () => 1))
  }

  readAt(key: string, part: string | undefined, rows: readonly (readonly [string, number])[]): Value {
    const { byKey } = this.state.layout
    const entry = byKey.get(key)!
    const wanted = new Map(rows.map(([repeat, position]) => [byKey.get(repeat)!.index, position]))
    const { repeats } = this.cell.entry
    // from the first repeat that is named, or not around us, we choose rows; before it they are the ones around us
    let depth = 0
    while (
      depth < entry.repeats.length &&
      repeats[depth] === entry.repeats[depth] &&
      !wanted.has(entry.repeats[depth]!)
    )
      depth++
    let row: Row | undefined = rowAt(this.row, depth)
    for (const repeat of entry.repeats.slice(depth)) {
      const position: number = wanted.get(repeat) ?? this.position(this.state.layout.entries[repeat]!.item.key)
      row = row?.cells.get(repeat)!.rows[position - 1]
    }
    return row ? worthOf(row.cells.get(entry.index)!, part) : ''
  }

  self(): Value {
    return readable(this.cell.raw)
  }

  column(name: string): Value {
    const choice = this.choice!
    const columns = choice.columns ?? {}
    if (Object.hasOwn(columns, name)) return columns[name]!
    return name === 'name' ? choice.name : ''
  }

  position(repeat: string): number {
    const { index, repeats } = this.state.layout.byKey.get(repeat)!
    const row = rowAt(this.row, repeats.length + 1)
    return row.of?.entry.index === index ? row.at + 1 : NaN
  }

  label(question: string, name: string): string {
    const { item } = this.state.layout.byKey.get(question)!
    const { questionnaire } = this.state.compiled
    const list = isQuestion(item) && (placesOf(item, questionnaire) ?? listOf(questionnaire, item.choices))
    const choice = list && list.find((each) => each.name === name)
    return choice ? spoken(choice, this.language, questionnaire) : name === OTHER ? OTHER : ''
  }

  /** What an answer reads like in a text: the labels of choices, an empty text for no answer. */
  spoken(key: string, part?: string): string {
    const { item } = this.state.layout.byKey.get(key)!
    const found = this.read(key, part)
    const words = (value: Value) => {
      const text = toText(value)
      if (part === OTHER || !isQuestion(item)) return text
      if (item.choices === undefined && !placesOf(item, this.state.compiled.questionnaire)) return text
      return text
        .split(' ')
        .map((name) => this.label(key, name) || name)
        .join(', ')
    }
    return isValues(found) ? found.map(words).filter(Boolean).join(', ') : words(found)
  }

  now(): Date {
    return this.state.options.now?.() ?? new Date()
  }

  random(): number {
    return this.state.options.random?.() ?? Math.random()
  }

  spend(work: number): void {
    this.state.spend(work)
  }

  /** The names of the choices for which an expression is true. */
  passing(parsed: Parsed, choices: readonly Choice[]): Set<string> {
    const names = new Set<string>()
    for (const choice of choices) {
      this.choice = choice
      if (toTruth(evaluate(parsed, this))) names.add(choice.name)
    }
    return names
  }
}

/** An answer as others read it: the truth of a calculated question stays a truth. */
function worthOf(cell: Cell, part?: string): Value {
  if (part === OTHER && cell.entry.item.kind !== 'matrix') return cell.otherText ?? ''
  return cell.value !== undefined && cell.truth !== undefined ? cell.truth : readable(cell.value, part)
}

const spoken = (choice: Choice, language: string, { baseLanguage }: Questionnaire) =>
  choice.label[language] || choice.label[baseLanguage] || choice.name
