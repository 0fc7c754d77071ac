import { randomUUID } from 'node:crypto'
import { aWorld, must, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import {
  aLink,
  aPage,
  aQuestionnaire,
  aSheet,
  aSubmission,
  aVersion,
  aWave,
  responsesOf,
  someGroups,
} from './test-builders.ts'
import type { PageOfTest } from './test-builders.ts'

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

const accepted = (answers: { json: any }[]) => answers.filter(({ json }) => json?.accepted === true).length
const problems = (answers: { json: any }[]) =>
  [...new Set(answers.map(({ json }) => json?.problem).filter(Boolean))].sort()
const together = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)))

describe('an answer through an open link', () => {
  test('is stored with a day, its language, its version and its group, and nothing else about who gave it', async () => {
    const wave = await aWave(world)
    const [groupId] = await someGroups(world, wave, [{ name: 'Familles' }])
    const { token } = await aLink(world, wave, { groupId })
    const { status, json } = await page.submit(token, { language: 'nl', seconds: 214, consent: { agree: 'fr' } })
    expect([status, json]).toEqual([200, { accepted: true }])
    const [row] = await responsesOf(world, wave.waveId)
    expect(row).toEqual({
      partner_id: wave.enterprise.partner.id,
      id: expect.stringMatching(/^[0-9a-f-]{14}4/),
      enterprise_id: wave.enterprise.id,
      wave_id: wave.waveId,
      group_id: groupId,
      version: 1,
      language: 'nl',
      channel: 'online',
      received_on: expect.any(Date),
      seconds: 220,
      answers: { agree: 'yes', place: 'lille', score: 8 },
      digest: expect.any(Buffer),
      import_id: null,
      consent: { agree: { version: 1, language: 'fr' } },
      set_aside_reason: null,
    })
    const { rows } = await world.root.query('SELECT response_id FROM response_pending WHERE wave_id = $1', [
      wave.waveId,
    ])
    expect(rows).toEqual([{ response_id: row!['id'] }])
  })

  test('asks two statements of the database: one to know the link, one to store', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    await page.submit(token)
    const { statementListeners } = await import('../../platform/tenant.ts')
    const heard: string[] = []
    const listener = (sql: string) => void heard.push(sql)
    statementListeners.add(listener)
    await page.submit(token)
    statementListeners.delete(listener)
    expect(heard.filter((sql) => !/^(BEGIN|COMMIT|SET LOCAL)/.test(sql))).toHaveLength(1)
  })
})

