import type { Pool, PoolClient } from 'pg'
import { registerTasks } from '../../jobs/tasks.ts'
import { newId } from '../../platform/id.ts'
import { SHARING_LOCK } from '../sharing/refresh-shared.ts'
import { TODAY } from './today.ts'

registerTasks({
  /** Shows a request to the partner it is for. */
  async offerTransfer({ partnerId, transferId }, { worker }) {
    await worker.query(
      `INSERT INTO shared.transfer_offer (id, from_partner_id, to_partner_id, enterprise_id, enterprise_name, reason,
         requested_by_name, requested_at)
       SELECT t.id, t.partner_id, t.to_partner_id, t.enterprise_id, e.name, t.reason, t.requested_by_name, t.requested_at
       FROM enterprise_transfer t JOIN enterprise e ON e.partner_id = t.partner_id AND e.id = t.enterprise_id
       WHERE t.partner_id = $1 AND t.id = $2 AND t.withdrawn_at IS NULL ON CONFLICT (id) DO NOTHING`,
      [partnerId, transferId],
    )
  },
  async withdrawTransferOffer({ partnerId, transferId }, { worker }) {
    await worker.query(
      `UPDATE shared.transfer_offer SET decided_at = now(), decision = 'withdrawn'
       WHERE id = $1 AND from_partner_id = $2 AND decided_at IS NULL`,
      [transferId, partnerId],
    )
  },
  async refuseTransferOffer({ offerId, partnerId, membershipId }, { worker }) {
    await inTransaction(worker, async (client) => {
      const offer = await lockOffer(client, offerId!, partnerId!)
      const decider = await administrator(client, partnerId!, membershipId!)
      if (!offer || !decider) return
      await close(client, offer.id, 'refused')
      await note(client, offer.fromPartnerId, decider, 'transfer.refused', offer)
    })
  },
  async acceptTransferOffer({ offerId, partnerId, membershipId, coachMembershipId }, { worker }) {
    await inTransaction(worker, async (client) => {
      const offer = await lockOffer(client, offerId!, partnerId!)
      const decider = await administrator(client, partnerId!, membershipId!)
      if (offer && decider) await move(client, offer, decider, coachMembershipId)
    })
  },
})

interface Offer {
  id: string
  fromPartnerId: string
  toPartnerId: string
  enterpriseId: string
  enterpriseName: string
}
interface Decider {
  userId: string
  name: string
  role: string
}

/**
 * Hands the enterprise over. Everything was true when the person pressed the button; here it must still be: the offer
 * is open and not taken back, the enterprise is where it was, the coach works for us, and we do not have it already.
 */
