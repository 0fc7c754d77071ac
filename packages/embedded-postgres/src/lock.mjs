import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { answersSignals, isRunning, lifeOf, sleep } from './processes.mjs'
import { Sentence } from './sentence.mjs'

const heldHere = new Set()

/**
 * Takes the folder for one process: its server, its backup or its restore. A lock left by a process that is gone is
 * taken over. This keeps two of ours from pulling the server from under each other; that two servers never open the
 * same files is PostgreSQL's own guard, which does not rest on this one.
 */
export async function takeLock(dir, { purpose, wait = 0 }) {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = path.join(dir, 'owner.lock')
  const token = randomUUID()
  const deadline = Date.now() + wait
  while (!create(file, { pid: process.pid, life: lifeOf(process.pid), purpose, token })) {
    const holder = readHolder(file)
    const isLive = holder && isHeld(holder)
    // a server may be about to stop; a backup takes as long as it takes
    if (isLive && (Date.now() > deadline || holder.purpose !== 'server')) throw new Sentence(inUse(dir, holder))
    if (!isLive) breakLock(file, holder)
    await sleep(isLive ? 50 : 1)
  }
  heldHere.add(token)
  return {
    release() {
      if (heldHere.delete(token) && readHolder(file)?.token === token) rmSync(file, { force: true })
    },
  }
}

function inUse(dir, { pid, purpose }) {
  if (purpose !== 'server') return `A ${purpose} of ${dir} is under way (process ${pid}): wait until it has finished.`
  return `The database in ${dir} is in use by process ${pid}: stop that one first, or choose another data folder.`
}

function create(file, holder) {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function isHeld({ pid, life, token }) {
  if (pid === process.pid && lifeOf(pid) === life) return heldHere.has(token)
  return life ? isRunning(pid) && lifeOf(pid) === life : answersSignals(pid)
}

/** Removes the lock of a dead holder. Only who makes the file named after that holder may, so no newer lock is hit. */
function breakLock(file, holder) {
  // no holder: its maker is between creating and filling it, or was killed right there
  if (!holder && !isOlderThan(file, 2000)) return
  const right = `${file}.${holder?.token ?? 'unreadable'}`
  if (!create(right, {})) {
    if (isOlderThan(right, 2000)) rmSync(right, { force: true })
    return
  }
  if (readHolder(file)?.token === holder?.token) rmSync(file, { force: true })
  rmSync(right, { force: true })
}

function isOlderThan(file, milliseconds) {
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {}
  return mtimeMs !== undefined && Date.now() - mtimeMs > milliseconds
}
