import { IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { BadInput } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { demandGroup, linksOnce, makeLinks, MOST_LINKS } from './make-links.ts'
import type { LinkSheet } from './make-links.ts'
import { waveById } from './read-waves.ts'
import { demandAndLockWave } from './subject.ts'
import { WaveProblem } from './wave-payload.ts'
import type { WavePayload } from './wave-payload.ts'
import { LinkKind } from './wave.types.ts'

const MOST_OPEN_LINKS = 200
const MOST_ON_A_SHEET = 1000

@InputType()
export class CreateLinkInput {
  @Field(() => ID) @IsUUID() waveId!: string
  @Field(() => String, { description: 'A name to find it by: "Poster at the desk".' }) @MaxLength(200) label!: string
  @Field(() => ID, { nullable: true, description: 'Who answers through it belongs to this group.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null
  @Field(() => String, { nullable: true, description: 'The language the page opens in.' })
  @IsOptional()
  @MaxLength(35)
  language?: string | null
  @Field(() => Int, { nullable: true, description: 'Most answers taken through an open link.' })
  @IsOptional()
  @Min(1)
  @Max(10_000_000)
  quota?: number | null
}

/** Makes one link for everybody. */
export async function createLink(db: Db, actor: Actor, input: CreateLinkInput, secret: string): Promise<WavePayload> {
  return create(db, actor, input, secret, LinkKind.open, 1)
}

/** Makes a sheet of links that take one answer each, to be printed and handed out. */
export async function createSingleUseLinks(
  db: Db,
  actor: Actor,
  input: CreateLinkInput,
  count: number,
  secret: string,
): Promise<WavePayload> {
  if (count < 1 || count > MOST_ON_A_SHEET) throw new BadInput([{ field: 'count', code: 'outOfRange' }])
  return create(db, actor, { ...input, quota: null }, secret, LinkKind.singleUse, count)
}

async function create(
  db: Db,
  actor: Actor,
  input: CreateLinkInput,
  secret: string,
  kind: LinkKind,
  count: number,
): Promise<WavePayload> {
  const subject = await demandAndLockWave(db, actor, 'collection:write', input.waveId)
  const wave = { ...subject, partnerId: actor.partnerId }
  await demandGroup(db, wave, input.groupId)
  if (input.language && !wave.languages.includes(input.language))
    throw new BadInput([{ field: 'language', code: 'notOffered' }])
  const there = kind === LinkKind.open ? await openLinks(db, wave) : await linksOnce(db, wave)
  if (there + count > (kind === LinkKind.open ? MOST_OPEN_LINKS : MOST_LINKS))
    return { problem: WaveProblem.TOO_MANY_LINKS }

  const sheet: LinkSheet = {
    kind,
    groupId: input.groupId ?? null,
    label: cleanText(input.label),
    language: input.language ?? null,
    quota: input.quota ?? null,
  }
  await makeLinks(
    db,
    wave,
    secret,
    Array.from({ length: count }, () => sheet),
  )
  await audit(db, actor, {
    action: 'link.created',
    objectType: 'wave',
    objectId: wave.waveId,
    objectName: wave.title,
    enterpriseId: wave.enterpriseId,
    new: { kind, label: sheet.label, links: count },
  })
  return { wave: await waveById(db, actor.partnerId, wave.enterpriseId, wave.waveId) }
}

async function openLinks(
  db: Db,
  { partnerId, enterpriseId, waveId }: { partnerId: string; enterpriseId: string; waveId: string },
) {
  const row = await db.row<{ count: number }>(
    `SELECT count(*)::int AS count FROM collection_link
     WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 AND kind = 'open'`,
    [partnerId, enterpriseId, waveId],
  )
  return row!.count
}