describe('T65 Ballot stuffing', () => {
  test('the same submission a hundred times at once is one answer, and each is told so', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const body = aSubmission(token)
    const answers = await together(100, () => page.call('submit', body))
    expect([accepted(answers), (await responsesOf(world, wave.waveId)).length]).toEqual([100, 1])
  })

  test('a link that works once takes one of sixty answers that come at once, and says so to the others', async () => {
    const wave = await aWave(world)
    const { tokens } = await aSheet(world, wave, 2)
    const answers = await together(60, () => page.submit(tokens[0]!))
    expect([accepted(answers), problems(answers)]).toEqual([1, ['spent']])
    expect(await responsesOf(world, wave.waveId)).toHaveLength(1)
    expect((await page.submit(tokens[1]!)).json).toEqual({ accepted: true })
  })

  test('the one answer of a link that works once can be sent again without end', async () => {
    const wave = await aWave(world)
    const { tokens } = await aSheet(world, wave, 1)
    const body = aSubmission(tokens[0]!)
    const answers = await together(20, () => page.call('submit', body))
    expect(accepted(answers)).toBe(20)
    expect((await page.submit(tokens[0]!)).json).toEqual({ problem: 'spent' })
    expect(await responsesOf(world, wave.waveId)).toHaveLength(1)
  })

  test.each([
    ['the wave', { settings: { quota: 7 } }, {}, {}],
    ['the group', {}, { quota: 7 }, {}],
    ['the link', {}, {}, { quota: 7 }],
    ['all three, the smallest counting', { settings: { quota: 9 } }, { quota: 8 }, { quota: 7 }],
  ])('a quota of %s takes exactly so many of eighty that come at once', async (_whose, overrides, group, link) => {
    const wave = await aWave(world, overrides)
    const [groupId] = await someGroups(world, wave, [{ name: 'Familles', ...group }])
    const { token } = await aLink(world, wave, { groupId, ...link })
    const bodies = Array.from({ length: 80 }, () => aSubmission(token))
    const answers = await Promise.all(bodies.map((body) => page.call('submit', body)))
    expect([accepted(answers), problems(answers)]).toEqual([7, ['full']])
    expect(await responsesOf(world, wave.waveId)).toHaveLength(7)
    // Sent again, those accepted are accepted and the others are not.
    const again = await Promise.all(bodies.map((body) => page.call('submit', body)))
    expect(again.map(({ json }) => json.accepted)).toEqual(answers.map(({ json }) => json.accepted))
    expect(await responsesOf(world, wave.waveId)).toHaveLength(7)
  })

  test('a link that works once is not spent when the quota is full: it works when there is room again', async () => {
    const wave = await aWave(world, { settings: { quota: 1 } })
    const { tokens } = await aSheet(world, wave, 2)
    expect((await page.submit(tokens[0]!)).json).toEqual({ accepted: true })
    expect((await page.submit(tokens[1]!)).json).toEqual({ problem: 'full' })
    await must(
      world,
      wave.enterprise.manager,
      `mutation ($input: ChangeWaveInput!) { changeWave(input: $input) { problem } }`,
      { input: { waveId: wave.waveId, settings: { quota: 2 } } },
    )
    expect((await page.submit(tokens[1]!)).json).toEqual({ accepted: true })
  })

  test('the same answer many times at once takes one place of a quota', async () => {
    const wave = await aWave(world, { settings: { quota: 2 } })
    const { token } = await aLink(world, wave)
    const body = aSubmission(token)
    await together(40, () => page.call('submit', body))
    const { rows } = await world.root.query('SELECT accepted FROM wave WHERE id = $1', [wave.waveId])
    expect(rows).toEqual([{ accepted: 1 }])
    expect((await page.submit(token)).json).toEqual({ accepted: true })
    expect((await page.submit(token)).json).toEqual({ problem: 'full' })
  })

  test('a quota that is set while answers come in counts those that are there', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    await together(6, () => page.submit(token))
    await must(
      world,
      wave.enterprise.manager,
      `mutation ($input: ChangeWaveInput!) { changeWave(input: $input) { problem } }`,
      {
        input: { waveId: wave.waveId, settings: { quota: 8 } },
      },
    )
    const answers = await together(10, () => page.submit(token))
    expect([accepted(answers), problems(answers)]).toEqual([2, ['full']])
  })

  test('forty people behind one address are all taken; the fiftieth from one device waits, and the link is flagged', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    expect(accepted(await together(40, () => page.submit(token, {}, '81.240.12.7')))).toBe(40)
    const more = await together(10, () => page.submit(token, {}, '81.240.12.7'))
    expect([accepted(more), problems(more)]).toEqual([5, ['tooMany']])
    const limited = more.find(({ status }) => status === 429)!
    expect([limited.json.retryAfter, limited.headers['retry-after']]).toEqual([2, '2'])
    expect(accepted([await page.submit(token, {}, '81.240.12.9')])).toBe(1)
    const { wave: seen } = await must(
      world,
      wave.enterprise.manager,
      `query ($id: ID!) { wave(id: $id) { links { flaggedOn } } }`,
      {
        id: wave.waveId,
      },
    )
    expect(seen.links).toEqual([{ flaggedOn: expect.stringMatching(/^20\d\d-/) }])
  })
})

describe('T93 Idempotency semantics', () => {
  test('same identifier, same words in another order: the same answer; another body: refused, and nothing changes', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const id = randomUUID()
    const first = await page.submit(token, { id, answers: { place: 'lille', score: 8 }, seconds: 20 })
    const again = await page.submit(token, { id: id.toUpperCase(), answers: { score: 8, place: 'lille' }, seconds: 55 })
    const other = await page.submit(token, { id, answers: { place: 'lille', score: 9 } })
    const inDutch = await page.submit(token, { id, language: 'nl', answers: { place: 'lille', score: 8 } })
    expect([first, again].map(({ json }) => json)).toEqual([{ accepted: true }, { accepted: true }])
    expect([other, inDutch].map(({ status, json }) => [status, json])).toEqual([
      [422, { problem: 'idTaken' }],
      [422, { problem: 'idTaken' }],
    ])
    expect((await responsesOf(world, wave.waveId)).map(({ answers, seconds }) => [answers, seconds])).toEqual([
      [{ place: 'lille', score: 8 }, 20],
    ])
  })

  test('an identifier of somebody else’s answer opens nothing, neither in the partner nor beyond', async () => {
    const enterprise = await anEnterprise(world)
    const waves = [
      await aWave(world, { enterprise }),
      await aWave(world, { enterprise }),
      await aWave(world, { enterprise: await anEnterprise(world, { partner: enterprise.partner }) }),
    ]
    const tokens = [] as string[]
    for (const wave of waves) tokens.push((await aLink(world, wave)).token)
    const body = aSubmission(tokens[0]!)
    expect((await page.call('submit', body)).json).toEqual({ accepted: true })
    for (const token of tokens.slice(1)) {
      expect((await page.call('submit', { ...body, token })).json).toEqual({ problem: 'idTaken' })
    }
    const elsewhere = await aLink(world, await aWave(world))
    expect((await page.call('submit', { ...body, token: elsewhere.token })).json).toEqual({ accepted: true })
  })

  test('what was taken before the wave closed is still told to be taken', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const body = aSubmission(token)
    await page.call('submit', body)
    await close(wave.waveId, 60)
    expect((await page.call('open', { token })).json.state).toBe('closed')
    expect((await page.call('submit', body)).json).toEqual({ accepted: true })
    await page.submit(token).then(({ status, json }) => expect([status, json]).toEqual([409, { problem: 'closed' }]))
  })
})

