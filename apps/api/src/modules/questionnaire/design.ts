import { checkQuestionnaire } from '@vises/questionnaire/check.ts'
import { effortOf } from '@vises/questionnaire/effort.ts'
import { reusedKeys } from '@vises/questionnaire/keys.ts'
import type { PublishedKeys } from '@vises/questionnaire/keys.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { textIn } from '@vises/questionnaire/texts.ts'
import { coverageOf } from '@vises/questionnaire/translation.ts'
import type { Marks } from '@vises/questionnaire/translation.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand, may, wallTwo } from '../access/actor.ts'
import type { Actor, Subject } from '../access/actor.ts'
import type { QuestionnaireOrigin, QuestionnaireProblem } from './questionnaire.types.ts'
import { withTerritories } from './with-territories.ts'

/** A questionnaire of an enterprise or a template of a partner, as the use cases work on it. */
export interface Design {
  id: string
  /** Undefined for a template. */
  subject: Subject | undefined
  enterpriseId: string | null
  evaluationId: string | null
  title: string
  draft: Questionnaire
  draftRevision: number
  marks: Marks
  saves: Save[]
  publishedVersion: number
  publishedKeys: PublishedKeys
  changed: boolean
  origin: QuestionnaireOrigin | null
  offeredAt: Date | null
  archivedAt: Date | null
  updatedAt: Date
  updatedByName: string
}

/** One save of a draft, as the row remembers it. */
export interface Save {
  revision: number
  operationId?: string
  digest?: string
  /** A save that only translated: which texts, each with the hash of what stood there before. */
  translated?: { language: string; texts: [path: string, before: string][] }
}

const SUBJECT = `
  SELECT q.id, q.enterprise_id AS "enterpriseId", a.coach_user_id AS "coachUserId", NULL::timestamptz AS "offeredAt"
  FROM questionnaire q LEFT JOIN accompaniment a ON a.partner_id = q.partner_id AND a.enterprise_id = q.enterprise_id AND a.ends_on IS NULL
  WHERE q.partner_id = $1 AND q.id = $2
  UNION ALL
  SELECT id, NULL, NULL, offered_at FROM questionnaire_template WHERE partner_id = $1 AND id = $2`

/**
 * Whose questionnaire it is, once the actor has shown that they may do this to it; null for a template.
 * @throws NotFound when it is absent, of another partner, not offered, or not the actor's to touch
 */
export async function demandForDesign(
  db: Db,
  actor: Actor,
  verb: 'read' | 'write',
  questionnaireId: string,
): Promise<Subject | null> {
  demand(actor, may(actor, `questionnaire:${verb}`) ? `questionnaire:${verb}` : `template:${verb}`)
  if (!isId(questionnaireId)) throw new NotFound()
  const found = await db.row<Omit<Subject, 'enterpriseId'> & { enterpriseId: string | null; offeredAt: Date | null }>(
    SUBJECT,
    [actor.partnerId, questionnaireId],
  )
  if (!found) throw new NotFound()
  const { enterpriseId, coachUserId, offeredAt } = found
  if (enterpriseId !== null) {
    const subject = { enterpriseId, coachUserId }
    demand(actor, `questionnaire:${verb}`, subject)
    return subject
  }
  demand(actor, `template:${verb}`)
  // An enterprise sees a template once it is offered to it.
  if (wallTwo.up && actor.enterpriseId && !offeredAt) throw new NotFound()
  return null
}

const COLUMNS = `id, title, draft, draft_revision AS "draftRevision", translated_from AS marks, saves, origin,
  archived_at AS "archivedAt", updated_at AS "updatedAt", updated_by_name AS "updatedByName"`
const OWN = `${COLUMNS}, enterprise_id AS "enterpriseId", evaluation_id AS "evaluationId", published_version AS "publishedVersion",
  published_keys AS "publishedKeys", changed, NULL AS "offeredAt"`
