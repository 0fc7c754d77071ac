import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { PageArgs } from '../../platform/connection.ts'
import { registerDoors } from '../access/doors.ts'
import './import-tasks.ts'
import {
  ColumnMappingInput,
  Import,
  ImportDefaultsInput,
  ImportPage,
  ImportPayload,
  ImportRowPage,
  ImportRows,
} from './import-types.ts'
import { importById, importRows, imports } from './read-imports.ts'
import { applyImport, checkImport, undoImport } from './start-import-step.ts'

registerDoors({
  'Query.imports': 'enterprise:import',
  'Query.import': 'enterprise:import',
  'Query.importRows': 'enterprise:import',
  'Mutation.checkImport': 'enterprise:import',
  'Mutation.applyImport': 'enterprise:import',
  'Mutation.undoImport': 'enterprise:import',
})

@Resolver()
export class ImportResolver {
  @Query(() => ImportPage, {
    description: 'Files of enterprises that were taken in, newest first. A file comes in by POST /api/imports.',
  })
  imports(@Args(() => PageArgs) page: PageArgs, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => imports(db, actor, page))
  }

  @Query(() => Import, { description: 'One import: its columns, and how far it is.' })
  import(@Arg('id', () => ID) id: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => importById(db, actor, id))
  }

  @Query(() => ImportRowPage, {
    description: 'Rows of an import in the order of the file, with what is wrong in which cell.',
  })
  importRows(
    @Arg('id', () => ID) id: string,
    @Arg('only', () => ImportRows, { defaultValue: ImportRows.all }) only: ImportRows,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => importRows(db, actor, id, only, page))
  }

  @Mutation(() => ImportPayload, {
    description: 'Says what the columns mean and tries the import without writing: every faulty row is named.',
  })
  checkImport(
    @Arg('id', () => ID) id: string,
    @Arg('mapping', () => [ColumnMappingInput]) mapping: ColumnMappingInput[],
    @Arg('defaults', () => ImportDefaultsInput, { nullable: true }) defaults: ImportDefaultsInput | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => checkImport(db, actor, id, mapping, defaults ?? {}))
  }

  @Mutation(() => ImportPayload, { description: 'Writes what the check announced, without the faulty rows.' })
  applyImport(@Arg('id', () => ID) id: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => applyImport(db, actor, id))
  }

  @Mutation(() => ImportPayload, {
    description:
      'Takes a whole import back: what it created goes, what it changed becomes as before; enterprises touched since stay and are named.',
  })
  undoImport(@Arg('id', () => ID) id: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => undoImport(db, actor, id))
  }
}