const close = (waveId: string, minutesAgo: number) =>
  world.root.query('UPDATE wave SET closed_at = now() - make_interval(mins => $2) WHERE id = $1', [waveId, minutesAgo])

describe('T64 Closed, expired, revoked', () => {
  test('who is halfway when the wave closes can send for a quarter of an hour; the page itself is closed at once', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    await close(wave.waveId, 14)
    expect((await page.call('open', { token })).json.state).toBe('closed')
    expect((await page.submit(token)).json).toEqual({ accepted: true })
    await close(wave.waveId, 16)
    await page.call('open', { token })
    expect((await page.submit(token)).json).toEqual({ problem: 'closed' })
  })

  test('the clock of the device does not count', async () => {
    const wave = await aWave(world, { settings: { closesOn: '2024-01-31' }, planned: true })
    const { token } = await aLink(world, wave)
    await world.root.query('UPDATE wave SET opened_at = now() WHERE id = $1', [wave.waveId])
    const answer = await page.call('submit', aSubmission(token), { headers: { date: 'Wed, 31 Jan 2024 10:00:00 GMT' } })
    expect(answer.json).toEqual({ problem: 'closed' })
  })

  test('a wave that was just opened takes answers at once, although it was asked a moment before', async () => {
    const wave = await aWave(world, { planned: true })
    const { token } = await aLink(world, wave)
    expect((await page.submit(token)).json).toEqual({ problem: 'notYet' })
    await must(world, wave.enterprise.manager, `mutation ($id: ID!) { openWave(waveId: $id) { problem } }`, {
      id: wave.waveId,
    })
    expect((await page.submit(token)).json).toEqual({ accepted: true })
  })

  test('a revoked link takes nothing from the moment on, and looks like one that never was', async () => {
    const wave = await aWave(world)
    const { id, token } = await aLink(world, wave)
    expect((await page.submit(token)).json).toEqual({ accepted: true })
    await must(
      world,
      wave.enterprise.manager,
      `mutation ($waveId: ID!, $id: ID!) { revokeLink(waveId: $waveId, linkId: $id) { problem } }`,
      {
        waveId: wave.waveId,
        id,
      },
    )
    const unknown = token.replace(/./g, '0')
    const answers = await Promise.all([token, unknown].map((one) => page.submit(one)))
    expect(answers.map(({ status, json }) => [status, json])).toEqual([
      [404, { problem: 'unknown' }],
      [404, { problem: 'unknown' }],
    ])
    expect(
      await Promise.all([token, unknown].map(async (one) => (await page.call('open', { token: one })).json)),
    ).toEqual([{ state: 'unknown' }, { state: 'unknown' }])
    expect(await responsesOf(world, wave.waveId)).toHaveLength(1)
  })

  test('a version that was opened before the wave went on to a newer one is still taken by its own rules', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const next = aQuestionnaire({ items: [{ kind: 'yesNo', key: 'again', required: true, label: { fr: 'Encore ?' } }] })
    await aVersion(world, wave.enterprise, next, { questionnaireId: wave.questionnaireId, number: 2 })
    expect((await page.submit(token, { version: 2, answers: { again: 'yes' } })).json).toEqual({
      problem: 'unknownVersion',
    })
    await must(
      world,
      wave.enterprise.manager,
      `mutation ($input: ChangeWaveInput!) { changeWave(input: $input) { problem } }`,
      {
        input: { waveId: wave.waveId, version: 2 },
      },
    )
    expect((await page.call('open', { token })).json.version).toBe(2)
    expect((await page.submit(token)).json).toEqual({ accepted: true })
    expect((await page.submit(token, { version: 2, answers: { again: 'yes' } })).json).toEqual({ accepted: true })
    expect((await page.submit(token, { version: 2 })).json.problem).toBe('invalid')
    expect((await page.submit(token, { version: 3 })).json).toEqual({ problem: 'unknownVersion' })
    expect((await responsesOf(world, wave.waveId)).map(({ version }) => version).sort()).toEqual([1, 2])
  })
})

