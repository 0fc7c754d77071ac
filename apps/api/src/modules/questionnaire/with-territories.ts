import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { levelsAsked, withPlaces } from '@vises/questionnaire/places.ts'
import type { Territory } from '@vises/questionnaire/places.ts'
import type { Db } from '../../platform/tenant.ts'

/** A questionnaire as it is asked: with the territories of today that its place questions are answered with. */
export async function withTerritories(db: Db, questionnaire: Questionnaire): Promise<Questionnaire> {
  const levels = levelsAsked(questionnaire)
  if (!levels.length) return questionnaire
  const territories = await db.rows<Territory>(
    `SELECT code, level, name, parent_code AS "parentCode" FROM territory
     WHERE valid_from <= current_date AND (valid_to IS NULL OR valid_to >= current_date)
       AND ('' = ANY($1) OR level = ANY($1))
     ORDER BY array_position(ARRAY['country', 'region', 'province', 'arrondissement'], level), code`,
    [levels],
  )
  return withPlaces(questionnaire, territories)
}
