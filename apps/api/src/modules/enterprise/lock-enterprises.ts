import { LIMITS } from '@vises/schema/limits'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'

/**
 * Locks the enterprises of a bulk action, in one order for everyone, so that two who act at once wait for each other
 * instead of blocking each other.
 * @throws NotFound when one of them is absent or of another partner: all or nothing
 */
export async function lockEnterprises(
  db: Db,
  actor: Actor,
  enterpriseIds: string[],
): Promise<{ id: string; name: string }[]> {
  const ids = distinctEnterprises(enterpriseIds)
  const rows = await db.rows<{ id: string; name: string }>(
    'SELECT id, name FROM enterprise WHERE partner_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE',
    [actor.partnerId, ids],
  )
  if (rows.length !== ids.length) throw new NotFound()
  return rows
}

/** The enterprises of a bulk action, each once. @throws BadInput when there are none or too many */
export function distinctEnterprises(enterpriseIds: string[]): string[] {
  const ids = [...new Set(enterpriseIds.map((id) => id.toLowerCase()))]
  if (ids.length === 0) throw new BadInput([{ field: 'enterpriseIds', code: 'required' }])
  if (ids.length > LIMITS.bulkEnterprises) throw new BadInput([{ field: 'enterpriseIds', code: 'tooMany' }])
  if (!ids.every(isId)) throw new NotFound()
  return ids
}
