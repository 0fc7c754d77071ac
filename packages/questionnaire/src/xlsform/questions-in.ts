import { propertiesOf } from '../check/properties.ts'
import { QUESTIONNAIRE_LIMITS } from '../model.ts'
import type { Choice, LanguageTag, Question, Texts } from '../model.ts'
import { externalName, filesOf } from './choices-in.ts'
import type { Lists } from './choices-in.ts'
import type { SurveyField } from './headers.ts'
import { saysNo, saysYes } from './settings-in.ts'
import type { Findings, SheetRow } from './sheet.ts'
import { sharpened } from './steps.ts'
import type { RowType } from './types.ts'

export type Row = SheetRow<SurveyField>

/** What reading a row needs to know of the rest of the workbook. */
export interface Surroundings {
  base: LanguageTag
  lists: Lists
  findings: Findings
  /** The names that expressions and texts speak of as `${name}`. */
  spokenOf: ReadonlySet<string>
  /** The names whose choices are looked up by `jr:choice-name`. */
  lookedUp: ReadonlySet<string>
  /** Gives parts of items as they are written, before anything kept is put back: to find out what has to be kept. */
  asWritten?: boolean
}

/** The properties that a question is read with, whatever its type. */
type Common = Omit<Question, 'kind' | 'key'>

/** Reads one question; undefined when its type is not supported, which is said. */
export function readQuestion(row: Row, key: string, type: RowType, around: Surroundings): Question | undefined {
  const { findings } = around
  switch (type.row) {
    case 'question': {
      if (type.loss) findings.lose(row.at('type'), type.loss, key)
      return present(questionOf(row, key, type.kind, type.with ?? {}, around))
    }
    case 'choice':
      return present(choiceQuestion(row, key, type, around))
    case 'range':
      return present(rangeQuestion(row, key, around))
    case 'today':
      return { key, kind: 'calculated', calculation: 'once(today())', ...read(row, 'calculated', around) }
    case 'metadata': {
      if (!around.spokenOf.has(key)) {
        findings.lose(row.at('type'), 'metadataDropped', row.get('type'))
        return undefined
      }
      findings.lose(row.at('type'), 'metadataEmpty', row.get('type'))
      return { key, kind: 'hidden' }
    }
    case 'unsupported':
      findings.refuse(row.at('type'), type.code, row.get('type'))
      return undefined
    default:
      return undefined
  }
}

function questionOf(
  row: Row,
  key: string,
  kind: Question['kind'],
  more: Partial<Question>,
  around: Surroundings,
): Question {
  const common = read(row, kind, around)
  const question: Question = { key, kind, ...more, ...common }
  if (kind === 'shortText' && drop(question, 'multiline')) question.kind = 'longText'
  if (kind === 'shortText' && Number(parametersOf(row).get('rows')) > 1) question.kind = 'longText'
  // A calculation given as a default is made once.
  const once = kind === 'calculated' && !question.calculation && expressionOf(row, 'default', around.findings)
  if (once) question.calculation = `once(${once})`
  ignoreParameters(row, kind === 'shortText' ? ['rows'] : [], around)
  return question
}

function choiceQuestion(row: Row, key: string, type: RowType & { row: 'choice' }, around: Surroundings): Question {
  const { findings, lists } = around
  const external = externalName(type.list)
  const list = type.external && lists.choices.has(external) ? external : type.list
  const choices = lists.choices.get(list)
  if (!choices) findings.refuse(row.at('type'), 'listMissing', type.list)
  if (row.get('appearance').split(/\s+/).includes('label')) {
    findings.lose(row.at('appearance'), 'labelOnly', key)
    return { key, kind: 'note', ...read(row, 'note', around) }
  }
  if (type.other && type.kind === 'ranking') findings.lose(row.at('type'), 'otherOfRank', key)
  ignoreParameters(row, [], around)
  const question: Question = {
    key,
    kind: type.kind,
    choices: list,
    ...(type.other && type.kind !== 'ranking' && { other: true }),
    ...read(row, type.kind, around),
  }
  const filter = choices && question.choiceFilter && quoted(question.choiceFilter, choices)
  if (filter && filter !== question.choiceFilter) {
    findings.lose(row.at('choiceFilter'), 'quoted', filter)
    question.choiceFilter = filter
  }
  return choices && !around.lookedUp.has(key) ? sharpened(question, choices) : question
}

