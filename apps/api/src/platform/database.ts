import pg from 'pg'
import { DataSource } from 'typeorm'
import { migrations } from '../migrations/index.ts'
import { deriveKey } from './env.ts'
import { log } from './log.ts'

/** The roles of the running system. None owns a table, bypasses row level security, or is a superuser. */
export const LOGIN_ROLES = ['vises_app', 'vises_auth', 'vises_worker'] as const
export type LoginRole = (typeof LOGIN_ROLES)[number]

const MIGRATION_LOCK = 7_351_904

/** The connection string of one of our roles on the owner's server and database. */
export function roleUrl(ownerUrl: string, role: LoginRole, secret: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = deriveKey(secret, `database role ${role}`)
  return url.toString()
}

/**
 * Makes sure that the owner is an ordinary role that can create ours.
 * @throws Error with one plain sentence for the operator.
 */
export async function checkOwner(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query(
    `SELECT current_user AS name, rolsuper, rolbypassrls, rolcreaterole, current_setting('server_version_num')::int AS version
     FROM pg_roles WHERE rolname = current_user`,
  )
  const role = rows[0]
  if (role.version < 150000) throw new Error('The database is older than PostgreSQL 15: use version 15 or newer.')
  if (role.rolsuper || role.rolbypassrls) {
    throw new Error(
      `DATABASE_URL names "${role.name}", a superuser or a role that bypasses row security: use an ordinary role that owns the database and may create roles.`,
    )
  }
  if (!role.rolcreaterole) {
    throw new Error(`The role "${role.name}" in DATABASE_URL may not create roles: ALTER ROLE ${role.name} CREATEROLE.`)
  }
}

/** Creates the roles when missing and sets their passwords, which follow from the secret. */
export async function ensureRoles(owner: pg.Client, secret: string): Promise<void> {
  await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    const { rows } = await owner.query('SELECT rolname FROM pg_roles WHERE rolname LIKE $1', ['vises\\_%'])
    const known = new Set(rows.map((row) => row.rolname))
    for (const role of LOGIN_ROLES) {
      const password = pg.escapeLiteral(deriveKey(secret, `database role ${role}`))
      if (!known.has(role))
        await owner.query(
          `CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${password}`,
        )
      else if (!(await canSignIn(owner, role, secret))) await owner.query(`ALTER ROLE ${role} PASSWORD ${password}`)
      // The owner hands objects over to the role, which takes membership.
      if (role === 'vises_worker') await owner.query(`GRANT ${role} TO CURRENT_USER`)
    }
    if (!known.has('vises_identity')) await owner.query('CREATE ROLE vises_identity NOLOGIN')
    await owner.query('GRANT vises_identity TO CURRENT_USER')
    const { rows: database } = await owner.query('SELECT quote_ident(current_database()) AS name')
    await owner.query(`REVOKE ALL ON DATABASE ${database[0].name} FROM PUBLIC`)
    await owner.query(`GRANT CONNECT ON DATABASE ${database[0].name} TO ${LOGIN_ROLES.join(', ')}`)
    await owner.query(`GRANT CREATE ON DATABASE ${database[0].name} TO vises_worker`)
    await owner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    await owner.query(`GRANT USAGE ON SCHEMA public TO vises_app, vises_worker, vises_identity`)
  } finally {
    await owner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

async function canSignIn(owner: pg.Client, role: LoginRole, secret: string): Promise<boolean> {
  const probe = new pg.Client({
    host: owner.host,
    port: owner.port,
    database: owner.database,
    user: role,
    password: deriveKey(secret, `database role ${role}`),
    ssl: owner.ssl,
  })
  try {
    await probe.connect()
    return true
  } catch {
    return false
  } finally {
    await probe.end().catch(() => undefined)
  }
}

/**
 * Says when the database ends a connection that nobody uses. A pool that is ending has let go of its connections, and
 * a database that stops in that moment may be the first to close them: nothing is lost by it.
 */
export function tellLosses(pool: pg.Pool, whose: string, teller: Pick<typeof log, 'warn'> = log): void {
  pool.on('error', (error) => pool.ending || teller.warn({ err: error }, `lost a connection of ${whose}`))
}

/** Brings the schema up to date as the owner; several processes may start at once. */
export async function migrate(ownerUrl: string): Promise<number> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migration',
    logging: ['error'],
  })
  await dataSource.initialize()
  const lock = new pg.Client({ connectionString: ownerUrl })
  await lock.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const done = await dataSource.runMigrations({ transaction: 'each' })
    return done.length
  } finally {
    await lock.end()
    await dataSource.destroy()
  }
}

/** The API's own connections, as `vises_app`. Long statements end by themselves. */
export async function openAppDataSource(url: string, poolSize = 10): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: [],
    logging: false,
    applicationName: 'vises-api',
    extra: {
      // Statements of a unit follow one another without waiting for the answer to BEGIN.
      pipeline: true,
      statement_timeout: 5000,
      lock_timeout: 2000,
      idle_in_transaction_session_timeout: 10_000,
      // Statements always lead with the partner, so one plan serves all; planning anew cost more than running.
      options: '-c plan_cache_mode=force_generic_plan -c jit=off',
    },
  })
  await dataSource.initialize()
  // A connection that is ended in the very moment it is handed out says so before anybody listens.
  const { master } = dataSource.driver as unknown as { master: pg.Pool }
  master.on('connect', (client) => void client.on('error', () => undefined))
  await refuseMightyRole(dataSource)
  return dataSource
}

/** The API does not run as a role that owns something, may become another role, or slips past the fences. */
async function refuseMightyRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query(
    `SELECT current_user AS name, rolsuper OR rolbypassrls OR rolcreaterole AS mighty,
       EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS becomes,
       EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) OR EXISTS (SELECT FROM pg_proc WHERE proowner = r.oid)
         OR EXISTS (SELECT FROM pg_namespace WHERE nspowner = r.oid) AS owns
     FROM pg_roles r WHERE rolname = current_user`,
  )
  if (role.mighty || role.becomes || role.owns) {
    await dataSource.destroy()
    throw new Error(
      `The API must not run as "${role.name}", which owns tables, may become another role or bypasses row security.`,
    )
  }
}
