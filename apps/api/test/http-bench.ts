import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { defaultFieldResolver, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { Actor } from '../src/modules/access/actor.ts'
import { hashToken } from '../src/platform/context.ts'
import type { Services } from '../src/platform/context.ts'
import { makeHttp } from '../src/platform/http.ts'
import type { RouteRegistrar } from '../src/platform/http.ts'
import { newId } from '../src/platform/id.ts'
import { routes } from '../src/routes.ts'
import type { World } from './world.ts'

/** The product on a port of its own, with the documents that browsers may send. */
export interface Site {
  app: FastifyInstance
  url: string
  origin: string
  /** The routes of the modules, as `GET /api/site`. */
  routes: string[]
  close(): Promise<void>
}

/** Starts the server of a world; settings and schema can be others. */
export async function aSite(
  world: World,
  documents: string[],
  { schema = world.schema, settings = {} }: { schema?: GraphQLSchema; settings?: Partial<Services['settings']> } = {},
): Promise<Site> {
  const services = { ...world.services, settings: { ...world.services.settings, ...settings } }
  const trusted = Object.fromEntries(documents.map((text) => [sha256(text), text]))
  const found: string[] = []
  const collect: RouteRegistrar = (server) => {
    server.addHook('onRoute', ({ method, url }) => void found.push(`${String(method)} ${url}`))
  }
  const app = await makeHttp(services, schema, trusted, { admin: '/nowhere', client: '/nowhere' }, [collect, ...routes])
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    origin: new URL(services.settings.baseUrl).origin,
    routes: found,
    close: () => app.close(),
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** An answer, read to its end. */
export interface Answer {
  status: number
  text: string
  json: any
  headers: Headers
}

/** Sends one request as it is. */
export async function send(site: Site, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${site.url}${path}`, { redirect: 'manual', ...init })
  const text = await response.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // not every answer is JSON
  }
  return { status: response.status, text, json, headers: response.headers }
}

/** A POST of JSON to `/graphql`. */
export function post(site: Site, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return send(site, '/graphql', {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** A browser: keeps its cookies, says where it comes from, sends hashes of documents. */
export class Browser {
  readonly cookies = new Map<string, string>()
  constructor(private readonly site: Site) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(document: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(document) } }
    return this.keep(
      await post(this.site, { variables, extensions }, { cookie: this.cookie, origin: this.site.origin }),
    )
  }

  async auth(path: string, body: unknown = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', cookie: this.cookie, origin: this.site.origin }
    return this.keep(await send(this.site, `/api/auth${path}`, { method: 'POST', body: JSON.stringify(body), headers }))
  }

  private keep(answer: Answer): Answer {
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value, rest] = /^([^=]+)=([^;]*)(.*)$/.exec(set)!
      if (/Max-Age=0\b/.test(rest!)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
    return answer
  }
}

/** An API token of a person, as its owner got it. */
export async function aTokenOf(
  world: World,
  actor: Actor,
  more: { expired?: boolean; revoked?: boolean } = {},
): Promise<string> {
  const secret = `vises_${newId()}`
  await world.root.query(
    `INSERT INTO api_token (partner_id, id, membership_id, name, token_hash, expires_at, revoked_at)
     VALUES ($1, $2, $3, 'test', $4, now() + CASE WHEN $5 THEN interval '-1 minute' ELSE interval '1 day' END, CASE WHEN $6 THEN now() END)`,
    [actor.partnerId, newId(), actor.membershipId, hashToken(secret), more.expired ?? false, more.revoked ?? false],
  )
  return secret
}

/** Counts every field of a schema that is resolved; the counter is set back by reading it. */
export function countResolved(schema: GraphQLSchema): () => number {
  let count = 0
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const inner = field.resolve ?? defaultFieldResolver
      field.resolve = (...args) => {
        count++
        return inner(...args)
      }
    }
  }
  return () => {
    const now = count
    count = 0
    return now
  }
}

/** Refused as the caller's fault, without a resolver being called, in a moment. */
export async function expectRefused(answer: Promise<Answer>, resolved: () => number, status = [400]): Promise<Answer> {
  const start = performance.now()
  const got = await answer
  expect(status).toContain(got.status)
  expect(got.json?.data ?? undefined).toBeUndefined()
  expect(resolved()).toBe(0)
  expect(performance.now() - start).toBeLessThan(10_000)
  return got
}
