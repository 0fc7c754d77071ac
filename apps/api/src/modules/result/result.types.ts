import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { PageInfo } from '../../platform/connection.ts'
import { JsonValue } from '../../platform/scalars.ts'
import { AnswerCount } from '../collection/wave.types.ts'

export enum ResultPicture {
  bars = 'bars',
  agreement = 'agreement',
  histogram = 'histogram',
  thenNow = 'thenNow',
  matrix = 'matrix',
  ranking = 'ranking',
  words = 'words',
  map = 'map',
  count = 'count',
}
registerEnumType(ResultPicture, {
  name: 'ResultPicture',
  description:
    'The picture that fits a question. bars: one bar per choice; agreement: one stacked bar of steps; histogram: ranges of a number or of days; thenNow: two distributions and their means; matrix: one stacked bar per row; ranking: mean places; words: words said by five people or more; map: territories; count: only how many answered.',
})

@ObjectType({ description: 'A value with the words for it.' })
export class ResultChoice {
  @Field(() => String) value!: string
  @Field(() => JsonValue, { description: 'Its words per language: {"fr": "…", "nl": "…"}.' }) label!: unknown
}

@ObjectType({
  description:
    'How many gave one of these values. Values of which one alone is said by fewer than five are counted together; a value that nobody chose looks the same.',
})
export class ResultCell {
  @Field(() => [String], { description: 'One value, or the values that are told together only.' }) values!: string[]
  @Field(() => Float, { nullable: true, description: 'Of a range: its lower end; empty when it is open below.' })
  from!: number | null
  @Field(() => Float, { nullable: true, description: 'Of a range: its upper end; empty when it is open above.' })
  to!: number | null
  @Field(() => Int, { nullable: true, description: 'How many; empty where it may not be told.' }) count!: number | null
  @Field(() => Float, { nullable: true, description: 'Share of those who answered, 0 to 1.' }) share!: number | null
  @Field(() => String, { nullable: true, description: 'The value among them that most gave, where that may be told.' })
  largest!: string | null
  @Field(() => Int, { nullable: true, description: 'At least so many gave the largest.' }) atLeast!: number | null
}

@ObjectType({ description: 'The mean place that one thing got in a ranking, 1 being the first.' })
export class ResultRank {
  @Field(() => String) value!: string
  @Field(() => Float, { nullable: true }) meanPlace!: number | null
  @Field(() => Int, { nullable: true, description: 'How many gave it a place.' }) n!: number | null
}

@ObjectType({ description: 'A word and how many people used it, five at least.' })
export class ResultWord {
  @Field(() => String) word!: string
  @Field(() => Int) count!: number
}

@ObjectType({
  description:
    'The figures of one question for everybody (`by` empty), for one group (`by` its value) or for the groups that are too small to stand alone (`by` is @rest), for one part of the question.',
})
export class ResultLine {
  @Field(() => String, { description: 'Empty for everybody, the value of the group, or @rest.' }) by!: string
  @Field(() => [String], { description: 'Of @rest: the groups in it; "" stands for those who belong to none.' })
  groups!: string[]
  @Field(() => String, {
    description: 'Row of a matrix; then, now or change; a place of a ranking; else empty.',
  })
  part!: string
  @Field(() => Int, { nullable: true, description: 'How many answered.' }) n!: number | null
  @Field(() => Int, { nullable: true, description: 'Were asked and left it empty.' }) missing!: number | null
  @Field(() => Int, { nullable: true, description: 'Preferred not to say.' }) declined!: number | null
  @Field(() => Int, { nullable: true, description: 'Were not asked, by the logic of the questionnaire.' })
  notAsked!: number | null
  @Field(() => Float, { nullable: true }) mean!: number | null
  @Field(() => Float, { nullable: true }) median!: number | null
  @Field(() => Float, { nullable: true, description: 'From twelve answers.' }) lowerQuartile!: number | null
  @Field(() => Float, { nullable: true, description: 'From twelve answers.' }) upperQuartile!: number | null
  @Field(() => [ResultCell]) cells!: ResultCell[]
  @Field(() => [ResultRank], { description: 'Of a ranking.' }) ranks!: ResultRank[]
  @Field(() => [ResultWord], { description: 'Of a text, most used first.' }) words!: ResultWord[]
}

