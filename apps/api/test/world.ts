import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { graphql } from 'graphql'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import pg from 'pg'
import { startWorker } from '../src/jobs/worker.ts'
import type { Actor } from '../src/modules/access/actor.ts'
import type { Role } from '../src/modules/access/rules.ts'
import { contextOf } from '../src/platform/context.ts'
import type { Context, MembershipRow, Services } from '../src/platform/context.ts'
import { openAppDataSource, roleUrl } from '../src/platform/database.ts'
import { newId } from '../src/platform/id.ts'
import { log } from '../src/platform/log.ts'
import { createIdentity } from '../src/platform/identity/identity.ts'
import { createMailer } from '../src/platform/mail/mailer.ts'
import { Memberships } from '../src/platform/memberships.ts'
import { Reference, statementListeners, Tenant } from '../src/platform/tenant.ts'
import { makeSchema } from '../src/schema.ts'
import { aDatabase, TEST_SECRET } from './database.ts'

/** A running backend of one test file: its own database, real roles, real fences. */
export interface World {
  services: Services
  schema: GraphQLSchema
  /** The owner's connection: for arranging and for looking behind the fences. Tenant tables are fenced for it too. */
  owner: pg.Pool
  /** The superuser, past all fences: only for asserting what is really stored. */
  root: pg.Pool
  urls: { owner: string; app: string; auth: string; worker: string }
  outboxDir: string
  /** Runs every waiting job now. */
  runJobs(): Promise<void>
  close(): Promise<void>
}

