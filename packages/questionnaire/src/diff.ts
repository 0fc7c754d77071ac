import { diffChoices } from './diff-choices.ts'
import type { Item, Questionnaire, Texts } from './model.ts'
import { sorted } from './sorted.ts'
import { textsOf, written } from './texts.ts'
import { isContainer, walk } from './walk.ts'

/**
 * - `safe`: results stay comparable
 * - `breaksComparison`: still asked, but its answers are not like those before
 * - `losesData`: what was recorded up to now is no longer recorded
 */
export type ChangeClass = 'safe' | 'breaksComparison' | 'losesData'

export type ChangeKind =
  | 'questionAdded'
  | 'questionRemoved'
  | 'groupAdded'
  | 'groupRemoved'
  | 'repeatAdded'
  | 'repeatRemoved'
  | 'kindChanged'
  | 'moved'
  | 'movedAcrossRepeat'
  | 'textChanged'
  | 'translationsChanged'
  | 'languageAdded'
  | 'languageRemoved'
  | 'baseLanguageChanged'
  | 'logicChanged'
  | 'boundsChanged'
  | 'declinableChanged'
  | 'otherAdded'
  | 'otherRemoved'
  | 'presentationChanged'
  | 'choiceAdded'
  | 'choiceRemoved'
  | 'rowAdded'
  | 'rowRemoved'
  | 'choicesAdded'
  | 'choicesRemoved'
  | 'choicesReordered'
  | 'choiceChanged'

/** One difference between two states of a questionnaire. */
export interface Change {
  class: ChangeClass
  kind: ChangeKind
  /** Key of the item, name of the list, or empty for the whole. */
  key: string
  /** The property, the choice or the language it is about. */
  place?: string
  before?: unknown
  after?: unknown
}

/** What changed from one state of a questionnaire to another, each change with what it means for the answers. */
export function diffQuestionnaires(before: Questionnaire, after: Questionnaire): Change[] {
  const old = new Map(placesOf(before).map((place) => [place.item.key, place]))
  const now = new Map(placesOf(after).map((place) => [place.item.key, place]))
  const changes: Change[] = [...languageChanges(before, after), ...formTexts(before, after)]
  for (const [key, place] of old) if (!now.has(key)) changes.push(removed(place.item))
  const moved = movedKeys([...old.values()], [...now.values()])
  for (const [key, place] of now) {
    const was = old.get(key)
    if (!was) changes.push({ class: 'safe', kind: `${wordOf(place.item)}Added`, key, after: place.item.kind })
    else changes.push(...itemChanges(was, place, moved.has(key), after))
  }
  changes.push(...diffChoices(before, after))
  return changes
}

/** Whether a change was made that has to be confirmed by typing. */
export const losesData = (changes: readonly Change[]): boolean => changes.some((change) => change.class === 'losesData')

interface Place {
  item: Item
  /** Keys of the repeats it stands in. */
  repeats: string
  /** Keys of all containers it stands in. */
  within: string
  /** What must be true for its surroundings to be shown. */
  relevance: string
}

function placesOf(questionnaire: Questionnaire): Place[] {
  return [...walk(questionnaire.items)].map(([item, within]) => ({
    item,
    repeats: within.flatMap((one) => (one.kind === 'repeat' ? [one.key] : [])).join('/'),
    within: within.map(({ key }) => key).join('/'),
    relevance: within.flatMap(({ relevant }) => (relevant?.trim() ? [relevant.trim()] : [])).join(' and '),
  }))
}

const wordOf = (item: Item): 'question' | 'group' | 'repeat' =>
  item.kind === 'repeat' ? 'repeat' : isContainer(item) ? 'group' : 'question'

/** Only what records nothing can go without loss. */
const recordsNothing = ({ kind }: Item): boolean => kind === 'note' || kind === 'group' || kind === 'page'

const removed = (item: Item): Change => ({
  class: recordsNothing(item) ? 'safe' : 'losesData',
  kind: `${wordOf(item)}Removed`,
  key: item.key,
  before: item.kind,
})

function itemChanges(was: Place, is: Place, moved: boolean, after: Questionnaire): Change[] {
  const { key } = is.item
  const changes: Change[] = []
  const add = (kind: ChangeKind, cls: ChangeClass, place?: string, from?: unknown, to?: unknown) =>
    changes.push({
      class: cls,
      kind,
      key,
      ...(place !== undefined && { place }),
      ...(from !== undefined && { before: from }),
      ...(to !== undefined && { after: to }),
    })
  if (was.item.kind !== is.item.kind) {
    const cls = isSameData(was.item.kind, is.item.kind)
      ? 'safe'
      : recordsNothing(was.item)
        ? 'breaksComparison'
        : 'losesData'
    add('kindChanged', cls, undefined, was.item.kind, is.item.kind)
  }
  if (was.repeats !== is.repeats && !recordsNothing(is.item)) {
    add('movedAcrossRepeat', 'losesData', undefined, was.repeats, is.repeats)
  } else if (was.within !== is.within) {
    add('moved', was.relevance === is.relevance ? 'safe' : 'breaksComparison', undefined, was.within, is.within)
  } else if (moved) add('moved', 'safe')
  for (const part of TEXT_PARTS) {
    const [from, to] = [textOf(was.item, part, after), textOf(is.item, part, after)]
    if (from !== to) add('textChanged', 'safe', part, from, to)
  }
  for (const [part, [kind, cls]] of Object.entries(PROPERTIES)) {
    const [from, to] = [valueOf(was.item, part), valueOf(is.item, part)]
    if (!isSame(from, to)) add(kind, cls, part, from, to)
  }
  const [other, others] = [valueOf(was.item, 'other') === true, valueOf(is.item, 'other') === true]
  if (!other && others) add('otherAdded', 'breaksComparison')
  if (other && !others) add('otherRemoved', 'losesData')
  const [file, files] = [valueOf(was.item, 'media'), valueOf(is.item, 'media')]
  if (!isSame(file, files)) add('presentationChanged', 'safe', 'media')
  return changes
}

