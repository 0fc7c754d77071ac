import { hashToken } from '../src/platform/context.ts'
import { newId } from '../src/platform/id.ts'
import { reachOf, ROLES } from '../src/modules/access/rules.ts'
import type { Action, Role } from '../src/modules/access/rules.ts'
import type { Actor } from '../src/modules/access/actor.ts'
import { aCast, callsOf, expected, fillerOf, hashOf, relationsOf } from './casting.ts'
import type { Asker, Cast } from './casting.ts'
import { aSite, aTokenOf, Browser, post, send, sha256 } from './http-bench.ts'
import type { Answer, Site } from './http-bench.ts'
import { textOf, variablesOf } from './operations.ts'
import { canariesOf } from './planted-rows.ts'
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
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const bearer = (asker: Asker): Record<string, string> => (tokens[asker] ? { authorization: `Bearer ${tokens[asker]}` } : {})
const errorOf = ({ json }: Answer): unknown => json?.errors?.[0]?.extensions?.code

/** A person with an account and a membership, signed in as a browser would. */
async function signedIn(role: Role, partnerId = cast.a.id): Promise<{ browser: Browser; userId: string; membershipId: string; email: string; password: string }> {
  const email = `${newId()}@signed.example`
  const password = 'trois petits canards bleus'
  const { id: userId } = await world.services.identity.createUser({ name: 'Ada Martens', email, password, language: 'fr' })
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
    expect((await browser.ask(VIEWER)).json.data.viewer).toMatchObject({ email, membership: { id: membershipId, role: 'coach' } })
    expect((await browser.ask(STAFF)).json.data.staff.members.length).toBeGreaterThan(0)
    await world.root.query('UPDATE membership SET ended_at = now() WHERE id = $1', [membershipId])
    expect([errorOf(await browser.ask(STAFF)), (await browser.ask(VIEWER)).json.data.viewer.membership]).toEqual(['UNAUTHENTICATED', null])
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
    expect((await browser.auth('/change-password', { currentPassword: password, newPassword: 'quatre petits canards verts' })).status).toBe(200)
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
    for (const value of fixed.cookies.values()) for (const { token } of rows) expect(decodeURIComponent(value)).not.toContain(token)
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
      ['UPDATE api_token SET revoked_at = now() WHERE membership_id = $1', 'UPDATE api_token SET revoked_at = NULL WHERE membership_id = $1'],
      [`UPDATE api_token SET expires_at = now() WHERE membership_id = $1`, `UPDATE api_token SET expires_at = now() + interval '1 day' WHERE membership_id = $1`],
    ]) {
      await world.root.query(end!, [coach.membershipId])
      expect([(await ask()).status, errorOf(await ask())]).toEqual([401, 'UNAUTHENTICATED'])
      await world.root.query(undo!, [coach.membershipId])
      expect((await ask()).status).toBe(200)
    }
    const { rows } = await world.root.query('SELECT token_hash FROM api_token WHERE membership_id = $1', [coach.membershipId])
    expect(rows).toEqual([{ token_hash: hashToken(secret) }])
  })
})

