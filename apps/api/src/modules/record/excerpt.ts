import { BadInput, NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { excerptById } from './read-records.ts'
import { RecordProblem } from './record.types.ts'
import type { ExcerptInput, ExcerptPayload } from './record.types.ts'
import { demandForExcerpt, demandForRecord } from './subject.ts'

/** Keeps a passage of a record's notes, as it was said. */
export async function addExcerpt(db: Db, actor: Actor, recordId: string, input: ExcerptInput): Promise<ExcerptPayload> {
  const { enterpriseId } = await demandForRecord(db, actor, 'record:write', recordId)
  const { text, speaker } = checked(input)
  await knownCodes(db, actor, enterpriseId, input.codeIds)
  const stands = await db.row(
    `SELECT id FROM field_record WHERE partner_id = $1 AND id = $2 AND strpos(notes, $3) > 0 FOR UPDATE`,
    [actor.partnerId, recordId, text],
  )
  if (!stands) return { problem: RecordProblem.NOT_IN_NOTES }
  const id = newId()
  await db.rows(
    `INSERT INTO excerpt (partner_id, id, enterprise_id, record_id, text, speaker, code_ids, consent, consent_on, created_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      actor.partnerId,
      id,
      enterpriseId,
      recordId,
      text,
      speaker,
      input.codeIds,
      input.consent,
      input.consentOn ?? null,
      actor.name,
    ],
  )
  if (input.consent !== 'none') await auditConsent(db, actor, enterpriseId, id, undefined, input)
  return { excerpt: await excerptById(db, actor.partnerId, id) }
}

/** Changes what is known of a passage: who spoke, its codes, how far it may travel. The words stay as they were said. */
export async function changeExcerpt(db: Db, actor: Actor, id: string, input: ExcerptInput): Promise<ExcerptPayload> {
  const { enterpriseId } = await demandForExcerpt(db, actor, 'record:write', id)
  await knownCodes(db, actor, enterpriseId, input.codeIds)
  const before = await excerptById(db, actor.partnerId, id)
  await db.rows(
    `UPDATE excerpt SET speaker = $3, code_ids = $4, consent = $5, consent_on = $6 WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, id, checked(input).speaker, input.codeIds, input.consent, input.consentOn ?? null],
  )
  if (before!.consent !== input.consent) await auditConsent(db, actor, enterpriseId, id, before!.consent, input)
  return { excerpt: await excerptById(db, actor.partnerId, id) }
}

/** Puts an excerpt away, or takes it back. */
export async function archiveExcerpt(db: Db, actor: Actor, id: string, archived: boolean): Promise<ExcerptPayload> {
  await demandForExcerpt(db, actor, 'record:write', id)
  await db.rows(`UPDATE excerpt SET archived_at = CASE WHEN $3 THEN now() END WHERE partner_id = $1 AND id = $2`, [
    actor.partnerId,
    id,
    archived,
  ])
  return { excerpt: await excerptById(db, actor.partnerId, id) }
}

function checked(input: ExcerptInput): { text: string; speaker: string | null } {
  const text = cleanText(input.text)
  if (!text) throw new BadInput([{ field: 'text', code: 'required' }])
  return { text, speaker: cleanText(input.speaker ?? '') || null }
}

async function knownCodes(db: Db, actor: Actor, enterpriseId: string, codeIds: string[]): Promise<void> {
  if (codeIds.length === 0) return
  const known = codeIds.every(isId)
    ? await db.rows(
        `SELECT id FROM field_code WHERE partner_id = $1 AND enterprise_id = $2 AND id = ANY ($3) AND archived_at IS NULL`,
        [actor.partnerId, enterpriseId, codeIds],
      )
    : []
  if (known.length < new Set(codeIds).size) throw new NotFound()
}

/** Who recorded which consent, when: the log a person can ask for. The words are not in it. */
function auditConsent(
  db: Db,
  actor: Actor,
  enterpriseId: string,
  excerptId: string,
  old: string | undefined,
  { consent, consentOn }: ExcerptInput,
): Promise<void> {
  return audit(db, actor, {
    action: 'excerpt.consentChanged',
    objectType: 'excerpt',
    objectId: excerptId,
    enterpriseId,
    old: old && { consent: old },
    new: { consent, on: consentOn ?? null },
  })
}
