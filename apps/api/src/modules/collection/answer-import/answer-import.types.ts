import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator'
import { PageInfo } from '../../../platform/connection.ts'
import { JsonValue } from '../../../platform/scalars.ts'

export enum AnswerImportStatus {
  mapping = 'mapping',
  checking = 'checking',
  checked = 'checked',
  applying = 'applying',
  applied = 'applied',
  undoing = 'undoing',
  undone = 'undone',
  failed = 'failed',
}
registerEnumType(AnswerImportStatus, {
  name: 'AnswerImportStatus',
  description:
    'mapping: columns are to be named; checking, applying, undoing: under way; checked: tried without writing; applied; undone; failed.',
})

export enum AnswerImportProblem {
  /** The import is not in a state in which this can be done. */
  WRONG_STATUS = 'WRONG_STATUS',
  /** No column holds an answer. */
  NOTHING_MAPPED = 'NOTHING_MAPPED',
}
registerEnumType(AnswerImportProblem, {
  name: 'AnswerImportProblem',
  description: 'Why an import of answers could not go on.',
})

@InputType()
export class AnswerColumnInput {
  @Field(() => Int, { description: 'Place of the column in the file, from 0.' }) @Min(0) @Max(999) column!: number
  @Field(() => String, { description: 'One of `AnswerImport.targets`, or @group, @language, @day.' })
  @MaxLength(600)
  target!: string
}

@InputType()
export class AnswerDefaultsInput {
  @Field(() => ID, { nullable: true, description: 'Group of rows that name none.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null
  @Field(() => String, {
    nullable: true,
    description: 'Language of rows that name none; the first of the wave when absent.',
  })
  @IsOptional()
  @MaxLength(35)
  language?: string | null
}

@ObjectType({ description: 'A column of a file of answers.' })
export class AnswerImportColumn {
  @Field(() => String) header!: string
  @Field(() => String, { nullable: true, description: 'What it holds: chosen, or suggested.' }) target!: string | null
  @Field(() => [String], { description: 'Its first cells.' }) sample!: string[]
}

@ObjectType({ description: 'What a column of a file can hold: a question, or a part of one.' })
export class AnswerImportTarget {
  @Field(() => String) name!: string
  @Field(() => JsonValue, { description: 'Words of the question per language.' }) label!: unknown
  @Field(() => JsonValue, { nullable: true, description: 'Words of the choice, row or moment per language.' })
  partLabel!: unknown
}

@ObjectType({ description: 'A file of answers that were collected elsewhere.' })
export class AnswerImport {
  @Field(() => ID) id!: string
  @Field(() => ID) waveId!: string
  @Field(() => String) fileName!: string
  @Field(() => AnswerImportStatus) status!: AnswerImportStatus
  @Field(() => [AnswerImportColumn]) columns!: AnswerImportColumn[]
  @Field(() => [AnswerImportTarget]) targets!: AnswerImportTarget[]
  @Field(() => Int) rowCount!: number
  @Field(() => Int, { nullable: true, description: 'Rows that cannot be taken; known once it was checked.' })
  faultyCount!: number | null
  @Field(() => Int, { description: 'Rows worked through by the step under way.' }) doneCount!: number
  @Field(() => String, { nullable: true, description: 'Why it failed.' }) problem!: string | null
  @Field(() => String) authorName!: string
  @Field(() => GraphQLISODateTime) createdAt!: Date
}

@ObjectType({ description: 'What is wrong in a row.' })
export class AnswerRowFault {
  @Field(() => Int, {
    nullable: true,
    description: 'Place of the column, from 0; empty when it is the row as a whole.',
  })
  column!: number | null
  @Field(() => String, {
    description:
      'notANumber, notADay, notATime, notYesOrNo, unknownChoice, unknownGroup, unknownLanguage, or a code of the validation.',
  })
  code!: string
}

@ObjectType({ description: 'A faulty row of a file of answers.' })
export class AnswerImportRow {
  @Field(() => Int, { description: 'The number a spreadsheet shows beside it.' }) rowNumber!: number
  @Field(() => [String]) cells!: string[]
  @Field(() => [AnswerRowFault]) faults!: AnswerRowFault[]
}

@ObjectType({ description: 'Faulty rows of a file, in its order.' })
export class AnswerImportRowPage {
  @Field(() => [AnswerImportRow]) nodes!: AnswerImportRow[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ description: 'The import as it is now, or why it could not go on.' })
export class AnswerImportPayload {
  @Field(() => AnswerImport, { nullable: true }) import?: AnswerImport
  @Field(() => AnswerImportProblem, { nullable: true }) problem?: AnswerImportProblem
}
