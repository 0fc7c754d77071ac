import { toldCount, toldGroups } from './count-answers.ts'

const told = (counts: Record<string, number>, ids = Object.keys(counts).filter(Boolean)) => {
  const { total, groups } = toldGroups(new Map(Object.entries(counts)), ids)
  return [total.count, Object.fromEntries([...groups].map(([id, { count, atLeast }]) => [id, count ?? `${atLeast}+`]))]
}

describe('T70 Small audience: counters', () => {
  test.each([0, 1, 2, 3, 4])('%i answers look the same', (count) =>
    expect(toldCount(count)).toEqual({ count: null, atLeast: 0 }),
  )
  test.each([5, 6])('%i answers are told', (count) => expect(toldCount(count)).toEqual({ count, atLeast: count }))

  test('one small group cannot be worked out from the total: the next smallest is told roughly', () => {
    expect(told({ a: 4, b: 12, c: 8 })).toEqual([24, { a: '0+', b: 12, c: '8+' }])
  })
  test('two small groups hide each other', () => {
    expect(told({ a: 4, b: 2, c: 8 })).toEqual([14, { a: '0+', b: '0+', c: 8 }])
  })
  test('two small groups that make fewer than five do not: the next smallest joins them', () => {
    expect(told({ a: 2, b: 2, c: 8, d: 20 })).toEqual([32, { a: '0+', b: '0+', c: '0+', d: 20 }])
    expect(told({ a: 1, b: 1, c: 15, d: 20 })).toEqual([37, { a: '0+', b: '0+', c: '13+', d: 20 }])
  })
  test('groups of five and more are told', () => expect(told({ a: 5, b: 6 })).toEqual([11, { a: 5, b: 6 }]))
  test('answers without a group count as one more group', () => {
    expect(told({ a: 9, '': 3 }, ['a'])).toEqual([12, { a: '8+', '': '0+' }])
  })
  test('a group nobody answered in looks like a small one', () => {
    expect(told({ a: 9 }, ['a', 'b'])).toEqual([9, { a: '5+', b: '0+' }])
  })
})
