import type { PageArgs } from '../../platform/connection.ts'
import { fromCursor, pageOf } from '../../platform/connection.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'
import type { StepComment, StepComments } from './comment.types.ts'

/** One comment as the API shows it, in SQL; `$3` is the person who asks. */
export const COMMENT = `
  c.id, c.evaluation_id AS "evaluationId", c.step_code AS "stepCode", c.body, c.author_name AS "authorName",
  c.author_role AS "authorRole", c.author_user_id = $3 AS "isMine",
  c.author_user_id = $3 AND c.created_at > now() - interval '1 day' AS "canWithdraw",
  c.created_at AS "createdAt", c.resolved_at AS "resolvedAt", c.resolved_by_name AS "resolvedByName"`

/** The comments of one step, newest first. */
export async function stepComments(
  db: Db,
  actor: Actor,
  { evaluationId, stepCode }: { evaluationId: string; stepCode: string },
  { first, after }: PageArgs,
): Promise<StepComments> {
  await demandForEvaluation(db, actor, 'evaluation:read', evaluationId)
  const cursor = after ? fromCursor(after, ['timestamptz', 'uuid']) : null
  const rows = await db.rows<StepComment & { key: string }>(
    `SELECT ${COMMENT}, c.created_at::text AS key FROM step_comment c
     WHERE c.partner_id = $1 AND c.evaluation_id = $2 AND c.step_code = $4
       AND ($5::text IS NULL OR (c.created_at, c.id) < ($5::timestamptz, $6::uuid))
     ORDER BY c.created_at DESC, c.id DESC LIMIT $7`,
    [actor.partnerId, evaluationId, actor.userId, stepCode, cursor?.[0] ?? null, cursor?.[1] ?? null, first + 1],
  )
  return pageOf(rows, first, (row) => [row.key, row.id])
}
