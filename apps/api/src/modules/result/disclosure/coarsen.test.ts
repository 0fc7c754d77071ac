import { coarsenTable, coarsenTotals } from './coarsen-table.ts'
import { coarsenChoices, coarsenSeveral, coarsenSteps, FEWEST } from './coarsen.ts'
import type { Told } from './coarsen.ts'
import { followsFrom } from './linear-audit.ts'

const named = (...counts: number[]) => counts.map((count, index) => ({ value: 'abcdefghij'[index]!, count }))
const shown = (told: Told[]) =>
  told.map(
    ({ values, count, largest, atLeast }) => `${values.join('')}=${count}${largest ? ` ${largest}>=${atLeast}` : ''}`,
  )

describe('choices that exclude one another', () => {
  it.each([
    ['four answers', [3, 1], []],
    ['all of them five or more', [29, 13, 5], ['a=29', 'b=13', 'c=5']],
    ['one small choice takes the smallest of the others along', [29, 13, 4], ['a=29', 'bc=17 b>=13']],
    ['a choice that nobody took looks the same', [29, 13, 0], ['a=29', 'bc=13 b>=9']],
    ['small choices that make five stand for themselves', [29, 4, 2], ['a=29', 'bc=6']],
    ['small choices that make four do not', [29, 13, 2, 2], ['a=29', 'bcd=17 b>=13']],
    ['nearly everybody says yes', [38, 3], ['ab=41 a>=37']],
    ['everybody says yes', [41, 0], ['ab=41 a>=37']],
    ['of two that are alike, neither is told', [8, 8, 3], ['abc=19']],
    ['two fours could be read off a sum of eight', [20, 4, 4], ['abc=28']],
    ['only small choices', [4, 4, 3], ['abc=11']],
    ['five answers', [5, 0], ['ab=5']],
    ['one choice alone', [7], ['a=7']],
  ])('%s', (_name, counts, expected) => {
    expect(shown(coarsenChoices(named(...counts)))).toEqual(expected)
  })
})

describe('steps', () => {
  it.each([
    ['agreement of forty-one people', [2, 3, 3, 15, 18], ['abc=8', 'd=15', 'e=18']],
    ['as many ranges as there can be', [2, 4, 4, 1, 6, 3], ['ab=6', 'cd=5', 'ef=9']],
    ['a step that nobody took joins a neighbour', [9, 0, 7], ['ab=9', 'c=7']],
    ['nearly everybody the same', [0, 1, 2, 0, 38], ['abcde=41 e>=37']],
    ['nine answers make one range', [2, 2, 2, 2, 1], ['abcde=9']],
    ['four answers', [1, 1, 1, 1, 0], []],
  ])('%s', (_name, counts, expected) => {
    expect(shown(coarsenSteps(named(...counts)))).toEqual(expected)
  })
})

test('of several choices per person each stands beside those who did not take it', () => {
  expect(shown(coarsenSeveral(named(27, 4, 0, 38, 41), 41))).toEqual([
    'a=27',
    'b=null',
    'c=null',
    'd=null d>=37',
    'e=null e>=37',
  ])
  expect(shown(coarsenSeveral(named(4, 4), 4))).toEqual([])
  expect(shown(coarsenSeveral(named(6, 3), 7))).toEqual(['a=null', 'b=null'])
})

