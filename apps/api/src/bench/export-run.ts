import 'reflect-metadata'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { exportPath } from '../modules/result/export/export-files.ts'
import { writeExport } from '../modules/result/export/write-export.ts'
import type { Services } from '../platform/context.ts'
import { openAppDataSource } from '../platform/database.ts'
import { newId } from '../platform/id.ts'
import { Tenant } from '../platform/tenant.ts'
import { benchQuestionnaire, benchWave } from './answers.ts'

/** What a run measured, as the parent reads it. */
export interface ExportRun {
  rows: number
  bytes: number
  copyMs: number[]
  exportMs: number[]
  /** Largest resident memory above that of the process before, in megabytes. */
  addedMb: number
}

/**
 * Writes the answers of a wave to a CSV, in a process of its own so that its memory can be told, in turns with the
 * database's own COPY of the same rows to a client that does nothing with them.
 */
async function main(): Promise<ExportRun> {
  const { DATABASE_URL, PARTNER_ID: partnerId, NAME: name, ROUNDS = '3' } = process.env
  const app = await openAppDataSource(DATABASE_URL!)
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'vises-export-'))
  const services = { app, settings: { dataDir } } as unknown as Services
  const tenant = new Tenant(app, { partnerId: partnerId!, userId: partnerId!, enterpriseId: null })
  try {
    await tenant.read((db) => db.rows('SELECT 1'))
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
    const run: ExportRun = { rows: 0, bytes: 0, copyMs: [], exportMs: [], addedMb: 0 }
    for (let round = 0; round < Number(ROUNDS); round++) {
      run.copyMs.push(await copyOut(DATABASE_URL!, partnerId!, benchWave(name!)))
      const id = newId()
      await tenant.write((db) =>
        db.rows(
          `INSERT INTO response_export (partner_id, id, enterprise_id, questionnaire_id, wave_id, wave_ids, format, language, options, user_id, expires_at)
           SELECT partner_id, $2, enterprise_id, $3, id, ARRAY[id], 'csv', 'fr', '{"bom": true, "labels": true, "decimalComma": true}', $1, now() + interval '1 day'
           FROM wave WHERE partner_id = $1 AND id = $4`,
          [partnerId, id, benchQuestionnaire(name!), benchWave(name!)],
        ),
      )
      const start = performance.now()
      await writeExport(services, partnerId!, id)
      run.exportMs.push(performance.now() - start)
      const done = await tenant.read((db) =>
        db.row<{ status: string; rows: string; file: string }>(
          'SELECT status, rows_done AS rows, file_name AS file FROM response_export WHERE partner_id = $1 AND id = $2',
          [partnerId, id],
        ),
      )
      if (done?.status !== 'done') throw new Error(`The export ended as ${done?.status}.`)
      run.rows = Number(done.rows)
      run.bytes = statSync(exportPath(dataDir, done.file)).size
      rmSync(exportPath(dataDir, done.file))
    }
    clearInterval(watch)
    run.addedMb = (most - before) / 2 ** 20
    return run
  } finally {
    await app.destroy()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The same rows by COPY, behind the same fences; pg throws the lines away. */
async function copyOut(url: string, partnerId: string, waveId: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`BEGIN READ ONLY; SET LOCAL app.partner_id = '${partnerId}'; SET LOCAL statement_timeout = 0`)
    const start = performance.now()
    await client.query(
      `COPY (SELECT wave_id, group_id, version, language, channel, received_on, seconds, answers, consent FROM response
         WHERE partner_id = '${partnerId}' AND wave_id = '${waveId}') TO STDOUT`,
    )
    return performance.now() - start
  } finally {
    await client.end()
  }
}

process.stdout.write(`${JSON.stringify(await main())}\n`)
