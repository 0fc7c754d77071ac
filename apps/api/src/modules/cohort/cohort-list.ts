import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { fromCursor, PageInfo, pageOf } from '../../platform/connection.ts'
import type { KeyType } from '../../platform/connection.ts'
import { Day } from '../../platform/scalars.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { TODAY } from '../enterprise/today.ts'
import { COLUMN, CohortColumn, conditionsOf, joinsOf, STALL } from './cohort-filter.ts'
import type { CohortFilter } from './cohort-filter.ts'

export enum CohortSort {
  NAME = 'NAME',
  LAST_ACTIVITY = 'LAST_ACTIVITY',
  STEP = 'STEP',
  DAYS_LEFT = 'DAYS_LEFT',
}
registerEnumType(CohortSort, {
  name: 'CohortSort',
  description:
    'Order of the cohort: by name, by last activity, by phase and step, by days left. Enterprises without an evaluation come last.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'An enterprise as the cohort shows it: where it stands and who accompanies it.',
})
export class CohortRow {
  @Field(() => ID, { description: 'Of the enterprise.' }) id!: string
  @Field(() => String) name!: string
  @Field(() => String) country!: string
  @Field(() => String, { nullable: true }) city?: string | null
  @Field(() => String, { nullable: true }) identifier?: string | null
  @Field(() => String, { nullable: true, description: 'Code of the test platform.' }) platform?: string | null
  @Field(() => String, { nullable: true, description: 'Code of the territory of the seat.' }) territory?: string | null
  @Field(() => String, { nullable: true }) coachName?: string | null
  @Field(() => Boolean, { description: 'Accompanied by the person who asks.' }) mine!: boolean
  @Field(() => String, { description: 'recruited, pending, declined or started' }) recruitment!: string
  @Field(() => ID, { nullable: true }) evaluationId?: string | null
  @Field(() => String, { nullable: true, description: 'active, paused, stopped or completed' }) status?: string | null
  @Field(() => String, { nullable: true, description: 'full or light' }) route?: string | null
  @Field(() => Int, { nullable: true }) phase?: number | null
  @Field(() => String, { nullable: true, description: 'Code of the step or gate it works on.' }) currentStep?:
    | string
    | null
  @Field(() => Int, { nullable: true }) stepsDone?: number | null
  @Field(() => Int, { nullable: true }) stepsTotal?: number | null
  @Field(() => Day, { nullable: true }) plannedEndOn?: string | null
  @Field(() => Int, { nullable: true, description: 'Until the planned end; below zero when it has passed.' })
  daysLeft?: number | null
  @Field(() => GraphQLISODateTime, { nullable: true }) lastActivityAt?: Date | null
  @Field(() => String, { nullable: true, description: 'Why it deserves a call.' }) stallReason?: string | null
  @Field(() => String, { nullable: true, description: 'private, federation, platform or crossBorder' }) sharing?:
    | string
    | null
  @Field(() => CohortColumn, { description: 'Its column on the board.' }) column!: CohortColumn
}

@ObjectType({ simpleResolvers: true, description: 'How many enterprises of the filter have one value.' })
export class FacetCount {
  @Field(() => String, { nullable: true, description: 'Null: none.' }) value?: string | null
  @Field(() => Int) count!: number
}

@ObjectType({ simpleResolvers: true, description: 'What the enterprises of the filter are like.' })
export class CohortFacets {
  @Field(() => [FacetCount]) phases!: FacetCount[]
  @Field(() => [FacetCount]) statuses!: FacetCount[]
  @Field(() => [FacetCount]) platforms!: FacetCount[]
  @Field(() => [FacetCount]) recruitments!: FacetCount[]
  @Field(() => [FacetCount]) stallReasons!: FacetCount[]
  @Field(() => [FacetCount], { description: 'By name of the coach.' }) coaches!: FacetCount[]
}

@ObjectType({ simpleResolvers: true })
export class CohortPage {
  @Field(() => [CohortRow]) nodes!: CohortRow[]
  @Field(() => PageInfo) pageInfo!: PageInfo
  @Field(() => Int, { description: 'Enterprises of the filter, on all pages.' }) totalCount!: number
  @Field(() => CohortFacets) facets!: CohortFacets
}

