import { AGREEMENT } from '../model.ts'
import type { Choice, LanguageTag, Question, QuestionKind } from '../model.ts'
import { same } from './kept.ts'

/** The five steps of agreement in words, 1 to 5. */
const AGREEMENT_WORDS: Record<LanguageTag, readonly string[]> = {
  fr: [
    'Pas du tout d’accord',
    'Plutôt pas d’accord',
    'Ni d’accord ni pas d’accord',
    'Plutôt d’accord',
    'Tout à fait d’accord',
  ],
  nl: [
    'Helemaal niet akkoord',
    'Eerder niet akkoord',
    'Noch akkoord, noch niet akkoord',
    'Eerder akkoord',
    'Helemaal akkoord',
  ],
  en: ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'],
  de: ['Stimme überhaupt nicht zu', 'Stimme eher nicht zu', 'Weder noch', 'Stimme eher zu', 'Stimme voll und ganz zu'],
}

const YES_NO_WORDS: Record<LanguageTag, readonly string[]> = {
  fr: ['Oui', 'Non'],
  nl: ['Ja', 'Nee'],
  en: ['Yes', 'No'],
  de: ['Ja', 'Nein'],
}

/** The lists that stand in a workbook for kinds whose answers we have words for ourselves. */
export const AGREEMENT_LIST = 'vises_agreement'
export const YES_NO_LIST = 'vises_yes_no'

/** The choices of agreement, or of yes and no, in these languages; English where we have no words. */
export function ownChoices(list: string, languages: readonly LanguageTag[]): Choice[] {
  const [names, words] =
    list === AGREEMENT_LIST ? [AGREEMENT.map(String), AGREEMENT_WORDS] : [['yes', 'no'], YES_NO_WORDS]
  return names.map((name, index) => ({
    name,
    label: Object.fromEntries(languages.map((language) => [language, wordsOf(words, language)[index]!])),
  }))
}

const wordsOf = (words: Record<LanguageTag, readonly string[]>, language: LanguageTag): readonly string[] =>
  words[language] ?? words[language.split('-')[0]!] ?? words['en']!

/**
 * A question with choices as the kind it really is, where nothing of it is lost: agreement or yes and no in the very
 * words that we use, and a scale drawn as one (`likert`) whose choices are its figures.
 */
export function sharpened(question: Question, choices: readonly Choice[]): Question {
  if (question.kind !== 'single' || question.other || question.choiceFilter) return question
  const kind = kindOfList(choices)
  const words = (question.appearance ?? '').split(/\s+/)
  if (!kind || words.includes('list-nolabel')) return question
  if (kind !== 'yesNo' && !words.includes('likert')) return question
  const { choices: _list, appearance: _drawn, ...rest } = question
  const appearance = words.filter((word) => word && word !== 'likert').join(' ')
  const sharp = { ...rest, kind, ...(appearance && { appearance }) }
  return kind === 'scale' ? { ...sharp, min: Number(choices[0]!.name), max: Number(choices.at(-1)!.name) } : sharp
}

// A thousand questions may share a list of ten thousand.
const kinds = new WeakMap<readonly Choice[], QuestionKind | 'none'>()

function kindOfList(choices: readonly Choice[]): QuestionKind | undefined {
  if (!kinds.has(choices)) kinds.set(choices, kindOf(choices) ?? 'none')
  const kind = kinds.get(choices)!
  return kind === 'none' ? undefined : kind
}

function kindOf(choices: readonly Choice[]): QuestionKind | undefined {
  const languages = [...new Set(choices.flatMap(({ label }) => Object.keys(label)))]
  const areOurs = (list: string, words: Record<LanguageTag, unknown>) =>
    languages.length > 0 && languages.every((language) => words[language]) && same(choices, ownChoices(list, languages))
  if (areOurs(AGREEMENT_LIST, AGREEMENT_WORDS)) return 'agreement'
  if (areOurs(YES_NO_LIST, YES_NO_WORDS)) return 'yesNo'
  return areFigures(choices) ? 'scale' : undefined
}

/** 0, 1, 2 … each called by its figure in every language. */
function areFigures(choices: readonly Choice[]): boolean {
  const first = Number(choices[0]?.name)
  return (
    choices.length >= 3 &&
    Number.isInteger(first) &&
    choices.every(
      ({ name, label, ...more }, index) =>
        name === String(first + index) &&
        Object.keys(more).length === 0 &&
        Object.values(label).length > 0 &&
        Object.values(label).every((text) => text === name),
    )
  )
}
