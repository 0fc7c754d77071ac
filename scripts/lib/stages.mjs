import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { startGroup, stopGroups, sweep } from './groups.mjs'
import { root } from './project.mjs'
import { duration, quietEnv } from './tools.mjs'

const tailLines = 60
const minute = 60_000
const mark = `VISES_STAGE=${process.pid}.`
const never = new Promise(() => {})
let stageCount = 0
let isStopped = false

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
export async function runStages(groups, { logs = path.join(root, 'test-results', 'stages') } = {}) {
  mkdirSync(logs, { recursive: true })
  const since = Date.now()
  const results = []
  let broken
  for (const group of groups) {
    if (broken) results.push(...group.map(({ name }) => notRun(name, broken)))
    else results.push(...(await twoAtATime(group, (stage) => runStage(stage, logs))))
    broken ??= results.find((result) => !result.ok && result.needed)?.name
  }
  summarise(results, since)
  return results.every(({ ok }) => ok)
}

/** Stops what runs, with all it started, and lets nothing follow. */
export async function stopStages() {
  isStopped = true
  await stopGroups()
  await sweep(mark)
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

async function runStage(stage, logs) {
  const log = path.join(logs, `${stage.name.replaceAll(/[^a-z0-9]+/gi, '-')}.log`)
  const file = openSync(log, 'a')
  const since = Date.now()
  const problem = await attempt(stage, file)
  closeSync(file)
  const result = { ...judge(stage, problem), log, needed: stage.needed }
  const counted = stage.count ? `${result.passed} passed${result.failed ? `, ${result.failed} failed` : ''}` : ''
  console.log(
    `${result.ok ? 'ok  ' : 'FAIL'}  ${stage.name.padEnd(28)} ${duration(since).padStart(12)}  ${counted}`.trimEnd(),
  )
  return result
}

/** Runs the stage's programs; answers what went wrong. */
async function attempt({ run, minutes = 15 }, file) {
  const deadline = Date.now() + minutes * minute
  const marker = `${process.pid}.${(stageCount += 1)}.`
  const step = async (command, args, options) => {
    if (isStopped) await never
    writeSync(file, `$ ${path.relative(root, command) || command} ${args.join(' ')}\n`)
    const group = startGroup(command, args, {
      ...options,
      env: { ...(options?.env ?? quietEnv), VISES_STAGE: marker },
      stdio: ['ignore', file, file],
    })
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      group.signal('SIGKILL')
    }, deadline - Date.now())
    const { code, signal, problem } = await group.ended
    clearTimeout(timer)
    if (isStopped) await never
    // what a test leaves running would hold ports and files of the next one
    group.signal('SIGKILL')
    await sweep(`VISES_STAGE=${marker}`)
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
  if (!count)
    return { name, ok: !problem, passed: problem ? 0 : 1, failed: problem ? 1 : 0, skipped: [], problems: [problem] }
  const counts = read(count)
  const problems = [...counts.problems]
  if (problem && counts.failed === 0) problems.push(problem)
  if (counts.passed + counts.failed + problems.length === 0) problems.push('no test ran')
  const failed = counts.failed + problems.length
  return { name, ok: failed === 0, passed: counts.passed, failed, skipped: counts.skipped, problems }
}

function read(count) {
  try {
    return count()
  } catch (error) {
    return { passed: 0, failed: 0, skipped: [], problems: [`its report cannot be read: ${error.message}`] }
  }
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
