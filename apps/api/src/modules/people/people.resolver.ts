import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../platform/connection.ts'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import {
  acceptInvitation,
  AcceptInvitationInput,
  AcceptInvitationPayload,
  declineInvitation,
  DeclineInvitationInput,
  invitation,
  InvitationView,
} from './accept-invitation.ts'
import { AccessRule, accessTable } from './access-rule.ts'
import {
  ApiToken,
  apiTokens,
  createApiToken,
  CreateApiTokenInput,
  CreateApiTokenPayload,
  revokeApiToken,
} from './api-token.ts'
import { AuditEntryPage, AuditFilter, auditLog } from './audit-log.ts'
import {
  setUpFirstAdministrator,
  SetUpFirstAdministratorInput,
  SetUpFirstAdministratorPayload,
  setUpOpen,
} from './first-administrator.ts'
import { inviteMember, InviteMemberInput, InviteMemberPayload } from './invite-member.ts'
import { invitePartnerAdmin, InvitePartnerAdminInput } from './invite-partner-admin.ts'
import { resendInvitation, revokeInvitation } from './manage-invitation.ts'
import { changeMemberRole, endMembership, MemberPayload } from './manage-member.ts'
import { enterprisePeople, People, staff } from './people.ts'
import { RoleName } from './person.ts'
import './mail-invitation.ts'

const MANAGE_PEOPLE = ['enterpriseMember:manage', 'member:manage'] as const

registerDoors({
  'Query.staff': 'member:read',
  'Query.enterprisePeople': 'enterpriseMember:read',
  'Query.invitation': 'public',
  'Query.setUpOpen': 'public',
  'Query.apiTokens': 'apiToken:manage',
  'Query.auditLog': 'audit:read',
  'Query.accessTable': 'accessTable:read',
  // Staff and enterprise people are managed through one door; the use case asks the one that fits.
  'Mutation.inviteMember': MANAGE_PEOPLE,
  'Mutation.invitePartnerAdmin': 'partner:invite',
  'Mutation.resendInvitation': MANAGE_PEOPLE,
  'Mutation.revokeInvitation': MANAGE_PEOPLE,
  'Mutation.changeMemberRole': MANAGE_PEOPLE,
  'Mutation.endMembership': MANAGE_PEOPLE,
  'Mutation.acceptInvitation': 'public',
  'Mutation.declineInvitation': 'public',
  'Mutation.setUpFirstAdministrator': 'public',
  'Mutation.createApiToken': 'apiToken:manage',
  'Mutation.revokeApiToken': 'apiToken:manage',
})

@Resolver()
export class PeopleResolver {
  @Query(() => People, { description: 'The partner’s own people and open invitations.' })
  staff(@Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => staff(db, actor))
  }

  @Query(() => People, { description: 'The people of one enterprise and its open invitations.' })
  enterprisePeople(@Arg('enterpriseId', () => ID) enterpriseId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => enterprisePeople(db, actor, enterpriseId))
  }

  @Query(() => InvitationView, { description: 'What the holder of an invitation’s link is invited to.' })
  invitation(@Arg('token', () => String) token: string, @Ctx() context: Context) {
    return invitation(context, token)
  }

  @Query(() => Boolean, { description: 'Whether the link of a new installation still opens it; false for any other.' })
  setUpOpen(@Arg('token', () => String) token: string, @Ctx() { services }: Context) {
    return setUpOpen(services, token)
  }

  @Query(() => [ApiToken], { description: 'Working API tokens of the membership in use.' })
  apiTokens(@Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => apiTokens(db, actor))
  }

  @Query(() => AuditEntryPage, { description: 'Who did what when in this partner, newest first.' })
  auditLog(
    @Arg('filter', () => AuditFilter, { defaultValue: {} }) filter: AuditFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => auditLog(db, actor, filter, page))
  }

  @Query(() => [AccessRule], { description: 'Who may do what: the whole access table.' })
  accessTable(@Ctx() { actor }: Context) {
    return accessTable(actor)
  }

  @Mutation(() => InviteMemberPayload, { description: 'Invites a person by mail into a role.' })
  inviteMember(
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
    @Ctx() { actor, tenant, services }: Context,
  ) {
    return tenant.write((db) => inviteMember(db, actor, input, services.settings.secret))
  }

  @Mutation(() => Boolean, { description: 'Invites the first administrator of a partner of the programme.' })
  invitePartnerAdmin(
    @Arg('input', () => InvitePartnerAdminInput) input: InvitePartnerAdminInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => invitePartnerAdmin(db, actor, input))
  }

  @Mutation(() => Boolean, { description: 'Sends an open invitation again, with new days to accept it.' })
  resendInvitation(@Arg('invitationId', () => ID) invitationId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => resendInvitation(db, actor, invitationId))
  }

  @Mutation(() => Boolean, { description: 'Takes an open invitation back.' })
  revokeInvitation(@Arg('invitationId', () => ID) invitationId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => revokeInvitation(db, actor, invitationId))
  }

  @Mutation(() => MemberPayload, { description: 'Gives a person another role at the same place.' })
  changeMemberRole(
    @Arg('membershipId', () => ID) membershipId: string,
    @Arg('role', () => RoleName) role: RoleName,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => changeMemberRole(db, actor, membershipId, role))
  }

  @Mutation(() => MemberPayload, { description: 'Ends a membership; the person’s next request is refused.' })
  endMembership(@Arg('membershipId', () => ID) membershipId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => endMembership(db, actor, membershipId))
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Takes up an invitation.' })
  acceptInvitation(@Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput, @Ctx() context: Context) {
    return acceptInvitation(context, input)
  }

  @Mutation(() => Boolean, { description: 'Says no to an invitation.' })
  declineInvitation(
    @Arg('input', () => DeclineInvitationInput) input: DeclineInvitationInput,
    @Ctx() context: Context,
  ) {
    return declineInvitation(context, input)
  }

  @Mutation(() => SetUpFirstAdministratorPayload, { description: 'Makes the first account of an empty installation.' })
  setUpFirstAdministrator(
    @Arg('input', () => SetUpFirstAdministratorInput) input: SetUpFirstAdministratorInput,
    @Ctx() { services }: Context,
  ) {
    return setUpFirstAdministrator(services, input)
  }

  @Mutation(() => CreateApiTokenPayload, { description: 'Makes an API token for the membership in use.' })
  createApiToken(
    @Arg('input', () => CreateApiTokenInput) input: CreateApiTokenInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => createApiToken(db, actor, input))
  }

  @Mutation(() => Boolean, { description: 'Takes one of one’s own API tokens back.' })
  revokeApiToken(@Arg('tokenId', () => ID) tokenId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => revokeApiToken(db, actor, tokenId))
  }
}
