import { enqueue } from '../../jobs/tasks.ts'
import type { Db } from '../../platform/tenant.ts'

/**
 * Says that what others may see of an enterprise has changed (progress, status, sharing, place in the cohort): a job
 * writes it to `shared` soon after the transaction. Called by every use case that changes one of these, not by autosave.
 */
export async function announceChange(db: Db, partnerId: string, enterpriseId: string): Promise<void> {
  await enqueue(db, 'refreshShared', { partnerId, enterpriseId }, `refreshShared:${enterpriseId}`)
}

// Beyond this, one job for the whole partner is less work than one for each enterprise.
const MANY = 50

/** The same for many enterprises of one partner, in one statement. */
export async function announceChanges(db: Db, partnerId: string, enterpriseIds: string[]): Promise<void> {
  if (enterpriseIds.length > MANY) return enqueue(db, 'refreshPartner', { partnerId }, `refreshPartner:${partnerId}`)
  await db.rows(
    `SELECT enqueue('refreshShared', json_build_object('partnerId', $1::text, 'enterpriseId', id), 'refreshShared:' || id)
     FROM unnest($2::text[]) AS id`,
    [partnerId, enterpriseIds],
  )
}

/** Says that the targets of a partner have changed. */
export async function announceTargets(db: Db, partnerId: string): Promise<void> {
  await enqueue(db, 'refreshTargets', { partnerId }, `refreshTargets:${partnerId}`)
}
