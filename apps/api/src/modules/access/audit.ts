import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from './actor.ts'

/** What an audit entry tells: who (the actor), what, on what, and the values before and after. */
export interface AuditFact {
  /** Verb in the past with its noun, for example `membership.ended`; the apps have words for each. */
  action: string
  objectType: string
  objectId: string
  objectName?: string
  enterpriseId?: string | null
  old?: unknown
  new?: unknown
}

/** Writes one line of the append-only audit log, in the transaction of the deed itself. */
export async function audit(db: Db, actor: Actor, fact: AuditFact): Promise<void> {
  await db.rows(
    `INSERT INTO audit_entry (partner_id, id, actor_user_id, actor_name, actor_role, action, object_type, object_id,
       object_name, enterprise_id, old, new) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      actor.partnerId,
      newId(),
      actor.userId,
      actor.name,
      actor.role,
      fact.action,
      fact.objectType,
      fact.objectId,
      fact.objectName ?? null,
      fact.enterpriseId ?? null,
      fact.old === undefined ? null : JSON.stringify(fact.old),
      fact.new === undefined ? null : JSON.stringify(fact.new),
    ],
  )
}

/** The same for many objects of one deed, in one statement. */
export async function auditAll(db: Db, actor: Actor, facts: AuditFact[]): Promise<void> {
  if (facts.length === 0) return
  await db.rows(
    `INSERT INTO audit_entry (partner_id, id, actor_user_id, actor_name, actor_role, action, object_type, object_id,
       object_name, enterprise_id, old, new)
     SELECT $1, fact.id, $2, $3, $4, fact.action, fact."objectType", fact."objectId", fact."objectName", fact."enterpriseId",
       fact.old, fact.new
     FROM jsonb_to_recordset($5) AS fact (id uuid, action text, "objectType" text, "objectId" text, "objectName" text,
       "enterpriseId" uuid, old jsonb, new jsonb)`,
    [
      actor.partnerId,
      actor.userId,
      actor.name,
      actor.role,
      JSON.stringify(facts.map((fact) => ({ id: newId(), ...fact }))),
    ],
  )
}
