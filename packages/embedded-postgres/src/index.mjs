import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { Client } from 'pg'
import { chooseAccount } from './account.mjs'
import { findBinaries } from './binaries.mjs'
import { dropMisleadingPidFile, ensureCluster, findServer, layout, readPassword, readPidFile } from './cluster.mjs'
import { takeLock } from './lock.mjs'
import { isRunning, servesFolder, sleep, until } from './processes.mjs'
import { Sentence } from './sentence.mjs'

export { takeLock } from './lock.mjs'
export { Sentence } from './sentence.mjs'

const loopback = '127.0.0.1'
const megabyte = 1024 * 1024

/** Starts the PostgreSQL that comes with VISES on the files in `dir`, or takes over the one left running there. */
export async function startEmbedded({
  dir,
  database = 'vises',
  durable = true,
  log = () => {},
  onExit = () => {},
  lock,
}) {
  const binaries = findBinaries()
  const account = chooseAccount()
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const places = layout(realpathSync(dir))
  // a restart may overlap with the end of the process before it
  const owned = lock ?? (await takeLock(places.dir, { purpose: 'server', wait: 5000 }))
  const release = () => (lock ? undefined : owned.release())
  let server
  try {
    await ensureCluster(places, { binaries, account, durable, log })
    const orphan = await findSettledServer(places, log)
    if (orphan) log(`taking over the server left running, process ${orphan.pid}`)
    server = orphan ?? (await launch(places, { binaries, account, durable, log }))
    const url = (name) => `postgres://postgres:${readPassword(places)}@${loopback}:${server.port}/${name}`
    await ensureDatabase(url('postgres'), database)
    return { ...watch(server, { places, binaries, release, onExit, log }), url: url(database), reused: Boolean(orphan) }
  } catch (error) {
    if (server) await shutDown(server, { places, binaries, log })
    release()
    throw error
  }
}

/**
 * Stops a server that runs on the files in `dir` although its starter is gone. Says whether there was one; a server
 * whose owner lives is left alone.
 */
export async function stopLeftover({ dir, immediately = false, log = () => {}, lock }) {
  if (!existsSync(layout(dir).unit)) return false
  const places = layout(realpathSync(dir))
  const owned = lock ?? (await takeLock(places.dir, { purpose: 'server' }).catch(nothingFor(Sentence)))
  if (!owned) return false
  try {
    const server = findServer(places)
    if (server) await shutDown(server, { places, log, immediately })
    return Boolean(server)
  } finally {
    if (!lock) owned.release()
  }
}

const nothingFor = (kind) => (error) => {
  if (!(error instanceof kind)) throw error
}

/** A server that is starting or stopping is neither there nor gone: wait for one or the other. */
async function findSettledServer(places, log) {
  let server = findServer(places)
  if (server && server.status !== 'ready') {
    log(`waiting for the server left running, process ${server.pid}: ${server.status}`)
    do {
      await sleep(50)
      server = findServer(places)
    } while (server && server.status !== 'ready')
  }
  if (!server) dropMisleadingPidFile(places, log)
  return server
}

async function launch(places, { binaries, account, durable, log }) {
  const deadline = Date.now() + 20_000
  for (;;) {
    const port = await freePort()
    const { child, failure } = await launchOnce(places, { port, binaries, account, durable, log })
    if (!failure) return { pid: child.pid, port, child }
    // the port was taken in between, or sessions of a killed server still hold its shared memory for a moment
    const passes = /could not (bind|create any TCP)|shared memory block .* still in use/.test(failure)
    if (!passes || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${failure}`)
    await sleep(250)
  }
}

async function launchOnce(places, { port, binaries, account, durable, log }) {
  const output = openLog(places.log)
  const [program, args] = account.wrap(binaries.postgres, ['-D', places.data, ...settings({ port, durable })])
  // in a process group of its own: Ctrl-C in a terminal must not take the database away before the API has finished
  const child = spawn(program, args, {
    ...account.spawnOptions,
    cwd: places.dir,
    detached: process.platform !== 'win32',
    stdio: ['ignore', output.file, output.file],
  })
  let ended
  child.once('error', (error) => (ended = error.message))
  child.once('exit', (code, signal) => (ended ??= `ended with ${signal ?? code}`))
  closeSync(output.file)
  const isReady = () => {
    const noted = readPidFile(places.data)
    return noted?.pid === child.pid && noted.status === 'ready'
  }
  // recovery after a crash may take its time, and cutting it short would only make the next one longer
  while (!(await until(() => ended || isReady(), 10_000))) log('PostgreSQL is still starting, perhaps after a crash')
  return { child, failure: ended && `${ended}\n${output.written()}`.trim() }
}

function settings({ port, durable }) {
  const values = {
    port,
    listen_addresses: loopback,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // the log keeps starts, stops and crashes; statements and their values are people's answers and stay out
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function openLog(name) {
  const size = () => statSync(name, { throwIfNoEntry: false })?.size ?? 0
  if (size() > megabyte) renameSync(name, `${name}.1`)
  const before = size()
  return {
    file: openSync(name, 'a', 0o600),
    written: () => readFileSync(name).subarray(before).toString().slice(-4000),
  }
}

async function ensureDatabase(url, database) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // a server that dies right now must fail the query, not the process
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } catch (error) {
    if (error.code !== '42P04') throw error // made by somebody else in between
  } finally {
    await client.end()
  }
}

function watch(server, { places, binaries, release, onExit, log }) {
  let stopping
  const gone = (how) => {
    if (stopping) return
    stopping = Promise.resolve()
    unwatch()
    release()
    onExit(how)
  }
  // a server taken over is nobody's child here, so nothing reports its end
  const poll = server.child ? undefined : setInterval(() => isRunning(server.pid) || gone('is gone'), 500).unref()
  server.child?.once('exit', (code, signal) => gone(`ended with ${signal ?? code}`))
  // `process.exit` somewhere deep in the program leaves no time to wait, but the server can find its way out alone
  const parting = () => {
    signal(server.pid, 'SIGINT')
    release()
  }
  process.once('exit', parting)
  const unwatch = () => {
    clearInterval(poll)
    process.removeListener('exit', parting)
  }
  const stop = () => {
    stopping ??= shutDown(server, { places, binaries, log }).finally(() => {
      unwatch()
      release()
    })
    return stopping
  }
  return { pid: server.pid, port: server.port, stop }
}

/** Fast, then immediate, then forced: only the first leaves nothing to recover at the next start. */
async function shutDown({ pid }, { places, binaries, log, immediately = false }) {
  const ended = () => !isRunning(pid) || !servesFolder(pid, places.data)
  if (process.platform === 'win32') {
    const { pgCtl } = binaries ?? findBinaries()
    spawnSync(pgCtl, ['stop', '-D', places.data, '-m', immediately ? 'immediate' : 'fast'])
    if (await until(ended, 1000)) return
  }
  const steps = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ]
  for (const [name, patience] of immediately ? steps.slice(1) : steps) {
    signal(pid, name)
    if (await until(ended, patience, 10)) return
    log(`PostgreSQL (process ${pid}) did not stop on ${name}`)
  }
  throw new Sentence(`PostgreSQL (process ${pid}) cannot be stopped.`)
}

function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, loopback, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
