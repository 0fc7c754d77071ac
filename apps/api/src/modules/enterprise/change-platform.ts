import { Field, ID, ObjectType } from 'type-graphql'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { auditAll } from '../access/audit.ts'
import { announceChanges } from '../sharing/announce.ts'
import { lockEnterprises } from './lock-enterprises.ts'
import { TODAY } from './today.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'An enterprise whose test platform changed, and which it had before.',
})
export class PlatformChange {
  @Field(() => ID) enterpriseId!: string
  @Field(() => String) enterpriseName!: string
  @Field(() => String, { nullable: true }) previousPlatformCode!: string | null
}

/**
 * Moves enterprises to a test platform, or takes them off (null). The place before keeps its dates, unless it began
 * today: then it was a slip, and calling it again with the platform of before leaves no trace but in the audit log.
 */
export async function changePlatform(
  db: Db,
  actor: Actor,
  enterpriseIds: string[],
  platformCode: string | null,
): Promise<PlatformChange[]> {
  demand(actor, 'cohort:manage')
  if (platformCode && !(await db.row('SELECT FROM test_platform WHERE code = $1', [platformCode]))) throw new NotFound()
  const enterprises = await lockEnterprises(db, actor, enterpriseIds)
  const current = await db.rows<{ enterpriseId: string; platformCode: string }>(
    `SELECT enterprise_id AS "enterpriseId", platform_code AS "platformCode" FROM participation
     WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND ends_on IS NULL`,
    [actor.partnerId, enterprises.map(({ id }) => id)],
  )
  const before = new Map(current.map((row) => [row.enterpriseId, row.platformCode]))
  const changes = enterprises
    .filter(({ id }) => (before.get(id) ?? null) !== platformCode)
    .map(({ id, name }) => ({ enterpriseId: id, enterpriseName: name, previousPlatformCode: before.get(id) ?? null }))
  if (changes.length > 0)
    await writePlatform(
      db,
      actor,
      changes.map(({ enterpriseId }) => enterpriseId),
      platformCode,
    )
  await auditAll(
    db,
    actor,
    changes.map((change) => ({
      action: 'enterprise.platformChanged',
      objectType: 'enterprise',
      objectId: change.enterpriseId,
      objectName: change.enterpriseName,
      enterpriseId: change.enterpriseId,
      old: { platform: change.previousPlatformCode },
      new: { platform: platformCode },
    })),
  )
  return changes
}

/** Ends the places of these enterprises and begins the new ones. */
export async function writePlatform(
  db: Db,
  actor: Pick<Actor, 'partnerId'>,
  ids: string[],
  platformCode: string | null,
): Promise<void> {
  await db.rows(
    `DELETE FROM participation WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND ends_on IS NULL AND starts_on >= ${TODAY}`,
    [actor.partnerId, ids],
  )
  await db.rows(
    `UPDATE participation SET ends_on = ${TODAY} WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND ends_on IS NULL`,
    [actor.partnerId, ids],
  )
  if (platformCode) {
    const reopened = await db.rows<{ enterpriseId: string }>(
      `UPDATE participation SET ends_on = NULL
       WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND platform_code = $3 AND ends_on = ${TODAY}
       RETURNING enterprise_id AS "enterpriseId"`,
      [actor.partnerId, ids, platformCode],
    )
    const done = new Set(reopened.map(({ enterpriseId }) => enterpriseId))
    const fresh = ids.filter((id) => !done.has(id))
    await db.rows(
      `INSERT INTO participation (partner_id, id, enterprise_id, platform_code, starts_on)
       SELECT $1, place.id, place.enterprise_id, $2, ${TODAY} FROM unnest($3::uuid[], $4::uuid[]) AS place (id, enterprise_id)`,
      [actor.partnerId, platformCode, fresh.map(newId), fresh],
    )
  }
  await db.rows('UPDATE enterprise SET updated_at = now() WHERE partner_id = $1 AND id = ANY($2::uuid[])', [
    actor.partnerId,
    ids,
  ])
  await announceChanges(db, actor.partnerId, ids)
}
