import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Day, JsonValue } from '../../platform/scalars.ts'

export enum WaveStatus {
  planned = 'planned',
  open = 'open',
  closed = 'closed',
}
registerEnumType(WaveStatus, {
  name: 'WaveStatus',
  description:
    'planned: not opened yet, or its first day is still to come; open: takes answers; closed: by hand, or its last day is over.',
})

export enum LinkKind {
  open = 'open',
  singleUse = 'singleUse',
  personal = 'personal',
}
registerEnumType(LinkKind, {
  name: 'LinkKind',
  description:
    'open: one link for everybody; singleUse: takes one answer, for printed sheets; personal: takes one answer, mailed to one person.',
})

export enum MailingKind {
  invitation = 'invitation',
  reminder = 'reminder',
}
registerEnumType(MailingKind, { name: 'MailingKind', description: 'What a round of mails was.' })

@ObjectType({ description: 'How many answers; never told exactly while it, or what follows from it, is below five.' })
export class AnswerCount {
  @Field(() => Int, { nullable: true, description: 'Empty where it may not be told.' }) count!: number | null
  @Field(() => Int, { description: 'At least so many: 0 when fewer than five, else the count or 5.' }) atLeast!: number
}

@ObjectType({ description: 'A group of people who are asked: one of the stakeholders of the map.' })
export class RespondentGroup {
  @Field(() => ID) id!: string
  @Field(() => String) name!: string
  @Field(() => Int, { nullable: true, description: 'How many people could answer, where it is known.' })
  expected!: number | null
  @Field(() => Int, { nullable: true, description: 'Most answers taken from this group.' }) quota!: number | null
  @Field(() => AnswerCount) answers!: AnswerCount
}

@ObjectType({
  description:
    'An open link, or links made together: a sheet of single-use links, or the personal links of a wave. Addresses: `linkAddresses`.',
})
export class CollectionLink {
  @Field(() => ID) id!: string
  @Field(() => LinkKind) kind!: LinkKind
  @Field(() => String) label!: string
  @Field(() => String, { nullable: true, description: 'The language the page opens in.' }) language!: string | null
  @Field(() => ID, { nullable: true }) groupId!: string | null
  @Field(() => String, { nullable: true }) groupName!: string | null
  @Field(() => Int, { description: 'How many links; 1 for an open link.' }) links!: number
  @Field(() => Int, { nullable: true, description: 'Most answers taken through an open link.' }) quota!: number | null
  @Field(() => AnswerCount, {
    nullable: true,
    description: 'Answers that came through it; an open link without quota is not counted by itself.',
  })
  used!: AnswerCount | null
  @Field(() => Boolean, { description: 'Whether all of it takes no answers any more.' }) revoked!: boolean
  @Field(() => Day, {
    nullable: true,
    description:
      'Last day on which more came through it at once than people can send: look at the answers of that day.',
  })
  flaggedOn!: string | null
  @Field(() => Day) createdOn!: string
}

@ObjectType({ description: 'A round of invitations or reminders.' })
export class WaveMailing {
  @Field(() => ID) id!: string
  @Field(() => MailingKind) kind!: MailingKind
  @Field(() => Day) sentOn!: string
  @Field(() => Int, {
    nullable: true,
    description: 'Mails sent; empty while they leave, and where it would tell that fewer than five have answered.',
  })
  count!: number | null
  @Field(() => Boolean, { description: 'Whether all mails have left.' }) finished!: boolean
  @Field(() => String, { nullable: true }) message!: string | null
  @Field(() => String) byName!: string
}

@ObjectType({ description: 'People invited by mail, as numbers.' })
export class WaveMail {
  @Field(() => Int) invitees!: number
  @Field(() => Int, { description: 'Not mailed yet.' }) waiting!: number
  @Field(() => Int, { description: 'Asked for no more mails.' }) unsubscribed!: number
  @Field(() => AnswerCount, { description: 'Answers through personal links.' }) answered!: AnswerCount
  @Field(() => Int, { description: 'Rounds of reminders that may still be sent.' }) remindersLeft!: number
}

@ObjectType({ description: 'A wave in a list.' })
export class WaveRow {
  @Field(() => ID) id!: string
  @Field(() => String) title!: string
  @Field(() => WaveStatus) status!: WaveStatus
  @Field(() => ID) questionnaireId!: string
  @Field(() => String) questionnaireTitle!: string
  @Field(() => Int) version!: number
  @Field(() => Day, { nullable: true }) opensOn!: string | null
  @Field(() => Day, { nullable: true }) closesOn!: string | null
  @Field(() => Int, { nullable: true, description: 'People who could answer, over all groups.' }) expected!:
    | number
    | null
  @Field(() => AnswerCount) answers!: AnswerCount
}

@ObjectType({ description: 'One time of asking: a published questionnaire, the people asked, and the ways to answer.' })
export class Wave {
  @Field(() => ID) id!: string
  @Field(() => ID) enterpriseId!: string
  @Field(() => ID, { nullable: true }) evaluationId!: string | null
  @Field(() => String) title!: string
  @Field(() => WaveStatus) status!: WaveStatus
  @Field(() => ID) questionnaireId!: string
  @Field(() => String) questionnaireTitle!: string
  @Field(() => Int, { description: 'The published version that is asked.' }) version!: number
  @Field(() => Int, { description: 'The newest published version.' }) latestVersion!: number
  @Field(() => GraphQLISODateTime, { nullable: true }) openedAt!: Date | null
  @Field(() => GraphQLISODateTime, { nullable: true }) closedAt!: Date | null
  @Field(() => Day, { nullable: true, description: 'First day on which answers are taken.' }) opensOn!: string | null
  @Field(() => Day, { nullable: true, description: 'Last day on which answers are taken.' }) closesOn!: string | null
  @Field(() => String, { description: 'Where its days begin and end, for example Europe/Brussels.' }) timeZone!: string
  @Field(() => [String], { description: 'Languages it is asked in.' }) languages!: string[]
  @Field(() => Boolean) anonymous!: boolean
  @Field(() => String, { description: 'Who asks, as the respondent reads it.' }) askedBy!: string
  @Field(() => JsonValue, { description: 'What the answers are for: {"<language>": "<text>"}.' }) purpose!: unknown
  @Field(() => String, { nullable: true, description: 'Whom respondents can turn to.' }) contact!: string | null
  @Field(() => Day, { nullable: true, description: 'Until when answers are kept.' }) keepUntil!: string | null
  @Field(() => Int, { nullable: true, description: 'Most answers taken.' }) quota!: number | null
  @Field(() => [String], { description: 'Keys of questions by which results may be broken down.' })
  breakdowns!: string[]
  @Field(() => JsonValue, {
    description: 'What is known of everyone who could answer: {"<key>": {"<choice>": number}}.',
  })
  knownPopulation!: unknown
  @Field(() => Int, { description: 'Most reminders a person gets.' }) mostReminders!: number
  @Field(() => Boolean, { description: 'Whether the coach may read single answers.' }) coachReadsResponses!: boolean
  @Field(() => AnswerCount) answers!: AnswerCount
  @Field(() => Int, { nullable: true }) expected!: number | null
  @Field(() => [RespondentGroup]) groups!: RespondentGroup[]
  @Field(() => [CollectionLink]) links!: CollectionLink[]
  @Field(() => [WaveMailing], { description: 'Newest first.' }) mailings!: WaveMailing[]
  @Field(() => WaveMail) mail!: WaveMail
  @Field(() => GraphQLISODateTime) createdAt!: Date
  @Field(() => String) createdByName!: string
}
