import { IsEmail, IsIn, Length, MaxLength } from 'class-validator'
import { Field, InputType } from 'type-graphql'
import { enqueue, registerTasks } from '../../jobs/tasks.ts'
import { hashToken } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { Tenant } from '../../platform/tenant.ts'
import type { Db } from '../../platform/tenant.ts'
import { LANGUAGES } from '../../platform/tri-text.ts'
import type { Language } from '../../platform/tri-text.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { invitationToken } from './invite-member.ts'
import { INVITATION_DAYS } from './inviting.ts'

@InputType()
export class InvitePartnerAdminInput {
  @Field(() => String) @Length(1, 60) partnerCode!: string
  @Field(() => String) @IsEmail() @MaxLength(254) email!: string
  @Field(() => String) @IsIn(LANGUAGES) language!: Language
}

/** Invites an administrator for a partner; a job bound to that partner writes it there, since nobody reaches across. */
export async function invitePartnerAdmin(db: Db, actor: Actor, input: InvitePartnerAdminInput): Promise<boolean> {
  demand(actor, 'partner:invite')
  const partner = await db.row<{ id: string; name: string }>(
    'SELECT id, name FROM partner WHERE code = $1 AND left_on IS NULL',
    [input.partnerCode],
  )
  if (!partner) throw new NotFound()
  await audit(db, actor, {
    action: 'partner.invited',
    objectType: 'partner',
    objectId: partner.id,
    objectName: partner.name,
    new: { email: input.email },
  })
  await enqueue(db, 'invitePartnerAdmin', {
    partnerId: partner.id,
    invitationId: newId(),
    email: input.email.trim().toLowerCase(),
    language: input.language,
    invitedByName: actor.name,
  })
  return true
}

registerTasks({
  async invitePartnerAdmin({ partnerId, invitationId, email, language, invitedByName }, { services }) {
    await new Tenant(services.app, { partnerId: partnerId!, userId: partnerId!, enterpriseId: null }).write(
      async (db) => {
        // Who is invited again gets the same invitation once more, with its full time.
        const invitation = await db.row<{ id: string }>(
          `INSERT INTO invitation (partner_id, id, email, role, language, token_hash, invited_by_name, expires_at)
         VALUES ($1, $2, $3, 'partnerAdmin', $4, $5, $6, now() + make_interval(days => $7))
         ON CONFLICT (partner_id, lower(email), role, coalesce(enterprise_id, '00000000-0000-0000-0000-000000000000'))
           WHERE accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL
         DO UPDATE SET expires_at = excluded.expires_at RETURNING id`,
          [
            partnerId,
            invitationId,
            email,
            language,
            hashToken(invitationToken(services.settings.secret, invitationId!)),
            invitedByName,
            INVITATION_DAYS,
          ],
        )
        await enqueue(db, 'mailInvitation', { partnerId: partnerId!, invitationId: invitation!.id })
      },
    )
  },
})