async function move(
  client: PoolClient,
  offer: Offer,
  decider: Decider,
  coachMembershipId: string | undefined,
): Promise<void> {
  // Taken by all who write `shared`: a refresh under way must not write the old partner's rows back.
  await client.query('SELECT pg_advisory_xact_lock($1)', [SHARING_LOCK])
  const { rows: found } = await client.query<{ identifier: string | null; country: string }>(
    `SELECT e.country, e.identifier FROM enterprise e JOIN enterprise_transfer t ON t.partner_id = e.partner_id AND t.enterprise_id = e.id
     WHERE e.partner_id = $1 AND e.id = $2 AND t.id = $3 AND t.withdrawn_at IS NULL FOR UPDATE OF e`,
    [offer.fromPartnerId, offer.enterpriseId, offer.id],
  )
  const enterprise = found[0]
  if (!enterprise) return close(client, offer.id, 'withdrawn')
  const coach = coachMembershipId ? await coachOf(client, offer.toPartnerId, coachMembershipId) : undefined
  if (coachMembershipId && !coach) return problem(client, offer.id, 'COACH_LEFT')
  const { rows: twins } = await client.query(
    'SELECT FROM enterprise WHERE partner_id = $1 AND country = $2 AND identifier = $3',
    [offer.toPartnerId, enterprise.country, enterprise.identifier],
  )
  if (twins.length > 0) return problem(client, offer.id, 'DUPLICATE_IDENTIFIER')

  await client.query(
    `UPDATE accompaniment SET ends_on = greatest(starts_on, ${TODAY}) WHERE partner_id = $1 AND enterprise_id = $2 AND ends_on IS NULL`,
    [offer.fromPartnerId, offer.enterpriseId],
  )
  // The one statement that moves it: all its tables follow by ON UPDATE CASCADE.
  await client.query('UPDATE enterprise SET partner_id = $1, updated_at = now() WHERE partner_id = $2 AND id = $3', [
    offer.toPartnerId,
    offer.fromPartnerId,
    offer.enterpriseId,
  ])
  if (coach) {
    await client.query(
      `INSERT INTO accompaniment (partner_id, id, enterprise_id, coach_user_id, coach_name, starts_on) VALUES ($1, $2, $3, $4, $5, ${TODAY})`,
      [offer.toPartnerId, newId(), offer.enterpriseId, coach.userId, coach.name],
    )
  }
  // What the old partner's name stood on in `shared` goes; the refresh writes it anew under the new one.
  await client.query('DELETE FROM shared.cohort_progress WHERE partner_id = $1 AND enterprise_id = $2', [
    offer.fromPartnerId,
    offer.enterpriseId,
  ])
  await client.query(
    'UPDATE shared.artefact SET partner_id = $1, federations = ARRAY[$1::uuid] WHERE partner_id = $2 AND enterprise_id = $3',
    [offer.toPartnerId, offer.fromPartnerId, offer.enterpriseId],
  )
  await close(client, offer.id, 'accepted')
  await note(client, offer.fromPartnerId, decider, 'enterprise.movedAway', offer)
  await note(client, offer.toPartnerId, decider, 'enterprise.movedHere', offer)
  await client.query('SELECT enqueue($1, $2, $3)', [
    'refreshShared',
    JSON.stringify({ partnerId: offer.toPartnerId, enterpriseId: offer.enterpriseId }),
    `refreshShared:${offer.enterpriseId}`,
  ])
}

async function lockOffer(client: PoolClient, offerId: string, toPartnerId: string): Promise<Offer | undefined> {
  const { rows } = await client.query<Offer>(
    `SELECT id, from_partner_id AS "fromPartnerId", to_partner_id AS "toPartnerId", enterprise_id AS "enterpriseId",
       enterprise_name AS "enterpriseName"
     FROM shared.transfer_offer WHERE id = $1 AND to_partner_id = $2 AND decided_at IS NULL FOR UPDATE`,
    [offerId, toPartnerId],
  )
  return rows[0]
}

/** Who decided, if they still may when the job runs. */
async function administrator(
  client: PoolClient,
  partnerId: string,
  membershipId: string,
): Promise<Decider | undefined> {
  const { rows } = await client.query<Decider>(
    `SELECT user_id AS "userId", person_name AS name, role FROM membership
     WHERE partner_id = $1 AND id = $2 AND role = 'partnerAdmin' AND ended_at IS NULL`,
    [partnerId, membershipId],
  )
  return rows[0]
}

async function coachOf(client: PoolClient, partnerId: string, membershipId: string) {
  const { rows } = await client.query<{ userId: string; name: string }>(
    `SELECT user_id AS "userId", person_name AS name FROM membership
     WHERE partner_id = $1 AND id = $2 AND role = 'coach' AND ended_at IS NULL`,
    [partnerId, membershipId],
  )
  return rows[0]
}

async function close(
  client: PoolClient,
  offerId: string,
  decision: 'accepted' | 'refused' | 'withdrawn',
): Promise<void> {
  await client.query(
    'UPDATE shared.transfer_offer SET decided_at = now(), decision = $2, problem = NULL WHERE id = $1',
    [offerId, decision],
  )
}

async function problem(
  client: PoolClient,
  offerId: string,
  code: 'DUPLICATE_IDENTIFIER' | 'COACH_LEFT',
): Promise<void> {
  await client.query('UPDATE shared.transfer_offer SET problem = $2 WHERE id = $1', [offerId, code])
}

async function note(
  client: PoolClient,
  partnerId: string,
  decider: Decider,
  action: string,
  offer: Offer,
): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (partner_id, id, actor_user_id, actor_name, actor_role, action, object_type, object_id, object_name, enterprise_id)
     VALUES ($1, $2, $3, $4, $5, $6, 'enterprise', $7::text, $8, $7::text::uuid)`,
    [partnerId, newId(), decider.userId, decider.name, decider.role, action, offer.enterpriseId, offer.enterpriseName],
  )
}

async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await work(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}
