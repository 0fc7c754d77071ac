import { BadInput, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { codesOf } from './read-records.ts'
import { RecordProblem } from './record.types.ts'
import type { CodePayload, RecordCode, SaveCodeInput } from './record.types.ts'
import { demandForCode } from './subject.ts'

/** Makes a code, or gives it another name or meaning; excerpts keep it. */
export async function saveCode(db: Db, actor: Actor, input: SaveCodeInput): Promise<CodePayload> {
  await demandForEnterprise(db, actor, 'record:write', input.enterpriseId)
  if (input.codeId != null) {
    const { enterpriseId } = await demandForCode(db, actor, 'record:write', input.codeId)
    if (enterpriseId !== input.enterpriseId) throw new NotFound()
  }
  const name = cleanText(input.name)
  if (!name) throw new BadInput([{ field: 'name', code: 'required' }])
  const id = input.codeId ?? newId()
  // The name is taken when another code has it: both statements leave the table as it was then.
  const saved = await db.row(
    input.codeId != null
      ? `UPDATE field_code SET name = $4, meaning = $5 WHERE partner_id = $1 AND enterprise_id = $3 AND id = $2
           AND NOT EXISTS (SELECT FROM field_code o WHERE o.partner_id = $1 AND o.enterprise_id = $3 AND o.id <> $2
             AND lower(o.name) = lower($4) AND o.archived_at IS NULL) RETURNING id`
      : `INSERT INTO field_code (partner_id, id, enterprise_id, name, meaning) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING id`,
    [actor.partnerId, id, input.enterpriseId, name, cleanText(input.meaning ?? '') || null],
  )
  if (!saved) return { problem: RecordProblem.CODE_EXISTS }
  return { code: (await codesOf(db, actor.partnerId, input.enterpriseId)).find((code) => code.id === id) }
}

/** Puts a code away, or takes it back; the excerpts that carry it keep it for that. */
export async function archiveCode(db: Db, actor: Actor, id: string, archived: boolean): Promise<RecordCode[]> {
  const { enterpriseId } = await demandForCode(db, actor, 'record:write', id)
  await db.rows(
    `UPDATE field_code c SET archived_at = CASE WHEN $3 THEN now() END WHERE c.partner_id = $1 AND c.id = $2
       AND ($3 OR NOT EXISTS (SELECT FROM field_code o WHERE o.partner_id = $1 AND o.enterprise_id = c.enterprise_id
         AND o.id <> c.id AND lower(o.name) = lower(c.name) AND o.archived_at IS NULL))`,
    [actor.partnerId, id, archived],
  )
  return codesOf(db, actor.partnerId, enterpriseId)
}
