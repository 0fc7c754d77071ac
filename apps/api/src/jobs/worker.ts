import { Logger, run, runMigrations } from 'graphile-worker'
import type { Runner } from 'graphile-worker'
import pg from 'pg'
import type { Services } from '../platform/context.ts'
import { tellLosses } from '../platform/database.ts'
import { log } from '../platform/log.ts'
import { schedules, tasks } from './tasks.ts'

/** Brings the queue's own tables up to date, as the jobs' role, which owns them. */
export async function migrateQueue(workerUrl: string): Promise<void> {
  await runMigrations({ connectionString: workerUrl, logger: quiet })
}

/** Runs the jobs until `stop()`. */
export async function startWorker(
  workerUrl: string,
  services: Services,
): Promise<{ runner: Runner; pool: pg.Pool; stop(): Promise<void> }> {
  let ended = false
  const pool = new pg.Pool({
    connectionString: workerUrl,
    max: 5,
    application_name: 'vises-jobs',
    statement_timeout: 300_000,
  })
  tellLosses(pool, 'the jobs')
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    crontab: schedules.join('\n'),
    logger: new Logger(() => (level, message) => {
      if (level === 'error' && !ended) log.error({ message }, 'job')
    }),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        async (payload: unknown) => task(payload as Record<string, string>, { services, worker: pool }),
      ]),
    ),
  })
  return {
    runner,
    pool,
    async stop() {
      await runner.stop().catch(() => undefined)
      ended = true
      await pool.end()
    },
  }
}

const quiet = new Logger(() => (level, message) => {
  if (level === 'error') log.error({ message }, 'job')
})
