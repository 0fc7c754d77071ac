import { QUESTION_KINDS, QUESTIONNAIRE_LIMITS } from './model.ts'
import type { Questionnaire } from './model.ts'

/** What is not as the model has it, by its path: `items[3].label.nl`. */
export interface ShapeProblem {
  path: string
  code: 'wrongType' | 'missing' | 'unknownProperty' | 'notAllowed' | 'tooLong' | 'tooMany' | 'tooDeep'
}

/** A value of which nothing is known yet, its path, and where to say what is wrong with it. */
type Check = (value: unknown, path: string, found: Found) => void

const MOST_PROBLEMS = 200
const MOST_CHOICES = 100_000
const MOST_TEXT = 20_000

class Found {
  readonly problems: ShapeProblem[] = []
  questions = 0
  choices = 0

  say(path: string, code: ShapeProblem['code']): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ path, code })
  }
}

/** Names that mean something to every object of the language, and are never anybody's key. */
export const isReservedName = (name: string): boolean => name in {} || name === 'prototype'

const text =
  (most: number, pattern?: RegExp): Check =>
  (value, path, found) => {
    if (typeof value !== 'string') found.say(path, 'wrongType')
    else if (value.length > most) found.say(path, 'tooLong')
    else if (pattern && !pattern.test(value)) found.say(path, 'notAllowed')
  }
const expression = text(QUESTIONNAIRE_LIMITS.expressionLength)
const name = text(300)
const flag: Check = (value, path, found) => {
  if (typeof value !== 'boolean') found.say(path, 'wrongType')
}
const number: Check = (value, path, found) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) found.say(path, 'wrongType')
}
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, path, found) => {
    if (!allowed.includes(value as string)) found.say(path, 'notAllowed')
  }

/** A list of values of one kind. */
const list =
  (most: number, each: Check): Check =>
  (value, path, found) => {
    if (!Array.isArray(value)) return found.say(path, 'wrongType')
    if (value.length > most) return found.say(path, 'tooMany')
    value.forEach((one, index) => each(one, `${path}[${index}]`, found))
  }

/** An object whose names are anybody's, within a pattern. */
const record =
  (names: RegExp, most: number, each: Check): Check =>
  (value, path, found) => {
    if (!isPlain(value)) return found.say(path, 'wrongType')
    const keys = Object.keys(value)
    if (keys.length > most) return found.say(path, 'tooMany')
    for (const key of keys) {
      if (isReservedName(key) || !names.test(key)) found.say(`${path}.${key.slice(0, 100)}`, 'notAllowed')
      else each(value[key], `${path}.${key}`, found)
    }
  }

/** An object with these properties and no other; the ones in `needed` have to be there. */
const shape =
  (properties: Record<string, Check>, needed: readonly string[] = []): Check =>
  (value, path, found) => {
    if (!isPlain(value)) return found.say(path, 'wrongType')
    const at = (property: string) => (path === '' ? property : `${path}.${property}`)
    for (const property of needed) if (!Object.hasOwn(value, property)) found.say(at(property), 'missing')
    for (const property of Object.keys(value)) {
      const check = Object.hasOwn(properties, property) ? properties[property] : undefined
      if (!check) found.say(at(property.slice(0, 100)), 'unknownProperty')
      else check(value[property], at(property), found)
    }
  }

const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/
const language = text(60, LANGUAGE)
const texts = (most: number) => record(LANGUAGE, QUESTIONNAIRE_LIMITS.languages, text(most))
const label = texts(QUESTIONNAIRE_LIMITS.labelLength)
const media = shape({ image: texts(300), audio: texts(300), video: texts(300), alt: label })

const choice: Check = (value, path, found) => {
  if (++found.choices === MOST_CHOICES + 1) found.say(path, 'tooMany')
  if (found.choices <= MOST_CHOICES) choiceShape(value, path, found)
}
const choiceShape = shape(
  { name, label, media, exclusive: flag, columns: record(/^[^\p{Cc}]{1,100}$/u, 100, text(2000)) },
  ['name', 'label'],
)

const shown: Record<string, Check> = {
  key: name,
  label,
  hint: label,
  relevant: expression,
  appearance: text(300),
}
const question = shape(
  {
    ...shown,
    kind: oneOf(...QUESTION_KINDS),
    guidance: label,
    media,
    required: (value, path, found) => (typeof value === 'boolean' ? undefined : expression(value, path, found)),
    requiredMessage: label,
    constraint: expression,
    constraintMessage: label,
    default: expression,
    calculation: expression,
    readOnly: flag,
    declinable: flag,
    choices: name,
    choiceFilter: expression,
    other: flag,
    min: number,
    max: number,
    lowLabel: label,
    highLabel: label,
    thenLabel: label,
    nowLabel: label,
    rows: name,
    level: name,
    accept: list(20, text(100)),
    maxBytes: number,
    origin: shape({ source: name, key: name, version: number }, ['source', 'key']),
  },
  ['key', 'kind'],
)
const container = (kind: 'group' | 'page' | 'repeat') =>
  shape({ ...shown, kind: oneOf(kind), items: items, ...(kind === 'repeat' && { count: expression }) }, [
    'key',
    'kind',
    'items',
  ])

const CONTAINERS = new Map<unknown, Check>()

function items(value: unknown, path: string, found: Found): void {
  // Each level of items stands between one more pair of brackets.
  if (path.split('[').length - 1 > QUESTIONNAIRE_LIMITS.depth) return found.say(path, 'tooDeep')
  list(QUESTIONNAIRE_LIMITS.questions * 2, item)(value, path, found)
}

function item(value: unknown, path: string, found: Found): void {
  if (!isPlain(value)) return found.say(path, 'wrongType')
  const within = CONTAINERS.get(value['kind'])
  if (!within && ++found.questions === QUESTIONNAIRE_LIMITS.questions + 1) found.say(path, 'tooMany')
  if (within) within(value, path, found)
  else if (found.questions <= QUESTIONNAIRE_LIMITS.questions) question(value, path, found)
}

for (const kind of ['group', 'page', 'repeat'] as const) CONTAINERS.set(kind, container(kind))

const questionnaire = shape(
  {
    title: label,
    introduction: texts(MOST_TEXT),
    thanks: texts(MOST_TEXT),
    baseLanguage: language,
    languages: list(QUESTIONNAIRE_LIMITS.languages, language),
    choiceLists: record(/^[^\p{Cc}]{1,300}$/u, 2000, list(QUESTIONNAIRE_LIMITS.choicesPerList, choice)),
    items,
    settings: record(/^[^\p{Cc}]{1,100}$/u, 100, text(MOST_TEXT)),
  },
  ['title', 'baseLanguage', 'languages', 'choiceLists', 'items'],
)

/**
 * Takes JSON of anybody for a questionnaire, or says what is not as the model has it: properties it does not know,
 * names that stand for the prototype of objects, what is longer or deeper than allowed. Whether its logic holds is told
 * by `checkQuestionnaire`.
 */
export function readQuestionnaire(value: unknown): { questionnaire: Questionnaire } | { problems: ShapeProblem[] } {
  const found = new Found()
  questionnaire(value, '', found)
  return found.problems.length ? { problems: found.problems } : { questionnaire: value as Questionnaire }
}

/** The same for one item of a questionnaire, or for one choice. */
export const itemProblems = (value: unknown): ShapeProblem[] => problemsOf(item, value)
export const choiceProblems = (value: unknown): ShapeProblem[] => problemsOf(choice, value)

function problemsOf(check: Check, value: unknown): ShapeProblem[] {
  const found = new Found()
  check(value, '', found)
  return found.problems
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
