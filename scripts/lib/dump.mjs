import { spawn } from 'node:child_process'
import { finish, write } from './backup-folder.mjs'

/** The connection as libpq's tools read it: in the environment, where other users of the machine cannot see it. */
function connectionEnv(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const decoded = {
    PGHOST: searchParams.get('host') ?? hostname.replace(/^\[(.*)\]$/, '$1'),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode'),
    PGSSLROOTCERT: searchParams.get('sslrootcert'),
  }
  const set = Object.fromEntries(Object.entries(decoded).filter(([, value]) => value))
  return { ...process.env, ...set, PGAPPNAME: 'vises backup' }
}

/** Dumps one moment of the database, the one of an exported snapshot. */
export async function dump(url, { snapshot, file }) {
  const child = spawn('pg_dump', ['--format=custom', `--snapshot=${snapshot}`, '--no-password'], {
    env: connectionEnv(url),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [part] = await Promise.all([write(child.stdout, file), finish(child)])
  return part
}

/** Brings a dump into an empty database, all of it or nothing; everything belongs to the role that signs in. */
export async function load(url, { file, list }) {
  const args = ['--no-owner', '--single-transaction', '--exit-on-error', '--no-password', `--use-list=${list}`]
  await finish(
    spawn('pg_restore', [...args, `--dbname=${connectionEnv(url).PGDATABASE}`, file], {
      env: connectionEnv(url),
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  )
}

/** The dump's table of contents. */
export async function contents(file) {
  const child = spawn('pg_restore', ['--list', file], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [lines] = await Promise.all([child.stdout.setEncoding('utf8').toArray(), finish(child)])
  return lines.join('').split('\n')
}

/** Counts the rows of each table that the dump really holds, by reading all of it. */
export async function countDumpedRows(file) {
  const child = spawn('pg_restore', ['--data-only', '--file=-', file], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [counts] = await Promise.all([countCopiedRows(child.stdout), finish(child)])
  return counts
}

/** Counts the lines of each COPY block. Lines end at line feeds only: a text may hold any other separator. */
export async function countCopiedRows(stream) {
  const counts = {}
  let table
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + chunk.toString('latin1')).split('\n')
    rest = lines.pop()
    for (const line of lines) {
      if (line === '\\.') table = undefined
      else if (table !== undefined) counts[table]++
      else if (line.startsWith('COPY ')) counts[(table = copiedTable(line))] = 0
    }
  }
  return counts
}

const identifier = String.raw`(?:"(?:[^"]|"")+"|[^\s."(]+)`

function copiedTable(line) {
  const text = Buffer.from(line, 'latin1').toString('utf8')
  return new RegExp(`^COPY (${identifier}\\.${identifier}) `).exec(text)[1]
}
