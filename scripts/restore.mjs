// npm run restore -- <folder> [--replace]: puts a backup back in place.
import './lib/require-node.mjs'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded, stopLeftover, takeLock } from '../packages/embedded-postgres/src/index.mjs'
import { dumpName, filesName, readBackup, unpack } from './lib/backup-folder.mjs'
import { checkDataFolder } from './lib/checks.mjs'
import { contents, countDumpedRows, load } from './lib/dump.mjs'
import { databaseFolder, dataFolder, runningInstance } from './lib/project.mjs'
import { orSentence, Sentence } from './lib/sentence.mjs'
import { connect, countAllRows, countRows, differences, listTables } from './lib/tables.mjs'

const dataDir = dataFolder()
const unpacked = path.join(dataDir, `.restoring-${randomUUID()}`)

await orSentence(async () => {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (positionals.length !== 1) throw new Sentence('Say which backup: npm run restore -- <folder> [--replace]')
  const folder = path.resolve(process.env.INIT_CWD ?? '.', positionals[0])
  const manifest = await readBackup(folder)
  const url = process.env.DATABASE_URL
  refuseOtherKind(manifest, url)
  const running = await runningInstance(dataDir)
  if (running) throw new Sentence(`VISES is running (process ${running.pid}). Stop it first.`)
  checkDataFolder(dataDir)
  const present = inDataFolder()
  if (present.length && !values.replace) {
    throw new Sentence(
      `${dataDir} is not empty (${present.join(', ')}). To put the backup in its place, add --replace.`,
    )
  }
  process.once('exit', () => rmSync(unpacked, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))
  mkdirSync(unpacked, { mode: 0o700 })
  if (url) await restoreExternal(url, { folder, manifest, replace: values.replace })
  else await restoreEmbedded({ folder, manifest })
  console.log(`Restored the backup of ${manifest.madeAt}. Start VISES with npm start.`)
})

function refuseOtherKind({ kind }, url) {
  if (kind === 'external' && !url) {
    throw new Sentence('This is the dump of an external database: set DATABASE_URL to the empty database it goes to.')
  }
  if (kind === 'embedded' && url) {
    throw new Sentence('This is a copy of the embedded database: unset DATABASE_URL to restore it into a data folder.')
  }
}

async function restoreEmbedded({ folder, manifest }) {
  const dir = databaseFolder(dataDir)
  const lock = await takeLock(dir, { purpose: 'restore' })
  try {
    await stopLeftover({ dir, lock })
    await unpack(path.join(folder, filesName), unpacked)
    // the copy must open, and hold all it held, before it takes anything's place
    const copy = databaseFolder(unpacked)
    const server = await startEmbedded({ dir: copy, database: 'postgres' })
    const found = await countAllRows(server.url)
    await server.stop()
    rmSync(path.join(copy, 'postgres.log'), { force: true })
    compare(manifest.rows, found)
    putInPlace()
  } finally {
    lock.release()
  }
}

async function restoreExternal(url, { folder, manifest, replace }) {
  const file = path.join(folder, dumpName)
  const [[database, expected]] = Object.entries(manifest.rows)
  compare({ [database]: expected }, { [database]: await countDumpedRows(file) })
  const client = await connect(url)
  try {
    await checkTarget(client, manifest)
    if ((await listTables(client)).length > 0) {
      if (!replace) throw new Sentence('The database is not empty. To put the backup in its place, add --replace.')
      await emptyDatabase(client)
    }
    await prepareRoles(client, manifest)
    const list = path.join(unpacked, 'contents.txt')
    writeFileSync(list, (await contents(file)).filter(isOurs).join('\n'))
    await load(url, { file, list })
    rmSync(list)
    await handOver(client, manifest)
    compare({ [database]: expected }, { [database]: await countFencedRows(client) })
  } finally {
    await client.end()
  }
  if (filesName in manifest.parts) {
    await unpack(path.join(folder, filesName), unpacked)
    putInPlace()
  }
}

async function checkTarget(client, { owner, postgres }) {
  const { rows } = await client.query(
    `select current_user as name, current_setting('server_version_num')::int / 10000 as version,
            (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as others`,
  )
  const [target] = rows
  if (target.version < Number(postgres)) {
    throw new Sentence(
      `The backup is of PostgreSQL ${postgres}, and the server is older: PostgreSQL ${target.version}.`,
    )
  }
  if (target.name !== owner) {
    throw new Sentence(
      `The tables belong to the role ${owner}: DATABASE_URL must sign in as ${owner}, not as ${target.name}.`,
    )
  }
  if (target.others)
    throw new Sentence(`${target.others} other sessions use the database: stop VISES and its tools first.`)
}

