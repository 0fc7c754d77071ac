import { createHmac, timingSafeEqual } from 'node:crypto'
import { IsEmail, IsIn, Length, MaxLength } from 'class-validator'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { deriveKey } from '../../platform/env.ts'
import type { Services } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { Tenant } from '../../platform/tenant.ts'
import { LANGUAGES } from '../../platform/tri-text.ts'
import type { Language } from '../../platform/tri-text.ts'
import { audit } from '../access/audit.ts'
import { makeAccount } from './make-account.ts'

@InputType()
export class SetUpFirstAdministratorInput {
  @Field(() => String) @MaxLength(100) token!: string
  @Field(() => String) @Length(1, 120) name!: string
  @Field(() => String) @IsEmail() @MaxLength(254) email!: string
  @Field(() => String, { description: 'At least 10 characters.' }) @Length(10, 200) password!: string
  @Field(() => String) @IsIn(LANGUAGES) language!: Language
}

@ObjectType()
export class SetUpFirstAdministratorPayload {
  @Field(() => ID) membershipId!: string
}

/** The link by which the first administrator comes in; undefined once somebody is in. */
export async function firstAdministratorLink(services: Services): Promise<string | undefined> {
  return (await isEmpty(services)) ? `${services.settings.baseUrl}/admin/fr/setup/${setUpToken(services)}` : undefined
}

/** Whether the link still opens the installation; whoever holds another token learns nothing of the installation. */
export async function setUpOpen(services: Services, token: string): Promise<boolean> {
  return isSetUpToken(services, token) && (await isEmpty(services))
}

/**
 * Makes the first account: platform lead and administrator at the lead partner. Works once, on an installation without
 * any membership, with the token printed at the start.
 * @throws NotFound in every other case
 */
export async function setUpFirstAdministrator(
  services: Services,
  input: SetUpFirstAdministratorInput,
): Promise<SetUpFirstAdministratorPayload> {
  if (!isSetUpToken(services, input.token)) throw new NotFound()
  const lead = await services.reference.row<{ id: string; name: string; code: string }>(
    'SELECT id, name, code FROM partner WHERE is_lead',
  )
  if (!lead) throw new NotFound()
  const membershipId = newId()
  await new Tenant(services.app, { partnerId: lead.id, userId: lead.id, enterpriseId: null }).write(async (db) => {
    // Two who hold the link at once: the second waits here and then finds somebody in.
    await db.rows('SELECT pg_advisory_xact_lock(7351905)')
    if (!(await isEmpty(services))) throw new NotFound()
    const person = await makeAccount(services.identity, input)
    for (const [role, id] of [
      ['platformLead', membershipId],
      ['partnerAdmin', newId()],
    ] as const) {
      await db.rows(
        `INSERT INTO membership (partner_id, id, user_id, role, person_name, person_email) VALUES ($1, $2, $3, $4, $5, $6)`,
        [lead.id, id, person.id, role, input.name, input.email.toLowerCase()],
      )
    }
    const actor = {
      userId: person.id,
      membershipId,
      role: 'platformLead' as const,
      partnerId: lead.id,
      partnerName: lead.name,
      partnerCode: lead.code,
      enterpriseId: null,
      enterpriseName: null,
      name: input.name,
      email: input.email,
      language: input.language,
      via: 'session' as const,
    }
    await audit(db, actor, {
      action: 'administrator.setUp',
      objectType: 'membership',
      objectId: membershipId,
      objectName: input.name,
    })
  })
  return { membershipId }
}

async function isEmpty(services: Services): Promise<boolean> {
  const [row] = await services.reference.rows<{ any: boolean }>('SELECT any_membership() AS any')
  return !row!.any
}

function isSetUpToken(services: Services, token: string): boolean {
  const given = Buffer.from(token)
  const right = Buffer.from(setUpToken(services))
  return given.length === right.length && timingSafeEqual(given, right)
}

function setUpToken(services: Services): string {
  return createHmac('sha256', deriveKey(services.settings.secret, 'first administrator'))
    .update('set up')
    .digest('base64url')
}
