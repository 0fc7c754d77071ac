import type { Answers, Questionnaire } from '@vises/questionnaire/model.ts'
import { compileDraft } from '@vises/questionnaire/compile.ts'
import { sorted } from '@vises/questionnaire/sorted.ts'
import { validateSubmission } from '@vises/questionnaire/validate.ts'
import { fromCursor, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor, Subject } from '../access/actor.ts'
import { demandForDesign, openOwn } from './design.ts'
import { questionnaire } from './read-questionnaire.ts'
import type { SaveTestAnswerInput } from './questionnaire.inputs.ts'
import type { QuestionnairePayload, SaveTestAnswerPayload, TestAnswer, TestAnswerPage } from './questionnaire.types.ts'
import { withTerritories } from './with-territories.ts'

/** Trial answers kept of one questionnaire. */
const MOST_KEPT = 500

const COLUMNS = `id, language, answers, received_on::text AS "receivedOn"`

/** Trial answers to the draft, for the team alone: people may have tried it out with what is true of them. */
export async function testAnswers(
  db: Db,
  actor: Actor,
  questionnaireId: string,
  { first, after }: PageArgs,
): Promise<TestAnswerPage> {
  const { enterpriseId } = await demandOwn(db, actor, questionnaireId)
  const [id] = after ? fromCursor(after, ['uuid']) : [null]
  const rows = await db.rows<TestAnswer>(
    `SELECT ${COLUMNS} FROM test_answer WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3
       AND ($4::uuid IS NULL OR id > $4) ORDER BY id LIMIT $5`,
    [actor.partnerId, enterpriseId, questionnaireId, id, first + 1],
  )
  return pageOf(rows, first, (row) => [row.id])
}

/** Keeps a trial answer, checked as a real one would be; the same one sent twice is kept once. */
export async function saveTestAnswer(
  db: Db,
  actor: Actor,
  { questionnaireId, operationId, language, answers }: SaveTestAnswerInput,
): Promise<SaveTestAnswerPayload> {
  const design = await openOwn(db, actor, 'write', questionnaireId)
  const checked = checkedAnswers(await withTerritories(db, design.draft), answers, language)
  if (checked.problems) return { problems: checked.problems }
  const place = [actor.partnerId, design.enterpriseId, questionnaireId]
  const kept = await db.row<TestAnswer>(`SELECT ${COLUMNS} FROM test_answer WHERE partner_id = $1 AND id = $2`, [
    actor.partnerId,
    operationId,
  ])
  if (kept && sorted([kept.language, kept.answers]) !== sorted([language, checked.answers]))
    throw new BadInput([{ field: 'operationId', code: 'usedForAnotherValue' }])
  if (kept) return { testAnswer: kept, problems: [] }
  const count = await db.row<{ count: number }>(
    'SELECT count(*)::int FROM test_answer WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3',
    place,
  )
  if (count!.count >= MOST_KEPT) return { problems: [{ path: '', code: 'tooMany' }] }
  const testAnswer = await db.row<TestAnswer>(
    `INSERT INTO test_answer (partner_id, enterprise_id, questionnaire_id, id, language, answers)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`,
    [...place, operationId, language, JSON.stringify(checked.answers)],
  )
  return { testAnswer, problems: [] }
}

/** Throws the trial answers away. */
export async function clearTestAnswers(db: Db, actor: Actor, questionnaireId: string): Promise<QuestionnairePayload> {
  const { enterpriseId } = await demandOwn(db, actor, questionnaireId)
  await db.rows('DELETE FROM test_answer WHERE partner_id = $1 AND enterprise_id = $2 AND questionnaire_id = $3', [
    actor.partnerId,
    enterpriseId,
    questionnaireId,
  ])
  return { questionnaire: await questionnaire(db, actor, questionnaireId) }
}

async function demandOwn(db: Db, actor: Actor, questionnaireId: string): Promise<Subject> {
  demand(actor, 'questionnaire:write')
  const subject = await demandForDesign(db, actor, 'write', questionnaireId)
  if (!subject) throw new NotFound()
  return subject
}

function checkedAnswers(
  draft: Questionnaire,
  answers: unknown,
  language: string,
): { answers: Answers; problems?: undefined } | { problems: SaveTestAnswerPayload['problems'] } {
  const { compiled, problems } = compileDraft(draft)
  if (problems.length) return { problems: problems.map(({ key, code }) => ({ path: key, code })) }
  const { answers: taken, problems: faults } = validateSubmission(compiled, answers, { now: new Date(), language })
  return faults ? { problems: faults.slice(0, 100) } : { answers: taken }
}
