import { isRepeat, layoutOf, listOf, OTHER } from './layout.ts'
import type { Entry, Layout } from './layout.ts'
import { AGREEMENT } from './model.ts'
import { placesOf } from './places.ts'
import type { Choice, Question, QuestionKind, Questionnaire, Texts } from './model.ts'
import { AGREEMENT_WORDS, MOMENT_WORDS, OTHER_WORDS, YES_NO_WORDS } from './words.ts'

/** What a column holds of its question. */
export type ColumnRole =
  /** The answer itself. */
  | 'value'
  /** The text beside "other". */
  | 'other'
  /** Whether one choice of several was chosen: 1 or 0. */
  | 'choice'
  /** All chosen names, one after the other. */
  | 'joined'
  /** One row of a matrix. */
  | 'row'
  /** One moment of a then/now question. */
  | 'then'
  | 'now'
  /** The place that one choice of a ranking got, 1 being the first. */
  | 'place'
  /** Which version of the wording of a consent question was read. */
  | 'consentVersion'

export type ColumnType = 'text' | 'number' | 'choice' | 'flag' | 'date' | 'time' | 'dateTime'

export interface ColumnChoice {
  /** As it is stored: a name, or a step as a number. */
  name: string | number
  label: Texts
}

/**
 * One column of the table of all answers. `name` never changes from version to version; columns of questions, choices
 * and rows that a version dropped stay where they were.
 */
export interface Column {
  /** `help`, `help/pairs`, `confidence/then`, `help_other`, `agree/version`. No key holds a slash. */
  name: string
  /** Empty for the table of answers; for answers asked several times the repeat, `children` or `sites/visits`. */
  table: string
  key: string
  kind: QuestionKind
  role: ColumnRole
  /** The choice, row or moment; else empty. */
  part: string
  type: ColumnType
  /** Newest words of the question, and of its part. */
  label: Texts
  partLabel?: Texts
  /** Of single choices and steps: what may stand in it, over all versions. */
  choices: ColumnChoice[]
  /** In which of the given versions it was asked, by their place in the list. */
  versions: number[]
}

/** The one flat table that holds the answers of all versions, oldest version first. */
export function columnsOf(versions: readonly Questionnaire[]): Column[] {
  const columns: Column[] = []
  const places = new Map<string, Column>()
  for (const [version, questionnaire] of versions.entries()) {
    let before: Column | undefined
    for (const made of columnsIn(questionnaire)) {
      const name = nameFor(made, places)
      const known = places.get(name)
      if (known) {
        before = newest(known, made, version)
        continue
      }
      const column = { ...made, name, versions: [version] }
      // After its neighbour of the same version, so that a question added in the middle stands where it is asked.
      columns.splice(before ? columns.lastIndexOf(before) + 1 : 0, 0, column)
      places.set(name, column)
      before = column
    }
  }
  return columns
}

/** The tables of a questionnaire: the answers themselves, then each repeat. */
export const tablesOf = (columns: readonly Column[]): string[] => [
  ...new Set(['', ...columns.map(({ table }) => table)]),
]

/** Kinds whose answers can share a column: rewording a short text as a long one moves nothing. */
const FAMILY: Partial<Record<QuestionKind, string>> = {
  shortText: 'text',
  longText: 'text',
  integer: 'number',
  decimal: 'number',
  scale: 'number',
}

const familyOf = ({ kind, role, type }: Pick<Column, 'kind' | 'role' | 'type'>): string =>
  // A place in words of one's own is no code of a territory.
  role === 'other' || (kind === 'place' && type === 'text') ? 'text' : (FAMILY[kind] ?? kind)

/** The name of a column; a question that came back as another kind, or in another table, gets columns of its own. */
function nameFor(made: Omit<Column, 'versions'>, places: ReadonlyMap<string, Column>): string {
  const family = familyOf(made)
  const fits = (name: string) => {
    const known = places.get(name)
    return !known || (familyOf(known) === family && known.role === made.role && known.table === made.table)
  }
  const names = [made.name, `${made.name}/${family}`, `${made.name}/${family}/${made.role}/${made.table}`]
  return names.find(fits) ?? names[2]!
}

/** Brings a known column up to the newest version: its words are used, its choices are added. */
function newest(known: Column, made: Omit<Column, 'versions'>, version: number): Column {
  known.versions.push(version)
  known.kind = made.kind
  known.label = made.label
  known.partLabel = made.partLabel
  known.choices = merged(known.choices, made.choices)
  return known
}

