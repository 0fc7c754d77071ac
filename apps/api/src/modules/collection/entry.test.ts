import { randomUUID } from 'node:crypto'
import type { Question } from '@vises/questionnaire/model.ts'
import { aTokenOf, send } from '../../../test/http-bench.ts'
import { ask, aWorld, codeOf, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import { aPage, aQuestionnaire, aWave, responsesOf, someGroups } from './test-builders.ts'
import type { PageOfTest, WaveOfTest } from './test-builders.ts'

let world: World
let page: PageOfTest
beforeAll(async () => {
  world = await aWorld()
  page = await aPage(world)
}, 60_000)
afterAll(async () => {
  await page?.close()
  await world?.close()
})

const ENTER = `mutation ($input: EnterResponseInput!) { enterResponse(input: $input) { accepted problem faults { path code } } }`
const enter = async (
  wave: WaveOfTest,
  overrides: Record<string, unknown> = {},
  actor: Actor = wave.enterprise.contributor,
) => {
  const input = {
    waveId: wave.waveId,
    channel: 'assisted',
    language: 'fr',
    answers: { score: 8 },
    operationId: randomUUID(),
    ...overrides,
  }
  return (await ask(world, actor, ENTER, { input })) as any
}
const taken = { accepted: true, problem: null, faults: [] }
const close = (wave: WaveOfTest) =>
  world.root.query(`UPDATE wave SET closed_at = now() - interval '9 days' WHERE id = $1`, [wave.waveId])

describe('an answer that the team types', () => {
  test('is stored as one from the page, with its channel and group, once however often it is sent', async () => {
    const wave = await aWave(world)
    const [groupId] = await someGroups(world, wave, [{ name: 'Familles' }])
    const operationId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        enter(wave, { groupId, operationId, seconds: 301, answers: { agree: 'yes', score: 8 } }),
      ),
    )
    expect(answers.map(({ data }) => data.enterResponse)).toEqual(Array.from({ length: 8 }, () => taken))
    const rows = await responsesOf(world, wave.waveId)
    expect(
      rows.map(({ id, channel, group_id, seconds, answers: said, consent }) => [
        id,
        channel,
        group_id,
        seconds,
        said,
        consent,
      ]),
    ).toEqual([
      [operationId, 'assisted', groupId, 310, { agree: 'yes', score: 8 }, { agree: { version: 1, language: 'fr' } }],
    ])
    expect((await enter(wave, { groupId, operationId })).data.enterResponse.problem).toBe('OPERATION_TAKEN')
    const { rows: audits } = await world.root.query(
      `SELECT action FROM audit_entry WHERE enterprise_id = $1 AND action LIKE '%response%'`,
      [wave.enterprise.id],
    )
    // An audit line has a time of day; an answer must not.
    expect(audits).toEqual([])
  })

  test('is taken after the wave has closed, but not before it was ever opened', async () => {
    const wave = await aWave(world)
    await close(wave)
    expect((await enter(wave)).data.enterResponse).toEqual(taken)
    const planned = await aWave(world, { planned: true })
    expect((await enter(planned)).data.enterResponse.problem).toBe('NOT_OPENED')
  })

  test('counts towards quotas', async () => {
    const wave = await aWave(world, { settings: { quota: 3 } })
    const problems = await Promise.all(
      Array.from({ length: 8 }, async () => (await enter(wave)).data.enterResponse.problem),
    )
    expect(problems.filter((problem) => problem === null)).toHaveLength(3)
    expect(problems.filter((problem) => problem === 'FULL')).toHaveLength(5)
  })

  test('obeys the same rules, but for what paper cannot be asked', async () => {
    const wave = await aWave(world)
    const missing = await enter(wave, { answers: { place: 'lille' } })
    expect(missing.data.enterResponse).toEqual({
      accepted: false,
      problem: 'INVALID',
      faults: [{ path: 'score', code: 'required' }],
    })
    expect((await enter(wave, { channel: 'paper', answers: { place: 'lille' } })).data.enterResponse).toEqual(taken)
    const wrong = await enter(wave, { channel: 'paper', answers: { score: 11, extra: 1 } })
    expect(wrong.data.enterResponse.faults.length).toBeGreaterThan(0)
    expect((await enter(wave, { version: 2 })).data.enterResponse.problem).toBe('VERSION_UNKNOWN')
    expect(codeOf(await enter(wave, { language: 'de' }))).toBe('BAD_INPUT')
    expect(codeOf(await enter(wave, { operationId: newId() }))).toBe('BAD_INPUT')
  })

  test('is for the team: the coach types none, a neighbour finds nothing, a foreign group is not found', async () => {
    const wave = await aWave(world)
    const other = await aWave(world, { enterprise: await anEnterprise(world, { partner: wave.enterprise.partner }) })
    const [groupId] = await someGroups(world, other, [{ name: 'Familles' }])
    expect(codeOf(await enter(wave, {}, wave.enterprise.coach))).toBe('NOT_FOUND')
    expect(codeOf(await enter(wave, {}, other.enterprise.manager))).toBe('NOT_FOUND')
    expect(codeOf(await enter(wave, { groupId }))).toBe('NOT_FOUND')
    expect(await responsesOf(world, wave.waveId)).toEqual([])
  })
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('files of answers', () => {
  const bearer = async (actor: Actor) => ({ authorization: `Bearer ${await aTokenOf(world, actor)}` })
  const upload = async (wave: WaveOfTest, actor: Actor = wave.enterprise.contributor) =>
    send(page.site, `/api/answer-files/${wave.waveId}`, {
      method: 'POST',
      body: PNG,
      headers: { 'content-type': 'application/octet-stream', ...(await bearer(actor)) },
    })
  const download = async (id: string, actor: Actor) =>
    send(page.site, `/api/answer-files/${id}`, { headers: await bearer(actor) })

  test('are taken from the team, and read by those who may read single answers, as a download that nothing runs', async () => {
    const wave = await aWave(world)
    await close(wave)
    const { status, json: photo } = await upload(wave)
    expect(status).toBe(201)
    // Nobody reads a file that belongs to no answer.
    expect((await download(photo.id, wave.enterprise.manager)).status).toBe(404)
    expect((await enter(wave, { answers: { score: 8, photo } })).data.enterResponse).toEqual(taken)
    const file = await download(photo.id, wave.enterprise.manager)
    expect(file.status).toBe(200)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="${photo.name}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
  })

  test('reach the coach once the enterprise agrees, and nobody else', async () => {
    const wave = await aWave(world)
    const { json: photo } = await upload(wave)
    await enter(wave, { answers: { score: 8, photo } })
    const { coach, partnerAdmin } = wave.enterprise
    const neighbour = (await anEnterprise(world, { partner: wave.enterprise.partner })).manager
    for (const actor of [coach, partnerAdmin, neighbour]) {
      expect((await download(photo.id, actor)).status).toBe(404)
      expect((await upload(wave, actor)).status).toBe(404)
    }
    await must(
      world,
      wave.enterprise.manager,
      `mutation ($id: ID!) { allowCoach(waveId: $id, allowed: true) { problem } }`,
      { id: wave.waveId },
    )
    expect((await download(photo.id, coach)).status).toBe(200)
    expect((await download(photo.id, neighbour)).status).toBe(404)
    expect((await send(page.site, `/api/answer-files/${photo.id}`)).status).toBe(401)
  })
})

describe('a paper form typed twice', () => {
  const ENTRY = `id sheet state firstByName secondByName differences { key first second } agreed`
  const TYPE = `mutation ($input: TypePaperInput!) { typePaper(input: $input) { problem faults { path code } entry { ${ENTRY} } } }`
  const type = async (
    wave: WaveOfTest,
    answers: unknown,
    { sheet = 1, actor = wave.enterprise.contributor, ...more }: any = {},
  ) => {
    const input = { waveId: wave.waveId, sheet, language: 'fr', answers, operationId: randomUUID(), ...more }
    return (await must(world, actor, TYPE, { input })).typePaper
  }
  const HELPS: Question = { kind: 'multiple', key: 'helps', choices: 'places', label: { fr: 'Qui ?' } }
  const content = () => {
    const questionnaire = aQuestionnaire()
    return { ...questionnaire, items: [...questionnaire.items, HELPS] }
  }

  test('waits after the first typing and becomes an answer when the second agrees, but for blanks and the order of crosses', async () => {
    const wave = await aWave(world, { content: content() })
    const first = await type(wave, { score: 3, why: 'Trop  loin ', helps: ['lille', 'kortrijk'] })
    expect(first.entry).toMatchObject({ sheet: 1, state: 'typedOnce', secondByName: null })
    expect(await responsesOf(world, wave.waveId)).toEqual([])
    const { manager } = wave.enterprise
    const second = await type(wave, { score: 3, why: 'Trop loin', helps: ['kortrijk', 'lille'] }, { actor: manager })
    expect(second.entry).toMatchObject({
      state: 'done',
      firstByName: wave.enterprise.contributor.name,
      secondByName: manager.name,
    })
    const [row] = await responsesOf(world, wave.waveId)
    expect([row!['channel'], row!['answers']]).toEqual([
      'paper',
      { score: 3, why: 'Trop loin', helps: ['lille', 'kortrijk'] },
    ])
    // The answer is kept in one place.
    const { rows } = await world.root.query('SELECT first, second FROM paper_entry WHERE wave_id = $1', [wave.waveId])
    expect(rows).toEqual([{ first: {}, second: null }])
    expect((await type(wave, { score: 3 })).problem).toBe('OPERATION_TAKEN')
  })

  test('names what differs, and ends with what stands on the sheet', async () => {
    const wave = await aWave(world)
    await type(wave, { score: 3, why: 'Loin', place: 'lille' })
    const { entry } = await type(wave, { score: 8, place: 'lille' })
    expect(entry).toMatchObject({
      state: 'differs',
      differences: [
        { key: 'score', first: 3, second: 8 },
        { key: 'why', first: 'Loin', second: null },
      ],
      agreed: { place: 'lille' },
    })
    const { paperEntries } = await must(
      world,
      wave.enterprise.manager,
      `query ($id: ID!) { paperEntries(waveId: $id) { ${ENTRY} } }`,
      {
        id: wave.waveId,
      },
    )
    expect(paperEntries).toEqual([entry])
    const RESOLVE = `mutation ($id: ID!, $answers: JsonValue!) { resolvePaper(entryId: $id, answers: $answers) { problem faults { path code } entry { state } } }`
    const resolve = async (answers: unknown) =>
      (await must(world, wave.enterprise.manager, RESOLVE, { id: entry.id, answers })).resolvePaper
    expect(await resolve({ score: 99 })).toMatchObject({ problem: 'INVALID', entry: { state: 'differs' } })
    expect(await resolve({ score: 3, why: 'Loin', place: 'lille' })).toMatchObject({
      problem: null,
      entry: { state: 'done' },
    })
    expect(await resolve({ score: 5 })).toMatchObject({ problem: null, entry: { state: 'done' } })
    expect((await responsesOf(world, wave.waveId)).map(({ answers }) => answers)).toEqual([
      { score: 3, why: 'Loin', place: 'lille' },
    ])
  })

  test('a typing that is sent again by a bad network is not the second typing', async () => {
    const wave = await aWave(world)
    const operationId = randomUUID()
    const entries = await Promise.all(Array.from({ length: 8 }, () => type(wave, { score: 3 }, { operationId })))
    expect(entries.map(({ entry }) => entry.state)).toEqual(Array(8).fill('typedOnce'))
    expect(await responsesOf(world, wave.waveId)).toEqual([])
  })

  test('eight people who type the same sheet at once make one answer', async () => {
    const wave = await aWave(world)
    const entries = await Promise.all(Array.from({ length: 8 }, () => type(wave, { score: 3 })))
    expect(entries.filter(({ problem }) => problem === null).length).toBe(2)
    expect(await responsesOf(world, wave.waveId)).toHaveLength(1)
  })

  test('what cannot be an answer is refused at once; a form typed by mistake is forgotten', async () => {
    const wave = await aWave(world)
    expect(await type(wave, { score: 11 })).toMatchObject({
      problem: 'INVALID',
      faults: [{ path: 'score', code: 'aboveMax' }],
      entry: null,
    })
    const { entry } = await type(wave, { score: 3 }, { sheet: 9 })
    const DISCARD = `mutation ($id: ID!) { discardPaper(entryId: $id) { problem entry { state } } }`
    expect(codeOf(await ask(world, wave.enterprise.coach, DISCARD, { id: entry.id }))).toBe('NOT_FOUND')
    expect((await must(world, wave.enterprise.manager, DISCARD, { id: entry.id })).discardPaper).toEqual({
      problem: null,
      entry: null,
    })
    expect((await type(wave, { score: 3 }, { sheet: 9 })).entry.state).toBe('typedOnce')
  })

  test('a full quota undoes the second typing and says so', async () => {
    const wave = await aWave(world, { settings: { quota: 1 } })
    await enter(wave)
    await type(wave, { score: 3 })
    expect(await type(wave, { score: 3 })).toMatchObject({ problem: 'FULL', entry: null })
    expect(await responsesOf(world, wave.waveId)).toHaveLength(1)
  })
})
