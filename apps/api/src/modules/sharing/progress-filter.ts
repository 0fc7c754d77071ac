import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'

export const PROJECT_TERRITORIES = ['FR', 'WA', 'VL', 'BRU'] as const
export const PLATFORM_CODES = ['A', 'B', 'C'] as const

@InputType({ description: 'Narrows the cohort of the programme; what is left out does not narrow.' })
export class ProgressFilter {
  @Field(() => String, { nullable: true, description: 'Code of a test platform.' })
  @IsOptional()
  @IsIn(PLATFORM_CODES)
  platform?: string | null

  @Field(() => String, { nullable: true, description: 'FR, WA, VL or BRU' })
  @IsOptional()
  @IsIn(PROJECT_TERRITORIES)
  territory?: string | null

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID('all')
  partnerId?: string | null

  @Field(() => Int, { nullable: true, description: '1, 2 or 3' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  phase?: number | null
}

/** The parameters $1 to $4 of `PROGRESS_CONDITION`. */
export const filterParams = (filter?: ProgressFilter | null): unknown[] => [
  filter?.platform ?? null,
  filter?.territory ?? null,
  filter?.partnerId ?? null,
  filter?.phase ?? null,
]

/** The filter as SQL over `shared.cohort_progress c`. */
export const PROGRESS_CONDITION = `($1::text IS NULL OR c.platform_code = $1) AND ($2::text IS NULL OR c.project_territory = $2)
  AND ($3::uuid IS NULL OR c.partner_id = $3) AND ($4::int IS NULL OR c.phase = $4)`
