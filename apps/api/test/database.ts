import pg from 'pg'
import { bringUpToDate } from '../src/platform/instance.ts'
import { newId } from '../src/platform/id.ts'

export const TEST_SECRET = 'the secret of the tests'

/**
 * A migrated database of one's own, with the programme and without people. The first asker migrates the template, the
 * others wait for it; copying takes a few milliseconds.
 */
export async function aDatabase(): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const templateUrl = process.env['TEST_OWNER_URL']!
  const admin = new pg.Client({ connectionString: at(templateUrl, 'postgres') })
  await admin.connect()
  await admin.query('SELECT pg_advisory_lock(4711)')
  const name = `test_${newId().replaceAll('-', '')}`
  try {
    const { rows } = await admin.query(
      `SELECT shobj_description(oid, 'pg_database') AS ready FROM pg_database WHERE datname = 'template_vises'`,
    )
    if (rows[0].ready !== 'ready') {
      await bringUpToDate(templateUrl, TEST_SECRET, () => undefined)
      await admin.query(`COMMENT ON DATABASE template_vises IS 'ready'`)
    }
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template_vises`)
    // Rights on the database itself are not copied.
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO vises_app, vises_auth, vises_worker`)
  } finally {
    await admin.query('SELECT pg_advisory_unlock(4711)')
    await admin.end()
  }
  return {
    ownerUrl: at(templateUrl, name),
    drop: () => dropDatabase(name),
  }
}

/**
 * Drops a database once its last connection is gone: a closed pool's connections take a moment to end on the server,
 * and ending them by force would reach the test as an error. A connection that somebody forgot is ended in the end.
 */
export async function dropDatabase(name: string): Promise<void> {
  const root = new pg.Client({ connectionString: process.env['TEST_ROOT_URL']! })
  await root.connect()
  try {
    for (let tries = 0; tries < 200; tries++) {
      const { rows } = await root.query('SELECT FROM pg_stat_activity WHERE datname = $1 LIMIT 1', [name])
      if (rows.length === 0) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await root.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  } finally {
    await root.end()
  }
}

function at(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.toString()
}
