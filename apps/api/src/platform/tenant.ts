import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Pool, PoolClient } from 'pg'
import type { DataSource } from 'typeorm'
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

/** The only door to the tenant tables: each unit is one short transaction bound to a partner. */
export class Tenant {
  constructor(
    private readonly dataSource: DataSource,
    private readonly binding: TenantBinding,
  ) {
    for (const id of [binding.partnerId, binding.userId, binding.enterpriseId ?? binding.partnerId]) {
      if (!isId(id)) throw new Error('A unit of work needs real identifiers.')
    }
  }

  /** A unit that cannot write. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.unit('BEGIN READ ONLY', work)
  }

  /** A unit that is saved whole or not at all. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.unit('BEGIN', work)
  }

  private unit<T>(begin: string, work: (db: Db) => Promise<T>): Promise<T> {
    // A unit inside a unit takes a second connection: it misses the first one's writes and can starve the pool.
    if (openUnit?.getStore()) throw new Error('Units do not nest: hand your db to the function you call.')
    const open = async () => {
      const client = await poolOf(this.dataSource).connect()
      // A connection that breaks while it is lent out says so by an event, which would end the process unheard.
      let lost: Error | undefined
      const hear = (error: Error) => void (lost = error)
      client.on('error', hear)
      const release = (broken?: Error) => {
        client.removeListener('error', hear)
        client.release(broken ?? lost)
      }
      let alive = true
      // SET LOCAL with literals in the same simple query as BEGIN also reaches the workers of Citus. It is not waited
      // for: it leaves in one packet with the first statement, which fails with it when it fails.
      const { stream } = (client as PoolClient & { connection: { stream: Socket } }).connection
      stream.cork()
      const begun = run(client, `${begin}; ${this.settings()}`)
      begun.catch(() => undefined)
      const db: Db = {
        rows: async <R>(sql: string, params: unknown[] = []) => {
          if (!alive) throw new Error('This unit of work has ended.')
          const [, result] = await Promise.all([begun, run(client, sql, params)])
          return result.rows as R[]
        },
        row: async <R>(sql: string, params: unknown[] = []) => (await db.rows<R>(sql, params))[0],
      }
      try {
        const working = (async () => work(db))()
        stream.uncork()
        const result = await working
        alive = false
        await begun
        const committed = run(client, 'COMMIT')
        // Nothing was written in a reading unit: its answer need not wait for the end of the transaction.
        if (begin !== 'BEGIN') void committed.then(() => release(), release)
        else {
          await committed
          release()
        }
        return result
      } catch (error) {
        alive = false
        // A connection whose rollback failed must not go back to the pool.
        await run(client, 'ROLLBACK').then(() => release(), release)
        throw error
      }
    }
    return openUnit ? openUnit.run(true, open) : open()
  }

  private settings(): string {
    const { partnerId, enterpriseId, userId } = this.binding
    return (
      `SET LOCAL app.partner_id = '${partnerId}'; SET LOCAL app.enterprise_id = '${enterpriseId ?? ''}'; ` +
      `SET LOCAL app.user_id = '${userId}'`
    )
  }
}

const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as unknown as { master: Pool }).master

const names = new Map<string, string>()

/** Runs one statement; with values it is prepared under a name made from its text. */
export function run(client: PoolClient | Pool, text: string, values?: unknown[]) {
  for (const listener of statementListeners) listener(text)
  if (!values) return client.query(text)
  let name = names.get(text)
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('hex').slice(0, 20)))
  return client.query({ name, text, values })
}

/** Reads of what has no tenant: reference tables, `shared`, and the functions that look before a partner is known. */
export class Reference {
  private readonly pool: Pool

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource)
  }

  /** Rows of one statement; tenant tables show nothing here, since no partner is set. */
  async rows<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await run(this.pool, sql, params)).rows as T[]
  }

  /** The first row, or undefined. */
  async row<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0]
  }
}
