import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { startGroup } from './groups.mjs'
import { root } from './project.mjs'
import { duration, quietEnv } from './tools.mjs'

const logs = path.join(root, 'test-results', 'stages')
const tailLines = 60
const minute = 60_000

/**
 * One thing that can pass or fail.
 * @typedef {object} Stage
 * @property {string} name
 * @property {(step: (command: string, args: string[], options?: object) => Promise<void>) => Promise<void>} run
 *   Runs its programs by `step`, which throws when one fails.
 * @property {() => import('./counts.mjs').Counts} [count] Counts its tests afterwards; a stage without counts as one.
 * @property {boolean} [needed] When it fails, the groups after it make no sense and are not run.
 * @property {number} [minutes] The longest it may take; 15 when not said.
 */

/**
 * Runs groups of stages one after the other, the stages of a group two at a time; prints a summary whose last line is
 * the count, and answers whether all is well.
 * @param {Stage[][]} groups
 */
export async function runStages(groups) {
  rmSync(logs, { recursive: true, force: true })
  mkdirSync(logs, { recursive: true })
  const since = Date.now()
  const results = []
  let broken
  for (const group of groups) {
    if (broken) results.push(...group.map(({ name }) => notRun(name, broken)))
    else results.push(...(await twoAtATime(group, runStage)))
    broken ??= results.find((result) => !result.ok && result.needed)?.name
  }
  summarise(results, since)
  return results.every(({ ok }) => ok)
}

async function twoAtATime(stages, run) {
  const results = []
  const waiting = stages.entries()
  const lane = async () => {
    for (const [place, stage] of waiting) results[place] = await run(stage)
  }
  await Promise.all([lane(), lane()])
  return results
}

async function runStage(stage) {
  const log = path.join(logs, `${stage.name.replaceAll(/[^a-z0-9]+/gi, '-')}.log`)
  const file = openSync(log, 'a')
  const since = Date.now()
  const problem = await attempt(stage, file)
  closeSync(file)
  const result = { ...judge(stage, problem), log, needed: stage.needed }
  const counted = stage.count ? `${result.passed} passed${result.failed ? `, ${result.failed} failed` : ''}` : ''
  console.log(`${result.ok ? 'ok  ' : 'FAIL'}  ${stage.name.padEnd(28)} ${duration(since).padStart(12)}  ${counted}`.trimEnd())
  return result
}

/** Runs the stage's programs; answers what went wrong. */
async function attempt({ run, minutes = 15 }, file) {
  const deadline = Date.now() + minutes * minute
  const step = async (command, args, options) => {
    writeSync(file, `$ ${path.relative(root, command) || command} ${args.join(' ')}\n`)
    const group = startGroup(command, args, { env: quietEnv, ...options, stdio: ['ignore', file, file] })
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      group.signal('SIGKILL')
    }, deadline - Date.now())
    const { code, signal, problem } = await group.ended
    clearTimeout(timer)
    // what a test leaves running would hold ports and files of the next one
    group.signal('SIGKILL')
    if (isLate) throw new Error(`not finished after ${minutes} minutes`)
    if (code !== 0) throw new Error(`${path.basename(command)} ${problem ?? `ended with ${signal ?? code}`}`)
  }
  try {
    await run(step)
    return undefined
  } catch (error) {
    return error.message
  }
}

/** A stage passes when its programs did and, where tests are counted, at least one ran and none failed. */
function judge({ name, count }, problem) {
  if (!count) return { name, ok: !problem, passed: problem ? 0 : 1, failed: problem ? 1 : 0, skipped: [], problems: [problem] }
  let counts
  try {
    counts = count()
  } catch (error) {
    counts = { passed: 0, failed: 0, skipped: [], problems: [`its report cannot be read: ${error.message}`] }
  }
  const problems = [...counts.problems]
  if (problem && counts.failed === 0) problems.push(problem)
  if (counts.passed + counts.failed === 0) problems.push('no test ran')
  const failed = counts.failed + problems.length
  return { name, ok: failed === 0, passed: counts.passed, failed, skipped: counts.skipped, problems }
}

function notRun(name, broken) {
  console.log(`FAIL  ${name.padEnd(28)} ${'not run'.padStart(12)}`)
  return { name, ok: false, passed: 0, failed: 1, skipped: [], problems: [`not run, because ${broken} failed`] }
}

function summarise(results, since) {
  for (const { name, problems, log } of results.filter(({ ok }) => !ok)) {
    console.log(`\nFAILED: ${name}`)
    for (const problem of problems.filter(Boolean)) console.log(`  ${problem}`)
    if (!log) continue
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
    if (lines.length > tailLines) console.log(`  … ${path.relative(root, log)}`)
    for (const line of lines.slice(-tailLines)) console.log(`  | ${line}`)
  }
  const skipped = results.flatMap(({ name, skipped }) => skipped.map((test) => `${name}: ${test}`))
  console.log(`\n${results.length} stages in ${duration(since)}`)
  for (const test of skipped) console.log(`skipped: ${test}`)
  const sum = (kind) => results.reduce((total, result) => total + result[kind], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`)
}
