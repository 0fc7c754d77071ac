import { ask, aWorld, codeOf, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { listOutbox } from '../../platform/mail/outbox.ts'
import type { OutboxMail } from '../../platform/mail/outbox.ts'
import { aLink, aPage, aQuestionnaire, aWave, someGroups } from './test-builders.ts'
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

const ADD = `mutation ($input: AddInviteesInput!) { addInvitees(input: $input) { added known faults { line code } problem wave { mail { invitees waiting } } } }`
const add = async (wave: WaveOfTest, text: string, more: Record<string, unknown> = {}) =>
  (await must(world, wave.enterprise.manager, ADD, { input: { waveId: wave.waveId, text, ...more } })).addInvitees
const SEND = (kind: 'sendInvitations' | 'sendReminders') =>
  `mutation ($id: ID!, $message: String) { ${kind}(waveId: $id, message: $message) { problem wave { mail { waiting remindersLeft } } } }`
const send = async (wave: WaveOfTest, kind: 'sendInvitations' | 'sendReminders', message?: string) => {
  const answer = await must(world, wave.enterprise.manager, SEND(kind), { id: wave.waveId, message })
  await world.runJobs()
  return answer[kind].problem
}
/** Mails are kept by the second: a reminder goes out on another day than the invitation. */
const aDayLater = (wave: WaveOfTest) =>
  world.root.query('UPDATE wave_mailing SET sent_on = sent_on - 1 WHERE wave_id = $1', [wave.waveId])
const mailsTo = async (domain: string): Promise<OutboxMail[]> =>
  (await listOutbox(world.outboxDir, 5000)).filter(({ to }) => to.endsWith(`@${domain}`)).reverse()
const tokenIn = ({ text }: OutboxMail) => /#([0-9a-z]{26})\n/.exec(text)![1]!
const people = (count: number, domain: string) =>
  Array.from({ length: count }, (_, n) => `Person ${n} <p${n}@${domain}>`).join('\n')
let turn = 0
const aDomain = () => `d${++turn}.example`

describe('the list of people to invite', () => {
  test('takes what can be taken and names the rest, first without writing', async () => {
    const wave = await aWave(world)
    const [groupId] = await someGroups(world, wave, [{ name: 'Familles' }])
    const text = 'Ann <ann@list.example>\nnot an address\nben@list.example\tBen\tnl\tFamilles'
    expect(await add(wave, text, { dryRun: true })).toMatchObject({
      added: 2,
      known: 0,
      faults: [{ line: 2, code: 'noEmail' }],
      wave: null,
    })
    expect(await add(wave, text)).toMatchObject({ added: 2, known: 0, wave: { mail: { invitees: 2, waiting: 2 } } })
    expect(await add(wave, `${text}\ncid@list.example`)).toMatchObject({ added: 1, known: 2 })
    const { invitees } = await must(
      world,
      wave.enterprise.manager,
      `query ($id: ID!) { invitees(waveId: $id, first: 2) { nodes { email name language groupId mailed } pageInfo { hasNextPage endCursor } } }`,
      { id: wave.waveId },
    )
    expect(invitees.nodes).toEqual([
      { email: 'ann@list.example', name: 'Ann', language: 'fr', groupId: null, mailed: false },
      { email: 'ben@list.example', name: 'Ben', language: 'nl', groupId, mailed: false },
    ])
    const rest = await must(
      world,
      wave.enterprise.manager,
      `query ($id: ID!, $after: String) { invitees(waveId: $id, first: 2, after: $after) { nodes { email } pageInfo { hasNextPage } } }`,
      { id: wave.waveId, after: invitees.pageInfo.endCursor },
    )
    expect(rest.invitees).toEqual({ nodes: [{ email: 'cid@list.example' }], pageInfo: { hasNextPage: false } })
  })

  test('is for the team of the enterprise: the coach does not see it', async () => {
    const wave = await aWave(world)
    await add(wave, people(1, 'secret.example'))
    const answer = await ask(
      world,
      wave.enterprise.coach,
      `query ($id: ID!) { invitees(waveId: $id) { nodes { email } } }`,
      { id: wave.waveId },
    )
    expect(codeOf(answer)).toBe('NOT_FOUND')
  })

  test('lets go of a person, whose link stops working', async () => {
    const wave = await aWave(world)
    const domain = aDomain()
    await add(wave, people(2, domain))
    await send(wave, 'sendInvitations')
    const [mail] = await mailsTo(domain)
    const { rows } = await world.root.query('SELECT id FROM invitee WHERE wave_id = $1 AND email = $2', [
      wave.waveId,
      mail!.to,
    ])
    const { removeInvitee } = await must(
      world,
      wave.enterprise.manager,
      `mutation ($id: ID!) { removeInvitee(inviteeId: $id) { wave { mail { invitees } } } }`,
      {
        id: rows[0].id,
      },
    )
    expect(removeInvitee.wave.mail.invitees).toBe(1)
    expect((await page.submit(tokenIn(mail!))).status).toBe(404)
  })

  test('has each address once, also when eight lists come at once', async () => {
    const wave = await aWave(world)
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(wave, people(5, 'same.example'))))
    expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(5)
  })
})

