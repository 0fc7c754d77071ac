import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { toldCounts } from '../result/told-groups.ts'
import type { AnswerCount } from './wave.types.ts'

/** Below so many answers nothing is told, in no channel. */
export const FEWEST_TOLD = 5

/** Answers of a wave by group; the key '' stands for answers without a group. Kept in the server: these are exact. */
export type AnswersByGroup = Map<string, number>

/** How many answers waves have, from the maintained counts and what is not in them yet. */
export async function answersByGroup(
  db: Db,
  partnerId: string,
  enterpriseId: string,
  waveIds: string[],
): Promise<Map<string, AnswersByGroup>> {
  const rows = await db.rows<{ waveId: string; groupId: string; count: string }>(
    `SELECT c.wave_id AS "waveId", c.group_id AS "groupId", sum(c.count) AS count FROM (
       SELECT wave_id, by_value AS group_id, count FROM tally
       WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = ANY($3) AND by_key = '@group' AND question_key = '@answers'
       UNION ALL
       SELECT p.wave_id, coalesce(r.group_id::text, ''), 1 FROM response_pending p
       -- Each by its own key: a plan made while the table was empty would compare all with all.
       CROSS JOIN LATERAL (
         SELECT r.group_id FROM response r
         WHERE r.partner_id = $1 AND r.id = p.response_id AND r.set_aside_reason IS NULL OFFSET 0
       ) r
       WHERE p.partner_id = $1 AND p.enterprise_id = $2 AND p.wave_id = ANY($3)
     ) c GROUP BY 1, 2`,
    [partnerId, enterpriseId, waveIds],
  )
  const waves = new Map<string, AnswersByGroup>(waveIds.map((id) => [id, new Map<string, number>()]))
  for (const { waveId, groupId, count } of rows) {
    const groups = waves.get(waveId)!
    const key = isId(groupId) ? groupId : ''
    groups.set(key, (groups.get(key) ?? 0) + Number(count))
  }
  return waves
}

/** A count as it may be told by itself. */
export const toldCount = (count: number): AnswerCount =>
  count < FEWEST_TOLD ? { count: null, atLeast: 0 } : { count, atLeast: count }

/** The counts of groups beside their told total, by the rules of the results: what one page hides, no other tells. */
export function toldGroups(
  answers: AnswersByGroup,
  groupIds: string[],
): { total: AnswerCount; groups: Map<string, AnswerCount> } {
  const ids = answers.has('') ? [...groupIds, ''] : groupIds
  const total = [...answers.values()].reduce((sum, count) => sum + count, 0)
  return { total: toldCount(total), groups: toldCounts(new Map(ids.map((id) => [id, answers.get(id) ?? 0]))) }
}
