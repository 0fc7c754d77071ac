import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import { compiledVersion } from '../collection/compiled-version.ts'
import type { WaveSubject } from '../collection/subject.ts'
import type { GroupFigures } from './figures/figures.ts'

/** What results need to know of a wave beside its answers. */
export interface WaveHead {
  breakdowns: string[]
  knownPopulation: Record<string, Record<string, number>>
  hasLinks: boolean
  keepUntil: string | null
  /** The phase of the evaluation that it belongs to. */
  phase: number | null
  groups: { id: string; name: string; expected: number | null }[]
}

/** Reads it in one statement. */
export async function readWave(db: Db, partnerId: string, { enterpriseId, waveId }: WaveSubject): Promise<WaveHead> {
  const row = await db.row<WaveHead>(
    `SELECT w.breakdowns, w.known_population AS "knownPopulation", w.keep_until::text AS "keepUntil", v.phase,
       EXISTS (SELECT FROM collection_link l
         WHERE l.partner_id = w.partner_id AND l.wave_id = w.id AND l.revoked_at IS NULL) AS "hasLinks",
       coalesce((SELECT json_agg(json_build_object('id', g.id, 'name', g.name, 'expected', g.expected) ORDER BY g.position, g.id)
         FROM respondent_group g
         WHERE g.partner_id = w.partner_id AND g.enterprise_id = w.enterprise_id AND g.wave_id = w.id), '[]') AS groups
     FROM wave w LEFT JOIN evaluation v ON v.partner_id = w.partner_id AND v.id = w.evaluation_id
     WHERE w.partner_id = $1 AND w.enterprise_id = $2 AND w.id = $3`,
    [partnerId, enterpriseId, waveId],
  )
  if (!row) throw new NotFound()
  return row
}

/** The versions that people answered, and the one the wave asks; newest first. */
export async function versionsOf(
  db: Db,
  partnerId: string,
  { questionnaireId, version }: Pick<WaveSubject, 'questionnaireId' | 'version'>,
  figures: readonly GroupFigures[],
): Promise<{ numbers: number[]; compiled: Compiled[] }> {
  const answered = figures.flatMap((one) => [...one.fact('@version').keys()].map(Number))
  const numbers = [...new Set([version, ...answered])].toSorted((a, b) => b - a)
  const compiled: Compiled[] = []
  for (const number of numbers) {
    const one = await compiledVersion(db, { partnerId, questionnaireId, version: number })
    if (one) compiled.push(one)
  }
  return { numbers, compiled }
}

/** Questions that a version after the oldest of these changed so that answers before and after do not compare. */
export async function brokenKeys(
  db: Db,
  partnerId: string,
  { enterpriseId, questionnaireId }: Pick<WaveSubject, 'enterpriseId' | 'questionnaireId'>,
  numbers: readonly number[],
): Promise<Set<string>> {
  if (numbers.length < 2) return new Set()
  const rows = await db.rows<{ key: string }>(
    `SELECT DISTINCT change ->> 'key' AS key FROM questionnaire_version v, jsonb_array_elements(v.changes) AS change
     WHERE v.partner_id = $1 AND v.enterprise_id = $2 AND v.questionnaire_id = $3 AND v.number > $4 AND v.number <= $5
       AND change ->> 'class' <> 'safe'`,
    [partnerId, enterpriseId, questionnaireId, Math.min(...numbers), Math.max(...numbers)],
  )
  return new Set(rows.map(({ key }) => key))
}
