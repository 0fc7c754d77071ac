import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { PageArgs } from '../../platform/connection.ts'
import type { Context } from '../../platform/context.ts'
import { takeLargeBodies } from '../../platform/large-bodies.ts'
import { registerDoors } from '../access/doors.ts'
import { archiveQuestionnaire, restoreQuestionnaire } from './archive-questionnaire.ts'
import { createQuestionnaire, createTemplate, duplicateQuestionnaire } from './create-questionnaire.ts'
import { offerTemplate, withdrawTemplate } from './offer-template.ts'
import {
  CreateQuestionnaireInput,
  CreateTemplateInput,
  QuestionBankArgs,
  QuestionnairesArgs,
  RecoverDraftInput,
  SaveDraftInput,
  SaveTestAnswerInput,
  TemplatesArgs,
} from './questionnaire.inputs.ts'
import {
  BankQuestionPage,
  LibraryQuestionnaire,
  QuestionnaireDesign,
  QuestionnairePage,
  QuestionnairePayload,
  QuestionnaireVersionContent,
  SaveTestAnswerPayload,
  TestAnswerPage,
} from './questionnaire.types.ts'
import { questionBank, questionLibrary } from './question-bank.ts'
import { questionnaires, questionnaireTemplates } from './read-questionnaires.ts'
import { questionnaire, questionnaireVersion } from './read-questionnaire.ts'
import { recoverDraft } from './recover-draft.ts'
import { saveDraft } from './save-draft.ts'
import { clearTestAnswers, saveTestAnswer, testAnswers } from './test-answers.ts'

registerDoors({
  'Query.questionnaires': 'questionnaire:read',
  'Query.questionnaire': ['questionnaire:read', 'template:read'],
  'Query.questionnaireVersion': 'questionnaire:read',
  'Query.questionnaireTemplates': 'template:read',
  'Query.questionBank': ['questionnaire:read', 'template:read'],
  'Query.questionLibrary': ['questionnaire:read', 'template:read'],
  'Query.testAnswers': 'questionnaire:write',
  'Mutation.createQuestionnaire': 'questionnaire:write',
  'Mutation.createTemplate': 'template:write',
  'Mutation.duplicateQuestionnaire': ['questionnaire:write', 'template:write'],
  'Mutation.saveDraft': ['questionnaire:write', 'template:write'],
  'Mutation.recoverDraft': 'questionnaire:write',
  'Mutation.archiveQuestionnaire': ['questionnaire:write', 'template:write'],
  'Mutation.restoreQuestionnaire': ['questionnaire:write', 'template:write'],
  'Mutation.offerTemplate': 'template:write',
  'Mutation.withdrawTemplate': 'template:write',
  'Mutation.saveTestAnswer': 'questionnaire:write',
  'Mutation.clearTestAnswers': 'questionnaire:write',
})

// A draft is saved whole; translations and trial answers come in bundles.
takeLargeBodies('saveDraft', 'saveTranslations', 'saveTestAnswer')

@Resolver()
export class QuestionnaireResolver {
  @Query(() => QuestionnairePage, { description: 'The questionnaires of an enterprise, changed last first.' })
  questionnaires(@Args(() => QuestionnairesArgs) args: QuestionnairesArgs, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => questionnaires(db, actor, args))
  }

  @Query(() => QuestionnairePage, {
    description: 'The templates of the partner; enterprises see those that are offered.',
  })
  questionnaireTemplates(@Args(() => TemplatesArgs) args: TemplatesArgs, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => questionnaireTemplates(db, actor, args))
  }

  @Query(() => QuestionnaireDesign, { description: 'One questionnaire or template: its draft and its versions.' })
  questionnaire(@Arg('questionnaireId', () => ID) questionnaireId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => questionnaire(db, actor, questionnaireId))
  }

  @Query(() => QuestionnaireVersionContent, { description: 'A published version with its whole content.' })
  questionnaireVersion(
    @Arg('questionnaireId', () => ID) questionnaireId: string,
    @Arg('number', () => Int) number: number,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => questionnaireVersion(db, actor, questionnaireId, number))
  }

  @Query(() => BankQuestionPage, { description: 'Questions to copy, by source.' })
  questionBank(@Args(() => QuestionBankArgs) args: QuestionBankArgs, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => questionBank(db, actor, args))
  }

  @Query(() => [LibraryQuestionnaire], { description: 'The questionnaires of the method’s library, to start from.' })
  questionLibrary() {
    return questionLibrary()
  }

  @Query(() => TestAnswerPage, { description: 'Test answers to the draft.' })
  testAnswers(
    @Arg('questionnaireId', () => ID) questionnaireId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.read((db) => testAnswers(db, actor, questionnaireId, page))
  }

  @Mutation(() => QuestionnairePayload, {
    description: 'Makes a questionnaire: blank, or copied from a template, another questionnaire or the library.',
  })
  createQuestionnaire(
    @Arg('input', () => CreateQuestionnaireInput) input: CreateQuestionnaireInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => createQuestionnaire(db, actor, input))
  }

  @Mutation(() => QuestionnairePayload, {
    description: 'Makes a template of the partner; nobody else sees it until it is offered.',
  })
  createTemplate(
    @Arg('input', () => CreateTemplateInput) input: CreateTemplateInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => createTemplate(db, actor, input))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Copies the draft of a questionnaire or template beside it.' })
  duplicateQuestionnaire(@Arg('questionnaireId', () => ID) questionnaireId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => duplicateQuestionnaire(db, actor, questionnaireId))
  }

  @Mutation(() => QuestionnairePayload, {
    description:
      'Autosave of the whole draft; the same operation sent twice is saved once, nothing is overwritten silently.',
  })
  saveDraft(@Arg('input', () => SaveDraftInput) input: SaveDraftInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => saveDraft(db, actor, input))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Makes the draft what a published version was.' })
  recoverDraft(@Arg('input', () => RecoverDraftInput) input: RecoverDraftInput, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => recoverDraft(db, actor, input))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Puts a questionnaire or template away; nothing is deleted.' })
  archiveQuestionnaire(@Arg('questionnaireId', () => ID) questionnaireId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => archiveQuestionnaire(db, actor, questionnaireId))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Takes an archived questionnaire or template back into use.' })
  restoreQuestionnaire(@Arg('questionnaireId', () => ID) questionnaireId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => restoreQuestionnaire(db, actor, questionnaireId))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Shows a template to the enterprises of the partner.' })
  offerTemplate(@Arg('templateId', () => ID) templateId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => offerTemplate(db, actor, templateId))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Hides a template again; copies stay.' })
  withdrawTemplate(@Arg('templateId', () => ID) templateId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => withdrawTemplate(db, actor, templateId))
  }

  @Mutation(() => SaveTestAnswerPayload, { description: 'Keeps a trial answer to the draft until it is published.' })
  saveTestAnswer(
    @Arg('input', () => SaveTestAnswerInput) input: SaveTestAnswerInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => saveTestAnswer(db, actor, input))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Throws the trial answers away.' })
  clearTestAnswers(@Arg('questionnaireId', () => ID) questionnaireId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.write((db) => clearTestAnswers(db, actor, questionnaireId))
  }
}
