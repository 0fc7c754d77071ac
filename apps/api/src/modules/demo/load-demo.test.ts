import { createHash } from 'node:crypto'
import { aWorld, contextFor, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { contextOf } from '../../platform/context.ts'
import type { MembershipRow } from '../../platform/context.ts'
import type { Actor } from '../access/actor.ts'
import { demoAccounts } from './accounts.ts'
import { hasDemo, loadDemoWhenEmpty } from './load-demo.ts'

const TODAY = new Date().toISOString().slice(0, 10)

const load = (world: World, today = TODAY) =>
  loadDemoWhenEmpty(world.services, { appUrl: world.urls.app, workerUrl: world.urls.worker }, () => undefined, today)

let world: World
let seconds: number
let before: boolean
beforeAll(async () => {
  world = await aWorld()
  before = await hasDemo(world.services)
  const start = performance.now()
  await load(world)
  seconds = (performance.now() - start) / 1000
}, 60_000)
afterAll(() => world.close())

/** Stored rows, past all fences. */
const stored = async (sql: string): Promise<any[]> => (await world.root.query(sql)).rows
const counts = async (sql: string): Promise<Record<string, number>> =>
  Object.fromEntries((await stored(sql)).map(({ what, count }) => [what, Number(count)]))

/** The actor of a demo account, acting in its first place. */
async function actorOf(name: string): Promise<Actor> {
  const user = await world.services.identity.findUserByEmail(`${name}@demo.vises.example`)
  const rows = await world.services.reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [user!.id])
  return contextOf(world.services, {} as never, 'fr', user!.id, rows, undefined, 'session', true).actor
}

// Content without the ids of accounts, which are made anew in each installation, and what follows from its secret.
const TABLES = [
  'enterprise',
  'evaluation',
  'accompaniment',
  'affiliation',
  'participation',
  'enterprise_territory',
  'cohort_target',
  'support_session',
  'step_state',
  'step_event',
  'answer',
  'answer_revision',
  'step_comment',
  'gate_record',
  'membership',
  'questionnaire',
  'wave',
  'respondent_group',
  'collection_link',
  'wave_spent',
  'invitee',
  'wave_mailing',
  'response',
  'field_record',
  'field_code',
  'excerpt',
]
async function contentHash(of: World): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const table of TABLES) {
    const { rows } = await of.root.query(
      `SELECT to_jsonb(t) - '{user_id,coach_user_id,author_user_id,requested_by_user_id,token_hash}'::text[] AS row FROM ${table} t`,
    )
    const lines = rows.map(({ row }) => JSON.stringify(row)).toSorted()
    hashes[table] = `${lines.length} ${createHash('sha1').update(lines.join('\n')).digest('hex')}`
  }
  const { rows } = await of.root.query(
    `SELECT theme, item, platform_code, project_territory, value, hidden_for FROM shared.release_cell ORDER BY 1, 2, 3, 4`,
  )
  hashes['release'] = `${rows.length} ${createHash('sha1').update(JSON.stringify(rows)).digest('hex')}`
  return hashes
}

