import pg from 'pg'
import { startEmbedded } from '@vises/embedded-postgres'
import path from 'node:path'
import { migrateQueue } from '../jobs/worker.ts'
import { loadReference } from '../modules/programme/load-reference.ts'
import { checkOwner, ensureRoles, migrate, roleUrl } from './database.ts'
import { deriveKey } from './env.ts'
import type { Settings } from './env.ts'
import { migrateIdentity } from './identity/migrate-identity.ts'

/** A database that is ready for the API. */
export interface PreparedDatabase {
  ownerUrl: string
  appUrl: string
  authUrl: string
  workerUrl: string
  stop(): Promise<void>
}

/** Starts or reaches the database and brings it up to date: roles, queue, tables, identity, reference data. */
export async function prepareDatabase(settings: Settings, tell: (text: string) => void): Promise<PreparedDatabase> {
  const server = settings.databaseUrl
    ? { ownerUrl: settings.databaseUrl, stop: async () => undefined }
    : await embedded(settings, tell)
  try {
    await bringUpToDate(server.ownerUrl, settings.secret, tell)
  } catch (error) {
    await server.stop()
    throw error
  }
  const url = (role: Parameters<typeof roleUrl>[1]) => roleUrl(server.ownerUrl, role, settings.secret)
  return { ...server, appUrl: url('vises_app'), authUrl: url('vises_auth'), workerUrl: url('vises_worker') }
}

/** Everything between an empty database and one the API can serve; changes nothing when all is there. */
export async function bringUpToDate(ownerUrl: string, secret: string, tell: (text: string) => void): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  try {
    await owner.connect()
  } catch (error) {
    throw new Error(`The database does not answer at ${withoutPassword(ownerUrl)}: ${(error as Error).message}`, {
      cause: error,
    })
  }
  try {
    await checkOwner(owner)
    await ensureRoles(owner, secret)
    await migrateQueue(roleUrl(ownerUrl, 'vises_worker', secret))
    const count = await migrate(ownerUrl)
    if (count) tell(`Database brought up to date (${count} migrations)`)
    const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
    await migrateIdentity(pool, { auth: 'vises_auth' })
    await pool.end()
    await loadReference(owner)
  } finally {
    await owner.end()
  }
}

async function embedded(settings: Settings, tell: (text: string) => void) {
  tell('Starting the database that comes with VISES')
  const server = await startEmbedded({
    dir: path.join(settings.dataDir, 'postgres'),
    database: 'postgres',
    durable: true,
    log: tell,
    onExit: databaseGone,
  })
  const root = new pg.Client({ connectionString: server.url })
  await root.connect()
  const ownerUrl = await ensureOwner(root, server.url, 'vises', deriveKey(settings.secret, 'database owner'))
  await root.end()
  return { ownerUrl, stop: () => server.stop() }
}

/** Without its database the process cannot serve; the next start recovers it. */
function databaseGone(how: string): void {
  console.error(`\nPostgreSQL ${how}. VISES stops; start it again to recover.`)
  process.exit(1)
}

/** On a server of our own: an ordinary role that owns our database; the superuser is not used after this. */
export async function ensureOwner(
  root: pg.Client,
  rootUrl: string,
  database: string,
  password: string,
): Promise<string> {
  const { rows: roles } = await root.query(`SELECT FROM pg_roles WHERE rolname = 'vises_owner'`)
  const secret = pg.escapeLiteral(password)
  if (roles.length === 0)
    await root.query(`CREATE ROLE vises_owner LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD ${secret}`)
  else await root.query(`ALTER ROLE vises_owner PASSWORD ${secret}`)
  const { rows } = await root.query('SELECT FROM pg_database WHERE datname = $1', [database])
  if (rows.length === 0) await root.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER vises_owner`)
  const url = new URL(rootUrl)
  url.username = 'vises_owner'
  url.password = password
  url.pathname = `/${database}`
  return url.toString()
}

function withoutPassword(text: string): string {
  try {
    const url = new URL(text)
    url.password = ''
    return url.toString()
  } catch {
    return 'DATABASE_URL, which is not a connection string like postgres://user:password@host:5432/database'
  }
}
