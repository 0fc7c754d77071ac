import { choicesOf } from '@vises/questionnaire/columns.ts'
import type { ColumnChoice } from '@vises/questionnaire/columns.ts'
import type { Compiled, Parsed } from '@vises/questionnaire/compiled.ts'
import { createForm } from '@vises/questionnaire/form.ts'
import { layoutOf, listOf } from '@vises/questionnaire/layout.ts'
import { MOMENT_WORDS } from '@vises/questionnaire/words.ts'
import type { Answers, Item, Question, Texts } from '@vises/questionnaire/model.ts'
import { stepsOf } from '../tally/counted-value.ts'

/** A question as results show it: its newest words, and what was asked in any version that people answered. */
export interface AskedQuestion {
  question: Question
  /** Titles of the groups it stands in, outermost first. */
  section: Texts[]
  repeated: boolean
  /** Whether logic decides if it is asked. */
  conditional: boolean
  /** The question whose answer alone decides, and the answers with which it is asked. */
  askedWith?: { key: string; values: string[] }
  /** Everything it can be answered with, in order; empty for numbers, texts and places. */
  choices: ColumnChoice[]
  parts: ColumnChoice[]
}

const made = new WeakMap<Compiled, AskedQuestion[]>()

/** The questions of the versions that people answered, newest version first, in the order of the newest. */
export function askedQuestions(versions: readonly Compiled[]): AskedQuestion[] {
  const [newest, ...older] = versions
  if (!newest) return []
  const questions = [...questionsIn(newest)]
  for (const version of older) {
    for (const asked of questionsIn(version)) {
      const at = questions.findIndex(({ question }) => question.key === asked.question.key)
      if (at < 0) questions.push(asked)
      else questions[at] = joined(questions[at]!, asked)
    }
  }
  return questions
}

/** A question with the choices and rows that an older version had besides. */
function joined(newer: AskedQuestion, older: AskedQuestion): AskedQuestion {
  if (newer.question.kind !== older.question.kind) return newer
  const missing = (of: ColumnChoice[], among: ColumnChoice[]) =>
    among.filter(({ name }) => !of.some((one) => one.name === name))
  return {
    ...newer,
    conditional: newer.conditional || older.conditional,
    askedWith: undefined,
    choices: [...newer.choices, ...missing(newer.choices, older.choices)],
    parts: [...newer.parts, ...missing(newer.parts, older.parts)],
  }
}

function questionsIn(compiled: Compiled): AskedQuestion[] {
  let known = made.get(compiled)
  if (!known) made.set(compiled, (known = readQuestions(compiled)))
  return known
}

function readQuestions(compiled: Compiled): AskedQuestion[] {
  const { questionnaire, logic } = compiled
  const { entries, byKey } = layoutOf(questionnaire)
  const questions: AskedQuestion[] = []
  for (const entry of entries) {
    const { item, repeats } = entry
    if ('items' in item || item.kind === 'note') continue
    const section: Texts[] = []
    const conditions: Parsed[] = []
    for (let at = entry.index; at >= 0; at = entries[at]!.parent) {
      const { label } = entries[at]!.item
      if (at !== entry.index && label) section.unshift(label)
      const relevant = logic[at]?.relevant
      // Who did not consent gave no answer to anything: nothing is learnt of them.
      if (relevant !== undefined && !readsOf(relevant).every((key) => isConsent(byKey.get(key)?.item)))
        conditions.push(relevant)
    }
    const decider = new Set(conditions.flatMap(readsOf))
    const only = decider.size === 1 ? byKey.get([...decider][0]!) : undefined
    questions.push({
      question: item,
      section,
      repeated: repeats.length > 0,
      conditional: conditions.length > 0,
      askedWith:
        only && !('items' in only.item) && only.repeats.length === 0 && repeats.length === 0
          ? askedWith(compiled, item.key, only.item)
          : undefined,
      choices: withSteps(item, choicesOf(item, questionnaire)),
      parts: partsOf(item, listOf(questionnaire, item.rows)),
    })
  }
  return questions
}

const withSteps = (question: Question, choices: ColumnChoice[]): ColumnChoice[] =>
  question.kind === 'scale' || question.kind === 'thenNow'
    ? stepsOf(question).map((step) => ({ name: step, label: {} }))
    : choices

function partsOf(question: Question, rows: readonly ColumnChoice[]): ColumnChoice[] {
  if (question.kind === 'matrix') return rows.map(({ name, label }) => ({ name, label }))
  if (question.kind !== 'thenNow') return []
  return (['then', 'now'] as const).map((name) => ({ name, label: question[`${name}Label`] ?? MOMENT_WORDS[name] }))
}

const isConsent = (item: Item | undefined): boolean => item?.kind === 'consent'

/** The questions that an expression reads. */
function readsOf(parsed: Parsed): string[] {
  if (typeof parsed !== 'object') return []
  if (Array.isArray(parsed)) return (parsed as Parsed[]).slice(1).flatMap(readsOf)
  return 'read' in parsed ? [(parsed as { read: string }).read] : []
}

/** With which answers to the one deciding question another is asked; only where each person gives one of few. */
function askedWith(compiled: Compiled, key: string, decider: Question): AskedQuestion['askedWith'] {
  if (decider.kind !== 'single' && decider.kind !== 'yesNo' && decider.kind !== 'agreement') return undefined
  const values = choicesOf(decider, compiled.questionnaire).map(({ name }) => name)
  const isAsked = (answers: Answers) =>
    createForm(compiled, { language: compiled.questionnaire.baseLanguage, answers }).view(key).relevant
  return {
    key: decider.key,
    values: values.filter((value) => isAsked({ [decider.key]: value })).map(String),
  }
}