describe('invitations', () => {
  test('say who asks, why, how long, until when, and how to be left alone, in the language of the person', async () => {
    const wave = await aWave(world, {
      settings: {
        purpose: { fr: 'Mieux vous accueillir.', nl: 'U beter onthalen.' },
        closesOn: '2099-06-30',
        contact: 'avis@relais.example',
      },
    })
    const domain = aDomain()
    await add(wave, `a@${domain}\tfr\nb@${domain}\tnl\nc@${domain}\ten`)
    expect(await send(wave, 'sendInvitations', 'Merci de votre temps.')).toBeNull()
    const mails = await mailsTo(domain)
    expect(mails.map(({ to }) => to.slice(0, 2)).sort()).toEqual(['a@', 'b@', 'c@'])
    const text = Object.fromEntries(mails.map((mail) => [mail.to[0], mail.text.replace(/\s+/g, ' ')]))
    expect(text['a']).toMatch(
      new RegExp(`${wave.enterprise.name} vous invite à répondre à un questionnaire : « Votre avis ».`),
    )
    for (const words of [
      'Mieux vous accueillir.',
      'environ 2 minutes',
      '30 juin 2099',
      'au plus 2 rappels',
      'avis@relais.example',
      '> Merci de votre temps.',
    ])
      expect(text['a']).toContain(words)
    expect(text['b']).toContain('U beter onthalen.')
    expect(text['b']).toContain('hoogstens 2 herinneringen')
    expect(text['c']).toContain('at most 2 reminders')
    for (const mail of mails) expect(mail.text).toContain(`/q/#stop.${tokenIn(mail)}`)
    expect((await page.call('open', { token: tokenIn(mails[0]!) })).json).toMatchObject({
      state: 'open',
      kind: 'personal',
    })
  })

  test('go once to each person, and later to those added since', async () => {
    const wave = await aWave(world)
    const domain = aDomain()
    await add(wave, people(3, domain))
    expect(await send(wave, 'sendInvitations')).toBeNull()
    expect(await send(wave, 'sendInvitations')).toBe('NOBODY_TO_MAIL')
    await add(wave, `late@${domain}`)
    expect(await send(wave, 'sendInvitations')).toBeNull()
    expect((await mailsTo(domain)).map(({ to }) => to.split('@')[0]).sort()).toEqual(['late', 'p0', 'p1', 'p2'])
  })

  test('wait until the wave is open', async () => {
    const wave = await aWave(world, { planned: true })
    await add(wave, people(1, aDomain()))
    expect(await send(wave, 'sendInvitations')).toBe('NOT_OPEN')
  })

  test('leave no token behind: neither in the queue nor in any table', async () => {
    const wave = await aWave(world)
    const domain = aDomain()
    await add(wave, people(2, domain))
    await must(world, wave.enterprise.manager, SEND('sendInvitations'), { id: wave.waveId })
    const { rows } = await world.root.query(`SELECT * FROM graphile_worker._private_jobs`)
    expect(rows.map(({ payload }) => Object.keys(payload).sort())).toEqual([['mailingId', 'partnerId']])
    await world.runJobs()
    const tokens = (await mailsTo(domain)).map(tokenIn)
    const { rows: links } = await world.root.query(
      'SELECT to_jsonb(l)::text AS row FROM collection_link l WHERE wave_id = $1',
      [wave.waveId],
    )
    for (const token of tokens) expect(JSON.stringify([rows, links])).not.toContain(token)
  })
})

