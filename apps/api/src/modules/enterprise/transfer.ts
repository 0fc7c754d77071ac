import { LIMITS } from '@vises/schema/limits'
import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from 'type-graphql'
import { enqueue } from '../../jobs/tasks.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from './plain-text.ts'
import { demandForEnterprise } from './subject.ts'

export enum TransferProblem {
  /** A request for this enterprise already waits. */
  ALREADY_REQUESTED = 'ALREADY_REQUESTED',
  /** No such partner, or one's own. */
  UNKNOWN_PARTNER = 'UNKNOWN_PARTNER',
  /** The offer was decided or taken back in the meantime. */
  DECIDED = 'DECIDED',
}
registerEnumType(TransferProblem, {
  name: 'TransferProblem',
  description: 'Why a transfer could not be asked for or decided.',
})

@ObjectType({ simpleResolvers: true })
export class TransferPayload {
  @Field(() => ID, { nullable: true, description: 'The request.' }) transferId?: string
  @Field(() => TransferProblem, { nullable: true }) problem?: TransferProblem
}

@ObjectType({ simpleResolvers: true, description: 'An enterprise that another partner wants to hand over.' })
export class IncomingTransfer {
  @Field(() => ID) id!: string
  @Field(() => String) fromPartnerName!: string
  @Field(() => String) enterpriseName!: string
  @Field(() => String) reason!: string
  @Field(() => String) requestedByName!: string
  @Field(() => GraphQLISODateTime) requestedAt!: Date
  @Field(() => String, {
    nullable: true,
    description: 'Why the last acceptance could not be carried out: DUPLICATE_IDENTIFIER or COACH_LEFT.',
  })
  problem?: string | null
}

/** Asks another partner to take over an enterprise with everything it has. */
export async function requestTransfer(
  db: Db,
  actor: Actor,
  enterpriseId: string,
  toPartnerCode: string,
  reason: string,
): Promise<TransferPayload> {
  const subject = await demandForEnterprise(db, actor, 'enterprise:transfer', enterpriseId)
  const why = cleanText(reason)
  if (!why) throw new BadInput([{ field: 'reason', code: 'required' }])
  if (why.length > LIMITS.reason) throw new BadInput([{ field: 'reason', code: 'tooLong' }])
  const to = await db.row<{ id: string; name: string }>(
    'SELECT id, name FROM partner WHERE code = $1 AND (left_on IS NULL OR left_on > current_date)',
    [toPartnerCode],
  )
  if (!to || to.id === actor.partnerId) return { problem: TransferProblem.UNKNOWN_PARTNER }
  // The lock makes two who ask at the same moment leave one request.
  await db.rows('SELECT FROM enterprise WHERE partner_id = $1 AND id = $2 FOR UPDATE', [actor.partnerId, enterpriseId])
  const waiting = await db.row(
    `SELECT FROM enterprise_transfer t LEFT JOIN shared.transfer_offer o ON o.id = t.id
     WHERE t.partner_id = $1 AND t.enterprise_id = $2 AND t.withdrawn_at IS NULL AND o.decided_at IS NULL`,
    [actor.partnerId, enterpriseId],
  )
  if (waiting) return { problem: TransferProblem.ALREADY_REQUESTED }
  const transferId = newId()
  await db.rows(
    `INSERT INTO enterprise_transfer (partner_id, id, enterprise_id, to_partner_id, reason, requested_by_name)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [actor.partnerId, transferId, enterpriseId, to.id, why, actor.name],
  )
  await audit(db, actor, {
    action: 'transfer.requested',
    objectType: 'transfer',
    objectId: transferId,
    objectName: subject.name,
    enterpriseId,
    new: { toPartner: to.name, reason: why },
  })
  await enqueue(db, 'offerTransfer', { partnerId: actor.partnerId, transferId })
  return { transferId }
}

/** Takes a request back, as long as the other partner has not decided. */
export async function withdrawTransfer(db: Db, actor: Actor, transferId: string): Promise<TransferPayload> {
  demand(actor, 'enterprise:transfer')
  const row = isId(transferId)
    ? await db.row<{ enterpriseId: string; name: string }>(
        `UPDATE enterprise_transfer t SET withdrawn_at = coalesce(t.withdrawn_at, now()) FROM enterprise e
         WHERE t.partner_id = $1 AND t.id = $2 AND e.partner_id = $1 AND e.id = t.enterprise_id
         RETURNING t.enterprise_id AS "enterpriseId", e.name`,
        [actor.partnerId, transferId],
      )
    : undefined
  if (!row) throw new NotFound()
  await audit(db, actor, {
    action: 'transfer.withdrawn',
    objectType: 'transfer',
    objectId: transferId,
    objectName: row.name,
    enterpriseId: row.enterpriseId,
  })
  await enqueue(db, 'withdrawTransferOffer', { partnerId: actor.partnerId, transferId })
  return { transferId }
}

/** What other partners want to hand over to us, oldest first. */
export function incomingTransfers(db: Db, actor: Actor): Promise<IncomingTransfer[]> {
  demand(actor, 'enterprise:transfer')
  return db.rows<IncomingTransfer>(
    `SELECT o.id, p.name AS "fromPartnerName", o.enterprise_name AS "enterpriseName", o.reason,
       o.requested_by_name AS "requestedByName", o.requested_at AS "requestedAt", o.problem
     FROM shared.transfer_offer o JOIN partner p ON p.id = o.from_partner_id
     WHERE o.to_partner_id = $1 AND o.decided_at IS NULL ORDER BY o.requested_at, o.id LIMIT 100`,
    [actor.partnerId],
  )
}

/**
 * Accepts or refuses an enterprise of another partner. Nobody here can touch that partner's tables: a job checks
 * everything again and carries it out.
 */
export async function decideTransfer(
  db: Db,
  actor: Actor,
  offerId: string,
  accept: boolean,
  coachMembershipId: string | undefined,
): Promise<TransferPayload> {
  demand(actor, 'enterprise:transfer')
  const offer = isId(offerId)
    ? await db.row<{ name: string; decided: boolean }>(
        `SELECT enterprise_name AS name, decided_at IS NOT NULL AS decided FROM shared.transfer_offer
         WHERE id = $1 AND to_partner_id = $2`,
        [offerId, actor.partnerId],
      )
    : undefined
  if (!offer) throw new NotFound()
  if (offer.decided) return { problem: TransferProblem.DECIDED }
  if (coachMembershipId) {
    const coach = isId(coachMembershipId)
      ? await db.row(
          `SELECT FROM membership WHERE partner_id = $1 AND id = $2 AND role = 'coach' AND ended_at IS NULL`,
          [actor.partnerId, coachMembershipId],
        )
      : undefined
    if (!coach) throw new NotFound()
  }
  await audit(db, actor, {
    action: accept ? 'transfer.accepted' : 'transfer.refused',
    objectType: 'transfer',
    objectId: offerId,
    objectName: offer.name,
  })
  await enqueue(db, accept ? 'acceptTransferOffer' : 'refuseTransferOffer', {
    offerId,
    partnerId: actor.partnerId,
    membershipId: actor.membershipId,
    ...(coachMembershipId ? { coachMembershipId } : {}),
  })
  return { transferId: offerId }
}
