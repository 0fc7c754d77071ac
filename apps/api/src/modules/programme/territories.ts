import { Field, ObjectType } from 'type-graphql'
import { TriTextType } from '../../platform/scalars.ts'
import type { Reference } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'

@ObjectType({ description: 'A territory of the programme area, with its codes in the official schemes.' })
export class Territory {
  @Field(() => String) code!: string
  @Field(() => String, { description: 'country, region, province or arrondissement' }) level!: string
  @Field(() => TriTextType) name!: TriTextType
  @Field(() => String, { nullable: true }) parentCode?: string | null
  @Field(() => String, { nullable: true, description: 'Code in the European NUTS scheme.' }) nuts?: string | null
  @Field(() => String, { nullable: true, description: 'Belgian NIS (REFNIS) code.' }) nis?: string | null
  @Field(() => String, { nullable: true, description: 'French INSEE code.' }) insee?: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The territory of the project it counts for: FR, WA, VL or BRU.',
  })
  projectTerritory?: string | null
}

/** The territories that are valid today, parents before their children. */
export async function territories(reference: Reference, actor: Actor, level?: string): Promise<Territory[]> {
  demand(actor, 'programme:read')
  return reference.rows<Territory>(
    `SELECT code, level, name, parent_code AS "parentCode", nuts, nis, insee, project_territory AS "projectTerritory"
     FROM territory
     WHERE valid_from <= current_date AND (valid_to IS NULL OR valid_to >= current_date) AND ($1::text IS NULL OR level = $1)
     ORDER BY array_position(ARRAY['country', 'region', 'province', 'arrondissement'], level), code`,
    [level ?? null],
  )
}
