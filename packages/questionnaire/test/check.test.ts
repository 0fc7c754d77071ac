import { checkQuestionnaire } from '../src/check.ts'
import { type Choice, type Item, type Question, QUESTIONNAIRE_LIMITS, type Questionnaire } from '../src/model.ts'

const label = { fr: 'Texte' }
const choices = (...names: string[]): Choice[] => names.map((name) => ({ name, label }))
const LISTS = { ab: choices('a', 'b'), spaced: choices('one', 'new york'), rows: choices('on_time', 'ask') }

/** The problems of a questionnaire, as `key.place: code`. */
function problemsOf(items: Item[], more: Partial<Questionnaire> = {}): string[] {
  const questionnaire = {
    title: label,
    baseLanguage: 'fr',
    languages: ['fr', 'nl'],
    choiceLists: LISTS,
    items,
    ...more,
  }
  return checkQuestionnaire(questionnaire).map(({ key, place, code }) => `${key}.${place}: ${code}`)
}
const question = (more: Partial<Question> & { key: string }): Item => ({ kind: 'shortText', label, ...more }) as Item
const picture = '/api/q/media/0b5c8f6e-8f5c-4a47-9d0c-6f0a2f8f3c11'
const one = (more: Partial<Question>) => problemsOf([question({ key: 'q', ...more })])

describe('a questionnaire may be published', () => {
  it('when nothing is wrong with it', () => {
    expect(
      problemsOf([
        question({ key: 'ok', kind: 'consent', required: true }),
        question({ key: 'since', kind: 'single', choices: 'spaced', other: true }),
        question({ key: 'helps', kind: 'multiple', choices: 'ab', min: 1, max: 3, other: true }),
        question({ key: 'able', kind: 'matrix', rows: 'rows' }),
        question({ key: 'trust', kind: 'thenNow', thenLabel: label, nowLabel: label }),
        question({ key: 'plans', kind: 'ranking', choices: 'ab', max: 2 }),
        question({ key: 'photo', kind: 'file', accept: ['image/*', 'application/pdf'], maxBytes: 100 }),
        { key: 'total', kind: 'calculated', calculation: '1 + 1' },
        { key: 'code', kind: 'hidden', default: 'x' },
        { key: 'info', kind: 'note', label: { fr: 'Merci ${total}' } },
        { key: 'kids', kind: 'repeat', items: [question({ key: 'name' })] },
      ]),
    ).toEqual([])
  })
})

describe('a questionnaire is refused as a whole', () => {
  it.each<[string, Partial<Questionnaire>, string]>([
    ['without a title', { title: { nl: 'Titel' } }, '.title: missingLabel'],
    ['with an empty title', { title: { fr: '  ' } }, '.title: missingLabel'],
    ['when the base language is not the first', { baseLanguage: 'nl', title: { nl: 'x' } }, '.languages: badLanguage'],
    ['with a language that is none', { languages: ['fr', 'français!'] }, '.languages: badLanguage'],
    ['with a language named twice', { languages: ['fr', 'nl', 'NL'] }, '.languages: badLanguage'],
    [
      'with too many languages',
      { languages: ['fr', ...Array.from({ length: 30 }, (_, at) => `x-a${at}a`)] },
      '.languages: tooMany',
    ],
    ['without a question', { items: [] }, '.items: empty'],
  ])('%s', (_, more, problem) => {
    expect(problemsOf([question({ key: 'q', label: { fr: 'x', nl: 'x' } })], more)).toContain(problem)
  })

  it('with more questions than a page can be', () => {
    const many = Array.from({ length: QUESTIONNAIRE_LIMITS.questions + 1 }, (_, at) => question({ key: `q${at}` }))
    expect(problemsOf(many)).toEqual(['.items: tooMany'])
  })

  it('with groups in groups without end', () => {
    const deep = (depth: number): Item =>
      depth ? { key: `g${depth}`, kind: 'group', items: [deep(depth - 1)] } : question({ key: 'q' })
    expect(problemsOf([deep(QUESTIONNAIRE_LIMITS.depth)])).toEqual([])
    expect(problemsOf([deep(QUESTIONNAIRE_LIMITS.depth + 1)])).toEqual(['.items: tooDeep'])
  })
})