const TEMPLATE = `${COLUMNS}, NULL AS "enterpriseId", NULL AS "evaluationId", 0 AS "publishedVersion", '{}'::jsonb AS "publishedKeys",
  false AS changed, offered_at AS "offeredAt"`

/**
 * The questionnaire or template with its draft. To write, its row is locked until the unit ends, so that of two saves
 * of the same revision the second sees the first.
 */
export async function openDesign(
  db: Db,
  actor: Actor,
  verb: 'read' | 'write',
  questionnaireId: string,
): Promise<Design> {
  const subject = await demandForDesign(db, actor, verb, questionnaireId)
  const row = await db.row<Design>(
    `SELECT ${subject ? OWN : TEMPLATE} FROM ${subject ? 'questionnaire' : 'questionnaire_template'}
     WHERE partner_id = $1 AND id = $2 ${verb === 'write' ? 'FOR UPDATE' : ''}`,
    [actor.partnerId, questionnaireId],
  )
  if (!row) throw new NotFound()
  return { ...row, subject: subject ?? undefined }
}

/** The questionnaire of an enterprise; templates are not found here. */
export async function openOwn(
  db: Db,
  actor: Actor,
  verb: 'read' | 'write',
  questionnaireId: string,
): Promise<Design & { subject: Subject; enterpriseId: string }> {
  demand(actor, `questionnaire:${verb}`)
  const { subject, enterpriseId, ...design } = await openDesign(db, actor, verb, questionnaireId)
  if (!subject || enterpriseId === null) throw new NotFound()
  return { ...design, subject, enterpriseId }
}

/** Everything that stands in the way of publishing a draft; judged with the territories it is asked with. */
export function problemsOf(asked: Questionnaire, published: PublishedKeys): QuestionnaireProblem[] {
  return [...checkQuestionnaire(asked), ...reusedKeys(published, asked)]
}

/** What the row of a draft keeps beside it, for lists; the draft with the territories it is asked with. */
export function countsOf(asked: Questionnaire, marks: Marks, published: PublishedKeys) {
  return {
    title: textIn(asked.title, asked.baseLanguage, asked).slice(0, 300),
    baseLanguage: asked.baseLanguage,
    languages: asked.languages,
    questionCount: effortOf(asked).questions,
    problemCount: problemsOf(asked, published).length,
    coverage: coverageOf(asked, marks),
  }
}

const SAVES_KEPT = 20

/** Writes a draft over the one that was opened, as its next revision. */
export async function writeDraft(
  db: Db,
  actor: Actor,
  design: Design,
  { draft, marks }: { draft: Questionnaire; marks: Marks },
  save: Omit<Save, 'revision'> = {},
): Promise<void> {
  const counts = countsOf(await withTerritories(db, draft), marks, design.publishedKeys)
  const revision = design.draftRevision + 1
  const saves = [{ revision, ...save }, ...design.saves].slice(0, SAVES_KEPT)
  const own = `, changed = NOT EXISTS (SELECT FROM questionnaire_version v WHERE v.partner_id = $1 AND v.questionnaire_id = $2
    AND v.number = q.published_version AND v.content = $10::jsonb) AND q.published_version > 0`
  await db.rows(
    `UPDATE ${design.subject ? 'questionnaire' : 'questionnaire_template'} q SET title = $3, base_language = $4, languages = $5,
       question_count = $6, problem_count = $7, coverage = $8, draft_revision = $9, draft = $10, translated_from = $11,
       saves = $12, updated_at = now(), updated_by_name = $13 ${design.subject ? own : ''}
     WHERE partner_id = $1 AND id = $2`,
    [
      actor.partnerId,
      design.id,
      counts.title,
      counts.baseLanguage,
      counts.languages,
      counts.questionCount,
      counts.problemCount,
      JSON.stringify(counts.coverage),
      revision,
      JSON.stringify(draft),
      JSON.stringify(marks),
      JSON.stringify(saves),
      actor.name,
    ],
  )
}
