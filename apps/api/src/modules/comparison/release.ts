import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { TriTextType } from '../../platform/scalars.ts'

@ObjectType({ description: 'What a cell must hold to be shown.' })
export class ReleaseRules {
  @Field(() => Int, { description: 'Fewest enterprises in a cell.' }) minEnterprises!: number
  @Field(() => Int, { description: 'Fewest partners in a cell.' }) minPartners!: number
  @Field(() => Float, { description: 'Largest share of one partner in a cell, 0 to 1.' }) maxPartnerShare!: number
  @Field(() => TriTextType, { description: 'The rules in plain words, as they stood when the release was made.' })
  text!: TriTextType
}

@ObjectType({ description: 'A numbered release of the comparison: frozen on the day it was made.' })
export class Release {
  @Field(() => ID) id!: string
  @Field(() => Int) number!: number
  @Field(() => GraphQLISODateTime) computedAt!: Date
  @Field(() => String, { nullable: true, description: 'What the lead noted when making it.' }) note?: string | null
}

@ObjectType({ description: 'One cell: how many enterprises. Null is "not shown": too few, too alike, or none at all.' })
export class ReleaseCell {
  @Field(() => String, { description: 'A, B, C, or all' }) platform!: string
  @Field(() => String, { description: 'FR, WA, VL, BRU, or all' }) territory!: string
  @Field(() => Int, { nullable: true }) value?: number | null
}

@ObjectType({ description: 'One line of a theme, for example a type of question.' })
export class ReleaseItem {
  @Field(() => String) code!: string
  @Field(() => TriTextType) label!: TriTextType
  @Field(() => [ReleaseCell], {
    description: 'Every platform by every territory, with "all" as margin, in a fixed order.',
  })
  cells!: ReleaseCell[]
}

@ObjectType({
  description: 'A table of the release; its lines keep the order of the method, never that of the values.',
})
export class ReleaseTheme {
  @Field(() => String, { description: 'questionType, domain, method, phaseReached or purpose' }) code!: string
  @Field(() => TriTextType) label!: TriTextType
  @Field(() => [ReleaseItem]) items!: ReleaseItem[]
}

@ObjectType({ description: 'Evaluations that the release leaves out for one reason.' })
export class LeftOut {
  @Field(() => String, { description: 'private, federation, platform, noQuestion or notStarted' }) reason!: string
  @Field(() => Int, { nullable: true, description: 'Null: not shown, or none.' }) count?: number | null
}

@ObjectType({ description: 'What a release counts, and what it does not show.' })
export class ReleaseCoverage {
  @Field(() => Int, { nullable: true, description: 'Evaluations counted; null: not shown.' }) counted?: number | null
  @Field(() => Int, { nullable: true, description: 'Partners whose enterprises are counted; null: not shown.' })
  partners?: number | null
  @Field(() => [LeftOut]) leftOut!: LeftOut[]
  @Field(() => Int, { description: 'Cells with a value for the viewer.' }) cellsShown!: number
  @Field(() => Int, { description: 'Cells without: suppressed and empty ones together.' }) cellsNotShown!: number
}

@ObjectType({ description: 'A release with its tables, as the viewer may see them.' })
export class ReleaseTables extends Release {
  @Field(() => ReleaseRules) rules!: ReleaseRules
  @Field(() => ReleaseCoverage) coverage!: ReleaseCoverage
  @Field(() => [ReleaseTheme]) themes!: ReleaseTheme[]
}

export enum ReleaseProblem {
  NOTHING_SHARED = 'NOTHING_SHARED',
}
registerEnumType(ReleaseProblem, {
  name: 'ReleaseProblem',
  description: 'NOTHING_SHARED: no enterprise shares its evaluation across the border yet.',
})

@ObjectType()
export class CreateReleasePayload {
  @Field(() => ID, {
    nullable: true,
    description: 'Identifier that the release will have; it appears in `releases` once computed.',
  })
  releaseId?: string | null
  @Field(() => ReleaseProblem, { nullable: true }) problem?: ReleaseProblem | null
}
