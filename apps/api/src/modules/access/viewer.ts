import { Field, ID, ObjectType } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { MEMBERSHIP_COOKIE } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { allowedActions } from './actor.ts'

@ObjectType({ description: 'A place where the person works: a role at a partner, or at one of its enterprises.' })
export class ViewerMembership {
  @Field(() => ID) id!: string
  @Field(() => String, { description: 'platformLead, researcher, partnerAdmin, coach, manager or contributor' })
  role!: string
  @Field(() => ID) partnerId!: string
  @Field(() => String) partnerName!: string
  @Field(() => String) partnerCode!: string
  @Field(() => ID, { nullable: true }) enterpriseId?: string | null
  @Field(() => String, { nullable: true }) enterpriseName?: string | null
}

@ObjectType({ description: 'The person who asks, and what they may do in the membership they act in.' })
export class Viewer {
  @Field(() => ID, { description: 'Of the account.' }) id!: string
  @Field(() => String) name!: string
  @Field(() => String) email!: string
  @Field(() => ViewerMembership, { nullable: true, description: 'The membership in use; null without any.' })
  membership?: ViewerMembership
  @Field(() => [ViewerMembership], { description: 'All places where the person works.' })
  memberships!: ViewerMembership[]
  @Field(() => [String], { description: 'Actions allowed in the membership in use, of the access table.' })
  can!: string[]
  @Field(() => Boolean, { description: 'The second factor is on.' }) hasTwoFactor!: boolean
  @Field(() => Boolean, { description: 'The membership in use waits for a second factor.' }) needsTwoFactor!: boolean
  @Field(() => Boolean, { description: 'This installation shows demo content.' }) demo!: boolean
}

/** The person who asks; null for visitors. */
export async function viewer(context: Context): Promise<Viewer | null> {
  if (!context.userId) return null
  const memberships = context.memberships.map(toMembership)
  const actor = context.maybeActor
  const profile = actor ?? (await context.services.identity.profileOf(context.userId))
  if (!profile) return null
  return {
    id: context.userId,
    name: profile.name,
    email: profile.email,
    membership: memberships.find(({ id }) => id === actor?.membershipId),
    memberships,
    can: actor ? allowedActions(actor) : [],
    hasTwoFactor: context.hasTwoFactor,
    needsTwoFactor: !actor && memberships.length > 0,
    demo: context.services.settings.demo,
  }
}

/** Acts from another of the person's memberships from now on, in this browser. */
export async function switchMembership(context: Context, membershipId: string): Promise<ViewerMembership> {
  const membership = context.memberships.find(({ id }) => id === membershipId)
  if (!membership) throw new NotFound()
  const secure = context.services.settings.baseUrl.startsWith('https:') ? '; Secure' : ''
  context.reply.header(
    'set-cookie',
    `${MEMBERSHIP_COOKIE}=${membership.id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000${secure}`,
  )
  return toMembership(membership)
}

function toMembership(row: Context['memberships'][number]): ViewerMembership {
  return {
    id: row.id,
    role: row.role,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    partnerCode: row.partner_code,
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
  }
}
