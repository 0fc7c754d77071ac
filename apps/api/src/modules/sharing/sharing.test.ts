import { Pool } from 'pg'
import { aPartner, anActor, ask, aWorld, codeOf, must, statementsOf, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { announceChange } from './announce.ts'
import { refreshAllShared, refreshShared, SHARING_LOCK, sweepShared } from './refresh-shared.ts'

let world: World
let worker: Pool
let lead: Actor
beforeAll(async () => {
  world = await aWorld()
  worker = new Pool({ connectionString: world.urls.worker, max: 10 })
  lead = await anActor(world, 'platformLead')
})
afterAll(async () => {
  await worker.end()
  await world.close()
})

type Level = 'private' | 'federation' | 'platform' | 'crossBorder'
interface Pilot {
  admin: Actor
  enterpriseId: string
  evaluationId: string
  name: string
}

/** An enterprise with an evaluation in phase 2 and a question, arranged in the tables. */
async function aPilot(
  overrides: {
    partner?: { id: string; code: string }
    sharing?: Level
    platform?: string
    seat?: string
    question?: string
    quietDays?: number
  } = {},
): Promise<Pilot> {
  const partner = overrides.partner ?? (await aPartner(world))
  const admin = await anActor(world, 'partnerAdmin', { partner })
  const [enterpriseId, evaluationId] = [newId(), newId()]
  const name = `Maison ${enterpriseId.slice(-6)}`
  const question = overrides.question ?? `Pour qui ${name} change-t-elle quelque chose ?`
  await tenantOf(world, admin).write(async (db) => {
    const ids = [partner.id, enterpriseId]
    await db.rows(
      `INSERT INTO enterprise (partner_id, id, name, country, recruitment, current_evaluation_id) VALUES ($1, $2, $3, 'BE', 'started', $4)`,
      [...ids, name, evaluationId],
    )
    await db.rows(
      `INSERT INTO evaluation (partner_id, id, enterprise_id, method_code, route, started_on, planned_end_on, sharing, phase, current_step,
         steps_done, steps_total, step_changed_at, last_activity_at)
       VALUES ($1, $3, $2, '2018', 'full', current_date - 200, current_date + 400, $4, 2, '2.1', 9, 28,
         now() - $5 * interval '1 day', now() - $5 * interval '1 day')`,
      [...ids, evaluationId, overrides.sharing ?? 'private', overrides.quietDays ?? 1],
    )
    await db.rows(
      `INSERT INTO accompaniment (partner_id, id, enterprise_id, coach_user_id, coach_name, starts_on) VALUES ($1, $3, $2, $4, 'Coach', '2018-01-01')`,
      [...ids, newId(), newId()],
    )
    await db.rows(
      `INSERT INTO participation (partner_id, id, enterprise_id, platform_code, starts_on) VALUES ($1, $3, $2, $4, '2018-01-01')`,
      [...ids, newId(), overrides.platform ?? 'A'],
    )
    await db.rows(
      `INSERT INTO enterprise_territory (partner_id, enterprise_id, territory_code, link) VALUES ($1, $2, $3, 'seat')`,
      [...ids, overrides.seat ?? 'BE-52'],
    )
    for (const [field, value] of [
      ['question', question],
      ['questionType', 'effectOfPractice'],
      ['domains', ['social']],
      ['whyChosen', 'a secret reason'],
    ]) {
      await db.rows(
        `INSERT INTO answer (partner_id, enterprise_id, evaluation_id, step_code, field_key, value, revision, author_user_id, author_name)
         VALUES ($1, $2, $3, '1.7', $4, $5, 1, $6, 'Author')`,
        [...ids, evaluationId, field, JSON.stringify(value), newId()],
      )
    }
  })
  return { admin, enterpriseId, evaluationId, name }
}

const share = (pilot: Pilot, sharing: Level) =>
  tenantOf(world, pilot.admin).write(async (db) => {
    await db.rows('UPDATE evaluation SET sharing = $3 WHERE partner_id = $1 AND id = $2', [
      pilot.admin.partnerId,
      pilot.evaluationId,
      sharing,
    ])
    await announceChange(db, pilot.admin.partnerId, pilot.enterpriseId)
  })
const refresh = (pilot: Pilot) => refreshShared(worker, pilot.admin.partnerId, pilot.enterpriseId)
const progressOf = async (pilot: Pilot) =>
  (await world.root.query('SELECT * FROM shared.cohort_progress WHERE enterprise_id = $1', [pilot.enterpriseId])).rows
const artefactsOf = async (pilot: Pilot) =>
  (await world.root.query('SELECT * FROM shared.artefact WHERE enterprise_id = $1', [pilot.enterpriseId])).rows

const QUESTIONS = `query ($filter: SharedQuestionFilter, $after: String, $first: Int) { sharedQuestions(filter: $filter, after: $after, first: $first) {
  nodes { id sharing enterpriseName partnerName platformCode territory question questionType domains } pageInfo { hasNextPage endCursor } } }`
/** The shared questions about one pilot that this person sees. */
async function seenBy(actor: Actor, pilot: Pilot): Promise<any[]> {
  const [artefact] = await artefactsOf(pilot)
  const { sharedQuestions } = await must(world, actor, QUESTIONS, { first: 100 })
  return sharedQuestions.nodes.filter((node: any) => node.id === artefact?.pseudonym)
}

describe('what others see of an enterprise', () => {
  it('is written by a job after the change: place, progress, territory of the project', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder', platform: 'B', seat: 'FR-59' })
    await share(pilot, 'crossBorder')
    await world.runJobs()
    expect(await progressOf(pilot)).toMatchObject([
      {
        partner_id: pilot.admin.partnerId,
        enterprise_name: pilot.name,
        coach_name: 'Coach',
        platform_code: 'B',
        phase: 2,
        current_step: '2.1',
        status: 'active',
      },
    ])
  })

  it.each([
    ['an arrondissement', 'BE-52', 'WA'],
    ['a French arrondissement below a département', undefined, 'FR'],
  ])('finds the territory of the project from %s', async (_name, seat, expected) => {
    const found =
      seat ?? (await world.root.query(`SELECT code FROM territory WHERE project_territory = 'FR' LIMIT 1`)).rows[0].code
    const pilot = await aPilot({ seat: found })
    await refresh(pilot)
    expect(await progressOf(pilot)).toMatchObject([{ project_territory: expected, seat_code: found }])
  })

  it('looks up to the nearest territory that counts for the project', async () => {
    const code = `T-${newId().slice(-6)}`
    await world.owner.query(
      `INSERT INTO territory (code, level, name, parent_code) VALUES ($1, 'arrondissement', '{}', 'BE-52')`,
      [code],
    )
    const pilot = await aPilot({ seat: code })
    await refresh(pilot)
    expect(await progressOf(pilot)).toMatchObject([{ project_territory: 'WA' }])
  })

  it('holds the question and its codes, and nothing else of the sheet', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder' })
    await refresh(pilot)
    const [artefact] = await artefactsOf(pilot)
    expect(artefact).toMatchObject({
      sharing: 'crossBorder',
      content: { questionType: 'effectOfPractice', domains: ['social'] },
    })
    expect(JSON.stringify(artefact)).not.toContain('secret')
  })

  it('is gone with the job when the enterprise takes it back', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder' })
    await refresh(pilot)
    expect(await artefactsOf(pilot)).toHaveLength(1)
    await share(pilot, 'private')
    await world.runJobs()
    expect(await artefactsOf(pilot)).toEqual([])
    expect(await progressOf(pilot)).toMatchObject([{ sharing: 'private' }])
  })

  it('is gone when the enterprise is gone', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder' })
    await refresh(pilot)
    await tenantOf(world, pilot.admin).write(async (db) => {
      const ids = [pilot.admin.partnerId, pilot.enterpriseId]
      await db.rows('UPDATE enterprise SET current_evaluation_id = NULL WHERE partner_id = $1 AND id = $2', ids)
      for (const table of ['answer', 'evaluation', 'accompaniment', 'participation', 'enterprise_territory']) {
        await db.rows(`DELETE FROM ${table} WHERE partner_id = $1 AND enterprise_id = $2`, ids)
      }
      await db.rows('DELETE FROM enterprise WHERE partner_id = $1 AND id = $2', ids)
    })
    await refresh(pilot)
    expect([...(await progressOf(pilot)), ...(await artefactsOf(pilot))]).toEqual([])
  })

  it('moves to the new partner with a transfer, whichever partner’s job runs last', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder' })
    const to = await aPartner(world)
    await refresh(pilot)
    await worker.query('UPDATE enterprise SET partner_id = $2 WHERE partner_id = $1 AND id = $3', [
      pilot.admin.partnerId,
      to.id,
      pilot.enterpriseId,
    ])
    await refreshShared(worker, to.id, pilot.enterpriseId)
    expect((await progressOf(pilot)).map((row) => row.partner_id)).toEqual([to.id])
    expect((await artefactsOf(pilot)).map((row) => row.partner_id)).toEqual([to.id])
    await refresh(pilot)
    expect((await progressOf(pilot)).map((row) => row.partner_id)).toEqual([to.id])
    expect(await artefactsOf(pilot)).toHaveLength(1)
  })

  it('stays the same when the job runs eight times at once', async () => {
    const pilot = await aPilot({ sharing: 'platform' })
    await refresh(pilot)
    const before = [await progressOf(pilot), await artefactsOf(pilot)]
    await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 ? refresh(pilot) : refreshAllShared(worker))))
    expect([await progressOf(pilot), await artefactsOf(pilot)]).toEqual(before)
  })

  it('never comes back from a job that began before the enterprise took it back', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder' })
    const busy = await worker.connect()
    await busy.query('SELECT pg_advisory_lock($1)', [SHARING_LOCK])
    const jobs = [refresh(pilot), refresh(pilot)]
    await new Promise((resolve) => setTimeout(resolve, 200))
    await share(pilot, 'private')
    await busy.query('SELECT pg_advisory_unlock($1)', [SHARING_LOCK])
    busy.release()
    await Promise.all(jobs)
    expect(await artefactsOf(pilot)).toEqual([])
  })

  it('shows by the clock alone that an evaluation has fallen quiet, and since when', async () => {
    const pilot = await aPilot()
    await refresh(pilot)
    expect(await progressOf(pilot)).toMatchObject([{ stall_reason: null, stalled_since: null }])
    await world.root.query(
      `UPDATE evaluation SET step_changed_at = now() - interval '61 days', last_activity_at = now() - interval '10 days' WHERE id = $1`,
      [pilot.evaluationId],
    )
    await sweepShared(worker)
    const [row] = await progressOf(pilot)
    expect(row.stall_reason).toBe('stepStands')
    expect(Math.round((Date.now() - row.stalled_since.getTime()) / 86_400_000)).toBe(61)
  })
})

