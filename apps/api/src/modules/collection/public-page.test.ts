import { randomBytes } from 'node:crypto'
import { aWorld, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newNonce, linkToken } from './link-token.ts'
import { aLink, aPage, aQuestionnaire, aSheet, aSubmission, aWave, responsesOf, someGroups } from './test-builders.ts'
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

const change = (wave: WaveOfTest, settings: Record<string, unknown>) =>
  must(
    world,
    wave.enterprise.manager,
    `mutation ($input: ChangeWaveInput!) { changeWave(input: $input) { problem } }`,
    {
      input: { waveId: wave.waveId, settings },
    },
  )
const tomorrow = (days = 1) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('the page opens', () => {
  test('with who asks, why, until when and for whom, and all it needs to ask', async () => {
    const settings = {
      purpose: { fr: 'Mieux vous accueillir.', nl: 'U beter onthalen.' },
      contact: 'avis@relais.example',
      keepUntil: '2030-12-31',
      closesOn: tomorrow(),
    }
    const wave = await aWave(world, { settings })
    const [groupId] = await someGroups(world, wave, [{ name: 'Familles' }])
    const { token } = await aLink(world, wave, { groupId, language: 'nl' })
    const { status, json, headers } = await page.call('open', { token })
    expect(status).toBe(200)
    const { compiled, ...rest } = json
    expect(rest).toEqual({
      state: 'open',
      title: 'Uw mening',
      language: 'nl',
      languages: ['fr', 'nl', 'en'],
      askedBy: wave.enterprise.name,
      purpose: 'U beter onthalen.',
      contact: 'avis@relais.example',
      keepUntil: '2030-12-31',
      opensOn: null,
      closesOn: tomorrow(),
      anonymous: true,
      kind: 'open',
      group: 'Familles',
      version: 1,
      files: { maxBytes: 5_242_880, types: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] },
    })
    expect(compiled.questionnaire).toEqual(aQuestionnaire())
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('in the language asked for, else that of the link, else the first; never in one that is not offered', async () => {
    const wave = await aWave(world, { settings: { languages: ['nl', 'fr'] } })
    const { token } = await aLink(world, wave)
    const languageOf = async (language?: string) => (await page.call('open', { token, language })).json.language
    expect([await languageOf('nl'), await languageOf('en'), await languageOf()]).toEqual(['nl', 'fr', 'fr'])
  })

  test('with the texts of the offered languages only, and without what interviewers and authors see', async () => {
    const content = aQuestionnaire({
      items: [
        {
          kind: 'scale',
          key: 'score',
          label: { fr: 'Note', nl: 'Score', en: 'Score' },
          guidance: { fr: 'SECRET' },
          origin: { source: 'SECRET', key: 'x' },
        },
      ],
      settings: { form_id: 'SECRET' },
      choiceLists: { title: [{ name: 'a', label: { fr: 'A', nl: 'A', en: 'SECRET' } }] },
    })
    const wave = await aWave(world, { content, settings: { languages: ['nl'] } })
    const { token } = await aLink(world, wave)
    const { json } = await page.call('open', { token })
    expect(JSON.stringify(json)).not.toContain('SECRET')
    // The base language stays: texts without translation fall back on it.
    expect(json.compiled.questionnaire.items[0].label).toEqual({ fr: 'Note', nl: 'Score' })
    expect(json.languages).toEqual(['nl'])
  })

  test('or says why not: not yet, closed, spent, full', async () => {
    const stateOf = async (token: string) => (await page.call('open', { token })).json.state
    const planned = await aWave(world, { planned: true })
    expect(await stateOf((await aLink(world, planned)).token)).toBe('notYet')
    const coming = await aWave(world, { settings: { opensOn: tomorrow(2) } })
    expect(await stateOf((await aLink(world, coming)).token)).toBe('notYet')

    const wave = await aWave(world, { settings: { quota: 2 } })
    const { tokens } = await aSheet(world, wave, 2)
    const { token } = await aLink(world, wave)
    await page.submit(tokens[0]!)
    expect([await stateOf(tokens[0]!), await stateOf(tokens[1]!), await stateOf(token)]).toEqual([
      'spent',
      'open',
      'open',
    ])
    await page.submit(token)
    expect([await stateOf(tokens[1]!), await stateOf(token)]).toEqual(['full', 'full'])
    await change(wave, { quota: null })
    expect(await stateOf(token)).toBe('open')
    await must(world, wave.enterprise.manager, `mutation ($id: ID!) { closeWave(waveId: $id) { problem } }`, {
      id: wave.waveId,
    })
    expect(await stateOf(token)).toBe('closed')
  })
})

describe('T62 Link guessing', () => {
  test('unknown, revoked, foreign, shortened and changed tokens get the same answer after the same time', async () => {
    const wave = await aWave(world)
    const { id, token } = await aLink(world, wave)
    await must(
      world,
      wave.enterprise.manager,
      `mutation ($w: ID!, $l: ID!) { revokeLink(waveId: $w, linkId: $l) { problem } }`,
      {
        w: wave.waveId,
        l: id,
      },
    )
    const { rows } = await world.root.query('SELECT token_hash, nonce FROM collection_link WHERE batch_id = $1', [id])
    const tried = {
      revoked: token,
      unknown: linkToken('another server', newNonce()),
      neighbour: `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`,
      shortened: token.slice(1),
      capitals: token.toUpperCase(),
      hash: rows[0].token_hash,
      nonce: rows[0].nonce,
      nothing: '',
    }
    const times: Record<string, number[]> = {}
    for (let round = 0; round < 5; round++) {
      for (const [what, one] of Object.entries(tried)) {
        const started = performance.now()
        const { status, json } = await page.call('open', { token: one })
        ;(times[what] ??= []).push(performance.now() - started)
        expect([what, status, json]).toEqual([what, 200, { state: 'unknown' }])
      }
    }
    for (const [what, taken] of Object.entries(times)) {
      const median = taken.sort((a, b) => a - b)[2]!
      expect([what, median >= 38]).toEqual([what, true])
    }
  })

  test('nothing that is stored of a link opens it', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const { rows } = await world.root.query('SELECT * FROM collection_link WHERE wave_id = $1', [wave.waveId])
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0].token_hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('who guesses a thousand times hits nothing and is slowed down', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 1000 }, () =>
        page.call('open', { token: linkToken('guess', newNonce()) }, { address: '81.9.9.9' }),
      ),
    )
    expect(guesses.filter(({ json }) => json.state && json.state !== 'unknown')).toEqual([])
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThan(800)
    const honest = await aLink(world, await aWave(world))
    expect((await page.call('open', { token: honest.token }, { address: '81.9.9.8' })).json.state).toBe('open')
  })
})

