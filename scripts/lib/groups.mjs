import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './project.mjs'

const onWindows = process.platform === 'win32'
const groups = new Set()

/**
 * Starts a program in a process group of its own, so that it can be stopped with everything it starts: npm, turbo and
 * shells do not pass signals on to what runs below them.
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: needsShell(command), ...options, detached: !onWindows })
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

async function isGone({ child, ended }) {
  await ended
  while (signalGroup(child.pid, 0)) await sleep(50)
}

function signalGroup(pid, name) {
  if (!pid) return false
  if (onWindows) return spawnSync('taskkill', ['/pid', String(pid), '/t', ...(name === 'SIGKILL' ? ['/f'] : [])]).status === 0
  try {
    process.kill(-pid, name)
    return true
  } catch {
    return false
  }
}

// npm and the programs in node_modules/.bin are scripts for the command shell on Windows
const needsShell = (command) => onWindows && command !== process.execPath
