import type { Answers, Item, Questionnaire } from '@vises/questionnaire/model.ts'
import { dice, list } from '../test-builders.ts'
import { exportTables } from './export-columns.ts'
import type { Entry, ExportSource } from './export-columns.ts'
import { fastLineWriter } from './fast-line-writer.ts'
import { lineWriter } from './line-writer.ts'
import { objectScanner } from './scan-answers.ts'

/** An object as PostgreSQL prints a jsonb: a space after each colon and comma, shorter keys first. */
function printed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const keys = Object.keys(value).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${printed((value as Answers)[key])}`).join(', ')}}`
}

const items: Item[] = [
  { kind: 'shortText', key: 'a' },
  { kind: 'longText', key: 'text' },
  { kind: 'single', key: 'one', choices: 'c', other: true },
  { kind: 'multiple', key: 'many', choices: 'c', other: true },
  { kind: 'agreement', key: 'agree' },
  { kind: 'scale', key: 'scale' },
  { kind: 'integer', key: 'whole' },
  { kind: 'decimal', key: 'dec' },
  { kind: 'yesNo', key: 'yes' },
  { kind: 'matrix', key: 'rows', rows: 'c' },
  { kind: 'thenNow', key: 'then' },
  { kind: 'ranking', key: 'rank', choices: 'c' },
  { kind: 'date', key: 'date' },
  { kind: 'file', key: 'file' },
  { kind: 'consent', key: 'consent' },
  { kind: 'calculated', key: 'calc' },
  { kind: 'place', key: 'place' },
]
const questionnaire = (some: Item[], ...names: string[]): Questionnaire => ({
  title: { fr: 'x' },
  baseLanguage: 'fr',
  languages: ['fr'],
  choiceLists: { c: list(...names) },
  items: some,
})
const source: ExportSource = {
  versions: [
    { number: 1, content: questionnaire(items, 'x', 'y;z', 'w') },
    { number: 2, content: questionnaire(items.slice(3), 'x', 'new') },
  ],
  otherWaves: 0,
  waves: new Map([['w', '=Vague']]),
  groups: new Map([['g', 'Groupe "1"']]),
  language: 'fr',
  joined: true,
  setAside: true,
}

const TEXTS = [
  'plain',
  '=1+1',
  '-3',
  'a "quoted"; text,',
  'back\\slash',
  'line\nbreak\ttab',
  'é👩‍🌾',
  '',
  '\\',
  '"',
  '{"a": 1}',
  '@x',
  '[',
  '\u0000'.replace('\u0000', '\u0001'),
]

test('the line made of the text of an answer is the line made of the answer', () => {
  const roll = dice(42)
  const pick = (...from: any[]): any => from[roll(from.length)]!
  const text = () => TEXTS[roll(TEXTS.length)]!
  const makers: Record<string, () => unknown> = {
    a: text,
    text,
    one: () => pick('x', 'y;z', 'other', 'gone'),
    one_other: text,
    many: () => pick(['x'], ['x', 'other'], [], ['w', 'y;z']),
    many_other: text,
    agree: () => 1 + roll(5),
    scale: () => roll(11),
    whole: () => pick(0, 7, -7, 123_456, -1_234_567_890_123),
    dec: () => pick(0.5, -0.25, 3, 1e21, 1e-7, 12.125),
    yes: () => pick('yes', 'no'),
    rows: () => pick({ x: 1, 'y;z': 5 }, { w: 3 }, {}),
    then: () => pick({ then: 1, now: 10 }, { now: 3 }),
    rank: () => pick(['x', 'w'], ['w']),
    date: () => '2018-03-14',
    file: () => ({ id: 'i', name: text(), type: 'image/png', bytes: 3 }),
    consent: () => 'yes',
    calc: () => pick('word', 3, 2.5, -1),
    place: text,
    unknown: () => pick(text(), 3, null, [1, { x: ']}' }], { y: '"' }),
    un: () => pick(text(), [text()]),
  }
  const [table] = exportTables(source)
  for (const style of [
    { labels: true, decimalComma: true, language: 'fr' },
    { labels: false, decimalComma: false, language: 'nl' },
  ]) {
    const slow = lineWriter(table!.columns, style)
    const fast = fastLineWriter(table!.columns, style)
    for (let round = 0; round < 1500; round++) {
      const given = Object.entries(makers).filter(() => roll(4) > 0)
      const answers = Object.fromEntries(given.map(([key, make]) => [key, roll(8) === 0 ? null : make()])) as Answers
      const entry: Entry = {
        number: round,
        response: {
          waveId: 'w',
          groupId: pick('g', null),
          version: 1 + roll(2),
          language: 'fr',
          channel: 'paper',
          day: '2018-03-14',
          seconds: pick(null, 30),
          setAside: pick(null, '+raison'),
          answers,
          consent: { consent: { version: 2 } },
        },
        answers,
        at: [],
      }
      const [expected, got] = [slow(entry), fast(entry, printed(answers))]
      if (got !== expected) throw new Error(`${printed(answers)}\n${expected}\n${got}`)
    }
  }
})

test('the scanner passes over what nobody asks for, and takes each value whole', () => {
  const object = { b: '"}', cc: [1, '],'], a: null, dd: { x: '\\"', y: {} }, eee: -1.5, ff: '' }
  const seen: Record<string, unknown> = {}
  const handlers = ['eee', 'a', 'dd', 'zz', 'ff'].map((key) => ({
    key,
    take: (text: string, from: number, to: number) => void (seen[key] = JSON.parse(text.slice(from, to))),
  }))
  objectScanner(handlers)(printed(object))
  expect(seen).toEqual({ a: null, dd: { x: '\\"', y: {} }, eee: -1.5, ff: '' })
  objectScanner(handlers)('{}')
})
