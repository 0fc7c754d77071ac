import { Conflict, NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEnterprise } from './subject.ts'
import { TODAY } from './today.ts'

/** Writes down that an enterprise belongs to a federation, from a day on. */
export async function addAffiliation(
  db: Db,
  actor: Actor,
  enterpriseId: string,
  federationCode: string,
  startsOn: string | undefined,
): Promise<void> {
  const { name } = await demandForEnterprise(db, actor, 'enterprise:edit', enterpriseId)
  const federation = await db.row<{ id: string }>('SELECT id FROM partner WHERE code = $1', [federationCode])
  if (!federation) throw new NotFound()
  await db.rows('SELECT FROM enterprise WHERE partner_id = $1 AND id = $2 FOR UPDATE', [actor.partnerId, enterpriseId])
  const open = await db.row(
    'SELECT FROM affiliation WHERE partner_id = $1 AND enterprise_id = $2 AND federation_id = $3 AND ends_on IS NULL',
    [actor.partnerId, enterpriseId, federation.id],
  )
  if (open) return
  const id = newId()
  await db.rows(
    `INSERT INTO affiliation (partner_id, id, enterprise_id, federation_id, starts_on) VALUES ($1, $2, $3, $4, coalesce($5, ${TODAY}))`,
    [actor.partnerId, id, enterpriseId, federation.id, startsOn ?? null],
  )
  await audit(db, actor, {
    action: 'affiliation.added',
    objectType: 'affiliation',
    objectId: id,
    objectName: name,
    enterpriseId,
    new: { federationCode, startsOn },
  })
}

/** Writes down that an enterprise left a federation; the link of before stays in the history. */
export async function endAffiliation(
  db: Db,
  actor: Actor,
  affiliationId: string,
  endsOn: string | undefined,
): Promise<{ enterpriseId: string }> {
  const link = isId(affiliationId)
    ? await db.row<{ enterpriseId: string; endsOn: string | null }>(
        'SELECT enterprise_id AS "enterpriseId", ends_on::text AS "endsOn" FROM affiliation WHERE partner_id = $1 AND id = $2 FOR UPDATE',
        [actor.partnerId, affiliationId],
      )
    : undefined
  if (!link) throw new NotFound()
  const { name } = await demandForEnterprise(db, actor, 'enterprise:edit', link.enterpriseId)
  if (link.endsOn) throw new Conflict('ENDED')
  const rows = await db.rows(
    // Around midnight the day of the page may be a day ahead of the server's: what begins then ends then.
    `UPDATE affiliation SET ends_on = coalesce($3::date, greatest(starts_on, ${TODAY}))
     WHERE partner_id = $1 AND id = $2 AND ($3::date IS NULL OR starts_on <= $3::date) RETURNING id`,
    [actor.partnerId, affiliationId, endsOn ?? null],
  )
  if (rows.length === 0) throw new Conflict('ENDS_BEFORE_IT_STARTS')
  await audit(db, actor, {
    action: 'affiliation.ended',
    objectType: 'affiliation',
    objectId: affiliationId,
    objectName: name,
    enterpriseId: link.enterpriseId,
    new: { endsOn: endsOn ?? 'today' },
  })
  return link
}