describe('the demo', () => {
  it('is loaded in less than a minute', () => {
    console.info(`demo loaded in ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(60)
  })

  it('spreads its 56 pilots over phases, platforms and territories as the end of 2018 was', async () => {
    expect(
      await counts(
        `SELECT CASE WHEN status = 'completed' THEN 'closed' ELSE phase::text END AS what, count(*) FROM evaluation GROUP BY 1`,
      ),
    ).toEqual({
      1: 9,
      2: 31,
      3: 8,
      closed: 8,
    })
    const [end] = await stored(
      `SELECT count(*)::int AS count FROM evaluation
       WHERE status = 'active' AND current_step = CASE route WHEN 'light' THEN '2.7' ELSE '2.8' END`,
    )
    expect(end.count).toBe(22)
    expect(
      await counts('SELECT platform_code AS what, count(*) FROM participation WHERE ends_on IS NULL GROUP BY 1'),
    ).toEqual({ A: 22, B: 19, C: 15 })
    expect(await counts('SELECT project_territory AS what, count(*) FROM shared.cohort_progress GROUP BY 1')).toEqual({
      FR: 24,
      WA: 27,
      VL: 4,
      BRU: 1,
    })
  })

  it('keeps the 69 planned places apart from the 56 recruited enterprises', async () => {
    const lead = await actorOf('lead')
    const { programmeDashboard } = await must(
      world,
      lead,
      `{ programmeDashboard { asOf total { target recruited started active completed stopped phase1 phase2 phase3 notStarted declined }
         rows { platformCode territory counts { recruited } } } }`,
    )
    expect(programmeDashboard.total).toEqual({
      target: 69,
      recruited: 56,
      started: 56,
      active: 48,
      completed: 8,
      stopped: 0,
      phase1: 9,
      phase2: 31,
      phase3: 8,
      notStarted: 0,
      declined: 0,
    })
    expect(programmeDashboard.rows.reduce((sum: number, row: any) => sum + row.counts.recruited, 0)).toBe(56)
    expect(programmeDashboard.asOf).not.toBeNull()
  })

  it('stores the same progress as the formula finds in its steps and gates', async () => {
    const rows = await stored(
      `SELECT v.id, v.steps_done, v.current_step, v.phase, v.steps_total,
         (SELECT count(*)::int FROM step_state s WHERE s.evaluation_id = v.id AND s.status IN ('done', 'skipped')) AS done,
         (SELECT count(*)::int FROM gate_record g WHERE g.evaluation_id = v.id AND g.cosigned_at IS NOT NULL) AS gates,
         (SELECT s.step_code FROM step_state s WHERE s.evaluation_id = v.id AND s.status = 'doing') AS doing, v.status FROM evaluation v`,
    )
    expect(rows).toHaveLength(56)
    for (const row of rows) {
      expect(row.steps_done).toBe(row.done + row.gates)
      if (row.status === 'active') expect(row.current_step).toBe(row.doing)
      else expect([row.steps_done, row.current_step]).toEqual([row.steps_total, 'G3'])
    }
  })

  it('holds nothing that lies in the future, and no step closed before it was begun', async () => {
    const [{ count }] = await stored(
      `SELECT (SELECT count(*) FROM step_event WHERE at > now()) + (SELECT count(*) FROM evaluation WHERE last_activity_at > now() OR step_changed_at > now())
         + (SELECT count(*) FROM gate_record WHERE cosigned_at > now()) + (SELECT count(*) FROM support_session WHERE held_on > current_date)
         + (SELECT count(*) FROM step_comment WHERE created_at > now()) AS count`,
    )
    expect(Number(count)).toBe(0)
    const backwards = await stored(
      `SELECT b.evaluation_id FROM step_event b JOIN step_event c USING (evaluation_id, step_code)
       WHERE b.kind = 'started' AND c.kind <> 'started' AND c.at < b.at`,
    )
    expect(backwards).toEqual([])
  })

  it('lets some evaluations look stalled for each usual reason, and most not', async () => {
    const reasons = await counts(
      'SELECT stall_reason AS what, count(*) FROM shared.cohort_progress WHERE stall_reason IS NOT NULL GROUP BY 1',
    )
    const stalled = Object.values(reasons).reduce((sum, count) => sum + count, 0)
    expect(Object.keys(reasons)).toEqual(expect.arrayContaining(['noQuestion', 'collectionStands', 'overrun']))
    expect(stalled).toBeGreaterThan(5)
    expect(stalled).toBeLessThan(28)
  })

  it('lets every account sign in with its password, into its place', async () => {
    for (const { email, places } of demoAccounts) {
      const user = await world.services.identity.findUserByEmail(email)
      expect(user?.demo).toBe(true)
      const signedIn = await world.services.identity.signInResponse({ email, password: 'vises-demo-2019' })
      expect([email, signedIn.status]).toEqual([email, 200])
      const rows = await world.services.reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [user!.id])
      expect([email, rows.map(({ partner_code, role }) => `${partner_code} ${role}`)]).toEqual([
        email,
        places.map(({ partner, role }) => `${partner} ${role}`),
      ])
    }
  })

  it('gives the coaches with an account their worked enterprise', async () => {
    for (const [coach, enterprise] of [
      ['coach.atout-ei', 'Textura ASBL'],
      ['coach.uriopss', 'La Marelle Solidaire'],
      ['coach.4werk', 'De Korenbloem cv'],
    ] as const) {
      const actor = await actorOf(coach)
      const rows = await stored(
        `SELECT e.name FROM accompaniment a JOIN enterprise e ON e.id = a.enterprise_id WHERE a.coach_user_id = '${actor.userId}'`,
      )
      expect(rows.map(({ name }) => name)).toContain(enterprise)
      expect(rows.length).toBeGreaterThan(2)
    }
    expect((await contextFor(world, await actorOf('manager.textura'))).actor.enterpriseName).toBe('Textura ASBL')
  })

  it('shares what each pilot agreed to share, and makes a first release with something to see', async () => {
    const [{ agreed, copies }] = await stored(
      `SELECT (SELECT count(*)::int FROM evaluation v WHERE sharing <> 'private' AND EXISTS (SELECT FROM answer a WHERE a.evaluation_id = v.id
           AND a.field_key = 'question')) AS agreed, (SELECT count(*)::int FROM shared.artefact) AS copies`,
    )
    expect(agreed).toBeGreaterThan(30)
    expect(copies).toBe(agreed)
    const { release } = await must(
      world,
      await actorOf('researcher'),
      `{ release(number: 1) { coverage { counted partners cellsShown } } }`,
    )
    expect(release.coverage.counted).toBeGreaterThanOrEqual(30)
    expect(release.coverage.cellsShown).toBeGreaterThan(20)
  })

  it('marks the chosen question among the candidates of each worked enterprise', async () => {
    const sheets = await stored(
      `SELECT a.value AS candidates, b.value AS chosen FROM answer a
       JOIN answer b USING (partner_id, evaluation_id, step_code) WHERE a.field_key = 'candidates' AND b.field_key = 'chosen'`,
    )
    expect(sheets).toHaveLength(3)
    for (const { candidates, chosen } of sheets) expect(candidates).toContain(chosen)
  })

  it('is told apart from an installation that began empty', async () => {
    expect(before).toBe(false)
    expect(await hasDemo(world.services)).toBe(true)
  })

  it('is loaded once', async () => {
    const before = await contentHash(world)
    expect(await load(world)).toBe(false)
    await world.runJobs()
    expect(await contentHash(world)).toEqual(before)
    expect(await counts(`SELECT 'releases' AS what, count(*) FROM shared.release`)).toEqual({ releases: 1 })
  })

  it('is the same in two installations', async () => {
    const other = await aWorld()
    try {
      // Two processes that start at once load it once.
      const loaded = await Promise.all([load(other), load(other)])
      expect(loaded.toSorted()).toEqual([false, true])
      expect(await contentHash(other)).toEqual(await contentHash(world))
    } finally {
      await other.close()
    }
  }, 60_000)
})
