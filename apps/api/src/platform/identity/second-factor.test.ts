import { createHmac } from 'node:crypto'
import {
  aPerson,
  anIdentityDatabase,
  anIdentityProcess,
  Browser,
  type IdentityDatabase,
  type IdentityProcess,
} from './identity-bench.ts'

let database: IdentityDatabase
let one: IdentityProcess
let two: IdentityProcess

beforeAll(async () => {
  database = await anIdentityDatabase()
  one = await anIdentityProcess(database)
  two = await anIdentityProcess(database)
})
afterAll(() => database.drop())

/**
 * What an authenticator shows for this secret; `step` counts the half minutes from now. The one before and the one after
 * count too: the next one stays right when the half minute ends before the server looks.
 */
function codeFor(uri: string, step = 1): string {
  const secret = new URL(uri).searchParams.get('secret')!.replace(/=+$/, '')
  const bits = [...secret]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = digest.at(-1)! & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Someone who set up an authenticator; the code used for that is of the half minute before. */
async function aPersonWithSecondFactor() {
  const person = await aPerson(one)
  const browser = new Browser()
  await browser.signIn(one, person.email, person.password)
  const enabled = await browser.post(one, '/two-factor/enable', { password: person.password })
  const { totpURI, backupCodes } = enabled.json as { totpURI: string; backupCodes: string[] }
  const before = browser.cookie
  const verified = await browser.post(one, '/two-factor/verify-totp', { code: codeFor(totpURI, 0) })
  expect([enabled.status, verified.status]).toEqual([200, 200])
  return { ...person, browser, before, totpURI, backupCodes }
}
const WRONG_CODE = '000000'

test('setting it up needs the password, names VISES, and renews the session', async () => {
  const { id, email, browser, before, totpURI, backupCodes } = await aPersonWithSecondFactor()
  expect((await browser.post(one, '/two-factor/enable', { password: 'not the right password' })).status).toBe(400)
  expect(decodeURIComponent(totpURI)).toContain(`otpauth://totp/VISES:${email}`)
  expect(backupCodes).toHaveLength(10)
  expect(await two.identity.sessionOf({ cookie: before })).toBeUndefined()
  expect(await two.identity.sessionOf({ cookie: browser.cookie })).toMatchObject({ userId: id, hasTwoFactor: true })
  expect(await two.identity.profileOf(id)).toMatchObject({ hasTwoFactor: true })
})

test('the password alone opens nothing, password and code do', async () => {
  const { id, email, password, totpURI } = await aPersonWithSecondFactor()
  const browser = new Browser()
  const half = await browser.signIn(two, email, password)
  expect(half.json).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
  expect(await one.identity.sessionOf({ cookie: browser.cookie })).toBeUndefined()
  expect((await new Browser().post(two, '/two-factor/verify-totp', { code: codeFor(totpURI) })).status).toBe(401)
  expect((await browser.post(one, '/two-factor/verify-totp', { code: codeFor(totpURI) })).status).toBe(200)
  expect(await two.identity.sessionOf({ cookie: browser.cookie })).toMatchObject({ userId: id })
})

test('a sign-in that waits for its code has already ended the session that was in the browser', async () => {
  const { email, password, browser } = await aPersonWithSecondFactor()
  const before = browser.cookie
  await browser.signIn(one, email, password)
  expect(await two.identity.sessionOf({ cookie: before })).toBeUndefined()
})

test('a code opens once', async () => {
  const { email, password, totpURI } = await aPersonWithSecondFactor()
  const code = codeFor(totpURI)
  const answers = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const browser = new Browser()
      await browser.signIn(one, email, password)
      return browser.post(two, '/two-factor/verify-totp', { code })
    }),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a backup code opens once, also when used twice at the same moment', async () => {
  const { email, password, backupCodes } = await aPersonWithSecondFactor()
  const use = async (process: IdentityProcess) => {
    const browser = new Browser()
    await browser.signIn(process, email, password)
    return browser.post(process, '/two-factor/verify-backup-code', { code: backupCodes[3] })
  }
  const answers = await Promise.all([use(one), use(two)])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await use(one)).status).toBe(401)
})

