import type { PublishedKeys } from '@vises/questionnaire/keys.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { coverageOf } from '@vises/questionnaire/translation.ts'
import type { Marks } from '@vises/questionnaire/translation.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import { allowedActions } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { demandForDesign, problemsOf } from './design.ts'
import { OPEN_WAVES } from './open-waves.ts'
import { publicationOf } from './read-questionnaires.ts'
import type { QuestionnaireDesign, QuestionnaireVersionContent } from './questionnaire.types.ts'
import { versionOf, VERSION } from './read-versions.ts'
import type { VersionRow } from './read-versions.ts'
import { withTerritories } from './with-territories.ts'

type Row = Omit<QuestionnaireDesign, 'draft' | 'versions' | 'publication' | 'coverage' | 'problems' | 'can'> & {
  draft: Questionnaire
  translatedFrom: Marks
  publishedKeys: PublishedKeys
  changed: boolean
  versions: VersionRow[]
}

const DESIGN = `id, title, base_language AS "baseLanguage", languages, question_count AS questions, draft,
  draft_revision AS "draftRevision", translated_from AS "translatedFrom", origin, created_at AS "createdAt",
  updated_at AS "updatedAt", updated_by_name AS "updatedByName", archived_at AS "archivedAt", is_demo AS "isDemo"`

const OWN = `
  SELECT ${DESIGN}, false AS "isTemplate", enterprise_id AS "enterpriseId", evaluation_id AS "evaluationId",
    nullif(published_version, 0) AS "publishedVersion", published_keys AS "publishedKeys", changed, NULL AS "offeredAt",
    ${OPEN_WAVES} AS "openWaves",
    (SELECT count(*)::int FROM test_answer t WHERE t.partner_id = $1 AND t.enterprise_id = q.enterprise_id
      AND t.questionnaire_id = q.id) AS "testAnswers",
    coalesce((SELECT jsonb_agg(to_jsonb(v) ORDER BY v.number DESC) FROM (
      SELECT ${VERSION} FROM questionnaire_version v WHERE v.partner_id = $1 AND v.enterprise_id = q.enterprise_id
        AND v.questionnaire_id = q.id ORDER BY v.number DESC LIMIT 100) v), '[]') AS versions
  FROM questionnaire q WHERE partner_id = $1 AND id = $2`

const TEMPLATE = `
  SELECT ${DESIGN}, true AS "isTemplate", NULL AS "enterpriseId", NULL AS "evaluationId", NULL AS "publishedVersion",
    '{}'::jsonb AS "publishedKeys", false AS changed, offered_at AS "offeredAt", 0 AS "openWaves", 0 AS "testAnswers",
    '[]'::jsonb AS versions
  FROM questionnaire_template WHERE partner_id = $1 AND id = $2`

/** One questionnaire or template: its draft, what is wrong with it, and its versions. */
export async function questionnaire(db: Db, actor: Actor, questionnaireId: string): Promise<QuestionnaireDesign> {
  const subject = await demandForDesign(db, actor, 'read', questionnaireId)
  const row = await db.row<Row>(subject ? OWN : TEMPLATE, [actor.partnerId, questionnaireId])
  if (!row) throw new NotFound()
  const { publishedKeys, changed, versions, ...shown } = row
  return {
    ...shown,
    publication: publicationOf(row.publishedVersion, changed),
    coverage: coverageOf(row.draft, row.translatedFrom),
    problems: problemsOf(await withTerritories(db, row.draft), publishedKeys),
    versions: versions.map(versionOf),
    can: subject
      ? allowedActions(actor, subject).filter((action) => !action.startsWith('template:'))
      : allowedActions(actor).filter((action) => action.startsWith('template:')),
  }
}

/** A published version with its whole content. */
export async function questionnaireVersion(
  db: Db,
  actor: Actor,
  questionnaireId: string,
  number: number,
): Promise<QuestionnaireVersionContent> {
  const subject = await demandForDesign(db, actor, 'read', questionnaireId)
  const row = subject
    ? await db.row<QuestionnaireVersionContent>(
        `SELECT id, number, content, compiled, published_at AS "publishedAt", published_by_name AS "publishedByName"
         FROM questionnaire_version WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3 AND number = $4`,
        [actor.partnerId, subject.enterpriseId, questionnaireId, number],
      )
    : undefined
  if (!row) throw new NotFound()
  return row
}
