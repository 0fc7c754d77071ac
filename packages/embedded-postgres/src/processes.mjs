import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

const onLinux = process.platform === 'linux'

/** Says whether a process runs. A zombie does not, though it still answers signal 0 until its parent reaps it. */
export function isRunning(pid) {
  return answersSignals(pid) && processStat(pid)?.state !== 'Z'
}

/** Says whether the number is taken by any process, be it a zombie or somebody else's. */
export function answersSignals(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Tells one life of a process number from the next: numbers come back, in a container even the same ones at each
 * start. Empty where the system does not say.
 */
export function lifeOf(pid) {
  const stat = processStat(pid)
  return stat ? `${bootId()}/${stat.startedAt}` : ''
}

/** Says whether a process is the PostgreSQL server of this very data folder: the server works inside its folder. */
export function servesFolder(pid, dataDir) {
  if (process.platform === 'win32') return true
  if (!onLinux)
    return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes('postgres')
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch (error) {
    return error.code === 'EACCES'
  }
}

/** Waits until the condition holds; false when the time is up. */
export async function until(condition, timeout, pause = 20) {
  const deadline = Date.now() + timeout
  while (!condition()) {
    if (Date.now() > deadline) return false
    await sleep(pause)
  }
  return true
}

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function processStat(pid) {
  if (!onLinux) return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name in brackets may hold spaces and brackets, so the fields are counted from the last one
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0], startedAt: fields[19] }
  } catch {
    return undefined
  }
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
