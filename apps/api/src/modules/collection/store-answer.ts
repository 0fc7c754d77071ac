import type { Db, Tenant } from '../../platform/tenant.ts'

/** How an answer came in. */
export type Channel = 'online' | 'paper' | 'assisted'

/** An answer that was found valid, on its way into the database. */
export interface ValidAnswer {
  partnerId: string
  enterpriseId: string
  waveId: string
  /** Empty when staff enters it. */
  linkId: string | null
  /** Of staff entry; a link brings its own. */
  groupId: string | null
  /** Made at random by the device. */
  id: string
  version: number
  language: string
  channel: Channel
  receivedOn: string
  seconds: number | null
  answers: unknown
  consent: unknown
  digest: Buffer
  /** Files of the answers, which were sent before. */
  fileIds: string[]
  /** Hashed address of the draft that ends with it. */
  draftId: string | null
}

/** What became of an answer. `stored`: now, or already before by the same words. */
export type Outcome = 'stored' | 'unknown' | 'spent' | 'full' | 'idTaken' | 'fileUnknown'

/** An answer that is not taken; thrown so that nothing of the transaction stays. */
export class NotStored extends Error {
  constructor(readonly outcome: Exclude<Outcome, 'stored'>) {
    super(`not stored: ${outcome}`)
  }
}

/**
 * Stores an answer with all that hangs on it, or nothing. One statement does it: it spends the bit of a link that works
 * once, takes a place of each quota there is, and inserts; answers that nobody counts touch no row in common, so that any
 * number of them go in side by side.
 * @throws NotStored; the caller asks `outcomeOf` in a new unit, which sees what others did in the meantime
 */
export async function storeAnswer(db: Db, answer: ValidAnswer, counted: boolean): Promise<void> {
  refuseUnmade(await db.row<Taken>(counted ? COUNTED : UNCOUNTED, paramsOf(answer)))
  if (answer.fileIds.length > 0) {
    const claimed = await db.rows(
      `UPDATE answer_file SET response_id = $4 WHERE partner_id = $1 AND wave_id = $2 AND id = ANY($3) AND response_id IS NULL
       RETURNING id`,
      [answer.partnerId, answer.waveId, answer.fileIds, answer.id],
    )
    if (claimed.length < answer.fileIds.length) throw new NotStored('fileUnknown')
  }
  if (answer.draftId) {
    await db.rows('DELETE FROM response_draft WHERE partner_id = $1 AND wave_id = $2 AND id = $3', [
      answer.partnerId,
      answer.waveId,
      answer.draftId,
    ])
  }
}

/** The same for an answer that nobody counts and that brings nothing with it: one packet to the database and back. */
export async function storePlainAnswer(tenant: Tenant, answer: ValidAnswer): Promise<void> {
  const [row] = await tenant.writeOnce<Taken>(UNCOUNTED, paramsOf(answer))
  refuseUnmade(row)
}

/** Whether storing an answer takes more than its one statement. */
export const isPlain = ({ fileIds, draftId }: ValidAnswer): boolean => fileIds.length === 0 && draftId === null

const paramsOf = (answer: ValidAnswer): unknown[] => [
  answer.partnerId,
  answer.enterpriseId,
  answer.waveId,
  answer.linkId,
  answer.id,
  answer.version,
  answer.language,
  answer.channel,
  answer.receivedOn,
  answer.seconds,
  JSON.stringify(answer.answers),
  JSON.stringify(answer.consent),
  answer.digest,
  answer.groupId,
]

/** What became of an answer that was not stored just now: the same may have been stored before, or beside us. */
export async function outcomeOf(db: Db, answer: ValidAnswer, { outcome }: NotStored): Promise<Outcome> {
  const known = await db.row<{ same: boolean }>(
    'SELECT wave_id = $3 AND digest IS NOT DISTINCT FROM $4 AS same FROM response WHERE partner_id = $1 AND id = $2',
    [answer.partnerId, answer.id, answer.waveId, answer.digest],
  )
  if (known) return known.same ? 'stored' : 'idTaken'
  return outcome
}

