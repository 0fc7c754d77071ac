import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { Day } from '../../platform/scalars.ts'
import { selectedFields } from '../../platform/selection.ts'
import { registerDoors } from '../access/doors.ts'
import { addAffiliation, endAffiliation } from './affiliation.ts'
import { changePlatform, PlatformChange } from './change-platform.ts'
import { Enterprise, EnterpriseInput, LegalForm, SaveEnterprisePayload } from './enterprise-types.ts'
import { legalForms } from './legal-forms.ts'
import { readEnterprise } from './read-enterprise.ts'
import { createEnterprise, editEnterprise } from './save-enterprise.ts'
import { setTerritories, SetTerritoriesInput } from './set-territories.ts'
import { reopenEnterprise, stopEnterprise, StopEnterpriseInput, StopEnterprisePayload } from './stop-enterprise.ts'

registerDoors({
  'Query.enterprise': 'enterprise:read',
  'Query.legalForms': 'signedIn',
  'Mutation.createEnterprise': 'enterprise:create',
  'Mutation.editEnterprise': 'enterprise:edit',
  'Mutation.setTerritories': 'enterprise:edit',
  'Mutation.addAffiliation': 'enterprise:edit',
  'Mutation.endAffiliation': 'enterprise:edit',
  'Mutation.changePlatform': 'cohort:manage',
  'Mutation.stopEnterprise': 'evaluation:stop',
  'Mutation.reopenEnterprise': 'cohort:manage',
})

@Resolver()
export class EnterpriseResolver {
  @Query(() => Enterprise, { description: 'One enterprise with its people, territories and memberships over time.' })
  enterprise(@Arg('id', () => ID) id: string, @Ctx() { actor, tenant }: Context, @Info() info: GraphQLResolveInfo) {
    return tenant.read((db) => readEnterprise(db, actor, id, selectedFields(info)))
  }

  @Query(() => [LegalForm], { description: 'Legal forms enterprises can have, by country.' })
  legalForms() {
    return legalForms
  }

  @Mutation(() => SaveEnterprisePayload, { description: 'Takes an enterprise into the cohort.' })
  createEnterprise(
    @Arg('input', () => EnterpriseInput) input: EnterpriseInput,
    @Ctx() { actor, tenant }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tenant.write(async (db) => {
      const { id, problem } = await createEnterprise(db, actor, input)
      return id ? { enterprise: await readEnterprise(db, actor, id, selectedFields(info, 'enterprise')) } : { problem }
    })
  }

  @Mutation(() => SaveEnterprisePayload, { description: 'Changes what an enterprise is.' })
  editEnterprise(
    @Arg('id', () => ID) enterpriseId: string,
    @Arg('input', () => EnterpriseInput) input: EnterpriseInput,
    @Ctx() { actor, tenant }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tenant.write(async (db) => {
      const { id, problem } = await editEnterprise(db, actor, enterpriseId, input)
      return id ? { enterprise: await readEnterprise(db, actor, id, selectedFields(info, 'enterprise')) } : { problem }
    })
  }

  @Mutation(() => Enterprise, {
    description:
      'Links an enterprise with its territories: seat, sites, service areas. What was there before is replaced.',
  })
  setTerritories(
    @Arg('input', () => SetTerritoriesInput) input: SetTerritoriesInput,
    @Ctx() { actor, tenant }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tenant.write(async (db) => {
      await setTerritories(db, actor, input)
      return readEnterprise(db, actor, input.enterpriseId, selectedFields(info))
    })
  }

  @Mutation(() => Enterprise, {
    description: 'Writes down that an enterprise belongs to a federation, from a day on (today when none is given).',
  })
  addAffiliation(
    @Arg('enterpriseId', () => ID) enterpriseId: string,
    @Arg('federationCode', () => String) federationCode: string,
    @Arg('startsOn', () => Day, { nullable: true }) startsOn: string | undefined,
    @Ctx() { actor, tenant }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tenant.write(async (db) => {
      await addAffiliation(db, actor, enterpriseId, federationCode, startsOn ?? undefined)
      return readEnterprise(db, actor, enterpriseId, selectedFields(info))
    })
  }

  @Mutation(() => Enterprise, {
    description: 'Writes down that an enterprise left a federation; the link stays in the history.',
  })
  endAffiliation(
    @Arg('affiliationId', () => ID) affiliationId: string,
    @Arg('endsOn', () => Day, { nullable: true }) endsOn: string | undefined,
    @Ctx() { actor, tenant }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tenant.write(async (db) => {
      const { enterpriseId } = await endAffiliation(db, actor, affiliationId, endsOn ?? undefined)
      return readEnterprise(db, actor, enterpriseId, selectedFields(info))
    })
  }

  @Mutation(() => [PlatformChange], {
    description:
      'Moves up to 500 enterprises to a test platform (null: none), all or none; answers what changed, so that calling it again undoes it.',
  })
  changePlatform(
    @Arg('enterpriseIds', () => [ID]) enterpriseIds: string[],
    @Arg('platformCode', () => String, { nullable: true }) platformCode: string | null | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => changePlatform(db, actor, enterpriseIds, platformCode ?? null))
  }

  @Mutation(() => StopEnterprisePayload, {
    description:
      'Writes down that an enterprise goes on no further: its evaluation stops; one that never began counts as declined.',
  })
  stopEnterprise(
    @Arg('input', () => StopEnterpriseInput) input: StopEnterpriseInput,
    @Ctx() { actor, tenant }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tenant.write(async (db) => {
      const problem = await stopEnterprise(db, actor, input)
      return problem
        ? { problem }
        : { enterprise: await readEnterprise(db, actor, input.enterpriseId, selectedFields(info, 'enterprise')) }
    })
  }

  @Mutation(() => Enterprise, { description: 'Takes an enterprise that had declined back into the cohort.' })
  reopenEnterprise(
    @Arg('id', () => ID) id: string,
    @Ctx() { actor, tenant }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return tenant.write(async (db) => {
      await reopenEnterprise(db, actor, id)
      return readEnterprise(db, actor, id, selectedFields(info))
    })
  }
}
