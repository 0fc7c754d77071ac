import { registerEnumType, Field, ID, InputType, ObjectType } from 'type-graphql'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { StopReason } from '../evaluation/evaluation.types.ts'
import { stopEvaluation } from '../evaluation/stop-evaluation.ts'
import { announceChange } from '../sharing/announce.ts'
import { Enterprise } from './enterprise-types.ts'
import { demandForEnterprise } from './subject.ts'

export enum StopEnterpriseProblem {
  /** Its evaluation has ended already. */
  ENDED = 'ENDED',
}
registerEnumType(StopEnterpriseProblem, {
  name: 'StopEnterpriseProblem',
  description: 'Why an enterprise could not be stopped.',
})

@InputType()
export class StopEnterpriseInput {
  @Field(() => ID) enterpriseId!: string
  @Field(() => StopReason) reason!: StopReason
  @Field(() => String, { nullable: true }) note?: string
}

@ObjectType({ simpleResolvers: true })
export class StopEnterprisePayload {
  @Field(() => Enterprise, { nullable: true }) enterprise?: Enterprise
  @Field(() => StopEnterpriseProblem, { nullable: true }) problem?: StopEnterpriseProblem
}

/** Writes down that an enterprise goes on no further: its evaluation stops; one that never began counts as declined. */
export async function stopEnterprise(
  db: Db,
  actor: Actor,
  input: StopEnterpriseInput,
): Promise<StopEnterpriseProblem | undefined> {
  const { name } = await demandForEnterprise(db, actor, 'evaluation:stop', input.enterpriseId)
  const row = await db.row<{ evaluationId: string | null; recruitment: string }>(
    `SELECT current_evaluation_id AS "evaluationId", recruitment FROM enterprise WHERE partner_id = $1 AND id = $2 FOR UPDATE`,
    [actor.partnerId, input.enterpriseId],
  )
  if (row?.evaluationId) {
    const { problem } = await stopEvaluation(db, actor, {
      evaluationId: row.evaluationId,
      reason: input.reason,
      note: input.note,
    })
    return problem ? StopEnterpriseProblem.ENDED : undefined
  }
  await db.rows(
    `UPDATE enterprise SET recruitment = 'declined', updated_at = now() WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, input.enterpriseId],
  )
  await audit(db, actor, {
    action: 'enterprise.declined',
    objectType: 'enterprise',
    objectId: input.enterpriseId,
    objectName: name,
    enterpriseId: input.enterpriseId,
    old: { recruitment: row?.recruitment },
    new: { recruitment: 'declined', reason: input.reason, note: input.note },
  })
  await announceChange(db, actor.partnerId, input.enterpriseId)
  return undefined
}

/** Takes an enterprise that had declined back into the cohort. */
export async function reopenEnterprise(db: Db, actor: Actor, enterpriseId: string): Promise<void> {
  const { name } = await demandForEnterprise(db, actor, 'cohort:manage', enterpriseId)
  const rows = await db.rows(
    `UPDATE enterprise SET recruitment = 'recruited', updated_at = now() WHERE partner_id = $1 AND id = $2 AND recruitment = 'declined' RETURNING id`,
    [actor.partnerId, enterpriseId],
  )
  if (rows.length === 0) return
  await audit(db, actor, {
    action: 'enterprise.reopened',
    objectType: 'enterprise',
    objectId: enterpriseId,
    objectName: name,
    enterpriseId,
  })
  await announceChange(db, actor.partnerId, enterpriseId)
}
