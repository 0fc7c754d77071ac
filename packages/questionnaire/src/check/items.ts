import { asAnswer } from '../answering/answer.ts'
import { faultOf } from '../answering/faults.ts'
import { isDynamic } from '../expression/resolve.ts'
import { hasChoices, isQuestion, type Layout, listOf } from '../layout.ts'
import { type Item, QUESTION_KINDS, QUESTIONNAIRE_LIMITS, type Question } from '../model.ts'
import type { Place, Problem } from '../problem.ts'
import { propertiesOf } from './properties.ts'
import { hasText, tooLongIn } from './whole.ts'

type Say = (place: Place, code: Problem['code'], detail?: Problem['detail']) => void

/** What is wrong with each item taken by itself. */
export function itemProblems(layout: Layout): Problem[] {
  return layout.entries.flatMap(({ item }) => {
    const problems: Problem[] = []
    checkItem(item, layout, (place, code, detail) =>
      problems.push({ key: item.key, place, code, ...(detail && { detail }) }),
    )
    return problems
  })
}

function checkItem(item: Item, layout: Layout, say: Say) {
  for (const texts of [item.label, item.hint]) {
    for (const [language, text] of tooLongIn(texts)) say('label', 'tooLong', { language, length: text.length })
  }
  if (!isQuestion(item)) {
    if (!item.items.length) say('items', 'empty')
    return
  }
  if (!QUESTION_KINDS.includes(item.kind)) return say('kind', 'unknownKind', { kind: String(item.kind) })
  checkProperties(item, say)
  checkLabel(item, layout.questionnaire.baseLanguage, say)
  checkLists(item, layout, say)
  checkBounds(item, layout, say)
  checkFile(item, say)
  checkDefault(item, layout, say)
  if (item.kind === 'calculated' && !item.calculation?.trim()) say('calculation', 'missingCalculation')
}

function checkProperties(question: Question, say: Say) {
  const known = propertiesOf(question.kind)
  for (const [property, value] of Object.entries(question)) {
    if (value === undefined || value === false || value === '' || known.has(property)) continue
    say('property', 'unusedProperty', { property, kind: question.kind })
  }
}

function checkLabel(question: Question, language: string, say: Say) {
  const shown = question.kind !== 'calculated' && question.kind !== 'hidden'
  if (shown && !hasText(question.label, language)) say('label', 'missingLabel', { language })
}

function checkLists(question: Question, { questionnaire }: Layout, say: Say) {
  const named: [Place, string | undefined, boolean][] = [
    ['choices', question.choices, hasChoices(question)],
    ['rows', question.rows, question.kind === 'matrix'],
  ]
  for (const [place, list, needed] of named) {
    if (list === undefined) {
      if (needed) say(place, 'missingList')
    } else if (!Object.hasOwn(questionnaire.choiceLists, list)) say(place, 'unknownList', { list })
  }
}

function checkBounds(question: Question, { questionnaire }: Layout, say: Say) {
  const { kind, min, max } = question
  const counts =
    kind === 'shortText' || kind === 'longText' || kind === 'hidden' || kind === 'multiple' || kind === 'ranking'
  const whole = counts || kind === 'scale' || kind === 'thenNow' || kind === 'integer'
  for (const [place, bound] of [['min', min] as const, ['max', max] as const]) {
    if (bound === undefined) continue
    const sound = whole ? Number.isSafeInteger(bound) : Number.isFinite(bound)
    if (!sound || (counts && bound < 0) || (counts && place === 'max' && bound < 1)) say(place, 'badBounds', { bound })
  }
  const scale = kind === 'scale' || kind === 'thenNow'
  const [low, high] = scale ? [min ?? 0, max ?? 10] : [min, max]
  if (low !== undefined && high !== undefined && low > high) say('max', 'badBounds', { min: low, max: high })
  if (scale && high! - low! > 100) say('max', 'badBounds', { min: low!, max: high! })
  const offered = listOf(questionnaire, question.choices).length + (question.other ? 1 : 0)
  if (hasChoices(question) && offered && (min ?? 0) > offered) say('min', 'badBounds', { min: min!, offered })
}

function checkFile({ accept, maxBytes }: Question, say: Say) {
  for (const type of accept ?? []) {
    if (!/^[a-z]+\/(\*|[A-Za-z0-9.+-]+)$/.test(type)) say('accept', 'badType', { type })
  }
  const most = QUESTIONNAIRE_LIMITS.fileBytes
  if (maxBytes !== undefined && !(Number.isSafeInteger(maxBytes) && maxBytes > 0 && maxBytes <= most)) {
    say('maxBytes', 'badBounds', { most })
  }
}

/** A default written as it stands must be an answer that the question takes. */
function checkDefault(question: Question, { questionnaire }: Layout, say: Say) {
  const text = question.default?.trim()
  if (!text || isDynamic(text) || !propertiesOf(question.kind).has('default')) return
  const answer = asAnswer(question, text)
  const fault = answer === undefined ? 'wrongType' : faultOf(question, answer, questionnaire)
  if (fault) say('default', fault === 'notOffered' ? 'unknownChoice' : 'badDefault', { name: text.slice(0, 100) })
}
