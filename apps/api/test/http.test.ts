import { hashToken } from '../src/platform/context.ts'
import { newId } from '../src/platform/id.ts'
import { ROLES } from '../src/modules/access/rules.ts'
import type { Role } from '../src/modules/access/rules.ts'
import type { Actor } from '../src/modules/access/actor.ts'
import type { Asker } from './calls.ts'
import { aCast, hashOf } from './casting.ts'
import type { Cast } from './casting.ts'
import { aSite, aTokenOf, Browser, post, send, sha256 } from './http-bench.ts'
import type { Answer, Site } from './http-bench.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

const VIEWER = 'query Viewer { viewer { id name email can membership { id role } memberships { id } } }'
const STAFF = 'query Staff { staff { members { id name } } }'
const SWITCH = 'mutation Switch($id: ID!) { switchMembership(membershipId: $id) { id role } }'
const CREATE = 'mutation Create($input: EnterpriseInput!) { createEnterprise(input: $input) { __typename } }'

let world: World
let cast: Cast
let site: Site
const tokens = {} as Record<Asker, string | undefined>

beforeAll(async () => {
  world = await aWorld()
  cast = await aCast(world)
  site = await aSite(world, [VIEWER, STAFF, SWITCH, CREATE])
  for (const role of ROLES) tokens[role] = await aTokenOf(world, cast.actors[role])
}, 120_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const bearer = (asker: Asker): Record<string, string> =>
  tokens[asker] ? { authorization: `Bearer ${tokens[asker]}` } : {}
const errorOf = ({ json }: Answer): unknown => json?.errors?.[0]?.extensions?.code

/** A person with an account and a membership, signed in as a browser would. */
async function signedIn(
  role: Role,
  partnerId = cast.a.id,
): Promise<{ browser: Browser; userId: string; membershipId: string; email: string; password: string }> {
  const email = `${newId()}@signed.example`
  const password = 'trois petits canards bleus'
  const { id: userId } = await world.services.identity.createUser({
    name: 'Ada Martens',
    email,
    password,
    language: 'fr',
  })
  const membershipId = newId()
  await world.root.query(
    `INSERT INTO membership (partner_id, id, user_id, role, person_name, person_email) VALUES ($1, $2, $3, $4, 'Ada Martens', $5)`,
    [partnerId, membershipId, userId, role, email],
  )
  const browser = new Browser(site)
  expect((await browser.auth('/sign-in/email', { email, password })).status).toBe(200)
  return { browser, userId, membershipId, email, password }
}

describe('T23 Session rotation and death', () => {
  test('T23 Session rotation and death: a removed person is refused at the next request', async () => {
    const { browser, membershipId, email } = await signedIn('coach')
    expect((await browser.ask(VIEWER)).json.data.viewer).toMatchObject({
      email,
      membership: { id: membershipId, role: 'coach' },
    })
    expect((await browser.ask(STAFF)).json.data.staff.members.length).toBeGreaterThan(0)
    await world.root.query('UPDATE membership SET ended_at = now() WHERE id = $1', [membershipId])
    expect([errorOf(await browser.ask(STAFF)), (await browser.ask(VIEWER)).json.data.viewer.membership]).toEqual([
      'UNAUTHENTICATED',
      null,
    ])
  })

  test('T23 Session rotation and death: signing out kills the cookie, also a copy of it', async () => {
    const { browser } = await signedIn('coach')
    const stolen = new Browser(site)
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value)
    expect((await stolen.ask(VIEWER)).json.data.viewer).not.toBeNull()
    expect((await browser.auth('/sign-out')).status).toBe(200)
    expect((await stolen.ask(VIEWER)).json.data.viewer).toBeNull()
    expect(errorOf(await stolen.ask(STAFF))).toBe('UNAUTHENTICATED')
  })

  test('T23 Session rotation and death: a password that is changed throws every other browser out', async () => {
    const { browser, email, password } = await signedIn('coach')
    const other = new Browser(site)
    await other.auth('/sign-in/email', { email, password })
    const before = browser.cookie
    expect(
      (
        await browser.auth('/change-password', {
          currentPassword: password,
          newPassword: 'quatre petits canards verts',
        })
      ).status,
    ).toBe(200)
    expect((await other.ask(VIEWER)).json.data.viewer).toBeNull()
    expect((await browser.ask(VIEWER)).json.data.viewer).toMatchObject({ email })
    expect(browser.cookie).not.toBe(before)
  })

  test('T23 Session rotation and death: a cookie known before signing in is not the one after it', async () => {
    const { email, password } = await signedIn('coach')
    const fixed = new Browser(site)
    fixed.cookies.set('vises.session_token', 'known-to-the-attacker.signature')
    await fixed.auth('/sign-in/email', { email, password })
    expect(fixed.cookie).not.toContain('known-to-the-attacker')
    const { rows } = await world.root.query('SELECT token FROM auth.session')
    for (const value of fixed.cookies.values())
      for (const { token } of rows) expect(decodeURIComponent(value)).not.toContain(token)
  })

  test('T23 Session rotation and death: the cookie of a membership opens nothing that is not one’s own', async () => {
    const { browser, membershipId } = await signedIn('coach')
    const admin = cast.actors.partnerAdmin.membershipId
    expect(errorOf(await browser.ask(SWITCH, { id: admin }))).toBe('NOT_FOUND')
    expect(errorOf(await browser.ask(SWITCH, { id: cast.stranger.membershipId }))).toBe('NOT_FOUND')
    for (const forged of [admin, cast.stranger.membershipId, 'x', '']) {
      browser.cookies.set('vises_membership', forged)
      expect((await browser.ask(VIEWER)).json.data.viewer.membership.id).toBe(membershipId)
    }
  })

  test('T23 Session rotation and death: an API token ends with its membership, its own end, or when it is taken back', async () => {
    const coach = (await signedIn('coach')) as unknown as Actor
    const actor = { partnerId: cast.a.id, membershipId: coach.membershipId } as Actor
    const secret = await aTokenOf(world, actor)
    const ask = () => post(site, { query: STAFF }, { authorization: `Bearer ${secret}` })
    expect((await ask()).status).toBe(200)
    for (const [end, undo] of [
      ['UPDATE membership SET ended_at = now() WHERE id = $1', 'UPDATE membership SET ended_at = NULL WHERE id = $1'],
      [
        'UPDATE api_token SET revoked_at = now() WHERE membership_id = $1',
        'UPDATE api_token SET revoked_at = NULL WHERE membership_id = $1',
      ],
      [
        `UPDATE api_token SET expires_at = now() WHERE membership_id = $1`,
        `UPDATE api_token SET expires_at = now() + interval '1 day' WHERE membership_id = $1`,
      ],
    ]) {
      await world.root.query(end!, [coach.membershipId])
      expect([(await ask()).status, errorOf(await ask())]).toEqual([401, 'UNAUTHENTICATED'])
      await world.root.query(undo!, [coach.membershipId])
      expect((await ask()).status).toBe(200)
    }
    const { rows } = await world.root.query('SELECT token_hash FROM api_token WHERE membership_id = $1', [
      coach.membershipId,
    ])
    expect(rows).toEqual([{ token_hash: hashToken(secret) }])
  })
})

