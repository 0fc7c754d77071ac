import { ArrayMaxSize, IsOptional, Length, Max, MaxLength, Min } from 'class-validator'
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Day } from '../../platform/scalars.ts'
import { REGISTER_LIMITS } from './register-table.ts'

/** What the notes were taken from. */
export enum RecordKind {
  interview = 'interview',
  focusGroup = 'focusGroup',
  lifeStory = 'lifeStory',
  observation = 'observation',
  document = 'document',
  /** Rows that the enterprise keeps anyway: exits, attendance, a waiting list. */
  register = 'register',
}
registerEnumType(RecordKind, { name: 'RecordKind', description: 'What a record was taken from.' })

/** How far the person who spoke lets the words travel. */
export enum QuoteConsent {
  /** Nobody asked yet: the words stay in the record. */
  none = 'none',
  /** Asked, the answer is awaited: the words stay in the record. */
  asked = 'asked',
  /** Inside the enterprise. */
  internal = 'internal',
  /** As far as the federation. */
  federation = 'federation',
  public = 'public',
  /** Given and taken back: the words stay in the record. */
  withdrawn = 'withdrawn',
}
registerEnumType(QuoteConsent, { name: 'QuoteConsent', description: 'How far a quote may travel.' })

export enum RecordProblem {
  /** Somebody saved in the meantime; the record in the answer is theirs. */
  CHANGED_MEANWHILE = 'CHANGED_MEANWHILE',
  /** A code of this name exists. */
  CODE_EXISTS = 'CODE_EXISTS',
  /** The passage no longer stands in the notes as it was marked. */
  NOT_IN_NOTES = 'NOT_IN_NOTES',
}
registerEnumType(RecordProblem, { name: 'RecordProblem', description: 'Why a record was not changed as asked.' })

@ObjectType({ simpleResolvers: true, description: 'A theme by which passages are found again.' })
export class RecordCode {
  @Field(() => ID) id!: string
  @Field(() => String) name!: string
  @Field(() => String, { nullable: true, description: 'When it is used and when not.' }) meaning?: string | null
  @Field(() => Int, { description: 'Excerpts that carry it.' }) excerptCount!: number
  @Field(() => Int, { description: 'Records in which it occurs.' }) recordCount!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'A passage worth keeping: what was said, by whom, how far it may travel.',
})
export class Excerpt {
  @Field(() => ID) id!: string
  @Field(() => ID) recordId!: string
  @Field(() => String) recordTitle!: string
  @Field(() => RecordKind) recordKind!: RecordKind
  @Field(() => String, { description: 'Language of the words.' }) language!: string
  @Field(() => String) text!: string
  @Field(() => String, { nullable: true, description: 'Who spoke, in words that name nobody.' }) speaker?: string | null
  @Field(() => [ID]) codeIds!: string[]
  @Field(() => QuoteConsent) consent!: QuoteConsent
  @Field(() => Day, { nullable: true, description: 'When consent was given, refused or taken back.' })
  consentOn?: string | null
  @Field(() => String) createdByName!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'An interview, focus group, life story, observation, document or register.',
})
export class FieldRecord {
  @Field(() => ID) id!: string
  @Field(() => ID) enterpriseId!: string
  @Field(() => RecordKind) kind!: RecordKind
  @Field(() => String) title!: string
  @Field(() => Day, { nullable: true }) happenedOn?: string | null
  @Field(() => String, { nullable: true, description: 'Who took part, in words that name nobody.' })
  participants?: string | null
  @Field(() => Int, { nullable: true }) participantCount?: number | null
  @Field(() => String) language!: string
  @Field(() => String) notes!: string
  @Field(() => String, { nullable: true, description: 'Where it comes from: a file, a place, a system.' })
  source?: string | null
  @Field(() => [String], { description: 'Registers: the heads of the columns.' }) columns!: string[]
  @Field(() => [[String]], { description: 'Registers: the rows, a text for each column.' }) rows!: string[][]
  @Field(() => Int, { description: 'Give it back when saving.' }) revision!: number
  @Field(() => Int) excerptCount!: number
  @Field(() => String) createdByName!: string
  @Field(() => GraphQLISODateTime) updatedAt!: Date
  @Field(() => GraphQLISODateTime, { nullable: true }) archivedAt?: Date | null
  @Field(() => Boolean) isDemo!: boolean
}

