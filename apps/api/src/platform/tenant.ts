import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Pool, PoolClient, QueryResult } from 'pg'
import type { DataSource } from 'typeorm'
import type { Deadline } from './deadline.ts'
import { isId } from './id.ts'

/** Whom a unit of work is bound to. `enterpriseId` is set when the person acts for an enterprise. */
export interface TenantBinding {
  partnerId: string
  enterpriseId: string | null
  userId: string
}

/** The database inside one unit of work; dead when the unit has ended. */
export interface Db {
  /** Rows of one statement with `$1` parameters, prepared once per connection. */
  rows<T = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<T[]>
  /** The first row, or undefined. */
  row<T = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<T | undefined>
}

// Finds a unit opened inside a unit while we develop and test; following every promise costs too much for production.
const openUnit = process.env['NODE_ENV'] === 'production' ? undefined : new AsyncLocalStorage<true>()

/** Told of every statement; tests count with it. */
export const statementListeners = new Set<(sql: string) => void>()

/** The only door to the tenant tables: what a unit of work asks is bound to a partner. */
export class Tenant {
  private readonly pool: Pool
  private readonly settings: string

  constructor(
    dataSource: DataSource,
    { partnerId, enterpriseId, userId }: TenantBinding,
    private readonly limits: {
      deadline?: Deadline
      /** Awaited before anything is written: who only may be who they seem writes nothing. @throws when they are not */
      certain?: (() => Promise<void>) | undefined
    } = {},
  ) {
    for (const id of [partnerId, userId, enterpriseId ?? partnerId]) {
      if (!isId(id)) throw new Error('A unit of work needs real identifiers.')
    }
    this.pool = poolOf(dataSource)
    // SET LOCAL with literals in the same simple query as BEGIN also reaches the workers of Citus.
    this.settings =
      `SET LOCAL app.partner_id = '${partnerId}'; SET LOCAL app.enterprise_id = '${enterpriseId ?? ''}'; ` +
      `SET LOCAL app.user_id = '${userId}'`
  }

  /**
   * A unit that cannot write. Each statement is a transaction of its own: one around them all would show no steadier
   * picture (READ COMMITTED), would take a round trip more, and would hold a connection between them.
   */
  read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return unit(
      (sql, params) => readOnce(this.pool, [this.settings, this.limits.deadline?.setting()], sql, params),
      work,
    )
  }

  /**
   * One statement that is all there is to save: it leaves in one packet with its BEGIN and COMMIT, and is answered once
   * it is saved. Nothing can be taken back after it: what must not stay, the statement itself must not write.
   */
  async writeOnce<T = Record<string, unknown>>(sql: string, params: unknown[]): Promise<T[]> {
    await this.limits.certain?.()
    if (openUnit?.getStore()) throw new Error('Units do not nest: hand your db to the function you call.')
    const before = ['BEGIN', this.settings, this.limits.deadline?.setting()]
    const client = await lend(this.pool)
    const [give, giveBroken] = returnOf(client)
    const [answer] = await inOnePacket(client, () => {
      const asked = askAfter(client, before, sql, params)
      // After a failed statement COMMIT undoes the transaction, and the connection is as good as new.
      const saved = run(client, 'COMMIT').then(give, (error: Error) => {
        giveBroken(error)
        throw error
      })
      return Promise.all([asked, saved])
    })
    return answer.rows as T[]
  }

  /** A unit that is saved whole or not at all: one transaction, begun with the first statement. */
  async write<T>(work: (db: Db) => Promise<T>): Promise<T> {
    await this.limits.certain?.()
    let lent: Promise<PoolClient> | undefined
    let begun = false
    const ask: Ask = async (sql, params) => {
      const client = await (lent ??= lend(this.pool))
      const before = begun ? [] : ['BEGIN', this.settings]
      begun = true
      return askAfter(client, [...before, this.limits.deadline?.setting()], sql, params)
    }
    try {
      const result = await unit(ask, work)
      const client = await lent
      if (client) {
        await run(client, 'COMMIT')
        giveBack(client)
      }
      return result
    } catch (error) {
      const client = await lent?.catch(() => undefined)
      if (client) await run(client, 'ROLLBACK').then(...returnOf(client))
      throw error
    }
  }
}

