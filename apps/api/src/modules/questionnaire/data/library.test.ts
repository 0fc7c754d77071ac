import { checkQuestionnaire } from '@vises/questionnaire/check.ts'
import { compile } from '@vises/questionnaire/compile.ts'
import { effortOf } from '@vises/questionnaire/effort.ts'
import { onPaper } from '@vises/questionnaire/paper/skips.ts'
import { readQuestionnaire } from '@vises/questionnaire/strict.ts'
import { coverageOf } from '@vises/questionnaire/translation.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'
import { validateSubmission } from '@vises/questionnaire/validate.ts'
import { korenbloemAnswers } from '../../demo/responses/korenbloem.ts'
import { marelleAnswers } from '../../demo/responses/marelle.ts'
import { texturaAnswers } from '../../demo/responses/textura.ts'
import { questionTypes } from '../../method/data/question.ts'
import { collections } from './library.ts'
import { libraryQuestionnaire, LIBRARY, LIBRARY_QUESTIONNAIRES } from './index.ts'

const questions = (code: string) => [...questionsOf(libraryQuestionnaire(code)!.items)].map(([question]) => question)

describe.each(LIBRARY)('the library’s $code', ({ content }) => {
  test('is a whole questionnaire that may be published', () => {
    expect(readQuestionnaire(content)).toEqual({ questionnaire: content })
    expect(checkQuestionnaire(content)).toEqual([])
  })

  test('says everything in French, Dutch and English', () => {
    expect([...content.languages].sort()).toEqual(['en', 'fr', 'nl'])
    for (const { total, translated } of coverageOf(content, {})) expect(translated).toBe(total)
  })

  test('writes as a person would: no exclamation marks, apostrophes as in print', () => {
    expect(JSON.stringify(content).match(/!|\p{L}'\p{L}/u)).toBeNull()
  })
})

describe('the worked questionnaires', () => {
  const KINDS: [string, string[]][] = [
    [
      'textura',
      [
        'consent',
        'single',
        'thenNow',
        'agreement',
        'matrix',
        'multiple',
        'yesNo',
        'longText',
        'ranking',
        'scale',
        'longText',
      ],
    ],
    [
      'marelle',
      [
        'consent',
        'single',
        'multiple',
        'single',
        'integer',
        'agreement',
        'thenNow',
        'matrix',
        'yesNo',
        'longText',
        'longText',
      ],
    ],
    [
      'korenbloem',
      [
        'consent',
        'single',
        'multiple',
        'yesNo',
        'agreement',
        'single',
        'decimal',
        'single',
        'scale',
        'ranking',
        'longText',
      ],
    ],
  ]
  test.each(KINDS)('%s asks in the order of its workbook', (code, kinds) => {
    expect(questions(code).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('offer “I prefer not to say” everywhere but for the consent', () => {
    for (const { code } of LIBRARY_QUESTIONNAIRES)
      for (const question of questions(code))
        expect([question.key, question.declinable]).toEqual([question.key, undefined])
  })

  test.each([
    ['textura', texturaAnswers(), 41],
    ['marelle', marelleAnswers(), 46],
    ['korenbloem', korenbloemAnswers(), 212],
  ] as const)('%s takes every answer of the demonstration', (code, answers, count) => {
    const content = libraryQuestionnaire(code)!
    const compiled = compile(content)
    const refused = answers.flatMap(
      (given) => validateSubmission(compiled, given, { now: new Date('2018-06-01'), language: 'fr' }).problems ?? [],
    )
    expect(refused).toEqual([])
    expect(answers).toHaveLength(count)
  })
})

test.each(LIBRARY_QUESTIONNAIRES)(
  '$code says as many questions before the first as its paper has numbers',
  ({ content }) => {
    expect(effortOf(content)).toMatchObject({ questions: onPaper(content, 'fr').numbers.size })
    expect(effortOf(content).questions).toBeGreaterThan(9)
  },
)

test('the library has about thirty questions, some for each type of evaluation question', () => {
  const counts = collections.map(({ content }) => content.items.length)
  expect(collections.map(({ code }) => code)).toEqual(questionTypes.map(({ code }) => code))
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(31)
})
