import {
  aPerson,
  anIdentityDatabase,
  anIdentityProcess,
  Browser,
  type IdentityDatabase,
  type IdentityProcess,
} from './identity-bench.ts'
import { ABSOLUTE, IDLE } from './session-lifetime.ts'
import { tokenHash } from './session-token.ts'

let database: IdentityDatabase
let one: IdentityProcess
let two: IdentityProcess

beforeAll(async () => {
  database = await anIdentityDatabase()
  one = await anIdentityProcess(database)
  two = await anIdentityProcess(database)
})
afterAll(() => database.drop())

async function aSignedInBrowser() {
  const person = await aPerson(one)
  const browser = new Browser()
  await browser.signIn(one, person.email, person.password)
  return { ...person, browser, cookie: browser.cookie }
}
const tokenOf = (cookie: string) => decodeURIComponent(/session_token=([^;]+)/.exec(cookie)![1]!).split('.')[0]!

test('the database holds hashes of session tokens and no token, in no column of no table', async () => {
  const { id, cookie } = await aSignedInBrowser()
  const { rows } = await database.owner.query('SELECT token FROM auth.session WHERE "userId" = $1', [id])
  expect(rows).toEqual([{ token: tokenHash(tokenOf(cookie)) }])
  const { rows: tables } = await database.owner.query(
    `SELECT table_name FROM information_schema.tables WHERE table_schema = 'auth'`,
  )
  for (const { table_name } of tables) {
    const { rows } = await database.owner.query(`SELECT t::text AS content FROM auth."${table_name}" t`)
    expect(JSON.stringify(rows)).not.toContain(tokenOf(cookie))
  }
})

test('a stolen hash is no session, even with a signature', async () => {
  const { cookie } = await aSignedInBrowser()
  const forged = cookie.replace(encodeURIComponent(tokenOf(cookie)), tokenHash(tokenOf(cookie)))
  expect(await one.identity.sessionOf({ cookie: forged })).toBeUndefined()
})

test.each([
  ['no cookie', undefined],
  ['an empty one', 'vises.session_token='],
  ['one without a signature', 'vises.session_token=abc'],
  ['a wrong signature', `vises.session_token=abc.${'A'.repeat(43)}%3D`],
  ['broken escapes', 'vises.session_token=%E0%A4%A.x'],
])('%s is nobody', async (_name, cookie) => {
  expect(await one.identity.sessionOf({ cookie })).toBeUndefined()
})

test('signing in gives a new id and ends the one that was in the browser, on both processes', async () => {
  const { email, password, browser, cookie: before } = await aSignedInBrowser()
  expect((await browser.signIn(two, email, password)).status).toBe(200)
  expect(tokenOf(browser.cookie)).not.toBe(tokenOf(before))
  for (const { identity } of [one, two]) {
    expect(await identity.sessionOf({ cookie: before })).toBeUndefined()
    expect(await identity.sessionOf({ cookie: browser.cookie })).toBeDefined()
  }
})

test('a session id planted before signing in is worth nothing after', async () => {
  const attacker = await aSignedInBrowser()
  const victim = await aPerson(one)
  const browser = new Browser()
  browser.cookies.set('vises.session_token', attacker.browser.cookies.get('vises.session_token')!)
  await browser.signIn(one, victim.email, victim.password)
  expect(await one.identity.sessionOf({ cookie: attacker.cookie })).toBeUndefined()
})

test('changing the password ends every other session and renews this one', async () => {
  const { email, password, browser, cookie: before } = await aSignedInBrowser()
  const elsewhere = new Browser()
  await elsewhere.signIn(two, email, password)
  const changed = await browser.post(one, '/change-password', {
    currentPassword: password,
    newPassword: 'vier kleine eenden',
  })
  expect(changed.status).toBe(200)
  expect(await two.identity.sessionOf({ cookie: before })).toBeUndefined()
  expect(await two.identity.sessionOf({ cookie: elsewhere.cookie })).toBeUndefined()
  expect(await two.identity.sessionOf({ cookie: browser.cookie })).toBeDefined()
  expect((await new Browser().signIn(two, email, password)).status).toBe(401)
})

test('nobody changes a password without the current one, or to a poor one', async () => {
  const { password, browser } = await aSignedInBrowser()
  const change = async (currentPassword: string, newPassword: string) =>
    (await browser.post(one, '/change-password', { currentPassword, newPassword })).json.code
  expect(await change('wrong password', 'vier kleine eenden')).toBe('INVALID_PASSWORD')
  expect(await change(password, 'kort')).toBe('PASSWORD_TOO_SHORT')
  expect(await change(password, 'Azertyuiop123!')).toBe('PASSWORD_TOO_COMMON')
})

test('signing out everywhere is everywhere, at once', async () => {
  const { email, password, browser } = await aSignedInBrowser()
  const elsewhere = new Browser()
  await elsewhere.signIn(two, email, password)
  const cookies = [browser.cookie, elsewhere.cookie]
  expect((await browser.post(one, '/revoke-sessions')).status).toBe(200)
  for (const cookie of cookies) expect(await two.identity.sessionOf({ cookie })).toBeUndefined()
})