const TEXT_PARTS = [
  'label',
  'hint',
  'guidance',
  'requiredMessage',
  'constraintMessage',
  'lowLabel',
  'highLabel',
  'thenLabel',
  'nowLabel',
]

/** What a change of a property means. Texts, lists, "other" and media are looked at by themselves. */
const PROPERTIES: Record<string, [ChangeKind, ChangeClass]> = {
  relevant: ['logicChanged', 'breaksComparison'],
  constraint: ['logicChanged', 'breaksComparison'],
  calculation: ['logicChanged', 'breaksComparison'],
  default: ['logicChanged', 'breaksComparison'],
  choiceFilter: ['logicChanged', 'breaksComparison'],
  count: ['logicChanged', 'breaksComparison'],
  readOnly: ['logicChanged', 'breaksComparison'],
  required: ['logicChanged', 'safe'],
  declinable: ['declinableChanged', 'breaksComparison'],
  min: ['boundsChanged', 'breaksComparison'],
  max: ['boundsChanged', 'breaksComparison'],
  level: ['boundsChanged', 'breaksComparison'],
  accept: ['boundsChanged', 'safe'],
  maxBytes: ['boundsChanged', 'safe'],
  appearance: ['presentationChanged', 'safe'],
}

const DEFAULTS: Partial<Record<string, unknown>> = { declinable: true, required: false, readOnly: false }

function valueOf(item: Item, property: string): unknown {
  const value = (item as unknown as Record<string, unknown>)[property]
  const plain = typeof value === 'string' ? value.trim() : value
  return plain === undefined || plain === '' ? DEFAULTS[property] : plain
}

const textOf = (item: Item, part: string, { baseLanguage }: Questionnaire): string =>
  written(((item as unknown as Record<string, unknown>)[part] as Texts | undefined) ?? {}, baseLanguage)

const isSame = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)

/** Kinds whose answers are the same data, drawn otherwise. */
export function isSameData(one: Item['kind'], other: Item['kind']): boolean {
  const family = (kind: Item['kind']) => (kind === 'longText' ? 'shortText' : kind === 'page' ? 'group' : kind)
  return family(one) === family(other)
}

function languageChanges(before: Questionnaire, after: Questionnaire): Change[] {
  const changes: Change[] = []
  const place = (kind: ChangeKind, language: string): Change => ({ class: 'safe', kind, key: '', place: language })
  if (before.baseLanguage !== after.baseLanguage)
    changes.push({
      ...place('baseLanguageChanged', after.baseLanguage),
      before: before.baseLanguage,
      after: after.baseLanguage,
    })
  for (const language of before.languages)
    if (!after.languages.includes(language)) changes.push(place('languageRemoved', language))
  const stood = new Map(textsOf(before).map(([{ path }, texts]) => [path, texts]))
  for (const language of after.languages) {
    if (!before.languages.includes(language)) changes.push(place('languageAdded', language))
    else if (language !== after.baseLanguage) {
      const count = textsOf(after).filter(
        ([{ path }, texts]) => stood.has(path) && written(stood.get(path)!, language) !== written(texts, language),
      ).length
      if (count) changes.push({ ...place('translationsChanged', language), after: count })
    }
  }
  return changes
}

function formTexts(before: Questionnaire, after: Questionnaire): Change[] {
  return (['title', 'introduction', 'thanks'] as const).flatMap((part): Change[] => {
    const [from, to] = [before, after].map((one) => written(one[part] ?? {}, after.baseLanguage))
    return from === to ? [] : [{ class: 'safe', kind: 'textChanged', key: '', place: part, before: from, after: to }]
  })
}

/** Items that are asked in another order: the fewest that explain it. */
function movedKeys(before: Place[], after: Place[]): Set<string> {
  const rank = new Map(before.map(({ item }, index) => [item.key, index]))
  const common = after.map(({ item }) => item.key).filter((key) => rank.has(key))
  const staying = new Set(longestRising(common.map((key) => rank.get(key)!)))
  const moved = new Set(common.filter((key) => !staying.has(rank.get(key)!)))
  // What goes along with its page is not told apart.
  const along = after.filter(({ within }) => within.split('/').some((key) => moved.has(key)))
  for (const { item } of along) moved.delete(item.key)
  return moved
}

/** The longest rising subsequence of distinct numbers. */
function longestRising(numbers: number[]): number[] {
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const number of numbers) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! < number) low = middle + 1
      else high = middle
    }
    previous.set(number, ends[low - 1])
    ends[low] = number
  }
  const rising: number[] = []
  for (let number = ends.at(-1); number !== undefined; number = previous.get(number)) rising.push(number)
  return rising.reverse()
}
