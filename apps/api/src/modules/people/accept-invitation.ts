import { IsIn, IsOptional, Length, MaxLength } from 'class-validator'
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { hashToken } from '../../platform/context.ts'
import type { Context } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { Tenant } from '../../platform/tenant.ts'
import type { Db } from '../../platform/tenant.ts'
import { LANGUAGES } from '../../platform/tri-text.ts'
import type { Language } from '../../platform/tri-text.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { announceChange } from '../sharing/announce.ts'
import { makeAccount } from './make-account.ts'
import { RoleName } from './person.ts'

@ObjectType({ description: 'What an invitation’s link shows before it is accepted.' })
export class InvitationView {
  @Field(() => String) email!: string
  @Field(() => RoleName) role!: RoleName
  @Field(() => String) partnerName!: string
  @Field(() => String, { nullable: true }) enterpriseName?: string | null
  @Field(() => String) invitedByName!: string
  @Field(() => String, { nullable: true }) message?: string | null
  @Field(() => Date) expiresAt!: Date
  @Field(() => Boolean, { description: 'There is an account for this address: sign in with it to accept.' })
  accountExists!: boolean
}

/** Why an invitation is not accepted yet. */
export enum AcceptProblem {
  SIGN_IN_FIRST = 'SIGN_IN_FIRST',
  NAME_AND_PASSWORD_NEEDED = 'NAME_AND_PASSWORD_NEEDED',
}
registerEnumType(AcceptProblem, {
  name: 'AcceptProblem',
  description:
    'SIGN_IN_FIRST: the address has an account, sign in with it. NAME_AND_PASSWORD_NEEDED: for the new account.',
})

@InputType()
export class AcceptInvitationInput {
  @Field(() => String) @MaxLength(100) token!: string
  @Field(() => String, { nullable: true, description: 'For a new account.' })
  @IsOptional()
  @Length(1, 120)
  name?: string
  @Field(() => String, { nullable: true, description: 'For a new account: at least 10 characters.' })
  @IsOptional()
  @Length(10, 200)
  password?: string
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(LANGUAGES) language?: Language
}

@ObjectType()
export class AcceptInvitationPayload {
  @Field(() => ID, { nullable: true }) membershipId?: string
  @Field(() => AcceptProblem, { nullable: true }) problem?: AcceptProblem
}

@InputType()
export class DeclineInvitationInput {
  @Field(() => String) @MaxLength(100) token!: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) reason?: string
}

interface InvitationRow {
  partner_id: string
  id: string
  email: string
  role: RoleName
  enterprise_id: string | null
  enterprise_name: string | null
  partner_name: string
  invited_by_name: string
  language: Language
  expires_at: Date
  message: string | null
}

/** What the holder of the link is invited to. @throws NotFound when the link does not work (any more) */
export async function invitation(context: Context, token: string): Promise<InvitationView> {
  const row = await byToken(context, token)
  return {
    email: row.email,
    role: row.role,
    partnerName: row.partner_name,
    enterpriseName: row.enterprise_name,
    invitedByName: row.invited_by_name,
    message: row.message,
    expiresAt: row.expires_at,
    accountExists: (await context.services.identity.findUserByEmail(row.email)) !== undefined,
  }
}

/** Takes up an invitation: with the account of the invited address, or with a new one. */
export async function acceptInvitation(
  context: Context,
  input: AcceptInvitationInput,
): Promise<AcceptInvitationPayload> {
  const row = await byToken(context, input.token)
  const { identity } = context.services
  const account = await identity.findUserByEmail(row.email)
  if (account && account.id !== context.userId) return { problem: AcceptProblem.SIGN_IN_FIRST }
  if (!account && (!input.name?.trim() || !input.password)) return { problem: AcceptProblem.NAME_AND_PASSWORD_NEEDED }

  const membershipId = newId()
  await tenantOf(context, row).write(async (db) => {
    const taken = await db.row(
      `UPDATE invitation SET accepted_at = now() WHERE partner_id = $1 AND id = $2
         AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL RETURNING id`,
      [row.partner_id, row.id],
    )
    if (!taken) throw new NotFound()
    const language = input.language ?? row.language
    const person =
      account ??
      (await makeAccount(identity, { email: row.email, name: input.name!.trim(), password: input.password!, language }))
    const name = account?.name ?? input.name!.trim()
    await db.rows(
      `INSERT INTO membership (partner_id, id, user_id, role, enterprise_id, person_name, person_email)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [row.partner_id, membershipId, person.id, row.role, row.enterprise_id, name, row.email],
    )
    await audit(db, invitedActor(row, person.id, name, language), {
      action: 'invitation.accepted',
      objectType: 'invitation',
      objectId: row.id,
      objectName: row.email,
      enterpriseId: row.enterprise_id,
      new: { role: row.role },
    })
  })
  return { membershipId }
}

/** Says no to an invitation; an enterprise that only had this manager invited counts as declined. */
export async function declineInvitation(context: Context, input: DeclineInvitationInput): Promise<boolean> {
  const row = await byToken(context, input.token)
  await tenantOf(context, row).write(async (db) => {
    await db.rows(
      'UPDATE invitation SET declined_at = now() WHERE partner_id = $1 AND id = $2 AND declined_at IS NULL',
      [row.partner_id, row.id],
    )
    await markDeclined(db, row)
    await audit(db, invitedActor(row, NOBODY, row.email, row.language), {
      action: 'invitation.declined',
      objectType: 'invitation',
      objectId: row.id,
      objectName: row.email,
      enterpriseId: row.enterprise_id,
      new: { reason: input.reason ?? null },
    })
  })
  return true
}

async function markDeclined(db: Db, row: InvitationRow): Promise<void> {
  if (!row.enterprise_id || row.role !== RoleName.manager) return
  await db.rows(
    `UPDATE enterprise e SET recruitment = 'declined' WHERE e.partner_id = $1 AND e.id = $2 AND e.recruitment = 'pending'
       AND NOT EXISTS (SELECT FROM membership m WHERE m.partner_id = $1 AND m.enterprise_id = e.id AND m.ended_at IS NULL)
       AND NOT EXISTS (SELECT FROM invitation i WHERE i.partner_id = $1 AND i.enterprise_id = e.id AND i.role = 'manager'
         AND i.accepted_at IS NULL AND i.declined_at IS NULL AND i.revoked_at IS NULL)`,
    [row.partner_id, row.enterprise_id],
  )
  await announceChange(db, row.partner_id, row.enterprise_id)
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

async function byToken(context: Context, token: string): Promise<InvitationRow> {
  const row = await context.reference.row<InvitationRow>('SELECT * FROM invitation_of_token($1)', [hashToken(token)])
  if (!row) throw new NotFound()
  return row
}

/** The holder of a link acts in the partner that sent it, and only for this. */
function tenantOf(context: Context, row: InvitationRow): Tenant {
  return new Tenant(context.services.app, {
    partnerId: row.partner_id,
    userId: context.userId ?? NOBODY,
    enterpriseId: null,
  })
}

function invitedActor(row: InvitationRow, userId: string, name: string, language: Language): Actor {
  return {
    userId,
    membershipId: NOBODY,
    role: row.role,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    partnerCode: '',
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
    name,
    email: row.email,
    language,
    via: 'session',
  }
}
