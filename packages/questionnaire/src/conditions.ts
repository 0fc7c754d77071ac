import type { Syntax } from './expression/grammar.parser.js'
import { parse } from './expression/grammar.parser.js'
import type { QuestionKind } from './model.ts'

export const TESTS = [
  'is',
  'isNot',
  'includes',
  'includesNot',
  'above',
  'below',
  'atLeast',
  'atMost',
  'contains',
  'answered',
  'notAnswered',
] as const
export type Test = (typeof TESTS)[number]

/** "[question] [is] [value]" */
export interface Condition {
  question: string
  test: Test
  /** Empty for `answered` and `notAnswered`. */
  value: string
}

/** What the logic builder can show: several conditions of which all, or at least one, must hold. */
export interface Conditions {
  join: 'all' | 'any'
  conditions: Condition[]
}

const CHOSEN: Test[] = ['is', 'isNot', 'answered', 'notAnswered']
const COUNTED: Test[] = ['is', 'isNot', 'above', 'atLeast', 'below', 'atMost', 'answered', 'notAnswered']

const TESTS_OF: Partial<Record<QuestionKind, Test[]>> = {
  shortText: ['is', 'isNot', 'contains', 'answered', 'notAnswered'],
  longText: ['contains', 'answered', 'notAnswered'],
  integer: COUNTED,
  decimal: COUNTED,
  scale: COUNTED,
  agreement: COUNTED,
  calculated: COUNTED,
  date: COUNTED,
  yesNo: CHOSEN,
  consent: ['is', 'isNot'],
  single: CHOSEN,
  multiple: ['includes', 'includesNot', 'answered', 'notAnswered'],
  place: CHOSEN,
  hidden: ['is', 'isNot'],
}

/** What can be asked about the answers of a kind of question; whether there is one can be asked of most. */
export const testsOf = (kind: QuestionKind): Test[] =>
  TESTS_OF[kind] ?? (kind === 'note' ? [] : ['answered', 'notAnswered'])

export const needsValue = (test: Test): boolean => test !== 'answered' && test !== 'notAnswered'

const COMPARED = { is: '=', isNot: '!=', above: '>', below: '<', atLeast: '>=', atMost: '<=' } as const
const NUMERIC: ReadonlySet<QuestionKind> = new Set(['integer', 'decimal', 'scale', 'agreement', 'calculated'])

/** The conditions of an expression, or undefined when it says more than the builder can show. */
export function readConditions(expression: string): Conditions | undefined {
  if (expression.trim() === '') return { join: 'all', conditions: [] }
  let syntax: Syntax
  try {
    syntax = parse(expression)
  } catch {
    return undefined
  }
  const joined = Array.isArray(syntax) && (syntax[0] === 'and' || syntax[0] === 'or')
  const parts = joined ? (syntax.slice(1) as Syntax[]) : [syntax]
  const conditions = parts.map(readOne)
  if (conditions.some((one) => !one)) return undefined
  return { join: joined && syntax[0] === 'or' ? 'any' : 'all', conditions: conditions as Condition[] }
}

function readOne(syntax: Syntax): Condition | undefined {
  if (!Array.isArray(syntax)) return undefined
  const [name, left, right] = syntax
  if (name === 'not' && Array.isArray(left)) {
    const inner = readOne(left)
    return inner?.test === 'includes' ? { ...inner, test: 'includesNot' } : undefined
  }
  if (left === undefined || typeof left !== 'object' || !('read' in left)) return undefined
  const question = left.read
  const value = literalOf(right)
  if (value === undefined || syntax.length !== 3) return undefined
  if (name === 'selected') return { question, test: 'includes', value }
  if (name === 'contains') return { question, test: 'contains', value }
  if (value === '' && name === '!=') return { question, test: 'answered', value }
  if (value === '' && name === '=') return { question, test: 'notAnswered', value }
  const test = (Object.keys(COMPARED) as (keyof typeof COMPARED)[]).find((one) => COMPARED[one] === name)
  return test && value !== '' ? { question, test, value } : undefined
}

function literalOf(syntax: Syntax | undefined): string | undefined {
  if (typeof syntax === 'string') return syntax
  if (typeof syntax === 'number') return String(syntax)
  if (!Array.isArray(syntax)) return undefined
  const [name, operand] = syntax
  if (name === '-' && syntax.length === 2 && typeof operand === 'number') return `-${operand}`
  if (name === 'date' && syntax.length === 2 && typeof operand === 'string') return operand
  return undefined
}

/** The expression that says these conditions; a condition without its value is left out. */
export function writeConditions(
  { join, conditions }: Conditions,
  kindOf: (question: string) => QuestionKind | undefined,
): string {
  return conditions
    .filter(({ question, test, value }) => question && (value !== '' || !needsValue(test)))
    .map((condition) => writeOne(condition, kindOf(condition.question)))
    .join(join === 'all' ? ' and ' : ' or ')
}

function writeOne({ question, test, value }: Condition, kind: QuestionKind | undefined): string {
  const answer = `\${${question}}`
  if (test === 'answered') return `${answer} != ''`
  if (test === 'notAnswered') return `${answer} = ''`
  if (test === 'includes') return `selected(${answer}, ${quoted(value)})`
  if (test === 'includesNot') return `not(selected(${answer}, ${quoted(value)}))`
  if (test === 'contains') return `contains(${answer}, ${quoted(value)})`
  const numeric = kind && NUMERIC.has(kind) && /^-?\d+(\.\d+)?$/.test(value)
  const literal = kind === 'date' ? `date(${quoted(value)})` : numeric ? value : quoted(value)
  return `${answer} ${COMPARED[test]} ${literal}`
}

/** A text literal; the language has no escape, so a text with both kinds of quotes loses its straight ones. */
const quoted = (text: string) =>
  !text.includes("'") ? `'${text}'` : !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", '’')}'`

/** The columns of a list that a choice filter reads, beside the name of each choice. */
export function columnsIn(filter: string | undefined): string[] {
  const columns = new Set<string>()
  const look = (syntax: Syntax): void => {
    if (Array.isArray(syntax)) for (const operand of syntax.slice(1)) look(operand as Syntax)
    else if (typeof syntax === 'object' && 'column' in syntax && syntax.column !== 'name') columns.add(syntax.column)
  }
  try {
    if (filter) look(parse(filter))
  } catch {
    // Not an expression yet: it is told beside its field.
  }
  return [...columns]
}
