import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Day, TriTextType } from '../../platform/scalars.ts'
import type { TriText } from '../../platform/tri-text.ts'

/** Expected refusals of deeds about an enterprise. */
export enum EnterpriseProblem {
  /** The partner already has an enterprise with this number. */
  DUPLICATE_IDENTIFIER = 'DUPLICATE_IDENTIFIER',
}
registerEnumType(EnterpriseProblem, { name: 'EnterpriseProblem', description: 'Why an enterprise could not be saved.' })

@ObjectType({ simpleResolvers: true, description: 'A legal form that an enterprise can have in one country.' })
export class LegalForm {
  @Field(() => String) code!: string
  @Field(() => String, { description: 'BE or FR' }) country!: string
  @Field(() => TriTextType) label!: TriText
}

@ObjectType({
  simpleResolvers: true,
  description: 'A territory an enterprise is linked with: its seat, a site, or a part of its service area.',
})
export class EnterpriseTerritory {
  @Field(() => String, { description: 'Code of the territory.' }) code!: string
  @Field(() => TriTextType) name!: TriText
  @Field(() => String, { description: 'seat, site or serviceArea' }) link!: string
}

@ObjectType({ simpleResolvers: true, description: 'Who accompanied an enterprise, from when to when.' })
export class Accompaniment {
  @Field(() => ID) id!: string
  @Field(() => String) coachName!: string
  @Field(() => Day) startsOn!: string
  @Field(() => Day, { nullable: true, description: 'Null: still so.' }) endsOn?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A federation an enterprise belongs to, from when to when.' })
export class Affiliation {
  @Field(() => ID) id!: string
  @Field(() => ID) federationId!: string
  @Field(() => String) federationCode!: string
  @Field(() => String) federationName!: string
  @Field(() => Day) startsOn!: string
  @Field(() => Day, { nullable: true, description: 'Null: still so.' }) endsOn?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A test platform an enterprise takes part in, from when to when.' })
export class Participation {
  @Field(() => ID) id!: string
  @Field(() => String) platformCode!: string
  @Field(() => TriTextType) platformName!: TriText
  @Field(() => Day) startsOn!: string
  @Field(() => Day, { nullable: true, description: 'Null: still so.' }) endsOn?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A person who works on the evaluation of an enterprise, or was invited to.',
})
export class EnterprisePerson {
  @Field(() => ID, { description: 'Of the membership or of the open invitation.' }) id!: string
  @Field(() => String, { nullable: true, description: 'Null while invited.' }) name?: string | null
  @Field(() => String) email!: string
  @Field(() => String, { description: 'manager or contributor' }) role!: string
  @Field(() => Boolean, { description: 'Invited, not yet come.' }) invited!: boolean
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the open invitation ends.' })
  expiresAt?: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'One run of the path by an enterprise, as lists show it.' })
export class EnterpriseEvaluation {
  @Field(() => ID) id!: string
  @Field(() => String) methodCode!: string
  @Field(() => String, { description: 'full or light' }) route!: string
  @Field(() => String, { description: 'active, paused, stopped or completed' }) status!: string
  @Field(() => String, { nullable: true }) stopReason?: string | null
  @Field(() => Int) phase!: number
  @Field(() => String) currentStep!: string
  @Field(() => Int) stepsDone!: number
  @Field(() => Int) stepsTotal!: number
  @Field(() => Day) startedOn!: string
  @Field(() => Day) plannedEndOn!: string
  @Field(() => Day, { nullable: true }) endedOn?: string | null
  @Field(() => String, { description: 'private, federation, platform or crossBorder' }) sharing!: string
  @Field(() => GraphQLISODateTime) lastActivityAt!: Date
  @Field(() => Boolean, { description: 'The run the enterprise works on now.' }) current!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'A dated meeting of the coach with the enterprise.' })
export class SupportSession {
  @Field(() => ID) id!: string
  @Field(() => ID) enterpriseId!: string
  @Field(() => String) enterpriseName!: string
  @Field(() => Day) heldOn!: string
  @Field(() => Int, { nullable: true, description: 'How long it took.' }) minutes?: number | null
  @Field(() => String) notes!: string
  @Field(() => String) nextActions!: string
  @Field(() => String) authorName!: string
  @Field(() => Boolean, { description: 'Written by the person who asks, who may change it.' }) mine!: boolean
  @Field(() => GraphQLISODateTime) updatedAt!: Date
}