test('of thirty codes guessed at once, through six sign-ins on two processes, five are judged', async () => {
  const { email, password, totpURI } = await aPersonWithSecondFactor()
  const browsers = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const browser = new Browser()
      await browser.signIn(n % 2 ? one : two, email, password)
      return browser
    }),
  )
  const guess = (n: number) =>
    browsers[n % 6]!.post(n % 2 ? one : two, n % 3 ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', {
      code: String(100_000 + n),
    })
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => guess(n)))
  expect(answers.filter(({ status }) => status !== 429)).toHaveLength(5)
  expect((await browsers[0]!.post(one, '/two-factor/verify-totp', { code: codeFor(totpURI) })).status).toBe(429)
})

test('someone who knows the password cannot lock the owner out of their own device', async () => {
  const { email, password, browser, totpURI } = await aPersonWithSecondFactor()
  const thief = new Browser()
  await thief.signIn(one, email, password)
  for (let n = 0; n < 6; n++) await thief.post(one, '/two-factor/verify-totp', { code: WRONG_CODE })
  await browser.post(one, '/sign-out')
  await browser.signIn(one, email, password)
  expect((await browser.post(one, '/two-factor/verify-totp', { code: codeFor(totpURI) })).status).toBe(200)
})

test('no device can be trusted past the second factor', async () => {
  const { email, password, totpURI } = await aPersonWithSecondFactor()
  const browser = new Browser()
  await browser.signIn(one, email, password)
  const body = { code: codeFor(totpURI), trustDevice: true }
  expect((await browser.post(one, '/two-factor/verify-totp', body)).json.code).toBe('FIELD_NOT_ALLOWED')
})

test('a new password by mail does not get past the second factor', async () => {
  const { email } = await aPersonWithSecondFactor()
  const browser = new Browser()
  await browser.post(one, '/request-password-reset', { email })
  await one.identity.settled()
  const token = /#token=(\S+)/.exec(one.mails.at(-1)!.text)![1]!
  await browser.post(one, '/reset-password', { token, newPassword: 'een nieuw begin vandaag' })
  expect((await browser.signIn(one, email, 'een nieuw begin vandaag')).json.twoFactorRedirect).toBe(true)
  expect(await one.identity.sessionOf({ cookie: browser.cookie })).toBeUndefined()
})

test('a sign-in that waits for its code ends when the password changes', async () => {
  const { id, email, password, totpURI } = await aPersonWithSecondFactor()
  const thief = new Browser()
  await thief.signIn(one, email, password)
  await one.identity.setPassword(id, 'acht paarse olifanten')
  expect((await thief.post(one, '/two-factor/verify-totp', { code: codeFor(totpURI) })).status).toBe(401)
})

test('turning it off needs the password; afterwards the password is enough', async () => {
  const { email, password, browser } = await aPersonWithSecondFactor()
  expect((await browser.post(one, '/two-factor/disable', { password: 'not the right password' })).status).toBe(400)
  expect((await browser.post(one, '/two-factor/disable', { password })).status).toBe(200)
  const again = new Browser()
  await again.signIn(one, email, password)
  expect(await one.identity.sessionOf({ cookie: again.cookie })).toMatchObject({ hasTwoFactor: false })
})

test('new backup codes replace the old ones', async () => {
  const { email, password, browser, backupCodes } = await aPersonWithSecondFactor()
  const fresh = (await browser.post(one, '/two-factor/generate-backup-codes', { password })).json
    .backupCodes as string[]
  const again = new Browser()
  await again.signIn(one, email, password)
  expect((await again.post(one, '/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBe(401)
  expect((await again.post(one, '/two-factor/verify-backup-code', { code: fresh[0] })).status).toBe(200)
})

test('secrets and backup codes are not readable in the database', async () => {
  const { id, totpURI, backupCodes } = await aPersonWithSecondFactor()
  const { rows } = await database.owner.query('SELECT t::text AS content FROM auth."twoFactor" t WHERE "userId" = $1', [
    id,
  ])
  for (const secret of [backupCodes[0]!, new URL(totpURI).searchParams.get('secret')!]) {
    expect(JSON.stringify(rows)).not.toContain(secret)
  }
})