describe('T24 Token type confusion', () => {
  test('T24 Token type confusion: the secret of one door opens no other', async () => {
    const { browser } = await signedIn('coach')
    const session = [...browser.cookies.values()].map(decodeURIComponent)
    const invitationToken = `token-${cast.a.enterprises[0].tag}`
    for (const secret of [
      ...session,
      ...session.map((text) => text.split('.')[0]!),
      invitationToken,
      hashToken(tokens.coach!),
      cast.actors.coach.membershipId,
    ]) {
      const answer = await post(site, { query: STAFF }, { authorization: `Bearer ${secret}` })
      expect([answer.status, errorOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    }
    // An API token is no invitation and no session; without a key it is a visitor's request.
    const asInvitation = await post(
      site,
      { query: `{ invitation(token: "${tokens.coach}") { email } }` },
      bearer('coach'),
    )
    expect(errorOf(asInvitation)).toBe('NOT_FOUND')
    const asCookie = new Browser(site)
    asCookie.cookies.set('vises.session_token', tokens.coach!)
    expect((await asCookie.ask(VIEWER)).json.data.viewer).toBeNull()
  })

  test('T24 Token type confusion: a token acts in its one membership, whatever cookies come along', async () => {
    const { browser, membershipId } = await signedIn('partnerAdmin')
    const headers = { ...bearer('contributor'), cookie: `${browser.cookie}; vises_membership=${membershipId}` }
    const { json } = await post(site, { query: VIEWER }, headers)
    expect(json.data.viewer).toMatchObject({ id: cast.actors.contributor.userId, membership: { role: 'contributor' } })
    expect(json.data.viewer.memberships).toHaveLength(1)
  })
})

describe('T27 CSRF and XS-Search', () => {
  const variables = { input: { name: 'Planted', country: 'BE' } }
  const body = JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(CREATE) } } })

  test('T27 CSRF and XS-Search: what another site can make a browser send changes nothing and shows nothing', async () => {
    const { browser } = await signedIn('partnerAdmin')
    const before = await hashOf(cast, cast.a)
    const cookie = browser.cookie
    const json = { 'content-type': 'application/json' }
    const attempts: [string, RequestInit][] = [
      ['/graphql', { method: 'POST', body, headers: { cookie, 'content-type': 'text/plain' } }],
      [
        '/graphql',
        {
          method: 'POST',
          body: `query=${encodeURIComponent(CREATE)}`,
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        },
      ],
      [
        '/graphql',
        {
          method: 'POST',
          body: `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${body}\r\n--x--`,
          headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
        },
      ],
      ['/graphql', { method: 'POST', body, headers: { cookie } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, 'content-type': 'application/json-patch' } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, ...json, origin: 'https://evil.example' } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, ...json, origin: 'null' } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, ...json, origin: `${site.origin}.evil.example` } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, ...json, 'sec-fetch-site': 'cross-site' } }],
      [`/graphql?query=${encodeURIComponent(VIEWER)}`, { headers: { cookie } }],
      [
        '/api/auth/sign-out',
        { method: 'POST', body: '{}', headers: { cookie, ...json, origin: 'https://evil.example' } },
      ],
      [
        '/api/auth/sign-out',
        { method: 'POST', body: '{}', headers: { cookie, 'content-type': 'text/plain', origin: site.origin } },
      ],
      [
        '/api/imports',
        {
          method: 'POST',
          body: 'Nom\nPlanted',
          headers: { cookie, 'content-type': 'text/csv', origin: 'https://evil.example' },
        },
      ],
      [
        '/api/imports',
        {
          method: 'POST',
          body: 'Nom\nPlanted',
          headers: { cookie, 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' },
        },
      ],
    ]
    for (const [path, init] of attempts) {
      const answer = await send(site, path, init)
      expect([path, init.headers, answer.status >= 400 && answer.status < 500]).toEqual([path, init.headers, true])
      expect(answer.text).not.toMatch(/CANARY|Ada Martens/)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect(await hashOf(cast, cast.a)).toBe(before)
    expect((await browser.ask(VIEWER)).json.data.viewer).not.toBeNull()
    // The same request from our own page is taken.
    expect((await browser.ask(CREATE, variables)).json.data.createEnterprise).toBeTruthy()
  })

  test('T26 Cookies, hosts, CORS: no page of another origin is allowed to read, and cookies are kept from scripts', async () => {
    const { email, password } = await signedIn('coach')
    const answer = await new Browser(site).auth('/sign-in/email', { email, password })
    for (const cookie of answer.headers.getSetCookie())
      expect(cookie).toMatch(/HttpOnly; (Secure; )?SameSite=(Lax|Strict)/)
    for (const origin of ['null', 'https://evil.example', `${site.origin}.evil.example`, 'http://sub.localhost:4000']) {
      for (const method of ['OPTIONS', 'GET']) {
        const { headers } = await send(site, '/graphql', {
          method,
          headers: { origin, 'access-control-request-method': 'POST' },
        })
        expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual([
          null,
          null,
        ])
      }
    }
  })
})

describe('T12 Cache and DataLoader bleed', () => {
  test('T12 Cache and DataLoader bleed: no answer with a person’s data may be kept by anyone on the way', async () => {
    const { browser } = await signedIn('coach')
    const cookie = browser.cookie
    const answers = [
      await browser.ask(VIEWER),
      await post(site, { query: 'x' }),
      await post(site, { query: VIEWER }, bearer('coach')),
      await post(site, { query: '{ nothing }' }, bearer('coach')),
      await post(site, { query: VIEWER }, { authorization: 'Bearer x' }),
      await send(site, '/graphql'),
      await send(site, '/api/auth/get-session', { headers: { cookie } }),
      await send(site, '/api/exports/cohort.csv', { headers: { cookie } }),
      await send(site, '/api/exports/partners.xlsx', { headers: { cookie } }),
    ]
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(answers.map(() => 'no-store'))
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })
})
