import {
  countedCode,
  countedName,
  countedNumber,
  countedSeconds,
  nameOfCounted,
  stepsOf,
  wordsOf,
} from './counted-value.ts'

describe('what is counted of an answer', () => {
  it.each([
    [7, '7'],
    [-3, '-3'],
    [9999, '9999'],
    [123_456, '123500'],
    [3.14159, '3.142'],
    [0.000123456, '0.0001235'],
    [-0, '0'],
  ])('the number %s as %s', (value, counted) => expect(countedNumber(value)).toBe(counted))

  it('short texts as they are, long ones not at all, numbers that are none neither', () => {
    expect([countedCode('BE-52'), countedCode('x'.repeat(41)), countedCode(Number.NaN), countedCode([])]).toEqual([
      'BE-52',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('names of choices apart from our own words', () => {
    for (const name of ['yes', '@missing', '@@x', '']) expect(nameOfCounted(countedName(name))).toBe(name)
    expect(countedName('@answered')).not.toBe('@answered')
  })

  it('the time it took, more coarsely the longer it was', () => {
    expect([30, 1800, 1810, 90_000].map(countedSeconds)).toEqual(['30', '1800', '1860', '14400'])
  })

  it('the steps of a scale, from 0 to 10 unless it says otherwise', () => {
    expect(stepsOf({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(stepsOf({ min: 1, max: 4 })).toEqual([1, 2, 3, 4])
    expect(stepsOf({ min: 0, max: 100_000 })).toHaveLength(101)
  })

  it.each([
    ['fr', 'L’équipe nous a aidés, et l’équipe était là !', ['équipe', 'aidés']],
    ['nl', 'De begeleiding was heel goed; de begeleiding hielp.', ['begeleiding', 'goed', 'hielp']],
    ['en', 'They helped me with the 3 forms, twice helped.', ['helped', 'forms', 'twice']],
    ['fr-x-plain', 'Le bruit', ['bruit']],
    ['zz', 'alpha beta', ['alpha', 'beta']],
    ['fr', '', []],
  ])('the words of a text in %s, each once, without the small ones', (language, text, words) => {
    expect([...wordsOf(text, language)]).toEqual(words)
  })
})
