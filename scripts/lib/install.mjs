import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startGroup } from './groups.mjs'
import { root } from './project.mjs'
import { Sentence } from './sentence.mjs'
import { duration, npm, quietEnv } from './tools.mjs'

const stamp = path.join(root, 'node_modules', '.vises-installed')

/** Installs the packages when node_modules is not what the lockfile says. */
export async function ensureInstalled(log) {
  const wanted = wantedState()
  if (read(stamp) === wanted) return
  if (!matchesLockfile()) {
    log(existsSync(path.dirname(stamp)) ? 'Installing packages: the list has changed …' : 'Installing packages …')
    const since = Date.now()
    // NODE_ENV=production would leave out the tools that build the product
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    const { code } = await startGroup(npm, args, { env: quietEnv }).ended
    if (code !== 0) throw new Sentence(`The packages could not be installed: npm ci ended with ${code}, see above.`)
    log(`Packages installed in ${duration(since)}`)
  }
  writeFileSync(stamp, wanted)
}

function wantedState() {
  const lockfile = read(path.join(root, 'package-lock.json'))
  if (lockfile === undefined) throw new Sentence('package-lock.json is missing: this is not a whole copy of VISES.')
  return `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform} ${process.arch}\n`
}

/** Somebody may have run `npm install` by hand: npm's own note of what lies in node_modules tells. */
function matchesLockfile() {
  const noted = read(path.join(root, 'node_modules', '.package-lock.json'))
  if (noted === undefined) return false
  const wanted = JSON.parse(read(path.join(root, 'package-lock.json'))).packages
  const present = JSON.parse(noted).packages
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true
    if (place in present)
      return present[place].version === entry.version && present[place].integrity === entry.integrity
    return entry.optional && !isForThisMachine(entry)
  })
}

// a node_modules copied from another kind of machine lacks exactly these
function isForThisMachine({ os = [], cpu = [], libc }) {
  return !libc && os.includes(process.platform) && cpu.includes(process.arch)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
