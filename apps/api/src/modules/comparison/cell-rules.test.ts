import { CELL_RULES, isShowable, judgeCell } from './cell-rules.ts'

const group = (...counts: number[]) => new Map(counts.map((count, index) => [`p${index}`, count]))

describe('a cell of the comparison', () => {
  it.each([
    ['empty', [], null, []],
    ['four enterprises', [2, 2], null, []],
    ['five of one partner', [5], null, []],
    ['five, one partner above half', [3, 2], null, []],
    ['six, half and half: each would be left with one partner', [3, 3], 6, ['p0', 'p1']],
    ['five of five partners: four would be left to each', [1, 1, 1, 1, 1], 5, ['p0', 'p1', 'p2', 'p3', 'p4']],
    ['six of six partners: five are left to each', [1, 1, 1, 1, 1, 1], 6, []],
    ['eight: the largest would leave one above half', [3, 3, 2], 8, ['p0', 'p1']],
    ['nine in three equal parts', [3, 3, 3], 9, []],
    ['a partner with nothing in it is not concerned', [3, 3, 3, 0], 9, []],
    ['a partner just above half', [6, 3, 2], null, []],
    ['a partner at exactly half', [6, 3, 3], 12, ['p1', 'p2']],
  ])('%s', (_name, counts, value, hiddenFor) => {
    expect(judgeCell(group(...counts))).toEqual({ value, hiddenFor })
  })

  it('looks the same when it is empty and when it is suppressed', () => {
    expect(judgeCell(group())).toEqual(judgeCell(group(4)))
  })
})

describe('whatever the cell', () => {
  // A small generator with a fixed seed: the same 20,000 cells each time.
  let state = 20_181_215
  const roll = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const cells = Array.from({ length: 20_000 }, () => group(...Array.from({ length: roll(7) }, () => roll(6))))
  const total = (contributors: Map<string, number>) => [...contributors.values()].reduce((sum, count) => sum + count, 0)
  const without = (contributors: Map<string, number>, partner: string) =>
    new Map([...contributors].filter(([other]) => other !== partner))
  const breaksARule = (contributors: Map<string, number>) => {
    const counts = [...contributors.values()].filter((count) => count > 0)
    const sum = total(contributors)
    return (
      sum < CELL_RULES.minEnterprises ||
      counts.length < CELL_RULES.minPartners ||
      counts.some((count) => count / sum > CELL_RULES.maxPartnerShare)
    )
  }

  it('is never shown below the thresholds, and always counts right', () => {
    for (const contributors of cells) {
      const { value } = judgeCell(contributors)
      expect([value, value === null]).toEqual([
        breaksARule(contributors) ? null : total(contributors),
        breaksARule(contributors),
      ])
    }
  })

  it('is hidden from exactly those who could subtract their own and find too few', () => {
    let hidden = 0
    for (const contributors of cells) {
      const { value, hiddenFor } = judgeCell(contributors)
      const expected =
        value === null
          ? []
          : [...contributors.keys()].filter(
              (partner) => contributors.get(partner)! > 0 && breaksARule(without(contributors, partner)),
            )
      expect(hiddenFor).toEqual(expected.toSorted())
      hidden += hiddenFor.length
    }
    // The cells must hold both cases, or this test would prove nothing.
    expect(hidden).toBeGreaterThan(1000)
    expect(cells.filter((contributors) => isShowable(contributors)).length).toBeGreaterThan(1000)
  })
})
