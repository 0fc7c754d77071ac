import { columnsOf } from '@vises/questionnaire/columns.ts'
import { compile } from '@vises/questionnaire/compile.ts'
import type { Question, Questionnaire } from '@vises/questionnaire/model.ts'
import { suggestMapping, targetsOf } from './import-targets.ts'
import { cellReader, dayOf } from './read-cell.ts'
import { rowReader } from './read-row.ts'

const label = (fr: string, nl = fr) => ({ fr, nl })
const choice = (name: string, fr: string, nl = fr) => ({ name, label: label(fr, nl) })
const QUESTIONS: Question[] = [
  { kind: 'single', key: 'place', choices: 'places', other: true, label: label('Où habitez-vous ?', 'Waar woont u?') },
  { kind: 'multiple', key: 'help', choices: 'helps', label: label('Qui vous aide ?') },
  { kind: 'ranking', key: 'order', choices: 'helps', label: label('Classez') },
  { kind: 'agreement', key: 'heard', required: true, label: label('On m’écoute') },
  { kind: 'thenNow', key: 'trust', label: label('Confiance'), min: 0, max: 10 },
  { kind: 'matrix', key: 'day', rows: 'helps', label: label('Au quotidien') },
  { kind: 'yesNo', key: 'again', label: label('Encore ?') },
  { kind: 'integer', key: 'age', min: 16, label: label('Âge') },
  { kind: 'decimal', key: 'hours', label: label('Heures') },
  { kind: 'date', key: 'since', label: label('Depuis') },
  { kind: 'time', key: 'at', label: label('À quelle heure') },
  { kind: 'longText', key: 'why', relevant: `\${again} = 'no'`, label: label('Pourquoi ?') },
]
const QUESTIONNAIRE: Questionnaire = {
  title: label('Enquête'),
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: {
    places: [choice('lille', 'Lille', 'Rijsel'), choice('kortrijk', 'Courtrai', 'Kortrijk')],
    helps: [
      choice('team', 'L’équipe', 'Het team'),
      choice('family', 'La famille', 'De familie'),
      choice('pairs', 'Les pairs', 'Lotgenoten'),
    ],
  },
  items: QUESTIONS,
}
const COLUMNS = columnsOf([QUESTIONNAIRE])
const read = (name: string, text: string) => {
  const result = cellReader(COLUMNS.find((column) => column.name === name)!)(text)
  return result.fault ?? result.value
}

test.each<[string, string, unknown]>([
  ['place', 'lille', 'lille'],
  ['place', 'RIJSEL', 'lille'],
  ['place', 'Courtrai', 'kortrijk'],
  ['place', 'Autre', 'other'],
  ['place', 'Paris', 'unknownChoice'],
  ['place', '', undefined],
  ['place', '(Ne souhaite pas répondre)', null],
  ['place', 'declined', null],
  ['help', 'team pairs', ['team', 'pairs']],
  ['help', 'L’équipe; Lotgenoten', ['team', 'pairs']],
  ['help', 'La famille', ['family']],
  ['help', 'team;nobody', 'unknownChoice'],
  ['help/team', 'oui', 1],
  ['help/team', '0', 0],
  ['help/team', 'x', 1],
  ['help/team', 'peut-être', 'notYesOrNo'],
  ['heard', '4', 4],
  ['heard', 'Plutôt d’accord', 4],
  ['heard', 'helemaal akkoord', 5],
  ['heard', '6', 'unknownChoice'],
  ['again', 'JA', 'yes'],
  ['again', 'faux', 'no'],
  ['age', '42', 42],
  ['age', '1 234', 1234],
  ['age', 'quarante', 'notANumber'],
  ['hours', '7,5', 7.5],
  ['hours', '1.234,5', 'notANumber'],
  ['since', '2018-03-14', '2018-03-14'],
  ['since', '14/3/2018', '2018-03-14'],
  ['since', '43173', '2018-03-14'],
  ['since', '31/02/2018', 'notADay'],
  ['at', '9h05', '09:05'],
  ['at', '25:00', 'notATime'],
])('in the column %s, %j says %j', (name, text, value) => expect(read(name, text)).toEqual(value))

test.each([
  ['2018-03-14 10:22', '2018-03-14'],
  ['hier', undefined],
  ['0', undefined],
  ['', undefined],
])('the day of %j is %j', (text, day) => expect(dayOf(text)).toBe(day))

test('columns are recognised by name, by label in any language, and by question and choice together', () => {
  const headers = [
    'Groupe',
    'Waar woont u?',
    'place_other',
    'Qui vous aide ? : L’équipe',
    'help/pairs',
    'AGE',
    'Dag',
    'Remarques',
    'age',
  ]
  expect(suggestMapping(headers, targetsOf(QUESTIONNAIRE))).toEqual({
    0: '@group',
    1: 'place',
    2: 'place_other',
    3: 'help/team',
    4: 'help/pairs',
    5: 'age',
    6: '@day',
  })
})

const HEADERS = [
  '@group',
  '@language',
  '@day',
  'place',
  'place_other',
  'help/team',
  'help/pairs',
  'order/team',
  'order/family',
  'heard',
  'trust/then',
  'trust/now',
  'day/team',
  'again',
  'why',
  'age',
]
const readRow = rowReader({
  compiled: compile(QUESTIONNAIRE),
  targets: targetsOf(QUESTIONNAIRE),
  mapping: Object.fromEntries(HEADERS.map((header, place) => [place, header])),
  groups: [{ id: 'g1', name: 'Familles' }],
  languages: ['fr', 'nl'],
  groupId: null,
  language: 'fr',
  now: new Date('2027-03-01T10:00:00Z'),
})
const row = (cells: Record<string, string>) => readRow(HEADERS.map((header) => cells[header] ?? ''))

test('a row becomes the answers of one person', () => {
  expect(
    row({
      '@group': 'familles',
      '@language': 'NL',
      '@day': '14/3/2026',
      place: 'Autre',
      place_other: 'Mons',
      'help/team': '1',
      'help/pairs': '0',
      'order/team': '2',
      'order/family': '1',
      heard: '4',
      'trust/then': '3',
      'trust/now': '8',
      'day/team': '5',
      again: 'non',
      why: 'Trop loin',
    }),
  ).toEqual({
    answer: {
      groupId: 'g1',
      language: 'nl',
      day: '2026-03-14',
      answers: {
        place: 'other',
        place_other: 'Mons',
        help: ['team'],
        order: expect.anything(),
        heard: 4,
        trust: { then: 3, now: 8 },
        day: { team: 5 },
        again: 'no',
        why: 'Trop loin',
      },
    },
  })
})

test('what was left empty on paper may be empty; what cannot be is named with its column', () => {
  expect(row({ place: 'lille' }).faults).toBeUndefined()
  expect(row({ place: 'Paris', age: 'x', '@group': 'Voisins', '@day': 'hier' }).faults).toEqual([
    { column: 3, code: 'unknownChoice' },
    { column: 15, code: 'notANumber' },
    { column: 0, code: 'unknownGroup' },
    { column: 2, code: 'notADay' },
  ])
  expect(row({ age: '12' }).faults).toEqual([{ column: 15, code: 'belowMin' }])
  expect(row({ again: 'oui', why: 'x' }).faults).toEqual([{ column: 14, code: 'notRelevant' }])
})
