import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { QuestionCandidate, SheetContent, SubQuestion } from './question-sheet.ts'
import { HintReason } from './question-hints.ts'

registerEnumType(HintReason, {
  name: 'HintReason',
  description: 'What in the text makes a line of the checklist look unmet.',
})

@ObjectType('QuestionCandidate', { description: 'A candidate for the evaluation question.' })
export class QuestionCandidateType implements QuestionCandidate {
  @Field(() => ID, { description: 'Item of the list, as in the keys of its fields.' }) id!: string
  @Field(() => String) text!: string
  @Field(() => [String], { description: 'Lines of the checklist that people ticked.' }) checks!: string[]
  @Field(() => String, { description: 'Why it was not chosen.' }) whyNot!: string
}

@ObjectType('SubQuestion', { description: 'A part of the evaluation question.' })
export class SubQuestionType implements SubQuestion {
  @Field(() => ID) id!: string
  @Field(() => String) text!: string
}

@ObjectType('QuestionSheetContent', { description: 'The evaluation question sheet; texts that are missing are empty.' })
export class QuestionSheetContent implements SheetContent {
  @Field(() => [QuestionCandidateType]) candidates!: QuestionCandidate[]
  @Field(() => ID, { nullable: true, description: 'The chosen candidate.' }) chosen!: string | null
  @Field(() => String, { description: 'The question in its final words.' }) question!: string
  @Field(() => String) whyChosen!: string
  @Field(() => String, { nullable: true, description: 'Code of the method’s question types.' }) questionType!:
    | string
    | null
  @Field(() => [String], { description: 'Codes of the method’s purposes.' }) purposes!: string[]
  @Field(() => String, { description: 'What the answer will help decide.' }) intendedUse!: string
  @Field(() => String, { description: 'Whom the answer is for.' }) audience!: string
  @Field(() => String) scope!: string
  @Field(() => Float, { nullable: true, description: 'Working days available.' }) meansDays!: number | null
  @Field(() => [String], { description: 'Codes of the method’s impact domains.' }) domains!: string[]
  @Field(() => [SubQuestionType]) subQuestions!: SubQuestion[]
  @Field(() => String, { description: 'Stakeholders consulted outside management.' }) consulted!: string
}

@ObjectType('QuestionSheet', { description: 'The question sheet of an evaluation as it stands.' })
export class QuestionSheet extends QuestionSheetContent {
  @Field(() => ID) evaluationId!: string
  @Field(() => String, { description: 'The step whose fields it shows; saved with `saveAnswer`.' }) stepCode!: string
  @Field(() => [String], { description: 'Expected fields that hold nothing yet.' }) missing!: string[]
  @Field(() => Int, { description: 'Versions that were signed at a gate; see `gateHistory`.' }) signedVersions!: number
}

@ObjectType('QuestionHint', {
  description: 'A line of the checklist that looks unmet from the text alone; people judge.',
})
export class QuestionHint {
  @Field(() => String, { description: 'Code of the line of the checklist.' }) check!: string
  @Field(() => HintReason) reason!: HintReason
}
