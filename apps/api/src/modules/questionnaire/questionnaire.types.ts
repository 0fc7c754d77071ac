import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { PageInfo } from '../../platform/connection.ts'
import { Day, JsonValue } from '../../platform/scalars.ts'

export const Publication = {
  /** Never published. */
  draft: 'draft',
  /** The draft is what was published last. */
  published: 'published',
  /** The draft has changed since. */
  changed: 'changed',
} as const
export type Publication = keyof typeof Publication
registerEnumType(Publication, {
  name: 'Publication',
  description:
    'draft: never published; published: nothing changed since; changed: published, with unpublished changes.',
})

export const ChangeClass = { safe: 'safe', breaksComparison: 'breaksComparison', losesData: 'losesData' } as const
registerEnumType(ChangeClass, {
  name: 'ChangeClass',
  description:
    'safe: results stay comparable; breaksComparison: still asked, but its answers are not like those before; losesData: what was recorded is no longer recorded.',
})

export const OriginKind = {
  template: 'template',
  questionnaire: 'questionnaire',
  library: 'library',
  workbook: 'workbook',
} as const
registerEnumType(OriginKind, { name: 'OriginKind', description: 'What a questionnaire was copied from.' })

@ObjectType('QuestionnaireOrigin', { description: 'What a questionnaire was made from.' })
export class QuestionnaireOrigin {
  @Field(() => OriginKind) kind!: keyof typeof OriginKind
  @Field(() => String, { description: 'Identifier or code of the source, or the name of the workbook.' })
  source!: string
  @Field(() => String, { description: 'Its title when it was copied.' }) title!: string
  @Field(() => Int, { nullable: true, description: 'The published version that was copied.' }) version?: number | null
}

@ObjectType('LanguageCoverage', { description: 'How much of what people see is there in one language.' })
export class LanguageCoverage {
  @Field(() => String, { description: 'A language tag: fr, nl, fr-x-plain.' }) language!: string
  @Field(() => Int, { description: 'Texts that people see.' }) total!: number
  @Field(() => Int) translated!: number
  @Field(() => Int, { description: 'Translated, but the text it was made from has changed since.' }) stale!: number
}

@ObjectType('QuestionnaireProblem', { description: 'What stands in the way of publishing.' })
export class QuestionnaireProblem {
  @Field(() => String, { description: 'Key of the question, name of the list (place `list`), or empty for the whole.' })
  key!: string
  @Field(() => String, { description: 'The property it is about: relevant, constraint, label and so on.' })
  place!: string
  @Field(() => String, { description: 'The apps have words for each.' }) code!: string
  @Field(() => JsonValue, {
    nullable: true,
    description: 'What a sentence about it needs, for example the unknown name.',
  })
  detail?: unknown
}

@ObjectType('QuestionnaireChange', { description: 'One difference between two states of a questionnaire.' })
export class QuestionnaireChange {
  @Field(() => ChangeClass) class!: keyof typeof ChangeClass
  @Field(() => String, {
    description:
      'questionAdded, questionRemoved, questionMoved, textChanged, choiceAdded, choiceRemoved, logicChanged, boundsChanged and so on.',
  })
  kind!: string
  @Field(() => String, { description: 'Key of the item, name of the list, or empty for the whole.' }) key!: string
  @Field(() => String, { nullable: true, description: 'The property, or the name of the choice.' }) place?:
    | string
    | null
  @Field(() => JsonValue, { nullable: true, description: 'What it was.' }) before?: unknown
  @Field(() => JsonValue, { nullable: true, description: 'What it is now.' }) after?: unknown
}

@ObjectType('LanguageWaiver', { description: 'Why a language was published incomplete.' })
export class LanguageWaiver {
  @Field(() => String) language!: string
  @Field(() => String) reason!: string
}

