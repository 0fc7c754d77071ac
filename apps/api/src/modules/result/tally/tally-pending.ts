import { enqueue } from '../../../jobs/tasks.ts'
import type { Db, Tenant } from '../../../platform/tenant.ts'
import { compiledVersion } from '../../collection/compiled-version.ts'
import { countingPlan } from './count-response.ts'
import type { CountedResponse, CountingPlan } from './count-response.ts'
import { addResponse, writeCounts } from './tally-rows.ts'
import type { Counts, TallyPlace } from './tally-rows.ts'

export type { TallyPlace } from './tally-rows.ts'

/**
 * While a wave takes answers they enter the results by five at least: who looks before and after a single answer came
 * in would otherwise read it off the difference.
 */
export const SMALLEST_LOT = 5

/** Most answers counted in while somebody waits for the page; a job counts the rest. */
export const MOST_INLINE = 300

const MOST_AT_ONCE = 1000

/** What a reader needs to know about how far the tally of a wave is. */
export interface TallyState {
  countedAt: Date | null
  /** Answers that wait; counted up to a bound only. */
  pending: number
  /** Whether the wave is broken down by other questions than when it was counted. */
  outdated: boolean
}

/** How far the tally of a wave is. */
export async function tallyState(db: Db, { partnerId, enterpriseId, waveId }: TallyPlace): Promise<TallyState> {
  const row = await db.row<TallyState>(
    `SELECT s.counted_at AS "countedAt",
       (SELECT count(*)::int FROM (SELECT FROM response_pending p
         WHERE p.partner_id = $1 AND p.enterprise_id = $2 AND p.wave_id = $3 LIMIT ${MOST_INLINE + 1}) waiting) AS pending,
       s.wave_id IS NOT NULL AND NOT (s.breakdowns @> w.breakdowns AND s.breakdowns <@ w.breakdowns) AS outdated
     FROM wave w LEFT JOIN tally_state s ON s.partner_id = w.partner_id AND s.enterprise_id = w.enterprise_id AND s.wave_id = w.id
     WHERE w.partner_id = $1 AND w.enterprise_id = $2 AND w.id = $3`,
    [partnerId, enterpriseId, waveId],
  )
  return row ?? { countedAt: null, pending: 0, outdated: false }
}

/** Whether answers that wait may enter the results now. */
export const mayEnter = (pending: number, takesAnswers: boolean): boolean =>
  pending > 0 && (!takesAnswers || pending >= SMALLEST_LOT)

/**
 * Counts answers that wait into the tally: in the transaction that takes them from the list, so that each is counted
 * once, whoever crashes and however many read at the same time. Answers how many; undefined when somebody else is at it.
 */
export async function tallyPending(
  db: Db,
  place: TallyPlace,
  { takesAnswers, most = MOST_INLINE }: { takesAnswers: boolean; most?: number },
): Promise<number | undefined> {
  const { partnerId, enterpriseId, waveId } = place
  const breakdowns = await lockTally(db, place, 'SKIP LOCKED')
  if (!breakdowns) return undefined
  const params = [partnerId, enterpriseId, waveId]
  // The bound stands in the statement itself, so that the plan is one for few rows, however many wait.
  const waiting = await db.rows<{ id: string }>(
    `SELECT response_id AS id FROM response_pending WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3
     ORDER BY response_id LIMIT ${Math.trunc(most)} FOR UPDATE SKIP LOCKED`,
    params,
  )
  if (!mayEnter(waiting.length, takesAnswers)) return 0
  const ids = waiting.map(({ id }) => id)
  const counts: Counts = new Map()
  await addResponses(db, counts, place, ids, breakdowns, 1)
  await writeCounts(db, place, counts)
  await db.rows(
    'DELETE FROM response_pending WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND response_id = ANY($4)',
    [...params, ids],
  )
  await db.rows(
    'UPDATE tally_state SET counted_at = now() WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3',
    params,
  )
  return ids.length
}

/**
 * Lets nobody else change the tally of a wave until this unit ends; answers by which questions it is broken down, or
 * undefined when another unit holds it and `wait` says not to wait.
 */
async function lockTally(
  db: Db,
  { partnerId, enterpriseId, waveId }: TallyPlace,
  wait: 'SKIP LOCKED' | '',
): Promise<string[] | undefined> {
  const params = [partnerId, enterpriseId, waveId]
  const lock = `SELECT breakdowns FROM tally_state WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 FOR UPDATE ${wait}`
  const known = await db.row<{ breakdowns: string[] }>(lock, params)
  if (known) return known.breakdowns
  await db.rows(
    `INSERT INTO tally_state (partner_id, enterprise_id, wave_id, breakdowns)
     SELECT partner_id, enterprise_id, id, breakdowns FROM wave WHERE partner_id = $1 AND enterprise_id = $2 AND id = $3
     ON CONFLICT DO NOTHING`,
    params,
  )
  return (await db.row<{ breakdowns: string[] }>(lock, params))?.breakdowns
}

