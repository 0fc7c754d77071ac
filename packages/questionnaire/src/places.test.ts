import { describe, expect, test } from '@jest/globals'
import { checkQuestionnaire } from './check.ts'
import { columnsOf } from './columns.ts'
import { compile } from './compile.ts'
import { createForm } from './form.ts'
import type { Item, Question, Questionnaire } from './model.ts'
import { levelsAsked, placesOf, withPlaces } from './places.ts'
import { validateSubmission } from './validate.ts'

const territories = [
  { code: 'BE', level: 'country', name: { fr: 'Belgique', nl: 'België' }, parentCode: null },
  { code: 'BE2', level: 'region', name: { fr: 'Région flamande', nl: 'Vlaams Gewest' }, parentCode: 'BE' },
  { code: 'BE-34', level: 'arrondissement', name: { fr: 'Courtrai', nl: 'Kortrijk' }, parentCode: 'BE2' },
  { code: 'FR-595', level: 'arrondissement', name: { fr: 'Lille', nl: 'Rijsel' }, parentCode: 'FR' },
]
const asking = (...items: Item[]): Questionnaire => ({
  title: { fr: 'Où ?' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: {},
  items,
})
const place = (key: string, level?: string): Item => ({
  kind: 'place',
  key,
  label: { fr: key },
  ...(level && { level }),
})
const answered = (questionnaire: Questionnaire, answers: Record<string, unknown>) =>
  validateSubmission(compile(questionnaire), answers, { now: new Date('2030-01-01'), language: 'nl' })

describe('the territories of a questionnaire', () => {
  test('are none where no place is asked', () => {
    const without = asking({ kind: 'integer', key: 'age' })
    expect(levelsAsked(without)).toEqual([])
    expect(withPlaces(without, territories)).toBe(without)
  })

  test('are those of the levels asked, also inside groups, with what they lie in', () => {
    const within = asking({ kind: 'group', key: 'g', items: [place('home', 'arrondissement')] })
    expect(withPlaces(within, territories).places).toEqual({
      arrondissement: [
        { name: 'BE-34', label: { fr: 'Courtrai', nl: 'Kortrijk' }, columns: { parent: 'BE2' } },
        { name: 'FR-595', label: { fr: 'Lille', nl: 'Rijsel' }, columns: { parent: 'FR' } },
      ],
    })
  })

  test('are all when any level will do', () => {
    const any = withPlaces(asking(place('home')), territories)
    expect(placesOf(any.items[0] as never, any)!.map(({ name }) => name)).toEqual(['BE', 'BE2', 'BE-34', 'FR-595'])
  })

  test('are not invented for a level nobody knows: there a place is written', () => {
    const village = withPlaces(asking(place('home', 'municipality')), territories)
    expect(village.places).toBeUndefined()
    expect(answered(village, { home: 'Sint-Eloois-Vijve' }).answers).toEqual({ home: 'Sint-Eloois-Vijve' })
    expect(answered(village, { home: 'x'.repeat(201) }).problems).toMatchObject([{ path: 'home', code: 'tooLong' }])
  })
})

describe('an answer to a place question', () => {
  const home = withPlaces(asking(place('home', 'arrondissement')), territories)

  test.each<[string, unknown, string | undefined]>([
    ['a code of the list', 'BE-34', undefined],
    ['"I prefer not to say"', null, undefined],
    ['a code of another level', 'BE2', 'notOffered'],
    ['a code that never was', 'XX-1', 'notOffered'],
    ['a name in place of a code', 'Courtrai', 'notOffered'],
    ['no text', 34, 'wrongType'],
    ['a name that every object knows', 'constructor', 'notOffered'],
  ])('%s', (_what, value, fault) => {
    const { answers, problems } = answered(home, { home: value })
    expect(problems?.map(({ code }) => code)).toEqual(fault && [fault])
    expect(answers).toEqual(fault ? undefined : { home: value })
  })

  test('is told by its name in the language of the reader', () => {
    const asked = withPlaces(
      asking(place('home', 'arrondissement'), {
        kind: 'note',
        key: 'so',
        label: { fr: 'Vous habitez ${home}', nl: 'U woont in ${home}' },
      }),
      territories,
    )
    const form = createForm(compile(asked), { language: 'nl', answers: { home: 'BE-34' } })
    expect(form.fill('U woont in ${home}', 'so')).toBe('U woont in Kortrijk')
  })

  test('stands in a column with its names; words of one’s own stand in another', () => {
    const columns = columnsOf([asking(place('home', 'municipality')), home])
    expect(columns.map(({ name, type, choices }) => [name, type, choices.map(({ name: one }) => one)])).toEqual([
      ['home/place', 'choice', ['BE-34', 'FR-595']],
      ['home', 'text', []],
    ])
  })
})

describe('a default of a place question', () => {
  const problemsOf = (level: string, more: Partial<Question>) => {
    const home = { ...(place('home', level) as Question), ...more }
    return checkQuestionnaire(withPlaces(asking(home), territories))
  }
  const refused = (at: string, name: string) => [
    expect.objectContaining({
      key: 'home',
      place: at,
      code: 'unknownChoice',
      detail: expect.objectContaining({ name }),
    }),
  ]

  test('may be a code of the list, or words of one’s own where there is no list', () => {
    expect(problemsOf('arrondissement', { default: 'BE-34' })).toEqual([])
    expect(problemsOf('arrondissement', { default: "'BE-34'" })).toEqual([])
    expect(problemsOf('municipality', { default: 'Sint-Eloois-Vijve' })).toEqual([])
  })

  test('is refused when the list does not hold it, however it is written', () => {
    expect(problemsOf('arrondissement', { default: 'BE2' })).toEqual(refused('default', 'BE2'))
    expect(problemsOf('arrondissement', { default: "'Courtrai'" })).toEqual(refused('default', 'Courtrai'))
    expect(problemsOf('arrondissement', { calculation: "'XX'" })).toEqual(refused('calculation', 'XX'))
  })
})
