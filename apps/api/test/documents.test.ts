import { getNamedType, isObjectType } from 'graphql'
import type { Actor } from '../src/modules/access/actor.ts'
import { LIMITS } from '../src/platform/graphql-server.ts'
import { makeSchema } from '../src/schema.ts'
import { faultySchema } from './faulty-schema.ts'
import { aSite, aTokenOf, countResolved, expectRefused, post, send, sha256 } from './http-bench.ts'
import type { Site } from './http-bench.ts'
import { anActor, aWorld } from './world.ts'
import type { World } from './world.ts'

const VIEWER = 'query Viewer { viewer { id name can } }'
const STAFF = 'query Staff { staff { members { id name } } }'

let world: World
let site: Site
/** As in production: nobody can ask for the schema. */
let production: Site
/** A small schema of its own that nests without end. */
let faulty: Site
let coach: Actor
let token: string
let resolved: () => number
let resolvedFaulty: () => number

beforeAll(async () => {
  world = await aWorld()
  const schema = await makeSchema()
  resolved = countResolved(schema)
  site = await aSite(world, [VIEWER, STAFF], { schema })
  production = await aSite(world, [VIEWER], { schema, settings: { production: true } })
  const own = faultySchema()
  resolvedFaulty = countResolved(own)
  faulty = await aSite(world, [], { schema: own })
  coach = await anActor(world, 'coach')
  token = await aTokenOf(world, await anActor(world, 'partnerAdmin'))
}, 120_000)
afterAll(async () => {
  await Promise.all([site?.close(), production?.close(), faulty?.close()])
  await world?.close()
})

const withToken = () => ({ authorization: `Bearer ${token}` })
const ask = (query: string, where = site, headers: Record<string, string> = withToken()) =>
  post(where, { query }, headers)

describe('T31 Trusted documents only', () => {
  test('T31 Trusted documents only: a known hash is answered, also to visitors', async () => {
    const answer = await post(site, { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(VIEWER) } } })
    expect([answer.status, answer.json]).toEqual([200, { data: { viewer: null } }])
    resolved()
  })

  const hash = sha256(VIEWER)
  const persisted = (sha256Hash: unknown) => ({ persistedQuery: { version: 1, sha256Hash } })
  test.each<[string, unknown]>([
    ['an unknown hash', { extensions: persisted('0'.repeat(64)) }],
    ['a text', { query: VIEWER }],
    ['an edited text under a known hash', { query: VIEWER.replace('name', 'name email'), extensions: persisted(hash) }],
    ['the right text with its hash, as for registering it', { query: VIEWER, extensions: persisted(hash) }],
    ['an empty text with a known hash', { query: '', extensions: persisted(hash) }],
    ['null for a text', { query: null, extensions: persisted(hash) }],
    ['a name that every object has', { extensions: persisted('constructor') }],
    ['a prototype', { extensions: persisted('__proto__') }],
    ['a hash that is no text', { extensions: persisted([hash]) }],
    ['a text that would take long to read', { query: `{${'a{'.repeat(40_000)}` }],
    ['a text that is none', { query: '{{{{' }],
    ['nothing', {}],
    ['a list', [{ extensions: persisted(hash) }]],
    ['null', null],
    ['a number', 7],
  ])('T31 Trusted documents only: %s is refused before it is read', async (_what, body) => {
    const answer = await expectRefused(post(site, body), resolved)
    // The same words for all of them: nothing was parsed or validated.
    if (answer.json?.errors) expect(answer.json.errors[0].extensions.code).toBe('TRUSTED_DOCUMENTS_ONLY')
    else expect(answer.json.code ?? answer.json.error).toMatch(/^FST_ERR|INVALID|EMPTY/)
  })

  test('T31 Trusted documents only: neither GET nor registering nor a bad token opens another way', async () => {
    const query = encodeURIComponent(VIEWER)
    const extensions = encodeURIComponent(JSON.stringify(persisted(hash)))
    await expectRefused(send(site, `/graphql?query=${query}`), resolved)
    await expectRefused(send(site, `/graphql?extensions=${extensions}`), resolved)
    await expectRefused(
      send(site, `/graphql?query=${query}&extensions=${extensions}`, { headers: { 'apollo-require-preflight': 'x' } }),
      resolved,
    )
    for (const body of [{ extensions: persisted(hash) }, { query: VIEWER, extensions: persisted(hash) }]) {
      const answer = await expectRefused(post(site, body, withToken()), resolved, [200, 400])
      expect(answer.json.errors[0].extensions).toEqual({ code: 'PERSISTED_QUERY_NOT_SUPPORTED' })
    }
    const registered = STAFF.replace('id', '')
    await expectRefused(post(site, { query: registered, extensions: persisted(sha256(registered)) }), resolved)
    await expectRefused(post(site, { extensions: persisted(sha256(registered)) }), resolved)
  })

  test('T31 Trusted documents only: a token that does not work is refused before the text is read', async () => {
    const bad = [
      'vises_unknown',
      '',
      'x'.repeat(5000),
      await aTokenOf(world, coach, { expired: true }),
      await aTokenOf(world, coach, { revoked: true }),
    ]
    const answers: string[] = []
    for (const secret of bad) {
      const { status, text } = await expectRefused(
        ask(`{${'a{'.repeat(400)}`, site, { authorization: `Bearer ${secret}` }),
        resolved,
        [400, 401],
      )
      if (secret) answers.push(`${status} ${text}`)
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^401 .*UNAUTHENTICATED/)
  })
})

