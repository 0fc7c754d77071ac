import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { DataSource, EntityManager, QueryRunner } from 'typeorm'
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
  /** For plain inserts and updates of entities. */
  manager: EntityManager
}

const openUnit = new AsyncLocalStorage<true>()

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
    if (openUnit.getStore()) throw new Error('Units do not nest: hand your db to the function you call.')
    return openUnit.run(true, async () => {
      const runner = this.dataSource.createQueryRunner()
      const client = (await runner.connect()) as PoolClient
      let alive = true
      try {
        // One round trip. SET LOCAL with literals in the same simple query also reaches the workers of Citus.
        await run(client, `${begin}; ${this.settings()}`)
        const db: Db = {
          manager: runner.manager,
          rows: async <R>(sql: string, params: unknown[] = []) => {
            if (!alive) throw new Error('This unit of work has ended.')
            return (await run(client, sql, params)).rows as R[]
          },
          row: async <R>(sql: string, params: unknown[] = []) => (await db.rows<R>(sql, params))[0],
        }
        // TypeORM must know that a transaction is open, or manager calls would start their own.
        Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 })
        const result = await work(db)
        alive = false
        await run(client, 'COMMIT')
        return result
      } catch (error) {
        alive = false
        // A connection whose rollback failed must not go back to the pool.
        await run(client, 'ROLLBACK').catch((broken: Error) => discard(runner, broken))
        throw error
      } finally {
        Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 })
        await runner.release()
      }
    })
  }

  private settings(): string {
    const { partnerId, enterpriseId, userId } = this.binding
    return (
      `SET LOCAL app.partner_id = '${partnerId}'; SET LOCAL app.enterprise_id = '${enterpriseId ?? ''}'; ` +
      `SET LOCAL app.user_id = '${userId}'`
    )
  }
}

function discard(runner: QueryRunner, broken: Error): Promise<void> {
  return (runner as QueryRunner & { releasePostgresConnection(error: Error): Promise<void> }).releasePostgresConnection(broken)
}

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
    this.pool = (dataSource.driver as unknown as { master: Pool }).master
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