test('our own code ends the sessions of a person, and of nobody else', async () => {
  const leaver = await aSignedInBrowser()
  const stayer = await aSignedInBrowser()
  await one.identity.endSessionsOf(leaver.id)
  expect(await two.identity.sessionOf({ cookie: leaver.cookie })).toBeUndefined()
  expect((await leaver.browser.post(two, '/update-user', { name: 'X' })).status).toBe(401)
  expect(await two.identity.sessionOf({ cookie: stayer.cookie })).toBeDefined()
})

test('a password set by our own code ends sessions and half-done proofs', async () => {
  const { id, email, cookie } = await aSignedInBrowser()
  await one.identity.setPassword(id, 'vijf gele kanaries')
  expect(await two.identity.sessionOf({ cookie })).toBeUndefined()
  expect((await new Browser().signIn(two, email, 'vijf gele kanaries')).status).toBe(200)
})

test('a first password can be set for someone who has none, once per person however often asked at once', async () => {
  const { id } = await one.identity.createUser({ email: 'first@example.org', name: 'First', language: 'en' })
  expect((await new Browser().signIn(one, 'first@example.org', 'zes groene kikkers')).status).toBe(401)
  await Promise.all(Array.from({ length: 8 }, () => one.identity.setPassword(id, 'zes groene kikkers')))
  expect((await new Browser().signIn(one, 'first@example.org', 'zes groene kikkers')).status).toBe(200)
  expect((await one.pool.query('SELECT 1 FROM auth.account WHERE "userId" = $1', [id])).rowCount).toBe(1)
})

test('a session left alone for 12 hours ends; one in use is kept, written at most once an hour, up to 7 days', async () => {
  const { id, cookie } = await aSignedInBrowser()
  const end = async () =>
    (
      await one.pool.query('SELECT "expiresAt" AS end FROM auth.session WHERE "userId" = $1', [id])
    ).rows[0].end.getTime()
  const move = (sql: string) => database.owner.query(`UPDATE auth.session SET ${sql} WHERE "userId" = $1`, [id])
  const near = (expected: number) => [expected - 60_000, expected + 60_000] as const

  const first = await end()
  expect(Math.abs(first - (Date.now() + IDLE))).toBeLessThan(60_000)
  await one.identity.sessionOf({ cookie })
  expect(await end()).toBe(first)

  await move(`"expiresAt" = now() + interval '2 hours'`)
  expect(await one.identity.sessionOf({ cookie })).toBeDefined()
  const [low, high] = near(Date.now() + IDLE)
  expect(await end()).toBeGreaterThan(low)
  expect(await end()).toBeLessThan(high)

  await move(`"createdAt" = now() - interval '6 days 23 hours', "expiresAt" = now() + interval '1 hour'`)
  const last = await end()
  expect(await one.identity.sessionOf({ cookie })).toBeDefined()
  expect(Math.abs((await end()) - last)).toBeLessThan(1000)
  expect(last).toBeLessThan(Date.now() + ABSOLUTE)

  await move(`"expiresAt" = now() - interval '1 second'`)
  expect(await one.identity.sessionOf({ cookie })).toBeUndefined()
})

test('asking who someone is takes one statement', async () => {
  const { cookie } = await aSignedInBrowser()
  const statements: unknown[] = []
  const query = one.pool.query
  one.pool.query = ((...args: Parameters<typeof query>) => (
    statements.push(args[0]),
    query.apply(one.pool, args)
  )) as typeof query
  await one.identity.sessionOf({ cookie })
  one.pool.query = query
  expect(statements).toHaveLength(1)
})

test('many at once need no more connections than there are', async () => {
  const narrow = await anIdentityProcess(database, { allowDemoAccounts: false })
  narrow.pool.options.max = 2
  const people = await Promise.all(Array.from({ length: 8 }, () => aPerson(narrow)))
  const answers = await Promise.all(
    people.map(async ({ email, password }) => {
      const browser = new Browser()
      await browser.signIn(narrow, email, password)
      return browser.post(narrow, '/change-password', { currentPassword: password, newPassword: 'negen witte zwanen' })
    }),
  )
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
})

test('a database that is away is a plain failure, without a word about the inside', async () => {
  const broken = await anIdentityProcess(database)
  const { email, password } = await aPerson(broken)
  const browser = new Browser()
  await browser.signIn(broken, email, password)
  broken.pool.connect = () => Promise.reject(new Error('connect ECONNREFUSED, password=hunter2')) as never
  broken.pool.query = broken.pool.connect as never
  const answers = [
    await browser.signIn(broken, email, password),
    await browser.post(broken, '/reset-password', { token: 'x', newPassword: 'negen witte zwanen' }),
    await browser.post(broken, '/request-password-reset', { email }),
    await browser.post(broken, '/update-user', { name: 'X' }),
    await browser.get(broken, '/get-session'),
  ]
  for (const { status, json } of answers)
    expect([status, json]).toEqual([500, { code: 'INTERNAL', message: 'internal' }])
  expect(JSON.stringify(broken.logged)).not.toContain('hunter2')
  expect(broken.logged).toHaveLength(answers.length)
})
