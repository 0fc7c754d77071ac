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

const WRONG = 'not the right password'
const statuses = (answers: { status: number }[]) => ({
  judged: answers.filter(({ status }) => status !== 429).length,
  refused: answers.filter(({ status }) => status === 429).length,
})
const strangersGuess = (
  email: string,
  times: number,
  by = (process: IdentityProcess) => new Browser().signIn(process, email, WRONG),
) => Promise.all(Array.from({ length: times }, (_, n) => by(n % 2 ? one : two)))

test('of thirty guesses at once, from thirty addresses on two processes, ten are judged', async () => {
  const { email } = await aPerson(one)
  expect(statuses(await strangersGuess(email, 30))).toEqual({ judged: 10, refused: 20 })
})

test('capitals and spaces buy no further guesses', async () => {
  const { email } = await aPerson(one)
  const spellings = [email, email.toUpperCase(), email.replace('p', 'P'), ` ${email}`]
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, n) => new Browser().signIn(one, spellings[n % 4]!, WRONG)),
  )
  expect(statuses(answers).judged).toBeLessThanOrEqual(10)
})

test('the right password does not get through either once the ten are used up by strangers', async () => {
  const { email, password } = await aPerson(one)
  await strangersGuess(email, 12)
  const answer = await new Browser().signIn(one, email, password)
  expect([answer.status, answer.json.code, answer.headers.get('retry-after')]).toEqual([
    429,
    'TOO_MANY_ATTEMPTS',
    '900',
  ])
})

test('the owner still gets in from a device that signed in before', async () => {
  const { email, password } = await aPerson(one)
  const browser = new Browser()
  await browser.signIn(one, email, password)
  await browser.post(one, '/sign-out')
  await strangersGuess(email, 30)
  expect((await browser.signIn(two, email, password)).status).toBe(200)
})

test('the owner still gets in from a new device after a mail to their own box', async () => {
  const { email } = await aPerson(one)
  await strangersGuess(email, 30)
  const browser = new Browser()
  await browser.post(one, '/request-password-reset', { email })
  await one.identity.settled()
  const token = /#token=(\S+)/.exec(one.mails.at(-1)!.text)![1]!
  await browser.post(one, '/reset-password', { token, newPassword: 'een nieuw begin vandaag' })
  expect((await browser.signIn(two, email, 'een nieuw begin vandaag')).status).toBe(200)
})

test('a known device has ten guesses of its own and no more', async () => {
  const { email, password } = await aPerson(one)
  const browser = new Browser()
  await browser.signIn(one, email, password)
  const guesses = await Promise.all(Array.from({ length: 15 }, () => browser.signIn(one, email, WRONG)))
  expect(statuses(guesses)).toEqual({ judged: 10, refused: 5 })
})

test('the mark of a device is worth nothing for another account, nor when altered', async () => {
  const attacker = await aPerson(one)
  const victim = await aPerson(one)
  const browser = new Browser()
  await browser.signIn(one, attacker.email, attacker.password)
  await strangersGuess(victim.email, 10)
  expect((await browser.signIn(one, victim.email, WRONG)).status).toBe(429)
  browser.cookies.set('vises.device', browser.cookies.get('vises.device')!.replace(/^./, 'x'))
  expect((await browser.signIn(one, victim.email, WRONG)).status).toBe(429)
})

test('signing in rightly is never too often', async () => {
  const { email, password } = await aPerson(one)
  for (let time = 0; time < 13; time++) expect((await new Browser().signIn(one, email, password)).status).toBe(200)
})

test('the window slides: a quarter of an hour later there are ten new guesses', async () => {
  const { email } = await aPerson(one)
  await strangersGuess(email, 12)
  await database.owner.query(
    `UPDATE auth.attempt SET used_at = ARRAY(SELECT moment - interval '15 minutes' FROM unnest(used_at) AS moment)`,
  )
  expect(statuses(await strangersGuess(email, 12))).toEqual({ judged: 10, refused: 2 })
})

test('inside a session the current password can be tried ten times, whatever strangers did', async () => {
  const { email, password } = await aPerson(one)
  const browser = new Browser()
  await browser.signIn(one, email, password)
  await strangersGuess(email, 20)
  const change = (currentPassword: string) =>
    browser.post(one, '/change-password', { currentPassword, newPassword: 'zeven rode fietsen' })
  const enable = () => browser.post(two, '/two-factor/enable', { password: WRONG })
  const guesses = await Promise.all(Array.from({ length: 16 }, (_, n) => (n % 2 ? change(WRONG) : enable())))
  expect(statuses(guesses)).toEqual({ judged: 10, refused: 6 })
  expect((await change(password)).status).toBe(429)
})

test('one client trying one guess on each of many accounts stops after a hundred, whatever it claims about its address', async () => {
  const direct = await anIdentityProcess(database, { trustProxy: false })
  // Longer than a password may be: counted like any guess, and refused without the cost of a hash.
  const long = 'x'.repeat(201)
  const answers = await Promise.all(
    Array.from({ length: 105 }, (_, n) =>
      new Browser({ ip: `10.9.0.${n}` }).signIn(direct, `stuffed${n}@example.org`, long),
    ),
  )
  expect(statuses(answers)).toEqual({ judged: 100, refused: 5 })
})

test('an IPv6 household is one client', async () => {
  const answers = await Promise.all(
    Array.from({ length: 23 }, (_, n) =>
      new Browser({ ip: `2001:db8:7:1::${n}` }).post(one, '/request-password-reset', {
        email: `house${n}@example.org`,
      }),
    ),
  )
  expect(statuses(answers)).toEqual({ judged: 20, refused: 3 })
})

test('refusals are reported, without saying whose account it is', async () => {
  const { email } = await aPerson(one)
  for (let guess = 0; guess < 11; guess++) await new Browser().signIn(one, email, WRONG)
  expect(one.logged).toContainEqual({ limit: 'password', path: '/sign-in/email', message: 'too many attempts' })
  expect(JSON.stringify(one.logged)).not.toContain(email)
  const { rows } = await database.owner.query('SELECT bucket FROM auth.attempt')
  expect(JSON.stringify(rows)).not.toContain('example.org')
})