/** Roles belong to the server and are no part of a dump. VISES gives them their passwords when it starts. */
async function prepareRoles(client, { owner, roles, owned }) {
  const { rows } = await client.query('select rolname from pg_roles')
  const known = new Set(rows.map(({ rolname }) => rolname))
  try {
    for (const { name, login } of roles.filter((role) => !known.has(role.name))) {
      await client.query(`create role ${client.escapeIdentifier(name)} ${login ? 'login' : 'nologin'}`)
    }
    for (const role of new Set(owned.map((object) => object.role))) {
      await client.query(`grant ${client.escapeIdentifier(role)} to current_user`)
    }
  } catch (error) {
    throw new Sentence(
      `The roles cannot be prepared (${error.message}). As a superuser: ALTER ROLE ${owner} CREATEROLE;`,
    )
  }
}

/** Hands over what belongs to other roles. Who gets an object must be allowed to make one there, so we allow it briefly. */
async function handOver(client, { owned }) {
  await client.query('begin')
  for (const { role, type, schema, identity } of owned) {
    const to = client.escapeIdentifier(role)
    const place = type === 'schema' ? `database ${client.escapeIdentifier(client.database)}` : `schema ${schema}`
    const { rows } = await client.query(
      type === 'schema'
        ? 'select has_database_privilege($1, current_database(), $2) as may'
        : `select has_schema_privilege($1, ${client.escapeLiteral(schema)}::regnamespace, $2) as may`,
      [role, 'create'],
    )
    if (!rows[0].may) await client.query(`grant create on ${place} to ${to}`)
    await client.query(`alter ${type} ${identity} owner to ${to}`)
    // who owns a schema needs the right to make one for as long as it lives, or no later dump of it could be restored
    if (!rows[0].may && type !== 'schema') await client.query(`revoke create on ${place} from ${to}`)
  }
  await client.query('commit')
}

async function emptyDatabase(client) {
  const { rows } = await client.query(
    `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  )
  try {
    await client.query('begin')
    for (const { name } of rows) await client.query(`drop schema ${name} cascade`)
    await client.query('create schema public authorization pg_database_owner')
    await client.query('grant usage on schema public to public')
    await client.query(`comment on schema public is 'standard public schema'`)
    await client.query('commit')
  } catch (error) {
    throw new Sentence(`The database cannot be emptied (${error.message}). Restore into a new, empty one instead.`)
  }
}

/** Extensions are described by whoever installed them, which need not be us. */
function isOurs(line) {
  return !/ COMMENT - EXTENSION /.test(line)
}

/** The owner is fenced too. It may lift the fences for itself and put them back, in a transaction nobody sees. */
async function countFencedRows(client) {
  await client.query('begin')
  const { rows } = await client.query(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and c.relforcerowsecurity`,
  )
  for (const { name } of rows) await client.query(`alter table ${name} no force row level security`)
  const counts = await countRows(client)
  await client.query('rollback')
  return counts
}

function compare(expected, found) {
  const wrong = Object.keys(expected).flatMap((database) => differences(expected[database], found[database] ?? {}))
  if (wrong.length) throw new Sentence(`The backup does not hold what it says it holds:\n${wrong.join('\n')}`)
}

/** Moves entry by entry: the data folder itself may be a mounted disk, which cannot be renamed. */
function putInPlace() {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '')
  const before = path.join(dataDir, `.before-restore-${stamp}Z`)
  const old = inDataFolder()
  if (old.length) {
    mkdirSync(before, { mode: 0o700 })
    for (const name of old) renameSync(path.join(dataDir, name), path.join(before, name))
    console.log(`What was there before lies in ${before}: delete it when you no longer need it.`)
  }
  rmSync(databaseFolder(dataDir), { recursive: true, force: true })
  for (const name of readdirSync(unpacked)) renameSync(path.join(unpacked, name), path.join(dataDir, name))
}

/** What would be overwritten; our own lock and leftovers are not worth keeping. */
function inDataFolder() {
  return readdirSync(dataDir).filter((name) => {
    if (/^\.(restoring|before-restore)-/.test(name) || name === 'instance.json') return false
    return name !== 'postgres' || existsSync(path.join(dataDir, 'postgres', 'cluster'))
  })
}