describe('T69 Server re-validation', () => {
  const invalid = (path: string) => ({
    problem: 'invalid',
    paths: expect.arrayContaining([expect.objectContaining({ path })]),
  })

  test.each<[string, Record<string, unknown>, number, unknown]>([
    ['an answer to a question that was not asked', { answers: { score: 8, why: 'x' } }, 422, invalid('why')],
    ['a number off its scale', { answers: { score: 11 } }, 422, invalid('score')],
    ['a missing answer that is required', { answers: { place: 'lille' } }, 422, invalid('score')],
    ['a choice that is not on the list', { answers: { score: 8, place: 'paris' } }, 422, invalid('place')],
    ['a key that is no question', { answers: { score: 8, extra: 1 } }, 422, invalid('extra')],
    ['a text with a NUL', { answers: { score: 1, why: 'a\0b' } }, 422, invalid('why')],
    ['half a character', { answers: { score: 1, why: 'a\ud800' } }, 422, invalid('why')],
    ['a text beyond its length', { answers: { score: 1, why: 'x'.repeat(20_001) } }, 422, invalid('why')],
    ['a language that is not offered', { language: 'de' }, 422, { problem: 'unknownLanguage' }],
    ['a version that never was', { version: 7 }, 422, { problem: 'unknownVersion' }],
    [
      'a file nobody sent',
      { answers: { score: 8, photo: { id: randomUUID(), name: 'x', type: 'image/png', bytes: 1 } } },
      422,
      invalid('photo'),
    ],
    ['a file that is no file', { answers: { score: 8, photo: 'x' } }, 422, invalid('photo')],
    [
      'an identifier that carries the time',
      { id: '01932c7f-0000-7000-8000-000000000000' },
      400,
      { problem: 'malformed' },
    ],
    ['no identifier', { id: undefined }, 400, { problem: 'malformed' }],
    ['a list for answers', { answers: [] }, 400, { problem: 'malformed' }],
    ['a word for a version', { version: 'one' }, 400, { problem: 'malformed' }],
    ['a consent that is no text', { consent: { agree: { a: 1 } } }, 400, { problem: 'malformed' }],
    ['a draft that is no address', { draft: 'x' }, 400, { problem: 'malformed' }],
    ['two megabytes of text', { answers: { score: 1, why: 'x'.repeat(2_000_000) } }, 413, { problem: 'tooLarge' }],
  ])('%s is refused with its place, and nothing is stored', async (_what, overrides, status, body) => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const answer = await page.submit(token, overrides)
    expect([answer.status, answer.json]).toEqual([status, body])
    expect(await responsesOf(world, wave.waveId)).toEqual([])
    const { rows } = await world.root.query('SELECT FROM response_pending WHERE wave_id = $1', [wave.waveId])
    expect(rows).toEqual([])
  })

  test.each(['', 'null', '[]', '"x"', '{', '{"token":1}', '{"__proto__":{"token":"x"}}'])(
    'the body %j is refused',
    async (body) => {
      for (const name of ['open', 'submit', 'draft', 'reach', 'stop']) {
        expect([name, (await page.call(name, body)).status]).toEqual([name, 400])
      }
    },
  )
})

test('the enterprise of a link is bound: its unit of work cannot reach another enterprise of the same partner', async () => {
  const enterprise = await anEnterprise(world)
  const neighbour = await anEnterprise(world, { partner: enterprise.partner })
  const wave = await aWave(world, { enterprise: neighbour })
  const seen = await tenantOf(world, {
    partnerId: enterprise.partner.id,
    userId: enterprise.manager.userId,
    enterpriseId: enterprise.id,
  }).read((db) =>
    db.rows('SELECT id FROM wave WHERE partner_id = $1 AND id = $2', [enterprise.partner.id, wave.waveId]),
  )
  expect(seen).toEqual([])
})
