import { FloodGate } from './flood.ts'

const aGate = (behindProxy = false) => {
  const clock = { now: 1_000_000 }
  return { clock, gate: new FloodGate({ behindProxy, now: () => clock.now }) }
}
const times = (count: number, judge: () => { wait?: number; flag?: boolean }) => Array.from({ length: count }, judge)
const passed = (verdicts: { wait?: number }[]) => verdicts.filter(({ wait }) => !wait).length
const PUBLIC = '81.240.12.7'

describe('T65 Ballot stuffing: limits of the public page', () => {
  test('forty people behind one address all get through at once', () => {
    const { gate } = aGate()
    expect(passed(times(40, () => gate.judge('submit', 'link', PUBLIC)))).toBe(40)
  })

  test('fifty answers from one device are slowed down and flagged', () => {
    const { gate } = aGate()
    const verdicts = times(50, () => gate.judge('submit', 'link', PUBLIC))
    expect(passed(verdicts)).toBe(45)
    expect(verdicts.at(-1)).toEqual({ wait: 2, flag: true })
  })

  test('who was slowed down gets through after the wait', () => {
    const { gate, clock } = aGate()
    const { wait } = times(60, () => gate.judge('submit', 'link', PUBLIC)).at(-1)!
    clock.now += wait! * 1000
    expect(gate.judge('submit', 'link', PUBLIC).wait).toBeUndefined()
  })

  test('another link and another address are not slowed down with it', () => {
    const { gate } = aGate()
    times(100, () => gate.judge('submit', 'link', PUBLIC))
    expect(gate.judge('submit', 'other link', PUBLIC)).toEqual({})
    expect(gate.judge('submit', 'link', '81.240.12.8')).toEqual({})
  })

  test('all addresses of one household with IPv6 count as one', () => {
    const { gate } = aGate()
    const verdicts = Array.from({ length: 60 }, (_, n) =>
      gate.judge('submit', 'link', `2a02:a03f:1:2::${n.toString(16)}`),
    )
    expect(passed(verdicts)).toBe(45)
  })
})

describe('T68 Bot flood: honest people come first', () => {
  test('in a flood from a thousand addresses, who answers for the first time gets through', () => {
    const { gate, clock } = aGate()
    let bots = 0
    let honest = 0
    for (let second = 0; second < 100; second++) {
      for (let n = 0; n < 500; n++) {
        const bot = (second * 500 + n) % 1000
        if (!gate.judge('submit', 'link', `185.10.${bot >> 8}.${bot % 256}`).wait) bots++
        clock.now += 2
      }
      if (!gate.judge('submit', 'link', `91.1.${second >> 8}.${second % 256}`).wait) honest++
    }
    expect(honest).toBeGreaterThanOrEqual(95)
    // 50,000 came; each address got its first few, and then one a minute.
    expect(bots).toBeLessThan(6500)
  })

  test('the memory it takes is bounded', () => {
    const { gate } = aGate()
    for (let n = 0; n < 200_000; n++) gate.judge('submit', 'link', `${1 + (n >> 16)}.2.${(n >> 8) & 255}.${n & 255}`)
    const buckets = (gate as any).buckets
    expect(buckets.young.size + buckets.old.size).toBeLessThanOrEqual(50_001)
  })
})

describe('addresses that tell nobody apart', () => {
  test.each(['127.0.0.1', '::1', '10.1.2.3', '::ffff:192.168.1.9', '172.18.0.2'])(
    'behind a proxy that was not announced (%s) everybody shares the wide limit of the link',
    (address) => {
      const { gate } = aGate()
      expect(passed(times(500, () => gate.judge('submit', 'link', address)))).toBe(500)
      expect(passed(times(2000, () => gate.judge('submit', 'link', address)))).toBe(500)
    },
  )

  test('behind an announced proxy such an address is a client like any other', () => {
    const { gate } = aGate(true)
    expect(passed(times(60, () => gate.judge('submit', 'link', '10.1.2.3')))).toBe(45)
  })
})

test('T62 Link guessing: who tries many tokens is slowed down, and soon not even looked up', () => {
  const { gate, clock } = aGate()
  expect(times(100, () => ({ wait: gate.guessed(PUBLIC) ? 1 : 0 })).filter(({ wait }) => wait).length).toBe(40)
  expect([gate.guessesTooMuch(PUBLIC), gate.guessesTooMuch('81.240.12.8')]).toEqual([true, false])
  clock.now += 60_000
  expect(gate.guessesTooMuch(PUBLIC)).toBe(false)
})

test('T66 Nothing identifying stored: the limits hold no address in clear', () => {
  const { gate } = aGate()
  gate.judge('submit', 'link', PUBLIC)
  gate.guessed(PUBLIC)
  const names = [...(gate as any).buckets.young.keys()].join(' ')
  expect(names).toContain('submit ')
  expect(names).not.toContain('81.240')
})
