import type { Choice, Group, Item, Question, Repeat, Texts } from '../model.ts'
import { isContainer } from '../walk.ts'
import type { SurveyField } from './headers.ts'
import type { Kept } from './kept.ts'
import { AGREEMENT_LIST, YES_NO_LIST } from './steps.ts'

/** A row of `survey` to be written. */
export interface WrittenRow {
  cells: Partial<Record<SurveyField, string>>
  texts: Partial<Record<SurveyField, Texts | undefined>>
  kept?: Kept
  /** The item whose properties this row has to keep. */
  item?: Item
}

/** What writing an item needs to know of the whole. */
export interface Page {
  lists: Readonly<Record<string, readonly Choice[]>>
  /** The name of a list of ours in this workbook, which is then written too. */
  ownList(name: string): string
  /** A name that nothing else has. */
  freeName(wanted: string): string
}

/** The rows of some items, one after the other. */
export const rowsOf = (items: readonly Item[], page: Page): WrittenRow[] =>
  items.flatMap((item) => (isContainer(item) ? containerRows(item, page) : questionRows(item, page)))

function containerRows(item: Group | Repeat, page: Page): WrittenRow[] {
  const type = item.kind === 'repeat' ? 'repeat' : 'group'
  const begin: WrittenRow = {
    cells: {
      ...shownCells(item),
      type: `begin_${type}`,
      appearance: item.kind === 'page' ? words('field-list', item.appearance) : words(item.appearance),
      count: (item.kind === 'repeat' && item.count) || '',
    },
    texts: { label: item.label, hint: item.hint },
    item,
  }
  return [begin, ...rowsOf(item.items, page), { cells: { type: `end_${type}` }, texts: {} }]
}

function questionRows(question: Question, page: Page): WrittenRow[] {
  if (question.kind === 'thenNow') return pairRows(question, page)
  if (question.kind === 'matrix') return matrixRows(question, page)
  return [{ ...plainRow(question, page), item: question }]
}

function plainRow(question: Question, page: Page): WrittenRow {
  const { type, appearance, parameters } = typeOf(question, page)
  return {
    cells: {
      ...shownCells(question),
      type,
      appearance: words(appearance, question.appearance),
      parameters: parameters ?? '',
      required: truth(question.required),
      readOnly: truth(question.readOnly),
      constraint: constraintOf(question, page),
      calculation: question.calculation ?? '',
      default: question.default ?? '',
      choiceFilter: question.choiceFilter ?? '',
    },
    texts: {
      label: question.label,
      hint: question.kind === 'scale' ? withEnds(question) : question.hint,
      guidance: question.guidance,
      requiredMessage: question.requiredMessage,
      constraintMessage: question.constraintMessage,
      ...question.media,
    },
  }
}

function typeOf(question: Question, page: Page): { type: string; appearance?: string; parameters?: string } {
  const list = question.choices ?? 'none'
  const other = question.other && !question.choiceFilter ? ' or_other' : ''
  switch (question.kind) {
    case 'note':
    case 'integer':
    case 'decimal':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'hidden':
      return { type: question.kind }
    case 'shortText':
    case 'place':
      return { type: 'text' }
    case 'longText':
      return { type: 'text', appearance: 'multiline' }
    case 'single':
      return { type: `select_one ${list}${other}` }
    case 'multiple':
      return { type: `select_multiple ${list}${other}` }
    case 'ranking':
      return { type: `rank ${list}` }
    case 'yesNo':
    case 'consent':
      return { type: `select_one ${page.ownList(YES_NO_LIST)}` }
    case 'agreement':
      return { type: `select_one ${page.ownList(AGREEMENT_LIST)}`, appearance: 'likert' }
    case 'scale':
      return { type: 'range', parameters: `start=${question.min ?? 0} end=${question.max ?? 10} step=1` }
    case 'file':
      return { type: fileType(question.accept) }
    case 'calculated':
      return { type: 'calculate' }
    case 'thenNow':
    case 'matrix':
      return { type: 'begin_group' }
  }
}

