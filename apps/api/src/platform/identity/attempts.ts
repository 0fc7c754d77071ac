import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'

/** How often something may be tried within a sliding window. */
export interface Limit {
  kind: string
  most: number
  minutes: number
}

/** A try at something limited: which limit, and whose. */
export interface Attempt {
  limit: Limit
  whose: string
}

const CLEAN_EVERY = 3_600_000

/** Counts attempts in the database, so that all processes share one count and a restart forgets nothing. */
export function createAttempts(pool: Pool, secret: string) {
  let cleanAt = 0
  // Keyed, because an e-mail address or a client address could be guessed back from a plain hash.
  const bucket = ({ limit, whose }: Attempt) =>
    `${limit.kind}:${createHmac('sha256', secret).update(`attempt:${limit.kind}:${whose}`).digest('base64url')}`

  return {
    /** Counts one attempt, or answers false when the window is full; attempts at the same moment wait for each other. */
    async take(attempt: Attempt): Promise<boolean> {
      const { most, minutes } = attempt.limit
      const { rowCount } = await pool.query(TAKE, [bucket(attempt), most, minutes])
      if (Date.now() >= cleanAt) {
        cleanAt = Date.now() + CLEAN_EVERY
        await pool.query(CLEAN)
      }
      return rowCount === 1
    },

    /** Takes an attempt back after it proved right: only failures add up. */
    async giveBack(attempt: Attempt): Promise<void> {
      await pool.query(GIVE_BACK, [bucket(attempt)])
    },
  }
}

export type Attempts = ReturnType<typeof createAttempts>

const RECENT = `SELECT moment FROM unnest(a.used_at) AS moment WHERE moment > now() - make_interval(mins => $3)`

// One statement: the row is locked before the condition is judged, so thirty guesses at once get ten places.
const TAKE = `
  INSERT INTO auth.attempt AS a (bucket, used_at) VALUES ($1, ARRAY[now()])
  ON CONFLICT (bucket) DO UPDATE SET used_at = ARRAY(${RECENT}) || now()
  WHERE (SELECT count(*) FROM (${RECENT}) AS recent) < $2`

// The newest goes, not exactly our own: they are milliseconds apart, and the count is what matters.
const GIVE_BACK = `
  UPDATE auth.attempt SET used_at = used_at[1:cardinality(used_at) - 1] WHERE bucket = $1 AND cardinality(used_at) > 0`

const CLEAN = `
  DELETE FROM auth.attempt WHERE cardinality(used_at) = 0 OR used_at[cardinality(used_at)] < now() - interval '1 day'`
