import { describe, expect, test } from '@jest/globals'
import { copyQuestion, entriesOf, freeKey, saysText, withOrigins } from './bank.ts'
import type { Choice, Question, Questionnaire } from './model.ts'

const choices = (...names: string[]): Choice[] => names.map((name) => ({ name, label: { fr: name } }))

const source: Questionnaire = {
  title: { fr: 'Source' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: { help: choices('pairs', 'meeting'), rows: choices('time'), unused: choices('x') },
  items: [
    { key: 'age', kind: 'integer', label: { fr: 'Âge', nl: 'Leeftijd' }, constraint: '. > 0 and ${age} < 120' },
    {
      key: 'page',
      kind: 'page',
      items: [
        {
          key: 'help',
          kind: 'multiple',
          label: { fr: 'Aide' },
          choices: 'help',
          relevant: "${age} > 18 and ${site} = 'x'",
        },
        { key: 'able', kind: 'matrix', label: { fr: 'Capable' }, rows: 'rows', choices: 'help' },
      ],
    },
  ],
}
const target: Questionnaire = {
  title: { fr: 'Cible' },
  baseLanguage: 'fr',
  languages: ['fr'],
  choiceLists: { help: choices('other') },
  items: [
    { key: 'first', kind: 'note', label: { fr: '1' } },
    { key: 'group', kind: 'group', items: [{ key: 'Age', kind: 'integer' }] },
  ],
}
const entry = (key: string) => entriesOf(source, 'source-id', 3).find(({ question }) => question.key === key)!

describe('a question copied from another questionnaire', () => {
  test('keeps every translation and knows where it comes from', () => {
    const { questionnaire, key } = copyQuestion(target, entry('age'))
    const copy = questionnaire.items.at(-1) as Question
    expect(copy).toMatchObject({
      label: { fr: 'Âge', nl: 'Leeftijd' },
      origin: { source: 'source-id', key: 'age', version: 3 },
    })
    expect(copy.key).toBe(key)
  })

  test('gets a key of its own, also in what it says of itself', () => {
    const { questionnaire, key } = copyQuestion(target, entry('age'))
    expect(key).toBe('age_2')
    expect(questionnaire.items.at(-1)).toMatchObject({ constraint: '. > 0 and ${age_2} < 120' })
  })

  test('brings its lists, and takes no other list’s name', () => {
    const { questionnaire } = copyQuestion(target, entry('able'))
    expect(questionnaire.items.at(-1)).toMatchObject({ rows: 'rows', choices: 'help_2' })
    expect(Object.keys(questionnaire.choiceLists).sort()).toEqual(['help', 'help_2', 'rows'])
    expect(questionnaire.choiceLists['help']).toEqual(choices('other'))
    expect(questionnaire.choiceLists['help_2']).toEqual(choices('pairs', 'meeting'))
  })

  test('shares a list that is there already', () => {
    const once = copyQuestion({ ...target, choiceLists: {} }, entry('help')).questionnaire
    const twice = copyQuestion(once, entry('help'))
    expect(Object.keys(twice.questionnaire.choiceLists)).toEqual(['help'])
    expect(twice.key).toBe('help_2')
  })

  test('leaves behind what speaks of questions that are not there, and says so', () => {
    const { questionnaire, leftBehind } = copyQuestion(target, entry('help'))
    expect(questionnaire.items.at(-1)).not.toHaveProperty('relevant')
    expect(leftBehind).toEqual([
      { place: 'relevant', expression: "${age} > 18 and ${site} = 'x'", missing: ['age', 'site'] },
    ])
  })

  test('stands behind the item that was named, also inside a group', () => {
    const { questionnaire } = copyQuestion(target, entry('able'), 'Age')
    expect(questionnaire.items[1]).toMatchObject({ items: [{ key: 'Age' }, { key: 'able' }] })
    expect(copyQuestion(target, entry('able'), 'first').questionnaire.items.map(({ key }) => key)).toEqual([
      'first',
      'able',
      'group',
    ])
  })

  test('changes nothing of what it was copied from or into', () => {
    const [before, into] = [structuredClone(source), structuredClone(target)]
    copyQuestion(target, entry('help'), 'first')
    expect([source, target]).toEqual([before, into])
  })
})

test('a whole copy knows for every question where it comes from, wherever it stands', () => {
  const keys = entriesOf(withOrigins(source, 't', 2), 'x').map(({ question }) => question.origin)
  expect(keys).toEqual(['age', 'help', 'able'].map((key) => ({ source: 't', key, version: 2 })))
})

test.each([
  ['free', 'free'],
  ['first', 'first_2'],
  ['AGE', 'AGE_2'],
  ['first_2', 'first_2'],
])('the key %s becomes %s', (wanted, given) => {
  expect(freeKey(target, wanted)).toBe(given)
})

test.each([
  ['age', true],
  ['ÂGE', true],
  ['leeft', true],
  ['site', false],
])('a search for %s finds the question: %s', (search, found) => {
  expect(saysText(entry('age').question, search)).toBe(found)
})