describe('a key', () => {
  it.each(['', '1a', 'a b', 'é', 'a$', 'a'.repeat(101), 'a[0]'])('is refused when it is none: %s', (key) => {
    expect(problemsOf([question({ key })])).toContain(`${key}.key: badKey`)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    'is refused when objects have it: %s',
    (key) => {
      expect(problemsOf([question({ key })])).toContain(`${key}.key: reservedKey`)
    },
  )

  it('is refused when two items share it, without regard to case, groups included', () => {
    expect(
      problemsOf([question({ key: 'age' }), { key: 'Age', kind: 'group', items: [question({ key: 'AGE' })] }]),
    ).toEqual(['Age.key: duplicateKey', 'AGE.key: duplicateKey'])
  })

  it('is refused when part of another answer is kept under it', () => {
    expect(
      problemsOf([
        question({ key: 'town', kind: 'single', choices: 'ab', other: true }),
        question({ key: 'Town_Other' }),
        question({ key: 'trust', kind: 'thenNow' }),
        question({ key: 'trust_now' }),
        question({ key: 'able', kind: 'matrix', rows: 'rows' }),
        question({ key: 'able_ask' }),
      ]),
    ).toEqual(['Town_Other.key: companionKey', 'trust_now.key: companionKey', 'able_ask.key: companionKey'])
  })

  it('is refused when its parts are those of another', () => {
    const rows = { choiceLists: { one: choices('b_c'), two: choices('c') } }
    const matrix = (key: string, list: string) => question({ key, kind: 'matrix', rows: list })
    expect(problemsOf([matrix('a', 'one'), matrix('a_b', 'two')], rows)).toEqual(['a_b.key: companionKey'])
  })

  it('may end like a part where there is none', () => {
    expect(problemsOf([question({ key: 'town' }), question({ key: 'town_other' })])).toEqual([])
  })
})

describe('a list', () => {
  const lists = (choiceLists: Record<string, Choice[]>, kind: Question['kind'] = 'single') =>
    problemsOf([question({ key: 'q', kind, [kind === 'matrix' ? 'rows' : 'choices']: 'list' })], { choiceLists })

  it.each<[string, string[]]>([
    ['q.choices: unknownList', lists({ other: choices('a') })],
    ['q.choices: unknownList', lists(JSON.parse('{"x": []}'), 'ranking')],
    ['list.list: emptyList', lists({ list: [] })],
    ['list.list: duplicateChoice', lists({ list: choices('a', 'b', 'a') })],
    ['list.list: badChoiceName', lists({ list: choices('') })],
    ['list.list: badChoiceName', lists({ list: choices(' a') })],
    ['list.list: badChoiceName', lists({ list: choices('new york') }, 'multiple')],
    ['list.list: badChoiceName', lists({ list: choices('new york') }, 'matrix')],
    ['list.list: badChoiceName', lists({ list: choices('constructor') }, 'matrix')],
    ['list.list: missingLabel', lists({ list: [{ name: 'a', label: { nl: 'A' } }] })],
    ['list.list: tooLong', lists({ list: [{ name: 'a', label: { fr: 'x'.repeat(2001) } }] })],
    ['list.list: tooMany', lists({ list: Array.from({ length: 10_001 }, (_, at) => choices(`n${at}`)[0]!) })],
  ])('is refused: %s', (problem, problems) => expect(problems).toContain(problem))

  it('may have names with blanks where one is chosen, and the same name in another case', () => {
    expect(lists({ list: choices('new york', 'a', 'A') })).toEqual([])
  })

  it('is missed by a question that needs one', () => {
    expect(one({ kind: 'single' })).toEqual(['q.choices: missingList'])
    expect(one({ kind: 'multiple' })).toEqual(['q.choices: missingList'])
    expect(one({ kind: 'ranking' })).toEqual(['q.choices: missingList'])
    expect(one({ kind: 'matrix' })).toEqual(['q.rows: missingList'])
    expect(one({ kind: 'single', choices: 'toString' })).toEqual(['q.choices: unknownList'])
  })
})

describe('a question', () => {
  it.each<[string, Partial<Question>]>([
    ['q.kind: unknownKind', { kind: 'riddle' as any }],
    ['q.kind: unknownKind', { kind: 'constructor' as any }],
    ['q.label: missingLabel', { label: { nl: 'Tekst' } }],
    ['q.label: missingLabel', { label: undefined }],
    ['q.label: missingLabel', { kind: 'note', label: { fr: '' } }],
    ['q.label: tooLong', { label: { fr: 'ok', nl: 'x'.repeat(2001) } }],
    ['q.label: tooLong', { hint: { fr: 'x'.repeat(2001) } }],
    ['q.label: unknownReference', { label: { fr: 'Bonjour ${nobody}' } }],
    ['q.label: unknownReference', { hint: { fr: 'ok', nl: 'Dag ${nobody}' } }],
    ['q.calculation: missingCalculation', { kind: 'calculated' }],
    ['q.property: unusedProperty', { kind: 'integer', choices: 'ab' }],
    ['q.property: unusedProperty', { kind: 'ranking', choices: 'ab', other: true }],
    ['q.property: unusedProperty', { kind: 'consent', declinable: true }],
    ['q.property: unusedProperty', { kind: 'note', required: true }],
    ['q.property: unusedProperty', { kind: 'matrix', rows: 'rows', choiceFilter: 'true()' }],
    ['q.property: unusedProperty', { kind: 'thenNow', default: '1' }],
    ['q.property: unusedProperty', { kind: 'date', maxBytes: 1 }],
    ['q.max: badBounds', { kind: 'integer', min: 5, max: 4 }],
    ['q.min: badBounds', { kind: 'integer', min: 0.5 }],
    ['q.min: badBounds', { kind: 'decimal', min: NaN }],
    ['q.max: badBounds', { kind: 'scale', min: 11 }],
    ['q.max: badBounds', { kind: 'scale', max: -1 }],
    ['q.max: badBounds', { kind: 'scale', max: 1000 }],
    ['q.min: badBounds', { kind: 'multiple', choices: 'ab', min: 3 }],
    ['q.min: badBounds', { kind: 'multiple', choices: 'ab', min: -1 }],
    ['q.max: badBounds', { kind: 'multiple', choices: 'ab', max: 0 }],
    ['q.max: badBounds', { kind: 'shortText', max: 0 }],
    ['q.maxBytes: badBounds', { kind: 'file', maxBytes: 6_000_000 }],
    ['q.maxBytes: badBounds', { kind: 'file', maxBytes: 0 }],
    ['q.accept: badType', { kind: 'file', accept: ['pdf'] }],
    // A picture alone says nothing to those who cannot see it, nor to the table of results.
    ['q.label: missingLabel', { kind: 'note', label: undefined, media: { image: { fr: picture } } }],
    ['q.media: missingFile', { media: { image: { fr: picture, nl: 'a.png' } } }],
    ['q.media: missingFile', { media: { video: { fr: 'https://elsewhere.example/a.mp4' } } }],
    ['q.media: missingFile', { media: { audio: { fr: '//elsewhere.example/a.mp3' } } }],
    ['q.default: badDefault', { kind: 'integer', default: 'x' }],
    ['q.default: badDefault', { kind: 'integer', max: 3, default: '4' }],
    ['q.default: unknownChoice', { kind: 'single', choices: 'ab', default: 'c' }],
  ])('is refused: %s for %j', (problem, more) => expect(one(more)).toEqual([problem]))

  it.each<Partial<Question>>([
    { kind: 'scale', min: 1, max: 5, lowLabel: label, highLabel: label },
    { kind: 'multiple', choices: 'ab', other: true, min: 3 },
    { kind: 'integer', required: false, choices: undefined },
    { kind: 'consent', declinable: false },
    { kind: 'note', media: { image: { fr: picture, nl: '/logo.png' } } },
    { kind: 'shortText', label: { fr: 'Bonjour ${q}' } },
    { kind: 'yesNo', default: 'yes' },
    { kind: 'decimal', min: -0.5, max: 0.5, default: '0.25' },
  ])('is accepted: %j', (more) => expect(one(more)).toEqual([]))

  it('may not mention the answers of several rows, nor a group, nor a pair as a whole', () => {
    expect(
      problemsOf([
        {
          key: 'kids',
          kind: 'repeat',
          label: { fr: '${name}' },
          items: [question({ key: 'name' }), question({ key: 'age', label: { fr: '${name} ?' } })],
        },
        question({ key: 'trust', kind: 'thenNow' }),
        question({ key: 'last', label: { fr: '${name}, ${kids}, ${trust}, ${trust_then}' } }),
      ]),
    ).toEqual([
      'kids.label: outsideRepeat',
      'last.label: outsideRepeat',
      'last.label: notQuestion',
      'last.label: wholeReference',
    ])
  })

  it('names question, place and details', () => {
    const questionnaire = {
      title: label,
      baseLanguage: 'fr',
      languages: ['fr'],
      choiceLists: {},
      items: [question({ key: 'q', relevant: '${Age} > 1' }), question({ key: 'age', kind: 'integer' })],
    }
    expect(checkQuestionnaire(questionnaire)).toEqual([
      { key: 'q', place: 'relevant', code: 'unknownReference', detail: { name: 'Age', meant: 'age' } },
    ])
  })
})

it('a group or a repeat without questions is refused', () => {
  expect(
    problemsOf([
      question({ key: 'q' }),
      { key: 'g', kind: 'group', items: [] },
      { key: 'r', kind: 'repeat', items: [] },
    ]),
  ).toEqual(['g.items: empty', 'r.items: empty'])
})
