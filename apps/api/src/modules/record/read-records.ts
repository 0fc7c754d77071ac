import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { demandForCode, demandForRecord } from './subject.ts'
import type { Excerpt, FieldRecord, RecordCode, Records, RecordSummary } from './record.types.ts'

const MOST_RECORDS = 500
const MOST_EXCERPTS = 1000

/** The records of an enterprise, its codes, and how many consents are awaited. */
export async function recordsOf(db: Db, actor: Actor, enterpriseId: string, archived: boolean): Promise<Records> {
  await demandForEnterprise(db, actor, 'record:read', enterpriseId)
  const records = await db.rows<RecordSummary>(
    `SELECT r.id, r.kind, r.title, r.happened_on::text AS "happenedOn", r.participants,
       r.participant_count AS "participantCount", jsonb_array_length(r.rows) AS "rowCount", r.updated_at AS "updatedAt",
       r.archived_at AS "archivedAt", r.is_demo AS "isDemo",
       (SELECT count(*)::int FROM excerpt x WHERE x.partner_id = $1 AND x.enterprise_id = $2 AND x.record_id = r.id
          AND x.archived_at IS NULL) AS "excerptCount"
     FROM field_record r WHERE r.partner_id = $1 AND r.enterprise_id = $2 AND (r.archived_at IS NOT NULL) = $3
     ORDER BY r.happened_on DESC NULLS FIRST, r.updated_at DESC LIMIT ${MOST_RECORDS}`,
    [actor.partnerId, enterpriseId, archived],
  )
  const awaited = await db.row<{ count: number }>(
    `SELECT count(*)::int AS count FROM excerpt x JOIN field_record r ON r.partner_id = $1 AND r.id = x.record_id
     WHERE x.partner_id = $1 AND x.enterprise_id = $2 AND x.consent = 'asked' AND x.archived_at IS NULL
       AND r.archived_at IS NULL`,
    [actor.partnerId, enterpriseId],
  )
  return { records, codes: await codesOf(db, actor.partnerId, enterpriseId), consentsAwaited: awaited!.count }
}

/** One record, whole. */
export async function readRecord(db: Db, actor: Actor, recordId: string): Promise<FieldRecord> {
  await demandForRecord(db, actor, 'record:read', recordId)
  return recordById(db, actor.partnerId, recordId)
}

/** The excerpts of an enterprise, of one record or with one code, in the order they were made. */
export async function excerptsOf(
  db: Db,
  actor: Actor,
  enterpriseId: string,
  { recordId, codeId }: { recordId?: string | null; codeId?: string | null },
): Promise<Excerpt[]> {
  await demandForEnterprise(db, actor, 'record:read', enterpriseId)
  if (recordId != null) await demandForRecord(db, actor, 'record:read', recordId)
  if (codeId != null) await demandForCode(db, actor, 'record:read', codeId)
  return db.rows<Excerpt>(
    `${EXCERPT} WHERE x.partner_id = $1 AND x.enterprise_id = $2 AND x.archived_at IS NULL AND r.archived_at IS NULL
       AND ($3::uuid IS NULL OR x.record_id = $3::uuid) AND ($4::uuid IS NULL OR $4::uuid = ANY (x.code_ids))
     ORDER BY x.created_at, x.id LIMIT ${MOST_EXCERPTS}`,
    [actor.partnerId, enterpriseId, recordId ?? null, codeId ?? null],
  )
}

const EXCERPT = `
  SELECT x.id, x.record_id AS "recordId", r.title AS "recordTitle", r.kind AS "recordKind", r.language, x.text, x.speaker,
    x.code_ids AS "codeIds", x.consent, x.consent_on::text AS "consentOn", x.created_by_name AS "createdByName"
  FROM excerpt x JOIN field_record r ON r.partner_id = x.partner_id AND r.id = x.record_id`

/** One excerpt, for the answer of the deed that wrote it. */
export const excerptById = (db: Db, partnerId: string, id: string): Promise<Excerpt | undefined> =>
  db.row<Excerpt>(`${EXCERPT} WHERE x.partner_id = $1 AND x.id = $2`, [partnerId, id])

/** One record, for the answer of the deed that wrote it. @throws NotFound */
export async function recordById(db: Db, partnerId: string, recordId: string): Promise<FieldRecord> {
  const record = await db.row<FieldRecord>(
    `SELECT r.id, r.enterprise_id AS "enterpriseId", r.kind, r.title, r.happened_on::text AS "happenedOn", r.participants,
       r.participant_count AS "participantCount", r.language, r.notes, r.source, r.columns, r.rows, r.revision,
       r.created_by_name AS "createdByName", r.updated_at AS "updatedAt", r.archived_at AS "archivedAt", r.is_demo AS "isDemo",
       (SELECT count(*)::int FROM excerpt x WHERE x.partner_id = $1 AND x.enterprise_id = r.enterprise_id
          AND x.record_id = r.id AND x.archived_at IS NULL) AS "excerptCount"
     FROM field_record r WHERE r.partner_id = $1 AND r.id = $2`,
    [partnerId, recordId],
  )
  if (!record) throw new NotFound()
  return record
}

/** The codes in use, by name, each with how often and in how many records it occurs. */
export const codesOf = (db: Db, partnerId: string, enterpriseId: string): Promise<RecordCode[]> =>
  db.rows<RecordCode>(
    `SELECT c.id, c.name, c.meaning, count(r.id)::int AS "excerptCount", count(DISTINCT r.id)::int AS "recordCount"
     FROM field_code c
     LEFT JOIN excerpt x ON x.partner_id = $1 AND x.enterprise_id = $2 AND c.id = ANY (x.code_ids) AND x.archived_at IS NULL
     LEFT JOIN field_record r ON r.partner_id = $1 AND r.id = x.record_id AND r.archived_at IS NULL
     WHERE c.partner_id = $1 AND c.enterprise_id = $2 AND c.archived_at IS NULL
     GROUP BY c.id, c.name, c.meaning ORDER BY lower(c.name), c.id`,
    [partnerId, enterpriseId],
  )
