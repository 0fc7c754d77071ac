import { Field, ID, ObjectType } from 'type-graphql'
import { fromCursor, pageOf, PageInfo } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { waveById } from './read-waves.ts'
import { demandForWave } from './subject.ts'
import type { WavePayload } from './wave-payload.ts'

@ObjectType({ description: 'A person a personal link is mailed to. Nobody can see who of them has answered.' })
export class Invitee {
  @Field(() => ID) id!: string
  @Field(() => String, { nullable: true }) name!: string | null
  @Field(() => String) email!: string
  @Field(() => String) language!: string
  @Field(() => ID, { nullable: true }) groupId!: string | null
  @Field(() => Boolean, { description: 'Whether the invitation was mailed.' }) mailed!: boolean
  @Field(() => Boolean, { description: 'Asked for no more mails.' }) unsubscribed!: boolean
}

@ObjectType({ description: 'People invited, by address.' })
export class InviteePage {
  @Field(() => [Invitee]) nodes!: Invitee[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

/** The people on the list of a wave, by address; for the enterprise’s own team only. */
export async function invitees(db: Db, actor: Actor, waveId: string, { first, after }: PageArgs): Promise<InviteePage> {
  const { enterpriseId } = await demandForWave(db, actor, 'collection:write', waveId)
  const [email, id] = after ? fromCursor(after, ['text', 'uuid']) : [null, null]
  const rows = await db.rows<Invitee>(
    `SELECT id, name, email, language, group_id AS "groupId", mailed, unsubscribed FROM invitee
     WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3
       AND ($4::text IS NULL OR (lower(email), id) > ($4::text, $5::uuid))
     ORDER BY lower(email), id LIMIT $6`,
    [actor.partnerId, enterpriseId, waveId, email, id, first + 1],
  )
  return pageOf(rows, first, (row) => [row.email.toLowerCase(), row.id])
}

/** Takes a person off the list of a wave; the link stops working. */
export async function removeInvitee(db: Db, actor: Actor, inviteeId: string): Promise<WavePayload> {
  demand(actor, 'collection:write')
  const invitee = isId(inviteeId)
    ? await db.row<{ waveId: string; linkId: string }>(
        'SELECT wave_id AS "waveId", link_id AS "linkId" FROM invitee WHERE partner_id = $1 AND id = $2',
        [actor.partnerId, inviteeId],
      )
    : undefined
  if (!invitee) throw new NotFound()
  const wave = await demandForWave(db, actor, 'collection:write', invitee.waveId)
  await db.rows('DELETE FROM invitee WHERE partner_id = $1 AND id = $2', [actor.partnerId, inviteeId])
  await db.rows(
    'UPDATE collection_link SET revoked_at = coalesce(revoked_at, now()) WHERE partner_id = $1 AND id = $2',
    [actor.partnerId, invitee.linkId],
  )
  await audit(db, actor, {
    action: 'invitee.removed',
    objectType: 'wave',
    objectId: wave.waveId,
    objectName: wave.title,
    enterpriseId: wave.enterpriseId,
  })
  return { wave: await waveById(db, actor.partnerId, wave.enterpriseId, wave.waveId) }
}
