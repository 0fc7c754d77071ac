import { BadInput, NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand, may } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import type { EnterpriseSubject } from '../enterprise/subject.ts'
import { enqueueExport } from './export/resume-exports.ts'
import { EXPORT_COLUMNS, shownExport } from './export/export-row.ts'
import type { ExportOptions, ExportRow } from './export/export-row.ts'
import { EXPORT_HOURS } from './export/export-files.ts'
import { hasExportableWave } from './export/read-responses.ts'
import { ExportFormat, ExportProblem } from './export.types.ts'
import type { ExportOptionsInput, ExportPayload, StartExportInput } from './export.types.ts'

const MOST_AT_ONCE = 3

/** Asks for a file of answers. A codebook holds none, and may be asked for before anybody answered. */
export async function startExport(db: Db, actor: Actor, input: StartExportInput): Promise<ExportPayload> {
  const { format, language, questionnaireId, waveId = null } = input
  const subject = await demandForAnswers(db, actor, questionnaireId, waveId === null ? null : [waveId])
  if (!/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(language))
    throw new BadInput([{ field: 'language', code: 'invalid' }])
  if (subject.publishedVersion === 0) return { problem: ExportProblem.NOTHING_PUBLISHED }
  const options = optionsOf(input.options, language)
  const { enterpriseId } = subject
  const waveIds = subject.waves.map(({ id }) => id)
  const scope = { partnerId: actor.partnerId, enterpriseId, questionnaireId, waveIds }
  const isCodebook = format === ExportFormat.codebook || format === ExportFormat.codebookCsv
  if (!isCodebook && !(await hasExportableWave(db, scope))) return { problem: ExportProblem.FEWER_THAN_FIVE }
  // Whoever asks at the same moment is counted one after the other.
  await db.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`export ${actor.userId}`])
  const under = await db.row<{ count: number }>(
    `SELECT count(*)::int AS count FROM response_export WHERE partner_id = $1 AND user_id = $2 AND status IN ('waiting', 'running')`,
    [actor.partnerId, actor.userId],
  )
  if (under!.count >= MOST_AT_ONCE) return { problem: ExportProblem.TOO_MANY_AT_ONCE }
  await db.rows('DELETE FROM response_export WHERE partner_id = $1 AND user_id = $2 AND expires_at < now()', [
    actor.partnerId,
    actor.userId,
  ])
  const id = newId()
  const row = await db.row<ExportRow>(
    `INSERT INTO response_export (partner_id, id, enterprise_id, questionnaire_id, wave_id, wave_ids, format, language, options, user_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(hours => ${EXPORT_HOURS})) RETURNING ${EXPORT_COLUMNS}`,
    [
      actor.partnerId,
      id,
      enterpriseId,
      questionnaireId,
      waveId,
      waveIds,
      format,
      language,
      JSON.stringify(options),
      actor.userId,
    ],
  )
  await enqueueExport(db, actor.partnerId, id)
  await audit(db, actor, {
    action: 'answers.exported',
    objectType: 'questionnaire',
    objectId: questionnaireId,
    objectName: subject.title,
    enterpriseId,
    new: { format, language, waveIds },
  })
  return { export: shownExport(row!) }
}

/** What spreadsheets of a language expect, unless somebody says otherwise. */
const optionsOf = (input: ExportOptionsInput | null | undefined, language: string): ExportOptions => ({
  bom: input?.bom ?? true,
  labels: input?.labels ?? true,
  decimalComma: input?.decimalComma ?? !language.startsWith('en'),
  joined: input?.joined ?? false,
  setAside: input?.setAside ?? false,
})

interface AnswersSubject extends EnterpriseSubject {
  title: string
  publishedVersion: number
  /** The waves in question that the actor may read single answers of, oldest first. */
  waves: { id: string; title: string }[]
  /** How many other waves the questionnaire has. */
  otherWaves: number
}

/**
 * The questionnaire with those of its waves that the actor may read single answers of: all for the team, those that were
 * opened to them for a coach.
 * @throws NotFound when there is none, and when a wave that is asked for is unknown, of another questionnaire or not open
 */
export async function demandForAnswers(
  db: Db,
  actor: Actor,
  questionnaireId: string,
  waveIds: readonly string[] | null,
): Promise<AnswersSubject> {
  demand(actor, 'response:read')
  if (!isId(questionnaireId) || waveIds?.some((id) => !isId(id))) throw new NotFound()
  const row = await db.row<
    Omit<AnswersSubject, 'waves' | 'otherWaves'> & { all: { id: string; title: string; granted: boolean }[] }
  >(
    `SELECT q.title, q.published_version AS "publishedVersion", e.id AS "enterpriseId", e.name,
       a.coach_user_id AS "coachUserId", a.coach_name AS "coachName", w.all
     FROM questionnaire q JOIN enterprise e ON e.partner_id = q.partner_id AND e.id = q.enterprise_id
     LEFT JOIN accompaniment a ON a.partner_id = e.partner_id AND a.enterprise_id = e.id AND a.ends_on IS NULL
     CROSS JOIN LATERAL (
       SELECT coalesce(json_agg(json_build_object('id', w.id, 'title', w.title, 'granted', w.coach_reads_responses)
         ORDER BY w.created_at, w.id), '[]') AS all
       FROM wave w
       WHERE w.partner_id = q.partner_id AND w.enterprise_id = q.enterprise_id AND w.questionnaire_id = q.id) w
     WHERE q.partner_id = $1 AND q.id = $2`,
    [actor.partnerId, questionnaireId],
  )
  if (!row) throw new NotFound()
  const { all, ...subject } = row
  const asked = all.filter(({ id }) => waveIds === null || waveIds.includes(id))
  const waves = asked.filter(({ granted }) => may(actor, 'response:read', { ...subject, granted }))
  demand(actor, 'response:read', { ...subject, granted: waves.length > 0 })
  if (waveIds && waves.length < waveIds.length) throw new NotFound()
  return {
    ...subject,
    waves: waves.map(({ id, title }) => ({ id, title })),
    otherWaves: all.length - waves.length,
  }
}
