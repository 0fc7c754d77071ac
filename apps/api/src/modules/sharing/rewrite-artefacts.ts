import type { PoolClient } from 'pg'
import type { StoredAnswers } from '../evaluation/question-sheet.ts'
import { sharedQuestionFrom } from '../evaluation/shared-content.ts'
import { methodOf } from '../method/method.ts'

interface SharedEvaluation {
  evaluationId: string
  enterpriseId: string
  sharing: string
  methodCode: string
  phase: number
  enterpriseName: string
  platformCode: string | null
  projectTerritory: string | null
  federations: string[]
  answers: StoredAnswers
}

// The place of the enterprise comes from its row in `shared`, written just before in the same transaction.
const SHARED_EVALUATIONS = `
  SELECT v.id AS "evaluationId", v.enterprise_id AS "enterpriseId", v.sharing, v.method_code AS "methodCode", v.phase,
    e.name AS "enterpriseName", c.platform_code AS "platformCode", c.project_territory AS "projectTerritory",
    array_prepend(v.partner_id, ARRAY(SELECT DISTINCT f.federation_id FROM affiliation f WHERE f.partner_id = v.partner_id
      AND f.enterprise_id = v.enterprise_id AND f.starts_on <= current_date AND (f.ends_on IS NULL OR f.ends_on >= current_date)
      ORDER BY f.federation_id)) AS federations,
    (SELECT coalesce(json_agg(json_build_object('stepCode', n.step_code, 'fieldKey', n.field_key, 'value', n.value)
        ORDER BY n.step_code, n.field_key), '[]')
      FROM answer n WHERE n.partner_id = v.partner_id AND n.evaluation_id = v.id) AS answers
  FROM evaluation v JOIN enterprise e ON e.partner_id = v.partner_id AND e.id = v.enterprise_id
  LEFT JOIN shared.cohort_progress c ON c.partner_id = v.partner_id AND c.enterprise_id = v.enterprise_id
  WHERE v.partner_id = $1 AND ($2::uuid IS NULL OR v.enterprise_id = $2) AND v.sharing <> 'private'`

/**
 * Writes the evaluation questions that enterprises agreed to show, at the level they chose, and removes all others: what
 * was taken back is gone with this transaction. `enterpriseId` null: all of the partner.
 */
export async function rewriteArtefacts(
  client: PoolClient,
  partnerId: string,
  enterpriseId: string | null,
): Promise<void> {
  const { rows } = await client.query<SharedEvaluation>(SHARED_EVALUATIONS, [partnerId, enterpriseId])
  const reader = {
    rows: async <T>(sql: string, params: unknown[] = []) => (await client.query(sql, params)).rows as T[],
  }
  const artefacts: (Omit<SharedEvaluation, 'answers'> & { content: unknown })[] = []
  for (const { answers, ...row } of rows) {
    const method = await methodOf(reader, row.methodCode)
    const content = method && sharedQuestionFrom(method, row.phase, answers)
    if (content) artefacts.push({ ...row, content })
  }
  await client.query(
    `DELETE FROM shared.artefact a WHERE ($2::uuid IS NULL OR a.enterprise_id = $2) AND NOT a.evaluation_id = ANY($3::uuid[])
       AND (a.partner_id = $1 OR EXISTS (SELECT FROM enterprise e WHERE e.partner_id = $1 AND e.id = a.enterprise_id))`,
    [partnerId, enterpriseId, artefacts.map(({ evaluationId }) => evaluationId)],
  )
  await client.query(
    `INSERT INTO shared.artefact AS a (partner_id, enterprise_id, evaluation_id, kind, sharing, enterprise_name, platform_code,
       project_territory, federations, content, shared_on)
     SELECT $1, "enterpriseId", "evaluationId", 'evaluationQuestion', sharing, "enterpriseName", "platformCode", "projectTerritory",
       federations, content, (now() AT TIME ZONE 'UTC')::date
     FROM jsonb_to_recordset($2) AS r("evaluationId" uuid, "enterpriseId" uuid, sharing text, "enterpriseName" text,
       "platformCode" text, "projectTerritory" text, federations uuid[], content jsonb)
     ON CONFLICT (evaluation_id, kind) DO UPDATE SET partner_id = excluded.partner_id, enterprise_id = excluded.enterprise_id,
       sharing = excluded.sharing, enterprise_name = excluded.enterprise_name, platform_code = excluded.platform_code,
       project_territory = excluded.project_territory, federations = excluded.federations, content = excluded.content,
       shared_on = CASE WHEN a.sharing = excluded.sharing AND a.content - 'phase' = excluded.content - 'phase' THEN a.shared_on
         ELSE excluded.shared_on END`,
    [partnerId, JSON.stringify(artefacts)],
  )
}
