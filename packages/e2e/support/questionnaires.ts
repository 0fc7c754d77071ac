import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { APIRequestContext, Browser } from '@playwright/test'
import { must } from './api.ts'
import { aPicture } from './picture.ts'
import { administratorOf, anEnterprise, joined, newPerson } from './people.ts'

/** Somebody who runs a new enterprise, and may ask its people. */
export async function aManager(browser: Browser, first: string) {
  const admin = await administratorOf(browser, 'atout-ei', first)
  const enterpriseId = await anEnterprise(admin.context.request, newPerson(first).name)
  const manager = await joined(browser, admin.context.request, 'manager', first, enterpriseId)
  await admin.context.close()
  return { ...manager, enterpriseId }
}

/** Keeps a picture for questions; answers its address. */
export async function aPictureFor(by: APIRequestContext, enterpriseId: string): Promise<string> {
  const { createQuestionnaire } = await must(by, 'QuestionnairesPage_Create', {
    input: { enterpriseId, title: 'Images', baseLanguage: 'fr' },
  })
  const answer = await by.post(`/api/questionnaires/${createQuestionnaire.questionnaire.id}/media?kind=image`, {
    headers: { 'content-type': 'application/octet-stream', origin: process.env.VISES_E2E_URL! },
    data: aPicture(64, 48),
  })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { address: string }).address
}

/** Publishes a questionnaire in all its languages, complete or not; answers its id. */
export async function published(by: APIRequestContext, enterpriseId: string, draft: any): Promise<string> {
  const { createQuestionnaire } = await must(by, 'QuestionnairesPage_Create', {
    input: { enterpriseId, title: draft.title[draft.baseLanguage], baseLanguage: draft.baseLanguage },
  })
  const { id } = createQuestionnaire.questionnaire
  const { saveDraft } = await must(by, 'Questionnaire_SaveDraft', {
    input: { questionnaireId: id, operationId: randomUUID(), revision: 1, draft },
  })
  expect(saveDraft.problem).toBeNull()
  const waivers = draft.languages.map((language: string) => ({ language, reason: 'Essai' }))
  const { publishQuestionnaire } = await must(by, 'Questionnaire_Publish', {
    input: { questionnaireId: id, revision: saveDraft.questionnaire.draftRevision, waivers },
  })
  expect(publishQuestionnaire.problem).toBeNull()
  return id
}

/** Opens a collection with a questionnaire and makes an open link to it. */
export async function anOpenLink(by: APIRequestContext, questionnaireId: string) {
  const { createWave } = await must(by, 'CollectionPage_Create', {
    input: {
      questionnaireId,
      version: 1,
      settings: {
        askedBy: 'Textura ASBL',
        contact: 'maude@textura.example',
        keepUntil: '2030-12-31',
        purpose: {
          fr: 'Pour améliorer le parcours.',
          nl: 'Om het traject te verbeteren.',
          en: 'To improve the pathway.',
        },
      },
    },
  })
  const waveId: string = createWave.wave.id
  expect((await must(by, 'CollectionPage_Open', { id: waveId })).openWave.problem).toBeNull()
  const { createLink } = await must(by, 'CollectionPage_CreateLink', { input: { waveId, label: 'Affiche' } })
  const linkId: string = createLink.wave.links[0].id
  const { linkAddresses } = await must(by, 'CollectionPage_Addresses', { waveId, linkIds: [linkId] })
  const address: string = linkAddresses[0].address
  return { waveId, linkId, path: address.slice(address.indexOf('/q/')), token: address.split('#')[1]! }
}

/** All answers of a collection as the API gives them away: from five on. */
export async function answersOf(
  by: APIRequestContext,
  questionnaireId: string,
  waveId: string,
): Promise<Record<string, any>[]> {
  const { startExport } = await must(by, 'ResultsPage_StartExport', {
    input: { questionnaireId, waveId, format: 'json', language: 'fr' },
  })
  expect(startExport.problem).toBeNull()
  let address: string | undefined
  await expect
    .poll(
      async () => {
        const { exports } = await must(by, 'ResultsPage_Exports', { questionnaireId })
        const made = exports.find(({ id }: { id: string }) => id === startExport.export.id)
        address = made.address
        return made.status
      },
      { timeout: 20_000 },
    )
    .toBe('done')
  const { answers } = await (await by.get(address!)).json()
  return answers
}

const T = (fr: string, nl: string, en: string, more = {}) => ({ fr, nl, en, ...more })
const list = (...rows: [string, string, string, string][]) =>
  rows.map(([name, fr, nl, en]) => ({ name, label: T(fr, nl, en) }))

/** A questionnaire as a workshop would ask it: one question of most kinds, in four languages and a plain variant. */
export const PATHWAY = {
  title: T('Votre parcours', 'Uw traject', 'Your pathway', { 'fr-x-plain': 'Votre travail ici', ar: 'مسارك' }),
  introduction: T('Dites-nous ce qui aide.', 'Vertel ons wat helpt.', 'Tell us what helps.', {
    ar: 'أخبرنا بما يساعد.',
  }),
  thanks: T('Les résultats seront affichés en juin.', 'De resultaten komen in juni.', 'The results come in June.'),
  baseLanguage: 'fr',
  languages: ['fr', 'nl', 'en', 'fr-x-plain', 'ar'],
  choiceLists: {
    since: list(
      ['short', 'Moins de 3 mois', 'Minder dan 3 maanden', 'Less than 3 months'],
      ['long', 'Plus de 3 mois', 'Meer dan 3 maanden', 'More than 3 months'],
    ),
    able: list(
      ['time', 'arriver à l’heure', 'op tijd komen', 'arrive on time'],
      ['help', 'demander de l’aide', 'hulp vragen', 'ask for help'],
    ),
    plans: list(
      ['job', 'un emploi', 'een job', 'a job'],
      ['training', 'une formation', 'een opleiding', 'training'],
      ['health', 'ma santé', 'mijn gezondheid', 'my health'],
    ),
  },
  items: [
    {
      key: 'agree',
      kind: 'consent',
      required: true,
      label: T(
        'J’accepte que mes réponses soient utilisées sans mon nom.',
        'Ik ga akkoord dat mijn antwoorden zonder mijn naam gebruikt worden.',
        'I agree that my answers are used without my name.',
      ),
    },
    {
      key: 'since',
      kind: 'single',
      choices: 'since',
      label: T('Depuis quand êtes-vous ici ?', 'Sinds wanneer bent u hier?', 'Since when have you been here?', {
        'fr-x-plain': 'Vous êtes ici depuis quand ?',
      }),
    },
    {
      key: 'confidence',
      kind: 'thenNow',
      label: T('Ma confiance en moi', 'Mijn zelfvertrouwen', 'My self-confidence'),
      lowLabel: T('pas du tout', 'helemaal niet', 'not at all'),
      highLabel: T('tout à fait', 'helemaal', 'fully'),
    },
    { key: 'able', kind: 'matrix', rows: 'able', label: T('Je me sens capable de', 'Ik kan', 'I feel able to') },
    { key: 'plans', kind: 'ranking', choices: 'plans', label: T('Mes projets', 'Mijn plannen', 'My plans') },
    {
      key: 'clear',
      kind: 'scale',
      required: true,
      label: T('Voyez-vous la suite ?', 'Ziet u wat volgt?', 'Do you see what comes next?'),
    },
    {
      key: 'story',
      kind: 'longText',
      label: T('Racontez un moment', 'Vertel over een moment', 'Tell us about a moment'),
    },
  ],
}
