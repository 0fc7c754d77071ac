import { gzipSync } from 'node:zlib'
import { ROLES } from '../src/modules/access/rules.ts'
import { newId } from '../src/platform/id.ts'
import { makeSchema } from '../src/schema.ts'
import { askCell, fillerOf, outcomeOf } from './asking.ts'
import { callsOf, expected } from './calls.ts'
import { aCast } from './casting.ts'
import type { Cast } from './casting.ts'
import { aSite, aTokenOf, countResolved, expectRefused, post, send } from './http-bench.ts'
import type { Site } from './http-bench.ts'
import { slotsOf, takesId } from './operations.ts'
import { rolledBack } from './rolled-back.ts'
import type { RolledBack } from './rolled-back.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
let cast: Cast
let site: Site
let token: string
let resolved: () => number
let fenced: RolledBack

beforeAll(async () => {
  world = await aWorld()
  cast = await aCast(world)
  fenced = await rolledBack(world.urls.app)
  const schema = await makeSchema()
  resolved = countResolved(schema)
  site = await aSite(world, [], { schema })
  token = await aTokenOf(world, cast.actors.partnerAdmin)
}, 120_000)
afterAll(async () => {
  await fenced?.close()
  await site?.close()
  await world?.close()
})

const withToken = () => ({ authorization: `Bearer ${token}` })

describe('T38 Size, JSON and charset bombs', () => {
  const big = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]))
  const bodies: [string, string | Uint8Array<ArrayBuffer>, Record<string, string>][] = [
    ['30,000 tokens', JSON.stringify({ query: `{ viewer { ${'id '.repeat(30_000)} } }` }), {}],
    ['a query over 100 kB', JSON.stringify({ query: `{ viewer { id } } # ${'x'.repeat(120_000)}` }), {}],
    ['2 MB of variables', JSON.stringify({ query: '{ viewer { id } }', variables: { x: 'x'.repeat(2_000_000) } }), {}],
    ['JSON 40,000 deep', `{"query":"{ viewer { id } }","variables":${'['.repeat(40_000)}${']'.repeat(40_000)}}`, {}],
    ['100,000 keys', JSON.stringify({ query: '{ viewer { id } }', variables: big(100_000) }), {}],
    ['the same key twice, once wrong', '{"query":"{ viewer { id } }","query":"{ nothing }"}', {}],
    ['a prototype in JSON', '{"query":"{ nothing }","__proto__":{"polluted":true}}', {}],
    ['a constructor in JSON', '{"query":"{ nothing }","constructor":{"prototype":{"polluted":true}}}', {}],
    ['half a JSON', '{"query":"{ viewer { id } }"', {}],
    ['no JSON', 'query=%7Bviewer%7Bid%7D%7D', {}],
    ['an empty body', '', {}],
    [
      'a compressed bomb',
      new Uint8Array(gzipSync(JSON.stringify({ query: '{ viewer { id } }', variables: { x: 'x'.repeat(5_000_000) } }))),
      { 'content-encoding': 'gzip' },
    ],
    ['UTF-7', JSON.stringify({ query: '{ viewer { id } }' }), { 'content-type': 'application/json; charset=utf-7' }],
    [
      'UTF-16',
      new Uint8Array(Buffer.from(JSON.stringify({ query: '{ viewer { id } }' }), 'utf16le')),
      { 'content-type': 'application/json; charset="utf-16"' },
    ],
    [
      'UTF-16 that calls itself UTF-8',
      new Uint8Array(Buffer.from(JSON.stringify({ query: '{ viewer { id } }' }), 'utf16le')),
      {},
    ],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), {}],
    ['a wrong type of content', JSON.stringify({ query: '{ viewer { id } }' }), { 'content-type': 'text/plain' }],
    ['variables that are no object', JSON.stringify({ query: '{ viewer { id } }', variables: 'x' }), {}],
    ['a query that is no text', JSON.stringify({ query: { a: 1 } }), {}],
    [
      'a name of an operation that is no text',
      JSON.stringify({ query: '{ viewer { id } }', operationName: { a: 1 } }),
      {},
    ],
  ]
  test.each(bodies)('T38 Size, JSON and charset bombs: %s', async (_what, body, headers) => {
    for (const more of [withToken(), {}]) {
      const request = send(site, '/graphql', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers, ...more },
      })
      await expectRefused(request, resolved, [400, 413, 415])
    }
    expect(({} as any).polluted).toBeUndefined()
  })

  test('T38 Size, JSON and charset bombs: a number beyond all numbers is no whole number', async () => {
    const body = `{"query":"query ($n: Int!) { cohort(first: $n) { pageInfo { hasNextPage } } }","variables":{"n":1e400}}`
    await expectRefused(post(site, body, withToken()), resolved, [200, 400])
  })
})