/** Reads of what has no tenant: reference tables, `shared`, and the functions that look before a partner is known. */
export class Reference {
  private readonly pool: Pool

  constructor(
    private readonly dataSource: DataSource,
    private readonly deadline?: Deadline,
  ) {
    this.pool = poolOf(dataSource)
  }

  /** The same for one operation, which has to be done by then. */
  within(deadline: Deadline): Reference {
    return new Reference(this.dataSource, deadline)
  }

  /** Rows of one statement; tenant tables show nothing here, since no partner is set. */
  async rows<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T[]> {
    const setting = this.deadline?.setting()
    const result = await (setting ? readOnce(this.pool, [setting], sql, params) : run(this.pool, sql, params))
    return result.rows as T[]
  }

  /** The first row, or undefined. */
  async row<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0]
  }
}

type Ask = (sql: string, params: unknown[]) => Promise<QueryResult>

/** Does the work with a database that is dead afterwards. */
async function unit<T>(ask: Ask, work: (db: Db) => Promise<T>): Promise<T> {
  // A unit inside a unit takes a second connection: it misses the first one's writes and can starve the pool.
  if (openUnit?.getStore()) throw new Error('Units do not nest: hand your db to the function you call.')
  let alive = true
  const db: Db = {
    rows: async <R>(sql: string, params: unknown[] = []) => {
      if (!alive) throw new Error('This unit of work has ended.')
      return (await ask(sql, params)).rows as R[]
    },
    row: async <R>(sql: string, params: unknown[] = []) => (await db.rows<R>(sql, params))[0],
  }
  try {
    return await (openUnit ? openUnit.run(true, () => work(db)) : work(db))
  } finally {
    alive = false
  }
}

/** One statement in a transaction that cannot write, all in one packet. Its answer need not wait for the COMMIT. */
async function readOnce(pool: Pool, settings: Saying[], sql: string, params: unknown[]): Promise<QueryResult> {
  const client = await lend(pool)
  return inOnePacket(client, () => {
    const answer = askAfter(client, ['BEGIN READ ONLY', ...settings], sql, params)
    void run(client, 'COMMIT').then(...returnOf(client))
    return answer
  })
}

type Saying = string | undefined

/** Asks a statement in one packet with what is said before it, and fails with that when that fails. */
async function askAfter(client: PoolClient, before: Saying[], sql: string, params: unknown[]): Promise<QueryResult> {
  const said = before.filter((saying) => saying !== undefined).join('; ')
  if (!said) return run(client, sql, params)
  const [, answer] = await inOnePacket(client, () => Promise.all([run(client, said), run(client, sql, params)]))
  return answer
}

function inOnePacket<T>(client: PoolClient, send: () => T): T {
  const { stream } = (client as PoolClient & { connection: { stream: Socket } }).connection
  stream.cork()
  try {
    return send()
  } finally {
    stream.uncork()
  }
}

const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as unknown as { master: Pool }).master

// A connection that breaks while it is lent says so by an event, which would end the process unheard. Its statements
// fail by it, and the pool does not take it back.
const heard = () => undefined

async function lend(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect()
  client.on('error', heard)
  return client
}

function giveBack(client: PoolClient, broken?: Error): void {
  client.removeListener('error', heard)
  client.release(broken)
}

/** What follows the end of a transaction: a connection that cannot end one must not go back to the pool. */
const returnOf = (client: PoolClient) => [() => giveBack(client), (broken: Error) => giveBack(client, broken)] as const

const names = new Map<string, string>()

/** Runs one statement; with values it is prepared under a name made from its text. */
export function run(client: PoolClient | Pool, text: string, values?: unknown[]) {
  for (const listener of statementListeners) listener(text)
  if (!values) return client.query(text)
  let name = names.get(text)
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('hex').slice(0, 20)))
  return client.query({ name, text, values })
}
