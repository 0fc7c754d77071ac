// npm run backup [-- <folder>]: copies the database and the files of an instance into a folder of its own.
import './lib/require-node.mjs'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startEmbedded, stopLeftover, takeLock } from '../packages/embedded-postgres/src/index.mjs'
import { dumpName, filesName, pack, writeManifest } from './lib/backup-folder.mjs'
import { countDumpedRows, dump } from './lib/dump.mjs'
import { databaseFolder, dataFolder, root } from './lib/project.mjs'
import { orSentence, Sentence } from './lib/sentence.mjs'
import { connect, countAllRows, countRows, differences } from './lib/tables.mjs'

const dataDir = dataFolder()
const now = new Date()
const target = path.resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? path.join(root, 'backups', nameFor(now)))
const unfinished = `${target}.unfinished`

await orSentence(async () => {
  if (existsSync(target)) throw new Sentence(`${target} exists already: a backup goes into a new folder.`)
  if (`${target}/`.startsWith(`${dataDir}/`))
    throw new Sentence(`${target} lies in the data folder: choose one outside of it.`)
  const url = process.env.BACKUP_DATABASE_URL || process.env.DATABASE_URL
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  process.once('exit', () => rmSync(unfinished, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))
  const manifest = url ? await backUpExternal(url) : await backUpEmbedded()
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  writeManifest(unfinished, { format: 1, version, madeAt: now.toISOString(), ...manifest })
  renameSync(unfinished, target)
  const tables = Object.values(manifest.rows).flatMap((counts) => Object.values(counts))
  const rows = tables.reduce((sum, count) => sum + count, 0)
  console.log(`Backup of ${tables.length} tables and ${rows} rows written to ${target}`)
  if (process.env.VISES_SECRET)
    console.log('VISES_SECRET is not part of it: keep it yourself, sign-in codes depend on it.')
})

/** The files of a database can only be copied while no server changes them. */
async function backUpEmbedded() {
  const dir = databaseFolder(dataDir)
  if (!existsSync(path.join(dir, 'cluster')))
    throw new Sentence(`There is no database in ${dataDir} yet: nothing to back up.`)
  const lock = await takeLock(dir, { purpose: 'backup' })
  try {
    await stopLeftover({ dir, lock })
    // opening it proves that it is whole, and leaves it shut down in order
    const server = await startEmbedded({ dir, database: 'postgres', lock })
    const rows = await countAllRows(server.url)
    await server.stop()
    const postgres = readFileSync(path.join(dir, 'cluster', 'data', 'PG_VERSION'), 'utf8').trim()
    const leaveOut = ['instance.json', 'postgres/owner.lock', 'postgres/postgres.log*', '.before-restore-*']
    const files = await pack(dataDir, path.join(unfinished, filesName), { leaveOut })
    return { kind: 'embedded', postgres, rows, parts: { [filesName]: files } }
  } finally {
    lock.release()
  }
}

/** A server that others run is dumped while it works; what the dump holds is compared with what was there. */
async function backUpExternal(url) {
  const client = await connect(url)
  try {
    await refuseFencedRole(client)
    const { rows: about } = await client.query(
      `select current_database() as database, current_setting('server_version_num')::int / 10000 as postgres,
              (select pg_get_userbyid(datdba) from pg_database where datname = current_database()) as owner`,
    )
    const [{ database, postgres, owner }] = about
    const { rows: roles } = await client.query(
      `select distinct r.rolname as name, r.rolcanlogin as login
         from pg_shdepend d join pg_roles r on r.oid = d.refobjid
        where d.refclassid = 'pg_authid'::regclass and r.rolname !~ '^pg_'
          and d.dbid = (select oid from pg_database where datname = current_database())
        order by 1`,
    )
    const { rows: owned } = await client.query(
      `select pg_get_userbyid(d.refobjid) as role, o.type, o.schema, o.identity
         from pg_shdepend d, pg_identify_object(d.classid, d.objid, 0) o
        where d.deptype = 'o' and d.refobjid <> (select oid from pg_roles where rolname = $1)
          and d.dbid = (select oid from pg_database where datname = current_database())
          and not exists (select from pg_depend l where l.classid = d.classid and l.objid = d.objid and l.deptype in ('a', 'i'))
        order by o.type <> 'schema', 2, 4`,
      [owner],
    )
    await client.query('begin isolation level repeatable read read only')
    const { rows: snapshots } = await client.query('select pg_export_snapshot() as name')
    const file = path.join(unfinished, dumpName)
    const parts = { [dumpName]: await dump(url, { snapshot: snapshots[0].name, file }) }
    const rows = await countRows(client)
    await client.query('commit')
    const wrong = differences(rows, await countDumpedRows(file))
    if (wrong.length) throw new Sentence(`The dump does not hold what the database holds.\n${wrong.join('\n')}`)
    if (existsSync(dataDir)) {
      const leaveOut = ['instance.json', 'postgres', '.before-restore-*']
      parts[filesName] = await pack(dataDir, path.join(unfinished, filesName), { leaveOut, mayChange: true })
    }
    return { kind: 'external', postgres: String(postgres), owner, roles, owned, rows: { [database]: rows }, parts }
  } finally {
    await client.end()
  }
}

/** Row level security applies to the owner too, so its dump would be refused by pg_dump, or worse, be empty. */
async function refuseFencedRole(client) {
  const { rows } = await client.query(
    `select rolname, rolsuper or rolbypassrls as sees, quote_ident(current_database()) as database
       from pg_roles where rolname = current_user`,
  )
  if (rows[0].sees) return
  throw new Sentence(
    `The role ${rows[0].rolname} sees only some of the rows, so its backup would not be whole. As a superuser, make one that sees all:\n` +
      `  CREATE ROLE vises_backup LOGIN BYPASSRLS PASSWORD '…';\n  GRANT pg_read_all_data TO vises_backup;\n` +
      `  GRANT CONNECT ON DATABASE ${rows[0].database} TO vises_backup;\n` +
      'and set BACKUP_DATABASE_URL to it.',
  )
}

function nameFor(date) {
  return `vises-${date.toISOString().slice(0, 19).replaceAll(':', '')}Z`
}
