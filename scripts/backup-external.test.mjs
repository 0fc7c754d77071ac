import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { chooseAccount } from '../packages/embedded-postgres/src/account.mjs'
import { until } from '../packages/embedded-postgres/src/processes.mjs'
import { root } from './lib/project.mjs'
import { connect } from './lib/tables.mjs'

const { bin, missing } = findPostgres()
const skip = missing ?? false
const password = 'a/b:c@d%e'

describe('a backup of an external database', () => {
  let parent, here, there, vises, rows
  const dataDir = () => path.join(parent, 'data')
  const stops = []

  before(async () => {
    if (skip) return
    parent = mkdtempSync(path.join(os.tmpdir(), 'vises-external-'))
    stops.push(() => rmSync(parent, { recursive: true, force: true }))
    here = await aServer(path.join(parent, 'here'), stops)
    there = await aServer(path.join(parent, 'there'), stops)
    vises = await startVises(here, dataDir(), stops)
    handInFiles(path.join(dataDir(), 'files'))
    rows = await rowsOf(here)
  })
  after(async () => {
    for (const stop of stops.toReversed()) await stop()
  })

  let backup
  /** Made once, while VISES runs. */
  function theBackup() {
    if (backup) return backup
    const folder = path.join(parent, 'backup')
    const { status, said } = run('backup', [folder], { dataDir: dataDir(), env: asOperator(here) })
    assert.equal(status, 0, said)
    const all = Object.values(rows)
    assert.equal(said, `Backup of ${all.length} tables and ${all.flat().length} rows written to ${folder}\n`)
    return (backup = folder)
  }

  test('is refused to the owner, whose backup would lack what the fences hide from it', { skip }, async () => {
    const owner = await connect(here.ownerUrl)
    const { rows: seen } = await owner.query('select from support_session')
    await owner.end()
    assert.equal(seen.length, 0)
    assert.ok(rows['public.support_session'].length > 0)
    const folder = path.join(parent, 'of-the-owner')
    const { status, said } = run('backup', [folder], { dataDir: dataDir(), env: { DATABASE_URL: here.ownerUrl } })
    assert.equal(status, 1, said)
    assert.match(said, /^The role vises_owner sees only some of the rows, so its backup would not be whole\./)
    assert.deepEqual(
      readdirSync(parent).filter((name) => name.startsWith('of-the-owner')),
      [],
    )
  })

  test('brings every row and every file back on a new server, and VISES runs on it', { skip }, async () => {
    const folder = theBackup()
    assert.equal(vises.exitCode, null, 'VISES went on running')
    const partners = new Set(rows['public.enterprise'].map((row) => row.split(',')[0]))
    assert.ok(partners.size >= 2, `rows of ${partners.size} partners`)
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))
    assert.equal(manifest.kind, 'external')
    assert.equal(manifest.owner, 'vises_owner')
    for (const name of readdirSync(folder)) assert.equal(statSync(path.join(folder, name)).mode & 0o777, 0o600)

    const elsewhere = path.join(parent, 'elsewhere')
    const { status, said } = run('restore', [folder], { dataDir: elsewhere, env: asOperator(there) })
    assert.equal(status, 0, said)
    assert.deepEqual(await rowsOf(there), rows)
    assert.deepEqual(await sequencesOf(there), await sequencesOf(here))
    assert.equal(schemaOf(there), schemaOf(here))
    assert.deepEqual(filesBelow(elsewhere), filesBelow(dataDir()))
    assert.equal(statSync(path.join(elsewhere, 'secret')).mode & 0o777, 0o600)
    const again = await startVises(there, elsewhere, stops)
    await end(again, 'SIGTERM')
    assert.deepEqual((await rowsOf(there))['public.enterprise'], rows['public.enterprise'])
  })

  test('replaces a database only when told to, and then wholly', { skip }, async () => {
    const folder = theBackup()
    const files = filesBelow(dataDir())
    const schema = schemaOf(here)
    await end(vises, 'SIGTERM')
    const superuser = await connect(here.url)
    // Past the triggers that keep published versions as they are.
    await superuser.query('set session_replication_role = replica; truncate enterprise cascade')
    await superuser.query('create table stray (); drop schema shared cascade')
    await superuser.end()
    rmSync(path.join(dataDir(), 'files'), { recursive: true })
    writeFileSync(path.join(dataDir(), 'secret'), 'another secret')
    const wiped = await rowsOf(here)

    const target = { dataDir: dataDir(), env: asOperator(here) }
    const refused = run('restore', [folder], target)
    assert.equal(refused.status, 1)
    assert.match(refused.said, /is not empty .* --replace/)
    const empty = run('restore', [folder], { ...target, dataDir: path.join(parent, 'empty') })
    assert.equal(empty.status, 1)
    assert.match(empty.said, /^The database is not empty\. .* --replace/)
    assert.deepEqual(await rowsOf(here), wiped)

    const { status, said } = run('restore', [folder, '--replace'], target)
    assert.equal(status, 0, said)
    assert.deepEqual(await rowsOf(here), rows)
    assert.equal(schemaOf(here), schema)
    const [kept, ...others] = readdirSync(dataDir()).filter((name) => name.startsWith('.before-restore-'))
    assert.deepEqual(others, [])
    assert.equal(readFileSync(path.join(dataDir(), kept, 'secret'), 'utf8'), 'another secret')
    rmSync(path.join(dataDir(), kept), { recursive: true })
    assert.deepEqual(filesBelow(dataDir()), files)
  })
})

