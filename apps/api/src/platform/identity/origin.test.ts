import {
  aPerson,
  anIdentityDatabase,
  anIdentityProcess,
  BASE_URL,
  Browser,
  type IdentityDatabase,
  type IdentityProcess,
} from './identity-bench.ts'
import { isForeign, ownOrigins } from './origin-rule.ts'
import { isOwnPath } from './own-path.ts'

let database: IdentityDatabase
let vises: IdentityProcess

beforeAll(async () => {
  database = await anIdentityDatabase()
  vises = await anIdentityProcess(database)
})
afterAll(() => database.drop())

const FOREIGN = [
  'https://evil.test',
  'null',
  'http://vises.test',
  'http://vises.test:3001',
  'https://vises.test:3000',
  'http://vises.test.evil.test:3000',
]

test.each(FOREIGN)('a page of %s gets nothing done, with or without cookies', async (origin) => {
  const { email, password } = await aPerson(vises)
  const browser = new Browser()
  for (const signedIn of [false, true]) {
    if (signedIn) await browser.signIn(vises, email, password)
    for (const path of [
      '/sign-in/email',
      '/sign-out',
      '/request-password-reset',
      '/reset-password',
      '/update-user',
      '/nothing',
    ]) {
      const answer = await browser.post(vises, path, { email, password }, { origin })
      expect([path, answer.status, answer.json.code]).toEqual([path, 403, 'INVALID_ORIGIN'])
    }
  }
  expect(await vises.identity.sessionOf({ cookie: browser.cookie })).toBeDefined()
})

test('a request that the browser calls cross-site is refused, whatever its origin header', async () => {
  const { email, password } = await aPerson(vises)
  const answer = await new Browser().post(
    vises,
    '/sign-in/email',
    { email, password },
    { 'sec-fetch-site': 'cross-site' },
  )
  expect(answer.status).toBe(403)
})

test('cookies without an origin change nothing', async () => {
  const { email, password } = await aPerson(vises)
  const browser = new Browser()
  await browser.signIn(vises, email, password)
  const answer = await fetch(`${vises.address}/api/auth/sign-out`, {
    method: 'POST',
    headers: { cookie: browser.cookie },
  })
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'MISSING_ORIGIN'])
  expect(await vises.identity.sessionOf({ cookie: browser.cookie })).toBeDefined()
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx'])(
  'a body as %s is refused',
  async (type) => {
    const { email, password } = await aPerson(vises)
    const answer = await new Browser().post(vises, '/sign-in/email', { email, password }, { 'content-type': type })
    expect(answer.status).toBe(415)
    expect(answer.setCookies).toEqual([])
  },
)

test.each([
  ['a list', []],
  ['nothing useful', null],
  ['a number', 7],
])('a body that is %s is refused', async (_name, body) => {
  expect((await new Browser().post(vises, '/sign-in/email', body)).json.code).toBe('INVALID_BODY')
})

test('fields nobody knows, and fields of objects, are refused', async () => {
  for (const body of [
    { email: { $ne: '' }, password: 'x' },
    { email: 'a@b.c', password: 'x', callbackURL: '//evil.test' },
    JSON.parse('{"__proto__": {"a": 1}}'),
  ]) {
    expect((await new Browser().post(vises, '/sign-in/email', body)).status).toBe(400)
  }
})

test('no other origin may read answers', async () => {
  const answer = await new Browser().get(vises, '/get-session')
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('on a machine of one’s own its other names count as ours', () => {
  expect(ownOrigins('http://localhost:4000')).toEqual(
    new Set(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000']),
  )
  expect(ownOrigins(`${BASE_URL}/`)).toEqual(new Set([BASE_URL]))
  expect(isForeign({ 'sec-fetch-site': 'cross-site' }, 'GET', ownOrigins(BASE_URL))).toBe(false)
})

test.each(['/app', '/app/fr/journey?step=1#top', '/', '/admin/nl/'])('%s is a page of ours', (path) => {
  expect(isOwnPath(path)).toBe(true)
})

test.each([
  '//evil.test',
  '/\\evil.test',
  '\\evil',
  'https://evil.test',
  'javascript:alert(1)',
  'app',
  '',
  '/a\nb',
  '/%2f%2fevil.test',
  '/%5cevil.test',
  '/a b',
  '/\t/evil.test',
  undefined,
  7,
])('%j is not a page of ours', (path) => {
  expect(isOwnPath(path)).toBe(false)
})
