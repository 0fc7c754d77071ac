import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.ts'
import { registerDoors } from '../access/doors.ts'
import { addLanguage, removeLanguage, setBaseLanguage } from './change-languages.ts'
import { previewPublication } from './preview-publication.ts'
import { publishQuestionnaire } from './publish-questionnaire.ts'
import {
  PublishQuestionnaireInput,
  QuestionnaireLanguageInput,
  RemoveLanguageInput,
  SaveTranslationsInput,
} from './questionnaire.inputs.ts'
import {
  PublicationPreview,
  PublishQuestionnairePayload,
  QuestionnairePayload,
  SaveTranslationsPayload,
} from './questionnaire.types.ts'
import { saveTranslations } from './save-translations.ts'

registerDoors({
  'Query.previewPublication': 'questionnaire:read',
  'Mutation.publishQuestionnaire': 'questionnaire:write',
  'Mutation.saveTranslations': ['questionnaire:write', 'template:write'],
  'Mutation.addLanguage': ['questionnaire:write', 'template:write'],
  'Mutation.removeLanguage': ['questionnaire:write', 'template:write'],
  'Mutation.setBaseLanguage': ['questionnaire:write', 'template:write'],
})

/** Languages of a questionnaire, and its way to a published version. */
@Resolver()
export class PublicationResolver {
  @Query(() => PublicationPreview, { description: 'What publishing the draft would do, and what stands in its way.' })
  previewPublication(@Arg('questionnaireId', () => ID) questionnaireId: string, @Ctx() { actor, tenant }: Context) {
    return tenant.read((db) => previewPublication(db, actor, questionnaireId))
  }

  @Mutation(() => PublishQuestionnairePayload, {
    description: 'Freezes the draft as the next version; test answers vanish.',
  })
  publishQuestionnaire(
    @Arg('input', () => PublishQuestionnaireInput) input: PublishQuestionnaireInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => publishQuestionnaire(db, actor, input))
  }

  @Mutation(() => SaveTranslationsPayload, {
    description: 'Saves translated texts one by one; others may design meanwhile.',
  })
  saveTranslations(
    @Arg('input', () => SaveTranslationsInput) input: SaveTranslationsInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => saveTranslations(db, actor, input))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Adds a language to ask in.' })
  addLanguage(
    @Arg('input', () => QuestionnaireLanguageInput) input: QuestionnaireLanguageInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => addLanguage(db, actor, input))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Takes a language out; asks first when texts would be lost.' })
  removeLanguage(
    @Arg('input', () => RemoveLanguageInput) input: RemoveLanguageInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => removeLanguage(db, actor, input))
  }

  @Mutation(() => QuestionnairePayload, { description: 'Makes another language the base; no text is lost.' })
  setBaseLanguage(
    @Arg('input', () => QuestionnaireLanguageInput) input: QuestionnaireLanguageInput,
    @Ctx() { actor, tenant }: Context,
  ) {
    return tenant.write((db) => setBaseLanguage(db, actor, input))
  }
}
