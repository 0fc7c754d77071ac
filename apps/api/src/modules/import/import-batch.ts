import { Tenant } from '../../platform/tenant.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Services } from '../../platform/context.ts'
import { log } from '../../platform/log.ts'
import type { Mapping } from './import-columns.ts'
import type { Lookups, RowDefaults } from './read-row.ts'

/** An import as its jobs need it. */
export interface Batch {
  partnerId: string
  importId: string
  mapping: Mapping
  defaults: RowDefaults
  rowCount: number
}

/** One import under way, with its door to the tables: each chunk is a unit of its own. */
export interface Run {
  tenant: Tenant
  batch: Batch
  lookups: Lookups
}

/**
 * Runs a job of an import: does nothing unless the import waits for it, and writes down when it fails, so that nobody
 * waits for an import that will not end. What chunks have written stays written; starting again goes on from there.
 */
export async function runImport(
  services: Services,
  payload: Record<string, string>,
  status: string,
  work: (run: Run) => Promise<void>,
): Promise<void> {
  const { partnerId, importId } = payload as { partnerId: string; importId: string }
  const tenant = new Tenant(services.app, { partnerId, userId: partnerId, enterpriseId: null })
  const run = await tenant.read(async (db) => {
    const batch = await db.row<Omit<Batch, 'partnerId' | 'importId'>>(
      `SELECT coalesce(mapping, '{}') AS mapping, defaults, row_count AS "rowCount" FROM import_batch
       WHERE partner_id = $1 AND id = $2 AND status = $3`,
      [partnerId, importId, status],
    )
    return batch && { tenant, batch: { ...batch, partnerId, importId }, lookups: await lookupsOf(db, partnerId) }
  })
  if (!run) return
  try {
    await work(run)
  } catch (error) {
    log.error({ err: error, importId }, 'an import failed')
    await tenant.write((db) =>
      db.rows(`UPDATE import_batch SET status = 'failed', problem = 'INTERNAL' WHERE partner_id = $1 AND id = $2`, [
        partnerId,
        importId,
      ]),
    )
  }
}

async function lookupsOf(db: Db, partnerId: string): Promise<Lookups> {
  return {
    platforms: await db.rows('SELECT code, name FROM test_platform'),
    territories: await db.rows('SELECT code, nuts, name FROM territory WHERE valid_to IS NULL'),
    coaches: await db.rows(
      `SELECT id AS "membershipId", user_id AS "userId", person_name AS name, person_email AS email FROM membership
       WHERE partner_id = $1 AND role = 'coach' AND ended_at IS NULL`,
      [partnerId],
    ),
  }
}
