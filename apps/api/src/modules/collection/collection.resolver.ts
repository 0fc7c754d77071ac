import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { PageArgs } from '../../platform/connection.ts'
import { registerDoors } from '../access/doors.ts'
import { addInvitees, AddInviteesInput, AddInviteesPayload } from './add-invitees.ts'
import { allowCoach } from './allow-coach.ts'
import { changeWave, ChangeWaveInput } from './change-wave.ts'
import { createLink, CreateLinkInput, createSingleUseLinks } from './create-links.ts'
import { createWave, CreateWaveInput } from './create-wave.ts'
import { InviteePage, invitees, removeInvitee } from './invitees.ts'
import { LinkAddress, linkAddresses } from './link-addresses.ts'
import './mail-wave.ts'
import { closeWave, openWave, reopenWave } from './open-wave.ts'
import { wave, waves } from './read-waves.ts'
import { revokeLink } from './revoke-link.ts'
import { sendInvitations, sendReminders } from './send-mails.ts'
import { setRespondentGroups, SetRespondentGroupsInput } from './set-respondent-groups.ts'
import './tidy-collection.ts'
import { WavePayload } from './wave-payload.ts'
import { Wave, WaveRow } from './wave.types.ts'

registerDoors({
  'Query.waves': 'collection:read',
  'Query.wave': 'collection:read',
  'Query.linkAddresses': 'collection:write',
  'Query.invitees': 'collection:write',
  'Mutation.createWave': 'collection:write',
  'Mutation.changeWave': 'collection:write',
  'Mutation.openWave': 'collection:write',
  'Mutation.closeWave': 'collection:write',
  'Mutation.reopenWave': 'collection:write',
  'Mutation.setRespondentGroups': 'collection:write',
  'Mutation.createLink': 'collection:write',
  'Mutation.createSingleUseLinks': 'collection:write',
  'Mutation.revokeLink': 'collection:write',
  'Mutation.addInvitees': 'collection:write',
  'Mutation.removeInvitee': 'collection:write',
  'Mutation.sendInvitations': 'collection:write',
  'Mutation.sendReminders': 'collection:write',
  'Mutation.allowCoach': 'sharing:choose',
})

@Resolver()
export class CollectionResolver {
  @Query(() => [WaveRow], { description: 'The waves of an enterprise, newest first.' })
  waves(@Arg('enterpriseId', () => ID) enterpriseId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => waves(db, actor, enterpriseId))
  }

  @Query(() => Wave, { description: 'One wave with its groups, links and mailings.' })
  wave(@Arg('id', () => ID) id: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => wave(db, actor, id))
  }

  @Query(() => [LinkAddress], {
    description: 'Addresses of links that still work, up to 2000: of open links and of sheets of single-use links.',
  })
  linkAddresses(
    @Arg('waveId', () => ID) waveId: string,
    @Arg('linkIds', () => [ID], { description: 'Identifiers of `Wave.links`.' }) linkIds: string[],
    @Ctx() { actor, tenant, services }: Context,
  ) {
    return tenant.read((db) => linkAddresses(db, actor, waveId, linkIds, services.settings))
  }

  @Query(() => InviteePage, { description: 'The people a wave invites by mail, by address.' })
  invitees(
    @Arg('waveId', () => ID) waveId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => invitees(db, actor, waveId, page))
  }

  @Mutation(() => WavePayload, { description: 'Plans a time of asking a published version of a questionnaire.' })
  createWave(@Arg('input', () => CreateWaveInput) input: CreateWaveInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => createWave(db, actor, input))
  }

  @Mutation(() => WavePayload, { description: 'Changes the settings of a wave, or goes on with a newer version.' })
  changeWave(@Arg('input', () => ChangeWaveInput) input: ChangeWaveInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => changeWave(db, actor, input))
  }

  @Mutation(() => WavePayload, { description: 'Lets a wave take answers, from its first day on.' })
  openWave(@Arg('waveId', () => ID) waveId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => openWave(db, actor, waveId))
  }

  @Mutation(() => WavePayload, {
    description: 'Ends a wave. Who is halfway can still send for a quarter of an hour.',
  })
  closeWave(@Arg('waveId', () => ID) waveId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => closeWave(db, actor, waveId))
  }

  @Mutation(() => WavePayload, { description: 'Lets a closed wave take answers again.' })
  reopenWave(@Arg('waveId', () => ID) waveId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => reopenWave(db, actor, waveId))
  }

  @Mutation(() => WavePayload, {
    description: 'Says which groups of people a wave asks; groups that are not named go, unless they are in use.',
  })
  setRespondentGroups(
    @Arg('input', () => SetRespondentGroupsInput) input: SetRespondentGroupsInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => setRespondentGroups(db, actor, input))
  }

  @Mutation(() => WavePayload, { description: 'Makes one link for everybody.' })
  createLink(@Arg('input', () => CreateLinkInput) input: CreateLinkInput, @Ctx() { actor, tenant, services }: Context) {
    return tenant.write((db) => createLink(db, actor, input, services.settings.secret))
  }

  @Mutation(() => WavePayload, { description: 'Makes a sheet of links that take one answer each.' })
  createSingleUseLinks(
    @Arg('input', () => CreateLinkInput) input: CreateLinkInput,
    @Arg('count', () => Int, { description: 'How many, 1 to 1000.' }) count: number,
    @Ctx() { actor, tenant, services }: Context,
  ) {
    return tenant.write((db) => createSingleUseLinks(db, actor, input, count, services.settings.secret))
  }

  @Mutation(() => WavePayload, { description: 'Ends a link, or a whole sheet of links, from this moment on.' })
  revokeLink(
    @Arg('waveId', () => ID) waveId: string,
    @Arg('linkId', () => ID, { description: 'Of `Wave.links`, or one link of a sheet.' }) linkId: string,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => revokeLink(db, actor, waveId, linkId))
  }

  @Mutation(() => AddInviteesPayload, { description: 'Puts people on the list of a wave. Nothing is mailed yet.' })
  addInvitees(
    @Arg('input', () => AddInviteesInput) input: AddInviteesInput,
    @Ctx() { actor, tenant, services }: Context,
  ) {
    return tenant.write((db) => addInvitees(db, actor, input, services.settings.secret))
  }

  @Mutation(() => WavePayload, { description: 'Takes a person off the list; the link stops working.' })
  removeInvitee(@Arg('inviteeId', () => ID) inviteeId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => removeInvitee(db, actor, inviteeId))
  }

  @Mutation(() => WavePayload, { description: 'Mails the personal link to everybody who has not got it yet.' })
  sendInvitations(
    @Arg('waveId', () => ID) waveId: string,
    @Arg('message', () => String, { nullable: true, description: 'A few words of your own in the mail.' })
    message: string | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => sendInvitations(db, actor, waveId, message))
  }

  @Mutation(() => WavePayload, { description: 'Mails once more to those through whose link no answer came.' })
  sendReminders(
    @Arg('waveId', () => ID) waveId: string,
    @Arg('message', () => String, { nullable: true, description: 'A few words of your own in the mail.' })
    message: string | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => sendReminders(db, actor, waveId, message))
  }

  @Mutation(() => WavePayload, { description: 'Lets the coach read single answers of a wave, or no longer.' })
  allowCoach(
    @Arg('waveId', () => ID) waveId: string,
    @Arg('allowed', () => Boolean) allowed: boolean,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => allowCoach(db, actor, waveId, allowed))
  }
}