/** Starts a world; call it in `beforeAll`, and `close()` in `afterAll`. */
export async function aWorld(settings: Partial<Services['settings']> = {}): Promise<World> {
  const database = await aDatabase()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'vises-world-'))
  const outboxDir = path.join(dataDir, 'outbox')
  const urls = {
    owner: database.ownerUrl,
    app: roleUrl(database.ownerUrl, 'vises_app', TEST_SECRET),
    auth: roleUrl(database.ownerUrl, 'vises_auth', TEST_SECRET),
    worker: roleUrl(database.ownerUrl, 'vises_worker', TEST_SECRET),
  }
  const mailer = createMailer({ from: 'VISES <test@vises.example>', outboxDir })
  const authPool = new pg.Pool({ connectionString: urls.auth, max: 3, options: '-c search_path=auth' })
  const baseUrl = 'http://localhost:4000'
  const identity = createIdentity({
    pool: authPool,
    baseUrl,
    secret: 'test',
    mailer,
    production: false,
    allowDemoAccounts: true,
    log,
  })
  const app = await openAppDataSource(urls.app, 6)
  const reference = new Reference(app)
  const services: Services = {
    settings: {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      baseUrl,
      secret: TEST_SECRET,
      production: false,
      demo: true,
      require2fa: false,
      mailFrom: 'VISES <test@vises.example>',
      trustProxy: false,
      empty: true,
      runJobs: false,
      logLevel: 'silent',
      ...settings,
    },
    app,
    reference,
    memberships: new Memberships(reference),
    identity,
    mailer,
  }
  const owner = new pg.Pool({ connectionString: urls.owner, max: 2 })
  const rootUrl = new URL(process.env['TEST_ROOT_URL']!)
  rootUrl.pathname = new URL(urls.owner).pathname
  const root = new pg.Pool({ connectionString: rootUrl.toString(), max: 2 })
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined
  return {
    services,
    schema: await makeSchema(),
    owner,
    root,
    urls,
    outboxDir,
    async runJobs() {
      worker ??= await startWorker(urls.worker, services)
      for (let tries = 0; tries < 400; tries++) {
        const { rows } = await root.query(
          'SELECT count(*)::int AS waiting FROM graphile_worker._private_jobs WHERE attempts < max_attempts',
        )
        if (rows[0].waiting === 0) return
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      const { rows } = await root.query('SELECT last_error FROM graphile_worker._private_jobs')
      throw new Error(`Jobs did not finish: ${JSON.stringify(rows)}`)
    },
    async close() {
      await worker?.stop()
      await Promise.all([app.destroy(), authPool.end(), owner.end(), root.end()])
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A partner of its own: tests are kept apart by tenancy, so nothing is cleaned. */
export async function aPartner(
  world: World,
  overrides: { code?: string; name?: string; territory?: string; kind?: string } = {},
) {
  const id = newId()
  const code = overrides.code ?? `partner-${id.slice(-12)}`
  await world.owner.query(
    `INSERT INTO partner (id, code, programme_code, position, name, territory, kind, funding, joined_on)
     VALUES ($1, $2, 'vises', 999, $3, $4, $5, 'associated', '2016-01-01')`,
    [
      id,
      code,
      overrides.name ?? `Partner ${id.slice(-6)}`,
      overrides.territory ?? 'WA',
      overrides.kind ?? 'federation',
    ],
  )
  return { id, code }
}

/** A person with a membership; without a partner of its own being given, one is made. */
export async function anActor(
  world: World,
  role: Role,
  overrides: { partner?: { id: string }; enterpriseId?: string; userId?: string; name?: string } = {},
): Promise<Actor> {
  const partner = overrides.partner ?? (await aPartner(world))
  const userId = overrides.userId ?? newId()
  const membershipId = newId()
  const name = overrides.name ?? `${role} ${membershipId.slice(-4)}`
  const email = `${membershipId.slice(-12)}@test.example`
  const tenant = new Tenant(world.services.app, { partnerId: partner.id, userId, enterpriseId: null })
  await tenant.write((db) =>
    db.rows(
      `INSERT INTO membership (partner_id, id, user_id, role, enterprise_id, person_name, person_email) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [partner.id, membershipId, userId, role, overrides.enterpriseId ?? null, name, email],
    ),
  )
  const rows = await world.services.reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [userId])
  return contextOf(world.services, fakeReply, 'fr', userId, rows, membershipId, 'session', true).actor
}

/** The tables of a partner, as a person acting for it would reach them. */
export function tenantOf(world: World, actor: Pick<Actor, 'partnerId' | 'userId' | 'enterpriseId'>): Tenant {
  return new Tenant(world.services.app, actor)
}

/** A context as the server would make it for this person, memberships read afresh. */
export async function contextFor(
  world: World,
  actor: Actor | undefined,
  via: Actor['via'] = 'session',
): Promise<Context> {
  const rows = actor
    ? await world.services.reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [actor.userId])
    : []
  return contextOf(world.services, fakeReply, 'fr', actor?.userId, rows, actor?.membershipId, via, true)
}

/** Asks the API in process, as this person; without a person, as a visitor. */
export async function ask<T = Record<string, any>>(
  world: World,
  actor: Actor | undefined,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<ExecutionResult<T>> {
  const contextValue = await contextFor(world, actor)
  return (await graphql({
    schema: world.schema,
    source,
    variableValues: variables,
    contextValue,
  })) as ExecutionResult<T>
}

/** The same, and fails the test with the errors when there are any. */
export async function must<T = Record<string, any>>(
  world: World,
  actor: Actor | undefined,
  source: string,
  variables = {},
): Promise<T> {
  const answer = await ask<T>(world, actor, source, variables)
  if (answer.errors)
    throw new Error(
      answer.errors
        .map((error) => `${error.message} ${JSON.stringify(error.extensions)} ${error.originalError?.stack ?? ''}`)
        .join('\n'),
    )
  return answer.data as T
}

/** The code of the first error of an answer. */
export const codeOf = (answer: ExecutionResult<any>): unknown => answer.errors?.[0]?.extensions['code']

/** The statements that ran while `work` did. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = []
  const listener = (sql: string) => void statements.push(sql)
  statementListeners.add(listener)
  try {
    return { result: await work(), statements }
  } finally {
    statementListeners.delete(listener)
  }
}

const fakeReply = { header: () => fakeReply } as unknown as Context['reply']
