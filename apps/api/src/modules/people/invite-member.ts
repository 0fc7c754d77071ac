import { createHmac } from 'node:crypto'
import { IsEmail, IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator'
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { enqueue } from '../../jobs/tasks.ts'
import { hashToken } from '../../platform/context.ts'
import { deriveKey } from '../../platform/env.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { LANGUAGES } from '../../platform/tri-text.ts'
import type { Language } from '../../platform/tri-text.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { announceChange } from '../sharing/announce.ts'
import { INVITATION_DAYS, isEnterpriseRole, mayInvite } from './inviting.ts'
import { Invitation, RoleName } from './person.ts'

/** Why an invitation is not sent. */
export enum InviteProblem {
  ALREADY_MEMBER = 'ALREADY_MEMBER',
  ALREADY_INVITED = 'ALREADY_INVITED',
}
registerEnumType(InviteProblem, { name: 'InviteProblem', description: 'Why an invitation is not sent.' })

@InputType()
export class InviteMemberInput {
  @Field(() => String) @IsEmail() @MaxLength(254) email!: string
  @Field(() => RoleName) role!: RoleName
  @Field(() => ID, { nullable: true, description: 'Needed for manager and contributor, absent for the other roles.' })
  @IsOptional()
  @IsUUID()
  enterpriseId?: string
  @Field(() => String, { description: 'Language of the mail: fr, nl or en.' }) @IsIn(LANGUAGES) language!: Language
  @Field(() => String, { nullable: true, description: 'A few words of your own in the mail.' })
  @IsOptional()
  @MaxLength(2000)
  message?: string
}

@ObjectType()
export class InviteMemberPayload {
  @Field(() => Invitation, { nullable: true }) invitation?: Invitation
  @Field(() => InviteProblem, { nullable: true }) problem?: InviteProblem
}

/** Invites a person by mail into a role of the partner or of one of its enterprises. */
export async function inviteMember(
  db: Db,
  actor: Actor,
  input: InviteMemberInput,
  secret: string,
): Promise<InviteMemberPayload> {
  const enterprise = isEnterpriseRole(input.role)
  if (enterprise) await demandForEnterprise(db, actor, 'enterpriseMember:manage', input.enterpriseId ?? '')
  else demand(actor, 'member:manage')
  if (!mayInvite(actor.role, input.role) || (!enterprise && input.enterpriseId)) throw new NotFound()

  const email = input.email.trim().toLowerCase()
  const known = await db.row<{ found: 'member' | 'open' }>(
    `SELECT 'member' AS found FROM membership
       WHERE partner_id = $1 AND lower(person_email) = $2 AND role = $3 AND enterprise_id IS NOT DISTINCT FROM $4 AND ended_at IS NULL
     UNION ALL
     SELECT 'open' FROM invitation WHERE partner_id = $1 AND lower(email) = $2 AND role = $3
       AND enterprise_id IS NOT DISTINCT FROM $4 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL`,
    [actor.partnerId, email, input.role, input.enterpriseId ?? null],
  )
  if (known) return { problem: known.found === 'member' ? InviteProblem.ALREADY_MEMBER : InviteProblem.ALREADY_INVITED }

  const id = newId()
  const invitation = await db.row<Invitation>(
    `INSERT INTO invitation (partner_id, id, email, role, enterprise_id, language, token_hash, invited_by_name, message, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(days => $10))
     ON CONFLICT DO NOTHING
     RETURNING id, email, role, enterprise_id AS "enterpriseId", invited_by_name AS "invitedByName", created_at AS "createdAt",
       expires_at AS "expiresAt", false AS expired`,
    [
      actor.partnerId,
      id,
      email,
      input.role,
      input.enterpriseId ?? null,
      input.language,
      hashToken(invitationToken(secret, id)),
      actor.name,
      input.message?.trim() || null,
      INVITATION_DAYS,
    ],
  )
  if (!invitation) return { problem: InviteProblem.ALREADY_INVITED }
  if (input.role === RoleName.manager) {
    await db.rows(
      `UPDATE enterprise SET recruitment = 'pending' WHERE partner_id = $1 AND id = $2 AND recruitment IN ('recruited', 'declined')`,
      [actor.partnerId, input.enterpriseId],
    )
    await announceChange(db, actor.partnerId, input.enterpriseId!)
  }
  await audit(db, actor, {
    action: 'invitation.sent',
    objectType: 'invitation',
    objectId: id,
    objectName: email,
    enterpriseId: input.enterpriseId,
    new: { role: input.role },
  })
  await enqueue(db, 'mailInvitation', { partnerId: actor.partnerId, invitationId: id })
  return { invitation }
}

/** The secret part of an invitation's link: it follows from the identifier, so that only its hash is kept. */
export function invitationToken(secret: string, invitationId: string): string {
  return createHmac('sha256', deriveKey(secret, 'invitation')).update(invitationId).digest('base64url')
}