interface Taken {
  found: boolean
  spendable: boolean
  free: boolean
  made: boolean
}

function refuseUnmade(row: Taken | undefined): void {
  if (!row?.made) throw new NotStored(whyNot(row))
}

function whyNot(row: Taken | undefined): Exclude<Outcome, 'stored'> {
  if (!row?.found) return 'unknown'
  if (!row.spendable) return 'spent'
  return row.free ? 'idTaken' : 'full'
}

const INSERTS = (source: string) => `
  made AS (
    INSERT INTO response (partner_id, id, enterprise_id, wave_id, group_id, version, language, channel, received_on, seconds,
      answers, consent, digest)
    SELECT $1, $5, $2, $3, ${source}.group_id, $6, $7, $8, $9, $10, $11, $12, $13 FROM ${source}
    ON CONFLICT DO NOTHING RETURNING id
  ), pending AS (
    INSERT INTO response_pending (partner_id, wave_id, response_id, enterprise_id) SELECT $1, $3, id, $2 FROM made
  )`

// The link, or for staff the wave with the group they name; a quota that came up meanwhile leads to the other statement.
const GATE = `
  gate AS MATERIALIZED (
    SELECT l.position, g.id AS group_id, l.quota AS link_quota, w.quota AS wave_quota, g.quota AS group_quota
    FROM wave w
    LEFT JOIN collection_link l ON l.partner_id = w.partner_id AND l.wave_id = w.id AND l.id = $4 AND l.revoked_at IS NULL
    LEFT JOIN respondent_group g ON g.partner_id = w.partner_id AND g.wave_id = w.id
      AND g.id = CASE WHEN $4::uuid IS NULL THEN $14::uuid ELSE l.group_id END
    WHERE w.partner_id = $1 AND w.enterprise_id = $2 AND w.id = $3 AND ($4::uuid IS NULL OR l.id IS NOT NULL)
  )`

const UNCOUNTED = `
  WITH ${GATE}, plain AS (
    SELECT group_id FROM gate WHERE num_nonnulls(position, link_quota, wave_quota, group_quota) = 0
  ), ${INSERTS('plain')}
  SELECT EXISTS (SELECT FROM gate) AS found, true AS spendable, EXISTS (SELECT FROM plain) AS free,
    EXISTS (SELECT FROM made) AS made`

// Each step runs only when the one before it let the answer through, so that all take their locks in the same order.
const takes = (name: string, before: string, table: string, quota: string, id: string) => `
  ${name}_taken AS (
    UPDATE ${table} t SET accepted = t.accepted + 1 FROM ${before}
    WHERE t.partner_id = $1 AND t.id = ${id} AND ${before}.${quota} IS NOT NULL AND t.accepted < t.quota RETURNING t.id
  ), ${name}_free AS (
    SELECT ${before}.* FROM ${before} WHERE ${before}.${quota} IS NULL OR EXISTS (SELECT FROM ${name}_taken)
  )`

const COUNTED = `
  WITH ${GATE}, spend AS (
    UPDATE wave_spent s SET spent = set_bit(s.spent, gate.position, 1) FROM gate
    WHERE s.partner_id = $1 AND s.enterprise_id = $2 AND s.wave_id = $3 AND gate.position IS NOT NULL
      AND get_bit(s.spent, gate.position) = 0
    RETURNING s.wave_id
  ), unspent AS (
    SELECT gate.* FROM gate WHERE gate.position IS NULL OR EXISTS (SELECT FROM spend)
  ), ${takes('wave', 'unspent', 'wave', 'wave_quota', '$3')}
  , ${takes('group', 'wave_free', 'respondent_group', 'group_quota', 'wave_free.group_id')}
  , ${takes('link', 'group_free', 'collection_link', 'link_quota', '$4')}
  , ${INSERTS('link_free')}
  SELECT EXISTS (SELECT FROM gate) AS found, EXISTS (SELECT FROM unspent) AS spendable, EXISTS (SELECT FROM link_free) AS free,
    EXISTS (SELECT FROM made) AS made`
