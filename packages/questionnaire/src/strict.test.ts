import type { Questionnaire } from './model.ts'
import { isReservedName, itemProblems, readQuestionnaire } from './strict.ts'

const LEAST: Questionnaire = { title: { fr: 'T' }, baseLanguage: 'fr', languages: ['fr'], choiceLists: {}, items: [] }
const problemsOf = (value: unknown) => {
  const read = readQuestionnaire(value)
  return 'problems' in read ? read.problems.map(({ path, code }) => `${path} ${code}`) : []
}
/** As it comes over the wire, where `__proto__` is a property like any other. */
const json = (text: string): unknown => JSON.parse(text)
const withItem = (item: unknown) => ({ ...LEAST, items: [item] })

describe('JSON of anybody', () => {
  it('is a questionnaire when it is shaped like one', () => {
    const questionnaire: Questionnaire = {
      ...LEAST,
      choiceLists: {
        l: [
          {
            name: 'a',
            label: { fr: 'A' },
            exclusive: true,
            columns: { region: 'x' },
            media: { image: { fr: 'a.png' } },
          },
        ],
      },
      items: [
        {
          key: 'r',
          kind: 'repeat',
          count: '3',
          items: [
            {
              key: 'q',
              kind: 'single',
              choices: 'l',
              required: '${x} > 1',
              origin: { source: 's', key: 'k', version: 1 },
            },
          ],
        },
      ],
      settings: { form_id: 'x' },
    }
    expect(readQuestionnaire(json(JSON.stringify(questionnaire)))).toEqual({ questionnaire })
  })

  it.each([
    ['nothing', null, [' wrongType']],
    ['a list', [], [' wrongType']],
    [
      'an empty object',
      {},
      ['title missing', 'baseLanguage missing', 'languages missing', 'choiceLists missing', 'items missing'],
    ],
    ['another property', { ...LEAST, isAdmin: true }, ['isAdmin unknownProperty']],
    ['another tenant', withItem({ key: 'q', kind: 'note', partnerId: 'x' }), ['items[0].partnerId unknownProperty']],
    ['a text for a number', withItem({ key: 'q', kind: 'integer', min: '1' }), ['items[0].min wrongType']],
    ['a number that is none', withItem({ key: 'q', kind: 'integer', min: Number.NaN }), ['items[0].min wrongType']],
    ['an unknown kind', withItem({ key: 'q', kind: 'bomb' }), ['items[0].kind notAllowed']],
    ['items in a question', withItem({ key: 'q', kind: 'note', items: [] }), ['items[0].items unknownProperty']],
    ['a group without items', withItem({ key: 'g', kind: 'group' }), ['items[0].items missing']],
    [
      'a label in no language',
      withItem({ key: 'q', kind: 'note', label: { 'not a tag': 'x' } }),
      ['items[0].label.not a tag notAllowed'],
    ],
    ['a label of numbers', withItem({ key: 'q', kind: 'note', label: { fr: 1 } }), ['items[0].label.fr wrongType']],
    [
      'a label without end',
      withItem({ key: 'q', kind: 'note', label: { fr: 'x'.repeat(2001) } }),
      ['items[0].label.fr tooLong'],
    ],
    ['too many languages', { ...LEAST, languages: Array.from({ length: 31 }, () => 'fr') }, ['languages tooMany']],
    ['a choice without a name', { ...LEAST, choiceLists: { l: [{ label: {} }] } }, ['choiceLists.l[0].name missing']],
  ])('is refused with %s', (_, value, problems) => {
    expect(problemsOf(value)).toEqual(problems)
  })

  it.each([
    [
      '{"__proto__":{"polluted":1},"title":{},"baseLanguage":"fr","languages":["fr"],"choiceLists":{},"items":[]}',
      '__proto__ unknownProperty',
    ],
    [
      '{"title":{"__proto__":"x"},"baseLanguage":"fr","languages":["fr"],"choiceLists":{},"items":[]}',
      'title.__proto__ notAllowed',
    ],
    [
      '{"title":{},"baseLanguage":"fr","languages":["fr"],"choiceLists":{"__proto__":[],"constructor":[]},"items":[]}',
      'choiceLists.__proto__ notAllowed',
    ],
    [
      '{"title":{},"baseLanguage":"fr","languages":["fr"],"choiceLists":{},"items":[{"key":"q","kind":"note","constructor":{"prototype":{}}}]}',
      'items[0].constructor unknownProperty',
    ],
    [
      '{"title":{},"baseLanguage":"fr","languages":["fr"],"choiceLists":{},"items":[{"key":"q","kind":"__proto__"}]}',
      'items[0].kind notAllowed',
    ],
    [
      '{"title":{},"baseLanguage":"fr","languages":["fr"],"choiceLists":{},"items":[],"settings":{"__proto__":"x"}}',
      'settings.__proto__ notAllowed',
    ],
  ])('does not reach the prototype of objects: %s', (text, problem) => {
    expect(problemsOf(json(text))).toContain(problem)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('is refused where groups stand in each other without end', () => {
    let nested: unknown = { key: 'q', kind: 'note' }
    for (let index = 0; index < 50; index++) nested = { key: `g${index}`, kind: 'group', items: [nested] }
    expect(problemsOf(withItem(nested))).toEqual([expect.stringMatching(/items tooDeep$/)])
  })

  it('is refused with more questions or choices than can be asked, and says so once', () => {
    const questions = Array.from({ length: 1500 }, (_, index) => ({ key: `q${index}`, kind: 'note' }))
    expect(problemsOf({ ...LEAST, items: questions })).toEqual(['items[1000] tooMany'])
    const choices = Array.from({ length: 10_001 }, (_, index) => ({ name: `c${index}`, label: {} }))
    expect(problemsOf({ ...LEAST, choiceLists: { l: choices } })).toEqual(['choiceLists.l tooMany'])
  })

  it('has its problems counted, not collected without end', () => {
    const items = Array.from({ length: 900 }, () => ({}))
    expect(problemsOf({ ...LEAST, items })).toHaveLength(200)
  })
})

describe('one item', () => {
  it('is judged like those of a questionnaire', () => {
    expect(itemProblems({ key: 'q', kind: 'note' })).toEqual([])
    expect(itemProblems({ key: 'q', kind: 'note', x: 1 })).toEqual([{ path: 'x', code: 'unknownProperty' }])
  })
})

describe('names that mean something to every object', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s is nobody’s key', (name) => {
    expect(isReservedName(name)).toBe(true)
    expect(isReservedName(`${name}_2`)).toBe(false)
  })
})
