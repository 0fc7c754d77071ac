import 'reflect-metadata'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openAppDataSource, roleUrl } from '../platform/database.ts'
import { readSettings } from '../platform/env.ts'
import { prepareDatabase } from '../platform/instance.ts'
import { runExport } from './answers-bench.ts'
import { prepareAnswers } from './answers.ts'
import { generateData } from './data.ts'

// Proves that a million answers are exported with the memory of a hundred thousand.
const MOST_ADDED_MB = 150
const dir = mkdtempSync(path.join(os.tmpdir(), 'vises-million-'))
const settings = {
  ...readSettings({ ...process.env, VISES_DATA_DIR: dir, NODE_ENV: 'production' }, []),
  databaseUrl: undefined,
}
const database = await prepareDatabase(settings, () => undefined)
const owner = new pg.Client({ connectionString: database.ownerUrl })
const app = await openAppDataSource(database.appUrl)
try {
  await owner.connect()
  const { partnerId, enterpriseId } = await generateData(owner, app, {
    partners: 1,
    enterprisesPerPartner: 8,
    answersPerEnterprise: 1,
  })
  const url = roleUrl(database.ownerUrl, 'vises_app', settings.secret)
  for (const answers of [100_000, 1_000_000]) {
    const name = String(answers)
    await prepareAnswers(app, { name, partnerId, enterpriseId, questions: 100, answers })
    const run = await runExport(url, partnerId, name, 1)
    console.log(
      `${run.rows} answers to 100 questions: ${Math.round(run.bytes / 2 ** 20)} MB in ${(run.exportMs[0]! / 1000).toFixed(1)} s, ` +
        `${Math.round(run.addedMb)} MB of memory added (asked: at most ${MOST_ADDED_MB})`,
    )
    if (run.rows !== answers || run.addedMb > MOST_ADDED_MB) process.exitCode = 1
  }
} finally {
  await app.destroy()
  await owner.end()
  await database.stop()
  rmSync(dir, { recursive: true, force: true })
}