describe('T32 Introspection', () => {
  test.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Query") { name } }',
    '{ a: __schema { queryType { name } } }',
    '{ viewer { id } ...F } fragment F on Query { __schema { types { name } } }',
    '\ufeff# x\n{ __schema { types { name } } }',
  ])('T32 Introspection: production does not answer %s', async (query) => {
    const { text } = await expectRefused(ask(query, production), resolved)
    expect(text).not.toMatch(/types|Partner|cohort/)
    const viaGet = await send(production, `/graphql?query=${encodeURIComponent(query)}`, {
      headers: { ...withToken(), 'apollo-require-preflight': 'x' },
    })
    expect([viaGet.status, viaGet.json.data]).toEqual([400, undefined])
    resolved()
  })

  test('T32 Introspection: the name of a type in an answer is no introspection', async () => {
    expect((await ask('{ __typename viewer { __typename } }', production)).json.data).toEqual({
      __typename: 'Query',
      viewer: { __typename: 'Viewer' },
    })
    resolved()
  })
})

describe('T33 Schema leak by error text', () => {
  test.each([
    '{ viewr { id } }',
    '{ viewer { nam } }',
    '{ enterprise { id } }',
    '{ enterprise(id: 5.5) { id } }',
    '{ enterprise(id: "x", extra: 1) { id } }',
    '{ cohort(sort: NAMES) { nodes { id } } }',
    '{ cohort(filter: { plattform: "A" }) { nodes { id } } }',
    '{ viewer }',
    '{ viewer { id { x } } }',
    'mutation { createEnterprise(input: {}) { problem } }',
    'query ($x: EnterpriseInputs) { viewer { id } }',
    '{ ...F } fragment F on Viewers { id }',
    'query ($id: ID!) { enterprise(id: $id) { id } }',
    'mutation ($input: EnterpriseInput!) { createEnterprise(input: $input) { __typename } }',
    '{ viewer { id ',
    'query A { viewer { id } } query B { viewer { id } }',
  ])('T33 Schema leak by error text: %s gets one generic message', async (query) => {
    const { json } = await expectRefused(ask(query), resolved)
    expect(json.errors.length).toBeGreaterThan(0)
    for (const error of json.errors) {
      expect(Object.keys(error).sort()).toEqual(['extensions', 'message'])
      expect(error.message).toBe('The query cannot be taken: see the published schema and limits.')
      expect(Object.keys(error.extensions)).toEqual(['code'])
    }
  })

  test('T33 Schema leak by error text: neither do variables of the wrong shape', async () => {
    const query = 'mutation ($input: EnterpriseInput!) { createEnterprise(input: $input) { __typename } }'
    for (const input of [null, 5, { nam: 'x' }, { name: 'x', country: 'BE', partnerId: 'x' }, { name: { x: 1 } }]) {
      const { text } = await expectRefused(
        post(site, { query, variables: { input } }, withToken()),
        resolved,
        [200, 400],
      )
      expect(text).not.toMatch(/EnterpriseInput|country|partnerId|nam\b|String/)
    }
  })
})

describe('T34 Alias amplification', () => {
  test.each([16, 101, 400])(
    'T34 Alias amplification: %i aliases are refused, for queries and mutations',
    async (count) => {
      const times = (field: string) => Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ')
      await expectRefused(ask(`{ ${times('viewer { id }')} }`), resolved)
      await expectRefused(ask(`{ ${times('auditLog(first: 1) { pageInfo { hasNextPage } }')} }`), resolved)
      await expectRefused(ask(`mutation { ${times('revokeApiToken(tokenId: "x")')} }`), resolved)
      await expectRefused(ask(`{ viewer { id ...F } } fragment F on Viewer { ${times('name')} }`), resolved)
    },
  )

  test('T34 Alias amplification: fifteen are answered', async () => {
    const fields = Array.from({ length: LIMITS.aliases }, (_, n) => `a${n}: viewer { id }`).join(' ')
    expect((await ask(`{ ${fields} }`)).status).toBe(200)
    resolved()
  })
})

