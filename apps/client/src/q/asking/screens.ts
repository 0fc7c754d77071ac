import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { Form, Path } from '@vises/questionnaire/form.ts'
import type { Group, Item, Question, Repeat } from '@vises/questionnaire/model.ts'
import { isContainer, walk } from '@vises/questionnaire/walk.ts'

/** An item with the place of its answer. */
export interface Placed {
  item: Item
  path: Path
}
export interface PlacedQuestion {
  question: Question
  path: Path
}

/** What is shown at once. */
export interface Screen {
  /** The path of the first thing on it. */
  id: Path
  parts: Placed[]
  /** The group or repeat that gives the screen its title; without one its only question does. */
  whole?: Group | Repeat
  /** The groups it stands in, when each of their questions has a screen of its own. */
  within: (Group | Repeat)[]
  /** One row of a long repeat. */
  row?: { repeat: Path; index: number }
}

// A group is shown at once while it stays easy to take in on a phone.
const WEIGHT: Partial<Record<Question['kind'], number>> = {
  note: 0.5,
  longText: 1.5,
  multiple: 2,
  thenNow: 2,
  matrix: 3,
  ranking: 3,
  file: 2,
  consent: 2,
}
const TOGETHER = 3
const ROWS_TOGETHER = 4
// What may follow its question on the same screen: "if yes, which one?"
const FOLLOW_UPS = new Set<Question['kind']>(['shortText', 'longText', 'integer', 'decimal'])

/** Whether an item is ever drawn: hidden questions and unlabelled calculations are not. */
export function isDrawn(item: Item): boolean {
  if (isContainer(item)) return item.items.some(isDrawn)
  if (item.kind === 'hidden') return false
  return item.kind !== 'calculated' || Boolean(item.label && Object.keys(item.label).length)
}

const weightOf = (items: readonly Item[]): number =>
  items
    .filter(isDrawn)
    .reduce((sum, item) => sum + (isContainer(item) ? weightOf(item.items) : (WEIGHT[item.kind] ?? 1)), 0)

const words = (appearance: string | undefined) => (appearance ?? '').split(/\s+/)

/** All screens of a questionnaire as it stands, relevant or not; the rows of long repeats have one each. */
export function screensOf(compiled: Compiled, form: Form): Screen[] {
  const screens: Screen[] = []
  lay(compiled.questionnaire.items, '', [], form, screens)
  return screens
}

/** Everything on one screen, for typing from paper. */
export function oneScreen(compiled: Compiled): Screen[] {
  const parts = compiled.questionnaire.items.filter(isDrawn).map((item) => ({ item, path: item.key }))
  return parts.length ? [{ id: parts[0]!.path, parts, within: [] }] : []
}

function lay(items: readonly Item[], prefix: string, within: (Group | Repeat)[], form: Form, screens: Screen[]) {
  let notes: Placed[] = []
  /** The question that alone began the last screen; what depends on it may join it. */
  let asked: Question | undefined
  const add = (screen: Screen) => {
    screens.push({ ...screen, parts: [...notes, ...screen.parts], id: notes[0]?.path ?? screen.id })
    notes = []
    asked = undefined
  }
  for (const item of items.filter(isDrawn)) {
    const placed = { item, path: prefix + item.key }
    if (!isContainer(item)) {
      if (item.kind === 'note') {
        notes.push(placed)
        continue
      }
      if (asked && !notes.length && FOLLOW_UPS.has(item.kind) && item.relevant?.includes(`\${${asked.key}}`)) {
        screens.at(-1)!.parts.push(placed)
        continue
      }
      add({ id: placed.path, parts: [placed], within })
      asked = item
    } else if (item.kind === 'repeat') {
      layRepeat(item, placed.path, within, form, add)
    } else if (isTogether(item)) {
      add({ id: placed.path, parts: [placed], whole: item, within })
    } else {
      const before = screens.length
      lay(item.items, prefix, [...within, item], form, screens)
      const first = screens[before]
      if (first && notes.length) first.parts = [...notes.splice(0), ...first.parts]
      asked = undefined
    }
  }
  if (notes.length) screens.push({ id: notes[0]!.path, parts: notes, within })
}

const isTogether = (group: Group) =>
  group.kind === 'page' || words(group.appearance).includes('field-list') || weightOf(group.items) <= TOGETHER

function layRepeat(
  repeat: Repeat,
  path: Path,
  within: (Group | Repeat)[],
  form: Form,
  add: (screen: Screen) => void,
): void {
  const { rows = 0 } = form.view(path)
  if (rows === 0 || weightOf(repeat.items) <= ROWS_TOGETHER) {
    add({ id: path, parts: [{ item: repeat, path }], whole: repeat, within })
    return
  }
  for (let index = 0; index < rows; index++) {
    const row = `${path}[${index}]`
    const parts = repeat.items.filter(isDrawn).map((item) => ({ item, path: `${row}.${item.key}` }))
    add({ id: row, parts, whole: repeat, within, row: { repeat: path, index } })
  }
}

/** Whether there is anything to see of it now. */
export function isShown({ item, path }: Placed, form: Form): boolean {
  if (!isDrawn(item)) return false
  const view = form.view(path)
  if (!view.relevant) return false
  if (item.kind === 'repeat') return Boolean(view.rows || view.openEnded)
  return !isContainer(item) || item.items.some((child) => isShown({ item: child, path: beside(path, child.key) }, form))
}

/** The path of another item of the same row. */
export const beside = (path: Path, key: string): Path => path.slice(0, path.lastIndexOf('.') + 1) + key

export const isVisible = (screen: Screen, form: Form): boolean =>
  form.view(screen.row?.repeat ?? screen.id).relevant !== false && screen.parts.some((part) => isShown(part, form))

/** The relevant questions under these items, in order, rows of repeats included. */
export function* questionsIn(parts: readonly Placed[], form: Form): Generator<PlacedQuestion> {
  for (const { item, path } of parts) {
    if (!isContainer(item)) {
      if (isDrawn(item) && form.view(path).relevant) yield { question: item, path }
    } else if (item.kind === 'repeat') {
      const { relevant, rows = 0 } = form.view(path)
      for (let index = 0; index < (relevant ? rows : 0); index++)
        yield* questionsIn(
          item.items.map((child) => ({ item: child, path: `${path}[${index}].${child.key}` })),
          form,
        )
    } else {
      yield* questionsIn(
        item.items.map((child) => ({ item: child, path: beside(path, child.key) })),
        form,
      )
    }
  }
}

/** The screen on which this path or key stands. */
export function screenOf(screens: readonly Screen[], wanted: string): Screen | undefined {
  const key = wanted
    .replace(/\[\d+\]/g, '')
    .split('.')
    .at(-1)!
  const row = /^[^\]]*\]/.exec(wanted)?.[0]
  const holds = (screen: Screen) =>
    screen.parts.some(({ item }) => [...walk([item])].some(([inner]) => inner.key === key || inner.key === wanted))
  return (
    screens.find((screen) => screen.id === wanted) ??
    (row === undefined ? undefined : screens.find((screen) => screen.id === row)) ??
    screens.find((screen) => holds(screen))
  )
}
