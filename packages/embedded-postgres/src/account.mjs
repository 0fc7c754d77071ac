import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Sentence } from './sentence.mjs'

/**
 * Decides as whom PostgreSQL runs. It refuses to run as root, and initdb refuses a user without a name.
 * In both cases a user namespace shows it an ordinary user while its files stay ours, so neither a system user nor a
 * change of folder permissions is needed. Where namespaces are forbidden, as in a plain Docker container, root hands
 * the database folder to `nobody`.
 *
 * @returns {{ wrap(program: string, args: string[]): [string, string[]], spawnOptions: object, prepare(dir: string): void }}
 */
export function chooseAccount() {
  if (process.platform === 'win32' || (process.getuid() !== 0 && hasName())) return direct()
  const nobody = findNobody()
  if (namespaceWorks(nobody)) return inNamespace(nobody)
  if (process.getuid() === 0) return asNobody(nobody)
  throw new Sentence(
    `User number ${process.getuid()} has no name on this system, and PostgreSQL needs one: ` +
      'run as a named user, or set DATABASE_URL to use a server of your own.',
  )
}

function direct() {
  return { wrap: (program, args) => [program, args], spawnOptions: {}, prepare() {} }
}

function inNamespace(nobody) {
  const flags = namespaceFlags(nobody)
  return {
    wrap: (program, args) => ['unshare', [...flags, program, ...args]],
    spawnOptions: {},
    prepare: (dir) => giveTo(dir, process.getuid(), process.getgid()),
  }
}

function asNobody({ uid, gid }) {
  return {
    wrap: (program, args) => [program, args],
    spawnOptions: { uid, gid },
    prepare(dir) {
      giveTo(dir, uid, gid)
      letPass(path.dirname(dir))
      if (spawnSync('test', ['-w', dir], { uid, gid }).status === 0) return
      throw new Sentence(
        `VISES runs as root, PostgreSQL must not, and the user "nobody" cannot reach ${dir}: run as an ordinary user, ` +
          'put the project where everybody may enter, or set DATABASE_URL to use a server of your own.',
      )
    },
  }
}

function hasName() {
  try {
    return Boolean(os.userInfo().username)
  } catch {
    return false
  }
}

function findNobody() {
  try {
    const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
    return { uid: Number(uid), gid: Number(gid) }
  } catch {
    return { uid: 65534, gid: 65534 }
  }
}

function namespaceFlags({ uid, gid }) {
  return ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']
}

function namespaceWorks(nobody) {
  return spawnSync('unshare', [...namespaceFlags(nobody), 'true']).status === 0
}

/** Only root can, and only root needs to: the same folder may have been used as `nobody` before, or will be. */
function giveTo(dir, uid, gid) {
  if (process.getuid() !== 0) return
  const entry = lstatSync(dir)
  if (entry.uid !== uid) chownTree(dir, uid, gid)
}

function chownTree(entry, uid, gid) {
  if (lstatSync(entry).isSymbolicLink()) return
  if (lstatSync(entry).isDirectory()) for (const name of readdirSync(entry)) chownTree(path.join(entry, name), uid, gid)
  chownSync(entry, uid, gid)
}

/** Lets others walk through root's data folder, not look into it: `nobody` has to get to its own part below. */
function letPass(folder) {
  const { uid, mode } = statSync(folder)
  if (uid === 0 && !(mode & 0o001) && folder !== os.homedir()) chmodSync(folder, (mode & 0o777) | 0o011)
}
