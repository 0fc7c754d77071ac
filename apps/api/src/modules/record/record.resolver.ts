import { Arg, Ctx, ID, Mutation, ObjectType, Field, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import { addExcerpt, archiveExcerpt, changeExcerpt } from './excerpt.ts'
import { excerptsOf, readRecord, recordsOf } from './read-records.ts'
import { archiveCode, saveCode } from './record-code.ts'
import {
  CodePayload,
  CreateRecordInput,
  Excerpt,
  ExcerptInput,
  ExcerptPayload,
  FieldRecord,
  RecordCode,
  RecordPayload,
  Records,
  SaveCodeInput,
  SaveRecordInput,
} from './record.types.ts'
import { tableOfText } from './register-table.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { archiveRecord, createRecord, saveRecord } from './save-record.ts'

registerDoors({
  'Query.records': 'record:read',
  'Query.record': 'record:read',
  'Query.excerpts': 'record:read',
  'Query.readRegister': 'record:write',
  'Mutation.createRecord': 'record:write',
  'Mutation.saveRecord': 'record:write',
  'Mutation.archiveRecord': 'record:write',
  'Mutation.addExcerpt': 'record:write',
  'Mutation.changeExcerpt': 'record:write',
  'Mutation.archiveExcerpt': 'record:write',
  'Mutation.saveCode': 'record:write',
  'Mutation.archiveCode': 'record:write',
})

@ObjectType({ description: 'A table as a register would keep it.' })
class RegisterContent {
  @Field(() => [String]) columns!: string[]
  @Field(() => [[String]]) rows!: string[][]
}

@Resolver()
export class RecordResolver {
  @Query(() => Records, {
    description: 'Interviews, focus groups, documents and registers of an enterprise, and its codes.',
  })
  records(
    @Arg('enterpriseId', () => ID) enterpriseId: string,
    @Arg('archived', () => Boolean, { defaultValue: false, description: 'Those put away instead.' }) archived: boolean,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => recordsOf(db, actor, enterpriseId, archived))
  }

  @Query(() => FieldRecord, { description: 'One record with its notes, or its rows.' })
  record(@Arg('recordId', () => ID) recordId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => readRecord(db, actor, recordId))
  }

  @Query(() => [Excerpt], { description: 'Passages of an enterprise’s records: all, of one record, or with one code.' })
  excerpts(
    @Arg('enterpriseId', () => ID) enterpriseId: string,
    @Arg('recordId', () => ID, { nullable: true }) recordId: string | undefined,
    @Arg('codeId', () => ID, { nullable: true }) codeId: string | undefined,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => excerptsOf(db, actor, enterpriseId, { recordId, codeId }))
  }

  @Query(() => RegisterContent, {
    description:
      'Reads a table out of text copied from a spreadsheet or of a CSV file, as a register would keep it; writes nothing.',
  })
  readRegister(
    @Arg('enterpriseId', () => ID) enterpriseId: string,
    @Arg('text', () => String) text: string,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read(async (db) => {
      await demandForEnterprise(db, actor, 'record:write', enterpriseId)
      return tableOfText(text)
    })
  }

  @Mutation(() => RecordPayload, { description: 'Writes down a new record.' })
  createRecord(@Arg('input', () => CreateRecordInput) input: CreateRecordInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => createRecord(db, actor, input))
  }

  @Mutation(() => RecordPayload, { description: 'Saves a record as a whole, unless somebody saved in between.' })
  saveRecord(@Arg('input', () => SaveRecordInput) input: SaveRecordInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => saveRecord(db, actor, input))
  }

  @Mutation(() => RecordPayload, { description: 'Puts a record away with its excerpts, or takes it back.' })
  archiveRecord(
    @Arg('recordId', () => ID) recordId: string,
    @Arg('archived', () => Boolean) archived: boolean,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => archiveRecord(db, actor, recordId, archived))
  }

  @Mutation(() => ExcerptPayload, { description: 'Keeps a passage of a record’s notes.' })
  addExcerpt(
    @Arg('recordId', () => ID) recordId: string,
    @Arg('input', () => ExcerptInput) input: ExcerptInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => addExcerpt(db, actor, recordId, input))
  }

  @Mutation(() => ExcerptPayload, { description: 'Changes speaker, codes and consent of a passage; the words stay.' })
  changeExcerpt(
    @Arg('excerptId', () => ID) excerptId: string,
    @Arg('input', () => ExcerptInput) input: ExcerptInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => changeExcerpt(db, actor, excerptId, input))
  }

  @Mutation(() => ExcerptPayload, { description: 'Puts a passage away, or takes it back.' })
  archiveExcerpt(
    @Arg('excerptId', () => ID) excerptId: string,
    @Arg('archived', () => Boolean) archived: boolean,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => archiveExcerpt(db, actor, excerptId, archived))
  }

  @Mutation(() => CodePayload, { description: 'Makes a code or renames it.' })
  saveCode(@Arg('input', () => SaveCodeInput) input: SaveCodeInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => saveCode(db, actor, input))
  }

  @Mutation(() => [RecordCode], { description: 'Puts a code away, or takes it back; answers the codes in use.' })
  archiveCode(
    @Arg('codeId', () => ID) codeId: string,
    @Arg('archived', () => Boolean) archived: boolean,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => archiveCode(db, actor, codeId, archived))
  }
}
