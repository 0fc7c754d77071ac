import { Field, Int, ObjectType } from 'type-graphql'
import { fromCursor, PageInfo, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import { JsonValue } from '../../platform/scalars.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEvaluation } from '../enterprise/subject.ts'

@ObjectType('AnswerRevision', { description: 'What stood in a field at some time.' })
export class AnswerRevision {
  @Field(() => Int) revision!: number
  @Field(() => JsonValue, { nullable: true }) value!: unknown
  @Field(() => String) authorName!: string
  @Field(() => Date) savedAt!: Date
}

@ObjectType('AnswerHistory', { description: 'A page of revisions of one field.' })
export class AnswerHistory {
  @Field(() => [AnswerRevision]) nodes!: AnswerRevision[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

/** Every revision of one field, newest first. */
export async function answerHistory(
  db: Db,
  actor: Actor,
  { evaluationId, stepCode, fieldKey }: { evaluationId: string; stepCode: string; fieldKey: string },
  { first, after }: PageArgs,
): Promise<AnswerHistory> {
  await demandForEvaluation(db, actor, 'evaluation:read', evaluationId)
  const before = after ? Number(fromCursor(after, ['int'])[0]) : null
  const rows = await db.rows<AnswerRevision>(
    `SELECT revision, value, author_name AS "authorName", saved_at AS "savedAt" FROM answer_revision
     WHERE partner_id = $1 AND evaluation_id = $2 AND step_code = $3 AND field_key = $4 AND ($5::int IS NULL OR revision < $5)
     ORDER BY revision DESC LIMIT $6`,
    [actor.partnerId, evaluationId, stepCode, fieldKey, before, first + 1],
  )
  return pageOf(rows, first, ({ revision }) => [revision])
}
