import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'

/** The roles, as GraphQL knows them. */
export enum RoleName {
  platformLead = 'platformLead',
  researcher = 'researcher',
  partnerAdmin = 'partnerAdmin',
  coach = 'coach',
  manager = 'manager',
  contributor = 'contributor',
}
registerEnumType(RoleName, {
  name: 'RoleName',
  description: 'A role: of the programme, of a partner, or of an enterprise.',
})

@ObjectType({ description: 'A person’s role at a partner or at one of its enterprises.' })
export class Member {
  @Field(() => ID, { description: 'Of the membership.' }) id!: string
  @Field(() => ID, { description: 'Of the account.' }) userId!: string
  @Field(() => String) name!: string
  @Field(() => String) email!: string
  @Field(() => RoleName) role!: RoleName
  @Field(() => ID, { nullable: true }) enterpriseId?: string | null
  @Field(() => String, { nullable: true }) enterpriseName?: string | null
  @Field(() => Date) since!: Date
  @Field(() => Boolean, { description: 'It is the person who asks.' }) isMe!: boolean
  @Field(() => Int, { description: 'Enterprises accompanied today; without a coach when the role ends.' })
  enterpriseCount!: number
}

@ObjectType({ description: 'An invitation by mail that waits for an answer.' })
export class Invitation {
  @Field(() => ID) id!: string
  @Field(() => String) email!: string
  @Field(() => RoleName) role!: RoleName
  @Field(() => ID, { nullable: true }) enterpriseId?: string | null
  @Field(() => String, { nullable: true }) enterpriseName?: string | null
  @Field(() => String) invitedByName!: string
  @Field(() => Date) createdAt!: Date
  @Field(() => Date) expiresAt!: Date
  @Field(() => Boolean, { description: 'It can no longer be accepted; send it again.' }) expired!: boolean
}
