import { Pattern, patternOf } from '../src/expression/pattern.ts'
import { type Random, randomFrom } from './random.ts'

function aPattern(random: Random, depth = 0): string {
  const part = () => {
    const kind = depth > 2 ? random.below(4) : random.below(6)
    if (kind < 2) return random.oneOf(['a', 'b', 'c'])
    if (kind === 2) return random.oneOf(['.', '[ab]', '[^a]', '\\w', '\\d', '[a-b]'])
    if (kind === 3) return random.oneOf(['a', '\\b', '^', '$', 'b'])
    return `(${random.chance(0.5) ? '?:' : ''}${aPattern(random, depth + 1)})`
  }
  const row = () =>
    Array.from({ length: random.below(4) }, () => {
      const one = part()
      const times = /^(\\b|\^|\$)$/.test(one)
        ? ''
        : random.oneOf(['', '', '', '*', '+', '?', '{2}', '{1,2}', '{0,1}', '*?'])
      return one + times
    }).join('')
  return random.chance(0.3) ? `${row()}|${row()}` : row()
}

describe('regular expressions', () => {
  it('match what the language itself matches, for five thousand patterns made by chance', () => {
    const random = randomFrom(20180314)
    for (let round = 0; round < 5000; round++) {
      const source = aPattern(random)
      const text = Array.from({ length: random.below(7) }, () => random.oneOf(['a', 'b', 'c', '1', '-'])).join('')
      const expected = new RegExp(`^(?:${source})$`).test(text)
      expect({ source, text, matches: new Pattern(source).matches(text) }).toEqual({ source, text, matches: expected })
    }
  })

  it.each(['(a+)+$', '(a|a)*b', '(a|aa)+', '(.*a){12}', '([a-z]+)*@', '(a?){30}a{30}', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    'do work that grows with the text, not beyond: %s',
    (source) => {
      const workFor = (length: number) => {
        let work = 0
        new Pattern(source).matches('a'.repeat(length), (done) => (work += done))
        return work
      }
      expect(workFor(2000)).toBeLessThanOrEqual(workFor(1000) * 2.1)
      expect(workFor(2000)).toBeLessThan(2000 * 300)
    },
  )

  it.each([
    '(((a{50}){50}){50}){50}',
    '((((){2000}){2000}){2000}){2000}',
    'a{3000}',
    `${'('.repeat(200)}a${')'.repeat(200)}`,
    '[',
    '(',
    ')',
    'a{',
    '\\',
  ])('refuse what is too large or no pattern: %s', (source) => expect(patternOf(source)).toBeUndefined())
})