/** Then and now: two scales in a group. */
function pairRows(question: Question, page: Page): WrittenRow[] {
  const scale = (label: Texts | undefined, part: 'thenLabel' | 'nowLabel'): WrittenRow => {
    const name = page.freeName(`${question.key}_${part.slice(0, -'Label'.length)}`)
    const { key: _key, relevant: _relevant, hint: _hint, guidance: _guidance, media: _media, ...same } = question
    const row = plainRow({ ...same, key: name, kind: 'scale', ...(label && { label }) }, page)
    return { ...row, kept: { part } }
  }
  return grouped(question, [scale(question.thenLabel, 'thenLabel'), scale(question.nowLabel, 'nowLabel')])
}

/** A matrix the way XLSForm writes one: a row with the words of the steps, then a row without them for each thing. */
function matrixRows(question: Question, page: Page): WrittenRow[] {
  const list = question.choices ?? page.ownList(AGREEMENT_LIST)
  const row = (name: string, label: Texts | undefined, appearance: string, required: string): WrittenRow => ({
    cells: { type: `select_one ${list}`, name: page.freeName(`${question.key}_${name}`), appearance, required },
    texts: { label },
    kept: { part: '' },
  })
  const things = question.rows === undefined ? [] : (page.lists[question.rows] ?? [])
  return grouped(question, [
    row('steps', question.label, 'label', ''),
    ...things.map(({ name, label }) =>
      row(name.replace(/[^A-Za-z0-9_.-]/g, '_'), label, 'list-nolabel', truth(question.required)),
    ),
  ])
}

function grouped(question: Question, rows: WrittenRow[]): WrittenRow[] {
  return [
    {
      cells: { ...shownCells(question), type: 'begin_group', appearance: words('field-list', question.appearance) },
      texts: { label: question.label, hint: question.hint },
      kept: {},
      item: question,
    },
    ...rows,
    { cells: { type: 'end_group' }, texts: {} },
  ]
}

const shownCells = ({ key, relevant }: Item): WrittenRow['cells'] => ({ name: key, relevant: relevant ?? '' })

/** What other tools have to be told as a constraint: bounds, how many, and what stands alone. */
function constraintOf(question: Question, { lists }: Page): string {
  const measure = MEASURES[question.kind]
  const alone =
    question.kind === 'multiple' && question.choices
      ? (lists[question.choices] ?? []).filter(({ exclusive, name }) => exclusive && !/['"\\]/.test(name))
      : []
  const rules = [
    ...(measure && question.min !== undefined ? [`${measure} >= ${question.min}`] : []),
    ...(measure && question.max !== undefined ? [`${measure} <= ${question.max}`] : []),
    ...alone.map(({ name }) => `not(selected(., '${name}') and count-selected(.) > 1)`),
  ]
  if (question.constraint && rules.length) rules.unshift(`(${question.constraint})`)
  return rules.length ? rules.join(' and ') : (question.constraint ?? '')
}

const MEASURES: Partial<Record<Question['kind'], string>> = {
  integer: '.',
  decimal: '.',
  shortText: 'string-length(.)',
  longText: 'string-length(.)',
  multiple: 'count-selected(.)',
}

/** A scale's hint with what its two ends mean, which XLSForm has no place for. */
function withEnds({ hint, lowLabel, highLabel, min = 0, max = 10 }: Question): Texts | undefined {
  const languages = [...new Set([hint, lowLabel, highLabel].flatMap((texts) => Object.keys(texts ?? {})))]
  if (!lowLabel && !highLabel) return hint
  return Object.fromEntries(
    languages.map((language) => {
      const ends = [
        ...(lowLabel?.[language] ? [`${min} = ${lowLabel[language]}`] : []),
        ...(highLabel?.[language] ? [`${max} = ${highLabel[language]}`] : []),
      ]
      return [language, [hint?.[language], ends.join(', ')].filter(Boolean).join('\n')]
    }),
  )
}

const fileType = (accept: readonly string[] = []): string =>
  accept.length > 0 && accept.every((type) => type.startsWith('image/')) ? 'image' : 'file'

const truth = (value: boolean | string | undefined): string => (value === true ? 'yes' : value || '')
const words = (...appearances: (string | undefined)[]): string => appearances.filter(Boolean).join(' ')
