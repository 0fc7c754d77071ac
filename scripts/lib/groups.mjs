import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './project.mjs'

const onWindows = process.platform === 'win32'
const groups = new Set()

/**
 * Starts a program in a process group of its own, so that it can be stopped with everything it starts: npm, turbo and
 * shells do not pass signals on to what runs below them.
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: needsShell(command),
    ...options,
    detached: !onWindows,
  })
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, problem: error.message }))
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, signal }))
  })
  const group = {
    child,
    ended: ended.finally(() => groups.delete(group)),
    signal: (name) => signalGroup(child.pid, name),
  }
  groups.add(group)
  return group
}

/** Runs a program whose output matters only when it fails; answers its code and what it said. */
export async function runQuietly(command, args, options) {
  const { child, ended } = startGroup(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const { code, problem } = await ended
  return { code, said: problem ?? said }
}

/** Stops what is running now: politely, and by force after a while. */
export async function stopGroups(patience = 10_000) {
  const running = [...groups]
  for (const group of running) group.signal('SIGTERM')
  await Promise.race([Promise.all(running.map(isGone)), sleep(patience)])
  for (const group of running) group.signal('SIGKILL')
}

/** Stops what is running now by force. */
export function killGroups() {
  for (const group of groups) group.signal('SIGKILL')
}

/**
 * Ends what a program left behind outside of its group, such as the database of a test run that was cut off. It is known
 * by a mark in its environment; only Linux lets us look for that.
 */
export async function sweep(mark) {
  if (process.platform !== 'linux') return
  // the first is what PostgreSQL clears up on
  for (const signal of ['SIGQUIT', 'SIGKILL']) {
    const left = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isMarked(pid, mark))
    if (!left.length) return
    for (const pid of left) sendTo(Number(pid), signal)
    await sleep(500)
  }
}

function isMarked(pid, mark) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark)
  } catch {
    return false
  }
}

async function isGone({ child, ended }) {
  await ended
  while (signalGroup(child.pid, 0)) await sleep(50)
}

function signalGroup(pid, name) {
  if (!pid) return false
  if (onWindows)
    return spawnSync('taskkill', ['/pid', String(pid), '/t', ...(name === 'SIGKILL' ? ['/f'] : [])]).status === 0
  return sendTo(-pid, name)
}

function sendTo(pid, name) {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}

// npm and the programs in node_modules/.bin are scripts for the command shell on Windows
const needsShell = (command) => onWindows && command !== process.execPath
