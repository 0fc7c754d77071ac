import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { answersSignals, isRunning, servesFolder } from './processes.mjs'
import { Sentence } from './sentence.mjs'

const unitName = 'cluster'
const halfMade = `${unitName}.new-`

/** Where the parts of an embedded database lie below its folder. */
export function layout(dir) {
  const unit = path.join(dir, unitName)
  return {
    dir,
    unit,
    data: path.join(unit, 'data'),
    password: path.join(unit, 'password'),
    log: path.join(dir, 'postgres.log'),
  }
}

/**
 * Makes the database files on first use. They are made aside, with their password, and moved into place in one step:
 * a first start that was cut off leaves nothing that could be mistaken for a database.
 */
export async function ensureCluster(places, { binaries, account, durable, log }) {
  account.prepare(places.dir)
  clearHalfMade(places.dir)
  if (!existsSync(places.unit)) await makeCluster(places, { binaries, account, durable, log })
  checkVersion(places, binaries.major)
  // PostgreSQL refuses a folder that others may read, and copying tools like to open it up
  if (process.platform !== 'win32' && (statSync(places.data).mode & 0o777) !== 0o700) chmodSync(places.data, 0o700)
}

async function makeCluster(places, { binaries, account, durable, log }) {
  log('making a new database')
  const aside = path.join(places.dir, halfMade + randomUUID())
  const password = path.join(aside, 'password')
  mkdirSync(aside, { mode: 0o700 })
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600, flush: durable })
  account.prepare(aside)
  const args = ['-D', path.join(aside, 'data'), '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${password}`]
  args.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (!durable) args.push('--no-sync')
  try {
    await run(...account.wrap(binaries.initdb, args), account.spawnOptions)
    renameSync(aside, places.unit)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    throw error
  }
  if (durable) syncFolder(places.dir)
}

/** The program that was making one may still be writing into it for a moment, until it notices. */
function clearHalfMade(dir) {
  for (const name of readdirSync(dir).filter((entry) => entry.startsWith(halfMade))) {
    rmSync(path.join(dir, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 10 })
  }
}

function checkVersion(places, major) {
  const made = readOwn(path.join(places.data, 'PG_VERSION'))
  if (made === major) return
  throw new Sentence(
    `The database in ${places.dir} was made by PostgreSQL ${made}, and this version of VISES brings PostgreSQL ${major}: ` +
      'start the earlier version of VISES to take your data along, or choose an empty data folder (VISES_DATA_DIR).',
  )
}

/** Reads the random password of the superuser; the file is readable by its owner only. */
export const readPassword = (places) => readOwn(places.password)

function readOwn(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error.code === 'EACCES') throw new Sentence(`${file} belongs to another user: run as that user.`)
    if (error.code === 'ENOENT') throw new Sentence(`${file} is missing: this is not a whole database.`)
    throw error
  }
}

/** Looks for a running server of these files, whoever started it. */
export function findServer({ data }) {
  const noted = readPidFile(data)
  if (noted && isRunning(noted.pid) && servesFolder(noted.pid, data)) return noted
  return undefined
}

/**
 * Removes a pid file that names a zombie or a stranger. PostgreSQL asks only whether the number answers, so it would
 * refuse to start for ever; a number that does not answer it clears away itself.
 */
export function dropMisleadingPidFile({ data }, log) {
  const noted = readPidFile(data)
  if (!noted || !answersSignals(noted.pid)) return
  log(`the pid file names process ${noted.pid}, which is not this database's server: removed`)
  rmSync(path.join(data, 'postmaster.pid'))
}

/** The server's own note: process number, port, and `starting`, `ready` or `stopping`. */
export function readPidFile(data) {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Math.abs(Number(lines[0]))
    return pid ? { pid, port: Number(lines[3]), status: lines[7]?.trim() || 'starting' } : undefined
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said = (said + text).slice(-4000)))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${path.basename(program)} ended with ${signal ?? code}: ${said.trim()}`))
    })
  })
}

function syncFolder(dir) {
  if (process.platform === 'win32') return
  const folder = openSync(dir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
