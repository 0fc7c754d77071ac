import { spawn } from 'node:child_process'
import path from 'node:path'
import type { DataSource } from 'typeorm'
import { tallyAll } from '../modules/result/tally/tally-pending.ts'
import { Tenant } from '../platform/tenant.ts'
import { benchWave, prepareAnswers } from './answers.ts'
import type { BenchPeople } from './data.ts'
import type { ExportRun } from './export-run.ts'
import { interleave, median, quantile } from './load.ts'
import type { LoadRequest } from './load.ts'

/** What these measures need of the benchmark. */
export interface AnswersBench {
  app: DataSource
  appUrl: string
  people: BenchPeople
  port: number
  rounds: number
  seconds: number
}

/** A line of the table, as the benchmark prints it. */
interface Line {
  name: string
  opsPerSecond: number
  p50Ms: number
  p95Ms: number
  ratioToLimit: number
}

const EXPORTED = 100_000
const [SMALL, LARGE] = [10_000, 1_000_000]

/** The measures over many answers, by their names. */
export const answerBenches: Record<string, (bench: AnswersBench) => Promise<Line>> = {
  'export-csv': exportCsv,
  'results-page': resultsPage,
}

/** Writes 100,000 answers to 100 questions as CSV, against COPY of the same rows; at most three times as long. */
async function exportCsv({ app, appUrl, people }: AnswersBench): Promise<Line> {
  const { partnerId, enterpriseId } = people
  await prepareAnswers(app, { name: 'export', partnerId, enterpriseId, questions: 100, answers: EXPORTED })
  const run = await runExport(appUrl, partnerId, 'export', 5)
  const [copy, ours] = [median(run.copyMs), median(run.exportMs)]
  console.log(
    `export-csv: ${run.rows} answers, ${Math.round(run.bytes / 2 ** 20)} MB in ${(ours / 1000).toFixed(1)} s, ${(ours / copy).toFixed(2)} times COPY ` +
      `(asked: at most 3), ${Math.round(run.addedMb)} MB of memory added (asked: at most 150)`,
  )
  return {
    name: 'export-csv',
    opsPerSecond: run.rows / (ours / 1000),
    p50Ms: ours,
    p95Ms: quantile(run.exportMs, 0.95),
    ratioToLimit: copy / ours,
  }
}

/** Runs exports in a process of their own, whose memory can be told. */
export function runExport(appUrl: string, partnerId: string, name: string, rounds: number): Promise<ExportRun> {
  // Beside the command that was started: this code may stand in a part that several commands share.
  const file = path.join(path.dirname(process.argv[1]!), 'export-run.mjs')
  const child = spawn(process.execPath, ['--expose-gc', file], {
    env: { ...process.env, DATABASE_URL: appUrl, PARTNER_ID: partnerId, NAME: name, ROUNDS: String(rounds) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text) as ExportRun) : reject(new Error(`The export ended with ${code}.`)),
    )
  })
}

const RESULTS = `query ($waveId: ID!) { results(waveId: $waveId) { answers { count } asOf questions { key label lines {
  by part n missing declined notAsked mean median cells { values from to count share largest atLeast } words { word count } } } } }`

/** The results of a wave of a million answers beside those of ten thousand: the cost must not grow with the answers. */
async function resultsPage({ app, people, port, rounds, seconds }: AnswersBench): Promise<Line> {
  const { partnerId, enterpriseId, manager } = people
  const tenant = new Tenant(app, { partnerId, userId: partnerId, enterpriseId: null })
  const pages: LoadRequest[] = []
  for (const [name, answers] of [
    ['results large', LARGE],
    ['results small', SMALL],
  ] as const) {
    await prepareAnswers(app, { name, partnerId, enterpriseId, questions: 40, answers, pending: true })
    await tallyAll(tenant, { partnerId, enterpriseId, waveId: benchWave(name) }, false)
    pages.push({
      port,
      path: '/graphql',
      headers: { authorization: `Bearer ${manager}` },
      body: () => JSON.stringify({ query: RESULTS, variables: { waveId: benchWave(name) } }),
      good: (status, body) => status === 200 && !body.includes('"errors"') && body.includes(`"count":${answers}`),
    })
  }
  const [large, small] = await interleave(pages, rounds, seconds, 8)
  const times = median(small!.rounds) / median(large!.rounds)
  console.log(
    `results-page: over ${LARGE} answers ${times.toFixed(2)} times as long as over ${SMALL} (asked: at most 1.3)`,
  )
  return {
    name: 'results-page',
    opsPerSecond: median(large!.rounds),
    p50Ms: quantile(large!.latencies, 0.5),
    p95Ms: quantile(large!.latencies, 0.95),
    ratioToLimit: 1 / times,
  }
}
