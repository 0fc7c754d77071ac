import {
  aPerson,
  anIdentityDatabase,
  anIdentityProcess,
  Browser,
  type Answer,
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

const seen = ({ status, text, setCookies, headers }: Answer) => ({
  status,
  text,
  setCookies,
  headers: [...headers].filter(([name]) => name !== 'date'),
})

async function timed(work: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const start = performance.now()
  return { answer: await work(), ms: performance.now() - start }
}
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Asks in turns for people who exist and people who do not, each question from a client of its own. */
async function compare(ask: (email: string) => Promise<Answer>, turns: number) {
  const known: { answer: Answer; ms: number }[] = []
  const unknown: typeof known = []
  for (let turn = 0; turn < turns; turn++) {
    const { email } = await aPerson(vises)
    known.push(await timed(() => ask(email)))
    unknown.push(await timed(() => ask(email.replace('person', 'nobody'))))
  }
  await vises.identity.settled()
  return { known, unknown }
}

test.each([
  ['signing in', (email: string) => new Browser().signIn(vises, email, 'not the right password')],
  ['asking for a new password', (email: string) => new Browser().post(vises, '/request-password-reset', { email })],
])('%s answers the same, after the same time, whether the account exists or not', async (_name, ask) => {
  const turns = Number(process.env.ENUMERATION_TURNS ?? 9)
  const { known, unknown } = await compare(ask, turns)
  expect(known.map(({ answer }) => seen(answer))).toEqual(unknown.map(({ answer }) => seen(answer)))
  const usual = median(unknown.map(({ ms }) => ms))
  const gap = Math.abs(median(known.map(({ ms }) => ms)) - usual)
  if (process.env.ENUMERATION_TURNS) console.log(_name, 'median gap', gap)
  // Generous, for machines that do other things; over 150 turns it was 0.6 ms. A missing dummy hash shows as the whole.
  expect(gap).toBeLessThan(Math.max(40, usual * 0.6))
})

test('an account without a password looks like no account', async () => {
  await vises.identity.createUser({ email: 'no-password@example.org', name: 'No', language: 'fr' })
  const without = await new Browser().signIn(vises, 'no-password@example.org', 'not the right password')
  const nobody = await new Browser().signIn(vises, 'nobody-at-all@example.org', 'not the right password')
  expect(seen(without)).toEqual(seen(nobody))
})

test('the eleventh guess is refused alike', async () => {
  const { email } = await aPerson(vises)
  const guesses = async (address: string) => {
    let last: Answer | undefined
    for (let guess = 0; guess < 11; guess++) last = await new Browser().signIn(vises, address, 'not the right password')
    return seen(last!)
  }
  const known = await guesses(email)
  expect(known.status).toBe(429)
  expect(known).toEqual(await guesses('someone-unknown@example.org'))
})
