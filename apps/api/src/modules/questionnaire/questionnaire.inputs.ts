import { ArrayMaxSize, IsOptional, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator'
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { LIMITS } from '@vises/schema/limits'
import { PageArgs } from '../../platform/connection.ts'
import { JsonValue } from '../../platform/scalars.ts'
import { BankSource } from './questionnaire.types.ts'

/** A language as BCP 47 writes it: `fr`, `pt-BR`, `fr-x-plain`. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/

const MOST_REVISIONS = 2_000_000_000

@ArgsType()
export class QuestionnairesArgs extends PageArgs {
  @Field(() => ID) @IsUUID() enterpriseId!: string

  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  @IsOptional()
  @MaxLength(LIMITS.searchText)
  search?: string

  @Field(() => Boolean, { defaultValue: false, description: 'The archived ones instead.' }) archived!: boolean
}

@ArgsType()
export class TemplatesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  @IsOptional()
  @MaxLength(LIMITS.searchText)
  search?: string

  @Field(() => Boolean, { defaultValue: false, description: 'The archived ones instead.' }) archived!: boolean
}

@ArgsType()
export class QuestionBankArgs extends PageArgs {
  @Field(() => BankSource) source!: keyof typeof BankSource

  @Field(() => ID, { nullable: true, description: 'Whose questionnaires, for the source `own`.' })
  @IsOptional()
  @IsUUID()
  enterpriseId?: string

  @Field(() => String, { nullable: true, description: 'Part of the label, in any language.' })
  @IsOptional()
  @MaxLength(LIMITS.searchText)
  search?: string

  @Field(() => [String], { nullable: true, description: 'Kinds of question.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @MaxLength(20, { each: true })
  kinds?: string[]
}

@InputType({
  description: 'What a new questionnaire is copied from: one of them; another questionnaire is duplicated instead.',
})
export class QuestionnaireSourceInput {
  @Field(() => ID, { nullable: true, description: 'A template of the partner.' })
  @IsOptional()
  @IsUUID()
  templateId?: string

  @Field(() => String, { nullable: true, description: 'Code of a questionnaire of the method’s library.' })
  @IsOptional()
  @MaxLength(40)
  libraryCode?: string
}

@InputType()
export class CreateQuestionnaireInput {
  @Field(() => ID) @IsUUID() enterpriseId!: string

  @Field(() => QuestionnaireSourceInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  from?: QuestionnaireSourceInput

  @Field(() => String, { nullable: true, description: 'Needed for a blank one; else the title of the source stays.' })
  @IsOptional()
  @Length(1, 300)
  title?: string

  @Field(() => String, { nullable: true, description: 'Base language of a blank one; the language of the app else.' })
  @IsOptional()
  @Matches(LANGUAGE_TAG)
  baseLanguage?: string

  @Field(() => ID, { nullable: true, description: 'The evaluation it is made for.' })
  @IsOptional()
  @IsUUID()
  evaluationId?: string
}

@InputType()
export class CreateTemplateInput {
  @Field(() => QuestionnaireSourceInput, { nullable: true, description: 'The library.' })
  @IsOptional()
  @ValidateNested()
  from?: QuestionnaireSourceInput

  @Field(() => String, { nullable: true, description: 'Needed for a blank one; else the title of the source stays.' })
  @IsOptional()
  @Length(1, 300)
  title?: string

  @Field(() => String, { nullable: true, description: 'Base language of a blank one; the language of the app else.' })
  @IsOptional()
  @Matches(LANGUAGE_TAG)
  baseLanguage?: string
}

@InputType()
export class SaveDraftInput {
  @Field(() => ID, { description: 'A questionnaire or a template.' }) @IsUUID() questionnaireId!: string

  @Field(() => Int, { description: 'The revision on which the person wrote.' })
  @Min(1)
  @Max(MOST_REVISIONS)
  revision!: number

  @Field(() => JsonValue, { description: 'The whole draft, shaped as packages/questionnaire/src/model.ts says.' })
  draft!: unknown

  @Field(() => ID, { description: 'Made by the app for this save: sent again, it is saved once.' })
  @IsUUID()
  operationId!: string
}

@InputType()
export class TranslatedTextInput {
  @Field(() => String, { description: 'Where the text stands, as translation.ts writes it.' })
  @MaxLength(700)
  path!: string

  @Field(() => String, { description: 'Empty: takes the translation away.' }) @MaxLength(20_000) text!: string

  @Field(() => String, { description: 'Hash of the text it was translated from, as the person saw it.' })
  @MaxLength(40)
  sourceHash!: string

  @Field(() => String, {
    nullable: true,
    description: 'The translation that stood there; when it is another one by now, nothing is overwritten.',
  })
  @IsOptional()
  @MaxLength(20_000)
  was?: string
}

@InputType()
export class SaveTranslationsInput {
  @Field(() => ID, { description: 'A questionnaire or a template.' }) @IsUUID() questionnaireId!: string
  @Field(() => String) @Matches(LANGUAGE_TAG) language!: string

  @Field(() => [TranslatedTextInput])
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  texts!: TranslatedTextInput[]
}

@InputType()
export class QuestionnaireLanguageInput {
  @Field(() => ID, { description: 'A questionnaire or a template.' }) @IsUUID() questionnaireId!: string

  @Field(() => Int, { description: 'The revision the person saw.' })
  @Min(1)
  @Max(MOST_REVISIONS)
  revision!: number

  @Field(() => String, { description: 'A language tag: fr, nl, fr-x-plain.' })
  @Matches(LANGUAGE_TAG)
  language!: string
}

@InputType()
export class RemoveLanguageInput extends QuestionnaireLanguageInput {
  @Field(() => Boolean, { defaultValue: false, description: 'The person knows that its texts are lost.' })
  confirmed!: boolean
}

@InputType()
export class WaiverInput {
  @Field(() => String) @Matches(LANGUAGE_TAG) language!: string
  @Field(() => String) @Length(1, LIMITS.reason) reason!: string
}

@InputType()
export class PublishQuestionnaireInput {
  @Field(() => ID) @IsUUID() questionnaireId!: string

  @Field(() => Int, { description: 'The revision the person looked at.' })
  @Min(1)
  @Max(MOST_REVISIONS)
  revision!: number

  @Field(() => String, { nullable: true, description: 'What is new, in the words of the team.' })
  @IsOptional()
  @MaxLength(2000)
  note?: string

  @Field(() => [WaiverInput], { nullable: true, description: 'One for each language that is published incomplete.' })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  waivers?: WaiverInput[]

  @Field(() => String, { nullable: true, description: 'The confirmation of the preview, typed by the person.' })
  @IsOptional()
  @MaxLength(300)
  confirmLoss?: string
}

@InputType()
export class RecoverDraftInput {
  @Field(() => ID) @IsUUID() questionnaireId!: string

  @Field(() => Int, { description: 'The revision the person saw; the draft is replaced.' })
  @Min(1)
  @Max(MOST_REVISIONS)
  revision!: number

  @Field(() => Int, { description: 'Number of the version the draft becomes.' })
  @Min(1)
  @Max(MOST_REVISIONS)
  version!: number
}

@InputType()
export class SaveTestAnswerInput {
  @Field(() => ID) @IsUUID() questionnaireId!: string
  @Field(() => ID, { description: 'Made by the app: sent again, it is saved once.' }) @IsUUID() operationId!: string
  @Field(() => String) @Matches(LANGUAGE_TAG) language!: string
  @Field(() => JsonValue, { description: 'All answers by key, as model.ts says.' }) answers!: unknown
}
