import { BadInput, Conflict, NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand, wallTwo } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { reachOf } from '../access/rules.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'
import { fieldOf } from '../method/compile-method.ts'
import type { Method } from '../method/compile-method.ts'
import { knownMethods, lookForNewMethods } from '../method/method.ts'
import { problemOfValue } from './answer-value.ts'
import { openJourney, saveProgress, setSteps } from './journey.ts'
import type { Answer, SaveAnswerInput, SaveAnswerPayload } from './save-answer.types.ts'

/**
 * The autosave: one statement for the check, the revision and the answer.
 * - The same operation sent twice is one revision, with the same result.
 * - Who wrote on a revision that is no longer the current one gets the current one back, and overwrites nothing.
 * - The first answer of a step sets it to work, which costs a few statements more.
 */
export async function saveAnswer(db: Db, actor: Actor, input: SaveAnswerInput): Promise<SaveAnswerPayload> {
  demand(actor, 'evaluation:write')
  const fitting = (await knownMethods(db)).filter((method) => faultOf(method, input) === undefined)
  if (fitting.length === 0) return refuse(db, actor, input)
  const screens = fitting[0]?.steps.get(input.stepCode)?.screen
  const value = JSON.stringify(input.value ?? null)
  const reach = wallTwo.up ? reachOf(actor.role, 'evaluation:write') : 'all'
  const params = [
    actor.partnerId,
    input.evaluationId,
    input.stepCode,
    input.fieldKey,
    value,
    input.operationId,
    actor.userId,
    actor.name,
    input.baseRevision,
    fitting.map(({ code }) => code),
    reach === 'own' ? actor.enterpriseId : null,
    reach === 'assigned' ? actor.userId : null,
    screens?.light ?? input.stepCode,
  ]
  const row = await db.row<SaveRow>(SAVE, params)
  if (!row) throw new NotFound()
  if (!row.fits) return refuse(db, actor, input)
  if (row.savedRevision !== null && row.isTodo) await startStep(db, actor, input)
  return outcomeOf(row, input, actor.name) ?? afterRace(db, actor, input, value)
}

interface SaveRow {
  fits: boolean
  status: string
  isTodo: boolean
  savedRevision: number | null
  savedAt: Date | null
  opRevision: number | null
  opValue: unknown
  opStep: string | null
  opField: string | null
  opSame: boolean | null
  opAuthor: string | null
  opAt: Date | null
  revision: number | null
  value: unknown
  same: boolean | null
  author: string | null
  at: Date | null
}

// What stands now, and what this operation did before, if it came in before.
const STANDS = `
  op AS (
    SELECT revision, value, step_code, field_key, author_name, saved_at FROM (
      -- Looked up by the operation alone: an evaluation may have tens of thousands of revisions.
      SELECT * FROM answer_revision WHERE partner_id = $1 AND operation_id = $6 OFFSET 0
    ) AS same_operation WHERE evaluation_id = $2
  ), stands AS (
    SELECT revision, value, author_name, saved_at FROM answer
    WHERE partner_id = $1 AND evaluation_id = $2 AND step_code = $3 AND field_key = $4
  )`

const STANDING = `
  op.revision AS "opRevision", op.value AS "opValue", op.step_code AS "opStep", op.field_key AS "opField",
  op.value = $5::jsonb AS "opSame", op.author_name AS "opAuthor", op.saved_at AS "opAt",
  stands.revision, stands.value, stands.value = $5::jsonb AS same, stands.author_name AS author, stands.saved_at AS at`

const SAVE = `
  WITH subject AS (
    SELECT v.enterprise_id, v.status, v.last_activity_at, v.method_code = ANY($10::text[]) AS fits,
      CASE WHEN v.route = 'light' THEN $13::text ELSE $3 END AS screen
    FROM evaluation v
    WHERE v.partner_id = $1 AND v.id = $2 AND ($11::uuid IS NULL OR v.enterprise_id = $11)
      AND ($12::uuid IS NULL OR EXISTS (SELECT FROM accompaniment a WHERE a.partner_id = $1
        AND a.enterprise_id = v.enterprise_id AND a.ends_on IS NULL AND a.coach_user_id = $12))
  ), ${STANDS}, saved AS (
    INSERT INTO answer_revision (partner_id, enterprise_id, evaluation_id, step_code, field_key, revision, value, operation_id,
      author_user_id, author_name)
    SELECT $1, subject.enterprise_id, $2, $3, $4, $9::int + 1, $5::jsonb, $6, $7, $8 FROM subject
    WHERE subject.fits AND subject.status IN ('active', 'paused') AND NOT EXISTS (SELECT FROM op)
      AND coalesce((SELECT revision FROM stands), 0) = $9 AND (SELECT value FROM stands) IS DISTINCT FROM $5::jsonb
    ON CONFLICT DO NOTHING
    RETURNING enterprise_id, revision, value, saved_at
  ), kept AS (
    INSERT INTO answer (partner_id, enterprise_id, evaluation_id, step_code, field_key, value, revision, author_user_id, author_name)
    SELECT $1, enterprise_id, $2, $3, $4, value, revision, $7, $8 FROM saved
    ON CONFLICT (partner_id, evaluation_id, step_code, field_key) DO UPDATE SET value = excluded.value,
      revision = excluded.revision, author_user_id = excluded.author_user_id, author_name = excluded.author_name, saved_at = now()
  ), touched AS (
    UPDATE evaluation SET last_activity_at = now() FROM saved, subject
    WHERE evaluation.partner_id = $1 AND evaluation.id = $2 AND subject.last_activity_at < now() - interval '1 minute'
  )
  SELECT subject.fits, subject.status, saved.revision AS "savedRevision", saved.saved_at AS "savedAt",
    NOT EXISTS (SELECT FROM step_state s WHERE s.partner_id = $1 AND s.evaluation_id = $2 AND s.step_code = subject.screen
      AND s.status <> 'todo') AS "isTodo", ${STANDING}
  FROM subject LEFT JOIN saved ON true LEFT JOIN op ON true LEFT JOIN stands ON true`

