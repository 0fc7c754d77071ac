import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'
import { methodOf } from '../method/method.ts'
import { isFilled } from './answer-value.ts'
import { sheetOf } from './question-sheet.ts'
import type { QuestionSheet } from './question-sheet.types.ts'
import { answersOf } from './read-answers.ts'

/** The question sheet of an evaluation as it stands. */
export async function questionSheet(db: Db, actor: Actor, evaluationId: string): Promise<QuestionSheet> {
  const subject = await demandForEvaluation(db, actor, 'evaluation:read', evaluationId)
  const method = await methodOf(db, subject.methodCode)
  const step = method?.steps.get(method.questionStep)
  if (!method || !step) throw new NotFound()
  const answers = await answersOf(db, actor, evaluationId, [step.code])
  const signed = await db.row<{ count: number }>(
    `SELECT count(*)::int AS count FROM gate_record WHERE partner_id = $1 AND evaluation_id = $2 AND cosigned_at IS NOT NULL`,
    [actor.partnerId, evaluationId],
  )
  const filled = new Set(answers.filter(({ value }) => isFilled(value)).map(({ fieldKey }) => fieldKey))
  return {
    ...sheetOf(method, answers),
    evaluationId,
    stepCode: step.code,
    missing: step.data.fields.filter(({ key, expected }) => expected && !filled.has(key)).map(({ key }) => key),
    signedVersions: signed?.count ?? 0,
  }
}