describe('T63 Token scope', () => {
  test('a link opens nothing of the signed-in API, however it is sent', async () => {
    const { token } = await aLink(world, await aWave(world))
    for (const headers of [
      { authorization: `Bearer ${token}` },
      { authorization: `Link ${token}` },
      { cookie: `vises.session_token=${token}; vises_membership=${token}` },
    ] as Record<string, string>[]) {
      const response = await fetch(`${page.site.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ waves(enterpriseId: "x") { id } }' }),
      })
      expect(await response.text()).not.toContain('"data"')
    }
  })

  test('files and drafts of one wave are not there for the link of another', async () => {
    const [one, other] = [await aLink(world, await aWave(world)), await aLink(world, await aWave(world))]
    const { json: file } = await sendFile(one.token, PNG)
    expect((await page.submit(other.token, { answers: { score: 8, photo: file } })).json.paths).toEqual([
      { path: 'photo', code: 'fileUnknown' },
    ])
    const draft = randomBytes(32).toString('base64url')
    await page.call('draft', { token: one.token, draft, content: 'AAAA' })
    expect((await page.call('draft', { token: other.token, draft })).status).toBe(404)
    expect((await page.call('draft', { token: one.token, draft })).json).toEqual({ content: 'AAAA' })
  })
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const sendFile = (token: string, bytes: Buffer, headers: Record<string, string> = {}) =>
  page.call('file', bytes, {
    headers: { 'content-type': 'application/octet-stream', authorization: `Link ${token}`, ...headers },
  })

describe('a file', () => {
  test('is kept under a name that says nothing until its answer comes, and belongs to it from then on', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const { status, json: file } = await sendFile(token, PNG, { 'x-file-name': 'CV Marie Dubois.png' })
    expect([status, file]).toEqual([
      201,
      {
        id: expect.stringMatching(/^[0-9a-f-]{14}4/),
        name: expect.stringMatching(/^photo-[0-9a-f]{4}\.png$/),
        type: 'image/png',
        bytes: PNG.length,
      },
    ])
    const body = aSubmission(token, {
      answers: { score: 8, photo: { ...file, name: '../../x.exe', type: 'text/html', bytes: 1 } },
    })
    expect((await page.call('submit', body)).json).toEqual({ accepted: true })
    expect((await page.call('submit', body)).json).toEqual({ accepted: true })
    const [row] = await responsesOf(world, wave.waveId)
    expect(row!['answers'].photo).toEqual(file)
    const { rows } = await world.root.query('SELECT response_id, media_type FROM answer_file WHERE id = $1', [file.id])
    expect(rows).toEqual([{ response_id: body.id, media_type: 'image/png' }])
    const again = await page.submit(token, { answers: { score: 8, photo: file } })
    expect(again.json).toEqual({ problem: 'invalid', paths: [{ path: 'photo', code: 'fileUnknown' }] })
  })

  test('sent with eight answers at once belongs to one of them', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const { json: photo } = await sendFile(token, PNG)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => page.submit(token, { answers: { score: 8, photo } })),
    )
    expect(answers.filter(({ json }) => json.accepted)).toHaveLength(1)
    expect(await responsesOf(world, wave.waveId)).toHaveLength(1)
  })

  test.each([
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.from('MZ\x90\0')],
    ['a broken picture', PNG.subarray(0, 30)],
  ])('that is %s is refused, whatever it is called', async (_what, bytes) => {
    const { token } = await aLink(world, await aWave(world))
    expect(await sendFile(token, bytes, { 'x-file-name': 'photo.png' })).toMatchObject({
      status: 415,
      json: { problem: 'fileType' },
    })
  })

  test('over five megabytes is refused before it is read to its end', async () => {
    const { token } = await aLink(world, await aWave(world))
    expect(await sendFile(token, Buffer.alloc(5 * 1024 * 1024 + 1))).toMatchObject({
      status: 413,
      json: { problem: 'tooLarge' },
    })
  })

  test('without a link, or with one that leads nowhere, is not taken', async () => {
    expect((await page.call('file', PNG, { headers: { 'content-type': 'application/octet-stream' } })).status).toBe(400)
    expect((await sendFile('x'.repeat(26), PNG)).status).toBe(404)
  })
})

describe('an unfinished answer', () => {
  test('is kept as the device encrypted it, is replaced by a newer one, and ends with its answer', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const draft = randomBytes(32).toString('base64url')
    const { json } = await page.call('draft', { token, draft, content: Buffer.from('one').toString('base64') })
    expect(json).toEqual({ savedUntil: tomorrow(30) })
    await page.call('draft', { token, draft, content: Buffer.from('two').toString('base64') })
    expect((await page.call('draft', { token, draft })).json).toEqual({
      content: Buffer.from('two').toString('base64'),
    })
    const { rows } = await world.root.query('SELECT * FROM response_draft WHERE wave_id = $1', [wave.waveId])
    expect([rows.length, JSON.stringify(rows).includes(draft)]).toEqual([1, false])
    await page.submit(token, { draft })
    expect((await page.call('draft', { token, draft })).json).toEqual({ problem: 'noDraft' })
  })

  test('is kept no longer than the wave lasts, and can be forgotten', async () => {
    const { token } = await aLink(world, await aWave(world, { settings: { closesOn: tomorrow(3) } }))
    const draft = randomBytes(32).toString('base64url')
    expect((await page.call('draft', { token, draft, content: 'AAAA' })).json).toEqual({ savedUntil: tomorrow(4) })
    expect((await page.call('draft', { token, draft, content: null })).json).toEqual({ deleted: true })
    expect((await page.call('draft', { token, draft })).status).toBe(404)
  })

  test.each([{ draft: 'short' }, { content: '' }, { content: 'not base64!' }, { content: 7 }])(
    'is refused when malformed: %j',
    async (wrong) => {
      const { token } = await aLink(world, await aWave(world))
      const body = { token, draft: randomBytes(32).toString('base64url'), content: 'AAAA', ...wrong }
      expect((await page.call('draft', body)).status).toBe(400)
    },
  )
})

test('pages reached are counted together and name nobody', async () => {
  const wave = await aWave(world)
  const { token } = await aLink(world, wave)
  // A server of its own: what waits is written when it stops.
  const other = await aPage(world)
  for (const pages of [['@start', 'agree'], ['@start'], ['@start', 'agree', 'score', 'score', 'invented']]) {
    expect((await other.call('reach', { token, pages })).status).toBe(204)
  }
  expect((await other.call('reach', { token, pages: ['<script>'] })).status).toBe(400)
  await other.close()
  const { rows } = await world.root.query(
    `SELECT value, count::int FROM tally WHERE wave_id = $1 AND question_key = '@reach' ORDER BY value`,
    [wave.waveId],
  )
  expect(rows).toEqual([
    { value: '@start', count: 3 },
    { value: 'agree', count: 2 },
    { value: 'score', count: 1 },
  ])
})