@ObjectType({ description: 'The results of one question.' })
export class QuestionResult {
  @Field(() => String) key!: string
  @Field(() => String, { description: 'Kind of question: single, multiple, scale, agreement, matrix …' }) kind!: string
  @Field(() => ResultPicture) picture!: ResultPicture
  @Field(() => JsonValue, { description: 'The question per language, as last asked.' }) label!: unknown
  @Field(() => [JsonValue], { description: 'Titles of the groups it stands in, outermost first.' }) section!: unknown[]
  @Field(() => [ResultChoice], { description: 'The values in the order asked, with their words; empty for numbers.' })
  choices!: ResultChoice[]
  @Field(() => [ResultChoice], { description: 'Its parts: the rows of a matrix, then and now.' }) parts!: ResultChoice[]
  @Field(() => JsonValue, { nullable: true, description: 'What the low end of a scale means.' }) lowLabel!: unknown
  @Field(() => JsonValue, { nullable: true, description: 'What the high end of a scale means.' }) highLabel!: unknown
  @Field(() => Boolean, {
    description: 'Several answers per person: shares may add up to more than one.',
  })
  several!: boolean
  @Field(() => Boolean, {
    description: 'Asked once for each of several things: counted are people with at least one such answer.',
  })
  repeated!: boolean
  @Field(() => Boolean, { description: 'Open answers are there to be read by those who may: `openAnswers`.' })
  hasOpenAnswers!: boolean
  @Field(() => Boolean, {
    description: 'False when a version of the questionnaire changed it so that waves cannot be compared on it.',
  })
  comparable!: boolean
  @Field(() => [ResultLine], {
    description: 'Everybody first, then the groups; empty when fewer than five answered.',
  })
  lines!: ResultLine[]
}

@ObjectType({ description: 'A group of answers that results are broken down by.' })
export class ResultGroup {
  @Field(() => String, { description: 'Identifier of the group or wave, or the choice.' }) value!: string
  @Field(() => String, { nullable: true, description: 'Name of the respondent group or wave.' }) name!: string | null
  @Field(() => JsonValue, { nullable: true, description: 'Words of the choice per language.' }) label!: unknown
  @Field(() => AnswerCount) answers!: AnswerCount
}

@ObjectType({ description: 'What results can be broken down by.' })
export class ResultBreakdown {
  @Field(() => String, { description: '@group, @wave, or the key of a question.' }) by!: string
  @Field(() => JsonValue, { nullable: true, description: 'The question per language.' }) label!: unknown
}

@ObjectType({ description: 'The results of a wave: counts kept up as answers come in.' })
export class Results {
  @Field(() => ID) waveId!: string
  @Field(() => String) title!: string
  @Field(() => ID) questionnaireId!: string
  @Field(() => String) baseLanguage!: string
  @Field(() => Boolean, { description: 'False while fewer than five answers came in: then nothing is shown.' })
  shown!: boolean
  @Field(() => AnswerCount, { description: 'Answers in these results.' }) answers!: AnswerCount
  @Field(() => Boolean, {
    description: 'Whether answers wait to be counted in: while a wave is open they enter by five at least.',
  })
  moreToCome!: boolean
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the counts were last brought up.' })
  asOf!: Date | null
  @Field(() => [ResultBreakdown]) breakdowns!: ResultBreakdown[]
  @Field(() => String, { nullable: true }) by!: string | null
  @Field(() => [ResultGroup], { description: 'The groups of the breakdown asked for.' }) groups!: ResultGroup[]
  @Field(() => [QuestionResult]) questions!: QuestionResult[]
  @Field(() => [String], {
    description:
      'What to tell the reader beside these figures: counting (a job is at it), fewAnswers, waitingForFive, countedTogether, fewAnswered, smallGroups, setAside.',
  })
  explanations!: string[]
}

@ObjectType({ description: 'One open answer, without anything that leads to who gave it.' })
export class OpenAnswer {
  @Field(() => String) text!: string
  @Field(() => String) language!: string
  @Field(() => String, { description: 'Empty for the answer itself, other for the text beside "other".' })
  part!: string
}

@ObjectType({ description: 'A page of open answers, in no order of time.' })
export class OpenAnswerPage {
  @Field(() => [OpenAnswer]) nodes!: OpenAnswer[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}