/** A column held against a word that stands bare: `pastel = yes`. */
const BARE_WORD = /^\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*(!?=)\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*$/u

/** A filter whose word is no column of the list but a value of the column it is held against: it is meant as a text. */
function quoted(filter: string, choices: readonly Choice[]): string {
  const [, column = '', sign = '', word = ''] = BARE_WORD.exec(filter) ?? []
  const isColumn = choices.some(({ columns }) => columns && Object.hasOwn(columns, word))
  const isValue = choices.some(({ columns }) => columns && Object.hasOwn(columns, column) && columns[column] === word)
  return isValue && !isColumn ? `${column} ${sign} '${word}'` : filter
}

/** A range in whole steps is a scale; one in other steps is a number that has to meet them. */
function rangeQuestion(row: Row, key: string, around: Surroundings): Question {
  const given = parametersOf(row)
  const [start, end, step] = (['start', 'end', 'step'] as const).map((name, index) =>
    Number(given.get(name) ?? [1, 10, 1][index]),
  ) as [number, number, number]
  ignoreParameters(row, ['start', 'end', 'step'], around)
  const common = read(row, 'scale', around)
  if (!(Number.isFinite(start) && end > start && step > 0 && Number.isFinite(end)))
    around.findings.refuse(row.at('parameters'), 'parameters', row.get('parameters'))
  const isWhole = Number.isInteger(start) && Number.isInteger(end)
  if (isWhole && step === 1) return { key, kind: 'scale', min: start, max: end, ...common }
  around.findings.lose(row.at('parameters'), 'stepAsNumber', row.get('parameters'))
  const steps = `(. - ${start}) div ${step}`
  const onStep = `round(${steps}, 6) = round(${steps}, 0)`
  return {
    key,
    kind: isWhole && Number.isInteger(step) ? 'integer' : 'decimal',
    min: start,
    max: end,
    ...common,
    constraint: common.constraint ? `(${common.constraint}) and ${onStep}` : onStep,
  }
}

/** Everything that may stand beside a type, without what its kind has no use for. */
function read(row: Row, kind: Question['kind'], around: Surroundings): Common {
  const { base, findings } = around
  const used = propertiesOf(kind)
  for (const field of OPTIONAL)
    if (
      !used.has(field) &&
      row.get(field) !== '' &&
      !saysNo(row.get(field)) &&
      !(kind === 'calculated' && field === 'default')
    )
      findings.lose(row.at(field), 'notUsed', row.get(field))
  if (row.get('count') !== '') findings.lose(row.at('count'), 'notUsed', row.get('count'))
  if (row.get('trigger') !== '') findings.refuse(row.at('trigger'), 'triggers', row.get('trigger'))
  const expression = (field: 'constraint' | 'default' | 'calculation' | 'choiceFilter') =>
    used.has(field) ? expressionOf(row, field, findings) : undefined
  const message = (field: 'requiredMessage' | 'constraintMessage') =>
    used.has(field) ? texts(row, field, base, findings) : undefined
  return present({
    ...readShown(row, around),
    guidance: texts(row, 'guidance', base, findings),
    media: filesOf(row, around.base),
    required: used.has('required') ? truthOrExpression(row, findings) : undefined,
    requiredMessage: message('requiredMessage'),
    constraint: expression('constraint'),
    constraintMessage: message('constraintMessage'),
    default: expression('default'),
    calculation: expression('calculation'),
    readOnly: (used.has('readOnly') && truth(row, 'readOnly', findings)) || undefined,
    choiceFilter: expression('choiceFilter'),
  })
}

