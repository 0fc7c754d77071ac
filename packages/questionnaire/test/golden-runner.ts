import { State } from '../src/answering/state.ts'
import { checkQuestionnaire } from '../src/check.ts'
import { compile, CompileError } from '../src/compile.ts'
import type { ExpressionPlace } from '../src/compiled.ts'
import { createForm } from '../src/form.ts'
import type { Form, View } from '../src/form-types.ts'
import type { Answers, AnswerValue, Choice, Item, LanguageTag, Question, Questionnaire } from '../src/model.ts'
import { validateSubmission } from '../src/validate.ts'

// Golden cases are data, so that Node and a browser run the very same ones. `fails` tells what is wrong, or nothing.

/** What stands around an expression: answers, the row it is asked in, its own answer, the time, the language. */
interface Around {
  answers?: Answers
  /** The repeat in whose rows the expression stands, `kids` or `kids[0].toys`, and which row, from 0. */
  in?: string
  row?: number
  /** The expression is the constraint of a question of this kind with this answer: `.`. */
  self?: { kind: Question['kind']; value: AnswerValue; choices?: string }
  now?: string
  language?: LanguageTag
}

/** An expression, what it is worth (a number that JSON cannot write in an object), what stands around it. */
type ExpressionCase = [expression: string, expected: string | number | boolean | { is: string }, around?: Around]

/** An expression that is refused, with the code; where it stands, a calculation unless told. */
type RefusedCase = [
  expression: string,
  code: string | null,
  at?: { place?: ExpressionPlace; in?: string; question?: Partial<Question> },
]

type Step =
  | { set: string; to?: AnswerValue; changes?: string[] }
  | { addRow: string; changes?: string[] }
  | { removeRow: string; changes?: string[] }
  | { view: string; is: Partial<View> }
  | { answers: Answers }
  | { draft: Answers }
  | { problems: Record<string, string> }
  | { fill: string; at: string; is: string }
  | { paths: string[] }
  /** How many expressions were evaluated since the last such step, or since the beginning. */
  | { evaluated: number }

interface FormCase {
  it: string
  items: Item[]
  choiceLists?: Record<string, Choice[]>
  given?: Answers
  language?: LanguageTag
  now?: string
  steps: Step[]
}

interface SubmissionCase {
  it: string
  items?: Item[]
  choiceLists?: Record<string, Choice[]>
  answers: unknown
  now?: string
  language?: LanguageTag
  /** The answers as stored; the answers as sent when it says `true`; or the code by path. */
  stored?: Answers | true
  refused?: Record<string, string>
}

export interface GoldenFile {
  about: string
  questionnaire?: { items: Item[]; choiceLists?: Record<string, Choice[]>; languages?: LanguageTag[] }
  expressions?: ExpressionCase[]
  refused?: RefusedCase[]
  forms?: FormCase[]
  submissions?: SubmissionCase[]
}

const NOON = '2018-03-14T12:00:00.000+01:00'

/** All cases of a file by their name, each with what runs it. */
export function casesOf(file: GoldenFile): { name: string; fails: () => string | undefined }[] {
  const shared = questionnaireOf(file.questionnaire ?? { items: [] })
  return [
    ...(file.expressions ?? []).map(([expression, expected, around = {}]) => ({
      name: `${expression} ${told(around)}is ${JSON.stringify(expected)}`,
      fails: () => expressionFails(shared, expression, expected, around),
    })),
    ...(file.refused ?? []).map(([expression, code, at = {}]) => ({
      name: `${expression.slice(0, 100)} ${told(at)}is ${code ? `refused as ${code}` : 'accepted'}`,
      fails: () => refusalFails(shared, expression, code, at),
    })),
    ...(file.forms ?? []).map((form) => ({ name: form.it, fails: () => formFails(form) })),
    ...(file.submissions ?? []).map((one) => ({ name: one.it, fails: () => submissionFails(one, shared) })),
  ]
}

const told = (about: object) => (Object.keys(about).length ? `${JSON.stringify(about)} ` : '')

function questionnaireOf({
  items,
  choiceLists = {},
  languages = ['en'],
}: NonNullable<GoldenFile['questionnaire']>): Questionnaire {
  return { title: { en: 'Golden' }, baseLanguage: languages[0]!, languages, choiceLists, items }
}

/** The questionnaire with one more item at the end, or at the end of a repeat. */
function withItem(questionnaire: Questionnaire, item: Item, repeat?: string): Questionnaire {
  const key = repeat
    ?.split('.')
    .at(-1)
    ?.replace(/\[\d+\]$/, '')
  const place = (items: Item[]): Item[] => items.map((one) => ('items' in one ? { ...one, items: within(one) } : one))
  const within = (one: Item & { items: Item[] }): Item[] => (one.key === key ? [...one.items, item] : place(one.items))
  return { ...questionnaire, items: key ? place(questionnaire.items) : [...questionnaire.items, item] }
}

