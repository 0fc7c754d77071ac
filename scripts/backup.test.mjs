import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { startEmbedded, stopLeftover, takeLock } from '../packages/embedded-postgres/src/index.mjs'
import { databaseFolder } from './lib/project.mjs'
import { connect } from './lib/tables.mjs'

describe('a backup of the embedded database', { concurrency: 2 }, () => {
  test('brings everything back on a clean machine', async (t) => {
    const { dataDir, backup } = await aBackup(t)
    const manifest = JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8'))
    assert.deepEqual(manifest.rows, { postgres: {}, vises: { 'public."Réponse"': 3, 'public.vide': 0 } })
    for (const name of readdirSync(backup)) assert.equal(statSync(path.join(backup, name)).mode & 0o777, 0o600)
    const elsewhere = path.join(dataDir, '..', 'elsewhere')
    const { status, said } = run('restore', elsewhere, backup)
    assert.equal(status, 0, said)
    assert.deepEqual(readdirSync(elsewhere).toSorted(), ['files', 'postgres', 'secret'])
    assert.equal(readFileSync(path.join(elsewhere, 'files', 'photo.jpg'), 'utf8'), 'a photo')
    assert.deepEqual(await texts(elsewhere), ['een', 'one', 'un'])
  })

  test('replaces what is there only when told to, and keeps it', async (t) => {
    const { dataDir, backup } = await aBackup(t)
    await inDatabase(dataDir, 'delete from "Réponse"')
    const refused = run('restore', dataDir, backup)
    assert.equal(refused.status, 1)
    assert.match(refused.said, /is not empty \(files, postgres, secret\)\. .* --replace/)
    assert.deepEqual(await texts(dataDir), [])
    assert.equal(run('restore', dataDir, backup, '--replace').status, 0)
    assert.deepEqual(await texts(dataDir), ['een', 'one', 'un'])
    const [kept] = readdirSync(dataDir).filter((name) => name.startsWith('.before-restore-'))
    assert.deepEqual(await texts(path.join(dataDir, kept)), [])
  })

  test('is refused when it is damaged, before anything changes', async (t) => {
    const { dataDir, backup } = await aBackup(t)
    const archive = path.join(backup, 'data.tar.gz')
    const bytes = readFileSync(archive)
    bytes[bytes.length >> 1] ^= 1
    writeFileSync(archive, bytes)
    const elsewhere = path.join(dataDir, '..', 'elsewhere')
    const damaged = run('restore', elsewhere, backup)
    assert.equal(damaged.status, 1)
    assert.match(damaged.said, /^The backup is damaged: .*data\.tar\.gz/)
    writeFileSync(archive, bytes.subarray(0, 1000))
    assert.match(run('restore', elsewhere, backup).said, /^The backup is damaged/)
    assert.equal(existsSync(elsewhere), false)
  })

  test('is refused when it lacks rows it claims to have', async (t) => {
    const { dataDir, backup } = await aBackup(t)
    const manifest = path.join(backup, 'manifest.json')
    writeFileSync(
      manifest,
      readFileSync(manifest, 'utf8').replace('"public.\\"Réponse\\"": 3', '"public.\\"Réponse\\"": 4'),
    )
    const elsewhere = path.join(dataDir, '..', 'elsewhere')
    const { status, said } = run('restore', elsewhere, backup)
    assert.equal(status, 1)
    assert.match(said, /does not hold what it says it holds:\npublic\."Réponse": 4 expected, 3 found/)
    assert.deepEqual(readdirSync(elsewhere), ['postgres'])
    assert.deepEqual(readdirSync(path.join(elsewhere, 'postgres')), [])
  })

  test('waits for nobody: what runs must be stopped first', async (t) => {
    const dataDir = await anInstance(t)
    const server = await startEmbedded({ dir: databaseFolder(dataDir), durable: false })
    const refused = run('backup', dataDir, path.join(dataDir, '..', 'backup'))
    assert.match(refused.said, /is in use by process \d+: stop that one first/)
    await server.stop()
    const lock = await takeLock(databaseFolder(dataDir), { purpose: 'restore' })
    assert.match(run('backup', dataDir, path.join(dataDir, '..', 'backup')).said, /^A restore of .* is under way/)
    lock.release()
    assert.deepEqual(readdirSync(path.dirname(dataDir)), ['data'])
  })

  test('goes into a new folder outside of the data folder', async (t) => {
    const { dataDir, backup } = await aBackup(t)
    assert.match(run('backup', dataDir, backup).said, /exists already/)
    assert.match(run('backup', dataDir, path.join(dataDir, 'files', 'backup')).said, /lies in the data folder/)
    assert.match(run('backup', path.join(dataDir, '..', 'none'), `${backup}2`).said, /There is no database/)
  })
})

async function aBackup(t) {
  const dataDir = await anInstance(t)
  const backup = path.join(dataDir, '..', 'backup')
  const { status, said } = run('backup', dataDir, backup)
  assert.equal(status, 0, said)
  assert.match(said, /^Backup of 2 tables and 3 rows written to /)
  return { dataDir, backup }
}

/** A data folder as an instance leaves it: a database, a secret, and a file that somebody handed in. */
async function anInstance(t) {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'vises-backup-'))
  const dataDir = path.join(parent, 'data')
  t.after(async () => {
    for (const name of readdirSync(parent)) await stopLeftover({ dir: databaseFolder(path.join(parent, name)) })
    rmSync(parent, { recursive: true, force: true })
  })
  mkdirSync(path.join(dataDir, 'files'), { recursive: true })
  writeFileSync(path.join(dataDir, 'files', 'photo.jpg'), 'a photo')
  writeFileSync(path.join(dataDir, 'secret'), 'a secret', { mode: 0o600 })
  writeFileSync(path.join(dataDir, 'instance.json'), '{"pid":0}')
  await inDatabase(
    dataDir,
    `create table "Réponse" (text text); insert into "Réponse" values ('un'), ('een'), ('one'); create table vide ()`,
  )
  return dataDir
}

const texts = async (dataDir) => {
  const rows = await inDatabase(dataDir, 'select text from "Réponse" order by text')
  return rows.map(({ text }) => text)
}

async function inDatabase(dataDir, statement) {
  const server = await startEmbedded({ dir: databaseFolder(dataDir), durable: false })
  const client = await connect(server.url)
  const { rows } = await client.query(statement)
  await client.end()
  await server.stop()
  return rows
}

function run(command, dataDir, ...args) {
  const script = fileURLToPath(new URL(`${command}.mjs`, import.meta.url))
  const { DATABASE_URL: _, BACKUP_DATABASE_URL: __, NODE_TEST_CONTEXT: ___, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    env: { ...env, VISES_DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}
