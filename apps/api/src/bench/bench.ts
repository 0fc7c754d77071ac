import 'reflect-metadata'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openAppDataSource, roleUrl } from '../platform/database.ts'
import { readSettings } from '../platform/env.ts'
import { prepareDatabase } from '../platform/instance.ts'
import { answerBenches } from './answers-bench.ts'
import { FULL_SIZE, generateData } from './data.ts'
import type { BenchPeople } from './data.ts'
import { interleave, median, quantile } from './load.ts'
import { operations } from './operations.ts'
import { prepareSubmit, submitOperation } from './submit.ts'

/** A line of the table; `ratioToLimit` compares the medians of rounds that alternate with the limit's. */
interface BenchLine {
  name: string
  opsPerSecond: number
  p50Ms: number
  p95Ms: number
  ratioToLimit: number
}

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
  },
})
const dir = mkdtempSync(path.join(os.tmpdir(), 'vises-bench-'))
const children: ChildProcess[] = []
const settings = {
  ...readSettings({ ...process.env, VISES_DATA_DIR: dir, NODE_ENV: 'production' }, []),
  databaseUrl: undefined,
}
const database = await prepareDatabase(settings, () => undefined)
try {
  console.log(
    `Generating ${FULL_SIZE.partners} partners, ${FULL_SIZE.partners * FULL_SIZE.enterprisesPerPartner} enterprises, ${FULL_SIZE.partners * FULL_SIZE.enterprisesPerPartner * FULL_SIZE.answersPerEnterprise} saved answers`,
  )
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const app = await openAppDataSource(database.appUrl)
  const people = await generateData(owner, app, FULL_SIZE)
  await prepareSubmit(app, people, settings.secret)
  await app.destroy()
  await owner.end()
  await fillShared(database.workerUrl)
  const ports = {
    ours: await startOurs(database.ownerUrl),
    limit: await startLimit(roleUrl(database.ownerUrl, 'vises_app', settings.secret), people),
  }

  const lines: BenchLine[] = []
  for (const operation of [...operations(people), submitOperation(database.ownerUrl, settings.secret)]) {
    if (options.only && options.only !== operation.name) continue
    const [ours, limit] = await interleave(
      [operation.ours(ports.ours), operation.limit(ports.limit)],
      Number(options.rounds),
      Number(options.seconds),
      operation.clients ?? 8,
    )
    lines.push(line(operation.name, ours!, limit!), line(`${operation.name} limit`, limit!, limit!))
    const reached = lines.at(-2)!
    console.log(
      `${operation.name}: ${Math.round(reached.opsPerSecond)}/s, ${reached.ratioToLimit.toFixed(2)} of the limit (asked: ${operation.atLeast})`,
    )
    if (operation.afterwards) console.log(`${operation.name}: ${await operation.afterwards()}`)
  }
  for (const [name, measure] of Object.entries(answerBenches)) {
    if (options.only && options.only !== name) continue
    const answersApp = await openAppDataSource(database.appUrl)
    const bench = { app: answersApp, appUrl: database.appUrl, people, port: ports.ours }
    lines.push(await measure({ ...bench, rounds: Number(options.rounds), seconds: Number(options.seconds) }))
    await answersApp.destroy()
  }
  console.table(
    lines.map((one) => ({
      ...one,
      opsPerSecond: Math.round(one.opsPerSecond),
      p50Ms: one.p50Ms.toFixed(1),
      p95Ms: one.p95Ms.toFixed(1),
      ratioToLimit: one.ratioToLimit.toFixed(2),
    })),
  )
  if (options.json)
    writeFileSync(
      options.json,
      `${JSON.stringify(
        lines.filter(({ name }) => !name.endsWith(' limit')),
        null,
        2,
      )}\n`,
    )
} finally {
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(
    children.map(
      (child) => new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(undefined))),
    ),
  )
  await database.stop()
  rmSync(dir, { recursive: true, force: true })
}

function line(name: string, load: { rounds: number[]; latencies: number[] }, limit: { rounds: number[] }): BenchLine {
  return {
    name,
    opsPerSecond: median(load.rounds),
    p50Ms: quantile(load.latencies, 0.5),
    p95Ms: quantile(load.latencies, 0.95),
    ratioToLimit: median(load.rounds) / median(limit.rounds),
  }
}

/** Writes the progress rows of all partners, as the sharing job would, in one statement. */
async function fillShared(workerUrl: string): Promise<void> {
  const worker = new pg.Client({ connectionString: workerUrl })
  await worker.connect()
  await worker.query(`
    INSERT INTO shared.cohort_progress (partner_id, enterprise_id, evaluation_id, enterprise_name, coach_name, platform_code, project_territory,
      recruitment, method_code, route, phase, current_step, steps_done, steps_total, status, sharing, stall_reason, planned_end_on, last_activity_at, as_of)
    SELECT e.partner_id, e.id, v.id, e.name, a.coach_name, p.platform_code, 'FR', e.recruitment, v.method_code, v.route, v.phase, v.current_step,
      v.steps_done, v.steps_total, v.status, v.sharing,
      stall_reason(v.status, v.phase, v.current_step, v.step_changed_at, v.last_activity_at, v.planned_end_on, v.steps_done, v.steps_total, now()), v.planned_end_on, v.last_activity_at, now()
    FROM enterprise e JOIN evaluation v ON v.partner_id = e.partner_id AND v.id = e.current_evaluation_id
    LEFT JOIN accompaniment a ON a.partner_id = e.partner_id AND a.enterprise_id = e.id AND a.ends_on IS NULL
    LEFT JOIN participation p ON p.partner_id = e.partner_id AND p.enterprise_id = e.id AND p.ends_on IS NULL`)
  await worker.query('ANALYZE shared.cohort_progress')
  await worker.end()
}

async function startOurs(ownerUrl: string): Promise<number> {
  const port = await freePort()
  return start(
    'main.mjs',
    {
      DATABASE_URL: ownerUrl,
      PORT: String(port),
      VISES_DATA_DIR: dir,
      NODE_ENV: 'production',
      VISES_JOBS: 'off',
      VISES_TRUST_PROXY: '1',
      VISES_SECRET: settings.secret,
    },
    port,
    'is ready',
  )
}

async function startLimit(appUrl: string, people: BenchPeople): Promise<number> {
  const port = await freePort()
  const env = {
    DATABASE_URL: appUrl,
    PORT: String(port),
    PARTNER_ID: people.partnerId,
    ENTERPRISE_ID: people.enterpriseId,
    EVALUATION_ID: people.evaluationId,
  }
  return start('limit-server.mjs', env, port, 'ready')
}

function start(file: string, env: NodeJS.ProcessEnv, port: number, sign: string): Promise<number> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, file)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes(sign)) resolve(port)
      // What the API logs as an error belongs to the result.
      if (text.toString().includes('"level":50')) process.stderr.write(text)
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
    server.on('error', reject)
  })
}