@ObjectType('QuestionnaireVersion', { description: 'A published version; it never changes again.' })
export class QuestionnaireVersion {
  @Field(() => ID) id!: string
  @Field(() => Int) number!: number
  @Field(() => String, { nullable: true }) note?: string | null
  @Field(() => [String]) languages!: string[]
  @Field(() => [QuestionnaireChange], { description: 'Against the version before.' }) changes!: QuestionnaireChange[]
  @Field(() => [LanguageWaiver]) waivers!: LanguageWaiver[]
  @Field(() => Date) publishedAt!: Date
  @Field(() => String) publishedByName!: string
}

@ObjectType('QuestionnaireVersionContent', { description: 'A published version with its whole content.' })
export class QuestionnaireVersionContent {
  @Field(() => ID) id!: string
  @Field(() => Int) number!: number
  @Field(() => JsonValue, { description: 'The questionnaire as it was published.' }) content!: unknown
  @Field(() => JsonValue, { description: 'The same with its expressions parsed, ready to be asked.' })
  compiled!: unknown
  @Field(() => Date) publishedAt!: Date
  @Field(() => String) publishedByName!: string
}

/** What a list shows and the page of one questionnaire begins with. */
@ObjectType()
abstract class QuestionnaireHead {
  @Field(() => ID) id!: string
  @Field(() => Boolean, { description: 'A template of the partner; else the questionnaire of an enterprise.' })
  isTemplate!: boolean
  @Field(() => ID, { nullable: true, description: 'Null for a template.' }) enterpriseId!: string | null
  @Field(() => String, { description: 'In the base language.' }) title!: string
  @Field(() => String) baseLanguage!: string
  @Field(() => [String], { description: 'The base language first.' }) languages!: string[]
  @Field(() => Int, { description: 'Questions of the draft.' }) questions!: number
  @Field(() => Publication) publication!: Publication
  @Field(() => Int, { nullable: true, description: 'Number of the version published last.' })
  publishedVersion!: number | null
  @Field(() => Int, { description: 'Waves that take answers now.' }) openWaves!: number
  @Field(() => [LanguageCoverage]) coverage!: LanguageCoverage[]
  @Field(() => QuestionnaireOrigin, { nullable: true }) origin!: QuestionnaireOrigin | null
  @Field(() => Date, { nullable: true, description: 'Template: shown to enterprises since.' }) offeredAt!: Date | null
  @Field(() => Date) updatedAt!: Date
  @Field(() => String) updatedByName!: string
  @Field(() => Date, { nullable: true }) archivedAt!: Date | null
  @Field(() => Boolean) isDemo!: boolean
}

@ObjectType('QuestionnaireRow', { description: 'A questionnaire or template as a list shows it.' })
export class QuestionnaireRow extends QuestionnaireHead {
  @Field(() => Int, { description: 'How many things stand in the way of publishing, at the last save.' })
  problemCount!: number
}

