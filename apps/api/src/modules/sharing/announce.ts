import { enqueue } from '../../jobs/tasks.ts'
import type { Db } from '../../platform/tenant.ts'

/**
 * Says that what others may see of an enterprise has changed (progress, status, sharing, place in the cohort): a job
 * writes it to `shared` soon after the transaction. Called by every use case that changes one of these, not by autosave.
 */
export async function announceChange(db: Db, partnerId: string, enterpriseId: string): Promise<void> {
  await enqueue(db, 'refreshShared', { partnerId, enterpriseId }, `refreshShared:${enterpriseId}`)
}
