import { jest } from '@jest/globals'
import { auditServer } from 'graphql-http'
import { log } from '../src/platform/log.ts'
import { faultySchema } from './faulty-schema.ts'
import { aSite, aTokenOf, countResolved, post, send } from './http-bench.ts'
import type { Site } from './http-bench.ts'
import { anActor, aWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
let site: Site
/** A schema that fails in every way. */
let faulty: Site
let token: string
let resolved: () => number

beforeAll(async () => {
  world = await aWorld()
  resolved = countResolved(world.schema)
  site = await aSite(world, [])
  faulty = await aSite(world, [], { schema: faultySchema() })
  token = await aTokenOf(world, await anActor(world, 'partnerAdmin'))
}, 120_000)
afterAll(async () => {
  await Promise.all([site?.close(), faulty?.close()])
  await world?.close()
})

const withToken = () => ({ authorization: `Bearer ${token}` })
const ask = (query: string, where = site) => post(where, { query }, withToken())

describe('T40 HTTP conformance', () => {
  test('T40 HTTP conformance: no audit of graphql-http ends in an error', async () => {
    const results = await auditServer({
      url: `${faulty.url}/graphql`,
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...withToken() } }),
    })
    const errors = results
      .filter(({ status }) => status === 'error')
      .map((result) => `${result.name}: ${'reason' in result ? result.reason : ''}`)
    console.log(`T40: ${results.length} audits, ${results.filter(({ status }) => status === 'ok').length} ok`)
    expect(errors).toEqual([])
    expect(results.length).toBeGreaterThanOrEqual(60)
  }, 30_000)

  test('T40 HTTP conformance: a change by GET, PUT, HEAD or TRACE does not happen', async () => {
    const query = encodeURIComponent('mutation { revokeApiToken(tokenId: "x") }')
    const headers = { ...withToken(), 'apollo-require-preflight': 'x' }
    const get = await send(site, `/graphql?query=${query}`, { headers })
    expect([get.status, resolved()]).toEqual([405, 0])
    for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
      const answer = await send(site, `/graphql?query=${query}`, { method, headers })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
    }
    expect(resolved()).toBe(0)
  })
})

describe('T41 Error masking', () => {
  const CODES = ['UNAUTHENTICATED', 'NOT_FOUND', 'BAD_INPUT', 'CONFLICT', 'TOO_MUCH', 'TIMEOUT', 'INTERNAL']
  const SECRETS =
    /SELECT|INSERT|enterprise|membership|constraint|duplicate|relation|violates|column|syntax|stack|node_modules|\.ts\b|\/work|at \w+ \(|s3cret|127\.0\.0\.1/i

  test.each([
    'exception',
    'noError',
    'sqlError',
    'uniqueViolation',
    'foreignKeyViolation',
    'checkViolation',
    'rowSecurity',
    'timeout',
    'deadUnit',
    'lostConnection',
    'noSuchRow',
    'tooDeep',
  ])('T41 Error masking: %s', async (fault) => {
    const logged: { errorId?: string; err?: Error }[] = []
    const spy = jest
      .spyOn(log, 'error')
      .mockImplementation((entry: unknown) => void logged.push(entry as { errorId?: string }))
    try {
      const { status, text, json, headers } = await ask(`mutation { fail(with: "${fault}") }`, faulty)
      expect(status).toBe(200)
      const [error] = json.errors
      expect(CODES).toContain(error.extensions.code)
      expect(error.extensions.code).toBe(fault === 'timeout' ? 'TIMEOUT' : 'INTERNAL')
      expect(text).not.toMatch(SECRETS)
      expect([...headers.values()].join()).not.toMatch(SECRETS)
      if (error.extensions.code !== 'INTERNAL') return
      // Who reports the number of an error can be helped: the log has the rest.
      expect(error.extensions.errorId).toMatch(/^[0-9a-f]{12}$/)
      expect(logged.filter(({ errorId }) => errorId === error.extensions.errorId)).toHaveLength(1)
      expect(Object.keys(error.extensions).sort()).toEqual(['code', 'errorId'])
    } finally {
      spy.mockRestore()
    }
  })

  test('T41 Error masking: after a timeout the connection works and nothing is left running', async () => {
    const spy = jest.spyOn(log, 'error').mockImplementation(() => undefined)
    await ask('mutation { fail(with: "timeout") }', faulty)
    const { rows } = await world.root.query(
      `SELECT count(*)::int AS running FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND state = 'active' AND pid <> pg_backend_pid() AND datname = current_database()`,
    )
    expect(rows[0].running).toBe(0)
    expect((await ask('{ viewer { id } }')).status).toBe(200)
    spy.mockRestore()
  })

  test('T41 Error masking: a body that cannot be read says no more than that', async () => {
    for (const path of ['/graphql', '/api/auth/sign-in/email', '/api/exports/cohort.csv', '/api/nothing']) {
      const { status, text } = await send(site, path, {
        method: 'POST',
        body: '{"a":',
        headers: { 'content-type': 'application/json' },
      })
      expect(status).toBeLessThan(500)
      expect(text).not.toMatch(SECRETS)
    }
  })
})
