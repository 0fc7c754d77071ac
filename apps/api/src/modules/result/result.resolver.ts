import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../platform/connection.ts'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import { cancelExport } from './cancel-export.ts'
import { collectionProgress } from './collection-progress.ts'
import { ExportPayload, ExportWaves, ResponseExport, StartExportInput } from './export.types.ts'
import { exports, exportWaves } from './exports.ts'
import { openAnswers } from './open-answers.ts'
import { CollectionProgress } from './progress.types.ts'
import './result-tasks.ts'
import { OpenAnswerPage, Results } from './result.types.ts'
import { results } from './results.ts'
import { startExport } from './start-export.ts'

registerDoors({
  'Query.collectionProgress': 'collection:read',
  'Query.results': 'result:read',
  'Query.openAnswers': 'response:read',
  'Query.exports': 'response:read',
  'Query.exportWaves': 'response:read',
  'Mutation.startExport': 'response:read',
  'Mutation.cancelExport': 'response:read',
})

@Resolver()
export class ResultResolver {
  @Query(() => CollectionProgress, {
    description: 'How a collection goes: answers per group and day, how far people come, what needs attention.',
  })
  collectionProgress(@Arg('waveId', () => ID) waveId: string, @Ctx() { tenant, actor }: Context) {
    return collectionProgress(tenant, actor, waveId)
  }

  @Query(() => Results, {
    description: 'The results of a wave, question by question; nothing while fewer than five answered.',
  })
  results(
    @Arg('waveId', () => ID) waveId: string,
    @Ctx() { tenant, actor }: Context,
    @Arg('by', () => String, {
      nullable: true,
      description: '@group, @wave, or the key of a question: the figures of each group beside those of everybody.',
    })
    by?: string | null,
  ) {
    return results(tenant, actor, waveId, by)
  }

  @Query(() => OpenAnswerPage, {
    description: 'The open answers to one question, for those who may read single answers; from five answers on.',
  })
  openAnswers(
    @Arg('waveId', () => ID) waveId: string,
    @Arg('questionKey', () => String) questionKey: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { tenant, actor }: Context,
  ) {
    return tenant.read((db) => openAnswers(db, actor, waveId, questionKey, page))
  }

  @Query(() => [ResponseExport], {
    description: 'The files of answers that the viewer asked for, newest first, until they expire.',
  })
  exports(@Arg('questionnaireId', () => ID) questionnaireId: string, @Ctx() { tenant, actor }: Context) {
    return tenant.read((db) => exports(db, actor, questionnaireId))
  }

  @Query(() => ExportWaves, {
    description: 'Which waves of a questionnaire a file of answers can hold for the viewer.',
  })
  exportWaves(@Arg('questionnaireId', () => ID) questionnaireId: string, @Ctx() { tenant, actor }: Context) {
    return tenant.read((db) => exportWaves(db, actor, questionnaireId))
  }

  @Mutation(() => ExportPayload, {
    description: 'Asks for a file of answers; a job writes it, and only who asked can load it.',
  })
  startExport(@Arg('input', () => StartExportInput) input: StartExportInput, @Ctx() { tenant, actor }: Context) {
    return tenant.write((db) => startExport(db, actor, input))
  }

  @Mutation(() => ResponseExport, { description: 'Gives up an export, or removes its file.' })
  cancelExport(@Arg('exportId', () => ID) exportId: string, @Ctx() { tenant, actor, services }: Context) {
    return cancelExport(services, tenant, actor, exportId)
  }
}
