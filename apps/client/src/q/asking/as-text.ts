import type { Form, Path } from '@vises/questionnaire/form.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { said, wordsOf } from './answer-words.ts'
import type { Reading } from './answer-words.ts'
import { questionsIn } from './screens.ts'

/** All answers as a text that a person can copy and keep, when they can no longer be sent. */
export function asText(reading: Reading, form: Form): string {
  const { questionnaire } = reading
  const blocks = [said(reading, questionnaire.title)]
  for (const { question, path } of questionsIn(placed(questionnaire), form)) {
    const { value, otherText } = form.view(path)
    const words = wordsOf(reading, question, value, otherText)
    if (words.length && question.kind !== 'note') {
      const asked = form.fill(said(reading, question.label), path) || question.key
      blocks.push(`${rowOf(path)}${asked}\n${words.map((line) => `- ${line}`).join('\n')}`)
    }
  }
  return blocks.join('\n\n')
}

/** Whether a person has answered anything at all. */
export const hasAnswers = (questionnaire: Questionnaire, form: Form): boolean =>
  [...questionsIn(placed(questionnaire), form)].some(
    ({ question, path }) =>
      question.kind !== 'note' && question.kind !== 'calculated' && form.view(path).value !== undefined,
  )

const placed = ({ items }: Questionnaire) => items.map((item) => ({ item, path: item.key }))

const rowOf = (path: Path) => {
  const rows = [...path.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index) + 1)
  return rows.length ? `${rows.join('.')}. ` : ''
}
