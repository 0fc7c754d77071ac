import { randomBytes } from 'node:crypto'
import { IsInt, Length, Max, Min } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { hashToken } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'

@ObjectType({ description: 'A key for programs that act as one of your memberships.' })
export class ApiToken {
  @Field(() => ID) id!: string
  @Field(() => String) name!: string
  @Field(() => Date) createdAt!: Date
  @Field(() => Date) expiresAt!: Date
}

@InputType()
export class CreateApiTokenInput {
  @Field(() => String, { description: 'What it is for.' }) @Length(1, 80) name!: string
  @Field(() => Int, { defaultValue: 90, description: 'Days it works, 1 to 365.' })
  @IsInt()
  @Min(1)
  @Max(365)
  days!: number
}

@ObjectType()
export class CreateApiTokenPayload {
  @Field(() => ApiToken) apiToken!: ApiToken
  @Field(() => String, { description: 'The key itself: shown this once, only its hash is kept.' }) secret!: string
}

const COLUMNS = 'id, name, created_at AS "createdAt", expires_at AS "expiresAt"'

/** The working tokens of the membership in use. */
export async function apiTokens(db: Db, actor: Actor): Promise<ApiToken[]> {
  demand(actor, 'apiToken:manage')
  return db.rows<ApiToken>(
    `SELECT ${COLUMNS} FROM api_token WHERE partner_id = $1 AND membership_id = $2 AND revoked_at IS NULL AND expires_at > now()
     ORDER BY created_at, id`,
    [actor.partnerId, actor.membershipId],
  )
}

/** Makes a token for the membership in use. */
export async function createApiToken(db: Db, actor: Actor, input: CreateApiTokenInput): Promise<CreateApiTokenPayload> {
  demand(actor, 'apiToken:manage')
  const secret = `vises_${randomBytes(32).toString('base64url')}`
  const apiToken = await db.row<ApiToken>(
    `INSERT INTO api_token (partner_id, id, membership_id, name, token_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) RETURNING ${COLUMNS}`,
    [actor.partnerId, newId(), actor.membershipId, input.name, hashToken(secret), input.days],
  )
  await audit(db, actor, {
    action: 'apiToken.created',
    objectType: 'apiToken',
    objectId: apiToken!.id,
    objectName: input.name,
  })
  return { apiToken: apiToken!, secret }
}

/** Takes a token of one's own back; programs that use it are refused from now on. */
export async function revokeApiToken(db: Db, actor: Actor, tokenId: string): Promise<boolean> {
  demand(actor, 'apiToken:manage')
  if (!isId(tokenId)) throw new NotFound()
  const revoked = await db.row<{ name: string }>(
    `UPDATE api_token SET revoked_at = now() WHERE partner_id = $1 AND id = $2 AND membership_id = $3 AND revoked_at IS NULL RETURNING name`,
    [actor.partnerId, tokenId, actor.membershipId],
  )
  if (!revoked) throw new NotFound()
  await audit(db, actor, {
    action: 'apiToken.revoked',
    objectType: 'apiToken',
    objectId: tokenId,
    objectName: revoked.name,
  })
  return true
}
