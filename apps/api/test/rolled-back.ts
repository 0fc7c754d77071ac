import pg from 'pg'
import type { DataSource } from 'typeorm'

/** A database in which everything can be tried and nothing stays: for asking the API the same things thousands of times. */
export interface RolledBack {
  /** In the place of the API's own connections. */
  app: DataSource
  /** Runs the work inside one transaction that is rolled back at the end. */
  attempt<T>(work: () => Promise<T>): Promise<T>
  /** Units of the last attempt that were saved after a change. */
  saved(): number
  /** A statement on the same connection, inside the transaction. */
  query(sql: string, values?: unknown[]): Promise<Record<string, any>[]>
  close(): Promise<void>
}

/**
 * Stands in for the connection pool: one connection, on which each unit of work becomes a savepoint. What the units say
 * is passed on as it is, so rules, policies, constraints and read-only units work as they do in the product.
 */
export async function rolledBack(url: string): Promise<RolledBack> {
  const client = new pg.Client({ connectionString: url, statement_timeout: 5000, pipeline: true } as pg.ClientConfig)
  await client.connect()
  let turn: Promise<void> = Promise.resolve()
  let reading = false
  let begun = false
  let saved = 0

  const translated = (text: string): string => {
    if (text.startsWith('BEGIN READ ONLY;')) {
      reading = true
      return `${text.replace('BEGIN READ ONLY', 'SAVEPOINT unit')}; SET LOCAL transaction_read_only = on`
    }
    if (text.startsWith('BEGIN;')) {
      reading = false
      return text.replace('BEGIN', 'SAVEPOINT unit')
    }
    if (text === 'COMMIT' && !reading) saved++
    if (text === 'COMMIT' && !reading)
      return 'SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RELEASE SAVEPOINT unit'
    if (text === 'COMMIT' || text === 'ROLLBACK') return 'ROLLBACK TO SAVEPOINT unit; RELEASE SAVEPOINT unit'
    return text
  }

  /** Units that run side by side in the product wait for each other here: there is one connection. */
  const connect = async () => {
    const before = turn
    let done = (): void => undefined
    turn = new Promise<void>((resolve) => (done = resolve))
    await before
    if (!begun) await client.query('BEGIN')
    begun = true
    return {
      query: (query: string | pg.QueryConfig) => client.query(typeof query === 'string' ? translated(query) : query),
      connection: { stream: { cork: () => undefined, uncork: () => undefined } },
      on: () => undefined,
      removeListener: () => undefined,
      release: () => done(),
    }
  }
  return {
    app: { driver: { master: { connect } } } as unknown as DataSource,
    async attempt(work) {
      saved = 0
      try {
        return await work()
      } finally {
        await turn
        if (begun) await client.query('ROLLBACK')
        begun = false
      }
    },
    saved: () => saved,
    query: async (sql, values) => (await client.query(sql, values)).rows,
    close: () => client.end(),
  }
}
