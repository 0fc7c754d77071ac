import { Field, Int, ObjectType } from 'type-graphql'
import { pageOf, PageInfo } from '../../platform/connection.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { BOARD_COLUMNS, CohortColumn, conditionsOf } from './cohort-filter.ts'
import type { CohortFilter } from './cohort-filter.ts'
import { boardRowsSql, CohortRow } from './cohort-list.ts'

@ObjectType({ simpleResolvers: true, description: 'A column of the board with its first cards.' })
export class BoardColumn {
  @Field(() => CohortColumn) column!: CohortColumn
  @Field(() => Int, { description: 'Enterprises in the column.' }) count!: number
  @Field(() => [CohortRow], { description: 'The first ones by name.' }) cards!: CohortRow[]
  @Field(() => PageInfo, { description: 'Go on with `cohort(filter: { column }, sort: NAME, after)`.' })
  pageInfo!: PageInfo
}

/** The cohort as a board: one column for each phase and gate, with its first cards, in one statement. */
export async function cohortBoard(db: Db, actor: Actor, filter: CohortFilter, cards: number): Promise<BoardColumn[]> {
  demand(actor, 'cohort:read')
  const { where, params } = conditionsOf(filter, actor)
  const rows = await db.rows<CohortRow & { sortName: string; count: number }>(boardRowsSql(where, params.length), [
    ...params,
    actor.userId,
    cards + 1,
  ])
  return BOARD_COLUMNS.map((name) => {
    const own = rows.filter((row) => row.column === name)
    const { nodes, pageInfo } = pageOf(own, cards, (row) => [row.sortName, row.id])
    return { column: CohortColumn[name], count: own[0]?.count ?? 0, cards: nodes, pageInfo }
  })
}