describe('T39 Argument cost', () => {
  test('T39 Argument cost: every list takes pages of 1 to 100', async () => {
    const paged = callsOf(cast).filter((call) => slotsOf(call).some(({ name }) => name === 'first'))
    expect(paged.length).toBeGreaterThanOrEqual(9)
    for (const call of paged) {
      const role = ROLES.find((one) => expected(call, one, 'own') === 'allowed')!
      for (const first of [100_000_000, 101, 0, -1, -2_147_483_648]) {
        const answer = await askCell(cast, world.services.app, role, call, fillerOf(cast, call, role, 'own', { first }))
        expect([call.name, first, outcomeOf(answer)]).toEqual([call.name, first, expect.stringMatching(/^BAD_/)])
      }
      for (const after of [
        'x',
        'W10',
        Buffer.from('["x","y"]').toString('base64url'),
        Buffer.from('[{"a":1},null,2]').toString('base64url'),
        'y'.repeat(700),
      ]) {
        const answer = await askCell(cast, world.services.app, role, call, fillerOf(cast, call, role, 'own', { after }))
        expect([call.name, after.slice(0, 30), outcomeOf(answer)]).toEqual([
          call.name,
          after.slice(0, 30),
          expect.stringMatching(/^BAD_/),
        ])
      }
    }
  })

  test('T39 Argument cost: a list of 10,000 is refused wherever a list is taken', async () => {
    const wrong: string[] = []
    let tried = 0
    for (const call of callsOf(cast)) {
      const role = ROLES.find((one) => expected(call, one, 'own') === 'allowed')
      for (const slot of slotsOf(call).filter(({ list }) => list)) {
        tried++
        const own = fillerOf(cast, call, role!, 'own')(slot)
        const item = own ?? (/Int/.test(String(slot.type)) ? 1 : 'BE1')
        const items = Array.from({ length: 10_000 }, (_, n) =>
          takesId(slot) ? newId() : typeof item === 'string' ? `${item}${n}` : item,
        )
        const answer = await askCell(
          cast,
          world.services.app,
          role!,
          call,
          fillerOf(cast, call, role!, 'own', { [slot.path]: items }),
        )
        if (!/^BAD_/.test(outcomeOf(answer))) wrong.push(`${call.name} ${slot.path}: ${outcomeOf(answer)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThanOrEqual(6)
  })

  test('T39 Argument cost: a number of cards or rows that is too large is refused', async () => {
    for (const call of callsOf(cast)) {
      const role = ROLES.find((one) => expected(call, one, 'own') === 'allowed')
      for (const slot of slotsOf(call).filter(
        ({ name, type }) => /Int/.test(String(type)) && /cards|limit|count|first|take/.test(name),
      )) {
        const answer = await askCell(
          cast,
          world.services.app,
          role!,
          call,
          fillerOf(cast, call, role!, 'own', { [slot.path]: 2_000_000_000 }),
        )
        expect([call.name, slot.path, outcomeOf(answer)]).toEqual([
          call.name,
          slot.path,
          expect.stringMatching(/^BAD_/),
        ])
      }
    }
  })
})

describe('T55 Unicode and logs', () => {
  test('T55 Unicode and logs: no text, in whatever place, makes the server fail', async () => {
    const wrong: string[] = []
    let tried = 0
    for (const call of callsOf(cast)) {
      const role = ROLES.find((one) => expected(call, one, 'own') === 'allowed')
      if (!role) continue
      for (const slot of slotsOf(call).filter(({ type }) => /String|JsonValue|Day|DateTime/.test(String(type)))) {
        for (const text of UNICODE) {
          tried++
          const value = slot.list ? [text] : text
          const outcome = await fenced.attempt(async () =>
            outcomeOf(
              await askCell(cast, fenced.app, role, call, fillerOf(cast, call, role, 'own', { [slot.path]: value })),
            ),
          )
          if (/^INTERNAL/.test(outcome))
            wrong.push(`${call.name} ${slot.path} = ${JSON.stringify(text).slice(0, 30)}: ${outcome}`)
        }
      }
    }
    console.log(`T55: ${tried} calls`)
    expect(wrong).toEqual([])
  }, 120_000)

  test('T55 Unicode and logs: a NUL is refused as a bad input, also inside lists and objects', async () => {
    const query = 'mutation ($input: EnterpriseInput!) { createEnterprise(input: $input) { __typename } }'
    const { json } = await post(site, { query, variables: { input: { name: 'a\u0000b', country: 'BE' } } }, withToken())
    expect(json.errors[0].extensions).toEqual({
      code: 'BAD_INPUT',
      problems: [{ field: 'name', code: 'unreadableText' }],
    })
    resolved()
  })
})

/** Texts that make databases, parsers, spreadsheets and logs stumble. */
const UNICODE = [
  'a\u0000b',
  '\ud800',
  `\u202egnp.exe a\r\nSet-Cookie: x=1 \u001b[31mred \uffff ' OR 1=1 -- "; DROP TABLE answer; -- %_\\ $1 {{7*7}} 😀`,
  '😀'.repeat(300),
  '',
  '2026-02-30',
  '0000-01-01',
  '9999999-01-01',
  '+275760-09-13T00:00:00.000Z',
]