@ObjectType({
  simpleResolvers: true,
  description: 'A request to move an enterprise to another partner, not yet decided.',
})
export class OpenTransfer {
  @Field(() => ID) id!: string
  @Field(() => ID) toPartnerId!: string
  @Field(() => String) toPartnerName!: string
  @Field(() => String) reason!: string
  @Field(() => String) requestedByName!: string
  @Field(() => GraphQLISODateTime) requestedAt!: Date
}

@ObjectType({ simpleResolvers: true, description: 'An enterprise of the social economy that evaluates its impact.' })
export class Enterprise {
  @Field(() => ID) id!: string
  @Field(() => String) name!: string
  @Field(() => String, { description: 'BE or FR' }) country!: string
  @Field(() => String, { nullable: true, description: 'Code of the legal form.' }) legalForm?: string | null
  @Field(() => String, { nullable: true, description: 'BCE (10 digits) in Belgium, SIRET (14 digits) in France.' })
  identifier?: string | null
  @Field(() => String, { nullable: true, description: 'NACE or NAF code.' }) nace?: string | null
  @Field(() => String, { nullable: true, description: 'upTo4, 5to9, 10to49, 50to249 or 250plus workers' }) sizeBand?:
    | string
    | null
  @Field(() => String, { nullable: true }) address?: string | null
  @Field(() => String, { nullable: true }) postalCode?: string | null
  @Field(() => String, { nullable: true }) city?: string | null
  @Field(() => String, { nullable: true, description: 'http or https only.' }) website?: string | null
  @Field(() => String, { nullable: true }) description?: string | null
  @Field(() => String, { description: 'recruited, pending (invited), declined or started' }) recruitment!: string
  @Field(() => ID, { nullable: true, description: 'The evaluation it works on now.' }) currentEvaluationId?:
    | string
    | null
  @Field(() => ID, { nullable: true, description: 'The membership of the coach of today.' }) coachMembershipId?:
    | string
    | null
  @Field(() => String, { nullable: true }) coachName?: string | null
  @Field(() => Boolean, { description: 'Part of the demo content.' }) isDemo!: boolean
  @Field(() => GraphQLISODateTime) createdAt!: Date
  @Field(() => GraphQLISODateTime) updatedAt!: Date
  @Field(() => [EnterpriseTerritory], { description: 'Seat, sites and service areas.' })
  territories!: EnterpriseTerritory[]
  @Field(() => [Accompaniment], { description: 'Newest first.' }) accompaniments!: Accompaniment[]
  @Field(() => [Affiliation], { description: 'Newest first.' }) affiliations!: Affiliation[]
  @Field(() => [Participation], { description: 'Newest first.' }) participations!: Participation[]
  @Field(() => [EnterprisePerson], {
    description: 'Members and open invitations; empty for readers who may not see them.',
  })
  people!: EnterprisePerson[]
  @Field(() => [SupportSession], { description: 'The last 50, newest first; empty for readers who may not see them.' })
  supportSessions!: SupportSession[]
  @Field(() => [EnterpriseEvaluation], { description: 'Newest first.' }) evaluations!: EnterpriseEvaluation[]
  @Field(() => OpenTransfer, { nullable: true, description: 'A transfer that waits for the other partner.' })
  openTransfer?: OpenTransfer | null
  @Field(() => [String], { description: 'Actions the person who asks may do to it.' }) can!: string[]
}

@InputType()
export class EnterpriseInput {
  @Field(() => String) name!: string
  @Field(() => String, { description: 'BE or FR' }) country!: string
  @Field(() => String, { nullable: true }) legalForm?: string | null
  @Field(() => String, { nullable: true, description: 'BCE or SIRET, spaces and dots allowed.' }) identifier?:
    | string
    | null
  @Field(() => String, { nullable: true, description: 'For example 88.99 or 8899B.' }) nace?: string | null
  @Field(() => String, { nullable: true }) sizeBand?: string | null
  @Field(() => String, { nullable: true }) address?: string | null
  @Field(() => String, { nullable: true }) postalCode?: string | null
  @Field(() => String, { nullable: true }) city?: string | null
  @Field(() => String, { nullable: true }) website?: string | null
  @Field(() => String, { nullable: true }) description?: string | null
}

@ObjectType()
export class SaveEnterprisePayload {
  @Field(() => Enterprise, { nullable: true }) enterprise?: Enterprise
  @Field(() => EnterpriseProblem, { nullable: true }) problem?: EnterpriseProblem
}
