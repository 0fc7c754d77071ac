import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { Day } from '../../platform/scalars.ts'
import type { Reference } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'

@ObjectType({
  description: 'A partner of the programme: a federation, network, research body, financier or support organisation.',
})
export class Partner {
  @Field(() => ID) id!: string
  @Field(() => String) code!: string
  @Field(() => String) name!: string
  @Field(() => String, { nullable: true }) fullName?: string | null
  @Field(() => String, { description: 'Territory of the project: FR, WA, VL or BRU.' }) territory!: string
  @Field(() => String, { description: 'federation, research, finance or support' }) kind!: string
  @Field(() => String, { description: 'funded or associated' }) funding!: string
  @Field(() => Boolean, { description: 'Leads the programme.' }) isLead!: boolean
  @Field(() => Float, {
    nullable: true,
    description: 'In euro cents; null for an associated partner, which has no budget.',
  })
  totalBudgetCents?: number | null
  @Field(() => Float, {
    nullable: true,
    description: 'European support in euro cents, as approved; null for an associated partner.',
  })
  erdfCents?: number | null
  @Field(() => Day) joinedOn!: string
  @Field(() => Day, { nullable: true }) leftOn?: string | null
}

@ObjectType({ description: 'The approved budget of one territory, or of the whole programme.' })
export class TerritoryBudget {
  @Field(() => String, { nullable: true, description: 'FR, WA, VL or BRU; null: the whole programme.' }) territory?:
    | string
    | null
  @Field(() => Int, { description: 'Partners with a budget.' }) funded!: number
  @Field(() => Int, { description: 'Partners without a budget.' }) associated!: number
  @Field(() => Float, { nullable: true, description: 'In euro cents; null when no partner here has a budget.' })
  totalBudgetCents?: number | null
  @Field(() => Float, { nullable: true, description: 'In euro cents; null when no partner here has a budget.' })
  erdfCents?: number | null
  @Field(() => Float, { nullable: true, description: 'Share of the whole budget, 0 to 1.' }) shareOfBudget?:
    | number
    | null
}

@ObjectType({ description: 'The approved budget by territory, with its totals.' })
export class BudgetByTerritory {
  @Field(() => [TerritoryBudget], { description: 'In a fixed order: FR, WA, VL, BRU.' }) territories!: TerritoryBudget[]
  @Field(() => TerritoryBudget) total!: TerritoryBudget
}

/** The partners in the order of the project sheet. */
export async function partners(reference: Reference, actor: Actor): Promise<Partner[]> {
  demand(actor, 'programme:read')
  return reference.rows<Partner>(
    `SELECT id, code, name, full_name AS "fullName", territory, kind, funding, is_lead AS "isLead",
       total_budget_cents::float8 AS "totalBudgetCents", erdf_cents::float8 AS "erdfCents",
       joined_on::text AS "joinedOn", left_on::text AS "leftOn"
     FROM partner WHERE programme_code IS NOT NULL ORDER BY position, code LIMIT 5000`,
  )
}

/** Sums of the approved amounts, made by the database from whole cents. */
export async function budgetByTerritory(reference: Reference, actor: Actor): Promise<BudgetByTerritory> {
  demand(actor, 'programme:read')
  const rows = await reference.rows<TerritoryBudget>(
    `SELECT territory, count(*) FILTER (WHERE funding = 'funded')::int AS funded,
       count(*) FILTER (WHERE funding = 'associated')::int AS associated,
       sum(total_budget_cents)::float8 AS "totalBudgetCents", sum(erdf_cents)::float8 AS "erdfCents",
       (sum(total_budget_cents) / nullif((SELECT sum(total_budget_cents) FROM partner WHERE programme_code IS NOT NULL), 0))::float8
         AS "shareOfBudget"
     FROM partner WHERE programme_code IS NOT NULL
     GROUP BY GROUPING SETS ((territory), ())
     ORDER BY array_position(ARRAY['FR', 'WA', 'VL', 'BRU'], territory)`,
  )
  const nothing: TerritoryBudget = { territory: null, funded: 0, associated: 0 }
  return {
    territories: rows.filter(({ territory }) => territory !== null),
    total: rows.find(({ territory }) => territory === null) ?? nothing,
  }
}
