import { IsOptional, MaxLength } from 'class-validator'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { fromCursor, PageInfo, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import { plainColumn, plainSearch } from '../../platform/find-text.ts'
import { Day, JsonValue } from '../../platform/scalars.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'

@ObjectType({ description: 'One line of the audit log, which nobody can change.' })
export class AuditEntry {
  @Field(() => ID) id!: string
  @Field(() => Date) at!: Date
  @Field(() => String) actorName!: string
  @Field(() => String) actorRole!: string
  @Field(() => String, { description: 'Noun and verb in the past, for example membership.ended.' }) action!: string
  @Field(() => String) objectType!: string
  @Field(() => ID) objectId!: string
  @Field(() => String, { nullable: true }) objectName?: string | null
  @Field(() => JsonValue, { nullable: true, description: 'Values before.' }) old?: unknown
  @Field(() => JsonValue, { nullable: true, description: 'Values after.' }) new?: unknown
}

@ObjectType()
export class AuditEntryPage {
  @Field(() => [AuditEntry]) nodes!: AuditEntry[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@InputType()
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name: who did it, or to what.' })
  @IsOptional()
  @MaxLength(100)
  text?: string
  @Field(() => String, { nullable: true, description: 'Beginning of the action, for example membership.' })
  @IsOptional()
  @MaxLength(60)
  action?: string
  @Field(() => Day, { nullable: true }) from?: string
  @Field(() => Day, { nullable: true }) to?: string
}

/** The partner's audit log, newest first. */
export async function auditLog(db: Db, actor: Actor, filter: AuditFilter, page: PageArgs): Promise<AuditEntryPage> {
  demand(actor, 'audit:read')
  const [at, id] = page.after ? fromCursor(page.after, ['timestamptz', 'uuid']) : [null, null]
  const rows = await db.rows<AuditEntry & { cursorAt: string }>(
    `SELECT id, at, actor_name AS "actorName", actor_role AS "actorRole", action, object_type AS "objectType",
       object_id AS "objectId", object_name AS "objectName", old, new, at::text AS "cursorAt"
     FROM audit_entry
     WHERE partner_id = $1
       AND ($2::timestamptz IS NULL OR (at, id) < ($2::timestamptz, $3::uuid))
       AND ($4::text IS NULL OR strpos(${plainColumn('actor_name')}, $4) > 0
         OR strpos(${plainColumn('object_name')}, $4) > 0)
       AND ($5::text IS NULL OR action LIKE $5)
       AND ($6::date IS NULL OR at >= $6::date) AND ($7::date IS NULL OR at < $7::date + 1)
     ORDER BY at DESC, id DESC LIMIT $8`,
    [
      actor.partnerId,
      at,
      id,
      plainSearch(filter.text),
      filter.action ? `${escapeLike(filter.action)}%` : null,
      filter.from ?? null,
      filter.to ?? null,
      page.first + 1,
    ],
  )
  return pageOf(rows, page.first, (row) => [row.cursorAt, row.id])
}

/** A text as LIKE takes it literally. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
