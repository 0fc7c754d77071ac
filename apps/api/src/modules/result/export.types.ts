import { IsOptional, MaxLength } from 'class-validator'
import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'

export enum ExportFormat {
  csv = 'csv',
  xlsx = 'xlsx',
  sav = 'sav',
  json = 'json',
  codebook = 'codebook',
  codebookCsv = 'codebookCsv',
}
registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description:
    'csv (a .zip with one file per table when questions repeat), xlsx, sav (SPSS), json; codebook: the columns alone, as xlsx or csv.',
})

export enum ExportStatus {
  waiting = 'waiting',
  running = 'running',
  done = 'done',
  failed = 'failed',
  cancelled = 'cancelled',
}
registerEnumType(ExportStatus, { name: 'ExportStatus', description: 'How far an export is.' })

export enum ExportProblem {
  FEWER_THAN_FIVE = 'FEWER_THAN_FIVE',
  TOO_MANY_AT_ONCE = 'TOO_MANY_AT_ONCE',
  NOTHING_PUBLISHED = 'NOTHING_PUBLISHED',
}
registerEnumType(ExportProblem, {
  name: 'ExportProblem',
  description:
    'FEWER_THAN_FIVE: no wave has five answers yet; TOO_MANY_AT_ONCE: three exports are under way; NOTHING_PUBLISHED: the questionnaire has no version yet.',
})

@InputType({ description: 'How the file is written; everything may be left out.' })
export class ExportOptionsInput {
  @Field(() => Boolean, { nullable: true, description: 'CSV begins with a mark by which Excel opens accents. True.' })
  bom?: boolean | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'CSV and XLSX: choices by their words instead of their names. True.',
  })
  labels?: boolean | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'CSV: 3,5 instead of 3.5, and semicolons between columns. By the language.',
  })
  decimalComma?: boolean | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'Also one column with all choices of a multiple question joined. False.',
  })
  joined?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Also answers set aside, with the reason. False.' })
  setAside?: boolean | null
}

@InputType()
export class StartExportInput {
  @Field(() => ID) questionnaireId!: string
  @Field(() => ID, {
    nullable: true,
    description: 'Without it all waves of the questionnaire that the viewer may read.',
  })
  waveId?: string | null
  @Field(() => ExportFormat) format!: ExportFormat
  @Field(() => String, { description: 'Language of the labels: one of the questionnaire.' })
  @MaxLength(35)
  language!: string
  @Field(() => ExportOptionsInput, { nullable: true })
  @IsOptional()
  options?: ExportOptionsInput | null
}

@ObjectType({ description: 'A wave whose answers can go into a file.' })
export class ExportWave {
  @Field(() => ID) id!: string
  @Field(() => String) title!: string
}

@ObjectType({ description: 'The waves of a questionnaire that files of answers can hold for the viewer.' })
export class ExportWaves {
  @Field(() => [ExportWave], { description: 'Those that the viewer may read single answers of, oldest first.' })
  waves!: ExportWave[]
  @Field(() => Int, { description: 'How many other waves the questionnaire has; which is not told.' })
  otherWaves!: number
}

@ObjectType({ description: 'A file of answers: asked for, being written, or ready to be downloaded by who asked.' })
export class ResponseExport {
  @Field(() => ID) id!: string
  @Field(() => ID) questionnaireId!: string
  @Field(() => ID, { nullable: true }) waveId!: string | null
  @Field(() => ExportFormat) format!: ExportFormat
  @Field(() => String) language!: string
  @Field(() => ExportStatus) status!: ExportStatus
  @Field(() => Int) rowsDone!: number
  @Field(() => Int, { nullable: true, description: 'Answers in the file; counted before and checked after.' })
  rowsTotal!: number | null
  @Field(() => Float, { nullable: true }) bytes!: number | null
  @Field(() => String, { nullable: true, description: 'To check the file: its SHA-256.' }) sha256!: string | null
  @Field(() => String, { nullable: true, description: 'Why it failed: changedMeanwhile, failed.' })
  problem!: string | null
  @Field(() => String, { nullable: true, description: 'Where the file is; only who asked for it can load it.' })
  address!: string | null
  @Field(() => GraphQLISODateTime) createdAt!: Date
  @Field(() => GraphQLISODateTime, { nullable: true }) finishedAt!: Date | null
  @Field(() => GraphQLISODateTime, { description: 'When the file is deleted.' }) expiresAt!: Date
}

@ObjectType()
export class ExportPayload {
  @Field(() => ResponseExport, { nullable: true }) export?: ResponseExport
  @Field(() => ExportProblem, { nullable: true }) problem?: ExportProblem
}
