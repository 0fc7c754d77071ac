import Fastify from 'fastify'
import { parse } from 'csv-parse/sync'
import { Pool } from 'pg'
import { aPartner, anActor, ask, aWorld, codeOf, must, statementsOf, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { comparisonRoutes } from './comparison.routes.ts'
import { computeRelease } from './compute-release.ts'

let world: World
let worker: Pool
let lead: Actor
/** Three partners with 3 + 3 + 2 evaluations shared across the border, and one without any. */
let partners: { id: string; code: string }[]
let evaluations: { partnerId: string; id: string }[]

beforeAll(async () => {
  world = await aWorld()
  worker = new Pool({ connectionString: world.urls.worker, max: 10 })
  lead = await anActor(world, 'platformLead')
  partners = [await aPartner(world), await aPartner(world), await aPartner(world), await aPartner(world)]
  evaluations = []
  for (const [index, count] of [3, 3, 2].entries())
    for (let n = 0; n < count; n++) await anEvaluation(partners[index]!, 'crossBorder')
  await anEvaluation(partners[0]!, 'private', 'environmental')
})
afterAll(async () => {
  await worker.end()
  await world.close()
})

async function anEvaluation(partner: { id: string; code: string }, sharing: string, domain = 'social'): Promise<void> {
  const actor = await anActor(world, 'partnerAdmin', { partner })
  const [enterpriseId, evaluationId] = [newId(), newId()]
  await tenantOf(world, actor).write(async (db) => {
    const ids = [partner.id, enterpriseId, evaluationId]
    await db.rows(
      `INSERT INTO enterprise (partner_id, id, name, country, recruitment, current_evaluation_id) VALUES ($1, $2, 'Canari 4711', 'BE', 'started', $3)`,
      ids,
    )
    await db.rows(
      `INSERT INTO evaluation (partner_id, id, enterprise_id, method_code, route, started_on, planned_end_on, sharing, phase, current_step, steps_total)
       VALUES ($1, $3, $2, '2018', 'full', '2018-01-01', '2030-01-01', $4, 2, '2.1', 28)`,
      [...ids, sharing],
    )
    await db.rows(
      `INSERT INTO participation (partner_id, id, enterprise_id, platform_code, starts_on) VALUES ($1, $3, $2, 'A', '2018-01-01')`,
      [partner.id, enterpriseId, newId()],
    )
    await db.rows(
      `INSERT INTO enterprise_territory (partner_id, enterprise_id, territory_code, link) VALUES ($1, $2, 'BE-52', 'seat')`,
      ids.slice(0, 2),
    )
    for (const [field, value] of [
      ['question', 'Pour qui ?'],
      ['domains', [domain, 'invented']],
      ['questionType', 'missionFit'],
    ]) {
      await db.rows(
        `INSERT INTO answer (partner_id, enterprise_id, evaluation_id, step_code, field_key, value, revision, author_user_id, author_name)
         VALUES ($1, $2, $3, '1.7', $4, $5, 1, $2, 'Author')`,
        [...ids, field, JSON.stringify(value)],
      )
    }
  })
  evaluations.push({ partnerId: partner.id, id: evaluationId })
}

const RELEASE = `query ($number: Int!) { release(number: $number) { number note rules { minEnterprises minPartners maxPartnerShare text { fr nl en } }
  coverage { counted partners leftOut { reason count } cellsShown cellsNotShown }
  themes { code items { code cells { platform territory value } } } } }`
const read = async (actor: Actor, number: number) => (await must(world, actor, RELEASE, { number })).release
const cell = (release: any, theme: string, item: string, platform = 'all', territory = 'all') =>
  release.themes
    .find(({ code }: any) => code === theme)
    .items.find(({ code }: any) => code === item)
    .cells.find((one: any) => one.platform === platform && one.territory === territory).value

/** A release computed now; gives its number. */
async function aRelease(note?: string): Promise<number> {
  const id = newId()
  await computeRelease(worker, id, note)
  return (await worker.query('SELECT number FROM shared.release WHERE id = $1', [id])).rows[0].number
}

describe('a release', () => {
  it('is made by the lead alone, by a job, once', async () => {
    const CREATE = `mutation ($input: CreateReleaseInput!) { createRelease(input: $input) { releaseId problem } }`
    for (const role of ['researcher', 'partnerAdmin', 'coach'] as const) {
      expect([role, codeOf(await ask(world, await anActor(world, role), CREATE, { input: {} }))]).toEqual([
        role,
        'NOT_FOUND',
      ])
    }
    await computeRelease(worker, newId())
    const { createRelease } = await must(world, lead, CREATE, { input: { note: 'Réunion de juin' } })
    await world.runJobs()
    const { releases } = await must(world, lead, `{ releases { nodes { id number note } } }`)
    expect(releases.nodes[0]).toEqual({ id: createRelease.releaseId, number: 2, note: 'Réunion de juin' })
    expect(releases.nodes).toHaveLength(2)
  })

  it('is numbered without gaps when eight are made at once, and made once for one request', async () => {
    const same = newId()
    const before = (await worker.query('SELECT max(number) AS n FROM shared.release')).rows[0].n
    await Promise.all([
      ...Array.from({ length: 4 }, () => computeRelease(worker, newId())),
      ...Array.from({ length: 4 }, () => computeRelease(worker, same)),
    ])
    const { rows } = await worker.query('SELECT number FROM shared.release WHERE number > $1 ORDER BY number', [before])
    expect(rows.map(({ number }) => number - before)).toEqual([1, 2, 3, 4, 5])
  })

  it('cannot be changed, shortened, extended or removed, not even by the jobs that made it', async () => {
    const number = await aRelease()
    const release = (await worker.query('SELECT id FROM shared.release WHERE number = $1', [number])).rows[0].id
    for (const statement of [
      `UPDATE shared.release SET note = 'x' WHERE id = '${release}'`,
      `DELETE FROM shared.release WHERE id = '${release}'`,
      `UPDATE shared.release_cell SET value = 99 WHERE release_id = '${release}'`,
      `DELETE FROM shared.release_cell WHERE release_id = '${release}'`,
      `INSERT INTO shared.release_cell (release_id, theme, item, platform_code, project_territory, value) VALUES ('${release}', 'x', 'x', 'all', 'all', 1)`,
    ]) {
      await expect(worker.query(statement)).rejects.toThrow('a release is frozen')
    }
    await expect(world.owner.query('TRUNCATE shared.release_cell')).rejects.toThrow('a release is frozen')
  })

  it('counts what is shared across the border, and only that', async () => {
    const release = await read(lead, await aRelease())
    expect(cell(release, 'domain', 'social')).toBe(8)
    expect(cell(release, 'domain', 'social', 'A', 'WA')).toBe(8)
    expect(cell(release, 'phaseReached', 'phase2', 'A')).toBe(8)
    expect(release.coverage).toMatchObject({ counted: 8, partners: 3 })
    expect(JSON.stringify(release)).not.toContain('invented')
  })

  it('looks the same where nothing is and where something is suppressed', async () => {
    const release = await read(lead, await aRelease())
    // One private evaluation works on the environment; none shares that domain.
    expect(cell(release, 'domain', 'environmental')).toBeNull()
    expect(cell(release, 'domain', 'political')).toBeNull()
    expect(release.coverage.leftOut).toEqual(
      ['private', 'federation', 'platform', 'noQuestion', 'notStarted'].map((reason) => ({ reason, count: null })),
    )
  })

  it('hides a cell from the partner who could subtract its own enterprises, in the API and in the file', async () => {
    const number = await aRelease()
    const [three, , two, none] = await Promise.all(
      partners.map((partner) => anActor(world, 'partnerAdmin', { partner })),
    )
    expect(cell(await read(three!, number), 'domain', 'social')).toBeNull()
    expect((await read(three!, number)).coverage).toMatchObject({ counted: null, partners: null, cellsShown: 0 })
    expect(cell(await read(two!, number), 'domain', 'social')).toBe(8)
    expect(cell(await read(none!, number), 'domain', 'social')).toBe(8)
    const file = async (actor: Actor) => {
      const rows: string[][] = parse((await download(actor, number)).body, { bom: true })
      return rows.find((row) => row[1] === 'Social' && row[2] === 'all' && row[3] === 'all')![4]
    }
    expect(await file(three!)).toBe('not shown')
    expect(await file(two!)).toBe('8')
  })

  it('keeps its numbers when an enterprise takes its evaluation back; the next one counts without it', async () => {
    const before = await aRelease()
    const last = evaluations.findLast(({ partnerId }) => partnerId === partners[2]!.id)!
    const set = (sharing: string) =>
      world.root.query('UPDATE evaluation SET sharing = $2 WHERE id = $1', [last.id, sharing])
    await set('private')
    try {
      const after = await aRelease()
      expect(cell(await read(lead, before), 'domain', 'social')).toBe(8)
      // 3 + 3 + 1 is still enough for the lead.
      expect(cell(await read(lead, after), 'domain', 'social')).toBe(7)
    } finally {
      await set('crossBorder')
    }
  })

  it('keeps the order of the method, never that of the values', async () => {
    const release = await read(lead, await aRelease())
    expect(release.themes.map(({ code }: any) => code)).toEqual([
      'questionType',
      'purpose',
      'domain',
      'method',
      'phaseReached',
    ])
    const domains = release.themes.find(({ code }: any) => code === 'domain').items.map(({ code }: any) => code)
    expect(domains).toEqual(['economic', 'social', 'political', 'environmental', 'territorial'])
    for (const { items } of release.themes) for (const { cells } of items) expect(cells).toHaveLength(20)
  })

  it('says its rules, and is read in one statement', async () => {
    const number = await aRelease('note')
    const { result, statements } = await statementsOf(() => read(lead, number))
    expect(result.rules).toMatchObject({ minEnterprises: 5, minPartners: 2, maxPartnerShare: 0.5 })
    expect(result.rules.text.nl).toContain('5 ondernemingen')
    expect(statements.filter((statement) => statement.includes('shared.'))).toHaveLength(1)
  })

  it('says nothing about who is in it', async () => {
    const text = JSON.stringify(await read(lead, await aRelease()))
    expect(text).not.toContain('Canari')
    for (const { id } of partners) expect(text).not.toContain(id)
  })

  it('that does not exist is not found', async () => {
    expect(codeOf(await ask(world, lead, RELEASE, { number: 9999 }))).toBe('NOT_FOUND')
  })
})

async function download(actor: Actor, number: number) {
  const app = Fastify()
  const identity = { ...world.services.identity, sessionOf: async () => ({ userId: actor.userId, hasTwoFactor: true }) }
  await comparisonRoutes(app, { ...world.services, identity: identity as never })
  const address = await app.listen({ port: 0 })
  const answer = await fetch(`${address}/api/exports/release.csv?lang=en&number=${number}`)
  const body = Buffer.from(await answer.arrayBuffer())
  await app.close()
  return { status: answer.status, body }
}
