import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { aSite, aTokenOf, post, sha256 } from '../../test/http-bench.ts'
import type { Site } from '../../test/http-bench.ts'
import { anActor, aWorld, statementsOf } from '../../test/world.ts'
import type { World } from '../../test/world.ts'
import type { Context } from './context.ts'

let world: World
let site: Site

beforeAll(async () => {
  world = await aWorld()
  site = await aSite(world, [])
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const VIEWER = '{ viewer { name membership { role } } }'
const LOG = '{ auditLog(first: 1) { nodes { id } } }'
const ask = (token: string, query: string, variables: Record<string, unknown> = {}, where = site) =>
  post(where, { query, variables }, { authorization: `Bearer ${token}` })

/** An administrator whose token the server has seen before. */
async function aRememberedToken(where = site) {
  const actor = await anActor(world, 'partnerAdmin')
  const token = await aTokenOf(world, actor)
  expect((await ask(token, '{ __typename }', {}, where)).status).toBe(200)
  return { actor, token }
}

describe('a remembered token', () => {
  test.each([
    ['revoked', 'UPDATE api_token SET revoked_at = now() WHERE token_hash = $1'],
    ['expired', `UPDATE api_token SET expires_at = now() - interval '1 second' WHERE token_hash = $1`],
    [
      'of a person who was removed',
      'UPDATE membership SET ended_at = now() WHERE id = (SELECT membership_id FROM api_token WHERE token_hash = $1)',
    ],
  ])(
    'that was %s by another process is refused at the next request, for reading and for writing',
    async (_how, sql) => {
      for (const query of [
        VIEWER,
        LOG,
        '{ __typename }',
        'mutation { createApiToken(input: { name: "x" }) { secret } }',
      ]) {
        const { actor, token } = await aRememberedToken()
        await world.root.query(sql, [sha256(token)])
        const { status, json } = await ask(token, query)
        expect([query, status, json.errors[0].extensions.code]).toEqual([query, 401, 'UNAUTHENTICATED'])
        expect(json.data ?? undefined).toBeUndefined()
        const { rows } = await world.root.query('SELECT FROM api_token WHERE membership_id = $1', [actor.membershipId])
        expect(rows).toHaveLength(1)
      }
    },
  )

  test('of a person whose role was changed by another process is answered by the new role at the next request', async () => {
    const { actor, token } = await aRememberedToken()
    expect((await ask(token, LOG)).json.errors).toBeUndefined()
    await world.root.query(`UPDATE membership SET role = 'coach' WHERE id = $1`, [actor.membershipId])
    expect((await ask(token, LOG)).json.errors[0].extensions.code).toBe('NOT_FOUND')
    expect((await ask(token, VIEWER)).json.data.viewer.membership.role).toBe('coach')
  })

  test('is looked up by every request, and by few statements when many come at once', async () => {
    const { token } = await aRememberedToken()
    const isLookUp = (sql: string) => sql.includes('membership_of_token')
    const { statements: one } = await statementsOf(() => ask(token, VIEWER))
    expect(one.filter(isLookUp)).toHaveLength(1)
    const { statements: many } = await statementsOf(() =>
      Promise.all(Array.from({ length: 30 }, () => ask(token, LOG))),
    )
    // How many share one depends on the machine; were there one for each, there would be thirty.
    expect(many.filter(isLookUp).length).toBeLessThan(30)
  })

  test('lets a query write once it is certain who asks', async () => {
    const writers: string[] = []
    const write = (_source: unknown, _args: unknown, { tenant, actor }: Context) =>
      tenant.write(async (db) => {
        await db.rows('SELECT 1')
        writers.push(actor.role)
        return actor.role
      })
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { write: { type: GraphQLString, resolve: write } } }),
    })
    const writing = await aSite(world, [], { schema })
    try {
      const { actor, token } = await aRememberedToken(writing)
      expect((await ask(token, '{ write }', {}, writing)).json.data).toEqual({ write: 'partnerAdmin' })
      await world.root.query(`UPDATE membership SET role = 'coach' WHERE id = $1`, [actor.membershipId])
      expect((await ask(token, '{ write }', {}, writing)).json.data).toEqual({ write: 'coach' })
      await world.root.query('UPDATE api_token SET revoked_at = now() WHERE token_hash = $1', [sha256(token)])
      expect((await ask(token, '{ write }', {}, writing)).status).toBe(401)
      expect(writers).toEqual(['partnerAdmin', 'coach'])
    } finally {
      await writing.close()
    }
  })
})
