import type { Column } from '@vises/questionnaire/columns.ts'
import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { OTHER } from '@vises/questionnaire/layout.ts'
import type { Answers, AnswerValue, Item } from '@vises/questionnaire/model.ts'
import { isContainer } from '@vises/questionnaire/walk.ts'
import { validateSubmission } from '@vises/questionnaire/validate.ts'
import { plainText } from '../../enterprise/plain-text.ts'
import { OWN_TARGETS } from './import-targets.ts'
import type { AnswerMapping } from './import-targets.ts'
import { cellReader, dayOf } from './read-cell.ts'

/** What is wrong with a row: in which column of the file (by its place), or in the row as a whole. */
export interface RowFault {
  column: number | null
  code: string
}

/** An answer as a row gives it. */
export interface RowAnswer {
  groupId: string | null
  language: string
  day: string | null
  answers: Answers
}

export type ReadRow = { answer: RowAnswer; faults?: undefined } | { answer?: undefined; faults: RowFault[] }

/** What rows are read with. */
export interface RowReading {
  compiled: Compiled
  targets: readonly Column[]
  mapping: AnswerMapping
  groups: readonly { id: string; name: string }[]
  languages: readonly string[]
  groupId: string | null
  language: string
  now: Date
}

/** How the rows of a file become answers; made once for many rows. Every row is validated as a submission is. */
export function rowReader(reading: RowReading): (cells: readonly string[]) => ReadRow {
  const compiled = withoutRequired(reading.compiled)
  const byName = new Map(reading.targets.map((column) => [column.name, column]))
  const columns = Object.entries(reading.mapping).flatMap(([place, name]) => {
    const column = byName.get(name)
    return column ? [{ place: Number(place), column, read: cellReader(column) }] : []
  })
  const placeOf = (target: (typeof OWN_TARGETS)[number]) =>
    Object.keys(reading.mapping).find((place) => reading.mapping[place] === target)
  const places = { group: placeOf('@group'), language: placeOf('@language'), day: placeOf('@day') }
  const placesByKey = new Map<string, number>()
  for (const { place, column } of columns) if (!placesByKey.has(column.key)) placesByKey.set(column.key, place)

  return (cells) => {
    const faults: RowFault[] = []
    const draft = new AnswersOfRow()
    for (const { place, column, read } of columns) {
      const cell = read(cells[place] ?? '')
      if (cell.fault) faults.push({ column: place, code: cell.fault })
      else if (cell.value !== undefined) draft.take(column, cell.value)
    }
    const own = ownCells(cells, places, reading, faults)
    if (faults.length > 0) return { faults }
    const checked = validateSubmission(compiled, draft.whole(), { now: reading.now, language: own.language })
    if (!checked.problems) return { answer: { ...own, answers: checked.answers } }
    return {
      faults: checked.problems.map(({ path, code }) => {
        const key = path.replace(/\[.*$/, '')
        return { column: placesByKey.get(key) ?? placesByKey.get(key.replace(/_other$/, '')) ?? null, code }
      }),
    }
  }
}

function ownCells(
  cells: readonly string[],
  places: Record<'group' | 'language' | 'day', string | undefined>,
  { groups, languages, groupId, language }: RowReading,
  faults: RowFault[],
): Omit<RowAnswer, 'answers'> {
  const cell = (place: string | undefined) => (place === undefined ? '' : (cells[Number(place)] ?? ''))
  const own = { groupId, language, day: null as string | null }
  const [group, tag, day] = [cell(places.group), cell(places.language), cell(places.day)]
  if (group) {
    const found = groups.find(({ name, id }) => plainText(name) === plainText(group) || id === group)
    if (found) own.groupId = found.id
    else faults.push({ column: Number(places.group), code: 'unknownGroup' })
  }
  if (tag) {
    const found = languages.find((one) => one.toLowerCase() === tag.toLowerCase())
    if (found) own.language = found
    else faults.push({ column: Number(places.language), code: 'unknownLanguage' })
  }
  if (day) {
    const read = dayOf(day)
    if (read) own.day = read
    else faults.push({ column: Number(places.day), code: 'notADay' })
  }
  return own
}

/** The answers of one row while its columns come in one by one. */
class AnswersOfRow {
  private readonly answers: Record<string, AnswerValue> = {}
  private readonly lists = new Map<string, string[]>()
  private readonly orders = new Map<string, [place: number, name: string][]>()

  take({ key, role, part }: Column, value: string | number | string[] | null): void {
    if (role === 'other') {
      if (value !== null) this.answers[`${key}_${OTHER}`] = String(value)
    } else if (value === null) this.answers[key] = null
    else if (role === 'choice') this.lists.set(key, [...(this.lists.get(key) ?? []), ...(value === 1 ? [part] : [])])
    else if (role === 'place') this.orders.set(key, [...(this.orders.get(key) ?? []), [Number(value), part]])
    else if (role === 'then' || role === 'now' || role === 'row')
      this.answers[key] = {
        ...(this.answers[key] as Record<string, string | number>),
        [part]: value as string | number,
      }
    else this.answers[key] = value as AnswerValue
  }

  whole(): Answers {
    // All choices in one cell say more than one column each, and come in their own order.
    for (const [key, names] of this.lists)
      if (this.answers[key] === undefined && names.length > 0) this.answers[key] = names
    for (const [key, order] of this.orders)
      this.answers[key] ??= order.toSorted(([a], [b]) => a - b).map(([, name]) => name)
    return this.answers
  }
}

/** The same questionnaire with no question required: what was left empty on paper was left empty. */
export function withoutRequired(compiled: Compiled): Compiled {
  const free = (items: readonly Item[]): Item[] =>
    items.map((item) => {
      if (isContainer(item)) return { ...item, items: free(item.items) } as Item
      const { required: _, ...rest } = item
      return rest
    })
  return {
    ...compiled,
    questionnaire: { ...compiled.questionnaire, items: free(compiled.questionnaire.items) },
    logic: compiled.logic.map((logic) => ({ ...logic, required: undefined })),
  }
}
