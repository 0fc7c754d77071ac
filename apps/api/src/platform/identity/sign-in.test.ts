import {
  aPerson,
  anIdentityDatabase,
  anIdentityProcess,
  Browser,
  type IdentityDatabase,
  type IdentityProcess,
} from './identity-bench.ts'
import { EmailTaken, WeakPassword } from './people.ts'

let database: IdentityDatabase
let vises: IdentityProcess

beforeAll(async () => {
  database = await anIdentityDatabase()
  vises = await anIdentityProcess(database)
})
afterAll(() => database.drop())

test('a person signs in and is known, with name and language', async () => {
  const { id, email, password } = await aPerson(vises)
  const browser = new Browser()
  const response = await browser.signIn(vises, email, password)
  expect(response.status).toBe(200)
  expect(await vises.identity.sessionOf({ cookie: browser.cookie })).toEqual({
    userId: id,
    sessionId: expect.any(String),
    hasTwoFactor: false,
  })
  expect((await browser.get(vises, '/get-session')).json).toMatchObject({
    user: { id, email, name: 'Ada Martens', language: 'nl', hasTwoFactor: false },
  })
})

test('capitals in the address do not matter', async () => {
  const { email, password } = await aPerson(vises)
  expect((await new Browser().signIn(vises, email.toUpperCase(), password)).status).toBe(200)
  expect(await vises.identity.findUserByEmail(` ${email.toUpperCase()}`)).toMatchObject({ email })
})

test('the session token never appears in a body', async () => {
  const { email, password } = await aPerson(vises)
  const browser = new Browser()
  const body = (await browser.signIn(vises, email, password)).text
  const token = decodeURIComponent(browser.cookies.get('vises.session_token')!).split('.')[0]!
  expect(body + (await browser.get(vises, '/get-session')).text).not.toContain(token)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test('after signing out nobody is known, here and in the database', async () => {
  const { id, email, password } = await aPerson(vises)
  const browser = new Browser()
  await browser.signIn(vises, email, password)
  const cookie = browser.cookie
  expect((await browser.post(vises, '/sign-out')).status).toBe(200)
  expect(await vises.identity.sessionOf({ cookie })).toBeUndefined()
  expect((await browser.get(vises, '/get-session')).json).toBeNull()
  expect((await vises.pool.query('SELECT 1 FROM auth.session WHERE "userId" = $1', [id])).rowCount).toBe(0)
})

test('our own code signs a person in through the same door', async () => {
  const { id, email, password } = await aPerson(vises)
  const response = await vises.identity.signInResponse({ email, password }, { ip: '10.1.1.1' })
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  expect(await vises.identity.sessionOf(new Headers({ cookie }))).toMatchObject({ userId: id })
})

test('cookies are kept from scripts, from other sites and, over https, from every other host', async () => {
  const secure = await anIdentityProcess(database, { baseUrl: 'https://vises.test' })
  const { email, password } = await aPerson(vises)
  const cookies = (await new Browser({ origin: 'https://vises.test' }).signIn(secure, email, password)).setCookies
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-vises.session_token', '__Host-vises.device'])
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(cookie).not.toMatch(/domain/i)
  }
})

test('nobody makes an account, changes an address or deletes an account through the library', async () => {
  const { email, password } = await aPerson(vises)
  const browser = new Browser()
  await browser.signIn(vises, email, password)
  for (const path of [
    '/sign-up/email',
    '/change-email',
    '/delete-user',
    '/list-sessions',
    '/link-social',
    '/two-factor/send-otp',
    '/sign-in/social',
  ]) {
    expect((await browser.post(vises, path, { email: 'x@example.org', password, name: 'X' })).status).toBe(404)
  }
})

test('a person changes name and language, and nothing else about themselves', async () => {
  const { id, email, password } = await aPerson(vises, { demo: true })
  const browser = new Browser()
  await browser.signIn(vises, email, password)
  expect((await browser.post(vises, '/update-user', { name: 'Ada M.', language: 'fr' })).status).toBe(200)
  for (const body of [
    { demo: false },
    { emailVerified: true },
    { language: 'de' },
    { name: '' },
    { image: 'https://evil.test/x' },
  ]) {
    expect((await browser.post(vises, '/update-user', body)).status).toBe(400)
  }
  expect(await vises.identity.profileOf(id)).toMatchObject({ name: 'Ada M.', language: 'fr', demo: true, email })
})

test('an address has one account, and its password is not a common one', async () => {
  const { email } = await aPerson(vises)
  const person = { name: 'Bo', email, language: 'fr' as const }
  await expect(vises.identity.createUser(person)).rejects.toThrow(EmailTaken)
  await expect(
    vises.identity.createUser({ ...person, email: 'bo@example.org', password: 'Wachtwoord2026!' }),
  ).rejects.toThrow(WeakPassword)
  expect(await vises.identity.findUserByEmail('bo@example.org')).toBeUndefined()
})

test('200 signs of a password count to the last one', async () => {
  const { email, password } = await aPerson(vises, { password: `é${'x'.repeat(100)}😀\u0000${'y'.repeat(96)}` })
  const browser = new Browser()
  expect(password).toHaveLength(200)
  expect((await browser.signIn(vises, email, `${password.slice(0, 199)}z`)).status).toBe(401)
  expect((await browser.signIn(vises, email, password)).status).toBe(200)
})

test('on a real service a demonstration account does not get in, by no way', async () => {
  const real = await anIdentityProcess(database, { allowDemoAccounts: false })
  const { email, password } = await aPerson(vises, { demo: true })
  const early = new Browser()
  await early.signIn(vises, email, password)
  const refused = await new Browser().signIn(real, email, password)
  expect([refused.status, refused.json.code]).toEqual([403, 'DEMO_ACCOUNT_REFUSED'])
  expect(refused.setCookies).toEqual([])
  expect((await new Browser().signIn(real, email, 'not the right password')).json.code).toBe(
    'INVALID_EMAIL_OR_PASSWORD',
  )
  expect(await real.identity.sessionOf({ cookie: early.cookie })).toBeUndefined()
  await new Browser().post(real, '/request-password-reset', { email })
  await real.identity.settled()
  expect(real.mails).toEqual([])
})
