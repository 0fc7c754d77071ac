import { coarsenSteps } from '../disclosure/coarsen.ts'
import { dice } from '../test-builders.ts'
import {
  isConcentrated,
  meanOf,
  meanOfSteps,
  medianOf,
  medianOfSteps,
  numbersOf,
  quantileOf,
  rangesOf,
} from './number-figures.ts'
import type { NumberCounts } from './number-figures.ts'

const counts = (record: Record<number, number>): NumberCounts =>
  numbersOf(new Map(Object.entries(record).map(([value, count]) => [value, count])))
const told = (numbers: NumberCounts, steps: number[]) =>
  coarsenSteps(
    steps.map((step) => ({ value: String(step), count: numbers.find(([value]) => value === step)?.[1] ?? 0 })),
  )

describe('figures from counts', () => {
  it('are those of the numbers themselves', () => {
    const numbers = counts({ '-2': 1, 0: 2, 3: 4, 10: 1 })
    expect([meanOf(numbers), medianOf(numbers), quantileOf(numbers, 0.25), quantileOf(numbers, 0.75)]).toEqual([
      2.5, 3, 0, 3,
    ])
    expect(medianOf(counts({ 1: 1, 2: 1 }))).toBe(1.5)
    expect([meanOf([]), medianOf([]), quantileOf([], 0.5)]).toEqual([null, null, null])
  })

  it('are kept back when nearly all gave the same number', () => {
    expect([isConcentrated(counts({ 5: 18, 4: 2 })), isConcentrated(counts({ 5: 17, 4: 3 }))]).toEqual([true, false])
  })

  it('come in ranges of one round width, from where most of them lie', () => {
    const hours = counts({ 3: 4, 7: 5, 8: 6, 12: 5, 20: 3, 900: 1 })
    expect(rangesOf(hours, true).map(({ from, to, count }) => [from, to, count])).toEqual([
      [2, 3, 4],
      [4, 5, 0],
      [6, 7, 5],
      [8, 9, 6],
      [10, 11, 0],
      [12, 13, 5],
      [14, 15, 0],
      [16, 17, 0],
      [18, 19, 0],
      [20, 21, 4],
    ])
    for (const numbers of [counts({ 0.1: 3, 0.35: 9, 0.9: 2 }), counts({ 5: 3 }), counts({ '-7': 2, 7: 2 })])
      for (const whole of [true, false])
        expect(rangesOf(numbers, whole).reduce((sum, { count }) => sum + count, 0)).toBe(
          numbers.reduce((sum, [, count]) => sum + count, 0),
        )
  })
})

describe('the mean of steps', () => {
  it('is told to a digit', () => {
    const numbers = counts({ 1: 2, 2: 3, 3: 3, 4: 15, 5: 18 })
    expect(meanOfSteps(numbers, told(numbers, [1, 2, 3, 4, 5]))).toBe(4.1)
  })

  it('is told more coarsely, or not, when it would give away steps that are told as one', () => {
    // Five people gave one or two, and the sum is exact with ten: all of them gave two.
    const numbers = counts({ 2: 5, 5: 5 })
    expect(told(numbers, [1, 2, 5]).map(({ values }) => values)).toEqual([['1', '2'], ['5']])
    expect(meanOfSteps(numbers, told(numbers, [1, 2, 5]))).not.toBe(3.5)
  })

  it('leaves every step that is told with others more than one count, whatever people say', () => {
    const roll = dice(99)
    let shown = 0
    for (let round = 0; round < 1500; round++) {
      const steps = [1, 2, 3, 4, 5].slice(0, 3 + roll(3))
      const numbers = steps.map((step): [number, number] => [step, roll(9)]).filter(([, count]) => count > 0)
      const ranges = told(numbers, steps)
      const mean = meanOfSteps(numbers, ranges)
      if (mean === null || ranges.length === 0) continue
      shown++
      const n = numbers.reduce((sum, [, count]) => sum + count, 0)
      // Every way in which the people could have answered, given what is told.
      const half = Number.isInteger(mean) ? 0.5 : 0.05
      const possible = steps.map(() => new Set<number>())
      const fill = (at: number, given: number[]) => {
        if (at === ranges.length) {
          const sum = given.reduce((total, count, index) => total + count * steps[index]!, 0)
          if (Math.abs(sum / n - mean) <= half + 1e-9)
            for (const [index, count] of given.entries()) possible[index]!.add(count)
          return
        }
        const members = ranges[at]!.values.map((value) => steps.indexOf(Number(value)))
        const spread = (index: number, left: number) => {
          if (index === members.length - 1) {
            given[members[index]!] = left
            fill(at + 1, given)
            return
          }
          for (let count = 0; count <= left; count++) {
            given[members[index]!] = count
            spread(index + 1, left - count)
          }
        }
        spread(0, ranges[at]!.count!)
      }
      fill(
        0,
        steps.map(() => 0),
      )
      for (const { values } of ranges.filter((range) => range.values.length > 1))
        for (const value of values) expect(possible[steps.indexOf(Number(value))]!.size).toBeGreaterThanOrEqual(2)
    }
    expect(shown).toBeGreaterThan(250)
  })

  it('has a median only where that does not cut the answers at a place that is not told', () => {
    const numbers = counts({ 1: 4, 2: 2, 3: 2, 4: 4 })
    expect(medianOf(numbers)).toBe(2.5)
    expect(medianOfSteps(numbers, told(numbers, [1, 2, 3, 4]))).toBe(2.5)
    const cut = counts({ 1: 5, 2: 1, 3: 1, 4: 5 })
    expect(medianOfSteps(cut, told(cut, [1, 2, 3, 4]))).toBeNull()
  })
})
