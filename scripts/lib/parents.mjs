import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Calls back once when the npm that runs this script is gone. npm passes a signal on to its shell, and the shell keeps
 * it for itself, so without this `kill <npm>` would leave everything running. Started without npm, nobody is watched:
 * a program may well outlive the shell it was started from.
 */
export function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_script?.includes(path.basename(process.argv[1]))) return
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
  const before = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(timer)
    callback()
  }, 300)
  timer.unref()
}

/** Linux only: between npm and this script stands a shell that stays when npm is killed. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return ''
  }
}