describe('shared questions', () => {
  it('that cross the border are read by the lead, by researchers and by any partner', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder' })
    await refresh(pilot)
    for (const role of ['platformLead', 'researcher', 'partnerAdmin', 'coach'] as const) {
      expect([role, await seenBy(await anActor(world, role), pilot)]).toEqual([
        role,
        [expect.objectContaining({ sharing: 'crossBorder' })],
      ])
    }
  })

  it('that stay on a platform are read by the lead and by partners at work there', async () => {
    const pilot = await aPilot({ sharing: 'platform', platform: 'C' })
    const beside = await aPilot({ platform: 'C' })
    const elsewhere = await aPilot({ platform: 'A' })
    for (const one of [pilot, beside, elsewhere]) await refresh(one)
    expect(await seenBy(lead, pilot)).toHaveLength(1)
    expect(await seenBy(beside.admin, pilot)).toHaveLength(1)
    expect(await seenBy(elsewhere.admin, pilot)).toEqual([])
    // A researcher reads what crosses the border, also when their institute accompanies someone on the platform.
    expect(
      await seenBy(await anActor(world, 'researcher', { partner: { id: beside.admin.partnerId } }), pilot),
    ).toEqual([])
    expect(await seenBy(await anActor(world, 'researcher', { partner: { id: pilot.admin.partnerId } }), pilot)).toEqual(
      [],
    )
  })

  it('that stay with the federation are read by the accompanying partner and affiliated federations only', async () => {
    const pilot = await aPilot({ sharing: 'federation' })
    const federation = await anActor(world, 'partnerAdmin')
    await tenantOf(world, pilot.admin).write((db) =>
      db.rows(
        `INSERT INTO affiliation (partner_id, id, enterprise_id, federation_id, starts_on) VALUES ($1, $2, $3, $4, '2018-01-01')`,
        [pilot.admin.partnerId, newId(), pilot.enterpriseId, federation.partnerId],
      ),
    )
    await refresh(pilot)
    expect(await seenBy(pilot.admin, pilot)).toHaveLength(1)
    expect(await seenBy(federation, pilot)).toHaveLength(1)
    expect(await seenBy(await anActor(world, 'coach'), pilot)).toEqual([])
    expect(await seenBy(lead, pilot)).toEqual([])
  })

  it('are read by researchers without any name, also inside the question', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder' })
    await refresh(pilot)
    const answer = await ask(world, await anActor(world, 'researcher'), QUESTIONS, { first: 100 })
    const text = JSON.stringify(answer)
    expect(text).not.toContain(pilot.name)
    expect(text).not.toContain(pilot.enterpriseId)
    expect(text).not.toContain(pilot.evaluationId)
    expect(Buffer.from((answer.data as any).sharedQuestions.pageInfo.endCursor, 'base64url').toString()).not.toContain(
      pilot.evaluationId,
    )
    expect(await seenBy(await anActor(world, 'researcher'), pilot)).toMatchObject([
      {
        enterpriseName: null,
        partnerName: null,
        territory: 'WA',
        question: 'Pour qui […] change-t-elle quelque chose ?',
      },
    ])
    expect(await seenBy(lead, pilot)).toMatchObject([{ enterpriseName: pilot.name }])
  })

  it('come in pages, each once, in one statement, narrowed by platform and domain', async () => {
    const partner = await aPartner(world)
    for (let count = 0; count < 3; count++)
      await refresh(await aPilot({ partner, sharing: 'federation', platform: 'B' }))
    const admin = await anActor(world, 'partnerAdmin', { partner })
    const filter = { platform: 'B', domain: 'social', questionType: 'effectOfPractice' }
    const seen: string[] = []
    let after: string | undefined
    do {
      const { result, statements } = await statementsOf(() =>
        must(world, admin, QUESTIONS, { filter, first: 2, after }),
      )
      expect(statements.filter((statement) => statement.includes('shared.artefact'))).toHaveLength(1)
      seen.push(
        ...result.sharedQuestions.nodes
          .filter((node: any) => node.sharing === 'federation')
          .map((node: any) => node.id),
      )
      after = result.sharedQuestions.pageInfo.hasNextPage ? result.sharedQuestions.pageInfo.endCursor : undefined
    } while (after)
    expect(seen).toHaveLength(3)
    expect(new Set(seen).size).toBe(3)
    const none = await must(world, admin, QUESTIONS, { filter: { domain: 'environmental' } })
    expect(none.sharedQuestions.nodes).toEqual([])
  })

  it('are found by their words and their enterprise, but never by a name that the reader may not see', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder' })
    await refresh(pilot)
    const [artefact] = await artefactsOf(pilot)
    const found = async (actor: Actor, text: string) => {
      const { sharedQuestions } = await must(world, actor, QUESTIONS, { first: 100, filter: { text } })
      return sharedQuestions.nodes.some((node: any) => node.id === artefact.pseudonym)
    }
    const researcher = await anActor(world, 'researcher')
    for (const actor of [lead, researcher]) {
      expect([actor.role, await found(actor, 'CHANGE-T-ELLE')]).toEqual([actor.role, true])
      expect([actor.role, await found(actor, 'change%elle')]).toEqual([actor.role, false])
    }
    expect(await found(lead, pilot.name.toUpperCase())).toBe(true)
    expect(await found(researcher, pilot.name)).toBe(false)
    expect(await found(researcher, pilot.name.slice(0, -1))).toBe(false)
  })

  it('are found with or without accents, and a name without its accents still does not betray whose they are', async () => {
    const pilot = await aPilot({ sharing: 'crossBorder', question: "Que gagne l’équipe du chœur L'Élégance ?" })
    await tenantOf(world, pilot.admin).write((db) =>
      db.rows(`UPDATE enterprise SET name = 'L’Élégance' WHERE partner_id = $1 AND id = $2`, [
        pilot.admin.partnerId,
        pilot.enterpriseId,
      ]),
    )
    await refresh(pilot)
    const [artefact] = await artefactsOf(pilot)
    const found = async (actor: Actor, text: string) => {
      const { sharedQuestions } = await must(world, actor, QUESTIONS, { first: 100, filter: { text } })
      return sharedQuestions.nodes.some((node: any) => node.id === artefact.pseudonym)
    }
    const researcher = await anActor(world, 'researcher')
    for (const actor of [lead, researcher])
      for (const text of ['equipe', 'ÉQUIPE', 'e\u0301quipe', "l'équipe", 'choeur', 'CHŒUR'])
        expect([actor.role, text, await found(actor, text)]).toEqual([actor.role, text, true])
    expect(await found(lead, 'elegance')).toBe(true)
    for (const text of ['elegance', 'Élégance']) expect([text, await found(researcher, text)]).toEqual([text, false])
    expect(await seenBy(researcher, pilot)).toMatchObject([{ question: 'Que gagne l’équipe du chœur […] ?' }])
  })

  it('refuse an invented cursor', async () => {
    const forged = Buffer.from(JSON.stringify(['2018-01-01; DROP TABLE', newId()])).toString('base64url')
    expect(codeOf(await ask(world, lead, QUESTIONS, { after: forged }))).toBe('BAD_INPUT')
  })
})

