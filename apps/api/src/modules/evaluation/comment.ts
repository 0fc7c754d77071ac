import { IsUUID, Length, MaxLength } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'
import { enqueue } from '../../jobs/tasks.ts'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'
import { methodOf } from '../method/method.ts'
import type { CommentPayload, StepComment } from './comment.types.ts'
import { COMMENT } from './read-comments.ts'

@InputType()
export class AddCommentInput {
  @Field(() => ID) @IsUUID() evaluationId!: string
  @Field(() => String) @MaxLength(10) stepCode!: string
  @Field(() => String) @Length(1, 5000) body!: string
}

/** Writes a comment on a step and tells the other side by mail. */
export async function addComment(db: Db, actor: Actor, input: AddCommentInput): Promise<CommentPayload> {
  const subject = await demandForEvaluation(db, actor, 'evaluation:comment', input.evaluationId)
  const method = await methodOf(db, subject.methodCode)
  if (!method?.steps.has(input.stepCode)) throw new BadInput([{ field: 'stepCode', code: 'unknown' }])
  const body = input.body.trim()
  if (!body) throw new BadInput([{ field: 'body', code: 'empty' }])
  if (body.includes('\u0000') || /\p{Surrogate}/u.test(body))
    throw new BadInput([{ field: 'body', code: 'unreadableText' }])
  const id = newId()
  await db.rows(
    `INSERT INTO step_comment (partner_id, id, enterprise_id, evaluation_id, step_code, author_user_id, author_name, author_role, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      actor.partnerId,
      id,
      subject.enterpriseId,
      input.evaluationId,
      input.stepCode,
      actor.userId,
      actor.name,
      actor.role,
      body,
    ],
  )
  await db.rows('UPDATE evaluation SET last_activity_at = now() WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    input.evaluationId,
  ])
  await enqueue(db, 'mailCommentReceived', { partnerId: actor.partnerId, userId: actor.userId, commentId: id })
  return { comment: await commentOf(db, actor, id) }
}

/** Marks a comment as dealt with, or as open again. */
export async function resolveComment(db: Db, actor: Actor, commentId: string, resolved: boolean): Promise<StepComment> {
  await demandForComment(db, actor, commentId)
  await db.rows(
    `UPDATE step_comment SET resolved_at = CASE WHEN $3 THEN coalesce(resolved_at, now()) END,
       resolved_by_name = CASE WHEN $3 THEN coalesce(resolved_by_name, $4) END WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, commentId, resolved, actor.name],
  )
  return commentOf(db, actor, commentId)
}

/** Takes back one's own comment, within a day; the comment as it was comes back, to be written again. */
export async function withdrawComment(db: Db, actor: Actor, commentId: string): Promise<CommentPayload> {
  const enterpriseId = await demandForComment(db, actor, commentId)
  const comment = await commentOf(db, actor, commentId)
  if (!comment.isMine) return { problem: 'notYours' }
  if (!comment.canWithdraw) return { problem: 'tooLate' }
  await db.rows('DELETE FROM step_comment WHERE partner_id = $1 AND id = $2', [actor.partnerId, commentId])
  await audit(db, actor, {
    action: 'comment.withdrawn',
    objectType: 'comment',
    objectId: commentId,
    objectName: comment.stepCode,
    enterpriseId,
  })
  return { comment }
}

async function demandForComment(db: Db, actor: Actor, commentId: string): Promise<string> {
  if (!isId(commentId)) throw new NotFound()
  const row = await db.row<{ evaluationId: string }>(
    'SELECT evaluation_id AS "evaluationId" FROM step_comment WHERE partner_id = $1 AND id = $2',
    [actor.partnerId, commentId],
  )
  if (!row) throw new NotFound()
  return (await demandForEvaluation(db, actor, 'evaluation:comment', row.evaluationId)).enterpriseId
}

async function commentOf(db: Db, actor: Actor, commentId: string): Promise<StepComment> {
  const row = await db.row<StepComment>(`SELECT ${COMMENT} FROM step_comment c WHERE c.partner_id = $1 AND c.id = $2`, [
    actor.partnerId,
    commentId,
    actor.userId,
  ])
  if (!row) throw new NotFound()
  return row
}
