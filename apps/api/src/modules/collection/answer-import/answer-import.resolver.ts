import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../../platform/context.ts'
import { PageArgs } from '../../../platform/connection.ts'
import { registerDoors } from '../../access/doors.ts'
import './answer-import-tasks.ts'
import {
  AnswerColumnInput,
  AnswerDefaultsInput,
  AnswerImport,
  AnswerImportPayload,
  AnswerImportRowPage,
} from './answer-import.types.ts'
import { answerImport, answerImportFaults, answerImports } from './read-answer-imports.ts'
import { applyAnswerImport, checkAnswerImport, undoAnswerImport } from './start-answer-import.ts'

registerDoors({
  'Query.answerImports': 'collection:write',
  'Query.answerImport': 'collection:write',
  'Query.answerImportFaults': 'collection:write',
  'Mutation.checkAnswerImport': 'collection:write',
  'Mutation.applyAnswerImport': 'collection:write',
  'Mutation.undoAnswerImport': 'collection:write',
})

@Resolver()
export class AnswerImportResolver {
  @Query(() => [AnswerImport], {
    description:
      'Files of answers of a wave, newest first. A file comes in by POST /api/answer-imports/<wave>?name=<file>.',
  })
  answerImports(@Arg('waveId', () => ID) waveId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => answerImports(db, actor, waveId))
  }

  @Query(() => AnswerImport, { description: 'One file of answers: its columns, and how far it is.' })
  answerImport(@Arg('importId', () => ID) importId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => answerImport(db, actor, importId))
  }

  @Query(() => AnswerImportRowPage, { description: 'Rows that cannot be taken, with what is wrong in which column.' })
  answerImportFaults(
    @Arg('importId', () => ID) importId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => answerImportFaults(db, actor, importId, page))
  }

  @Mutation(() => AnswerImportPayload, {
    description: 'Says what the columns hold and tries the import without writing: every faulty row is named.',
  })
  checkAnswerImport(
    @Arg('importId', () => ID) importId: string,
    @Arg('columns', () => [AnswerColumnInput]) columns: AnswerColumnInput[],
    @Arg('defaults', () => AnswerDefaultsInput, { nullable: true }) defaults: AnswerDefaultsInput | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => checkAnswerImport(db, actor, importId, columns, defaults ?? {}))
  }

  @Mutation(() => AnswerImportPayload, { description: 'Writes the answers that the check found good.' })
  applyAnswerImport(@Arg('importId', () => ID) importId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => applyAnswerImport(db, actor, importId))
  }

  @Mutation(() => AnswerImportPayload, { description: 'Takes all answers of an import out again.' })
  undoAnswerImport(@Arg('importId', () => ID) importId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => undoAnswerImport(db, actor, importId))
  }
}