@ObjectType('QuestionnairePage', { description: 'One page of questionnaires or templates, changed last first.' })
export class QuestionnairePage {
  @Field(() => [QuestionnaireRow]) nodes!: QuestionnaireRow[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType('Questionnaire', {
  description: 'A questionnaire of an enterprise, or a template of a partner: its draft and its versions.',
})
export class QuestionnaireDesign extends QuestionnaireHead {
  @Field(() => ID, { nullable: true, description: 'The evaluation it was made for.' }) evaluationId!: string | null
  @Field(() => JsonValue, { description: 'The draft, shaped as packages/questionnaire/src/model.ts says.' })
  draft!: unknown
  @Field(() => Int, { description: 'Give it as `revision` with the next change.' }) draftRevision!: number
  @Field(() => JsonValue, {
    description: 'From which text each translation was made: {"<path>": {"nl": "fr:<hash>"}}; translation.ts reads it.',
  })
  translatedFrom!: unknown
  @Field(() => [QuestionnaireProblem], { description: 'What stands in the way of publishing.' })
  problems!: QuestionnaireProblem[]
  @Field(() => [QuestionnaireVersion], { description: 'The last hundred, newest first; none for a template.' })
  versions!: QuestionnaireVersion[]
  @Field(() => Int, { description: 'Test answers to the draft; they vanish when it is published.' })
  testAnswers!: number
  @Field(() => Date) createdAt!: Date
  @Field(() => [String], { description: 'Actions the person who asks may do to it.' }) can!: string[]
}

@ObjectType('DraftConflict', { description: 'Someone else saved in the meantime; nothing was overwritten.' })
export class DraftConflict {
  @Field(() => Int, { description: 'The revision that stands.' }) revision!: number
  @Field(() => JsonValue, { description: 'The draft that stands.' }) draft!: unknown
  @Field(() => JsonValue, { nullable: true, description: 'The draft that was sent and not saved.' }) yours?: unknown
  @Field(() => String, { description: 'Who saved it.' }) savedByName!: string
  @Field(() => Date) savedAt!: Date
}

export const QuestionnaireRefusal = {
  /** It is archived: restore it first. */
  archived: 'archived',
  languageAlreadyThere: 'languageAlreadyThere',
  languageNotThere: 'languageNotThere',
  isBaseLanguage: 'isBaseLanguage',
  tooManyLanguages: 'tooManyLanguages',
  /** Ask again with `confirmed`. */
  textsWouldBeLost: 'textsWouldBeLost',
} as const
registerEnumType(QuestionnaireRefusal, {
  name: 'QuestionnaireRefusal',
  description: 'Why a questionnaire was not changed.',
})

@ObjectType('QuestionnairePayload', {
  description: 'The questionnaire after the change; or the conflict, or why it was refused.',
})
export class QuestionnairePayload {
  @Field(() => QuestionnaireDesign, { nullable: true }) questionnaire?: QuestionnaireDesign
  @Field(() => DraftConflict, { nullable: true }) conflict?: DraftConflict
  @Field(() => QuestionnaireRefusal, { nullable: true }) problem?: keyof typeof QuestionnaireRefusal
  @Field(() => Int, { nullable: true, description: 'Texts that removing the language would lose.' }) textsLost?: number
}

@ObjectType('TranslationProblem', { description: 'A translated text that was not taken as sent.' })
export class TranslationProblem {
  @Field(() => String) path!: string
  @Field(() => String, {
    description:
      'unknownPath: the text is gone; tooLong; changedMeanwhile: someone else translated it, not saved; sourceChanged: saved, and marked as made from an older text.',
  })
  code!: string
  @Field(() => String, { nullable: true, description: 'What stands there now.' }) current?: string | null
}

@ObjectType('SaveTranslationsPayload', { description: 'What was taken of the translated texts.' })
export class SaveTranslationsPayload {
  @Field(() => QuestionnaireDesign, { nullable: true }) questionnaire?: QuestionnaireDesign
  @Field(() => Int, { description: 'Texts that were saved.' }) saved!: number
  @Field(() => [TranslationProblem]) problems!: TranslationProblem[]
  @Field(() => QuestionnaireRefusal, { nullable: true }) problem?: keyof typeof QuestionnaireRefusal
}

@ObjectType('TestAnswer', { description: 'A trial answer to the draft; it vanishes when the draft is published.' })
export class TestAnswer {
  @Field(() => ID) id!: string
  @Field(() => String) language!: string
  @Field(() => JsonValue) answers!: unknown
  @Field(() => Day) receivedOn!: string
}

@ObjectType('TestAnswerPage', { description: 'One page of trial answers.' })
export class TestAnswerPage {
  @Field(() => [TestAnswer]) nodes!: TestAnswer[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType('AnswerProblem', { description: 'What is wrong with one answer.' })
export class AnswerProblem {
  @Field(() => String, { description: '`key`, or `repeat[0].key`.' }) path!: string
  @Field(() => String) code!: string
}

@ObjectType('SaveTestAnswerPayload', { description: 'The trial answer, or what is wrong with it.' })
export class SaveTestAnswerPayload {
  @Field(() => TestAnswer, { nullable: true }) testAnswer?: TestAnswer
  @Field(() => [AnswerProblem]) problems!: AnswerProblem[]
}

@ObjectType('PublicationPreview', { description: 'What publishing the draft would do.' })
export class PublicationPreview {
  @Field(() => Int, { description: 'The number the version would get.' }) number!: number
  @Field(() => Int, { description: 'The revision of the draft it is about.' }) revision!: number
  @Field(() => [QuestionnaireChange], { description: 'Against the version published last; empty for the first.' })
  changes!: QuestionnaireChange[]
  @Field(() => [QuestionnaireProblem]) problems!: QuestionnaireProblem[]
  @Field(() => [LanguageCoverage], { description: 'Languages below 100 %: each needs a waiver with its reason.' })
  incomplete!: LanguageCoverage[]
  @Field(() => String, {
    nullable: true,
    description: 'When something would be lost: the text to type, sent back as `confirmLoss`.',
  })
  confirmation?: string | null
  @Field(() => Int, { description: 'Test answers that would vanish.' }) testAnswers!: number
  @Field(() => Int, { description: 'Waves that take answers now; they keep the version they were opened with.' })
  openWaves!: number
}

export const PublishProblem = {
  archived: 'archived',
  /** Nothing differs from the version published last. */
  nothingChanged: 'nothingChanged',
  /** See the preview: problems have to be mended. */
  hasProblems: 'hasProblems',
  /** A language is incomplete and has no waiver. */
  waiverNeeded: 'waiverNeeded',
  /** Something would be lost and was not confirmed. */
  confirmationNeeded: 'confirmationNeeded',
} as const
registerEnumType(PublishProblem, { name: 'PublishProblem', description: 'Why a questionnaire was not published.' })

@ObjectType('PublishQuestionnairePayload', {
  description: 'The new version; or why it was not published, with the preview that says what to mend.',
})
export class PublishQuestionnairePayload {
  @Field(() => QuestionnaireDesign, { nullable: true }) questionnaire?: QuestionnaireDesign
  @Field(() => QuestionnaireVersion, { nullable: true }) version?: QuestionnaireVersion
  @Field(() => PublishProblem, { nullable: true }) problem?: keyof typeof PublishProblem
  @Field(() => PublicationPreview, { nullable: true }) preview?: PublicationPreview
  @Field(() => DraftConflict, { nullable: true }) conflict?: DraftConflict
}

export const BankSource = { own: 'own', template: 'template', library: 'library' } as const
registerEnumType(BankSource, {
  name: 'BankSource',
  description: 'own: questionnaires of the enterprise; template: what its partner offers; library: the method.',
})

@ObjectType('BankQuestion', { description: 'A question that can be copied, with what it needs.' })
export class BankQuestion {
  @Field(() => BankSource) source!: keyof typeof BankSource
  @Field(() => String, { description: 'Identifier or code of the questionnaire or collection.' }) sourceId!: string
  @Field(() => String) sourceTitle!: string
  @Field(() => Int, { nullable: true, description: 'The version published last, if any.' }) version?: number | null
  @Field(() => String) key!: string
  @Field(() => String, { description: 'The kind of question.' }) kind!: string
  @Field(() => JsonValue, { description: 'The question itself.' }) question!: unknown
  @Field(() => JsonValue, { description: 'The choice lists it uses, by name.' }) choiceLists!: unknown
}

@ObjectType('BankQuestionPage', { description: 'One page of the question bank.' })
export class BankQuestionPage {
  @Field(() => [BankQuestion]) nodes!: BankQuestion[]
  @Field(() => PageInfo) pageInfo!: PageInfo
}

@ObjectType('LibraryQuestionnaire', { description: 'A questionnaire of the method’s library, to start from.' })
export class LibraryQuestionnaire {
  @Field(() => String) code!: string
  @Field(() => JsonValue, { description: 'By language.' }) title!: unknown
  @Field(() => JsonValue, { description: 'By language: what it is good for.' }) summary!: unknown
  @Field(() => [String]) languages!: string[]
  @Field(() => Int) questions!: number
  @Field(() => JsonValue, { description: 'The whole questionnaire, to look at before copying.' }) content!: unknown
}
