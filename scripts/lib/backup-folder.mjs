import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Sentence } from './sentence.mjs'

/**
 * What a backup folder says about itself, in manifest.json.
 * @typedef {object} Manifest
 * @property {1} format
 * @property {'embedded' | 'external'} kind A copy of the embedded database's files, or a dump of an external one.
 * @property {string} version The version of VISES that made it.
 * @property {string} madeAt
 * @property {string} postgres Major version of the database.
 * @property {Record<string, Record<string, number>>} rows Rows by database and table.
 * @property {string} [owner] The role that owns the tables of an external database.
 * @property {{ name: string, login: boolean }[]} [roles] The roles that the dump mentions.
 * @property {{ role: string, type: string, schema: string | null, identity: string }[]} [owned] What belongs to another
 *   role than the owner.
 * @property {Record<string, { bytes: number, sha256: string }>} parts
 */

const manifestName = 'manifest.json'
export const filesName = 'data.tar.gz'
export const dumpName = 'database.dump'

/** Reads a backup and makes sure that it is whole, before anything is changed. */
export async function readBackup(folder) {
  const file = path.join(folder, manifestName)
  if (!existsSync(file)) throw new Sentence(`${folder} is not a backup of VISES: it has no ${manifestName}.`)
  const manifest = parse(file)
  if (manifest?.format !== 1) throw new Sentence(`${file} cannot be read by this version of VISES.`)
  for (const [name, { bytes, sha256 }] of Object.entries(manifest.parts)) {
    const part = path.join(folder, path.basename(name))
    if (statSync(part, { throwIfNoEntry: false })?.size !== bytes || (await fingerprint(part)) !== sha256) {
      throw new Sentence(`The backup is damaged: ${part} is not the file that was written. Nothing was changed.`)
    }
  }
  return manifest
}

/** Writes the manifest last: a folder without one is an unfinished backup. */
export function writeManifest(folder, manifest) {
  writeFileSync(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
}

/** Packs a folder; answers the size and fingerprint of the archive. */
export async function pack(source, archive, { leaveOut, mayChange = false }) {
  const excludes = leaveOut.map((name) => `--exclude=./${name}`)
  const tar = spawn('tar', ['-czf', '-', ...excludes, '-C', source, '.'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [part] = await Promise.all([write(tar.stdout, archive), finish(tar, { accept: mayChange ? [0, 1] : [0] })])
  return part
}

/** Unpacks an archive into an empty folder, as the user who runs this. */
export async function unpack(archive, target) {
  await finish(
    spawn('tar', ['-xzf', archive, '--no-same-owner', '-C', target], { stdio: ['ignore', 'ignore', 'pipe'] }),
  )
}

/** Writes a stream to a file that only its owner reads; answers its size and fingerprint. */
export async function write(stream, file) {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(stream, measure, createWriteStream(file, { mode: 0o600, flush: true }))
  return { bytes, sha256: hash.digest('hex') }
}

/** Waits for a program; its last words become the reason when it fails. */
export function finish(child, { accept = [0] } = {}) {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (text) => (said = (said + text).slice(-2000)))
    child.once('error', ({ code, message }) => {
      const name = path.basename(child.spawnfile)
      reject(new Sentence(code === 'ENOENT' ? `${name} is needed for this and is not installed.` : message))
    })
    child.once('close', (code, signal) => {
      if (accept.includes(code)) resolve()
      else reject(new Sentence(`${path.basename(child.spawnfile)} ended with ${signal ?? code}: ${said.trim()}`))
    })
  })
}

async function fingerprint(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
