import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql'
import type { Reference } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { filterParams, PROGRESS_CONDITION } from './progress-filter.ts'
import type { ProgressFilter } from './progress-filter.ts'

@ObjectType({ description: 'How many evaluations ended early for one reason.' })
export class StoppedCount {
  @Field(() => String, { description: 'time, staff, funding, noLongerRelevant, closure or other' }) reason!: string
  @Field(() => Int) count!: number
}

@ObjectType({
  description:
    'Where the enterprises of a group stand. Always: recruited = notStarted + started; started = active + paused + stopped + completed = phase1 + phase2 + phase3 + stopped + completed.',
})
export class ProgressCounts {
  @Field(() => Int, {
    nullable: true,
    description:
      'Places planned; a count of the partner, apart from what was recruited. Null when none was set or the filter cannot narrow it.',
  })
  target?: number | null
  @Field(() => Int, { description: 'Enterprises that said no; in no other count.' }) declined!: number
  @Field(() => Int, { description: 'Enterprises in the cohort.' }) recruited!: number
  @Field(() => Int) notStarted!: number
  @Field(() => Int, { description: 'Have begun an evaluation, whatever became of it.' }) started!: number
  @Field(() => Int) active!: number
  @Field(() => Int) paused!: number
  @Field(() => Int) stopped!: number
  @Field(() => [StoppedCount]) stoppedBy!: StoppedCount[]
  @Field(() => Int) completed!: number
  @Field(() => Int, { description: 'At work or paused in phase 1.' }) phase1!: number
  @Field(() => Int, { description: 'At work or paused in phase 2.' }) phase2!: number
  @Field(() => Int, { description: 'At work or paused in phase 3.' }) phase3!: number
  @Field(() => Int, { description: 'At work, with something that deserves a call.' }) stalled!: number
}

@ObjectType({ description: 'The enterprises of one partner on one platform in one territory.' })
export class ProgressRow {
  @Field(() => String, { nullable: true, description: 'Null: not on a platform yet.' }) platformCode?: string | null
  @Field(() => String, { nullable: true, description: 'FR, WA, VL or BRU; null: seat not known.' }) territory?:
    | string
    | null
  @Field(() => ID) partnerId!: string
  @Field(() => String) partnerCode!: string
  @Field(() => String) partnerName!: string
  @Field(() => ProgressCounts) counts!: ProgressCounts
}

@ObjectType({ description: 'Places planned by one partner on one platform.' })
export class ProgressTarget {
  @Field(() => ID) partnerId!: string
  @Field(() => String) partnerName!: string
  @Field(() => String) platformCode!: string
  @Field(() => Int) target!: number
}

@ObjectType({ description: 'The programme at a glance, from what partners share with it: counts only.' })
export class ProgrammeDashboard {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the figures were last brought up to date; null: never.',
  })
  asOf?: Date | null
  @Field(() => ProgressCounts) total!: ProgressCounts
  @Field(() => [ProgressRow], { description: 'By platform, territory and partner, in a fixed order.' })
  rows!: ProgressRow[]
  @Field(() => [ProgressTarget], { description: 'By partner and platform; a target has no territory and no phase.' })
  targets!: ProgressTarget[]
}

const COUNTS = `
  count(*) FILTER (WHERE c.recruitment = 'declined' AND c.status IS NULL)::int AS declined,
  count(*) FILTER (WHERE c.recruitment <> 'declined' OR c.status IS NOT NULL)::int AS recruited,
  count(*) FILTER (WHERE c.recruitment <> 'declined' AND c.status IS NULL)::int AS "notStarted",
  count(c.status)::int AS started,
  count(*) FILTER (WHERE c.status = 'active')::int AS active,
  count(*) FILTER (WHERE c.status = 'paused')::int AS paused,
  count(*) FILTER (WHERE c.status = 'stopped')::int AS stopped,
  count(*) FILTER (WHERE c.status = 'completed')::int AS completed,
  count(*) FILTER (WHERE c.status IN ('active', 'paused') AND c.phase = 1)::int AS phase1,
  count(*) FILTER (WHERE c.status IN ('active', 'paused') AND c.phase = 2)::int AS phase2,
  count(*) FILTER (WHERE c.status IN ('active', 'paused') AND c.phase = 3)::int AS phase3,
  count(c.stall_reason)::int AS stalled,
  jsonb_build_object(${['time', 'staff', 'funding', 'noLongerRelevant', 'closure', 'other']
    .map((reason) => `'${reason}', count(*) FILTER (WHERE c.status = 'stopped' AND c.stop_reason = '${reason}')`)
    .join(', ')}) AS reasons`

type CountRow = Omit<ProgressCounts, 'stoppedBy'> &
  Omit<ProgressRow, 'counts'> & { reasons: Record<string, number>; whole: boolean }

/** The programme at a glance, for its lead. */
export async function programmeDashboard(
  reference: Reference,
  actor: Actor,
  filter?: ProgressFilter | null,
): Promise<ProgrammeDashboard> {
  demand(actor, 'programmeProgress:read')
  const params = filterParams(filter)
  const rows = await reference.rows<CountRow>(
    `SELECT g.*, p.code AS "partnerCode", p.name AS "partnerName" FROM (
       SELECT grouping(c.partner_id) = 1 AS whole, c.platform_code AS "platformCode", c.project_territory AS territory,
         c.partner_id AS "partnerId", ${COUNTS}
       FROM shared.cohort_progress c WHERE ${PROGRESS_CONDITION}
       GROUP BY GROUPING SETS ((c.platform_code, c.project_territory, c.partner_id), ())) AS g
     LEFT JOIN partner p ON p.id = g."partnerId"
     ORDER BY g."platformCode", array_position(ARRAY['FR', 'WA', 'VL', 'BRU'], g.territory), p.position, p.id`,
    params,
  )
  // A target has neither territory nor phase: narrowed by one of these it could only be misread.
  const targets = await reference.rows<ProgressTarget>(
    `SELECT p.id AS "partnerId", p.name AS "partnerName", t.platform_code AS "platformCode", t.target
     FROM shared.cohort_target t JOIN partner p ON p.id = t.partner_id
     WHERE ($1::text IS NULL OR t.platform_code = $1) AND ($3::uuid IS NULL OR t.partner_id = $3)
       AND $2::text IS NULL AND $4::int IS NULL
     ORDER BY p.position, p.id, t.platform_code`,
    params,
  )
  const state = await reference.row<{ at: Date | null }>('SELECT max(refreshed_at) AS at FROM shared.refresh_state')
  const whole = rows.find((row) => row.whole)
  return {
    asOf: state?.at ?? null,
    total: { ...countsOf(whole), target: targets.length ? targets.reduce((sum, { target }) => sum + target, 0) : null },
    rows: rows.filter((row) => !row.whole).map((row) => ({ ...row, counts: countsOf(row) })),
    targets,
  }
}

function countsOf(row: CountRow | undefined): ProgressCounts {
  const { reasons = {}, ...counts } = row ?? NONE
  const stoppedBy = Object.entries(reasons).flatMap(([reason, count]) => (count > 0 ? [{ reason, count }] : []))
  return { ...counts, stoppedBy }
}

const NONE = {
  declined: 0,
  recruited: 0,
  notStarted: 0,
  started: 0,
  active: 0,
  paused: 0,
  stopped: 0,
  completed: 0,
  phase1: 0,
  phase2: 0,
  phase3: 0,
  stalled: 0,
  reasons: {} as Record<string, number>,
}
