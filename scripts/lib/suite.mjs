import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { countJest, countNodeTest, countPlaywright } from './counts.mjs'
import { root, workspaces } from './project.mjs'
import { npm, quietEnv, tool, turboRun } from './tools.mjs'

const reports = path.join(root, 'test-results')

// the tests bring databases of their own: what an operator has set must never be their target
const operators = /^(VISES_.*|DATABASE_URL|BACKUP_DATABASE_URL|SMTP_URL|PORT|HOST|NODE_ENV)$/
const testEnv = Object.fromEntries(Object.entries(quietEnv).filter(([name]) => !operators.test(name)))

const program = (name, command, args, more) => ({
  name,
  run: (step) => step(command, args, { env: testEnv }),
  ...more,
})

export const format = program('format', tool('oxfmt'), ['--check'])
export const lint = program('lint', tool('oxlint'), ['--deny-warnings'])
export const versions = program('versions', tool('sherif'), [])
/** A package that lacks builds for some system leaves holes in the lockfile, and the next installation anywhere fails. */
export const lockfile = program('lockfile', npm, [
  'ci',
  '--dry-run',
  '--ignore-scripts',
  '--no-audit',
  '--loglevel=error',
])
export const build = program('build', tool('turbo'), turboRun('build'), { needed: true })
export const types = program('types', process.execPath, [path.join(root, 'scripts/typecheck.mjs')])
export const generated = program('generated files', npm, ['run', '--silent', 'generate:check'])
export const unusedCode = program('unused code', tool('knip'), [])
export const dependencyRules = program('dependency rules', tool('depcruise'), [
  '--config',
  '.dependency-cruiser.cjs',
  'apps',
  'packages',
  'scripts',
])

/** The tests of the scripts themselves. */
export function scriptTests() {
  const folders = ['scripts', 'scripts/lib']
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.test.mjs'))
      .map((name) => path.join(folder, name)),
  )
  const report = path.join(reports, 'scripts.jsonl')
  return {
    name: 'tests of scripts',
    run: (step) => step(process.execPath, ['--test', ...nodeTestReporters(report), ...files], { env: testEnv }),
    count: () => countNodeTest(report),
  }
}

/** One stage for each workspace with this npm script, except the browser tests. */
export function workspaceTests(script) {
  return workspaces()
    .filter(({ name, scripts }) => scripts?.[script] && name !== '@vises/e2e')
    .map(({ name, scripts }) =>
      testStage(name.replace('@vises/', ''), { workspace: name, script, command: scripts[script] }),
    )
}

function testStage(short, { workspace, script, command }) {
  const report = path.join(reports, `${short}-${script.replace(':', '-')}.json`)
  const [args, count] = command.includes('jest')
    ? [['--json', `--outputFile=${report}`], countJest]
    : [nodeTestReporters(report), countNodeTest]
  return {
    name: `tests of ${short}`,
    run: (step) => step(npm, ['run', '--silent', script, '-w', workspace, '--', ...args], { env: testEnv }),
    count: () => count(report),
  }
}

function nodeTestReporters(report) {
  const lines = path.join(root, 'scripts', 'lib', 'node-test-lines.mjs')
  return [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${lines}`,
    `--test-reporter-destination=${report}`,
  ]
}

export function browserTests() {
  const report = path.join(reports, 'browser.json')
  return {
    name: 'browser tests',
    minutes: 30,
    async run(step) {
      const browser = await ensureBrowser({ runStep: step })
      const env = { ...testEnv, CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
      await step(npm, ['run', '--silent', 'test', '-w', '@vises/e2e', '--', '--reporter=list,json'], { env })
    },
    count: () => countPlaywright(report),
  }
}