@ObjectType({ description: 'A record in a list: without its notes and rows.' })
export class RecordSummary {
  @Field(() => ID) id!: string
  @Field(() => RecordKind) kind!: RecordKind
  @Field(() => String) title!: string
  @Field(() => Day, { nullable: true }) happenedOn?: string | null
  @Field(() => String, { nullable: true }) participants?: string | null
  @Field(() => Int, { nullable: true }) participantCount?: number | null
  @Field(() => Int) excerptCount!: number
  @Field(() => Int, { description: 'Registers: how many rows.' }) rowCount!: number
  @Field(() => GraphQLISODateTime) updatedAt!: Date
  @Field(() => GraphQLISODateTime, { nullable: true }) archivedAt?: Date | null
  @Field(() => Boolean) isDemo!: boolean
}

@ObjectType({ description: 'What was collected beside questionnaires.' })
export class Records {
  @Field(() => [RecordSummary], { description: 'The latest first; at most 500.' }) records!: RecordSummary[]
  @Field(() => [RecordCode]) codes!: RecordCode[]
  @Field(() => Int, { description: 'Excerpts whose consent is asked and not answered.' }) consentsAwaited!: number
}

@ObjectType({ description: 'The record as it is now, or why it stays as it was.' })
export class RecordPayload {
  @Field(() => FieldRecord, { nullable: true }) record?: FieldRecord
  @Field(() => RecordProblem, { nullable: true }) problem?: RecordProblem
}

@ObjectType({ description: 'The excerpt as it is now, or why it was not made.' })
export class ExcerptPayload {
  @Field(() => Excerpt, { nullable: true }) excerpt?: Excerpt
  @Field(() => RecordProblem, { nullable: true }) problem?: RecordProblem
}

@ObjectType({ description: 'The code as it is now, or why it stays as it was.' })
export class CodePayload {
  @Field(() => RecordCode, { nullable: true }) code?: RecordCode
  @Field(() => RecordProblem, { nullable: true }) problem?: RecordProblem
}

@InputType({ description: 'Everything of a record that is written by hand.' })
export class RecordInput {
  @Field(() => RecordKind) kind!: RecordKind
  @Field(() => String) @Length(1, 200) title!: string
  @Field(() => Day, { nullable: true }) happenedOn?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) participants?: string | null
  @Field(() => Int, { nullable: true }) @IsOptional() @Min(0) @Max(100_000) participantCount?: number | null
  @Field(() => String) @Length(2, 35) language!: string
  @Field(() => String, { defaultValue: '' }) @MaxLength(200_000) notes!: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) source?: string | null
  @Field(() => [String], { defaultValue: [] }) @ArrayMaxSize(REGISTER_LIMITS.columns) columns!: string[]
  @Field(() => [[String]], { defaultValue: [] }) @ArrayMaxSize(REGISTER_LIMITS.rows) rows!: string[][]
}

@InputType()
export class CreateRecordInput extends RecordInput {
  @Field(() => ID) enterpriseId!: string
}

@InputType()
export class SaveRecordInput extends RecordInput {
  @Field(() => ID) recordId!: string
  @Field(() => Int) revision!: number
}

@InputType({ description: 'A passage and what is known of it.' })
export class ExcerptInput {
  @Field(() => String) @Length(1, 5000) text!: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) speaker?: string | null
  @Field(() => [ID], { defaultValue: [] }) @ArrayMaxSize(20) codeIds!: string[]
  @Field(() => QuoteConsent, { defaultValue: QuoteConsent.none }) consent!: QuoteConsent
  @Field(() => Day, { nullable: true }) consentOn?: string | null
}

@InputType()
export class SaveCodeInput {
  @Field(() => ID) enterpriseId!: string
  @Field(() => ID, { nullable: true, description: 'Absent for a new code.' }) codeId?: string | null
  @Field(() => String) @Length(1, 120) name!: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) meaning?: string | null
}
