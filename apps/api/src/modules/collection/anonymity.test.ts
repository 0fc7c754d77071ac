import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { aWorld, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { log } from '../../platform/log.ts'
import { listOutbox } from '../../platform/mail/outbox.ts'
import { aLink, aPage, aWave } from './test-builders.ts'
import type { PageOfTest, WaveOfTest } from './test-builders.ts'

let world: World
let page: PageOfTest
const logged: string[] = []
const { level } = log
const stream = (log as any)[pino.symbols.streamSym]

beforeAll(async () => {
  world = await aWorld()
  page = await aPage(world)
  log.level = 'trace'
  ;(log as any)[pino.symbols.streamSym] = { write: (line: string) => void logged.push(line) }
}, 60_000)
afterAll(async () => {
  log.level = level
  ;(log as any)[pino.symbols.streamSym] = stream
  await page?.close()
  await world?.close()
})

/** Every row of every table of the database as text, tables of the sign-in and of the queue included. */
async function dump(): Promise<Map<string, string[]>> {
  const { rows: tables } = await world.root.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`,
  )
  const all = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await world.root.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)
    all.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return all
}

const CANARY = {
  'user-agent': 'CANARY-AGENT/1.0 (Marie-Dubois-Phone)',
  'accept-language': 'fr-CANARYLANG',
  referer: 'https://canary-referrer.example/inbox/marie',
  cookie: 'CANARYCOOKIE=1; vises.session_token=CANARYSESSION',
  'x-request-id': 'CANARY-REQUEST',
  'sec-ch-ua-model': 'CANARY-MODEL',
}
const ADDRESS = '203.0.113.77'
const TRACES = /CANARY|canary-referrer|203\.0\.113\.77|Marie-Dubois/i

describe('T66 Nothing identifying stored', () => {
  test('address, browser, language, referrer and cookie of who answers are in no table, no job and no log', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    const from = { address: ADDRESS, headers: CANARY }
    await page.call('open', { token, language: 'nl' }, from)
    await page.call('open', { token: 'x'.repeat(26) }, from)
    await page.call('reach', { token, pages: ['@start'] }, from)
    await page.call('draft', { token, draft: 'd'.repeat(43), content: 'AAAA' }, from)
    const body = {
      token,
      id: randomUUID(),
      version: 1,
      language: 'fr',
      answers: { score: 1, why: 'Ma réponse' },
      seconds: 77,
    }
    expect((await page.call('submit', body, from)).json).toEqual({ accepted: true })
    await page.call('submit', { ...body, answers: { score: 99 } }, from)
    await page.call('submit', { ...body, id: 'CANARY' }, from)
    await page.call('file', 'CANARY-FILE', {
      ...from,
      headers: { ...CANARY, authorization: `Link ${token}`, 'content-type': 'application/octet-stream' },
    })
    for (let n = 0; n < 60; n++) await page.call('submit', { ...body, id: randomUUID() }, from)
    await world.runJobs()
    const stored = await dump()
    expect(stored.size).toBeGreaterThan(50)
    expect([...stored.values()].flat().join('\n')).toContain('Ma réponse')
    for (const [table, rows] of stored) expect([table, rows.filter((row) => TRACES.test(row))]).toEqual([table, []])
    expect(logged.filter((line) => TRACES.test(line))).toEqual([])
    // No token either: neither of the link nor of the draft.
    expect([...stored.values()].flat().join() + logged.join()).not.toMatch(new RegExp(`${token}|${'d'.repeat(43)}`))
  })

  test('what somebody answered comes into no log, also when the database refuses it', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    // A fault that nobody foresaw: the table is not there for a moment.
    await world.root.query('ALTER TABLE response_pending RENAME TO response_waiting')
    const answer = await page
      .submit(token, { answers: { score: 1, why: 'SECRETANSWER' } })
      .finally(() => world.root.query('ALTER TABLE response_waiting RENAME TO response_pending'))
    expect([answer.status, answer.json]).toEqual([500, { problem: 'failed' }])
    const about = logged.filter((line) => line.includes('questionnaire page failed'))
    expect(about).toHaveLength(1)
    expect(about[0]).toContain('42P01')
    expect(logged.join()).not.toContain('SECRETANSWER')
    expect(logged.join()).not.toContain(token)
  })

  test('an answer through a personal link changes three tables: the answer, its place in the queue, and one bit', async () => {
    const { wave, tokens } = await anInvitedWave(8)
    await page.submit(tokens.get(0)!)
    const before = await dump()
    await page.submit(tokens.get(5)!)
    const after = await dump()
    const changed = [...after].filter(([name, rows]) => rows.toSorted().join() !== before.get(name)!.toSorted().join())
    expect(changed.map(([name]) => name)).toEqual(['public.response', 'public.response_pending', 'public.wave_spent'])
    const { rows } = await world.root.query(
      'SELECT spent::text, bit_count(spent)::int AS set FROM wave_spent WHERE wave_id = $1',
      [wave.waveId],
    )
    expect(rows).toEqual([{ spent: expect.stringMatching(/^[01]{8}$/), set: 2 }])
  })

  test('no table that an answer touches knows a time of day', async () => {
    const { rows } = await world.root.query(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type LIKE '%time%'
         AND table_name IN ('response', 'response_pending', 'answer_file', 'response_draft', 'wave_spent', 'invitee', 'tally')`,
    )
    expect(rows).toEqual([])
  })

  test('no key leads from an answer to a link or an invitee', async () => {
    const { rows } = await world.root.query(
      `SELECT DISTINCT confrelid::regclass::text AS target FROM pg_constraint
       WHERE contype = 'f' AND conrelid IN ('response'::regclass, 'response_pending'::regclass) ORDER BY 1`,
    )
    expect(rows.map(({ target }) => target)).not.toEqual(expect.arrayContaining(['collection_link']))
    expect(rows.map(({ target }) => target)).not.toEqual(expect.arrayContaining(['invitee']))
  })
})

