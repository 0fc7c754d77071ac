import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { recordById } from './read-records.ts'
import { checkedTable } from './register-table.ts'
import { RecordProblem } from './record.types.ts'
import type { CreateRecordInput, RecordInput, RecordPayload, SaveRecordInput } from './record.types.ts'
import { demandForRecord } from './subject.ts'

/** Writes down a new record of the enterprise's evaluation at work. */
export async function createRecord(db: Db, actor: Actor, input: CreateRecordInput): Promise<RecordPayload> {
  await demandForEnterprise(db, actor, 'record:write', input.enterpriseId)
  const id = newId()
  await db.rows(
    `INSERT INTO field_record (partner_id, id, enterprise_id, evaluation_id, created_by_name, kind, title, happened_on,
       participants, participant_count, language, notes, source, columns, rows)
     SELECT $1, $2, e.id, e.current_evaluation_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
     FROM enterprise e WHERE e.partner_id = $1 AND e.id = $3`,
    [actor.partnerId, id, input.enterpriseId, actor.name, ...valuesOf(input)],
  )
  return { record: await recordById(db, actor.partnerId, id) }
}

/** Saves a record as a whole; when somebody saved in between, nothing is written and theirs is answered. */
export async function saveRecord(db: Db, actor: Actor, input: SaveRecordInput): Promise<RecordPayload> {
  await demandForRecord(db, actor, 'record:write', input.recordId)
  const saved = await db.row(
    `UPDATE field_record SET kind = $4, title = $5, happened_on = $6, participants = $7, participant_count = $8, language = $9,
       notes = $10, source = $11, columns = $12, rows = $13, revision = revision + 1, updated_at = now()
     WHERE partner_id = $1 AND id = $2 AND revision = $3 RETURNING id`,
    [actor.partnerId, input.recordId, input.revision, ...valuesOf(input)],
  )
  const record = await recordById(db, actor.partnerId, input.recordId)
  return saved ? { record } : { record, problem: RecordProblem.CHANGED_MEANWHILE }
}

/** Puts a record away with its excerpts, or takes it back; nothing is deleted. */
export async function archiveRecord(db: Db, actor: Actor, recordId: string, archived: boolean): Promise<RecordPayload> {
  const { title, enterpriseId } = await demandForRecord(db, actor, 'record:write', recordId)
  await db.rows(
    `UPDATE field_record SET archived_at = CASE WHEN $3 THEN coalesce(archived_at, now()) END, updated_at = now()
     WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, recordId, archived],
  )
  await audit(db, actor, {
    action: archived ? 'record.archived' : 'record.restored',
    objectType: 'record',
    objectId: recordId,
    objectName: title,
    enterpriseId,
  })
  return { record: await recordById(db, actor.partnerId, recordId) }
}

/** The values of the columns from `kind` to `rows`, clean. Only registers have a table. */
function valuesOf(input: RecordInput): unknown[] {
  const table = input.kind === 'register' ? checkedTable(input) : { columns: [], rows: [] }
  return [
    input.kind,
    cleanText(input.title) || '–',
    input.happenedOn ?? null,
    clean(input.participants),
    input.participantCount ?? null,
    input.language,
    cleanText(input.notes),
    clean(input.source),
    JSON.stringify(table.columns),
    JSON.stringify(table.rows),
  ]
}

const clean = (text: string | null | undefined): string | null => cleanText(text ?? '') || null