/** Adds what some answers say (or with -1 takes it away), each by the version that it answers. */
async function addResponses(
  db: Db,
  counts: Counts,
  { partnerId, waveId }: TallyPlace,
  ids: readonly string[],
  breakdowns: readonly string[],
  times: 1 | -1,
): Promise<void> {
  const rows = await db.rows<CountedResponse & { isSetAside: boolean }>(
    `SELECT group_id AS "groupId", version, language, channel, received_on::text AS "receivedOn", seconds, answers,
       set_aside_reason IS NOT NULL AS "isSetAside"
     FROM response WHERE partner_id = $1 AND wave_id = $2 AND id = ANY($3)`,
    [partnerId, waveId, ids],
  )
  const wave = await db.row<{ questionnaireId: string }>(
    'SELECT questionnaire_id AS "questionnaireId" FROM wave WHERE partner_id = $1 AND id = $2',
    [partnerId, waveId],
  )
  const plans = new Map<number, CountingPlan>()
  for (const row of rows) {
    if (times === 1 && row.isSetAside) continue
    let plan = plans.get(row.version)
    if (!plan) {
      const compiled = await compiledVersion(db, { partnerId, ...wave!, version: row.version })
      if (!compiled) throw new Error('An answer names a version that is not there.')
      plans.set(row.version, (plan = countingPlan(compiled, breakdowns)))
    }
    addResponse(counts, plan, row, times)
  }
}

/**
 * Takes answers out of the counts in the transaction that sets them aside; to take them back in, `countAgain`.
 * Answers that were not counted yet leave the list, so that they never are.
 */
export async function takeFromTally(db: Db, place: TallyPlace, responseIds: string[]): Promise<void> {
  const { partnerId, enterpriseId, waveId } = place
  const breakdowns = (await lockTally(db, place, ''))!
  const waiting = await db.rows<{ id: string }>(
    `DELETE FROM response_pending WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND response_id = ANY($4)
     RETURNING response_id AS id`,
    [partnerId, enterpriseId, waveId, responseIds],
  )
  const counted = new Set(responseIds)
  for (const { id } of waiting) counted.delete(id)
  const counts: Counts = new Map()
  await addResponses(db, counts, place, [...counted], breakdowns, -1)
  counts.set(SET_ASIDE, responseIds.length)
  await writeCounts(db, place, counts)
}

/** Answers set aside are counted apart. */
const SET_ASIDE = ['', '', '@setAside', '', ''].join('\0')

/** Puts answers on the list of those to be counted: what was set aside and is taken in again. */
export async function countAgain(db: Db, place: TallyPlace, responseIds: string[]): Promise<void> {
  await db.rows(
    `INSERT INTO response_pending (partner_id, wave_id, response_id, enterprise_id)
     SELECT $1, wave_id, id, $2 FROM response
     WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND id = ANY($4) ON CONFLICT DO NOTHING`,
    [place.partnerId, place.enterpriseId, place.waveId, responseIds],
  )
  await lockTally(db, place, '')
  await writeCounts(db, place, new Map([[SET_ASIDE, -responseIds.length]]))
}

/**
 * Starts the tally of a wave anew: after another way of breaking down was chosen, or to prove that the counts are those
 * of the answers. Nothing is counted here: all answers go on the list, from which a job takes them.
 */
export async function rebuildTally(db: Db, place: TallyPlace): Promise<void> {
  const { partnerId, enterpriseId, waveId } = place
  const params = [partnerId, enterpriseId, waveId]
  await db.rows(`SET LOCAL statement_timeout = '5min'`)
  await lockTally(db, place, '')
  await db.rows(
    `DELETE FROM tally WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND question_key NOT IN ('@reach', '@setAside')`,
    params,
  )
  // Answers on their way in are not seen here, and bring their own place on the list.
  await db.rows(
    `INSERT INTO response_pending (partner_id, wave_id, response_id, enterprise_id)
     SELECT $1, wave_id, id, $2 FROM response
     WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND set_aside_reason IS NULL ON CONFLICT DO NOTHING`,
    params,
  )
  await db.rows(
    `UPDATE tally_state s SET breakdowns = w.breakdowns FROM wave w
     WHERE w.partner_id = s.partner_id AND w.id = s.wave_id AND s.partner_id = $1 AND s.enterprise_id = $2 AND s.wave_id = $3`,
    params,
  )
  await enqueueTally(db, place)
}

/** Lets a job count in what waits. */
export const enqueueTally = (db: Db, { partnerId, enterpriseId, waveId }: TallyPlace): Promise<void> =>
  enqueue(db, 'tallyWave', { partnerId, enterpriseId, waveId }, `tallyWave:${waveId}`)

/** Counts in everything that waits, a bounded number per unit, so that readers never wait long. */
export async function tallyAll(tenant: Tenant, place: TallyPlace, takesAnswers: boolean): Promise<void> {
  for (;;) {
    const counted = await tenant.write((db) => tallyPending(db, place, { takesAnswers, most: MOST_AT_ONCE }))
    if (counted !== MOST_AT_ONCE) return
  }
}