describe('the dashboard of the programme', () => {
  const DASHBOARD = `query ($filter: ProgressFilter) { programmeDashboard(filter: $filter) { asOf
    total { target declined recruited notStarted started active paused stopped stoppedBy { reason count } completed phase1 phase2 phase3 stalled }
    rows { platformCode territory partnerId counts { recruited started phase2 stalled } } targets { platformCode target } } }`

  it('is for the lead only', async () => {
    for (const role of ['researcher', 'partnerAdmin', 'coach'] as const) {
      expect([role, codeOf(await ask(world, await anActor(world, role), DASHBOARD))]).toEqual([role, 'NOT_FOUND'])
    }
  })

  it('counts what partners share, always adding up', async () => {
    const partner = await aPartner(world)
    const pilots = [
      await aPilot({ partner }),
      await aPilot({ partner, platform: 'B' }),
      await aPilot({ partner, quietDays: 70 }),
    ]
    const [paused, stopped] = pilots
    await world.root.query(`UPDATE evaluation SET status = 'paused' WHERE id = $1`, [paused!.evaluationId])
    await world.root.query(`UPDATE evaluation SET status = 'stopped', stop_reason = 'funding' WHERE id = $1`, [
      stopped!.evaluationId,
    ])
    await tenantOf(world, pilots[0]!.admin).write(async (db) => {
      for (const [name, recruitment] of [
        ['Waits', 'recruited'],
        ['Asked', 'pending'],
        ['Said no', 'declined'],
      ]) {
        await db.rows(
          `INSERT INTO enterprise (partner_id, id, name, country, recruitment) VALUES ($1, $2, $3, 'FR', $4)`,
          [partner.id, newId(), name, recruitment],
        )
      }
      await db.rows(`INSERT INTO cohort_target (partner_id, platform_code, target) VALUES ($1, 'A', 7), ($1, 'B', 2)`, [
        partner.id,
      ])
    })
    await refreshAllShared(worker)
    const { result, statements } = await statementsOf(() =>
      must(world, lead, DASHBOARD, { filter: { partnerId: partner.id } }),
    )
    expect(result.programmeDashboard.total).toEqual({
      target: 9,
      declined: 1,
      recruited: 5,
      notStarted: 2,
      started: 3,
      active: 1,
      paused: 1,
      stopped: 1,
      stoppedBy: [{ reason: 'funding', count: 1 }],
      completed: 0,
      phase1: 0,
      phase2: 2,
      phase3: 0,
      stalled: 1,
    })
    expect(statements.filter((statement) => statement.includes('shared.'))).toHaveLength(3)
    const narrowed = await must(world, lead, DASHBOARD, { filter: { partnerId: partner.id, platform: 'B' } })
    expect(narrowed.programmeDashboard.total).toMatchObject({ recruited: 1, stopped: 1, target: 2 })
    const phase = await must(world, lead, DASHBOARD, { filter: { partnerId: partner.id, phase: 2, territory: 'WA' } })
    expect(phase.programmeDashboard.total).toMatchObject({ recruited: 3, target: null })
    expect(Date.now() - Date.parse(result.programmeDashboard.asOf)).toBeLessThan(60_000)
  })

  it('leads to the enterprises that stand still, the longest waiting first, page by page', async () => {
    const partner = await aPartner(world)
    for (const quietDays of [70, 90, 80, 1]) await refresh(await aPilot({ partner, quietDays }))
    const STALLED = `query ($after: String, $partnerId: ID!) { programmeStalled(filter: { partnerId: $partnerId }, first: 2, after: $after) {
      nodes { enterpriseName partnerName coachName reason since currentStep } pageInfo { hasNextPage endCursor } } }`
    const first = (await must(world, lead, STALLED, { partnerId: partner.id })).programmeStalled
    const second = (await must(world, lead, STALLED, { partnerId: partner.id, after: first.pageInfo.endCursor }))
      .programmeStalled
    const days = [...first.nodes, ...second.nodes].map((node: any) =>
      Math.round((Date.now() - Date.parse(node.since)) / 86_400_000),
    )
    expect(days).toEqual([90, 80, 70])
    expect(first.nodes[0]).toMatchObject({ coachName: 'Coach', reason: 'stepStands', currentStep: '2.1' })
    expect(second.pageInfo.hasNextPage).toBe(false)
    expect(codeOf(await ask(world, await anActor(world, 'coach'), STALLED, { partnerId: partner.id }))).toBe(
      'NOT_FOUND',
    )
  })
})