/** A page of the cohort: how it is sorted and where it begins. */
export interface CohortOrder {
  sort: CohortSort
  descending: boolean
  first: number
  after?: string
}

// A missing value sorts last in both directions, so each order has a stand-in beyond all real ones.
const KEYS: Record<CohortSort, { expression: string; type: KeyType; last: [ascending: string, descending: string] }[]> =
  {
    NAME: [{ expression: 'e.sort_name', type: 'text', last: ['', ''] }],
    LAST_ACTIVITY: [{ expression: 'v.last_activity_at', type: 'timestamptz', last: [`'infinity'`, `'-infinity'`] }],
    STEP: [
      { expression: 'v.phase', type: 'int', last: ['9', '0'] },
      { expression: 'v.current_step', type: 'text', last: [`'~'`, `''`] },
    ],
    DAYS_LEFT: [{ expression: 'v.planned_end_on', type: 'date', last: [`'infinity'`, `'-infinity'`] }],
  }

/** What a row shows; `reader` is the place of the reader's identifier among the values. */
const row = (
  reader: string,
) => `e.id, e.name, e.country, e.city, e.identifier, p.platform_code AS platform, t.territory_code AS territory,
    a.coach_name AS "coachName", coalesce(a.coach_user_id = ${reader}, false) AS mine, e.recruitment, v.id AS "evaluationId",
    v.status, v.route, v.phase, v.current_step AS "currentStep", v.steps_done AS "stepsDone", v.steps_total AS "stepsTotal",
    v.planned_end_on::text AS "plannedEndOn", v.planned_end_on - ${TODAY} AS "daysLeft", v.last_activity_at AS "lastActivityAt",
    ${STALL} AS "stallReason", v.sharing`
const column = `, ${COLUMN} AS "column"`

type KeyedRow = CohortRow & { keys: (string | null)[]; totalCount?: number }

/** The rows of one page, in one statement; exports add `columns`, and the place on the board is found when asked for. */
export async function cohortRows(
  db: Db,
  actor: Actor,
  filter: CohortFilter,
  order: CohortOrder,
  { columns = '', onBoard = false, withTotal = false } = {},
): Promise<{ nodes: CohortRow[]; pageInfo: PageInfo; totalCount?: number }> {
  demand(actor, 'cohort:read')
  const { where, params } = conditionsOf(filter, actor)
  const values: unknown[] = [...params, actor.userId]
  const reader = `$${values.length}`
  const side = order.descending ? 1 : 0
  const keys = KEYS[order.sort].map(({ expression, type, last }) => ({
    sql: last[side] ? `coalesce(${expression}, ${last[side]})` : expression,
    // Without its place in an order by code points, a text would sort by the database's own language.
    collate: type === 'text' ? ' COLLATE "C"' : '',
    type,
  }))
  const direction = order.descending ? 'DESC' : 'ASC'
  let beyond = ''
  if (order.after) {
    const types = [...keys.map(({ type }) => type), 'uuid' as const]
    const places = types.map((type, index) => `$${values.length + index + 1}::${type}`)
    values.push(...fromCursor(order.after, types))
    beyond = `AND (${keys.map(({ sql, collate }) => sql + collate).join(', ')}, e.id) ${order.descending ? '<' : '>'} (${places.join(', ')})`
  }
  values.push(order.first + 1)
  const sorted = [...keys.map(({ sql, collate }) => sql + collate), 'e.id']
    .map((key) => `${key} ${direction}`)
    .join(', ')
  const shown = row(reader) + (onBoard || filter.column ? column : '') + columns
  const total = withTotal
    ? `, (SELECT count(*)::int FROM enterprise e ${joinsOf(where)} WHERE ${where}) AS "totalCount"`
    : ''
  const rows = await db.rows<KeyedRow>(
    `/* cohort */ WITH page AS MATERIALIZED (
    SELECT e.id, ARRAY[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}] AS keys
    FROM enterprise e ${joinsOf(where + sorted)}
    WHERE ${where}
    ${beyond}
    ORDER BY ${sorted} LIMIT $${values.length})
  SELECT ${shown}, page.keys${total} FROM page JOIN enterprise e ON e.partner_id = $1 AND e.id = page.id
  ${joinsOf(shown + sorted)} ORDER BY ${sorted}`,
    values,
  )
  // A page without rows is the first one of nothing, or lies beyond the last row: then the total is asked for apart.
  const totalCount = rows[0]?.totalCount ?? (order.after ? undefined : 0)
  return { ...pageOf(rows, order.first, (row) => [...row.keys, row.id]), totalCount }
}

