import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql'
import { aSite, aTokenOf, post, sha256 } from '../../test/http-bench.ts'
import { anActor, aWorld, statementsOf } from '../../test/world.ts'
import type { World } from '../../test/world.ts'
import type { Context } from './context.ts'
import { Deadline } from './deadline.ts'
import { newId } from './id.ts'
import { Reference, Tenant } from './tenant.ts'
import type { Db } from './tenant.ts'

let world: World

beforeAll(async () => {
  world = await aWorld()
}, 60_000)
afterAll(() => world?.close())

const binding = () => ({ partnerId: newId(), userId: newId(), enterpriseId: null })
const naps = async (db: Pick<Db, 'rows'>, ...seconds: number[]) => {
  for (const length of seconds) await db.rows('SELECT pg_sleep($1)', [length])
}

/** Many short statements, none of which is too long by itself. */
const MANY = Array.from({ length: 20 }, () => 0.2)

const isCutOff = (work: Promise<unknown>) => expect(work).rejects.toThrow(/statement timeout|too long/)

/** Nothing runs on in the database; a moment is left for the connection to say so. */
async function nothingRuns(): Promise<void> {
  for (let tries = 0; ; tries++) {
    const { rows } = await world.root.query(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep%'
         AND state = 'active' AND pid <> pg_backend_pid()`,
    )
    if (rows.length === 0 || tries === 10) return expect(rows).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test.each([
  [
    'reading units',
    (deadline: Deadline, lengths: number[]) =>
      new Tenant(world.services.app, binding(), { deadline }).read((db) => naps(db, ...lengths)),
  ],
  [
    'writing units',
    (deadline: Deadline, lengths: number[]) =>
      new Tenant(world.services.app, binding(), { deadline }).write((db) => naps(db, ...lengths)),
  ],
  [
    'reference reads',
    (deadline: Deadline, lengths: number[]) => naps(new Reference(world.services.app).within(deadline), ...lengths),
  ],
])('PostgreSQL cancels what runs at the deadline, however the time before was spent: %s', async (_what, work) => {
  for (const lengths of [[0.3, 4], MANY]) {
    await isCutOff(work(new Deadline(500), lengths))
    await nothingRuns()
  }
})

test('what is asked after the deadline does not reach the database, and what was written before it is gone', async () => {
  const bound = binding()
  await world.root.query(
    `INSERT INTO partner (id, code, programme_code, position, name, territory, kind, funding, joined_on)
     VALUES ($1, $2, 'vises', 999, 'Late', 'WA', 'federation', 'associated', '2016-01-01')`,
    [bound.partnerId, `late-${bound.partnerId.slice(-12)}`],
  )
  const tenant = new Tenant(world.services.app, bound, { deadline: new Deadline(200) })
  const { statements } = await statementsOf(() =>
    isCutOff(
      tenant.write(async (db) => {
        await db.rows(`INSERT INTO enterprise (partner_id, id, name, country) VALUES ($1, $2, 'Late', 'BE')`, [
          bound.partnerId,
          newId(),
        ])
        await new Promise((resolve) => setTimeout(resolve, 250))
        await db.rows('SELECT 1')
      }),
    ),
  )
  expect(statements).not.toContain('SELECT 1')
  const { rows } = await world.root.query('SELECT FROM enterprise WHERE partner_id = $1', [bound.partnerId])
  expect(rows).toHaveLength(0)
})

test('an operation, ad hoc or trusted, is answered after five seconds in all, and nothing runs on', async () => {
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType<unknown, Context>({
      name: 'Query',
      fields: {
        mine: {
          type: GraphQLString,
          resolve: (_source, _args, { tenant }) => tenant.read((db) => naps(db, 2, 2, 2, 2)),
        },
        known: { type: GraphQLString, resolve: (_source, _args, { reference }) => naps(reference, 2, 2, 2, 2) },
      },
    }),
  })
  const site = await aSite(world, ['{ known }'], { schema })
  const authorization = `Bearer ${await aTokenOf(world, await anActor(world, 'coach'))}`
  const answers = await Promise.all([
    post(site, { query: '{ mine }' }, { authorization }),
    post(
      site,
      { extensions: { persistedQuery: { version: 1, sha256Hash: sha256('{ known }') } } },
      { origin: site.origin },
    ),
  ])
  expect(answers.map(({ json }) => json.errors[0])).toEqual([
    { message: 'It took too long.', path: ['mine'], extensions: { code: 'TIMEOUT' } },
    { message: 'It took too long.', path: ['known'], extensions: { code: 'TIMEOUT' } },
  ])
  await nothingRuns()
  await site.close()
})
