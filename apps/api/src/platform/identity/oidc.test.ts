import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  aPerson,
  anIdentityDatabase,
  anIdentityProcess,
  BASE_URL,
  Browser,
  type IdentityDatabase,
  type IdentityProcess,
} from './identity-bench.ts'

/** A small identity provider: everyone who comes is the person it was told last. */
class Provider {
  profile: Record<string, unknown> = {}
  issuer = ''
  #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  #asked = new Map<string, URLSearchParams>()
  #server: Server = createServer((request, response) => {
    void this.#answer(request).then(({ status, location, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) })
      response.end(JSON.stringify(body ?? {}))
    })
  })

  async start() {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }
  stop = () => new Promise((resolve) => this.#server.close(resolve))

  async #answer(request: IncomingMessage): Promise<{ status: number; location?: string; body?: unknown }> {
    const url = new URL(request.url!, this.issuer)
    if (url.pathname === '/.well-known/openid-configuration') return { status: 200, body: this.#description() }
    if (url.pathname === '/jwks') {
      return {
        status: 200,
        body: { keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
      }
    }
    if (url.pathname === '/authorize') {
      const code = `code-${this.#asked.size}`
      this.#asked.set(code, url.searchParams)
      const back = new URL(url.searchParams.get('redirect_uri')!)
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state')!, iss: this.issuer }).toString()
      return { status: 302, location: back.href }
    }
    let body = ''
    for await (const part of request) body += part
    const given = new URLSearchParams(body)
    const asked = this.#asked.get(given.get('code')!)
    const proof = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url')
    if (!asked || asked.get('code_challenge') !== proof) return { status: 400, body: { error: 'invalid_grant' } }
    return {
      status: 200,
      body: { access_token: 'access-secret', token_type: 'Bearer', id_token: this.#idToken(asked.get('nonce')) },
    }
  }

  #description() {
    const { issuer } = this
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
    }
  }

  #idToken(nonce: string | null): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: this.issuer, aud: 'vises', iat: now, exp: now + 300, nonce, ...this.profile }
    const content = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
    return `${content}.${sign('sha256', Buffer.from(content), this.#keys.privateKey).toString('base64url')}`
  }
}

const provider = new Provider()
let database: IdentityDatabase
let vises: IdentityProcess

beforeAll(async () => {
  await provider.start()
  database = await anIdentityDatabase()
  vises = await anIdentityProcess(database, {
    oidc: { issuer: provider.issuer, clientId: 'vises', clientSecret: 'a-client-secret', name: 'Federation' },
    signInPage: '/sign-in',
  })
})
afterAll(async () => {
  await database.drop()
  await provider.stop()
})

/** Goes through the provider and comes back; answers where we end. */
async function comeBack(browser: Browser, profile: Record<string, unknown>) {
  provider.profile = profile
  const { json } = await browser.post(vises, '/sign-in/social', {
    callbackURL: '/app/fr/',
    errorCallbackURL: '/sign-in',
  })
  const there = await fetch(json.url as string, { redirect: 'manual' })
  const back = there.headers.get('location')!
  expect(back.startsWith(`${BASE_URL}/api/auth/callback/oidc?`)).toBe(true)
  return browser.get(vises, back.slice(`${BASE_URL}/api/auth`.length))
}

test('a person with an account comes in through another provider that proves the address', async () => {
  const { id, email } = await aPerson(vises)
  const browser = new Browser()
  const answer = await comeBack(browser, { sub: 'ada', email, email_verified: true, name: 'Somebody else' })
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/app/fr/'])
  expect(await vises.identity.sessionOf({ cookie: browser.cookie })).toMatchObject({ userId: id })
  expect(await vises.identity.profileOf(id)).toMatchObject({ name: 'Ada Martens' })
  const again = new Browser()
  await comeBack(again, { sub: 'ada', email, email_verified: true })
  expect(await vises.identity.sessionOf({ cookie: again.cookie })).toMatchObject({ userId: id })
  const { rows } = await database.owner.query('SELECT a::text AS content FROM auth.account a')
  expect(JSON.stringify(rows)).not.toMatch(/access-secret|eyJ/)
})

test.each([
  ['someone without an account', 'stranger@example.org', true],
  ['someone whose address the provider did not check', undefined, false],
])('%s does not come in, and no account is made', async (_name, stranger, email_verified) => {
  const email = stranger ?? (await aPerson(vises)).email
  const browser = new Browser()
  const answer = await comeBack(browser, { sub: `sub-of-${email}`, email, email_verified })
  expect(answer.headers.get('location')).toMatch(/^\/sign-in\?error=\w+$/)
  expect(await vises.identity.sessionOf({ cookie: browser.cookie })).toBeUndefined()
  if (stranger) expect(await vises.identity.findUserByEmail(stranger)).toBeUndefined()
})

test('an answer meant for another browser is refused', async () => {
  const { email } = await aPerson(vises)
  provider.profile = { sub: 'other', email, email_verified: true }
  const { json } = await new Browser().post(vises, '/sign-in/social', { callbackURL: '/app' })
  const back = (await fetch(json.url as string, { redirect: 'manual' })).headers.get('location')!
  const victim = new Browser()
  const answer = await victim.get(vises, back.slice(`${BASE_URL}/api/auth`.length))
  expect(answer.headers.get('location')).toContain('error=')
  expect(await vises.identity.sessionOf({ cookie: victim.cookie })).toBeUndefined()
})

test.each(['//evil.test', 'https://evil.test/', 'javascript:alert(1)', '/\\evil.test'])(
  '%s is no place to come back to',
  async (callbackURL) => {
    expect((await new Browser().post(vises, '/sign-in/social', { callbackURL })).status).toBe(400)
  },
)

test('a token of the provider handed over directly opens nothing', async () => {
  const answer = await new Browser().post(vises, '/sign-in/social', { callbackURL: '/app', idToken: { token: 'x' } })
  expect([answer.status, answer.json.code]).toEqual([400, 'FIELD_NOT_ALLOWED'])
})

test('a provider that does not answer keeps nobody from signing in with a password', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const other = await anIdentityProcess(database, {
    oidc: { issuer, clientId: 'x', clientSecret: 'y', name: 'Silent' },
  })
  const { email, password } = await aPerson(other)
  void new Browser().post(other, '/sign-in/social', { callbackURL: '/app' }).catch(() => undefined)
  expect((await new Browser().signIn(other, email, password)).status).toBe(200)
  silent.closeAllConnections()
  silent.close()
})