describe('T24 Token type confusion', () => {
  test('T24 Token type confusion: the secret of one door opens no other', async () => {
    const { browser } = await signedIn('coach')
    const session = [...browser.cookies.values()].map(decodeURIComponent)
    const invitationToken = `token-${cast.a.enterprises[0].tag}`
    for (const secret of [...session, ...session.map((text) => text.split('.')[0]!), invitationToken, hashToken(tokens.coach!), cast.actors.coach.membershipId]) {
      const answer = await post(site, { query: STAFF }, { authorization: `Bearer ${secret}` })
      expect([answer.status, errorOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    }
    // An API token is no invitation and no session; without a key it is a visitor's request.
    const asInvitation = await post(site, { query: `{ invitation(token: "${tokens.coach}") { email } }` }, bearer('coach'))
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
      ['/graphql', { method: 'POST', body: `query=${encodeURIComponent(CREATE)}`, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } }],
      ['/graphql', { method: 'POST', body: `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${body}\r\n--x--`, headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' } }],
      ['/graphql', { method: 'POST', body, headers: { cookie } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, 'content-type': 'application/json-patch' } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, ...json, origin: 'https://evil.example' } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, ...json, origin: 'null' } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, ...json, origin: `${site.origin}.evil.example` } }],
      ['/graphql', { method: 'POST', body, headers: { cookie, ...json, 'sec-fetch-site': 'cross-site' } }],
      [`/graphql?query=${encodeURIComponent(VIEWER)}`, { headers: { cookie } }],
      ['/api/auth/sign-out', { method: 'POST', body: '{}', headers: { cookie, ...json, origin: 'https://evil.example' } }],
      ['/api/auth/sign-out', { method: 'POST', body: '{}', headers: { cookie, 'content-type': 'text/plain', origin: site.origin } }],
      ['/api/imports', { method: 'POST', body: 'Nom\nPlanted', headers: { cookie, 'content-type': 'text/csv', origin: 'https://evil.example' } }],
      ['/api/imports', { method: 'POST', body: 'Nom\nPlanted', headers: { cookie, 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' } }],
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
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly; (Secure; )?SameSite=(Lax|Strict)/)
    for (const origin of ['null', 'https://evil.example', `${site.origin}.evil.example`, 'http://sub.localhost:4000']) {
      for (const method of ['OPTIONS', 'GET']) {
        const { headers } = await send(site, '/graphql', { method, headers: { origin, 'access-control-request-method': 'POST' } })
        expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual([null, null])
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

describe('T14 Full matrix, over HTTP', () => {
  test('T14 Full matrix, over HTTP: the server that people reach decides as the rules say', async () => {
    const wrong: string[] = []
    let cells = 0
    for (const call of callsOf(cast)) {
      for (const asker of ROLES) {
        // Here nothing is undone: changes are tried on things of others only, where all of them are refused.
        for (const relation of relationsOf(call).filter((one) => (call.kind === 'query' ? one !== 'sameOther' : one === 'other'))) {
          cells++
          const variables = variablesOf(call, fillerOf(cast, call, asker, relation))
          const answer = await post(site, { query: textOf(call, 1), variables }, bearer(asker))
          const got = errorOf(answer) ?? (answer.json?.data ? 'allowed' : `HTTP ${answer.status}`)
          const want = expected(call, asker, relation)
          if (got !== want) wrong.push(`${call.name} as ${asker}, ${relation}: ${got} instead of ${want} ${answer.text.slice(0, 200)}`)
        }
      }
    }
    console.log(`T14 over HTTP: ${cells} cells`)
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThanOrEqual(600)
  }, 60_000)

  test('T6 Mass assignment / re-homing, over HTTP: fields that an input does not have are refused', async () => {
    const before = await hashOf(cast, cast.a)
    for (const smuggled of ['partnerId', 'id', 'role', 'status', 'createdAt', 'recruitment', 'is_demo', '__proto__', 'constructor']) {
      const input = JSON.parse(`{"name":"Planted","country":"BE","${smuggled}":"11111111-1111-4111-8111-111111111111"}`)
      const answer = await post(site, { query: CREATE, variables: { input } }, bearer('partnerAdmin'))
      expect([smuggled, answer.status, answer.json.data]).toEqual([smuggled, 400, undefined])
    }
    expect(await hashOf(cast, cast.a)).toBe(before)
  })
})

interface FileDoor {
  action: Action | 'public'
  reach?: 'own' | 'partner'
  method?: string
  path: (who: 'own' | 'other') => string
}

/** Every route that is no part of GraphQL, and the action it asks. */
const FILE_DOORS: Record<string, FileDoor> = {
  'GET /api/site': { action: 'public', path: () => '/api/site' },
  'GET /api/exports/programme.:format': { action: 'programmeProgress:read', path: () => '/api/exports/programme.csv' },
  'GET /api/exports/partners.:format': { action: 'programme:read', path: () => '/api/exports/partners.csv' },
  'GET /api/exports/release.:format': { action: 'comparison:read', path: () => '/api/exports/release.csv?number=1' },
  'GET /api/exports/cohort.:format': { action: 'cohort:read', path: () => '/api/exports/cohort.csv' },
  'GET /api/exports/enterprise/:name': {
    action: 'enterprise:export', reach: 'own', path: (who) => `/api/exports/enterprise/${(who === 'own' ? cast.a : cast.b).enterprises[0].id}.json`,
  },
  'POST /api/imports': { action: 'enterprise:import', method: 'POST', path: () => '/api/imports?name=planted.csv' },
  'GET /api/imports/:id/faulty.:format': {
    action: 'enterprise:import', reach: 'partner', path: (who) => `/api/imports/${(who === 'own' ? cast.a : cast.b).rows['import_batch']!['id']}/faulty.csv`,
  },
}

describe('T58 Download authorisation', () => {
  const ask = (asker: Asker, door: FileDoor, who: 'own' | 'other') =>
    send(site, door.path(who), door.method ? { method: door.method, body: 'Nom\nUne', headers: { ...bearer(asker), 'content-type': 'text/csv' } } : { headers: bearer(asker) })

  test('T58 Download authorisation: every route of the server is known here', () => {
    // The outbox exists where mails are not sent, and nowhere else.
    const own = site.routes.filter((route) => !route.startsWith('HEAD ') && !route.includes(' /outbox'))
    expect([...new Set(own)].sort()).toEqual(Object.keys(FILE_DOORS).sort())
  })

  test.each(Object.entries(FILE_DOORS))('T58 Download authorisation: %s answers each role as the rules say', async (_route, door) => {
    for (const asker of [...ROLES, 'visitor'] as const) {
      const allowed = door.action === 'public' || (asker !== 'visitor' && reachOf(asker, door.action) !== undefined)
      const answer = await ask(asker, door, 'own')
      expect([asker, answer.status]).toEqual([asker, allowed ? (door.method ? 201 : 200) : asker === 'visitor' ? 401 : 404])
      expect(canariesOf('B', answer.text)).toEqual([])
      if (!allowed) expect(canariesOf('A', answer.text)).toEqual([])
      if (!door.reach || !allowed) continue
      const foreign = await ask(asker, door, 'other')
      const absent = await send(site, door.path('other').replace(/[0-9a-f-]{36}/, newId()), { headers: bearer(asker) })
      expect([foreign.status, foreign.text]).toEqual([404, absent.text])
    }
  })

  test('T58 Download authorisation: an enterprise is taken away by its own people, and by them alone', async () => {
    const [own, neighbour] = cast.a.enterprises
    const path = (id: string) => `/api/exports/enterprise/${id}.json`
    const file = await send(site, path(own.id), { headers: bearer('manager') })
    expect(canariesOf('A1', file.text).length).toBeGreaterThan(5)
    expect(canariesOf('(A2|B)', file.text)).toEqual([])
    const outcomes = await Promise.all([neighbour.id, newId(), 'x', '..%2f..', `${own.id}'--`].map((id) => send(site, path(id), { headers: bearer('manager') })))
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([404]))
  })

  test('T58 Download authorisation: odd addresses and headers are refused, and never make the server fail', async () => {
    const odd = [
      '/api/exports/cohort.csv?text=%00', '/api/exports/cohort.csv?platform=%00&statuses=%00', '/api/exports/cohort.csv?coachMembershipId=x', '/api/exports/cohort.csv?phases=1e99',
      '/api/exports/cohort.csv?text=a&text=b', '/api/exports/cohort.csv?sort=constructor', '/api/exports/cohort.exe', '/api/exports/cohort.csv?lang=constructor', '/api/exports/release.csv?number=1e9',
      '/api/exports/release.csv?number=999999999999', '/api/exports/release.csv', '/api/exports/programme.csv?partner=%00', '/api/imports/x/faulty.csv', '/api/imports/%00/faulty.csv', '/api/exports/%E0%A4%A',
      `/api/exports/${'x'.repeat(9000)}`, '/outbox/..%2f..%2fsecret', '/outbox/%00', '/admin/..%2f..%2fpackage.json',
    ]
    for (const path of odd) expect([path, (await send(site, path, { headers: bearer('platformLead') })).status < 500]).toEqual([path, true])
    for (const path of odd) expect([path, (await send(site, path, { headers: bearer('partnerAdmin') })).status < 500]).toEqual([path, true])
    for (const name of ['%00', '%', '%E0%A4%A', '../../x', 'x'.repeat(3000), '%ED%A0%80']) {
      const answer = await send(site, '/api/imports', { method: 'POST', body: 'Nom\nUne', headers: { ...bearer('partnerAdmin'), 'content-type': 'text/csv', 'x-file-name': name } })
      expect([name.slice(0, 20), answer.status < 500]).toEqual([name.slice(0, 20), true])
    }
  })
})
