import type { Item, Question, Questionnaire } from '@vises/questionnaire/model.ts'
import { must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'

/** A question with a label in French, and in Dutch unless told otherwise. */
export const aQuestion = (key: string, more: Partial<Question> = {}): Question => ({
  key,
  kind: 'shortText',
  label: { fr: `fr ${key}`, nl: `nl ${key}` },
  ...more,
})

/** A draft in French and Dutch. */
export const aDraft = (items: Item[] = [aQuestion('first')], more: Partial<Questionnaire> = {}): Questionnaire => ({
  title: { fr: 'Enquête', nl: 'Bevraging' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists: {},
  items,
  ...more,
})

export const DESIGN = `fragment Design on Questionnaire {
  id isTemplate enterpriseId evaluationId title baseLanguage languages questions publication publishedVersion openWaves
  draft draftRevision translatedFrom testAnswers offeredAt archivedAt updatedByName can
  origin { kind source title version } coverage { language total translated stale } problems { key place code detail }
  versions { number note languages changes { class kind key place } waivers { language reason } publishedByName }
}`

const PAYLOAD = `questionnaire { ...Design } problem textsLost
  conflict { revision draft yours savedByName savedAt }`

const CREATE = `mutation Create($input: CreateQuestionnaireInput!) { createQuestionnaire(input: $input) { ${PAYLOAD} } } ${DESIGN}`
const CREATE_TEMPLATE = `mutation Create($input: CreateTemplateInput!) { createTemplate(input: $input) { ${PAYLOAD} } } ${DESIGN}`
const SAVE = `mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { ${PAYLOAD} } } ${DESIGN}`
const PUBLISH = `mutation Publish($input: PublishQuestionnaireInput!) { publishQuestionnaire(input: $input) {
  problem version { number note waivers { language reason } changes { class kind key place } } questionnaire { ...Design }
  preview { number confirmation changes { class kind key place } problems { key place code detail } incomplete { language total translated }
    testAnswers openWaves }
  conflict { revision } } } ${DESIGN}`

export const QUERY = `query One($questionnaireId: ID!) { questionnaire(questionnaireId: $questionnaireId) { ...Design } } ${DESIGN}`

/** What the API answers. */
// oxlint-disable-next-line typescript/no-explicit-any -- each test looks at the fields it asked for
type Answered = Record<string, any>

/** A questionnaire as the API shows it. */
export type Shown = Answered & { id: string; draft: Questionnaire; draftRevision: number }

/** Makes a questionnaire by the manager of the enterprise; with a draft, saves it. */
export async function aQuestionnaire(
  world: World,
  enterprise: Pick<EnterpriseOfTest, 'id' | 'manager'>,
  draft?: Questionnaire,
): Promise<Shown> {
  const input = { enterpriseId: enterprise.id, title: 'Enquête', baseLanguage: 'fr' }
  const { createQuestionnaire } = await must(world, enterprise.manager, CREATE, { input })
  const made = createQuestionnaire.questionnaire
  return draft ? (await save(world, enterprise.manager, made, draft)).questionnaire : made
}

/** Makes a questionnaire from something else. */
export async function aCopy(
  world: World,
  enterprise: Pick<EnterpriseOfTest, 'id' | 'manager'>,
  from: Record<string, string>,
  more: Record<string, unknown> = {},
): Promise<Shown> {
  const input = { enterpriseId: enterprise.id, from, ...more }
  return (await must(world, enterprise.manager, CREATE, { input })).createQuestionnaire.questionnaire
}

/** Makes a template of the partner; with a draft, saves it. */
export async function aTemplate(world: World, staff: Actor, draft?: Questionnaire): Promise<Shown> {
  const input = { title: 'Modèle', baseLanguage: 'fr' }
  const { createTemplate } = await must(world, staff, CREATE_TEMPLATE, { input })
  return draft
    ? (await save(world, staff, createTemplate.questionnaire, draft)).questionnaire
    : createTemplate.questionnaire
}

/** One save as the apps send it; a fresh operation on the revision that was seen, unless given. */
export async function save(
  world: World,
  actor: Actor,
  { id, draftRevision }: Pick<Shown, 'id' | 'draftRevision'>,
  draft: unknown,
  more: { operationId?: string; revision?: number } = {},
): Promise<Answered> {
  const input = { questionnaireId: id, revision: draftRevision, draft, operationId: newId(), ...more }
  return (await must(world, actor, SAVE, { input })).saveDraft
}

/** The questionnaire as it stands. */
export const look = async (world: World, actor: Actor, id: string): Promise<Shown> =>
  (await must(world, actor, QUERY, { questionnaireId: id })).questionnaire

/** Publishes the draft as it stands, with whatever else the person says. */
export async function publish(
  world: World,
  actor: Actor,
  { id, draftRevision }: Pick<Shown, 'id' | 'draftRevision'>,
  more: Record<string, unknown> = {},
): Promise<Answered> {
  const input = { questionnaireId: id, revision: draftRevision, ...more }
  return (await must(world, actor, PUBLISH, { input })).publishQuestionnaire
}