/** Choices of an older and a newer version: each once, with its newest words, new ones after their neighbour. */
function merged(older: readonly ColumnChoice[], newer: readonly ColumnChoice[]): ColumnChoice[] {
  if (older.length === newer.length && older.every(({ name }, at) => name === newer[at]!.name)) return [...newer]
  const all = [...older]
  let after = -1
  for (const choice of newer) {
    const at = all.findIndex(({ name }) => name === choice.name)
    if (at >= 0) all[(after = at)] = choice
    else all.splice(++after, 0, choice)
  }
  return all
}

function columnsIn(questionnaire: Questionnaire): Omit<Column, 'versions'>[] {
  const layout = layoutOf(questionnaire)
  return layout.entries.flatMap((entry) =>
    'items' in entry.item ? [] : columnsOfQuestion(entry.item, tableOf(entry, layout), questionnaire),
  )
}

const tableOf = (entry: Entry, { entries }: Layout): string =>
  entry.repeats
    .map((index) => entries[index]!.item)
    .filter(isRepeat)
    .map(({ key }) => key)
    .join('/')

function columnsOfQuestion(
  question: Question,
  table: string,
  questionnaire: Questionnaire,
): Omit<Column, 'versions'>[] {
  const { key, kind, label = {} } = question
  const column = (role: ColumnRole, type: ColumnType, more: Partial<Column> = {}): Omit<Column, 'versions'> => ({
    name: more.part ? `${key}/${more.part}` : key,
    table,
    key,
    kind,
    role,
    part: '',
    type,
    label,
    choices: [],
    ...more,
  })
  const value = (type: ColumnType, choices: ColumnChoice[] = []) => column('value', type, { choices })
  const choices = choicesOf(question, questionnaire)
  const other = question.other ? [column('other', 'text', { name: `${key}_other` })] : []
  switch (kind) {
    case 'note':
      return []
    case 'integer':
    case 'decimal':
    case 'scale':
      return [value('number')]
    case 'date':
    case 'time':
    case 'dateTime':
      return [value(kind)]
    case 'yesNo':
    case 'agreement':
      return [value('choice', choices)]
    case 'place':
      return [value(choices.length ? 'choice' : 'text', choices)]
    case 'single':
      return [value('choice', choices), ...other]
    case 'multiple':
      return [
        column('joined', 'text', { choices }),
        ...choices.map(({ name, label: words }) => column('choice', 'flag', { part: String(name), partLabel: words })),
        ...other,
      ]
    case 'ranking':
      return choices.map(({ name, label: words }) =>
        column('place', 'number', { part: String(name), partLabel: words }),
      )
    case 'thenNow':
      return (['then', 'now'] as const).map((part) =>
        column(part, 'number', { part, partLabel: question[`${part}Label`] ?? MOMENT_WORDS[part] }),
      )
    case 'matrix':
      return listOf(questionnaire, question.rows).map(({ name, label: words }) =>
        column('row', 'choice', { part: name, partLabel: words, choices }),
      )
    case 'consent':
      return [value('choice', choices), column('consentVersion', 'number', { name: `${key}/version` })]
    default:
      return [value('text')]
  }
}

/** What a question can be answered with, with words for each; nothing for texts and plain numbers. */
export function choicesOf(question: Question, questionnaire: Questionnaire): ColumnChoice[] {
  const list = (name: string | undefined) => listOf(questionnaire, name).map(asColumnChoice)
  switch (question.kind) {
    case 'yesNo':
    case 'consent':
      return (['yes', 'no'] as const).map((name) => ({ name, label: YES_NO_WORDS[name] }))
    case 'agreement':
      return agreementSteps(question)
    case 'matrix':
      return question.choices === undefined ? agreementSteps(question) : list(question.choices)
    case 'single':
    case 'multiple':
    case 'ranking': {
      const choices = list(question.choices)
      const isListed = choices.some(({ name }) => name === OTHER)
      return question.other && !isListed ? [...choices, { name: OTHER, label: OTHER_WORDS }] : choices
    }
    case 'place':
      return (placesOf(question, questionnaire) ?? []).map(asColumnChoice)
    default:
      return []
  }
}

const asColumnChoice = ({ name, label }: Choice): ColumnChoice => ({ name, label })

/** The steps of agreement; a questionnaire may word the two ends itself. */
function agreementSteps({ lowLabel, highLabel }: Question): ColumnChoice[] {
  const ends: Partial<Record<number, Texts>> = { 1: lowLabel, 5: highLabel }
  return AGREEMENT.map((step) => ({ name: step, label: { ...AGREEMENT_WORDS[step], ...ends[step] } }))
}