describe('reminders', () => {
  test('go only to those through whose link no answer came and who did not ask to be left alone', async () => {
    const wave = await aWave(world)
    const domain = aDomain()
    await add(wave, people(9, domain))
    await send(wave, 'sendInvitations')
    const invited = await mailsTo(domain)
    for (const mail of invited.slice(0, 5)) expect((await page.submit(tokenIn(mail))).json).toEqual({ accepted: true })
    expect((await page.call('stop', { token: tokenIn(invited[5]!) })).json).toEqual({ done: true })
    await aDayLater(wave)
    expect(await send(wave, 'sendReminders')).toBeNull()
    const reminded = (await mailsTo(domain)).slice(9)
    expect(reminded.map(({ to }) => to)).toEqual(invited.slice(6).map(({ to }) => to))
    expect(reminded.map(tokenIn)).toEqual(invited.slice(6).map(tokenIn))
    // Who is tired of mails may still answer.
    expect((await page.submit(tokenIn(invited[5]!))).json).toEqual({ accepted: true })
  })

  test('are as many as people were told, one a day at most', async () => {
    const wave = await aWave(world, { settings: { mostReminders: 2 } })
    const domain = aDomain()
    await add(wave, people(2, domain))
    expect(await send(wave, 'sendReminders')).toBe('NOBODY_TO_MAIL')
    await send(wave, 'sendInvitations')
    expect(await send(wave, 'sendReminders')).toBe('TOO_SOON')
    const told = []
    for (let round = 0; round < 3; round++) {
      await aDayLater(wave)
      told.push(await send(wave, 'sendReminders'))
    }
    expect(told).toEqual([null, null, 'NO_REMINDER_LEFT'])
    const mails = await mailsTo(domain)
    expect(mails).toHaveLength(6)
    expect(mails[2]!.text).not.toContain('dernier rappel')
    expect(mails[4]!.text).toContain('C’est le dernier rappel.')
  })

  test('a round whose process died goes on where it stood and mails nobody twice', async () => {
    const wave = await aWave(world)
    const domain = aDomain()
    await add(wave, people(12, domain))
    await send(wave, 'sendInvitations')
    await aDayLater(wave)
    const { partner, id: enterpriseId } = wave.enterprise
    const payload = { partnerId: partner.id, mailingId: newId() }
    await world.root.query(
      `INSERT INTO wave_mailing (partner_id, enterprise_id, wave_id, id, kind, by_name) VALUES ($1, $2, $3, $4, 'reminder', 'Test')`,
      [partner.id, enterpriseId, wave.waveId, payload.mailingId],
    )
    const { tasks } = await import('../../jobs/tasks.ts')
    const { mailer } = world.services
    let sent = 0
    const died = new Promise<void>((resolve) => {
      // The sixth mail never comes back.
      const send = async (mail: Parameters<typeof mailer.send>[0]) =>
        ++sent <= 5 ? mailer.send(mail) : new Promise<void>(() => resolve())
      void tasks['mailWave']!(payload, { services: { ...world.services, mailer: { ...mailer, send } } } as never)
    })
    await died
    await tasks['mailWave']!(payload, { services: world.services } as never)
    const reminded = (await mailsTo(domain)).slice(12)
    expect([reminded.length, new Set(reminded.map(({ to }) => to)).size]).toEqual([12, 12])
  })

  test('one address that a mail server refuses does not stop the others', async () => {
    const wave = await aWave(world)
    const domain = aDomain()
    await add(wave, people(3, domain))
    const { mailer } = world.services
    const real = mailer.send
    mailer.send = async (mail) => {
      if (mail.to.startsWith('p1@')) throw new Error('550 no such mailbox')
      return real(mail)
    }
    await send(wave, 'sendInvitations')
    mailer.send = real
    expect((await mailsTo(domain)).map(({ to }) => to[1])).toEqual(['0', '2'])
    expect(await send(wave, 'sendInvitations')).toBeNull()
    expect((await mailsTo(domain)).map(({ to }) => to[1])).toEqual(['0', '2', '1'])
  })

  test('T70 Small audience: how many were reminded is not kept where it tells that fewer than five have answered', async () => {
    const countAfter = async (answers: number) => {
      const wave = await aWave(world)
      const domain = aDomain()
      await add(wave, people(8, domain))
      await send(wave, 'sendInvitations')
      for (const mail of (await mailsTo(domain)).slice(0, answers)) await page.submit(tokenIn(mail))
      await aDayLater(wave)
      await send(wave, 'sendReminders')
      const { wave: seen } = await must(
        world,
        wave.enterprise.manager,
        `query ($id: ID!) { wave(id: $id) { mailings { kind count finished } mail { answered { count } } } }`,
        { id: wave.waveId },
      )
      return [seen.mailings[0], seen.mail.answered.count]
    }
    expect(await countAfter(0)).toEqual([{ kind: 'reminder', count: 8, finished: true }, null])
    expect(await countAfter(3)).toEqual([{ kind: 'reminder', count: null, finished: true }, null])
    expect(await countAfter(6)).toEqual([{ kind: 'reminder', count: 2, finished: true }, 6])
  })
})

test('files without an answer, old drafts and lists of waves long closed are let go of', async () => {
  const wave = await aWave(world, { content: aQuestionnaire() })
  const domain = aDomain()
  await add(wave, people(1, domain))
  const { token } = await aLink(world, wave)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const upload = () =>
    page.call('file', png, { headers: { 'content-type': 'application/octet-stream', authorization: `Link ${token}` } })
  const [kept, orphan, fresh] = [await upload(), await upload(), await upload()]
  await page.submit(token, { answers: { score: 8, photo: kept.json } })
  await page.call('draft', { token, draft: 'a'.repeat(43), content: 'AAAA' })
  const { root } = world
  await root.query('UPDATE answer_file SET received_on = current_date - 8 WHERE id = ANY($1)', [
    [kept.json.id, orphan.json.id],
  ])
  await root.query('UPDATE response_draft SET expires_on = current_date - 1 WHERE wave_id = $1', [wave.waveId])
  const { tasks } = await import('../../jobs/tasks.ts')
  const tidy = () => tasks['tidyCollection']!({}, { services: world.services } as never)
  await tidy()
  const left = async (table: string) =>
    (await root.query(`SELECT * FROM ${table} WHERE wave_id = $1`, [wave.waveId])).rows
  expect((await left('answer_file')).map(({ id }) => id).sort()).toEqual([kept.json.id, fresh.json.id].sort())
  expect([await left('response_draft'), (await left('invitee')).length]).toEqual([[], 1])
  await root.query(`UPDATE wave SET closed_at = now() - interval '92 days' WHERE id = $1`, [wave.waveId])
  await tidy()
  expect(await left('invitee')).toEqual([])
})
