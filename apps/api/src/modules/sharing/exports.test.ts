import Fastify from 'fastify'
import { parse } from 'csv-parse/sync'
import { Pool } from 'pg'
import { anActor, aWorld, must, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { RouteRegistrar } from '../../platform/http.ts'
import type { Settings } from '../../platform/env.ts'
import type { Actor } from '../access/actor.ts'
import { siteRoutes } from '../demo/site.routes.ts'
import { programmeRoutes } from '../programme/programme.routes.ts'
import { refreshAllShared } from './refresh-shared.ts'
import { sharingRoutes } from './sharing.routes.ts'

let world: World
let lead: Actor
beforeAll(async () => {
  world = await aWorld()
  lead = await anActor(world, 'platformLead')
  const admin = await anActor(world, 'partnerAdmin')
  await tenantOf(world, admin).write(async (db) => {
    for (const recruitment of ['recruited', 'pending', 'declined']) {
      await db.rows(
        `INSERT INTO enterprise (partner_id, id, name, country, recruitment) VALUES ($1, $2, 'One', 'BE', $3)`,
        [admin.partnerId, newId(), recruitment],
      )
    }
    await db.rows(`INSERT INTO cohort_target (partner_id, platform_code, target) VALUES ($1, 'B', 6)`, [
      admin.partnerId,
    ])
  })
  const worker = new Pool({ connectionString: world.urls.worker, max: 1 })
  await refreshAllShared(worker)
  await worker.end()
})
afterAll(() => world.close())

/** What a person downloads at an address. */
async function download(route: RouteRegistrar, path: string, actor: Actor | null, settings: Partial<Settings> = {}) {
  const app = Fastify()
  const identity = {
    ...world.services.identity,
    sessionOf: async () => (actor ? { userId: actor.userId, hasTwoFactor: true } : undefined),
  }
  await route(app, {
    ...world.services,
    settings: { ...world.services.settings, ...settings },
    identity: identity as never,
  })
  const address = await app.listen({ port: 0 })
  const answer = await fetch(`${address}${path}`)
  const body = Buffer.from(await answer.arrayBuffer())
  await app.close()
  return { status: answer.status, body, headers: answer.headers }
}

describe('the report on the pilots as a file', () => {
  it('holds the numbers of the dashboard', async () => {
    const { body, headers } = await download(sharingRoutes, '/api/exports/programme.csv?lang=en', lead)
    expect(headers.get('content-disposition')).toBe('attachment; filename="pilot-progress.csv"')
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true })
    const { programmeDashboard } = await must(
      world,
      lead,
      '{ programmeDashboard { total { recruited notStarted declined target } } }',
    )
    expect(programmeDashboard.total).toEqual({ recruited: 2, notStarted: 2, declined: 1, target: 6 })
    const total = rows.at(-1)!
    expect([total['Recruited'], total['Not started'], total['Declined'], total['Target']]).toEqual(['2', '2', '1', '6'])
    for (const column of ['Recruited', 'Target']) {
      const lines = rows.slice(0, -1).reduce((sum, row) => sum + Number(row[column] || 0), 0)
      expect([column, lines]).toEqual([column, Number(total[column])])
    }
  })

  it('says in the reader’s words since when it holds, and where an enterprise of no known seat is', async () => {
    const { body } = await download(sharingRoutes, '/api/exports/programme.csv?lang=nl', lead)
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true, delimiter: ';' })
    expect(rows[0]!['Gebied']).toBe('Gebied onbekend')
    expect(rows.at(-1)!['Toestand op']).toMatch(/^\d{1,2} [a-z]+ 20\d\d om \d{2}:\d{2}$/)
  })

  it('comes as XLSX too, and in no other form', async () => {
    const { status, body } = await download(sharingRoutes, '/api/exports/programme.xlsx?lang=nl', lead)
    expect([status, body.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect((await download(sharingRoutes, '/api/exports/programme.json', lead)).status).toBe(404)
  })

  it('is for the lead only, and refuses invented filters', async () => {
    expect(
      (await download(sharingRoutes, '/api/exports/programme.csv', await anActor(world, 'partnerAdmin'))).status,
    ).toBe(404)
    expect((await download(sharingRoutes, '/api/exports/programme.csv', null)).status).toBe(401)
    expect((await download(sharingRoutes, '/api/exports/programme.csv?phase=9', lead)).status).toBe(400)
    expect((await download(sharingRoutes, `/api/exports/programme.csv?partner=${newId()}`, lead)).status).toBe(200)
  })
})

describe('the partners as a file', () => {
  it('name their territory in the reader’s language, as the page does', async () => {
    const named = async (lang: string, delimiter: string, column: string) => {
      const { body } = await download(programmeRoutes, `/api/exports/partners.csv?lang=${lang}`, lead)
      const rows: Record<string, string>[] = parse(body, { bom: true, columns: true, delimiter })
      return new Set(rows.slice(0, -1).map((row) => row[column]))
    }
    expect(await named('fr', ';', 'Territoire')).toEqual(new Set(['France', 'Wallonie', 'Flandre']))
    expect(await named('nl', ';', 'Gebied')).toEqual(new Set(['Frankrijk', 'Wallonië', 'Vlaanderen']))
    expect(await named('en', ',', 'Territory')).toEqual(new Set(['France', 'Wallonia', 'Flanders']))
  })
})

describe('what the sign-in page knows', () => {
  it('names the demo accounts and their password in a demo', async () => {
    const { body } = await download(siteRoutes, '/api/site', null, { demo: true })
    const site = JSON.parse(body.toString())
    expect(site).toMatchObject({ demo: true, oidcName: null, smtp: false })
    expect(site.accounts.find((account: any) => account.email === 'lead@demo.vises.example')).toMatchObject({
      role: 'platformLead',
    })
    expect(site.demoPassword).toBe('vises-demo-2019')
  })

  it('names nobody elsewhere', async () => {
    const { body } = await download(siteRoutes, '/api/site', null, {
      demo: false,
      smtpUrl: 'smtp://mail',
      oidc: { issuer: 'https://id', clientId: 'a', clientSecret: 'hidden', name: 'Federated' },
    })
    expect(JSON.parse(body.toString())).toEqual({
      demo: false,
      oidcName: 'Federated',
      smtp: true,
      demoPassword: null,
      accounts: [],
    })
  })
})
