import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Settings } from '../../platform/env.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { linkAddress, linkToken } from './link-token.ts'
import { demandForWave } from './subject.ts'

@ObjectType({ description: 'The address of a link, to be shown, copied or printed as a QR code.' })
export class LinkAddress {
  @Field(() => ID, { description: 'The link, or the sheet it is on.' }) id!: string
  @Field(() => ID) linkId!: string
  @Field(() => Int, { description: 'Its place on the sheet, from 1.' }) number!: number
  @Field(() => String) label!: string
  @Field(() => String, { nullable: true }) language!: string | null
  @Field(() => String, { nullable: true }) groupName!: string | null
  @Field(() => String) address!: string
}

const MOST_AT_ONCE = 500

/**
 * Addresses of links that still work, shown again: they follow from the server's secret and are stored nowhere. Personal
 * links are mailed only; shown beside a name, they would let the sender answer in that name.
 */
export async function linkAddresses(
  db: Db,
  actor: Actor,
  waveId: string,
  ids: string[],
  settings: Pick<Settings, 'secret' | 'baseUrl'>,
): Promise<LinkAddress[]> {
  if (ids.length > MOST_AT_ONCE) throw new BadInput([{ field: 'linkIds', code: 'tooMany' }])
  const wave = await demandForWave(db, actor, 'collection:write', waveId)
  const known = ids.every(isId)
    ? await db.rows(
        `SELECT DISTINCT batch_id FROM collection_link
         WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND batch_id = ANY($4) AND kind <> 'personal'`,
        [actor.partnerId, wave.enterpriseId, waveId, ids],
      )
    : []
  if (known.length < new Set(ids).size) throw new NotFound()
  const rows = await db.rows<Omit<LinkAddress, 'address'> & { nonce: string }>(
    `SELECT l.batch_id AS id, l.id AS "linkId", l.label, l.language, g.name AS "groupName", l.nonce,
       (row_number() OVER (PARTITION BY l.batch_id ORDER BY l.position))::int AS number
     FROM collection_link l LEFT JOIN respondent_group g ON g.partner_id = l.partner_id AND g.id = l.group_id
     WHERE l.partner_id = $1 AND l.enterprise_id = $2 AND l.wave_id = $3 AND l.batch_id = ANY($4)
       AND l.kind <> 'personal' AND l.revoked_at IS NULL
     ORDER BY l.batch_id, l.position LIMIT 2000`,
    [actor.partnerId, wave.enterpriseId, waveId, ids],
  )
  return rows.map(({ nonce, ...row }) => ({
    ...row,
    address: linkAddress(settings.baseUrl, linkToken(settings.secret, nonce)),
  }))
}
