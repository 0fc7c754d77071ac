import { getMigrations } from 'better-auth/db/migration'
import type { Pool, PoolClient } from 'pg'
import { authTables, secondFactor } from './auth-tables.ts'

// Own key of this migration among the database's advisory locks; the value has no meaning.
const LOCK = 7_345_201_117

/**
 * Brings schema `auth` up to date as the owner and lets the role of the service work in it, in one transaction:
 * processes that start together wait for each other, and a failure leaves nothing half made.
 */
export async function migrateIdentity(ownerPool: Pool, roles: { auth: string }): Promise<void> {
  const client = await ownerPool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    await client.query('CREATE SCHEMA IF NOT EXISTS auth')
    await client.query('SET LOCAL search_path = auth')
    await createTables(client)
    await grant(client, client.escapeIdentifier(roles.auth))
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function createTables(client: PoolClient): Promise<void> {
  const { runMigrations } = await getMigrations({
    ...authTables,
    plugins: [secondFactor()],
    database: onlyThisConnection(client),
    advanced: { database: { generateId: 'uuid' } },
    logger: { level: 'error' },
  })
  await runMigrations()
  await client.query(`
    -- One way in per person and provider; without it two requests at once could write two passwords.
    CREATE UNIQUE INDEX IF NOT EXISTS account_once ON auth.account ("providerId", "accountId");
    -- The moments of recent attempts, per bucket; see attempts.ts.
    CREATE TABLE IF NOT EXISTS auth.attempt (bucket text PRIMARY KEY, used_at timestamptz[] NOT NULL);
  `)
}

const grant = (client: PoolClient, role: string) =>
  client.query(`
    GRANT USAGE ON SCHEMA auth TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO ${role};
  `)

/** The library asks for a pool; this one always hands out the connection that holds the transaction. */
function onlyThisConnection(client: PoolClient): Pool {
  const lent = { query: client.query.bind(client), release: () => {} }
  return { connect: async () => lent, end: async () => {} } as unknown as Pool
}
