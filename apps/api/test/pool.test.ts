import pg from 'pg'
import { openAppDataSource, tellLosses } from '../src/platform/database.ts'
import { newId } from '../src/platform/id.ts'
import { Tenant } from '../src/platform/tenant.ts'
import type { Db } from '../src/platform/tenant.ts'
import { canariesOf, plantPartner, readCatalogue } from './planted-rows.ts'
import type { PlantedPartner } from './planted-rows.ts'
import { anActor, aPartner, ask, aWorld, contextFor, must } from './world.ts'
import type { World } from './world.ts'

let world: World
let a: PlantedPartner
let b: PlantedPartner

beforeAll(async () => {
  world = await aWorld()
  const catalogue = await readCatalogue(world.root)
  a = await plantPartner(world.root, catalogue, (await aPartner(world)).id, 'A')
  b = await plantPartner(world.root, catalogue, (await aPartner(world)).id, 'B')
})
afterAll(() => world?.close())

describe('T9 Pool bleed', () => {
  test('T9 Pool bleed: 2,000 interleaved units of two partners on one connection, with every kind of failure', async () => {
    const app = await openAppDataSource(world.urls.app, 1)
    const settings = watchCheckouts(app)
    const users = [newId(), newId()]
    const ids = ['partner_id', 'enterprise_id', 'user_id']
    const seen = { whole: 0, refused: 0 }
    const unit = async (index: number) => {
      const [mine, other] = index % 2 ? [b, a] : [a, b]
      const enterprise = index % 3 === 0 ? mine.enterprises[0] : undefined
      const tenant = new Tenant(app, {
        partnerId: mine.id,
        userId: users[index % 2]!,
        enterpriseId: enterprise?.id ?? null,
      })
      const look = async (db: Db) => {
        const rows = await db.rows<{ text: string; now: string[] }>(
          `SELECT to_jsonb(e)::text AS text, ARRAY[${ids.map((id) => `current_setting('app.${id}')`)}] AS now FROM enterprise e`,
        )
        if (rows.length !== (enterprise ? 1 : 2)) throw new Error(`saw ${rows.length} enterprises`)
        const text = rows.map((row) => row.text).join()
        if (canariesOf(other.tag, text).length) throw new Error('saw a foreign canary')
        if (enterprise && canariesOf(mine.enterprises[1].tag, text).length) throw new Error('saw the other enterprise')
        if (String(rows[0]!.now) !== String([mine.id, enterprise?.id ?? '', users[index % 2]]))
          throw new Error('acts as somebody else')
      }
      const outcome = await FAILURES[index % FAILURES.length]!(tenant, look, other).then(
        () => 'whole',
        (error: Error) => error.message,
      )
      if (/^saw |^acts/.test(outcome)) throw new Error(`unit ${index}: ${outcome}`)
      seen[outcome === 'whole' ? 'whole' : 'refused']++
    }
    try {
      for (let start = 0; start < 2000; start += 100) {
        await Promise.all(Array.from({ length: 100 }, (_, offset) => unit(start + offset)))
      }
      expect(seen).toEqual({ whole: 800, refused: 1200 })
      expect(settings.length).toBeGreaterThanOrEqual(2000)
      expect(new Set(settings)).toEqual(new Set(['']))
    } finally {
      await app.destroy()
    }
  }, 120_000)

  test('T9 Pool bleed: a cancelled statement or a lost connection leaves nothing behind', async () => {
    const app = await openAppDataSource(world.urls.app, 1)
    const settings = watchCheckouts(app)
    try {
      for (let round = 0; round < 10; round++) {
        const tenant = new Tenant(app, { partnerId: a.id, userId: newId(), enterpriseId: null })
        const stop = round % 2 ? 'pg_cancel_backend' : 'pg_terminate_backend'
        const hit = tenant.write(async (db) => {
          const row = await db.row<{ pid: number }>('SELECT pg_backend_pid() AS pid')
          const sleeping = db.rows('SELECT pg_sleep(4)')
          sleeping.catch(() => undefined)
          await new Promise((resolve) => setTimeout(resolve, 20))
          await world.root.query(`SELECT ${stop}($1)`, [row!.pid])
          await sleeping
        })
        await expect(hit).rejects.toThrow(/canceling statement|terminat|connection/i)
        const other = new Tenant(app, { partnerId: b.id, userId: newId(), enterpriseId: null })
        const text = JSON.stringify(await other.read((db) => db.rows('SELECT * FROM enterprise')))
        expect(canariesOf('A', text)).toEqual([])
        expect(canariesOf('B', text).length).toBeGreaterThan(0)
      }
      expect(new Set(settings)).toEqual(new Set(['']))
    } finally {
      await app.destroy()
    }
  })
})

