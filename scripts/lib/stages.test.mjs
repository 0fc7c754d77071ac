import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isRunning } from '../../packages/embedded-postgres/src/processes.mjs'
import { countJest, countNodeTest, countPlaywright } from './counts.mjs'
import { countCopiedRows } from './dump.mjs'
import { runStages } from './stages.mjs'

const node = (script) => (step) => step(process.execPath, ['-e', script])
const counting = (counts) => () => ({ passed: 0, failed: 0, skipped: [], problems: [], ...counts })

test('counts stages and tests, and ends with the count', async (t) => {
  const { ok, lines } = await run(t, [
    [
      { name: 'format', run: node('') },
      { name: 'tests of api', run: node(''), count: counting({ passed: 12 }) },
    ],
  ])
  assert.equal(ok, true)
  assert.equal(lines.at(-1), '13 passed, 0 failed')
})

test('names what failed, with its last words', async (t) => {
  const { ok, lines } = await run(t, [
    [
      { name: 'lint', run: node('console.log("unused variable"); process.exit(2)') },
      { name: 'types', run: node('') },
    ],
  ])
  assert.equal(ok, false)
  assert.ok(lines.includes('FAILED: lint'))
  assert.ok(lines.includes('  | unused variable'))
  assert.equal(lines.at(-1), '1 passed, 1 failed')
})

test('fails when no test ran, when a runner broke, and when its report is missing', async (t) => {
  const { ok, lines } = await run(t, [
    [
      { name: 'none', run: node(''), count: counting({}) },
      { name: 'broken', run: node('process.exit(1)'), count: counting({ passed: 3 }) },
      { name: 'mute', run: node(''), count: () => countJest('/nowhere') },
    ],
  ])
  assert.equal(ok, false)
  assert.equal(lines.at(-1), '3 passed, 3 failed')
})

test('names the skipped tests before the count', async (t) => {
  const { ok, lines } = await run(t, [
    [{ name: 'tests', run: node(''), count: counting({ passed: 1, skipped: ['in the dark'] }) }],
  ])
  assert.equal(ok, true)
  assert.deepEqual(lines.slice(-2), ['skipped: tests: in the dark', '1 passed, 0 failed, 1 skipped'])
})

test('runs nothing on a build that failed, and counts what was not run as failed', async (t) => {
  const { lines } = await run(t, [
    [{ name: 'build', run: node('process.exit(1)'), needed: true }],
    [{ name: 'tests', run: () => assert.fail('must not run'), count: counting({ passed: 1 }) }],
  ])
  assert.ok(lines.includes('  not run, because build failed'))
  assert.equal(lines.at(-1), '0 passed, 2 failed')
})

test('ends a stage that takes too long, with all it started', async (t) => {
  const since = Date.now()
  const { lines } = await run(t, [
    [{ name: 'slow', minutes: 0.01, run: (step) => step('sh', ['-c', 'sleep 60; true']) }],
  ])
  assert.ok(Date.now() - since < 10_000)
  assert.ok(lines.includes('  not finished after 0.01 minutes'))
})

test('ends what a stage left running in a session of its own', { skip: process.platform !== 'linux' }, async (t) => {
  const leave = `const left = require('node:child_process').spawn('sleep', ['61'], { detached: true, stdio: 'ignore' })
    left.unref(); console.log(left.pid); process.exit(1)`
  const { lines } = await run(t, [[{ name: 'tests', run: node(leave) }]])
  const pid = Number(lines.find((line) => /^ {2}\| \d+$/.test(line)).slice(4))
  assert.equal(isRunning(pid), false)
})

test('reads what jest reports', (t) => {
  const suite = (status, ...statuses) => ({
    name: 'a.test.ts',
    status,
    assertionResults: statuses.map((each) => ({ status: each, fullName: `a ${each} test` })),
  })
  const file = aFile(t, { testResults: [suite('failed', 'passed', 'failed', 'pending', 'todo'), suite('failed')] })
  assert.deepEqual(countJest(file), {
    passed: 1,
    failed: 1,
    skipped: ['a pending test', 'a todo test'],
    problems: ['a.test.ts did not run'],
  })
})

test('reads what Playwright reports', (t) => {
  const spec = (title, status) => ({ title, tests: [{ status }] })
  const file = aFile(t, {
    errors: [{ message: 'the server did not start' }],
    suites: [
      {
        title: 'sign-in.spec.ts',
        specs: [spec('signs in', 'expected'), spec('signs out', 'flaky')],
        suites: [{ title: 'in Dutch', specs: [spec('signs in', 'unexpected'), spec('signs out', 'skipped')] }],
      },
    ],
  })
  assert.deepEqual(countPlaywright(file), {
    passed: 1,
    failed: 2,
    skipped: ['sign-in.spec.ts › in Dutch › signs out'],
    problems: ['the server did not start'],
  })
})

test('counts the tests of node:test, in files and in suites', (t) => {
  const file = aFile(t, '')
  const tests = aFile(
    t,
    `import { describe, it, test } from 'node:test'
     test('passes', () => {})
     test('fails', () => { throw new Error('no') })
     test('is skipped', { skip: true }, () => {})
     describe('suite', () => { it('passes too', () => {}) })`,
    'some.test.mjs',
  )
  const reporter = fileURLToPath(new URL('node-test-lines.mjs', import.meta.url))
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${file}`, tests], {
    env,
  })
  assert.deepEqual(countNodeTest(file), { passed: 2, failed: 1, skipped: ['is skipped'], problems: [] })
})

test('counts the rows of a dump, whatever their text holds', async () => {
  const dump = [
    'SET row_security = off;\n\nCOPY public.note (id, text) FROM stdin;\n1\tone\n2\tline\u2028separator\\nCOPY x\n',
    '3\tTR\n\\.\n\n\nCOPY "we ird"."t""x" ("a b") FROM stdin;\n\\.\nCOPY public.no_columns  FROM stdin;\n\n\n\\.\n',
  ]
  // cut in the middle of a line and of a letter
  const bytes = Buffer.from(dump.join(''))
  const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) => bytes.subarray(i * 7, i * 7 + 7))
  assert.deepEqual(await countCopiedRows(Readable.from(chunks)), {
    'public.note': 3,
    '"we ird"."t""x"': 0,
    'public.no_columns': 2,
  })
})

async function run(t, groups) {
  const lines = []
  t.mock.method(console, 'log', (line) => lines.push(...line.split('\n')))
  const logs = mkdtempSync(path.join(os.tmpdir(), 'vises-stages-'))
  t.after(() => rmSync(logs, { recursive: true, force: true }))
  const ok = await runStages(groups, { logs })
  return { ok, lines }
}

function aFile(t, content, name = 'report.json') {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vises-stages-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
