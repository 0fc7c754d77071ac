import { ArrayMaxSize, IsOptional, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { waveById } from './read-waves.ts'
import { demandAndLockWave } from './subject.ts'
import { WaveProblem } from './wave-payload.ts'
import type { WavePayload } from './wave-payload.ts'

const MOST_GROUPS = 100

@InputType()
export class RespondentGroupInput {
  @Field(() => ID, { nullable: true, description: 'A group there is already; absent for a new one.' })
  @IsOptional()
  @IsUUID()
  groupId?: string
  @Field(() => String) @MinLength(1) @MaxLength(200) name!: string
  @Field(() => Int, { nullable: true, description: 'How many people could answer, where it is known.' })
  @IsOptional()
  @Min(0)
  @Max(10_000_000)
  expected?: number | null
  @Field(() => Int, { nullable: true, description: 'Most answers taken from this group.' })
  @IsOptional()
  @Min(1)
  @Max(10_000_000)
  quota?: number | null
}

@InputType()
export class SetRespondentGroupsInput {
  @Field(() => ID) @IsUUID() waveId!: string
  @Field(() => [RespondentGroupInput], { description: 'All groups of the wave in their order; others go.' })
  @ArrayMaxSize(MOST_GROUPS)
  @ValidateNested({ each: true })
  groups!: RespondentGroupInput[]
}

/** Says which groups of people a wave asks. A group that has answers or links stays. */
export async function setRespondentGroups(db: Db, actor: Actor, input: SetRespondentGroupsInput): Promise<WavePayload> {
  const { enterpriseId, waveId, title } = await demandAndLockWave(db, actor, 'collection:write', input.waveId)
  const before = await db.rows<{ id: string; name: string; inUse: boolean }>(GROUPS, [
    actor.partnerId,
    enterpriseId,
    waveId,
  ])
  const groups = input.groups.map((group) => ({ ...group, name: cleanText(group.name) }))
  refuseWrong(groups, new Set(before.map(({ id }) => id)))
  const kept = new Set(groups.map(({ groupId }) => groupId))
  const gone = before.filter(({ id }) => !kept.has(id))
  if (gone.some(({ inUse }) => inUse)) return { problem: WaveProblem.GROUP_IN_USE }

  await db.rows('DELETE FROM respondent_group WHERE partner_id = $1 AND enterprise_id = $2 AND id = ANY($3)', [
    actor.partnerId,
    enterpriseId,
    gone.map(({ id }) => id),
  ])
  await db.rows(
    `INSERT INTO respondent_group AS g (partner_id, id, enterprise_id, wave_id, name, position, expected, quota)
     SELECT $1, r.id, $2, $3, r.name, r.position, r.expected, r.quota
     FROM jsonb_to_recordset($4) AS r (id uuid, name text, position int, expected int, quota int)
     ON CONFLICT (partner_id, id) DO UPDATE SET name = excluded.name, position = excluded.position,
       expected = excluded.expected, quota = excluded.quota,
       accepted = CASE WHEN excluded.quota IS NULL THEN 0
         WHEN g.quota IS NULL THEN (SELECT count(*)::int FROM response a
           WHERE a.partner_id = $1 AND a.enterprise_id = $2 AND a.wave_id = $3 AND a.group_id = g.id)
         ELSE g.accepted END`,
    [
      actor.partnerId,
      enterpriseId,
      waveId,
      JSON.stringify(groups.map(({ groupId, ...group }, position) => ({ id: groupId ?? newId(), position, ...group }))),
    ],
  )
  await audit(db, actor, {
    action: 'wave.groupsSet',
    objectType: 'wave',
    objectId: waveId,
    objectName: title,
    enterpriseId,
    old: before.map(({ name }) => name),
    new: groups.map(({ name }) => name),
  })
  return { wave: await waveById(db, actor.partnerId, enterpriseId, waveId) }
}

const GROUPS = `
  SELECT g.id, g.name,
    EXISTS (SELECT FROM collection_link l WHERE l.partner_id = $1 AND l.enterprise_id = $2 AND l.group_id = g.id)
    OR EXISTS (SELECT FROM invitee i WHERE i.partner_id = $1 AND i.enterprise_id = $2 AND i.group_id = g.id)
    OR EXISTS (SELECT FROM paper_entry p WHERE p.partner_id = $1 AND p.enterprise_id = $2 AND p.group_id = g.id)
    OR EXISTS (SELECT FROM response r WHERE r.partner_id = $1 AND r.enterprise_id = $2 AND r.wave_id = $3 AND r.group_id = g.id)
    AS "inUse"
  FROM respondent_group g WHERE g.partner_id = $1 AND g.enterprise_id = $2 AND g.wave_id = $3 ORDER BY g.position`

/** @throws NotFound for a group that is not of this wave, BadInput for a name or a group that stands there twice */
function refuseWrong(groups: RespondentGroupInput[], known: Set<string>): void {
  const names = groups.map(({ name }) => name.toLocaleLowerCase())
  const ids = groups.flatMap(({ groupId }) => groupId ?? [])
  if (ids.some((id) => !known.has(id))) throw new NotFound()
  const problems = groups.flatMap(({ groupId }, index) => {
    if (!names[index]) return [{ field: `groups.${index}.name`, code: 'required' }]
    if (names.indexOf(names[index]) < index) return [{ field: `groups.${index}.name`, code: 'twice' }]
    if (groupId && ids.indexOf(groupId) !== ids.lastIndexOf(groupId))
      return [{ field: `groups.${index}.groupId`, code: 'twice' }]
    return []
  })
  if (problems.length > 0) throw new BadInput(problems)
}