/** The folder of the system's PostgreSQL, which is installed first where that is possible; or why there is none. */
function findPostgres() {
  const [present] = foldersOfPostgres()
  if (present) return { bin: present }
  if (process.getuid?.() !== 0 || ask('apt-get', '--version').error) {
    return { missing: 'no PostgreSQL 15 or newer on this machine, and only root with apt-get can install one' }
  }
  ask('apt-get', 'update')
  const { status, stderr } = ask('apt-get', 'install', '-y', '--no-install-recommends', 'postgresql')
  const [installed] = foldersOfPostgres()
  if (!installed) return { missing: `apt-get brought no PostgreSQL 15 or newer (${status}): ${stderr.trim()}` }
  // the package makes a server of its own and may start it
  ask('pg_ctlcluster', String(majorOf(installed)), 'main', 'stop')
  return { bin: installed }
}

function foldersOfPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const programs = ['initdb', 'postgres', 'psql', 'pg_dump', 'pg_restore']
  return [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ask('pg_config', '--bindir').stdout?.trim() ?? '',
    ...process.env.PATH.split(path.delimiter),
  ]
    .filter((folder) => programs.every((name) => existsSync(path.join(folder, name))) && majorOf(folder) >= 15)
    .toSorted((one, other) => majorOf(other) - majorOf(one))
}

function majorOf(folder) {
  return Number(/\d+/.exec(ask(path.join(folder, 'postgres'), '--version').stdout))
}

function ask(program, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 50_000_000 })
}

/** A server that knows nothing of VISES but the roles that the operator makes. */
async function aServer(dir, stops) {
  const account = chooseAccount()
  mkdirSync(dir, { mode: 0o700 })
  writeFileSync(path.join(dir, 'password'), 'of the superuser', { mode: 0o600 })
  account.prepare(dir)
  const start = (program, args) => {
    const log = openSync(path.join(dir, 'log'), 'a')
    const [command, all] = account.wrap(path.join(bin, program), ['-D', path.join(dir, 'data'), ...args])
    const stdio = ['ignore', log, log]
    const child = spawn(command, all, { ...account.spawnOptions, cwd: dir, env: environment(), stdio })
    closeSync(log)
    return child
  }
  const said = () => readFileSync(path.join(dir, 'log'), 'utf8')
  const settings = ['--no-sync', '--locale=C', '--encoding=UTF8', '--auth=scram-sha-256', '-U', 'postgres']
  const [code] = await once(start('initdb', [...settings, `--pwfile=${path.join(dir, 'password')}`]), 'exit')
  assert.equal(code, 0, said())

  const port = await freePort()
  const hasStarted = () => said().includes('database system is ready to accept connections')
  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const flags = options.flatMap((option) => ['-c', option])
  const server = start('postgres', flags)
  stops.push(() => end(server, 'SIGINT'))
  assert.ok((await until(() => hasStarted() || server.exitCode !== null, 20_000)) && hasStarted(), said())

  const made = spawnSync('bash', [path.join(root, 'infra', 'postgres', '10-vises.sh')], {
    env: {
      ...environment(),
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      PGPASSWORD: 'of the superuser',
      POSTGRES_USER: 'postgres',
      VISES_OWNER_PASSWORD: password,
      VISES_BACKUP_PASSWORD: password,
    },
    encoding: 'utf8',
  })
  assert.equal(made.status, 0, made.stderr)
  const url = (name, secret) => `postgres://${name}:${encodeURIComponent(secret)}@127.0.0.1:${port}/vises`
  return {
    url: url('postgres', 'of the superuser'),
    ownerUrl: url('vises_owner', password),
    backupUrl: url('vises_backup', password),
  }
}

