import type { Pool, PoolClient } from 'pg'
import { rewriteArtefacts } from './rewrite-artefacts.ts'

/** Rewrites in `shared` all that others may see of one enterprise; nothing is left when it is gone. */
export async function refreshShared(worker: Pool, partnerId: string, enterpriseId: string): Promise<void> {
  await alone(worker, async (client) => {
    await rewriteProgress(client, partnerId, enterpriseId)
    await rewriteArtefacts(client, partnerId, enterpriseId)
  })
}

/** Rewrites in `shared` all that others may see of every enterprise, and the targets. */
export async function refreshAllShared(worker: Pool): Promise<void> {
  await eachPartner(worker, async (client, partnerId) => {
    await rewriteProgress(client, partnerId, null)
    await rewriteTargets(client, partnerId)
    await rewriteArtefacts(client, partnerId, null)
  })
}

/** Brings last activity, stall flags and targets up to date: what changes by the clock, or without a message. */
export async function sweepShared(worker: Pool): Promise<void> {
  await eachPartner(worker, async (client, partnerId) => {
    await rewriteProgress(client, partnerId, null)
    await rewriteTargets(client, partnerId)
  })
}

/** Rewrites in `shared` all that others may see of the enterprises of one partner. */
export async function refreshPartner(worker: Pool, partnerId: string): Promise<void> {
  await alone(worker, async (client) => {
    await rewriteProgress(client, partnerId, null)
    await rewriteArtefacts(client, partnerId, null)
  })
}

/** Rewrites the targets of one partner. */
export async function refreshTargets(worker: Pool, partnerId: string): Promise<void> {
  await alone(worker, (client) => rewriteTargets(client, partnerId))
}

async function eachPartner(
  worker: Pool,
  work: (client: PoolClient, partnerId: string) => Promise<void>,
): Promise<void> {
  const { rows } = await worker.query<{ id: string }>('SELECT id FROM partner ORDER BY position, id')
  for (const { id } of rows) await alone(worker, (client) => work(client, id))
  await worker.query(
    `INSERT INTO shared.refresh_state (name, refreshed_at) VALUES ('progress', now())
     ON CONFLICT (name) DO UPDATE SET refreshed_at = greatest(refresh_state.refreshed_at, excluded.refreshed_at)`,
  )
}

/** Held by whoever writes what enterprises share. */
export const SHARING_LOCK = 7_351_907

/**
 * One at a time: every statement after the lock reads what was saved last, so an older job can never write back what a
 * newer one has taken away, also when an enterprise has changed its partner in between.
 */
async function alone(worker: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await worker.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [SHARING_LOCK])
    await work(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Writes what differs, removes what is gone; `enterpriseId` null: all of the partner. */
async function rewriteProgress(client: PoolClient, partnerId: string, enterpriseId: string | null): Promise<void> {
  await client.query(PROGRESS, [partnerId, enterpriseId])
  await client.query(
    `DELETE FROM shared.cohort_progress c WHERE c.partner_id = $1 AND ($2::uuid IS NULL OR c.enterprise_id = $2)
       AND NOT EXISTS (SELECT FROM enterprise e WHERE e.partner_id = $1 AND e.id = c.enterprise_id)`,
    [partnerId, enterpriseId],
  )
  // An enterprise has one accompanying partner: found here, its rows from before a transfer are history.
  await client.query(
    `DELETE FROM shared.cohort_progress c USING enterprise e
     WHERE e.partner_id = $1 AND ($2::uuid IS NULL OR e.id = $2) AND c.enterprise_id = e.id AND c.partner_id <> $1`,
    [partnerId, enterpriseId],
  )
}

const COLUMNS = [
  'evaluation_id',
  'enterprise_name',
  'coach_name',
  'platform_code',
  'project_territory',
  'seat_code',
  'recruitment',
  'method_code',
  'route',
  'phase',
  'current_step',
  'steps_done',
  'steps_total',
  'status',
  'stop_reason',
  'sharing',
  'stall_reason',
  'stalled_since',
  'planned_end_on',
  'last_activity_at',
]

const PROGRESS = `
  WITH RECURSIVE up AS (
    SELECT code AS seat, parent_code, project_territory FROM territory
    UNION ALL
    SELECT up.seat, t.parent_code, t.project_territory FROM up JOIN territory t ON t.code = up.parent_code
    WHERE up.project_territory IS NULL
  ), seen AS (
    SELECT e.partner_id, e.id AS enterprise_id, e.current_evaluation_id AS evaluation_id, e.name AS enterprise_name,
      a.coach_name, p.platform_code, up.project_territory, s.territory_code AS seat_code, e.recruitment,
      v.method_code, v.route, v.phase, v.current_step, v.steps_done, v.steps_total, v.status, v.stop_reason, v.sharing,
      stall_reason(v.status, v.phase, v.current_step, v.step_changed_at, v.last_activity_at, v.planned_end_on, v.steps_done, v.steps_total, now())
        AS stall_reason, v.step_changed_at, v.planned_end_on, v.last_activity_at
    FROM enterprise e
    LEFT JOIN evaluation v ON v.partner_id = e.partner_id AND v.id = e.current_evaluation_id
    LEFT JOIN accompaniment a ON a.partner_id = e.partner_id AND a.enterprise_id = e.id AND a.ends_on IS NULL
    LEFT JOIN participation p ON p.partner_id = e.partner_id AND p.enterprise_id = e.id AND p.ends_on IS NULL
    LEFT JOIN enterprise_territory s ON s.partner_id = e.partner_id AND s.enterprise_id = e.id AND s.link = 'seat'
    LEFT JOIN up ON up.seat = s.territory_code AND up.project_territory IS NOT NULL
    WHERE e.partner_id = $1 AND ($2::uuid IS NULL OR e.id = $2)
  )
  INSERT INTO shared.cohort_progress AS c (partner_id, enterprise_id, ${COLUMNS.join(', ')}, as_of)
  SELECT partner_id, enterprise_id, ${COLUMNS.map((column) =>
    column === 'stalled_since'
      ? `CASE WHEN stall_reason = 'overrun' THEN planned_end_on::timestamp AT TIME ZONE 'UTC'
          WHEN stall_reason IN ('noQuestion', 'stepStands', 'collectionStands') THEN step_changed_at
          WHEN stall_reason IS NOT NULL THEN last_activity_at END`
      : column,
  ).join(', ')}, now()
  FROM seen
  ON CONFLICT (partner_id, enterprise_id) DO UPDATE SET
    ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}, as_of = excluded.as_of
  WHERE (${COLUMNS.map((column) => `c.${column}`).join(', ')}) IS DISTINCT FROM (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`

async function rewriteTargets(client: PoolClient, partnerId: string): Promise<void> {
  await client.query(
    `INSERT INTO shared.cohort_target AS s (partner_id, platform_code, target, as_of)
     SELECT partner_id, platform_code, target, now() FROM cohort_target WHERE partner_id = $1
     ON CONFLICT (partner_id, platform_code) DO UPDATE SET target = excluded.target, as_of = excluded.as_of
     WHERE s.target <> excluded.target`,
    [partnerId],
  )
  await client.query(
    `DELETE FROM shared.cohort_target s WHERE s.partner_id = $1 AND NOT EXISTS (
       SELECT FROM cohort_target t WHERE t.partner_id = $1 AND t.platform_code = s.platform_code)`,
    [partnerId],
  )
}
