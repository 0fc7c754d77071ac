import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { JsonValue } from '../../platform/scalars.ts'
import { registerDoors } from '../access/doors.ts'
import { enterResponse, EnterResponseInput, EnterResponsePayload } from './enter-response.ts'
import {
  discardPaper,
  onPaper,
  paperEntries,
  PaperEntry,
  PaperPayload,
  resolvePaper,
  typePaper,
  TypePaperInput,
} from './paper-entry.ts'

registerDoors({
  'Query.paperEntries': 'collection:write',
  'Mutation.enterResponse': 'collection:write',
  'Mutation.typePaper': 'collection:write',
  'Mutation.resolvePaper': 'collection:write',
  'Mutation.discardPaper': 'collection:write',
})

@Resolver()
export class EntryResolver {
  @Query(() => [PaperEntry], {
    description: 'Paper forms of a wave that are typed twice; those with differences first.',
  })
  paperEntries(@Arg('waveId', () => ID) waveId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => paperEntries(db, actor, waveId))
  }

  @Mutation(() => EnterResponsePayload, {
    description: 'Takes an answer that the team typed: asked aloud, or from paper typed once.',
  })
  enterResponse(
    @Arg('input', () => EnterResponseInput) input: EnterResponseInput,
    @Ctx() { actor, tenant, services }: Context,
  ) {
    return enterResponse(tenant, actor, input, services.settings.secret)
  }

  @Mutation(() => PaperPayload, {
    description: 'Types a paper form for the first or the second time; typings that agree become an answer.',
  })
  typePaper(@Arg('input', () => TypePaperInput) input: TypePaperInput, @Ctx() { actor, tenant, services }: Context) {
    return onPaper(tenant, (db) => typePaper(db, actor, input, services.settings.secret))
  }

  @Mutation(() => PaperPayload, { description: 'Ends a form whose typings differed, with what stands on the sheet.' })
  resolvePaper(
    @Arg('entryId', () => ID) entryId: string,
    @Arg('answers', () => JsonValue, { description: 'All answers by key, as model.ts says.' }) answers: unknown,
    @Ctx() { actor, tenant, services }: Context,
  ) {
    return onPaper(tenant, (db) => resolvePaper(db, actor, entryId, answers, services.settings.secret))
  }

  @Mutation(() => PaperPayload, { description: 'Forgets a form that has not become an answer.' })
  discardPaper(@Arg('entryId', () => ID) entryId: string, @Ctx() { actor, tenant }: Context) {
    return onPaper(tenant, (db) => discardPaper(db, actor, entryId))
  }
}