describe('T35 Array batching', () => {
  test.each([1, 2, 10, 1000])('T35 Array batching: %i operations in one request are refused', async (count) => {
    const batch = Array.from({ length: count }, () => ({ query: '{ viewer { id } }' }))
    await expectRefused(post(site, batch, withToken()), resolved)
    await expectRefused(post(site, [batch], withToken()), resolved)
    await expectRefused(post(site, batch), resolved)
  })
})

/** `a { a { ... } }` so many times, with a leaf. */
const nested = (depth: number, field = 'child') => `${`${field} { `.repeat(depth)}id${' }'.repeat(depth)}`

describe('T36 Depth and recursion', () => {
  test.each([
    ['a field inside itself, 12 times', `{ ${nested(12)} }`],
    ['a field inside itself, 18 times', `{ ${nested(18)} }`],
    ['a list inside itself, 12 times', `{ ${nested(12, 'children')} }`],
    ['parent and child in turns', `{ ${'child { parent { '.repeat(6)}id${' } }'.repeat(6)} }`],
    [
      'the same through a chain of fragments',
      `{ child { ...F0 } } ${Array.from({ length: 12 }, (_, n) => `fragment F${n} on Node { child { ${n < 11 ? `...F${n + 1}` : 'id'} } }`).join(' ')}`,
    ],
    ['the same through inline fragments', `{ ${'child { ... on Node { '.repeat(12)}id${' } }'.repeat(12)} }`],
    [
      'fragments that double each time',
      `{ child { ...F0 } } ${Array.from({ length: 12 }, (_, n) => `fragment F${n} on Node { a${n}: child { ${n < 11 ? `...F${n + 1}` : 'id'} } b${n}: child { ${n < 11 ? `...F${n + 1}` : 'id'} } }`).join(' ')}`,
    ],
    ['a fragment inside itself', '{ child { ...F } } fragment F on Node { id child { ...F } }'],
    [
      'two fragments inside each other',
      '{ child { ...F } } fragment F on Node { ...G } fragment G on Node { child { ...F } }',
    ],
  ])('T36 Depth and recursion: %s is refused without a call', async (_what, query) => {
    await expectRefused(ask(query, faulty), resolvedFaulty)
  })

  test('T36 Depth and recursion: in our own schema no type leads back to itself, so that no list multiplies', () => {
    const leadsBack = (name: string, path: string[]): string[] => {
      if (path.includes(name)) return [[...path, name].join(' > ')]
      const type = world.schema.getType(name)
      if (!isObjectType(type)) return []
      return Object.values(type.getFields()).flatMap((field) =>
        leadsBack(getNamedType(field.type).name, [...path, name]),
      )
    }
    expect(['Query', 'Mutation'].flatMap((root) => leadsBack(root, []))).toEqual([])
  })

  test('T36 Depth and recursion: what is within the limits is answered', async () => {
    const answer = await ask(`{ ${nested(5)} }`, faulty)
    expect([answer.status, resolvedFaulty()]).toEqual([200, 6])
  })
})

describe('T37 Validation bombs', () => {
  test.each([
    ['500 directives', `{ viewer { id ${'@include(if: true) '.repeat(500)} } }`],
    [
      '5,000 unused fragments',
      `{ viewer { id } } ${Array.from({ length: 5000 }, (_, n) => `fragment F${n} on Viewer { id }`).join(' ')}`,
    ],
    ['5,000 times the same field', `{ viewer { ${'id '.repeat(5000)} } }`],
    ['5,000 times __typename', `{ ${'__typename '.repeat(5000)} }`],
    [
      'a value nested 900 times',
      `{ cohort(filter: ${'['.repeat(900)}${']'.repeat(900)}) { pageInfo { hasNextPage } } }`,
    ],
  ])('T37 Validation bombs: %s are refused', async (_what, query) => {
    await expectRefused(ask(query), resolved, [400, 413])
  })

  test('T37 Validation bombs: the limit of tokens is where it is said to be', async () => {
    // The words of a list cost nothing but tokens; the use case refuses so many of them.
    const tokens = (count: number) =>
      `{ cohort(filter: { statuses: [${'"a" '.repeat(count - 20)}] }) { pageInfo { hasNextPage } } }`
    const within = await ask(tokens(LIMITS.tokens - 10))
    expect([within.json.errors[0].extensions.code, resolved() > 0]).toEqual(['BAD_INPUT', true])
    const { json } = await expectRefused(ask(tokens(LIMITS.tokens + 30)), resolved)
    expect(json.errors[0].extensions.code).toBe('GRAPHQL_PARSE_FAILED')
  })
})
