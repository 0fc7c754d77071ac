import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { writeCoach } from '../cohort/assign-coach.ts'
import { writePlatform } from '../enterprise/change-platform.ts'
import { announceChanges } from '../sharing/announce.ts'
import { changedFields, knownEnterprises } from './compare-rows.ts'
import type { Known } from './compare-rows.ts'
import type { Run } from './import-batch.ts'
import type { ImportRecord } from './read-row.ts'

const CHUNK = 500

interface Planned {
  rowNumber: number
  record: ImportRecord
}

/** Writes the rows that were found sound, chunk by chunk; rows already written are passed over. */
export async function applyRows(run: Run): Promise<void> {
  const { tenant, batch } = run
  for (let last: number | undefined = 0; last !== undefined;) {
    const after: number = last
    last = await tenant.write(async (db) => {
      const rows = await db.rows<Planned>(
        `SELECT row_number AS "rowNumber", record FROM import_row
         WHERE partner_id = $1 AND import_id = $2 AND row_number > $3 AND effect IN ('create', 'update') AND written_at IS NULL
         ORDER BY row_number LIMIT ${CHUNK} FOR UPDATE`,
        [batch.partnerId, batch.importId, after],
      )
      if (rows.length > 0) await writeChunk(db, run, rows)
      return rows.at(-1)?.rowNumber
    })
  }
  await tenant.write((db) =>
    db.rows(
      // Counted from what was written: between the check and now an enterprise may have come or changed.
      `UPDATE import_batch b SET status = 'applied', applied_at = now(), done_count = b.row_count,
         created_count = c.created, updated_count = c.updated, unchanged_count = c.unchanged
       FROM (SELECT count(*) FILTER (WHERE effect = 'create') AS created, count(*) FILTER (WHERE effect = 'update') AS updated,
               count(*) FILTER (WHERE effect = 'unchanged') AS unchanged
             FROM import_row WHERE partner_id = $1 AND import_id = $2) c
       WHERE b.partner_id = $1 AND b.id = $2 AND b.status = 'applying'`,
      [batch.partnerId, batch.importId],
    ),
  )
}

async function writeChunk(db: Db, { batch: { partnerId, importId }, lookups }: Run, rows: Planned[]): Promise<void> {
  const here = new Set(lookups.coaches.map(({ userId }) => userId))
  // A coach who left since the check accompanies nobody new.
  for (const { record } of rows) if (record.coachUserId && !here.has(record.coachUserId)) delete record.coachUserId
  const known = await knownEnterprises(
    db,
    partnerId,
    rows.map(({ record }) => record),
  )
  const plans = rows.map(({ rowNumber, record }) => {
    const before = known(record)[0]
    const changed = before ? changedFields(record, before) : []
    return {
      rowNumber,
      record,
      before,
      id: before?.id ?? newId(),
      changed,
      effect: before ? (changed.length ? 'update' : 'unchanged') : 'create',
    }
  })
  const creates = plans.filter(({ effect }) => effect === 'create')
  const updates = plans.filter(({ effect }) => effect === 'update')
  await insertEnterprises(db, partnerId, creates)
  await overwriteEnterprises(
    db,
    partnerId,
    updates.map(({ id, record, before }) => ({ ...before!, ...record, id })),
  )
  const touches = (plan: (typeof plans)[number], field: 'platform' | 'territory' | 'coachUserId') =>
    plan.effect === 'create' ? plan.record[field] !== undefined : plan.changed.includes(field)
  await writeLinks(
    db,
    partnerId,
    plans.filter((plan) => touches(plan, 'platform')).map(({ id, record }) => ({ id, platform: record.platform! })),
    plans.filter((plan) => touches(plan, 'territory')).map(({ id, record }) => ({ id, territory: record.territory! })),
    plans
      .filter((plan) => touches(plan, 'coachUserId'))
      .map(({ id, record }) => ({ id, coach: { userId: record.coachUserId!, name: record.coachName! } })),
  )
  await announceChanges(
    db,
    partnerId,
    [...creates, ...updates].map(({ id }) => id),
  )
  await db.rows(
    `UPDATE import_row r SET effect = p.effect, enterprise_id = p.id, before = p.before, written_at = now()
     FROM jsonb_to_recordset($3) AS p ("rowNumber" int, effect text, id uuid, before jsonb)
     WHERE r.partner_id = $1 AND r.import_id = $2 AND r.row_number = ANY($4::int[]) AND r.row_number = p."rowNumber"`,
    [
      partnerId,
      importId,
      JSON.stringify(
        plans.map(({ rowNumber, effect, id, before }) => ({
          rowNumber,
          effect,
          id,
          before: effect === 'update' ? before : null,
        })),
      ),
      plans.map(({ rowNumber }) => rowNumber),
    ],
  )
  await db.rows('UPDATE import_batch SET done_count = done_count + $3 WHERE partner_id = $1 AND id = $2', [
    partnerId,
    importId,
    rows.length,
  ])
}

