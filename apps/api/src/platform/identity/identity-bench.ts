import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { Client, Pool, type PoolConfig } from 'pg'
import { dropDatabase } from '../../../test/database.ts'
import type { Mail } from '../mail/mailer.ts'
import { createIdentity, type Identity, type IdentitySettings } from './identity.ts'
import { migrateIdentity } from './migrate-identity.ts'

/** For tests: a database of its own with schema `auth`, and the role that may work in it. */
export interface IdentityDatabase {
  owner: Pool
  role: string
  /** A new pool as the role of identity. */
  connect(): Pool
  /** Runs before the database goes: whatever listens must stop, or the tests never end. */
  beforeDrop: (() => Promise<unknown>)[]
  drop(): Promise<void>
}

/** Builds that database on the cluster of `TEST_OWNER_URL`. */
export async function anIdentityDatabase(): Promise<IdentityDatabase> {
  const name = `identity_${randomBytes(6).toString('hex')}`
  const url = new URL(process.env.TEST_OWNER_URL!)
  const onCluster = async (...statements: string[]) => {
    const client = new Client({ connectionString: new URL('/postgres', url).href })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }
  await onCluster(`CREATE DATABASE ${name}`, `CREATE ROLE ${name} LOGIN PASSWORD 'for-tests'`)
  const pools: Pool[] = []
  const open = (options: PoolConfig) => {
    const pool = new Pool({
      host: url.hostname,
      port: Number(url.port || 5432),
      database: name,
      max: 20,
      ...options,
    })
    pools.push(pool)
    return pool
  }
  const owner = open({ user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) })
  await migrateIdentity(owner, { auth: name })
  const beforeDrop: IdentityDatabase['beforeDrop'] = []
  return {
    owner,
    role: name,
    beforeDrop,
    connect: () => open({ user: name, password: 'for-tests', options: '-c search_path=auth' }),
    drop: async () => {
      await Promise.all(beforeDrop.map((end) => end()))
      await Promise.all(pools.map((pool) => pool.end()))
      await dropDatabase(name)
      await onCluster(`DROP ROLE ${name}`)
    },
  }
}

/** For tests: one process of the product, as far as identity goes, with what it mailed and logged. */
export interface IdentityProcess {
  app: FastifyInstance
  /** Where it really listens; `BASE_URL` is what people would type. */
  address: string
  identity: Identity
  mails: Mail[]
  logged: unknown[]
  pool: Pool
}

export const BASE_URL = 'http://vises.test:3000'

/** Starts identity on a database; two of these on one database are two processes behind one address. */
export async function anIdentityProcess(
  database: IdentityDatabase,
  settings: Partial<IdentitySettings> & { trustProxy?: boolean } = {},
): Promise<IdentityProcess> {
  const mails: Mail[] = []
  const logged: unknown[] = []
  const log = (details: object, message: string) => void logged.push({ ...details, message })
  const pool = database.connect()
  const identity = createIdentity({
    pool,
    baseUrl: BASE_URL,
    secret: 'a-secret-for-tests-that-is-long-enough',
    mailer: { send: async (mail) => void mails.push(mail), close: async () => {} },
    production: false,
    allowDemoAccounts: true,
    log: { warn: log, error: log },
    ...settings,
  })
  const app = Fastify({ trustProxy: settings.trustProxy ?? true, forceCloseConnections: true })
  database.beforeDrop.push(() => app.close())
  await identity.register(app)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return { app, address: `http://127.0.0.1:${port}`, identity, mails, logged, pool }
}

/** For tests: an answer, read to its end. */
export interface Answer {
  status: number
  text: string
  // eslint-disable-next-line typescript/no-explicit-any -- tests look into bodies of all shapes
  json: any
  setCookies: string[]
  headers: Headers
}

/** For tests: a browser that keeps cookies and sends its origin, behind a proxy that tells its address. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly ip: string
  readonly origin: string

  constructor({ ip = `10.${randomBytes(3).join('.')}`, origin = BASE_URL } = {}) {
    this.ip = ip
    this.origin = origin
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get(process: IdentityProcess, path: string): Promise<Answer> {
    return this.#send(process, path, { method: 'GET' })
  }

  post(
    process: IdentityProcess,
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const all = { origin: this.origin, 'content-type': 'application/json', ...headers }
    return this.#send(process, path, { method: 'POST', body: JSON.stringify(body), headers: all })
  }

  signIn(process: IdentityProcess, email: string, password: string): Promise<Answer> {
    return this.post(process, '/sign-in/email', { email, password })
  }

  async #send({ address }: IdentityProcess, path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers({ 'x-forwarded-for': this.ip, ...(init.headers as Record<string, string> | undefined) })
    if (this.cookies.size > 0) headers.set('cookie', this.cookie)
    const response = await fetch(`${address}/api/auth${path}`, { ...init, headers, redirect: 'manual' })
    const setCookies = response.headers.getSetCookie()
    for (const set of setCookies) {
      const [, name, value, rest] = /^([^=]+)=([^;]*)(.*)$/.exec(set)!
      if (/; Max-Age=0\b/.test(rest!)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
    const text = await response.text()
    return {
      status: response.status,
      text,
      json: text ? JSON.parse(text) : undefined,
      setCookies,
      headers: response.headers,
    }
  }
}

let people = 0

/** For tests: a person with an account, and the password they use. */
export async function aPerson({ identity }: IdentityProcess, overrides: { demo?: boolean; password?: string } = {}) {
  const email = `person${++people}@example.org`
  const password = overrides.password ?? 'trois petits canards bleus'
  const { id } = await identity.createUser({ name: 'Ada Martens', email, password, language: 'nl', ...overrides })
  return { id, email, password }
}