const FACETS = `v.phase::text AS phase, v.status, p.platform_code AS platform, e.recruitment, ${STALL} AS stall, a.coach_name AS coach`

/** How many enterprises the filter holds, and what they are like, in one statement. */
export async function cohortTotals(
  db: Db,
  actor: Actor,
  filter: CohortFilter,
  withFacets: boolean,
): Promise<{ totalCount: number; facets: CohortFacets }> {
  demand(actor, 'cohort:read')
  const { where, params } = conditionsOf(filter, actor)
  if (!withFacets) {
    const row = await db.row<{ count: number }>(
      `/* cohort total */ SELECT count(*)::int AS count FROM enterprise e ${joinsOf(where)} WHERE ${where}`,
      params,
    )
    return { totalCount: row!.count, facets: NO_FACETS }
  }
  const rows = await db.rows<{ facet: keyof CohortFacets | 'total'; value: string | null; count: number }>(
    `/* cohort facets */ WITH chosen AS MATERIALIZED (
       SELECT ${FACETS} FROM enterprise e ${joinsOf(FACETS + where)} WHERE ${where})
     SELECT CASE grouping(phase, status, platform, recruitment, stall, coach) WHEN 63 THEN 'total' WHEN 31 THEN 'phases'
         WHEN 47 THEN 'statuses' WHEN 55 THEN 'platforms' WHEN 59 THEN 'recruitments' WHEN 61 THEN 'stallReasons' ELSE 'coaches' END AS facet,
       coalesce(phase, status, platform, recruitment, stall, coach) AS value, count(*)::int AS count
     FROM chosen GROUP BY GROUPING SETS ((), (phase), (status), (platform), (recruitment), (stall), (coach))
     ORDER BY facet, value NULLS LAST`,
    params,
  )
  let totalCount = 0
  const facets: CohortFacets = {
    phases: [],
    statuses: [],
    platforms: [],
    recruitments: [],
    stallReasons: [],
    coaches: [],
  }
  for (const { facet, value, count } of rows) {
    if (facet === 'total') totalCount = count
    else facets[facet].push({ value, count })
  }
  return { totalCount, facets }
}

/** The first cards of every column; the reader and the number of cards follow the values of the filter. */
export const boardRowsSql = (where: string, count: number): string => `/* cohort board */
  SELECT * FROM (
    SELECT ${row(`$${count + 1}`)}${column}, e.sort_name AS "sortName",
      count(*) OVER (PARTITION BY ${COLUMN})::int AS count,
      row_number() OVER (PARTITION BY ${COLUMN} ORDER BY e.sort_name, e.id) AS place
    FROM enterprise e ${joinsOf(row('') + column + where)}
    WHERE ${where}) ranked
  WHERE place <= $${count + 2} ORDER BY "sortName", id`

const NO_FACETS: CohortFacets = {
  phases: [],
  statuses: [],
  platforms: [],
  recruitments: [],
  stallReasons: [],
  coaches: [],
}
const NO_PAGE: Awaited<ReturnType<typeof cohortRows>> = { nodes: [], pageInfo: { hasNextPage: false } }

/** A page of the cohort with its total; at most two statements, and what nobody reads is not asked for. */
export async function cohortPage(
  db: Db,
  actor: Actor,
  filter: CohortFilter,
  order: CohortOrder,
  wanted: Set<string>,
  onBoard: boolean,
): Promise<CohortPage> {
  const withFacets = wanted.has('facets')
  const withTotal = wanted.has('totalCount') && !withFacets
  const rows =
    wanted.has('nodes') || wanted.has('pageInfo')
      ? await cohortRows(db, actor, filter, order, { onBoard, withTotal })
      : NO_PAGE
  if (!withFacets && (!withTotal || rows.totalCount !== undefined)) {
    return { ...rows, totalCount: rows.totalCount ?? 0, facets: NO_FACETS }
  }
  return { ...rows, ...(await cohortTotals(db, actor, filter, withFacets)) }
}
