import { canonical, digestOf } from './same-words.ts'

test('the order of keys does not count, the order of a list does', () => {
  expect(canonical({ b: [2, 1], a: { d: null, c: 'x' } })).toBe('{"a":{"c":"x","d":null},"b":[2,1]}')
  expect(canonical({ b: [1, 2] })).not.toBe(canonical({ b: [2, 1] }))
  expect(canonical({ a: undefined, b: 1 })).toBe(canonical({ b: 1 }))
})

test.each([
  ['another value', { a: 2 }],
  ['a number as text', { a: '1' }],
  ['one more answer', { a: 1, b: null }],
  ['nothing', {}],
])('%s is another answer', (_what, other) => {
  expect(digestOf('secret', other)).not.toEqual(digestOf('secret', { a: 1 }))
})

test('without the secret nothing can be compared', () => {
  expect(digestOf('secret', { a: 1 })).toEqual(digestOf('secret', { a: 1 }))
  expect(digestOf('other', { a: 1 })).not.toEqual(digestOf('secret', { a: 1 }))
})
