import { LIMITS } from '@vises/schema/limits'
import { Field, Int, ObjectType } from 'type-graphql'
import { BadInput, NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { joinsOf } from './cohort-filter.ts'
import { announceTargets } from '../sharing/announce.ts'

@ObjectType({ simpleResolvers: true, description: 'How many evaluations stopped for one reason.' })
export class StoppedByReason {
  @Field(() => String) reason!: string
  @Field(() => Int) count!: number
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A cohort counted so that it always adds up: enterprises = notInvited + invited; invited = started + declined + pending; started = active + paused + stopped + completed; recruited = enterprises - declined.',
})
export class CohortCounts {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the test platform; null: on none, or the whole cohort.',
  })
  platform?: string | null
  @Field(() => Int, { nullable: true, description: 'How many were aimed at; null when nothing was said.' }) target?:
    | number
    | null
  @Field(() => Int, { description: 'All in the list.' }) enterprises!: number
  @Field(() => Int, { description: 'All but those that declined.' }) recruited!: number
  @Field(() => Int) notInvited!: number
  @Field(() => Int) invited!: number
  @Field(() => Int, { description: 'Invited, no answer yet.' }) pending!: number
  @Field(() => Int) declined!: number
  @Field(() => Int) started!: number
  @Field(() => Int) active!: number
  @Field(() => Int) paused!: number
  @Field(() => Int) stopped!: number
  @Field(() => Int) completed!: number
  @Field(() => [StoppedByReason]) stoppedByReason!: StoppedByReason[]
}

@ObjectType({ simpleResolvers: true, description: 'The cohort as a whole, and by test platform.' })
export class CohortReconciliation {
  @Field(() => CohortCounts) total!: CohortCounts
  @Field(() => [CohortCounts]) byPlatform!: CohortCounts[]
}

interface StateCount {
  platform: string | null
  state: string
  reason: string | null
  count: number
}

/** The line that reconciles the cohort, whole and by test platform, in one statement. */
export async function cohortCounts(db: Db, actor: Actor): Promise<CohortReconciliation> {
  demand(actor, 'cohort:read')
  const rows = await db.rows<StateCount>(
    `SELECT p.platform_code AS platform, coalesce(v.status, e.recruitment) AS state, v.stop_reason AS reason, count(*)::int AS count
     FROM enterprise e ${joinsOf('v. p.')}
     WHERE e.partner_id = $1 GROUP BY 1, 2, 3
     UNION ALL SELECT platform_code, 'target', NULL, target FROM cohort_target WHERE partner_id = $1`,
    [actor.partnerId],
  )
  const platforms = [...new Set(rows.map(({ platform }) => platform))].sort((a, b) =>
    (a ?? '~').localeCompare(b ?? '~'),
  )
  return {
    total: addUp(null, rows),
    byPlatform: platforms.map((platform) =>
      addUp(
        platform,
        rows.filter((row) => row.platform === platform),
      ),
    ),
  }
}

/** Adds up where enterprises stand; sums are made of their parts, so they cannot disagree with them. */
export function addUp(platform: string | null, rows: StateCount[]): CohortCounts {
  const of = (state: string) => rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0)
  const [active, paused, stopped, completed] = [of('active'), of('paused'), of('stopped'), of('completed')]
  const started = active + paused + stopped + completed
  // Written as started but without an evaluation: counted with those that were invited and have not begun.
  const pending = of('pending') + of('started')
  const declined = of('declined')
  const invited = started + declined + pending
  const notInvited = of('recruited')
  const reasons = new Map<string, number>()
  for (const row of rows)
    if (row.state === 'stopped' && row.reason) reasons.set(row.reason, (reasons.get(row.reason) ?? 0) + row.count)
  return {
    platform,
    target: rows.some(({ state }) => state === 'target') ? of('target') : null,
    enterprises: notInvited + invited,
    recruited: notInvited + invited - declined,
    notInvited,
    invited,
    pending,
    declined,
    started,
    active,
    paused,
    stopped,
    completed,
    stoppedByReason: [...reasons]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
  }
}

/** Says how many enterprises a test platform aims at; null takes the target away. */
export async function setCohortTarget(
  db: Db,
  actor: Actor,
  platformCode: string,
  target: number | null,
): Promise<CohortReconciliation> {
  demand(actor, 'cohort:manage')
  if (!(await db.row('SELECT FROM test_platform WHERE code = $1', [platformCode]))) throw new NotFound()
  if (target !== null && (target < 0 || target > LIMITS.cohortTarget))
    throw new BadInput([{ field: 'target', code: 'outOfRange' }])
  const old = await db.row<{ target: number }>(
    'SELECT target FROM cohort_target WHERE partner_id = $1 AND platform_code = $2',
    [actor.partnerId, platformCode],
  )
  if (target === null) {
    await db.rows('DELETE FROM cohort_target WHERE partner_id = $1 AND platform_code = $2', [
      actor.partnerId,
      platformCode,
    ])
  } else {
    await db.rows(
      `INSERT INTO cohort_target (partner_id, platform_code, target) VALUES ($1, $2, $3)
       ON CONFLICT (partner_id, platform_code) DO UPDATE SET target = excluded.target`,
      [actor.partnerId, platformCode, target],
    )
  }
  await audit(db, actor, {
    action: 'cohort.targetSet',
    objectType: 'testPlatform',
    objectId: platformCode,
    old: { target: old?.target ?? null },
    new: { target },
  })
  await announceTargets(db, actor.partnerId)
  return cohortCounts(db, actor)
}
