import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql'
import { PageInfo, pageOf } from '../../platform/connection.ts'
import type { PageArgs } from '../../platform/connection.ts'
import type { Reference } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { filterParams, PROGRESS_CONDITION } from './progress-filter.ts'
import type { ProgressFilter } from './progress-filter.ts'
import { timeCursor } from './time-cursor.ts'

@ObjectType({ description: 'An enterprise whose evaluation deserves a call, and why.' })
export class StalledEnterprise {
  @Field(() => ID) enterpriseId!: string
  @Field(() => String) enterpriseName!: string
  @Field(() => ID) partnerId!: string
  @Field(() => String) partnerName!: string
  @Field(() => String, { nullable: true }) coachName?: string | null
  @Field(() => String, { nullable: true }) platformCode?: string | null
  @Field(() => String, { nullable: true }) territory?: string | null
  @Field(() => String, { nullable: true, description: 'The step it works on.' }) currentStep?: string | null
  @Field(() => String, { description: 'overrun, noQuestion, stepStands, collectionStands, quiet or timeShort' })
  reason!: string
  @Field(() => GraphQLISODateTime, { description: 'Since when.' }) since!: Date
}

@ObjectType({ description: 'A page of stalled enterprises, the longest waiting first.' })
export class StalledPage {
  @Field(() => [StalledEnterprise]) nodes!: StalledEnterprise[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

/** The enterprises behind the count of stalled evaluations, the longest waiting first. */
export async function programmeStalled(
  reference: Reference,
  actor: Actor,
  filter: ProgressFilter | null | undefined,
  page: PageArgs,
): Promise<StalledPage> {
  demand(actor, 'programmeProgress:read')
  const after = timeCursor(page.after)
  const rows = await reference.rows<StalledEnterprise & { sinceKey: string }>(
    `SELECT c.enterprise_id AS "enterpriseId", c.enterprise_name AS "enterpriseName", p.id AS "partnerId", p.name AS "partnerName",
       c.coach_name AS "coachName", c.platform_code AS "platformCode", c.project_territory AS territory,
       c.current_step AS "currentStep", c.stall_reason AS reason, c.stalled_since AS since, c.stalled_since::text AS "sinceKey"
     FROM shared.cohort_progress c JOIN partner p ON p.id = c.partner_id
     WHERE c.stall_reason IS NOT NULL AND ${PROGRESS_CONDITION}
       AND ($5::timestamptz IS NULL OR (c.stalled_since, c.enterprise_id) > ($5::timestamptz, $6::uuid))
     ORDER BY c.stalled_since, c.enterprise_id LIMIT $7`,
    [...filterParams(filter), ...after, page.first + 1],
  )
  return pageOf(rows, page.first, (row) => [row.sinceKey, row.enterpriseId])
}