/** What the statement came to; undefined when another save of the same revision was faster. */
function outcomeOf(row: SaveRow, input: SaveAnswerInput, saver: string): SaveAnswerPayload | undefined {
  const { stepCode, fieldKey, baseRevision } = input
  const answer = (revision: number, authorName: string, savedAt: Date, value: unknown): { answer: Answer } => ({
    answer: { stepCode, fieldKey, revision, value, authorName, savedAt },
  })
  if (row.opRevision !== null) {
    if (row.opStep !== stepCode || row.opField !== fieldKey || !row.opSame) {
      throw new BadInput([{ field: 'operationId', code: 'usedForAnotherValue' }])
    }
    return answer(row.opRevision, row.opAuthor ?? '', row.opAt ?? new Date(), row.opValue)
  }
  if (row.status !== 'active' && row.status !== 'paused') return { problem: 'evaluationEnded' }
  if (row.savedRevision !== null)
    return answer(row.savedRevision, saver, row.savedAt ?? new Date(), input.value ?? null)
  // The same words twice are no conflict, whoever wrote them first.
  if (row.revision !== null && row.same) return answer(row.revision, row.author ?? '', row.at ?? new Date(), row.value)
  if ((row.revision ?? 0) !== baseRevision) {
    return {
      conflict: { revision: row.revision ?? 0, value: row.value ?? null, authorName: row.author, savedAt: row.at },
    }
  }
  return undefined
}

/** Another save of the same revision was faster: what it wrote is visible to a second look. */
async function afterRace(db: Db, actor: Actor, input: SaveAnswerInput, value: string): Promise<SaveAnswerPayload> {
  const row = await db.row<SaveRow>(
    `WITH ${STANDS} SELECT true AS fits, 'active' AS status, false AS "isTodo", NULL::int AS "savedRevision", ${STANDING}
     FROM (SELECT 1) AS one LEFT JOIN op ON true LEFT JOIN stands ON true`,
    [actor.partnerId, input.evaluationId, input.stepCode, input.fieldKey, value, input.operationId],
  )
  const outcome = row && outcomeOf(row, input, actor.name)
  if (!outcome) throw new Conflict('savedAtTheSameMoment')
  return outcome
}

/** Sets the step of a first answer to work. */
async function startStep(db: Db, actor: Actor, input: SaveAnswerInput): Promise<void> {
  const journey = await openJourney(db, actor, 'evaluation:write', input.evaluationId)
  const screen = journey.method.steps.get(input.stepCode)?.screen[journey.route]
  if (!screen || (journey.statuses[screen] ?? 'todo') !== 'todo') return
  await setSteps(db, actor, journey, [screen], { status: 'doing', kind: 'started' })
  await saveProgress(db, journey)
}

/** Says what is wrong with the input, to those who may know that the evaluation exists. */
async function refuse(db: Db, actor: Actor, input: SaveAnswerInput): Promise<never> {
  const { methodCode } = await demandForEvaluation(db, actor, 'evaluation:write', input.evaluationId)
  const method = (await lookForNewMethods(db)).find(({ code }) => code === methodCode)
  const fault = method ? faultOf(method, input) : undefined
  throw fault ? new BadInput([fault]) : new Conflict('methodVersion')
}

function faultOf(
  method: Method,
  { stepCode, fieldKey, value }: SaveAnswerInput,
): { field: string; code: string } | undefined {
  const step = method.steps.get(stepCode)
  if (!step) return { field: 'stepCode', code: 'unknown' }
  const field = fieldOf(step, fieldKey)
  if (!field) return { field: 'fieldKey', code: 'unknown' }
  const code = problemOfValue(field, value ?? null)
  return code && { field: 'value', code }
}