/** All tables of so many cells whose sum is not more than a limit. */
function* tables(cells: number, limit: number): Generator<number[]> {
  if (cells === 0) return yield []
  for (let first = 0; first <= limit; first++)
    for (const rest of tables(cells - 1, limit - first)) yield [first, ...rest]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/**
 * The strongest reader there is: knows these rules, and every table there could be. Whatever is told, each cell below five
 * must be able to be several numbers.
 */
function expectNothingFollows(cells: number, limit: number, tell: (table: number[]) => unknown): number {
  const possible = new Map<string, { small: Set<number>; seen: Set<number>[] }>()
  for (const table of tables(cells, limit)) {
    if (sum(table) < FEWEST) continue
    const told = JSON.stringify([sum(table), tell(table)])
    let known = possible.get(told)
    if (!known) possible.set(told, (known = { small: new Set(), seen: table.map(() => new Set<number>()) }))
    for (const [index, count] of table.entries()) {
      known.seen[index]!.add(count)
      if (count < FEWEST) known.small.add(index)
    }
  }
  let checked = 0
  for (const [told, { small, seen }] of possible) {
    for (const index of small) {
      checked++
      if (seen[index]!.size < 2) throw new Error(`cell ${index} can only be ${[...seen[index]!]}: ${told}`)
    }
  }
  return checked
}

describe('who knows the rules and every table there could be', () => {
  it.each([
    ['two choices', 2, 40],
    ['three choices', 3, 30],
    ['four choices', 4, 20],
    ['five choices', 5, 14],
  ])('cannot tell a small count among %s or steps', (_name, cells, limit) => {
    expect(expectNothingFollows(cells, limit, (table) => coarsenChoices(named(...table)))).toBeGreaterThan(30)
    expect(expectNothingFollows(cells, limit, (table) => coarsenSteps(named(...table)))).toBeGreaterThan(30)
  })

  it('cannot tell how many did not take one of several choices', () => {
    expect(expectNothingFollows(2, 40, ([given, not]) => coarsenSeveral(named(given!), given! + not!))).toBeGreaterThan(
      30,
    )
  })

  it('cannot tell a small cell of two choices by two groups, with all totals that are told', () => {
    const checked = expectNothingFollows(4, 25, ([a, b, c, d]) => {
      const totals = [a! + b!, c! + d!]
      const groups = [a! + c!, b! + d!]
      const told = coarsenChoices(named(...totals))
      const sizes = coarsenChoices(named(...groups))
      const closed = new Set(
        sizes.flatMap(({ values }) => (values.length > 1 ? values.map((value) => 'ab'.indexOf(value)) : [])),
      )
      const rows = told.map(({ values }) =>
        [0, 1].map((group) => sum(values.map((value) => (value === 'a' ? [a!, b!] : [c!, d!])[group]!))),
      )
      const table = rows.length > 1 ? coarsenTable(rows, closed, false) : undefined
      const cells = table?.open.map((group) => table.rows.map((row) => sum(row.map((index) => rows[index]![group]!))))
      const rest = table?.rows.map((row) =>
        sum(row.flatMap((index) => table.rest.map((group) => rows[index]![group]!))),
      )
      const numbers = coarsenTotals(groups, closed)
      return [told, sizes, table, cells, rest, numbers?.open.map((group) => groups[group])]
    })
    expect(checked).toBeGreaterThan(1000)
  })
})

describe('a table of values by groups', () => {
  it.each([
    [
      'all cells large enough',
      [
        [18, 6],
        [11, 11],
      ],
      [],
      { rows: [[0], [1]], open: [0, 1], rest: [] },
    ],
    [
      'a small cell closes its group, and with it the next smallest',
      [
        [18, 9, 2],
        [11, 8, 9],
      ],
      [],
      { rows: [[0], [1]], open: [0], rest: [1, 2] },
    ],
    [
      'rows are told together when that opens more groups',
      [
        [9, 8, 7],
        [6, 2, 1],
        [7, 6, 9],
      ],
      [],
      { rows: [[0], [1, 2]], open: [0, 1, 2], rest: [] },
    ],
    [
      'a group that is too small everywhere stays closed',
      [
        [18, 9, 7],
        [11, 8, 6],
      ],
      [2],
      { rows: [[0], [1]], open: [0, 1], rest: [2] },
    ],
  ])('%s', (_name, counts, closed, expected) => {
    expect(coarsenTable(counts, new Set(closed), true)).toEqual(expected)
  })

  it('is not told at all when nothing can be', () => {
    const counts = [
      [9, 1],
      [2, 9],
    ]
    expect(coarsenTable(counts, new Set(), false)).toBeUndefined()
  })
})

describe('whatever the table', () => {
  const TABLES = Number(process.env['DISCLOSURE_TABLES'] ?? 300)
  let state = 20_181_215
  const roll = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }

  it('no sum of fewer than five follows by adding and subtracting what is told of random tables', () => {
    let audited = 0
    let open = 0
    for (let round = 0; round < TABLES; round++) {
      const [height, width] = [2 + roll(5), 2 + roll(4)]
      const largest = [6, 12, 40][roll(3)]!
      const cells = Array.from({ length: height }, () => Array.from({ length: width }, () => roll(largest)))
      const totals = cells.map(sum)
      const groups = cells[0]!.map((_, group) => sum(cells.map((row) => row[group]!)))
      if (sum(totals) < FEWEST) continue
      const ordered = roll(2) === 1
      const told = (ordered ? coarsenSteps : coarsenChoices)(named(...totals))
      const sizes = coarsenChoices(named(...groups))
      const indexOf = (value: string) => 'abcdefghij'.indexOf(value)
      const closed = new Set(sizes.flatMap(({ values }) => (values.length > 1 ? values.map(indexOf) : [])))
      const atoms = told.map(({ values }) => values.map(indexOf))
      const counts = atoms.map((atom) => groups.map((_, group) => sum(atom.map((row) => cells[row]![group]!))))
      const table = coarsenTable(counts, closed, ordered)
      const numbers = coarsenTotals(groups, closed)
      const all = groups.map((_, group) => group)
      const everyRow = totals.map((_, row) => row)
      /** A sum over some cells, as a row of coefficients. */
      const over = (rows: number[], columns: number[]) =>
        cells.flatMap((row, at) => row.map((_, group) => (rows.includes(at) && columns.includes(group) ? 1 : 0)))
      const published = [
        over(everyRow, all),
        ...atoms.map((atom) => over(atom, all)),
        ...sizes.map(({ values }) => over(everyRow, values.map(indexOf))),
        ...(numbers?.open ?? []).map((group) => over(everyRow, [group])),
        ...(table
          ? [...table.open.map((group) => [group]), ...(table.rest.length > 0 ? [table.rest] : [])].flatMap((columns) =>
              table.rows.map((row) =>
                over(
                  row.flatMap((index) => atoms[index]!),
                  columns,
                ),
              ),
            )
          : []),
      ]
      open += table?.open.length ?? 0
      const valueOf = (row: number[]) => sum(row.map((coefficient, index) => coefficient * cells.flat()[index]!))
      for (const row of published) if (valueOf(row) < FEWEST) throw new Error(`told: ${valueOf(row)}`)
      // Single cells, parts of rows and columns, and differences of what is told.
      const candidates = [
        ...cells.flatMap((row, at) => row.map((_, group) => over([at], [group]))),
        ...everyRow.map((row) => over([row], all)),
        ...all.map((group) => over(everyRow, [group])),
        ...atoms.flatMap((atom) => all.map((group) => over(atom, [group]))),
        ...published.flatMap((one) => published.map((other) => one.map((coefficient, at) => coefficient - other[at]!))),
      ].filter((row) => row.every((coefficient) => coefficient >= 0) && row.some(Boolean))
      const follows = followsFrom(published)
      for (const row of candidates) {
        if (valueOf(row) >= FEWEST) continue
        audited++
        if (follows(row)) throw new Error(`derived ${valueOf(row)} of ${JSON.stringify(cells)}: ${row}`)
      }
    }
    expect(audited).toBeGreaterThan(3 * TABLES)
    // Tables that tell nothing would pass as well.
    expect(open).toBeGreaterThan(TABLES / 2)
  })

  it('finds what follows', () => {
    expect(
      followsFrom([
        [1, 1, 1],
        [1, 0, 0],
        [0, 1, 0],
      ])([0, 0, 1]),
    ).toBe(true)
    expect(
      followsFrom([
        [1, 1, 1],
        [1, 0, 0],
      ])([0, 0, 1]),
    ).toBe(false)
    expect(
      followsFrom([
        [1, 1, 0],
        [0, 1, 1],
        [1, 0, 1],
      ])([1, 0, 0]),
    ).toBe(true)
    expect(
      followsFrom([
        [0, 1, 1],
        [1, 1, 0],
      ])([1, 0, -1]),
    ).toBe(true)
  })
})
