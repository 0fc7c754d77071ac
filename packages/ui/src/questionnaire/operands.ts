import { isContainer, walk } from '@vises/questionnaire/walk.ts'
import { listOf, partsOf } from '@vises/questionnaire/layout.ts'
import type { Choice, Item, LanguageTag, Question, QuestionKind, Questionnaire } from '@vises/questionnaire/model.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { MOMENT_WORDS, wordsIn } from '@vises/questionnaire/words.ts'
import { testsOf } from '@vises/questionnaire/conditions.ts'

/** Something that a condition can ask about: a question, or a part of one. */
export interface Operand {
  /** What an expression calls it. */
  name: string
  label: string
  kind: QuestionKind
  /** The answers to choose from, where there are some. */
  choices?: readonly Choice[]
}

/** What stands before an item: a condition speaks of what was asked already. */
export function operandsBefore(questionnaire: Questionnaire, key: string, language: LanguageTag): Operand[] {
  const operands: Operand[] = []
  for (const [item, within] of walk(questionnaire.items)) {
    if (item.key === key || within.some((container) => container.key === key)) break
    if (!isContainer(item)) operands.push(...operandsOf(questionnaire, item, language))
  }
  return operands
}

function operandsOf(questionnaire: Questionnaire, question: Question, language: LanguageTag): Operand[] {
  const { key, kind } = question
  const words = (item: Pick<Item, 'label'>) => textIn(item.label, language, questionnaire)
  const label = words(question) || key
  const list = (name: string | undefined) => (name === undefined ? undefined : listOf(questionnaire, name))
  if (kind === 'thenNow') {
    const moment = (part: 'then' | 'now') =>
      textIn(question[`${part}Label`], language, questionnaire) ||
      wordsIn(MOMENT_WORDS[part], language, questionnaire.baseLanguage)
    return (['then', 'now'] as const).map((part) => ({
      name: `${key}_${part}`,
      label: `${label} · ${moment(part)}`,
      kind: 'scale',
    }))
  }
  if (kind === 'matrix') {
    const columns = list(question.choices)
    return partsOf(question, questionnaire).map((part) => ({
      name: `${key}_${part}`,
      label: `${label} · ${words(list(question.rows)?.find(({ name }) => name === part) ?? {})}`,
      kind: columns ? 'single' : 'agreement',
      ...(columns && { choices: columns }),
    }))
  }
  if (testsOf(kind).length === 0) return []
  const choices = list(question.choices)
  return [{ name: key, label, kind, ...(choices && { choices }) }]
}
