import { pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand, wallTwo } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { timeCursor } from '../sharing/time-cursor.ts'
import { plainColumn, plainSearch } from '../../platform/find-text.ts'
import type { QuestionnairesArgs, TemplatesArgs } from './questionnaire.inputs.ts'
import type { Publication, QuestionnairePage, QuestionnaireRow } from './questionnaire.types.ts'
import { OPEN_WAVES } from './open-waves.ts'

type Row = Omit<QuestionnaireRow, 'publication'> & { changed: boolean; at: string }

const HEAD = `q.id, q.title, q.base_language AS "baseLanguage", q.languages, q.question_count AS questions,
  q.problem_count AS "problemCount", q.coverage, q.origin, q.updated_at AS "updatedAt", q.updated_at::text AS at,
  q.updated_by_name AS "updatedByName", q.archived_at AS "archivedAt", q.is_demo AS "isDemo"`

// $2: archived, $3: part of the title, $4 and $5: the cursor, $6: how many
const NARROWED = `(q.archived_at IS NOT NULL) = $2 AND ($3::text IS NULL OR strpos(${plainColumn('q.title')}, $3) > 0)
  AND ($4::timestamptz IS NULL OR (q.updated_at, q.id) < ($4::timestamptz, $5::uuid))
  ORDER BY q.updated_at DESC, q.id DESC LIMIT $6`

/** The questionnaires of an enterprise, changed last first. */
export async function questionnaires(db: Db, actor: Actor, args: QuestionnairesArgs): Promise<QuestionnairePage> {
  const { enterpriseId } = await demandForEnterprise(db, actor, 'questionnaire:read', args.enterpriseId)
  const rows = await db.rows<Row>(
    `SELECT ${HEAD}, false AS "isTemplate", q.enterprise_id AS "enterpriseId", NULL AS "offeredAt", q.changed,
       nullif(q.published_version, 0) AS "publishedVersion", ${OPEN_WAVES} AS "openWaves"
     FROM questionnaire q WHERE q.partner_id = $1 AND q.enterprise_id = $7 AND ${NARROWED}`,
    [...paramsOf(actor, args, args.archived), enterpriseId],
  )
  return pageOfRows(rows, args)
}

/** The templates of the partner; who acts for an enterprise sees those that are offered. */
export async function questionnaireTemplates(db: Db, actor: Actor, args: TemplatesArgs): Promise<QuestionnairePage> {
  demand(actor, 'template:read')
  const forEnterprise = wallTwo.up && actor.enterpriseId !== null
  const rows = await db.rows<Row>(
    `SELECT ${HEAD}, true AS "isTemplate", NULL AS "enterpriseId", q.offered_at AS "offeredAt", false AS changed,
       NULL AS "publishedVersion", 0 AS "openWaves"
     FROM questionnaire_template q WHERE q.partner_id = $1 AND (NOT $7 OR q.offered_at IS NOT NULL) AND ${NARROWED}`,
    [...paramsOf(actor, args, args.archived && !forEnterprise), forEnterprise],
  )
  return pageOfRows(rows, args)
}

/** Whether it was published, and whether anything changed since. */
export const publicationOf = (publishedVersion: number | null, changed: boolean): Publication =>
  !publishedVersion ? 'draft' : changed ? 'changed' : 'published'

function paramsOf(
  actor: Actor,
  { search, after, first }: PageArgs & { search?: string },
  archived: boolean,
): unknown[] {
  return [actor.partnerId, archived, plainSearch(search), ...timeCursor(after), first + 1]
}

function pageOfRows(rows: Row[], { first }: PageArgs): QuestionnairePage {
  const { nodes, pageInfo } = pageOf(rows, first, ({ at, id }) => [at, id])
  return {
    nodes: nodes.map(({ changed, at: _at, ...row }) => ({
      ...row,
      publication: publicationOf(row.publishedVersion, changed),
    })),
    pageInfo,
  }
}