describe('a connection that nobody uses and that the database ends', () => {
  const aWatchedPool = async () => {
    const told: string[] = []
    const pool = new pg.Pool({ connectionString: world.urls.auth, max: 1 })
    tellLosses(pool, 'the sign-in', { warn: (_about: unknown, text?: string) => void told.push(text!) })
    const client = await pool.connect()
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
    client.release()
    return { pool, told, client, pid: rows[0].pid as number }
  }

  test('is told, and the next question has a new one', async () => {
    const { pool, told, pid } = await aWatchedPool()
    const lost = new Promise((resolve) => pool.once('error', resolve))
    await world.root.query('SELECT pg_terminate_backend($1)', [pid])
    await lost
    expect(told).toEqual(['lost a connection of the sign-in'])
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await pool.end()
  })

  test('is not told once the pool is ending: the database may only be the first to close it', async () => {
    const { pool, told, client } = await aWatchedPool()
    const ended = pool.end()
    client.emit('error', new Error('terminating connection due to administrator command'))
    await ended
    expect(told).toEqual([])
  })
})

type Look = (db: Db) => Promise<void>

/** Ways a unit can go; the first two end well. */
const FAILURES: ((tenant: Tenant, look: Look, other: PlantedPartner) => Promise<unknown>)[] = [
  (tenant, look) => tenant.read(look),
  (tenant, look) => tenant.write(look),
  (tenant, look) =>
    tenant.write(async (db) => {
      await look(db)
      throw new Error('the use case refuses')
    }),
  (tenant, look) =>
    tenant.write(async (db) => {
      await look(db)
      await db.rows('SELECT 1 / 0')
    }),
  (tenant, look) =>
    tenant.read(async (db) => {
      await look(db)
      await db.rows(`UPDATE enterprise SET city = 'x'`)
    }),
  (tenant, look, other) =>
    tenant.write(async (db) => {
      await look(db)
      await db.rows('UPDATE enterprise SET partner_id = $1', [other.id])
    }),
  (tenant, look) =>
    tenant.write(async (db) => {
      await look(db)
      await tenant.read(look)
    }),
  (tenant, look) =>
    tenant.write(async (db) => {
      await look(db)
      await db.rows('SET LOCAL statement_timeout = 1')
      await db.rows('SELECT pg_sleep(1)')
    }),
  (tenant, look) =>
    tenant.write(async (db) => {
      await look(db)
      await db.rows(`UPDATE enterprise SET city = city`)
    }),
  (tenant, look) =>
    tenant.read(async (db) => {
      await look(db)
      await look(db)
    }),
]

/** The tenant settings that a connection carries each time it is handed out. */
function watchCheckouts(app: Awaited<ReturnType<typeof openAppDataSource>>): string[] {
  const settings: string[] = []
  const pool = (app.driver as unknown as { master: pg.Pool }).master
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  Object.assign(pool, {
    async connect() {
      const client = await connect()
      const names = ['partner_id', 'enterprise_id', 'user_id'].map(
        (name) => `coalesce(current_setting('app.${name}', true), '')`,
      )
      const { rows } = await client.query(`SELECT ${names.join(' || ')} AS left`)
      settings.push(rows[0].left)
      return client
    },
  })
  return settings
}

describe('T12 Cache and DataLoader bleed', () => {
  test('T12 Cache and DataLoader bleed: the memory of a request is its own', async () => {
    const actor = await anActor(world, 'partnerAdmin', { partner: a })
    const [first, second] = await Promise.all([contextFor(world, actor), contextFor(world, actor)])
    first.memo.set(Symbol.for('test'), 'kept')
    expect(second.memo.size).toBe(0)
    expect(first.tenant).not.toBe(second.tenant)
  })

  test('T12 Cache and DataLoader bleed: the same question by two partners in the same tick has two answers', async () => {
    const LOG = `{ auditLog(first: 100) { nodes { id objectName old new } } staff { members { id email name } invitations { id email } } }`
    const actors = await Promise.all([a, b].map((partner) => anActor(world, 'partnerAdmin', { partner })))
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all([0, 1, 0, 1].map((who) => must(world, actors[who]!, LOG)))
      for (const [index, answer] of answers.entries()) {
        expect(canariesOf(index % 2 ? 'A' : 'B', JSON.stringify(answer))).toEqual([])
        expect(canariesOf(index % 2 ? 'B' : 'A', JSON.stringify(answer)).length).toBeGreaterThan(0)
      }
    }
  })

  test('T12 Cache and DataLoader bleed: after a change of role the next request answers by the new one', async () => {
    const admin = await anActor(world, 'partnerAdmin', { partner: a })
    const other = await anActor(world, 'partnerAdmin', { partner: a })
    expect((await ask(world, other, '{ auditLog { nodes { id } } }')).errors).toBeUndefined()
    await must(world, admin, 'mutation ($id: ID!) { changeMemberRole(membershipId: $id, role: coach) { problem } }', {
      id: other.membershipId,
    })
    const again = await ask(world, other, '{ auditLog { nodes { id } } }')
    expect(again.data).toBeNull()
    expect(['NOT_FOUND', 'UNAUTHENTICATED']).toContain(again.errors![0]!.extensions['code'])
  })
})