/** A wave with invited people; their tokens in the order of the list. */
async function anInvitedWave(people: number): Promise<{ wave: WaveOfTest; tokens: Map<number, string> }> {
  const wave = await aWave(world)
  const domain = `${randomUUID()}.example`
  const text = Array.from({ length: people }, (_, n) => `p${n}@${domain}`).join('\n')
  await must(
    world,
    wave.enterprise.manager,
    `mutation ($input: AddInviteesInput!) { addInvitees(input: $input) { added } }`,
    {
      input: { waveId: wave.waveId, text },
    },
  )
  await must(world, wave.enterprise.manager, `mutation ($id: ID!) { sendInvitations(waveId: $id) { problem } }`, {
    id: wave.waveId,
  })
  await world.runJobs()
  const mails = (await listOutbox(world.outboxDir, 10_000)).filter(({ to }) => to.endsWith(domain))
  const tokens = new Map(
    mails.map(({ to, text: body }) => [Number(/p(\d+)@/.exec(to)![1]), /#([0-9a-z]{26})\n/.exec(body)![1]!]),
  )
  return { wave, tokens }
}

const shuffled = <T>(list: T[]): T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

const PEOPLE = 60
const ANSWERS = 40

test('who holds the whole database matches people and answers no better than chance, by no order of any column', async () => {
  const { wave, tokens } = await anInvitedWave(PEOPLE)
  const answering = shuffled([...tokens.keys()]).slice(0, ANSWERS)
  // People come one after the other, some of them stop the mails or are reminded in between; each writes who they are.
  for (const person of answering) {
    const token = tokens.get(person)!
    await page.call('open', { token })
    expect((await page.submit(token, { answers: { score: 1, why: `person ${person}` } })).json).toEqual({
      accepted: true,
    })
    if (Math.random() < 0.2) await page.call('stop', { token: tokens.get(Math.floor(Math.random() * PEOPLE))! })
  }
  await world.root.query('UPDATE wave_mailing SET sent_on = sent_on - 1 WHERE wave_id = $1', [wave.waveId])
  await must(world, wave.enterprise.manager, `mutation ($id: ID!) { sendReminders(waveId: $id) { problem } }`, {
    id: wave.waveId,
  })
  await world.runJobs()

  // The attacker sees who has answered (the bits), and every column, the place and the transaction of each row.
  const { rows: people } = await world.root.query(
    `SELECT i.*, i.ctid::text AS place, i.xmin::text AS transaction, l.nonce, l.token_hash, l.position, l.ctid::text AS link_place,
       l.xmin::text AS link_transaction, l.id AS link
     FROM invitee i JOIN collection_link l ON l.partner_id = i.partner_id AND l.id = i.link_id
     JOIN wave_spent s ON s.wave_id = i.wave_id WHERE i.wave_id = $1 AND get_bit(s.spent, l.position) = 1`,
    [wave.waveId],
  )
  const { rows: answers } = await world.root.query(
    `SELECT r.id, r.ctid::text AS place, r.xmin::text AS transaction, r.digest::text AS digest, r.received_on::text AS day, r.seconds,
       p.ctid::text AS pending_place, p.xmin::text AS pending_transaction, r.answers
     FROM response r JOIN response_pending p ON p.partner_id = r.partner_id AND p.response_id = r.id WHERE r.wave_id = $1`,
    [wave.waveId],
  )
  expect([people.length, answers.length]).toEqual([ANSWERS, ANSWERS])
  const hits: [string, number][] = []
  for (const left of Object.keys(people[0])) {
    for (const right of Object.keys(answers[0]).filter((name) => name !== 'answers')) {
      const inOrder = people.toSorted((a, b) => compare(a[left], b[left]))
      const theirs = answers.toSorted((a, b) => compare(a[right], b[right]))
      for (const [way, list] of [
        ['up', theirs],
        ['down', theirs.toReversed()],
      ] as const) {
        const matched = list.filter(
          (answer, at) => answer.answers.why === `person ${/p(\d+)@/.exec(inOrder[at].email)![1]}`,
        )
        hits.push([`${left} by ${right} ${way}`, matched.length])
      }
    }
  }
  expect(hits.length).toBeGreaterThan(250)
  // Chance gives one hit on average; nine or more come about once in a million tries.
  expect(hits.filter(([, count]) => count > 8)).toEqual([])
  const mean = hits.reduce((sum, [, count]) => sum + count, 0) / hits.length
  console.log(`T66: ${hits.length} ways to match, ${mean.toFixed(2)} hits on average of ${ANSWERS}`)
  expect(mean).toBeLessThan(3)
}, 120_000)

/** Orders as a person would: numbers and places by their numbers, all else as text. */
function compare(a: unknown, b: unknown): number {
  const numbers = (value: unknown) =>
    String(value)
      .match(/^\(?(\d+),?(\d+)?\)?$/)
      ?.slice(1)
      .map(Number)
  const [left, right] = [numbers(a), numbers(b)]
  if (left && right) return left[0]! - right[0]! || (left[1] ?? 0) - (right[1] ?? 0)
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
