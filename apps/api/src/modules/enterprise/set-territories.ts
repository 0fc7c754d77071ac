import { LIMITS } from '@vises/schema/limits'
import { Field, ID, InputType } from 'type-graphql'
import { BadInput } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { announceChange } from '../sharing/announce.ts'
import { demandForEnterprise } from './subject.ts'

@InputType()
export class SetTerritoriesInput {
  @Field(() => ID) enterpriseId!: string
  @Field(() => String, { nullable: true, description: 'Code of the territory of the seat.' }) seat?: string | null
  @Field(() => [String], { defaultValue: [] }) sites!: string[]
  @Field(() => [String], { defaultValue: [], description: 'Territories it serves.' }) serviceAreas!: string[]
}

/** Links an enterprise with its territories: one seat, its sites, and where it serves. */
export async function setTerritories(db: Db, actor: Actor, input: SetTerritoriesInput): Promise<void> {
  const { name } = await demandForEnterprise(db, actor, 'enterprise:edit', input.enterpriseId)
  const links = linksOf(input)
  if (links.length > LIMITS.territoriesOfEnterprise) throw new BadInput([{ field: 'serviceAreas', code: 'tooMany' }])
  const known = await db.rows<{ code: string }>('SELECT code FROM territory WHERE code = ANY($1)', [
    links.map(({ code }) => code),
  ])
  const codes = new Set(known.map(({ code }) => code))
  const unknown = links.filter(({ code }) => !codes.has(code))
  if (unknown.length > 0) throw new BadInput(unknown.map(({ field }) => ({ field, code: 'unknownTerritory' })))

  await db.rows('UPDATE enterprise SET updated_at = now() WHERE partner_id = $1 AND id = $2', [
    actor.partnerId,
    input.enterpriseId,
  ])
  const old = await db.rows(
    'DELETE FROM enterprise_territory WHERE partner_id = $1 AND enterprise_id = $2 RETURNING territory_code AS code, link',
    [actor.partnerId, input.enterpriseId],
  )
  await db.rows(
    `INSERT INTO enterprise_territory (partner_id, enterprise_id, territory_code, link)
     SELECT $1, $2, link.code, link.link FROM unnest($3::text[], $4::text[]) AS link (code, link)`,
    [actor.partnerId, input.enterpriseId, links.map(({ code }) => code), links.map(({ link }) => link)],
  )
  await audit(db, actor, {
    action: 'enterprise.territoriesSet',
    objectType: 'enterprise',
    objectId: input.enterpriseId,
    objectName: name,
    enterpriseId: input.enterpriseId,
    old,
    new: links.map(({ code, link }) => ({ code, link })),
  })
  await announceChange(db, actor.partnerId, input.enterpriseId)
}

function linksOf({ seat, sites, serviceAreas }: SetTerritoriesInput) {
  return [
    ...(seat ? [{ code: seat, link: 'seat', field: 'seat' }] : []),
    ...[...new Set(sites)].map((code) => ({ code, link: 'site', field: 'sites' })),
    ...[...new Set(serviceAreas)].map((code) => ({ code, link: 'serviceArea', field: 'serviceAreas' })),
  ]
}
