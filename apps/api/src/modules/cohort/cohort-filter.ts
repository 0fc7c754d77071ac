import { LIMITS } from '@vises/schema/limits'
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator'
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { isId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { searchPatterns } from '../enterprise/plain-text.ts'

/** Columns of the board: phases and the gates between them. */
export const BOARD_COLUMNS = ['notStarted', 'phase1', 'gate1', 'phase2', 'gate2', 'phase3', 'gate3', 'closed'] as const

export enum CohortColumn {
  notStarted = 'notStarted',
  phase1 = 'phase1',
  gate1 = 'gate1',
  phase2 = 'phase2',
  gate2 = 'gate2',
  phase3 = 'phase3',
  gate3 = 'gate3',
  closed = 'closed',
}
registerEnumType(CohortColumn, {
  name: 'CohortColumn',
  description:
    'Where an enterprise stands on the board: in a phase, at a gate that was asked for, not started, or closed.',
})

@InputType()
export class CohortFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the name, the place or the number; accents do not matter.',
  })
  @IsOptional()
  @MaxLength(LIMITS.searchText)
  text?: string | null

  @IsOptional()
  @ArrayMaxSize(20)
  @Field(() => [Int], { nullable: true, description: 'Phases of the evaluation at work: 1 to 3.' })
  phases?: number[] | null
  @IsOptional()
  @ArrayMaxSize(20)
  @Field(() => [String], { nullable: true, description: 'active, paused, stopped, completed' })
  statuses?: string[] | null
  @Field(() => String, { nullable: true, description: 'Code of the test platform; `none`: on none.' }) platform?:
    | string
    | null
  @Field(() => String, { nullable: true, description: 'Code of a territory; seats inside it count.' }) territory?:
    | string
    | null
  @Field(() => ID, { nullable: true, description: 'Membership of a coach.' }) coachMembershipId?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Accompanied by the person who asks.' }) mine?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Without a coach.' }) withoutCoach?: boolean | null
  @IsOptional()
  @ArrayMaxSize(20)
  @Field(() => [String], { nullable: true, description: 'recruited, pending, declined, started' })
  recruitments?: string[] | null
  @Field(() => Boolean, { nullable: true, description: 'Only those that deserve a call.' }) stalled?: boolean | null
  @Field(() => String, {
    nullable: true,
    description: 'overrun, noQuestion, stepStands, collectionStands, quiet or timeShort',
  })
  stallReason?: string | null
  @Field(() => CohortColumn, { nullable: true, description: 'One column of the board.' }) column?: CohortColumn | null
}

/** Why an evaluation deserves a call, now. */
export const STALL = `stall_reason(v.status, v.phase, v.current_step, v.step_changed_at, v.last_activity_at, v.planned_end_on, v.steps_done, v.steps_total, now())`

/** The column of the board in which an enterprise stands. */
export const COLUMN = `CASE
  WHEN v.id IS NULL THEN 'notStarted'
  WHEN v.status IN ('completed', 'stopped') THEN 'closed'
  WHEN g.gate IS NOT NULL THEN 'gate' || substr(g.gate, 2)
  ELSE 'phase' || v.phase END`

// The alias that a statement uses, and what it stands for. `LIMIT 1` makes the planner look each one up by its index:
// after a large import it still believes in a handful of rows, and would join thousands with thousands one by one.
const one = (alias: string, table: string, where: string) =>
  `LEFT JOIN LATERAL (SELECT * FROM ${table} WHERE partner_id = $1 AND ${where} LIMIT 1) ${alias} ON true`
const JOINS = {
  v: one('v', 'evaluation', 'id = e.current_evaluation_id'),
  a: one('a', 'accompaniment', 'enterprise_id = e.id AND ends_on IS NULL'),
  p: one('p', 'participation', 'enterprise_id = e.id AND ends_on IS NULL'),
  t: one('t', 'enterprise_territory', `enterprise_id = e.id AND link = 'seat'`),
  // The gate that waits for the coach, if one does.
  g: one('g', 'gate_record', 'evaluation_id = v.id AND cosigned_at IS NULL AND returned_at IS NULL'),
}

/**
 * Joins enterprises with what a text of SQL speaks of beside them, and with nothing else: a page that is sorted by name
 * reads a page of enterprises, however many there are.
 */
export const joinsOf = (sql: string): string =>
  Object.entries(JOINS)
    .filter(([alias]) => new RegExp(`\\b${alias}\\.`).test(sql))
    .map(([, join]) => join)
    .join('\n  ')

/**
 * The conditions of a filter and their values. The text is made of a few fixed pieces, so that the statements are few
 * enough to stay prepared; what people type is only ever a value.
 */
export function conditionsOf(filter: CohortFilter, actor: Actor): { where: string; params: unknown[] } {
  const params: unknown[] = [actor.partnerId]
  const conditions = ['e.partner_id = $1']
  const add = (condition: (place: string) => string, value: unknown) => {
    params.push(value)
    conditions.push(condition(`$${params.length}`))
  }
  const patterns = searchPatterns(filter.text ?? '')
  if (patterns.length > 0) add((n) => `e.search_text LIKE ALL (${n}::text[])`, patterns)
  if (filter.phases?.length) add((n) => `v.phase = ANY (${n}::int[])`, filter.phases.map(Math.trunc))
  if (filter.statuses?.length) add((n) => `v.status = ANY (${n}::text[])`, filter.statuses)
  if (filter.platform === 'none') conditions.push('p.id IS NULL')
  else if (filter.platform) add((n) => `p.platform_code = ${n}`, filter.platform)
  if (filter.territory) {
    add(
      (n) => `t.territory_code IN (WITH RECURSIVE inside AS (
        SELECT code FROM territory WHERE code = ${n} UNION ALL
        SELECT child.code FROM territory child JOIN inside ON child.parent_code = inside.code) SELECT code FROM inside)`,
      filter.territory,
    )
  }
  if (filter.coachMembershipId) {
    add(
      (n) => `a.coach_user_id = (SELECT m.user_id FROM membership m WHERE m.partner_id = $1 AND m.id = ${n}::uuid)`,
      isId(filter.coachMembershipId) ? filter.coachMembershipId : null,
    )
  }
  if (filter.mine) add((n) => `a.coach_user_id = ${n}`, actor.userId)
  if (filter.withoutCoach) conditions.push('a.id IS NULL')
  if (filter.recruitments?.length) add((n) => `e.recruitment = ANY (${n}::text[])`, filter.recruitments)
  if (filter.stallReason) add((n) => `${STALL} = ${n}`, filter.stallReason)
  else if (filter.stalled) conditions.push(`${STALL} IS NOT NULL`)
  if (filter.column) add((n) => `${COLUMN} = ${n}`, filter.column)
  return { where: conditions.join('\n    AND '), params }
}
