import { readerOf, rowsOf } from './cells.ts'
import { columnsOf, tablesOf } from './columns.ts'
import type { Column } from './columns.ts'
import type { Answers, Item, Questionnaire } from './model.ts'

const asked = (items: Item[], choiceLists: Questionnaire['choiceLists'] = {}): Questionnaire => ({
  title: { en: 'Families' },
  baseLanguage: 'en',
  languages: ['en', 'fr'],
  choiceLists,
  items,
})
const list = (...names: string[]) => names.map((name) => ({ name, label: { en: `The ${name}` } }))
const names = (columns: Column[]) => columns.map(({ name }) => name)
const read = (columns: Column[], answers: Answers) =>
  Object.fromEntries(columns.map((column) => [column.name, readerOf(column)(answers, {})]))

const everything: Item[] = [
  { kind: 'note', key: 'hello', label: { en: 'Hello' } },
  { kind: 'consent', key: 'agree', label: { en: 'I agree' } },
  {
    kind: 'page',
    key: 'first',
    items: [
      { kind: 'single', key: 'family', choices: 'family', other: true, label: { en: 'Family' } },
      { kind: 'multiple', key: 'help', choices: 'help', other: true },
      { kind: 'thenNow', key: 'calm', thenLabel: { en: 'Before' } },
      { kind: 'matrix', key: 'able', rows: 'able' },
      { kind: 'ranking', key: 'order', choices: 'help' },
      { kind: 'file', key: 'photo' },
    ],
  },
  {
    kind: 'repeat',
    key: 'children',
    items: [
      { kind: 'integer', key: 'age' },
      { kind: 'repeat', key: 'days', items: [{ kind: 'date', key: 'day' }] },
    ],
  },
]
const lists = { family: list('alone', 'couple'), help: list('pairs', 'talks'), able: list('ask', 'speak') }

describe('the table of all answers', () => {
  it('has a column for each thing that can be answered, named by keys alone', () => {
    const columns = columnsOf([asked(everything, lists)])
    expect(names(columns)).toEqual([
      'agree',
      'agree/version',
      'family',
      'family_other',
      'help',
      'help/pairs',
      'help/talks',
      'help/other',
      'help_other',
      'calm/then',
      'calm/now',
      'able/ask',
      'able/speak',
      'order/pairs',
      'order/talks',
      'photo',
      'age',
      'day',
    ])
    expect(tablesOf(columns)).toEqual(['', 'children', 'children/days'])
    expect(columns.find(({ name }) => name === 'able/ask')!.choices.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5])
  })

  it('reads each column from the answers, declined apart from empty', () => {
    const columns = columnsOf([asked(everything, lists)]).filter(({ table }) => table === '')
    const answers: Answers = {
      agree: 'yes',
      family: 'other',
      family_other: 'with my sister',
      help: ['talks', 'other'],
      help_other: '=cake',
      calm: { now: 7 },
      able: null,
      order: ['talks', 'pairs'],
      photo: { id: 'x', name: 'tree.jpg', type: 'image/jpeg', bytes: 3 },
    }
    expect(read(columns, answers)).toEqual({
      agree: 'yes',
      'agree/version': undefined,
      family: 'other',
      family_other: 'with my sister',
      help: 'talks other',
      'help/pairs': 0,
      'help/talks': 1,
      'help/other': 1,
      help_other: '=cake',
      'calm/then': undefined,
      'calm/now': 7,
      'able/ask': null,
      'able/speak': null,
      'order/pairs': 2,
      'order/talks': 1,
      photo: 'tree.jpg',
    })
    const agree = columns.find(({ name }) => name === 'agree/version')!
    expect(readerOf(agree)(answers, { agree: { version: 3 } })).toBe(3)
  })

  it('gives the rows of repeats inside repeats their places', () => {
    const answers: Answers = { children: [{ age: 3, days: [{ day: '2018-01-01' }] }, { age: 5 }, { days: [{}, {}] }] }
    expect(rowsOf('children', answers).map(({ at }) => at)).toEqual([[1], [2], [3]])
    expect(rowsOf('children/days', answers).map(({ at }) => at)).toEqual([
      [1, 1],
      [3, 1],
      [3, 2],
    ])
    expect(rowsOf('nothing', answers)).toEqual([])
  })
})

describe('the columns of several versions', () => {
  it('stay where they are when a choice is removed, a question is dropped, moved and added', () => {
    const first = asked(
      [
        { kind: 'multiple', key: 'help', choices: 'help', label: { en: 'Old words' } },
        { kind: 'integer', key: 'hours' },
        { kind: 'shortText', key: 'last' },
      ],
      { help: list('pairs', 'talks', 'walks') },
    )
    const second = asked(
      [
        { kind: 'longText', key: 'last' },
        { kind: 'yesNo', key: 'again' },
        { kind: 'multiple', key: 'help', choices: 'help', label: { en: 'New words' } },
      ],
      { help: list('pairs', 'songs', 'walks') },
    )
    const columns = columnsOf([first, second])
    expect(names(columns)).toEqual([
      'help',
      'help/pairs',
      'help/songs',
      'help/talks',
      'help/walks',
      'hours',
      'last',
      'again',
    ])
    const of = (name: string) => columns.find((column) => column.name === name)!
    expect(of('help/talks').versions).toEqual([0])
    expect(of('help/songs').versions).toEqual([1])
    expect(of('help').versions).toEqual([0, 1])
    expect(of('help').label).toEqual({ en: 'New words' })
    expect(of('help').choices.map(({ name }) => name)).toEqual(['pairs', 'songs', 'talks', 'walks'])
    expect(of('last').kind).toBe('longText')
    expect(names(columnsOf([first])).every((name) => names(columns).includes(name))).toBe(true)
  })

  it('keep the answers apart when a key comes back as another kind or in a repeat', () => {
    const columns = columnsOf([
      asked([{ kind: 'integer', key: 'age' }]),
      asked([{ kind: 'shortText', key: 'age' }]),
      asked([{ kind: 'repeat', key: 'children', items: [{ kind: 'integer', key: 'age' }] }]),
      asked([{ kind: 'decimal', key: 'age' }]),
    ])
    expect(columns.map(({ name, table, versions }) => [name, table, versions])).toEqual([
      ['age/number', 'children', [2]],
      ['age/text', '', [1]],
      ['age', '', [0, 3]],
    ])
  })

  it('have one name each, whatever the versions', () => {
    const kinds = ['integer', 'shortText', 'multiple', 'matrix', 'single', 'thenNow', 'consent', 'file'] as const
    const versions = kinds.flatMap((kind, index) => [
      asked([{ kind, key: 'q', choices: 'help', rows: 'help', other: index % 2 === 0 }], {
        help: list('text', 'number'),
      }),
      asked([{ kind: 'repeat', key: 'r', items: [{ kind, key: 'q', choices: 'help', rows: 'help' }] }], {
        help: list('text', 'value', 'other'),
      }),
    ])
    const columns = columnsOf(versions)
    expect(new Set(names(columns)).size).toBe(columns.length)
    for (const [version, content] of versions.entries())
      expect(columns.filter((column) => column.versions.includes(version))).toHaveLength(columnsOf([content]).length)
  })
})