function expressionFails(
  questionnaire: Questionnaire,
  expression: string,
  expected: unknown,
  { answers, in: repeat, row = 0, self, now = NOON, language = questionnaire.baseLanguage }: Around,
): string | undefined {
  const probe: Item = self
    ? { key: 'probe', kind: self.kind, choices: self.choices, constraint: expression }
    : { key: 'probe', kind: 'calculated', calculation: expression }
  const given = self ? { ...answers, probe: self.value } : answers
  const compiled = compile(withItem(questionnaire, probe, repeat))
  const state = new State(compiled, {
    language,
    now: () => new Date(now),
    random: () => 0.25,
    ...(given && { answers: given }),
  })
  let at = state.root
  for (const [, key, position] of `${repeat ?? ''}${repeat ? `[${row}]` : ''}`.matchAll(/([^[\].]+)\[(\d+)\]/g)) {
    at = at.cells.get(state.layout.byKey.get(key!)!.index)!.rows[Number(position)]!
  }
  const cell = at.cells.get(state.layout.byKey.get('probe')!.index)!
  const found = state.evaluate(at, cell, self ? 'constraint' : 'calculation')
  const written = typeof found === 'number' && !Number.isFinite(found) ? { is: String(found) } : found
  return differs(written, expected)
}

function refusalFails(
  questionnaire: Questionnaire,
  expression: string,
  code: string | null,
  { place = 'calculation', in: repeat, question = {} }: NonNullable<RefusedCase[2]>,
): string | undefined {
  const kind = place === 'calculation' ? 'calculated' : 'shortText'
  const item = { key: 'probe', kind, label: { en: 'Probe' }, ...question, [place]: expression } as Item
  const problems = checkQuestionnaire(withItem(questionnaire, item, repeat)).filter((one) => one.key === 'probe')
  if (code === null) return differs(problems, [])
  return problems.some((one) => one.code === code && one.place === place)
    ? undefined
    : `found ${JSON.stringify(problems)}`
}

function formFails({ items, choiceLists, given, language = 'en', now = NOON, steps }: FormCase): string | undefined {
  let evaluated = 0
  const compiled = compile(questionnaireOf({ items, choiceLists, languages: ['en', 'fr', 'nl'] }))
  const form = createForm(JSON.parse(JSON.stringify(compiled)), {
    language,
    now: () => new Date(now),
    random: () => 0.25,
    onEvaluation: () => evaluated++,
    ...(given && { answers: given }),
  })
  for (const [at, step] of steps.entries()) {
    const failure = stepFails(form, step, () => evaluated)
    if (failure) return `step ${at + 1} ${JSON.stringify(step)}: ${failure}`
    if ('evaluated' in step) evaluated = 0
  }
  return undefined
}

function stepFails(form: Form, step: Step, evaluated: () => number): string | undefined {
  if ('set' in step) return changesFail(form.set(step.set, step.to), step.changes)
  if ('addRow' in step) return changesFail(form.addRow(step.addRow), step.changes)
  if ('removeRow' in step) return changesFail(form.removeRow(step.removeRow), step.changes)
  if ('fill' in step) return differs(form.fill(step.fill, step.at), step.is)
  if ('answers' in step) return differs(form.answers(), step.answers)
  if ('draft' in step) return differs(form.draft(), step.draft)
  if ('paths' in step) return differs(form.paths(), step.paths)
  if ('evaluated' in step) return differs(evaluated(), step.evaluated)
  if ('problems' in step) return differs(byPath(form.problems()), step.problems)
  const view = form.view(step.view) as unknown as Record<string, unknown>
  const looked = Object.fromEntries(Object.keys(step.is).map((name) => [name, view[name] ?? null]))
  return differs(looked, step.is)
}

const changesFail = (changed: string[], expected: string[] | undefined) =>
  expected && differs([...changed].sort(), [...expected].sort())

function submissionFails(one: SubmissionCase, shared: Questionnaire): string | undefined {
  const questionnaire = one.items ? questionnaireOf({ items: one.items, choiceLists: one.choiceLists }) : shared
  const { answers, problems } = validateSubmission(JSON.parse(JSON.stringify(compile(questionnaire))), one.answers, {
    now: new Date(one.now ?? NOON),
    language: one.language ?? 'en',
  })
  if (one.refused) return differs(problems && byPath(problems), one.refused)
  return differs(answers ?? { problems }, one.stored === true ? one.answers : one.stored)
}

const byPath = (problems: readonly { path: string; code: string }[]) =>
  Object.fromEntries(problems.map(({ path, code }) => [path, code]))

/** What was found instead of what was expected; the order of properties does not matter. */
function differs(found: unknown, expected: unknown): string | undefined {
  const [one, other] = [inOrder(found), inOrder(expected)]
  return one === other ? undefined : `found ${one} instead of ${other}`
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  )
}

/** Runs a file and tells the failures: for where there is no test runner. */
export function failuresOf(file: GoldenFile): { run: number; failures: string[] } {
  const cases = casesOf(file)
  const failures = cases.flatMap(({ name, fails }) => {
    try {
      const failure = fails()
      return failure ? [`${name}: ${failure}`] : []
    } catch (error) {
      const told = error instanceof CompileError ? JSON.stringify(error.problems) : String(error)
      return [`${name}: ${told}`]
    }
  })
  return { run: cases.length, failures }
}
