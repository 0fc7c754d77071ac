import { IsOptional, IsUUID, MaxLength } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { BadInput } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandGroup, linksOnce, makeLinks, MOST_LINKS } from './make-links.ts'
import { parseInvitees } from './parse-invitees.ts'
import type { InviteeFault as Fault, ParsedInvitee } from './parse-invitees.ts'
import { waveById } from './read-waves.ts'
import { demandAndLockWave } from './subject.ts'
import { WaveProblem } from './wave-payload.ts'
import { LinkKind, Wave } from './wave.types.ts'

@InputType()
export class AddInviteesInput {
  @Field(() => ID) @IsUUID() waveId!: string
  @Field(() => String, {
    description:
      'A pasted list, one person a line: "Marie <marie@x.be>", or columns (address, name, language, group) separated by tab, semicolon or comma.',
  })
  @MaxLength(80_000)
  text!: string
  @Field(() => ID, { nullable: true, description: 'Group of the lines that name none.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null
  @Field(() => String, {
    nullable: true,
    description: 'Language of the lines that name none; the first of the wave when absent.',
  })
  @IsOptional()
  @MaxLength(35)
  language?: string | null
  @Field(() => Boolean, { defaultValue: false, description: 'Only says what would be added.' }) dryRun!: boolean
}

@ObjectType({ description: 'What is wrong with a line of a pasted list.' })
export class InviteeFault {
  @Field(() => Int, { description: 'From 1.' }) line!: number
  @Field(() => String, { description: 'The line, or its beginning.' }) text!: string
  @Field(() => String, { description: 'noEmail, badEmail, twice, unknownLanguage, unknownGroup or tooLong' })
  code!: Fault['code']
}

@ObjectType({ description: 'What became of a pasted list.' })
export class AddInviteesPayload {
  @Field(() => Int, { description: 'People added, or to be added.' }) added!: number
  @Field(() => Int, { description: 'People who were on the list of the wave before.' }) known!: number
  @Field(() => [InviteeFault], { description: 'Lines left out.' }) faults!: InviteeFault[]
  @Field(() => Wave, { nullable: true }) wave?: Wave
  @Field(() => WaveProblem, { nullable: true }) problem?: WaveProblem
}

/** Puts people on the list of a wave, each with a personal link. Nothing is mailed yet. */
export async function addInvitees(
  db: Db,
  actor: Actor,
  input: AddInviteesInput,
  secret: string,
): Promise<AddInviteesPayload> {
  const subject = await demandAndLockWave(db, actor, 'collection:write', input.waveId)
  const wave = { ...subject, partnerId: actor.partnerId }
  await demandGroup(db, wave, input.groupId)
  if (input.language && !wave.languages.includes(input.language))
    throw new BadInput([{ field: 'language', code: 'notOffered' }])
  const params = [actor.partnerId, wave.enterpriseId, wave.waveId]
  const groups = await db.rows<{ id: string; name: string }>(
    'SELECT id, name FROM respondent_group WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3',
    params,
  )
  const { invitees, faults } = parseInvitees(input.text, {
    languages: wave.languages,
    groups: groups.map(({ name }) => name),
  })
  const known = await db.rows<{ email: string }>(
    `SELECT lower(email) AS email FROM invitee
     WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND lower(email) = ANY($4)`,
    [...params, invitees.map(({ email }) => email)],
  )
  const there = new Set(known.map(({ email }) => email))
  const fresh = invitees.filter(({ email }) => !there.has(email))
  const result = { added: fresh.length, known: there.size, faults }
  if ((await linksOnce(db, wave)) + fresh.length > MOST_LINKS)
    return { ...result, added: 0, problem: WaveProblem.TOO_MANY_LINKS }
  if (input.dryRun || fresh.length === 0) return result

  const people = fresh.map((person) => ({
    ...person,
    groupId: groups.find(({ name }) => name === person.group)?.id ?? input.groupId ?? null,
    language: person.language ?? input.language ?? wave.languages[0]!,
  }))
  await addPeople(db, wave, secret, people)
  await audit(db, actor, {
    action: 'invitees.added',
    objectType: 'wave',
    objectId: wave.waveId,
    objectName: wave.title,
    enterpriseId: wave.enterpriseId,
    new: { people: fresh.length },
  })
  return { ...result, wave: await waveById(db, actor.partnerId, wave.enterpriseId, wave.waveId) }
}

type Person = ParsedInvitee & { groupId: string | null; language: string }

async function addPeople(
  db: Db,
  wave: Parameters<typeof makeLinks>[1],
  secret: string,
  people: Person[],
): Promise<void> {
  const batchId = newId()
  const linkIds = await makeLinks(
    db,
    wave,
    secret,
    people.map(({ groupId, language }) => ({ kind: LinkKind.personal, batchId, groupId, language, label: '' })),
  )
  await db.rows(
    `INSERT INTO invitee (partner_id, id, enterprise_id, wave_id, group_id, link_id, name, email, language)
     SELECT $1, r.id, $2, $3, r."groupId", r."linkId", r.name, r.email, r.language
     FROM jsonb_to_recordset($4) AS r (id uuid, "groupId" uuid, "linkId" uuid, name text, email text, language text)`,
    [
      wave.partnerId,
      wave.enterpriseId,
      wave.waveId,
      JSON.stringify(people.map((person, index) => ({ ...person, id: newId(), linkId: linkIds[index] }))),
    ],
  )
}
