import {
  aPerson,
  anIdentityDatabase,
  anIdentityProcess,
  BASE_URL,
  Browser,
  type IdentityDatabase,
  type IdentityProcess,
} from './identity-bench.ts'

let database: IdentityDatabase
let vises: IdentityProcess

beforeAll(async () => {
  database = await anIdentityDatabase()
  vises = await anIdentityProcess(database)
})
afterAll(() => database.drop())

const NEW = 'nog een lang wachtwoord'

async function aReset(headers: Record<string, string> = {}) {
  const person = await aPerson(vises)
  await new Browser().post(vises, '/request-password-reset', { email: person.email }, headers)
  await vises.identity.settled()
  const mail = vises.mails.findLast(({ to }) => to === person.email)!
  return { ...person, mail, token: /#token=(\S+)/.exec(mail.text)![1]! }
}
const reset = (token: string, newPassword = NEW) => new Browser().post(vises, '/reset-password', { token, newPassword })

test('the mail is in the language of the person and leads to our own page, secret behind the #', async () => {
  const { mail, token } = await aReset()
  expect(mail.subject).toBe('Een nieuw wachtwoord kiezen voor VISES')
  expect(mail.text).toContain(`${BASE_URL}/app/nl/reset-password#token=${token}`)
})

test('a forged Host or X-Forwarded-Host changes nothing in the link', async () => {
  const { mail } = await aReset({
    'x-forwarded-host': 'evil.test',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.test',
  })
  expect(mail.text + mail.html).not.toContain('evil.test')
})

test('the link sets a new password once, and ends every session', async () => {
  const { email, password, token } = await aReset()
  const browser = new Browser()
  await browser.signIn(vises, email, password)
  expect((await reset(token)).status).toBe(200)
  expect(await vises.identity.sessionOf({ cookie: browser.cookie })).toBeUndefined()
  expect((await reset(token, 'en nog een ander woord')).json.code).toBe('INVALID_TOKEN')
  expect((await new Browser().signIn(vises, email, password)).status).toBe(401)
  expect((await new Browser().signIn(vises, email, NEW)).status).toBe(200)
})

test('of twenty uses at once one counts', async () => {
  const { email, token } = await aReset()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => reset(token, `wachtzin nummer ${n} van twintig`)),
  )
  const won = answers.flatMap(({ status }, n) => (status === 200 ? [n] : []))
  expect(won).toHaveLength(1)
  expect((await new Browser().signIn(vises, email, `wachtzin nummer ${won[0]} van twintig`)).status).toBe(200)
})

test('a used link also ends the other links of the same person', async () => {
  const { email, token: first } = await aReset()
  await new Browser().post(vises, '/request-password-reset', { email })
  await vises.identity.settled()
  const second = /#token=(\S+)/.exec(vises.mails.at(-1)!.text)![1]!
  expect(second).not.toBe(first)
  expect((await reset(second)).status).toBe(200)
  expect((await reset(first)).status).toBe(400)
})

test('changing the password also ends links that wait in a mailbox', async () => {
  const { email, password, token } = await aReset()
  const browser = new Browser()
  await browser.signIn(vises, email, password)
  await browser.post(vises, '/change-password', { currentPassword: password, newPassword: NEW })
  expect((await reset(token)).status).toBe(400)
})

test('an expired or invented link does nothing, a poor password does not use the link up', async () => {
  const { token } = await aReset()
  expect((await reset(token, 'motdepasse2026')).json.code).toBe('PASSWORD_TOO_COMMON')
  expect((await reset('invented')).json.code).toBe('INVALID_TOKEN')
  await database.owner.query(`UPDATE auth.verification SET "expiresAt" = now() - interval '1 second'`)
  expect((await reset(token)).json.code).toBe('INVALID_TOKEN')
})

test('the database and the log hold no link secret', async () => {
  const { token } = await aReset()
  const { rows } = await database.owner.query('SELECT v::text AS content FROM auth.verification v')
  expect(rows).not.toHaveLength(0)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(vises.logged)).not.toContain(token)
})

test('five mails an hour per account, also when asked at once and from everywhere', async () => {
  const { email } = await aPerson(vises)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      new Browser().post(vises, '/request-password-reset', { email: email.toUpperCase() }),
    ),
  )
  await vises.identity.settled()
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(answers.find(({ status }) => status === 429)!.headers.get('retry-after')).toBe('3600')
  expect(vises.mails.filter(({ to }) => to === email)).toHaveLength(5)
})

test('a mail server that is down does not show in the answer', async () => {
  const broken = await anIdentityProcess(database, {
    mailer: { send: () => Promise.reject(new Error('connect ECONNREFUSED')), close: async () => {} },
  })
  const { email } = await aPerson(broken)
  const known = await new Browser().post(broken, '/request-password-reset', { email })
  const unknown = await new Browser().post(broken, '/request-password-reset', { email: 'nobody-here@example.org' })
  await broken.identity.settled()
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
  expect(broken.logged).toContainEqual({ kind: ['Error'], message: expect.any(String) })
})
