import { request as playwright } from '@playwright/test'
import type { APIRequestContext } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { must } from './api.ts'
import { demo, enter } from './people.ts'

/** One demo account for each role that opens pages of its own. */
export const ROLES = [
  { account: 'lead', app: 'admin' },
  { account: 'admin.sawb', app: 'admin' },
  { account: 'coach.uriopss', app: 'admin' },
  { account: 'researcher', app: 'admin' },
  { account: 'manager.marelle', app: 'client' },
  { account: 'contributor.textura', app: 'client' },
] as const
export type Account = (typeof ROLES)[number]['account']

/** A person who signed in before the tests began. */
export interface SignedIn {
  account: Account
  app: 'admin' | 'client'
  /** The file with the session, for `storageState`. */
  state: string
  /** The actions of the access table, as the server answers them. */
  can: string[]
  /** What stands in the place of the parameters of an address: `imports/:id`. */
  values: Record<string, string>
}

const fileIn = (folder: string) => path.join(folder, 'people.json')

/** Signs in each role once; tests start from these sessions. */
export async function signInRoles(baseURL: string, folder: string): Promise<void> {
  const people: SignedIn[] = []
  for (const { account, app } of ROLES) {
    const request = await playwright.newContext({ baseURL })
    await enter(request, demo(account))
    const { viewer } = await must(request, 'Session_Viewer')
    const can: string[] = viewer.can
    const values: Record<string, string> = { ':step': '1.7', ':gate': 'G1', ':number': '1', ':code': 'A' }
    if (can.includes('cohort:read')) {
      const enterpriseId = await anEnterprise(request, can.includes('result:read') ? 'Marelle' : undefined)
      values['enterprises/:id'] = `enterprises/${enterpriseId}`
      if (can.includes('result:read')) await addReading(request, enterpriseId, values)
    }
    if (can.includes('template:write')) values['templates/:id'] = `templates/${await aTemplate(request)}`
    if (can.includes('record:write'))
      values['records/:id'] = `records/${await aRecord(request, viewer.membership.enterpriseId)}`
    if (can.includes('questionnaire:write'))
      values['questionnaires/:id'] = `questionnaires/${await aQuestionnaire(request, viewer.membership.enterpriseId)}`
    if (app === 'client') values[':wave'] = await aWave(request, viewer.membership.enterpriseId)
    if (can.includes('enterprise:import')) values['imports/:id'] = `imports/${await anImport(request)}`
    const state = path.join(folder, `${account}.json`)
    await request.storageState({ path: state })
    await request.dispose()
    people.push({ account, app, state, can, values })
  }
  writeFileSync(fileIn(folder), JSON.stringify(people))
}

/** The people of `signInRoles`. */
export function signedInRoles(): SignedIn[] {
  return JSON.parse(readFileSync(fileIn(process.env.VISES_E2E_PEOPLE!), 'utf8')) as SignedIn[]
}

/** An enterprise that has begun its evaluation; `named` picks one that has collected answers. */
async function anEnterprise(request: APIRequestContext, named?: string): Promise<string> {
  const { cohort } = await must(request, 'Cohort_List', {
    filter: named ? { text: named } : { statuses: ['active'] },
    sort: 'NAME',
    descending: false,
    first: 1,
  })
  return cohort.nodes[0].id
}

/** A questionnaire made from one of the method's. */
async function aQuestionnaire(request: APIRequestContext, enterpriseId: string): Promise<string> {
  const input = { enterpriseId, from: { libraryCode: 'marelle' } }
  const { createQuestionnaire } = await must(request, 'QuestionnairesPage_Create', { input })
  return createQuestionnaire.questionnaire.id
}

/** A file that waits for its columns to be named. */
async function anImport(request: APIRequestContext): Promise<string> {
  const answer = await request.post('/api/imports', {
    headers: { 'content-type': 'text/csv', 'x-file-name': 'entreprises.csv' },
    data: 'Nom;Commune;Remarques\nAtelier du Lavoir;Huy;\nLa Petite Scierie;Ciney;à rappeler\n',
  })
  return ((await answer.json()) as { id: string }).id
}

/** A collection of the enterprise, with its answers. */
async function aWave(request: APIRequestContext, enterpriseId: string): Promise<string> {
  const { waves } = await must(request, 'CollectionPage_List', { enterpriseId })
  return waves[0].id
}

/** What a coach reads of an enterprise: a collection with answers, and a questionnaire. */
async function addReading(request: APIRequestContext, enterpriseId: string, values: Record<string, string>) {
  const { waves } = await must(request, 'Reading_Waves', { enterpriseId })
  values[':wave'] = waves[0].id
  const { questionnaires } = await must(request, 'Reading_Questionnaires', { enterpriseId })
  values[':questionnaire'] = questionnaires.nodes[0].id
}

/** A template of the partner, made from one of the method's questionnaires. */
async function aTemplate(request: APIRequestContext): Promise<string> {
  const { createTemplate } = await must(request, 'Templates_Create', { input: { from: { libraryCode: 'marelle' } } })
  return createTemplate.questionnaire.id
}

/** A record of the enterprise, with its notes. */
async function aRecord(request: APIRequestContext, enterpriseId: string): Promise<string> {
  const { records } = await must(request, 'RecordsPage_List', { enterpriseId, archived: false })
  return records.records[0].id
}
