import { readFileSync } from 'node:fs'

/**
 * What a test runner counted. `problems` are failures that are not tests: a file that did not load, a runner that broke.
 * @typedef {{ passed: number, failed: number, skipped: string[], problems: string[] }} Counts
 */

/** Reads the report of `jest --json --outputFile`. */
export function countJest(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const tests = report.testResults.flatMap((suite) => suite.assertionResults)
  const withStatus = (...wanted) => tests.filter(({ status }) => wanted.includes(status))
  return {
    passed: withStatus('passed').length,
    failed: withStatus('failed').length,
    skipped: withStatus('pending', 'todo', 'skipped', 'disabled').map(({ fullName }) => fullName),
    problems: report.testResults
      .filter((suite) => suite.status === 'failed' && !suite.assertionResults.some(({ status }) => status === 'failed'))
      .map((suite) => `${suite.name} did not run`),
  }
}

/** Reads the report of Playwright's JSON reporter. A test that passed only on a second try has failed once. */
export function countPlaywright(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const tests = report.suites.flatMap((suite) => testsBelow(suite, []))
  const withStatus = (...wanted) => tests.filter(({ status }) => wanted.includes(status))
  return {
    passed: withStatus('expected').length,
    failed: withStatus('unexpected', 'flaky').length,
    skipped: withStatus('skipped').map(({ name }) => name),
    problems: report.errors.map(({ message }) => message),
  }
}

function testsBelow(suite, above) {
  const names = [...above, suite.title]
  return [
    ...(suite.suites ?? []).flatMap((inner) => testsBelow(inner, names)),
    ...suite.specs.flatMap((spec) =>
      spec.tests.map(({ status }) => ({ status, name: [...names, spec.title].join(' › ') })),
    ),
  ]
}

/** Reads what `node-test-lines.mjs` wrote: one line of JSON for each test. */
export function countNodeTest(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const tests = lines.map((line) => JSON.parse(line))
  return {
    passed: tests.filter(({ outcome }) => outcome === 'passed').length,
    failed: tests.filter(({ outcome }) => outcome === 'failed').length,
    skipped: tests.filter(({ outcome }) => outcome === 'skipped').map(({ name }) => name),
    problems: [],
  }
}
