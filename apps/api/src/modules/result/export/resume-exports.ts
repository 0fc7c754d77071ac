import { enqueue } from '../../../jobs/tasks.ts'
import type { Db } from '../../../platform/tenant.ts'

/** How long a run may be silent before another takes its place. */
export const SILENT = `interval '30 seconds'`

/** Lets the exports whose run has died be written anew: those that a process took with it when it ended. */
export const resumeExports = (worker: { query(sql: string): Promise<unknown> }): Promise<unknown> =>
  worker.query(
    `SELECT graphile_worker.add_job('writeExport', json_build_object('partnerId', partner_id, 'exportId', id),
       job_key => 'writeExport:' || id || ':' || attempt)
     FROM response_export WHERE status = 'running' AND beat_at < now() - ${SILENT}`,
  )

/** Asks for the job of an export. */
export const enqueueExport = (db: Db, partnerId: string, exportId: string): Promise<void> =>
  enqueue(db, 'writeExport', { partnerId, exportId }, `writeExport:${exportId}`)
