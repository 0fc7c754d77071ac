import { aSite, aTokenOf, post, send } from '../../../test/http-bench.ts'
import type { Site } from '../../../test/http-bench.ts'
import { aWorld } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import { aDraft, aQuestion, aQuestionnaire, look } from './test-builders.ts'

let world: World
let site: Site
let enterprise: EnterpriseOfTest
let headers: Record<string, string>
beforeAll(async () => {
  world = await aWorld()
  enterprise = await anEnterprise(world)
  site = await aSite(world, [])
  headers = { authorization: `Bearer ${await aTokenOf(world, enterprise.manager)}` }
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const SAVE =
  'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { questionnaire { questions draftRevision } problem } }'
const large = (count: number) =>
  aDraft(Array.from({ length: count }, (_, n) => aQuestion(`q${n}`, { hint: { fr: 'un long mot '.repeat(40) } })))
const bodyOf = (questionnaireId: string, count: number) => ({
  query: SAVE,
  variables: { input: { questionnaireId, revision: 1, draft: large(count), operationId: newId() } },
})

test('a draft of a thousand questions is saved at once', async () => {
  const { id } = await aQuestionnaire(world, enterprise)
  const body = bodyOf(id, 1000)
  expect(JSON.stringify(body).length).toBeGreaterThan(500_000)
  const answer = await post(site, body, headers)
  expect([answer.status, answer.json.data?.saveDraft]).toEqual([
    200,
    { questionnaire: { questions: 1000, draftRevision: 2 }, problem: null },
  ])
  expect((await look(world, enterprise.manager, id)).draft.items).toHaveLength(1000)
})

test('who is not signed in is sent away before a large body is read', async () => {
  const { id } = await aQuestionnaire(world, enterprise)
  const body = bodyOf(id, 400)
  for (const more of [{}, { authorization: 'Bearer none' }]) {
    const answer = await post(site, body, more as Record<string, string>)
    expect([answer.status, answer.json]).toEqual([413, { error: 'TOO_LARGE' }])
  }
})

test('other operations have no large bodies, whoever asks', async () => {
  const body = { query: '{ viewer { id } }', variables: { x: 'x'.repeat(200_000) } }
  expect((await post(site, body, headers)).status).toBe(413)
  const comment = { query: `{ viewer { id } } # saveDraft ${'x'.repeat(200_000)}` }
  expect((await post(site, comment, headers)).status).toBe(413)
})

test('a body of more than eight megabytes is not read to its end', async () => {
  const body = { query: SAVE, variables: { input: { x: 'x'.repeat(8_000_001) } } }
  expect((await post(site, body, headers)).status).toBe(413)
})

test('a body that does not say how long it is: taken from those who are signed in, as large as usual', async () => {
  const pieces = (text: string) => new Blob([text]).stream()
  const chunked = (text: string, more: Record<string, string>) =>
    send(site, '/graphql', {
      method: 'POST',
      body: pieces(text),
      headers: { 'content-type': 'application/json', ...more },
      duplex: 'half',
    } as RequestInit)
  const small = JSON.stringify({ query: '{ viewer { __typename } }' })
  expect((await chunked(small, headers)).status).toBe(200)
  expect((await chunked(small, {})).status).toBe(411)
  const big = JSON.stringify({ query: '{ viewer { __typename } }', variables: { x: 'x'.repeat(200_000) } })
  expect((await chunked(big, headers)).status).toBe(413)
})