const OPTIONAL = ['required', 'constraint', 'default', 'calculation', 'readOnly', 'choiceFilter'] as const

/** What a group has as well as a question. */
export function readShown(
  row: Row,
  { base, findings }: Pick<Surroundings, 'base' | 'findings'>,
): Pick<Question, 'label' | 'hint' | 'relevant' | 'appearance'> {
  return present({
    label: texts(row, 'label', base, findings),
    hint: texts(row, 'hint', base, findings),
    relevant: expressionOf(row, 'relevant', findings),
    appearance: row.get('appearance').replace(/\s+/g, ' ') || undefined,
  })
}

/** Takes a word out of the appearance; tells whether it was there. */
export function drop(item: { appearance?: string }, word: string): boolean {
  const words = (item.appearance ?? '').split(' ')
  if (!words.includes(word)) return false
  const rest = words.filter((one) => one !== word).join(' ')
  if (rest) item.appearance = rest
  else delete item.appearance
  return true
}

/** An expression as text; the quotation marks of word processors become those of expressions. */
export function expressionOf(row: Row, field: SurveyField, findings: Findings): string | undefined {
  const text = row
    .get(field)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
  if (text.length > QUESTIONNAIRE_LIMITS.expressionLength) findings.refuse(row.at(field), 'expressionTooLong')
  // A spreadsheet makes TRUE of `true()`.
  if (TRUTHS.has(field) && (saysYes(text) || saysNo(text))) return saysYes(text) ? 'true()' : 'false()'
  return text || undefined
}

const TRUTHS: ReadonlySet<SurveyField> = new Set(['relevant', 'constraint', 'calculation'])

/** What a group has no use for; said when something stands there all the same. */
export function findUnused(row: Row, isRepeat: boolean, findings: Findings): void {
  for (const field of UNUSED_BY_GROUPS)
    if (row.get(field) !== '' && !saysNo(row.get(field)) && !(field === 'count' && isRepeat))
      findings.lose(row.at(field), 'notUsed', row.get(field))
}

const UNUSED_BY_GROUPS: readonly SurveyField[] = [
  'guidance',
  'required',
  'constraint',
  'calculation',
  'default',
  'readOnly',
  'choiceFilter',
  'count',
  'image',
  'audio',
  'video',
  'parameters',
]

function texts(row: Row, field: SurveyField, base: LanguageTag, findings: Findings): Texts | undefined {
  const found = row.texts(field, base)
  for (const text of Object.values(found ?? {}))
    if (text.length > QUESTIONNAIRE_LIMITS.labelLength) findings.refuse(row.at(field), 'textTooLong', text)
  return found
}

function truthOrExpression(row: Row, findings: Findings): boolean | string | undefined {
  const text = row.get('required')
  if (saysYes(text)) return true
  return saysNo(text) ? undefined : expressionOf(row, 'required', findings)
}

function truth(row: Row, field: SurveyField, findings: Findings): boolean {
  const text = row.get(field)
  if (text !== '' && !saysYes(text) && !saysNo(text)) findings.refuse(row.at(field), 'notATruth', text)
  return saysYes(text)
}

function parametersOf(row: Row): Map<string, string> {
  const pairs = row
    .get('parameters')
    .slice(0, 500)
    .matchAll(/([A-Za-z-]+)\s*=\s*([^\s;,]+)/g)
  return new Map(Array.from(pairs, ([, name, value]) => [name!.toLowerCase(), value!]))
}

function ignoreParameters(row: Row, used: readonly string[], { findings }: Surroundings): void {
  for (const [name, value] of parametersOf(row))
    if (!used.includes(name)) findings.lose(row.at('parameters'), 'parameterIgnored', `${name}=${value}`)
}

/** Without the properties that have no value. */
export function present<Properties extends object>(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Properties
}
