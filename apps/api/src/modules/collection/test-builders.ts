import { randomUUID } from 'node:crypto'
import { compile } from '@vises/questionnaire/compile.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { aSite, send } from '../../../test/http-bench.ts'
import type { Answer, Site } from '../../../test/http-bench.ts'
import { must, tenantOf } from '../../../test/world.ts'
import type { Row } from '../../../test/planted-rows.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import { withTerritories } from '../questionnaire/with-territories.ts'

/** A short questionnaire with one question of most kinds. */
export const aQuestionnaire = (overrides: Partial<Questionnaire> = {}): Questionnaire => ({
  title: { fr: 'Votre avis', nl: 'Uw mening', en: 'Your view' },
  introduction: { fr: 'Bonjour', nl: 'Dag', en: 'Hello' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl', 'en'],
  choiceLists: {
    places: [
      { name: 'lille', label: { fr: 'Lille', nl: 'Rijsel', en: 'Lille' } },
      { name: 'kortrijk', label: { fr: 'Courtrai', nl: 'Kortrijk', en: 'Kortrijk' } },
    ],
  },
  items: [
    { kind: 'consent', key: 'agree', label: { fr: 'J’accepte', nl: 'Ik stem in', en: 'I agree' } },
    { kind: 'single', key: 'place', choices: 'places', label: { fr: 'Où ?', nl: 'Waar?', en: 'Where?' } },
    { kind: 'scale', key: 'score', required: true, label: { fr: 'Note', nl: 'Score', en: 'Score' } },
    { kind: 'longText', key: 'why', relevant: '${score} < 5', label: { fr: 'Pourquoi ?', nl: 'Waarom?', en: 'Why?' } },
    { kind: 'file', key: 'photo', label: { fr: 'Photo', nl: 'Foto', en: 'Photo' } },
  ],
  ...overrides,
})

/** A published version of a questionnaire, as publishing leaves it. */
export async function aVersion(
  world: World,
  { partner, id, manager }: EnterpriseOfTest,
  content = aQuestionnaire(),
  { questionnaireId = newId(), number = 1 }: { questionnaireId?: string; number?: number } = {},
): Promise<{ questionnaireId: string; version: number }> {
  await tenantOf(world, manager).write(async (db) => {
    const compiled = JSON.stringify(compile(await withTerritories(db, content)))
    await db.rows(
      `INSERT INTO questionnaire (partner_id, id, enterprise_id, title, draft, published_version, updated_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, 'Test') ON CONFLICT (partner_id, id) DO UPDATE SET published_version = excluded.published_version`,
      [partner.id, questionnaireId, id, content.title['fr'], JSON.stringify(content), number],
    )
    await db.rows(
      `INSERT INTO questionnaire_version (partner_id, id, enterprise_id, questionnaire_id, number, content, compiled, published_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'Test')`,
      [partner.id, newId(), id, questionnaireId, number, JSON.stringify(content), compiled],
    )
  })
  return { questionnaireId, version: number }
}

const CREATE = `mutation ($input: CreateWaveInput!) { createWave(input: $input) { wave { id } problem } }`
const OPEN = `mutation ($waveId: ID!) { openWave(waveId: $waveId) { wave { status } problem } }`
const GROUPS = `mutation ($input: SetRespondentGroupsInput!) { setRespondentGroups(input: $input) { wave { groups { id name } } problem } }`

/** A wave that takes answers. */
export interface WaveOfTest {
  enterprise: EnterpriseOfTest
  waveId: string
  questionnaireId: string
  version: number
}

/** An open wave of an enterprise of its own. */
export async function aWave(
  world: World,
  overrides: {
    enterprise?: EnterpriseOfTest
    content?: Questionnaire
    settings?: Record<string, unknown>
    planned?: boolean
  } = {},
): Promise<WaveOfTest> {
  const enterprise = overrides.enterprise ?? (await anEnterprise(world))
  const version = await aVersion(world, enterprise, overrides.content)
  const input = { ...version, settings: overrides.settings ?? {} }
  const { createWave } = await must(world, enterprise.manager, CREATE, { input })
  const waveId = createWave.wave.id
  if (!overrides.planned) await must(world, enterprise.manager, OPEN, { waveId })
  return { enterprise, waveId, ...version }
}

/** Groups of a wave by their names; gives their identifiers. */
export async function someGroups(
  world: World,
  { enterprise, waveId }: WaveOfTest,
  groups: { name: string; expected?: number; quota?: number }[],
): Promise<string[]> {
  const { setRespondentGroups } = await must(world, enterprise.manager, GROUPS, { input: { waveId, groups } })
  return setRespondentGroups.wave.groups.map((group: { id: string }) => group.id)
}

const LINK = `mutation ($input: CreateLinkInput!) { createLink(input: $input) { wave { links { id label } } problem } }`
const SHEET = `mutation ($input: CreateLinkInput!, $count: Int!) {
  createSingleUseLinks(input: $input, count: $count) { wave { links { id label } } problem } }`
const ADDRESSES = `query ($waveId: ID!, $linkIds: [ID!]!) { linkAddresses(waveId: $waveId, linkIds: $linkIds) { address linkId number } }`

/** An open link; gives its identifier and its token. */
export async function aLink(
  world: World,
  wave: WaveOfTest,
  overrides: { groupId?: string; quota?: number; language?: string } = {},
): Promise<{ id: string; token: string }> {
  const label = newId()
  const input = { waveId: wave.waveId, label, ...overrides }
  const { createLink } = await must(world, wave.enterprise.manager, LINK, { input })
  const { id } = createLink.wave.links.find((link: { label: string }) => link.label === label)
  const [token] = await tokensOf(world, wave, id)
  return { id, token: token! }
}

/** A sheet of single-use links; gives its identifier and its tokens. */
export async function aSheet(
  world: World,
  wave: WaveOfTest,
  count: number,
  overrides: { groupId?: string } = {},
): Promise<{ id: string; tokens: string[] }> {
  const label = newId()
  const input = { waveId: wave.waveId, label, ...overrides }
  const { createSingleUseLinks } = await must(world, wave.enterprise.manager, SHEET, { input, count })
  const { id } = createSingleUseLinks.wave.links.find((link: { label: string }) => link.label === label)
  return { id, tokens: await tokensOf(world, wave, id) }
}

async function tokensOf(world: World, { enterprise, waveId }: WaveOfTest, id: string): Promise<string[]> {
  const { linkAddresses } = await must(world, enterprise.manager, ADDRESSES, { waveId, linkIds: [id] })
  return linkAddresses.map(({ address }: { address: string }) => address.split('#')[1])
}

/** The public page as a browser calls it. */
export interface PageOfTest {
  site: Site
  /** Calls `/api/q/<name>`; from an address, with headers. */
  call(
    name: string,
    body: unknown,
    from?: { address?: string; headers?: Record<string, string> },
  ): Promise<{ status: number; json: Answer['json']; headers: Record<string, unknown> }>
  submit(token: string, overrides?: Record<string, unknown>, address?: string): ReturnType<PageOfTest['call']>
  close(): Promise<void>
}

/** The server of the public page, behind a proxy. Who gives no address comes from one of their own. */
export async function aPage(world: World, settings: Partial<World['services']['settings']> = {}): Promise<PageOfTest> {
  const site = await aSite(world, [], { settings: { trustProxy: 1, ...settings } })
  const call: PageOfTest['call'] = async (name, body, { address = anAddress(), headers = {} } = {}) => {
    const answer = await send(site, `/api/q/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address, ...headers },
      body: Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: answer.status, json: answer.json, headers: Object.fromEntries(answer.headers) }
  }
  return {
    site,
    call,
    submit: (token, overrides = {}, address) => call('submit', aSubmission(token, overrides), { address }),
    close: () => site.close(),
  }
}

let people = 0
const anAddress = (): string => `81.${(people++ >> 16) & 255}.${(people >> 8) & 255}.${people & 255}`

/** A submission that fits `aQuestionnaire`. */
export const aSubmission = (token: string, overrides: Record<string, unknown> = {}) => ({
  token,
  id: randomUUID(),
  version: 1,
  language: 'fr',
  answers: { agree: 'yes', place: 'lille', score: 8 },
  ...overrides,
})

/** What is really stored of a wave. */
export async function responsesOf(world: World, waveId: string): Promise<Row[]> {
  const { rows } = await world.root.query('SELECT * FROM response WHERE wave_id = $1', [waveId])
  return rows
}
