import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { PageInfo } from '../../platform/connection.ts'

export enum ImportStatus {
  mapping = 'mapping',
  checking = 'checking',
  checked = 'checked',
  applying = 'applying',
  applied = 'applied',
  undoing = 'undoing',
  undone = 'undone',
  failed = 'failed',
}
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description:
    'mapping: columns are to be named; checking, applying, undoing: under way; checked: tried without writing; applied; undone; failed.',
})

export enum ImportRows {
  all = 'all',
  faulty = 'faulty',
  create = 'create',
  update = 'update',
  unchanged = 'unchanged',
  /** Enterprises an undo left in place, because they were touched since. */
  kept = 'kept',
}
registerEnumType(ImportRows, { name: 'ImportRows', description: 'Which rows of an import to show.' })

export enum ImportProblem {
  /** The import is not in a state in which this can be done. */
  WRONG_STATUS = 'WRONG_STATUS',
  /** The column of the name must be known. */
  NAME_NOT_MAPPED = 'NAME_NOT_MAPPED',
}
registerEnumType(ImportProblem, { name: 'ImportProblem', description: 'Why an import could not go on.' })

@ObjectType({ simpleResolvers: true, description: 'Which column of the file holds a field.' })
export class ColumnMapping {
  @Field(() => String, {
    description:
      'name, country, identifier, legalForm, nace, sizeBand, address, postalCode, city, website, description, platform, territory or coach',
  })
  field!: string
  @Field(() => Int, { description: 'Place of the column, counted from 0.' }) column!: number
}

@InputType()
export class ColumnMappingInput {
  @Field(() => String) field!: string
  @Field(() => Int) column!: number
}

@InputType()
export class ImportDefaultsInput {
  @Field(() => String, { nullable: true, description: 'Code of the test platform for rows that name none.' })
  platform?: string | null
  @Field(() => ID, { nullable: true, description: 'Coach for rows that name none.' }) coachMembershipId?: string | null
  @Field(() => String, { nullable: true, description: 'BE or FR, for rows that name none.' }) country?: string | null
}

@ObjectType({ simpleResolvers: true })
export class ImportDefaults {
  @Field(() => String, { nullable: true }) platform?: string | null
  @Field(() => ID, { nullable: true }) coachMembershipId?: string | null
  @Field(() => String, { nullable: true }) country?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A file of enterprises that was taken in, and how far it is.' })
export class Import {
  @Field(() => ID) id!: string
  @Field(() => String) fileName!: string
  @Field(() => ImportStatus) status!: ImportStatus
  @Field(() => [String], { description: 'Headers of the columns, as in the file.' }) headers!: string[]
  @Field(() => [ColumnMapping], { description: 'What the columns mean: chosen, or suggested while nothing is chosen.' })
  mapping!: ColumnMapping[]
  @Field(() => ImportDefaults) defaults!: ImportDefaults
  @Field(() => [[String]], { description: 'The first five rows, to recognise the columns by.' }) sample!: string[][]
  @Field(() => Int, { description: 'Rows with something in them, without the header.' }) rowCount!: number
  @Field(() => Int, { nullable: true }) createdCount?: number | null
  @Field(() => Int, { nullable: true }) updatedCount?: number | null
  @Field(() => Int, { nullable: true }) unchangedCount?: number | null
  @Field(() => Int, { nullable: true }) faultyCount?: number | null
  @Field(() => Int, { description: 'Rows done of what is under way.' }) doneCount!: number
  @Field(() => Int, {
    nullable: true,
    description: 'Enterprises an undo left in place, because they were touched since.',
  })
  keptCount?: number | null
  @Field(() => String, { nullable: true, description: 'Why it failed.' }) problem?: string | null
  @Field(() => String) authorName!: string
  @Field(() => GraphQLISODateTime) createdAt!: Date
  @Field(() => GraphQLISODateTime, { nullable: true }) appliedAt?: Date | null
  @Field(() => GraphQLISODateTime, { nullable: true }) undoneAt?: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'What is wrong with one cell.' })
export class ImportFault {
  @Field(() => String, { description: 'The field; empty for the whole row.' }) field!: string
  @Field(() => String, { nullable: true, description: 'Header of the column; null when no column holds the field.' })
  header?: string | null
  @Field(() => String, { description: 'Code; the apps have words for each.' }) code!: string
  @Field(() => String, { description: 'What the cell says.' }) text!: string
  @Field(() => Int, { nullable: true, description: 'With duplicateInFile: the first row with the same number.' })
  firstRow?: number | null
}

@ObjectType({ simpleResolvers: true, description: 'A row of an import.' })
export class ImportRow {
  @Field(() => Int, { description: 'As the spreadsheet counts: the header is row 1.' }) rowNumber!: number
  @Field(() => [String]) cells!: string[]
  @Field(() => String, { nullable: true, description: 'create, update, unchanged or faulty' }) effect?: string | null
  @Field(() => [ImportFault]) faults!: ImportFault[]
  @Field(() => ID, { nullable: true }) enterpriseId?: string | null
  @Field(() => String, { nullable: true, description: 'Name of the enterprise as it is now.' }) enterpriseName?:
    | string
    | null
  @Field(() => String, { nullable: true, description: 'What an undo did: removed, restored or kept' }) undo?:
    | string
    | null
}

@ObjectType({ simpleResolvers: true })
export class ImportRowPage {
  @Field(() => [ImportRow]) nodes!: ImportRow[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ simpleResolvers: true })
export class ImportPage {
  @Field(() => [Import]) nodes!: Import[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType({ simpleResolvers: true })
export class ImportPayload {
  @Field(() => Import, { nullable: true }) import?: Import
  @Field(() => ImportProblem, { nullable: true }) problem?: ImportProblem
}