const COLUMNS = `id uuid, name text, country text, "legalForm" text, identifier text, nace text, "sizeBand" text, address text,
  "postalCode" text, city text, website text, description text`

function insertEnterprises(
  db: Db,
  partnerId: string,
  creates: { id: string; record: ImportRecord }[],
): Promise<unknown> {
  return db.rows(
    `INSERT INTO enterprise (partner_id, id, name, country, legal_form, identifier, nace, size_band, address, postal_code, city, website, description)
     SELECT $1, r.id, r.name, r.country, r."legalForm", r.identifier, r.nace, r."sizeBand", r.address, r."postalCode", r.city, r.website, r.description
     FROM jsonb_to_recordset($2) AS r (${COLUMNS})`,
    [partnerId, JSON.stringify(creates.map(({ id, record }) => ({ ...record, id })))],
  )
}

/** Gives enterprises these values; `updated_at` becomes the moment of the unit. */
export function overwriteEnterprises(db: Db, partnerId: string, values: Known[]): Promise<unknown> {
  return db.rows(
    `UPDATE enterprise e SET name = r.name, country = r.country, legal_form = r."legalForm", identifier = r.identifier, nace = r.nace,
       size_band = r."sizeBand", address = r.address, postal_code = r."postalCode", city = r.city, website = r.website,
       description = r.description, updated_at = now()
     FROM jsonb_to_recordset($2) AS r (${COLUMNS}) WHERE e.partner_id = $1 AND e.id = ANY($3::uuid[]) AND e.id = r.id`,
    [partnerId, JSON.stringify(values), values.map(({ id }) => id)],
  )
}

/** Test platforms, seats and coaches of many enterprises, each group in a few statements; null takes away. */
export async function writeLinks(
  db: Db,
  partnerId: string,
  platforms: { id: string; platform: string | null }[],
  territories: { id: string; territory: string | null }[],
  coaches: { id: string; coach: { userId: string; name: string } | null }[],
): Promise<void> {
  for (const group of groups(platforms, ({ platform }) => platform)) {
    await writePlatform(
      db,
      { partnerId },
      group.map(({ id }) => id),
      group[0]!.platform,
    )
  }
  for (const group of groups(coaches, ({ coach }) => coach?.userId)) {
    await writeCoach(
      db,
      { partnerId },
      group.map(({ id }) => id),
      group[0]!.coach,
    )
  }
  if (territories.length === 0) return
  await db.rows(
    `DELETE FROM enterprise_territory WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND link = 'seat'`,
    [partnerId, territories.map(({ id }) => id)],
  )
  const seats = territories.filter(({ territory }) => territory)
  await db.rows(
    `INSERT INTO enterprise_territory (partner_id, enterprise_id, territory_code, link)
     SELECT $1, seat.id, seat.code, 'seat' FROM unnest($2::uuid[], $3::text[]) AS seat (id, code)`,
    [partnerId, seats.map(({ id }) => id), seats.map(({ territory }) => territory)],
  )
}

function groups<T>(items: T[], keyOf: (item: T) => string | null | undefined): T[][] {
  const byKey = new Map<string | null | undefined, T[]>()
  for (const item of items) {
    const group = byKey.get(keyOf(item))
    if (group) group.push(item)
    else byKey.set(keyOf(item), [item])
  }
  return [...byKey.values()]
}