/** Starts the built product: its own migrations make the tables, its demo fills them. */
async function startVises({ ownerUrl }, dataDir, stops) {
  const main = path.join(root, 'apps', 'api', 'dist', 'main.mjs')
  assert.ok(existsSync(main), 'the API is not built: npm run build')
  const log = `${dataDir}.log`
  const output = openSync(log, 'a')
  const child = spawn(process.execPath, [main], {
    env: { ...environment(), DATABASE_URL: ownerUrl, VISES_DATA_DIR: dataDir, VISES_JOBS: 'off', PORT: '0' },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  stops.push(() => end(child, 'SIGTERM'))
  const listens = () => existsSync(path.join(dataDir, 'instance.json'))
  await until(() => listens() || child.exitCode !== null, 60_000)
  assert.ok(listens(), readFileSync(log, 'utf8'))
  return child
}

/** Things as people hand them in: in folders, of any bytes, empty, and named in their own language. */
function handInFiles(folder) {
  mkdirSync(path.join(folder, 'été 2026', 'leer'), { recursive: true })
  writeFileSync(path.join(folder, 'photo.jpg'), randomBytes(300_000))
  writeFileSync(path.join(folder, 'empty'), '')
  writeFileSync(path.join(folder, 'été 2026', `rapport d'activité.pdf`), randomBytes(1000))
}

function filesBelow(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name !== 'instance.json')
  return Object.fromEntries(
    names.toSorted().map((name) => {
      const file = path.join(folder, name)
      return [name, statSync(file).isDirectory() ? 'folder' : readFileSync(file)]
    }),
  )
}

/** Every row of every table, as the superuser sees them. */
async function rowsOf({ url }) {
  const client = await connect(url)
  const { rows: tables } = await client.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname !~ '^pg_' and schemaname <> 'information_schema' order by 1`,
  )
  const all = {}
  for (const { name } of tables) {
    const { rows } = await client.query(`select t::text as row from ${name} t order by t::text collate "C"`)
    all[name] = rows.map(({ row }) => row)
  }
  await client.end()
  return all
}

/** Where the counters stand: one that began anew would give a number twice. */
async function sequencesOf({ url }) {
  const client = await connect(url)
  const { rows } = await client.query('select schemaname, sequencename, last_value from pg_sequences order by 1, 2')
  await client.end()
  assert.ok(rows.length > 0)
  return rows
}

/** Tables, fences, owners and rights, as PostgreSQL itself writes them down. */
function schemaOf({ backupUrl }) {
  const { status, stdout, stderr } = ask(path.join(bin, 'pg_dump'), '--schema-only', backupUrl)
  assert.equal(status, 0, stderr)
  assert.match(stdout, /ALTER TABLE ONLY public\.enterprise FORCE ROW LEVEL SECURITY;/)
  // a random word guards the text
  return stdout.replaceAll(/^\\(un)?restrict .*$/gm, '')
}

const asOperator = ({ ownerUrl, backupUrl }) => ({ DATABASE_URL: ownerUrl, BACKUP_DATABASE_URL: backupUrl })

function run(command, args, { dataDir, env }) {
  const script = path.join(root, 'scripts', `${command}.mjs`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env: { ...environment(), ...env, VISES_DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

/** What an operator or another test has set must not reach what is started here. */
function environment() {
  const others = /^(VISES_(?!STAGE).*|PG.*|(BACKUP_)?DATABASE_URL|SMTP_URL|PORT|HOST|NODE_ENV|NODE_TEST_CONTEXT)$/
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.test(name)))
  return { ...env, PATH: `${bin}${path.delimiter}${process.env.PATH}` }
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
