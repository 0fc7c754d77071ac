import 'reflect-metadata'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startWorker } from './jobs/worker.ts'
import { hasDemo, loadDemoWhenEmpty } from './modules/demo/load-demo.ts'
import { printWelcome } from './modules/demo/welcome.ts'
import { firstAdministratorLink } from './modules/people/first-administrator.ts'
import { openAppDataSource, tellLosses } from './platform/database.ts'
import { deriveKey, readSettings } from './platform/env.ts'
import type { Settings } from './platform/env.ts'
import { makeHttp } from './platform/http.ts'
import { createIdentity } from './platform/identity/identity.ts'
import { prepareDatabase } from './platform/instance.ts'
import { log } from './platform/log.ts'
import { createMailer } from './platform/mail/mailer.ts'
import { Memberships } from './platform/memberships.ts'
import { Reference } from './platform/tenant.ts'
import type { Services } from './platform/context.ts'
import { makeSchema } from './schema.ts'
import { routes } from './routes.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Starts everything, in order; what was started is stopped in the reverse order. */
async function start(settings: Settings): Promise<void> {
  const stops: (() => Promise<unknown>)[] = []
  let stopping: Promise<void> | undefined
  const stop = () =>
    (stopping ??= (async () => {
      for (const step of stops.toReversed())
        await step().catch((error: unknown) => log.error({ err: error }, 'while stopping'))
    })())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop().then(() => process.exit(0)))
  }
  try {
    // With a database and a secret of one's own nothing else makes it.
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
    const database = await prepareDatabase(settings, tell)
    stops.push(() => database.stop())
    const mailer = createMailer({
      smtpUrl: settings.smtpUrl,
      from: settings.mailFrom,
      outboxDir: path.join(settings.dataDir, 'outbox'),
    })
    const authPool = new pg.Pool({
      connectionString: database.authUrl,
      max: 5,
      options: '-c search_path=auth',
      application_name: 'vises-auth',
    })
    tellLosses(authPool, 'the sign-in')
    stops.push(() => authPool.end())
    const identity = createIdentity({
      pool: authPool,
      baseUrl: settings.baseUrl,
      secret: deriveKey(settings.secret, 'identity'),
      mailer,
      production: settings.production,
      allowDemoAccounts: settings.demo,
      oidc: settings.oidc,
      log,
    })
    const app = await openAppDataSource(database.appUrl)
    stops.push(() => app.destroy())
    const reference = new Reference(app)
    const services: Services = {
      settings,
      app,
      reference,
      memberships: new Memberships(reference),
      identity,
      mailer,
    }
    if (!settings.empty && settings.demo) await loadDemoWhenEmpty(services, database, tell)
    settings.demo &&= await hasDemo(services)
    const worker = settings.runJobs ? await startWorker(database.workerUrl, services) : undefined
    if (worker) stops.push(() => worker.stop())
    const http = await makeHttp(services, await makeSchema(), trustedDocuments(), builtApps(), routes)
    stops.push(() => http.close())
    await http.listen({ port: settings.port, host: settings.host })
    const instance = path.join(settings.dataDir, 'instance.json')
    writeFileSync(
      instance,
      JSON.stringify({ pid: process.pid, port: settings.port, ownerUrl: database.ownerUrl, url: settings.baseUrl }),
      {
        mode: 0o600,
      },
    )
    stops.push(async () => rmSync(instance, { force: true }))
    printWelcome(settings, await firstAdministratorLink(services))
  } catch (error) {
    await stop()
    throw error
  }
}

function trustedDocuments(): Record<string, string> {
  const all: Record<string, string> = {}
  for (const app of ['admin', 'client']) {
    const file = path.join(root, 'packages/schema/src/generated', app, 'persisted-documents.json')
    if (existsSync(file)) Object.assign(all, JSON.parse(readFileSync(file, 'utf8')))
  }
  return all
}

function builtApps() {
  return { admin: path.join(root, 'apps/admin/dist'), client: path.join(root, 'apps/client/dist') }
}

function tell(text: string): void {
  console.log(`  ${text}`)
}

try {
  await start(readSettings(process.env, process.argv.slice(2)))
} catch (error) {
  console.error(`\nVISES could not start. ${(error as Error).message}`)
  log.debug({ err: error }, 'start failed')
  process.exit(1)
}
