import { propertiesOf } from '@vises/questionnaire/check/properties.ts'
import { isSameData } from '@vises/questionnaire/diff.ts'
import type { Choice, Item, Question, QuestionKind, Questionnaire } from '@vises/questionnaire/model.ts'
import { QUESTION_KINDS } from '@vises/questionnaire/model.ts'

export type ItemKind = Item['kind']

/** How the chooser gathers the kinds. */
export const KIND_GROUPS = [
  { group: 'choose', kinds: ['single', 'multiple', 'yesNo', 'ranking', 'matrix'] },
  { group: 'rate', kinds: ['agreement', 'scale', 'thenNow'] },
  { group: 'write', kinds: ['shortText', 'longText', 'integer', 'decimal', 'date', 'time', 'dateTime'] },
  { group: 'tell', kinds: ['consent', 'note'] },
  { group: 'add', kinds: ['place', 'file'] },
  { group: 'structure', kinds: ['page', 'group', 'repeat'] },
  { group: 'compute', kinds: ['calculated', 'hidden'] },
] as const satisfies { group: string; kinds: ItemKind[] }[]

/** Whether a kind uses a property. */
export const uses = (kind: ItemKind, property: string): boolean =>
  isQuestionKind(kind)
    ? propertiesOf(kind).has(property)
    : ['label', 'hint', 'relevant', 'appearance', ...(kind === 'repeat' ? ['count'] : [])].includes(property)

export const isQuestionKind = (kind: ItemKind): kind is QuestionKind =>
  QUESTION_KINDS.some((question) => question === kind)

/** A name of a list that is not taken: `q3`, `q3_2`. */
export function listName(lists: Readonly<Record<string, unknown>>, wanted: string): string {
  let name = wanted
  for (let number = 2; name in lists; number++) name = `${wanted}_${number}`
  return name
}

/** The next name of a choice: never one that the list has, nor had when it was published. */
export function newChoiceName(taken: Iterable<string>): string {
  let number = 1
  for (const name of taken) if (/^c\d{1,6}$/.test(name)) number = Math.max(number, Number(name.slice(1)) + 1)
  return `c${number}`
}

const blankChoices = (count: number): Choice[] =>
  Array.from({ length: count }, (_, index) => ({ name: `c${index + 1}`, label: {} }))

/** A new item of a kind, with the lists it needs. */
export function blankItem(
  kind: ItemKind,
  key: string,
  lists: Questionnaire['choiceLists'],
): { item: Item; choiceLists: Questionnaire['choiceLists'] } {
  if (!isQuestionKind(kind)) return { item: { key, kind, items: [] }, choiceLists: lists }
  return withLists({ key, kind }, lists)
}

/** The question with empty lists where its kind needs some. */
function withLists(
  question: Question,
  lists: Questionnaire['choiceLists'],
): { item: Question; choiceLists: Questionnaire['choiceLists'] } {
  let item = question
  let choiceLists = lists
  const add = (property: 'choices' | 'rows', wanted: string) => {
    if (item[property] !== undefined) return
    const name = listName(choiceLists, wanted)
    item = { ...item, [property]: name }
    choiceLists = { ...choiceLists, [name]: blankChoices(2) }
  }
  if (['single', 'multiple', 'ranking'].includes(item.kind)) add('choices', item.key)
  if (item.kind === 'matrix') add('rows', `${item.key}_rows`)
  return { item, choiceLists }
}

/** The questionnaire with a question of another kind; what the new kind does not use is left out. */
export function changeKind(questionnaire: Questionnaire, question: Question, kind: QuestionKind) {
  const kept = Object.fromEntries(
    Object.entries(question).filter(([property]) => property === 'kind' || propertiesOf(kind).has(property)),
  ) as unknown as Question
  // Bounds are lengths, numbers, steps or counts by kind: those of one mean nothing for another.
  const { min: _min, max: _max, ...unbounded } = kept
  const bounds = isSameData(question.kind, kind) ? kept : unbounded
  return withLists({ ...bounds, key: question.key, kind }, questionnaire.choiceLists)
}
