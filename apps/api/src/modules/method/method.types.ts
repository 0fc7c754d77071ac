import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { TriTextType } from '../../platform/scalars.ts'
import type { TriText } from '../../platform/tri-text.ts'
import { Route } from './compile-method.ts'

registerEnumType(Route, { name: 'Route', description: 'The way through the method: every step, or twelve screens.' })

export const FieldKindEnum = {
  shortText: 'shortText',
  longText: 'longText',
  number: 'number',
  date: 'date',
  choice: 'choice',
  choices: 'choices',
  list: 'list',
} as const
registerEnumType(FieldKindEnum, {
  name: 'FieldKind',
  description: 'How a field is filled in; a list holds items with fields.',
})

export const LightPlace = { own: 'own', merged: 'merged', leftOut: 'leftOut' } as const
registerEnumType(LightPlace, { name: 'LightPlace', description: 'Where a step stands in the light route.' })

@ObjectType('TriTextList', { description: 'Paragraphs in French, Dutch and English.' })
export class TriTextList {
  @Field(() => [String], { description: 'French' }) fr!: string[]
  @Field(() => [String], { description: 'Dutch' }) nl!: string[]
  @Field(() => [String], { description: 'English' }) en!: string[]
}

@ObjectType('MethodOption', { description: 'One choice of a list of choices; the code is what is stored.' })
export class MethodOption {
  @Field(() => String, { description: 'What is stored.' }) code!: string
  @Field(() => TriTextType, { description: 'What is read.' }) label!: TriText
}

@ObjectType('MethodItemField', { description: 'A field of an item of a list.' })
export class MethodItemField {
  @Field(() => String, { description: 'Stable inside the list.' }) key!: string
  @Field(() => FieldKindEnum, { description: 'How it is filled in.' }) kind!: string
  @Field(() => TriTextType, { description: 'What is asked.' }) label!: TriText
  @Field(() => TriTextType, { nullable: true, description: 'What belongs here.' }) help?: TriText
  @Field(() => TriTextType, { nullable: true, description: 'Shown on demand.' }) example?: TriText
  @Field(() => [MethodOption], { nullable: true, description: 'Of a choice.' }) options?: MethodOption[]
  @Field(() => Int, { nullable: true, description: 'Most choices; the largest number, where none is below 0.' })
  max?: number
  @Field(() => Int, { nullable: true, description: 'Most characters of a text.' }) maxLength?: number
  @Field(() => Boolean, { description: 'Counts for a filled-in artefact.' }) expected!: boolean
}

@ObjectType('MethodField', { description: 'One field of the artefact of a step.' })
export class MethodField extends MethodItemField {
  @Field(() => [MethodItemField], {
    nullable: true,
    description: 'The fields of an item; its keys are list/item/field.',
  })
  item?: MethodItemField[]
}

@ObjectType('MethodStep', { description: 'A step: one screen, one artefact.' })
export class MethodStepType {
  @Field(() => String, { description: 'For example 1.7' }) code!: string
  @Field(() => Int, { description: '1 to 3' }) phase!: number
  @Field(() => TriTextType) title!: TriText
  @Field(() => String, { description: 'vises, guides or own' }) origin!: string
  @Field(() => [String], { description: 'Who leads.' }) leads!: string[]
  @Field(() => [String], { description: 'Who joins in.' }) joins!: string[]
  @Field(() => TriTextType, { description: 'What is done, in one sentence.' }) summary!: TriText
  @Field(() => TriTextType, { description: 'Why it is worth the time.' }) why!: TriText
  @Field(() => TriTextList, { description: 'How to go about it.' }) guidance!: TriTextList
  @Field(() => TriTextType, { description: 'What comes out of it.' }) artefact!: TriText
  @Field(() => String, { description: 'form or question' }) tool!: string
  @Field(() => LightPlace, { description: 'Its place in the light route.' }) light!: string
  @Field(() => String, { nullable: true, description: 'The step that holds it in the light route.' })
  mergedInto?: string
  @Field(() => Int, { description: 'Typical length in calendar days.' }) typicalDays!: number
  @Field(() => [MethodField]) fields!: MethodField[]
}

@ObjectType('MethodCriterion', { description: 'A condition of a gate.' })
export class MethodCriterion {
  @Field(() => String) code!: string
  @Field(() => TriTextType) label!: TriText
  @Field(() => TriTextType, { description: 'What it means in practice.' }) help!: TriText
  @Field(() => String, { nullable: true, description: 'The rule the software can test; without it people judge.' })
  check?: string
}

@ObjectType('MethodOutcome', { description: 'What a gate can decide.' })
export class MethodOutcome {
  @Field(() => String) code!: string
  @Field(() => TriTextType) label!: TriText
  @Field(() => TriTextType, { description: 'What happens then.' }) help!: TriText
}

@ObjectType('MethodGate', { description: 'The agreement that ends a phase.' })
export class MethodGate {
  @Field(() => String, { description: 'G1, G2 or G3' }) code!: string
  @Field(() => TriTextType) title!: TriText
  @Field(() => TriTextType) summary!: TriText
  @Field(() => [MethodCriterion]) criteria!: MethodCriterion[]
  @Field(() => [MethodOutcome]) outcomes!: MethodOutcome[]
  @Field(() => [String], { description: 'Who signs: the enterprise decides, the coach co-signs.' }) signs!: string[]
}

@ObjectType('MethodPhase', { description: 'A phase of the method: steps, then a gate.' })
export class MethodPhase {
  @Field(() => Int, { description: '1 to 3' }) number!: number
  @Field(() => TriTextType) title!: TriText
  @Field(() => TriTextType) summary!: TriText
  @Field(() => [Int], { description: 'Typical months, from and to.' }) typicalMonths!: number[]
  @Field(() => [MethodStepType]) steps!: MethodStepType[]
  @Field(() => MethodGate) gate!: MethodGate
}

@ObjectType('QuestionCheck', { description: 'A line of the checklist for a good evaluation question.' })
export class QuestionCheck {
  @Field(() => String) code!: string
  @Field(() => TriTextType) label!: TriText
  @Field(() => TriTextType, { description: 'How to get there.' }) hint!: TriText
  @Field(() => TriTextType, { description: 'An example that misses it.' }) weak!: TriText
  @Field(() => TriTextType, { description: 'The same, mended.' }) better!: TriText
}

@ObjectType('MethodVersion', { description: 'A whole version of the method; it does not change once it is used.' })
export class MethodVersion {
  @Field(() => String, { description: 'For example 2018' }) code!: string
  @Field(() => TriTextType) name!: TriText
  @Field(() => String, { description: 'YYYY-MM-DD' }) publishedOn!: string
  @Field(() => TriTextType) summary!: TriText
  @Field(() => TriTextType, { description: 'What is new against the version before.' }) changes!: TriText
  @Field(() => [MethodPhase]) phases!: MethodPhase[]
  @Field(() => [QuestionCheck]) questionChecklist!: QuestionCheck[]
  @Field(() => [MethodOption]) questionTypes!: MethodOption[]
  @Field(() => [MethodOption], { description: 'What an evaluation can be for.' }) purposes!: MethodOption[]
  @Field(() => [MethodOption], { description: 'Domains of impact.' }) domains!: MethodOption[]
  @Field(() => [MethodOption], { description: 'Ways to collect.' }) collectionMethods!: MethodOption[]
}
