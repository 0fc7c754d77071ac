import type { FieldData } from '../method/method-data.ts'
import { isFilled, problemOfValue } from './answer-value.ts'

const label = { fr: 'x', nl: 'x', en: 'x' }
const options = ['a', 'b', 'c'].map((code) => ({ code, label }))
const field = (kind: FieldData['kind'], more: Partial<FieldData> = {}): FieldData => ({
  key: 'k',
  kind,
  label,
  ...more,
})

describe('a value fits its field', () => {
  it.each<[string, FieldData, unknown, string | undefined]>([
    ['a short text', field('shortText'), 'bonjour', undefined],
    ['500 characters', field('shortText'), 'é'.repeat(500), undefined],
    ['501 characters', field('shortText'), 'é'.repeat(501), 'tooLong'],
    ['20 000 characters of a long text', field('longText'), 'x'.repeat(20_000), undefined],
    ['20 001 characters of a long text', field('longText'), 'x'.repeat(20_001), 'tooLong'],
    ['a number for a text', field('longText'), 3, 'wrongKind'],
    ['a zero character', field('longText'), 'a\u0000b', 'unreadableText'],
    ['half a character', field('longText'), 'a\ud800b', 'unreadableText'],
    ['an emoji', field('longText'), 'a😀b', undefined],
    ['a number', field('number'), 12.5, undefined],
    ['a number as text', field('number'), '12', 'wrongKind'],
    ['no number at all', field('number'), Number.NaN, 'wrongKind'],
    ['a number out of this world', field('number'), 1e15, 'outOfRange'],
    ['a number below nothing', field('number'), -0.5, 'outOfRange'],
    ['the largest number', { ...field('number'), max: 10 }, 10, undefined],
    ['more than the largest', { ...field('number'), max: 10 }, 10.5, 'outOfRange'],
    ['a day', field('date'), '2018-02-28', undefined],
    ['a day that does not exist', field('date'), '2018-02-30', 'notADay'],
    ['a day written otherwise', field('date'), '28/02/2018', 'notADay'],
    ['an option', field('choice', { options }), 'a', undefined],
    ['an option nobody offered', field('choice', { options }), 'z', 'unknownOption'],
    ['two options', field('choices', { options }), ['a', 'c'], undefined],
    ['more options than allowed', field('choices', { options, max: 1 }), ['a', 'c'], 'tooMany'],
    ['the same option twice', field('choices', { options }), ['a', 'a'], 'twice'],
    ['an inherited name as option', field('choices', { options }), ['constructor'], 'unknownOption'],
    ['items', field('list', { max: 3 }), ['i1', '0190f5c2-7a3b-7c11-8d5e-0123456789ab'], undefined],
    ['more items than allowed', field('list', { max: 1 }), ['i1', 'i2'], 'tooMany'],
    ['an item twice', field('list'), ['i1', 'i1'], 'twice'],
    ['an item with a slash', field('list'), ['i/1'], 'notAnItemId'],
    ['an item of 41 characters', field('list'), ['i'.repeat(41)], 'notAnItemId'],
    ['objects for items', field('list'), [{ id: 'i1' }], 'wrongKind'],
    ['an object', field('longText'), { $ne: 1 }, 'wrongKind'],
    ['nothing, which clears any field', field('list'), null, undefined],
  ])('%s', (_name, of, value, problem) => {
    expect(problemOfValue(of, value)).toBe(problem)
  })

  it('knows an empty answer from a filled one', () => {
    expect([null, undefined, '', '  ', []].map(isFilled)).toEqual([false, false, false, false, false])
    expect(['x', 0, ['a']].map(isFilled)).toEqual([true, true, true])
  })
})
