import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Day, JsonValue } from '../../platform/scalars.ts'
import { AnswerCount, WaveStatus } from '../collection/wave.types.ts'

@ObjectType({ description: 'Answers of a respondent group against how many people could answer.' })
export class GroupProgress {
  @Field(() => ID, { nullable: true, description: 'Empty for answers without a group.' }) groupId!: string | null
  @Field(() => String, { nullable: true }) name!: string | null
  @Field(() => Int, { nullable: true, description: 'How many people could answer.' }) expected!: number | null
  @Field(() => AnswerCount) answers!: AnswerCount
}

@ObjectType({ description: 'Answers of some days; days with few answers are told together.' })
export class DayProgress {
  @Field(() => Day) from!: string
  @Field(() => Day) to!: string
  @Field(() => Int) answers!: number
}

@ObjectType({ description: 'Answers in a language or by a channel; small ones are told together.' })
export class ShareProgress {
  @Field(() => [String]) values!: string[]
  @Field(() => AnswerCount) answers!: AnswerCount
}

@ObjectType({ description: 'How far people come: visits that reached a question.' })
export class QuestionReach {
  @Field(() => String) key!: string
  @Field(() => JsonValue) label!: unknown
  @Field(() => Float, { description: 'Share of those who began, 0 to 1.' }) share!: number
  @Field(() => Float, { description: 'Share that left between the question before and this one.' }) lost!: number
}

@ObjectType({ description: 'How often a question was left empty by those who were asked.' })
export class QuestionMissing {
  @Field(() => String) key!: string
  @Field(() => JsonValue) label!: unknown
  @Field(() => Int, { nullable: true }) missing!: number | null
  @Field(() => Int, { nullable: true, description: 'Preferred not to say.' }) declined!: number | null
  @Field(() => Float, { nullable: true, description: 'Missing and declined among those asked, 0 to 1.' })
  share!: number | null
}

@ObjectType({ description: 'Those who answered beside everyone who could: one choice of a question.' })
export class PopulationLine {
  @Field(() => String) key!: string
  @Field(() => JsonValue) label!: unknown
  @Field(() => [String], { description: 'The choice, or choices told together.' }) values!: string[]
  @Field(() => [JsonValue], { description: 'Words of these choices per language.' }) valueLabels!: unknown[]
  @Field(() => Float, { nullable: true, description: 'Share among the answers, 0 to 1.' }) answered!: number | null
  @Field(() => Float, { description: 'Share among everyone who could answer, 0 to 1.' }) population!: number
}

export enum QualitySeverity {
  problem = 'problem',
  warning = 'warning',
  note = 'note',
}
registerEnumType(QualitySeverity, {
  name: 'QualitySeverity',
  description: 'problem: results would mislead; warning: something to do; note: good to know.',
})

export enum QualityTarget {
  groups = 'groups',
  links = 'links',
  reminders = 'reminders',
  question = 'question',
  translation = 'translation',
  results = 'results',
  settings = 'settings',
}
registerEnumType(QualityTarget, {
  name: 'QualityTarget',
  description: 'Where the fix is made: a place of the collection page, the editor, the translation, or the results.',
})

@ObjectType({ description: 'Something that a rule of quality found.' })
export class QualityFinding {
  @Field(() => String, { description: 'The rule, for which the apps hold the words: groupAbsent, questionMissing …' })
  rule!: string
  @Field(() => QualitySeverity) severity!: QualitySeverity
  @Field(() => QualityTarget) target!: QualityTarget
  @Field(() => String, { nullable: true, description: 'The group, question, language or choice it is about.' })
  about!: string | null
  @Field(() => JsonValue, { description: 'What the words need: {"share": 0.42, "name": "…"}.' }) values!: unknown
}

@ObjectType({
  description:
    'What the rules of quality say. A rule that could not be checked is named: nothing found is not the same.',
})
export class QualityReport {
  @Field(() => [QualityFinding]) findings!: QualityFinding[]
  @Field(() => [String], { description: 'Rules that could not be checked.' }) unchecked!: string[]
  @Field(() => Int, { description: 'Rules that were checked.' }) checked!: number
}

@ObjectType({ description: 'How a collection goes: who answered, how far people come, and what needs attention.' })
export class CollectionProgress {
  @Field(() => ID) waveId!: string
  @Field(() => WaveStatus) status!: WaveStatus
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the counts were last brought up.' })
  asOf!: Date | null
  @Field(() => AnswerCount) answers!: AnswerCount
  @Field(() => Int, { nullable: true, description: 'People who could answer, over all groups.' }) expected!:
    | number
    | null
  @Field(() => AnswerCount, { description: 'Set aside by the enterprise; in no result.' }) setAside!: AnswerCount
  @Field(() => [GroupProgress]) groups!: GroupProgress[]
  @Field(() => [DayProgress], { description: 'From the first day on; empty while fewer than five answered.' })
  days!: DayProgress[]
  @Field(() => [ShareProgress]) languages!: ShareProgress[]
  @Field(() => [ShareProgress]) channels!: ShareProgress[]
  @Field(() => Float, { nullable: true, description: 'Sent among begun, 0 to 1; empty while it is not known.' })
  completion!: number | null
  @Field(() => Int, { nullable: true, description: 'Median time to answer, in seconds.' }) medianSeconds!: number | null
  @Field(() => [QuestionReach]) reach!: QuestionReach[]
  @Field(() => [QuestionMissing]) missing!: QuestionMissing[]
  @Field(() => [PopulationLine], { description: 'Where the wave knows its population.' }) population!: PopulationLine[]
  @Field(() => QualityReport) quality!: QualityReport
}
