import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { checkDataFolder, checkPort, portFrom } from './checks.mjs'
import { reasonToRefuseNode } from './node-version.mjs'
import { dataFolder, runningInstance } from './project.mjs'

test('refuses a Node that is too old, and says what to do', () => {
  for (const version of ['18.20.4', '20.18.3']) assert.match(reasonToRefuseNode(version), /needs Node 20\.19/)
  for (const version of ['20.19.0', '20.20.2', '22.1.0', '24.0.0']) assert.equal(reasonToRefuseNode(version), undefined)
})

test('reads the port from its setting', () => {
  assert.equal(portFrom(undefined, 4000), 4000)
  assert.equal(portFrom('', 4000), 4000)
  assert.equal(portFrom('8080', 4000), 8080)
  for (const wrong of ['abc', '70000', '-1', '80.5']) {
    assert.throws(() => portFrom(wrong, 4000), { name: 'Sentence', message: /is not a port number/ })
  }
})

test('names the port that is taken and the way out', async (t) => {
  const server = createServer().listen(0, '127.0.0.1')
  t.after(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await assert.rejects(checkPort(port, 'Choose another port: PORT=4001 npm start'), {
    name: 'Sentence',
    message: `Port ${port} is taken by another program. Choose another port: PORT=4001 npm start`,
  })
})

test('makes the data folder, and says so where it cannot', (t) => {
  const parent = aFolder(t)
  checkDataFolder(path.join(parent, 'some', 'where'))
  assert.ok(existsSync(path.join(parent, 'some', 'where')))
  writeFileSync(path.join(parent, 'file'), '')
  for (const wrong of ['file', 'file/below']) {
    assert.throws(() => checkDataFolder(path.join(parent, wrong)), {
      name: 'Sentence',
      message: /cannot write there \(part of that path is a file\)/,
    })
  }
})

test('stops at a folder that cannot be made', { skip: process.platform !== 'linux' }, () => {
  assert.throws(() => checkDataFolder('/proc/vises'), { name: 'Sentence', message: /\/proc\/vises and cannot write/ })
})

test('takes a relative data folder from where npm was called', () => {
  assert.equal(dataFolder({ VISES_DATA_DIR: 'mine', INIT_CWD: '/home/somebody' }), '/home/somebody/mine')
  assert.match(dataFolder({}), /\.data$/)
})

test('is not misled by the note of an instance that crashed', async (t) => {
  const dataDir = aFolder(t)
  assert.equal(await runningInstance(dataDir), undefined)
  writeFileSync(path.join(dataDir, 'instance.json'), JSON.stringify({ pid: process.pid, port: 1 }))
  assert.equal(await runningInstance(dataDir), undefined)
  const server = createServer().listen(0, '127.0.0.1')
  t.after(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const instance = { pid: process.pid, port: server.address().port }
  writeFileSync(path.join(dataDir, 'instance.json'), JSON.stringify(instance))
  assert.deepEqual(await runningInstance(dataDir), instance)
})

function aFolder(t) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vises-scripts-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
