import type { Db } from '../../../platform/tenant.ts'
import type { CountedResponse, CountingPlan } from './count-response.ts'
import { countResponse, countWords, groupsOf } from './count-response.ts'

/** Where the counts of a wave are kept. */
export interface TallyPlace {
  partnerId: string
  enterpriseId: string
  waveId: string
}

/** Counts that wait to be written, by their whole key. */
export type Counts = Map<string, number>

/** Adds (or with -1 takes away) everything an answer says. */
export function addResponse(counts: Counts, plan: CountingPlan, response: CountedResponse, times: 1 | -1): void {
  const add = (key: string) => void counts.set(key, (counts.get(key) ?? 0) + times)
  const groups = groupsOf(plan, response).map(([byKey, byValue]) => `${byKey}\0${byValue}`)
  countResponse(plan, response, (questionKey, part, value) => {
    const fact = `${questionKey}\0${part}\0${value}`
    for (const group of groups) add(`${group}\0${fact}`)
  })
  countWords(plan, response, (questionKey, part, value) => add(`@word\0\0${questionKey}\0${part}\0${value}`))
}

/** Adds the counts to the tally in one statement. */
export async function writeCounts(db: Db, place: TallyPlace, counts: Counts): Promise<void> {
  const keys = [...counts.keys()].filter((key) => counts.get(key) !== 0)
  if (keys.length === 0) return
  const parts = keys.map((key) => key.split('\0'))
  const column = (index: number) => parts.map((part) => part[index])
  await db.rows(
    `INSERT INTO tally AS t (partner_id, enterprise_id, wave_id, by_key, by_value, question_key, part, value, count)
     SELECT $1, $2, $3, by_key, by_value, question_key, part, value, times
     FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[])
       AS c (by_key, by_value, question_key, part, value, times)
     ON CONFLICT (partner_id, enterprise_id, wave_id, by_key, by_value, question_key, part, value)
       DO UPDATE SET count = t.count + excluded.count`,
    [
      place.partnerId,
      place.enterpriseId,
      place.waveId,
      column(0),
      column(1),
      column(2),
      column(3),
      column(4),
      keys.map((key) => counts.get(key)),
    ],
  )
}
