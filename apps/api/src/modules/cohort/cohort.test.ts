import { anActor, ask, aWorld, codeOf, must, statementsOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { anEnterprise } from './test-builders.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const COHORT = `query ($filter: CohortFilter, $sort: CohortSort = NAME, $descending: Boolean = false, $first: Int = 100, $after: String) {
  cohort(filter: $filter, sort: $sort, descending: $descending, first: $first, after: $after) {
    nodes { id name city platform territory coachName mine recruitment status phase currentStep stepsDone stepsTotal daysLeft lastActivityAt stallReason sharing column }
    pageInfo { hasNextPage endCursor } totalCount facets { phases { value count } statuses { value count } platforms { value count } recruitments { value count } stallReasons { value count } coaches { value count } }
  }
}`
const NAMES = `query ($filter: CohortFilter, $sort: CohortSort = NAME, $descending: Boolean = false, $first: Int = 100, $after: String) {
  cohort(filter: $filter, sort: $sort, descending: $descending, first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } totalCount }
}`
const names = async (actor: Actor, variables: Record<string, unknown> = {}) =>
  (await must(world, actor, NAMES, variables)).cohort.nodes.map((row: { name: string }) => row.name)

describe('the list of the cohort', () => {
  it('shows where every enterprise stands, in two statements of its own', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId }, name: 'Anne Duval' })
    for (let n = 0; n < 8; n++) {
      await anEnterprise(world, admin, {
        name: `Atelier ${n}`,
        city: 'Liège',
        platform: 'A',
        territory: 'BE32',
        coach,
        evaluation: { phase: 2, currentStep: '2.3', stepsDone: 9, plannedEndOn: '2017-01-01' },
      })
    }
    const { result, statements } = await statementsOf(() => must(world, coach, COHORT))
    expect(result.cohort.nodes).toHaveLength(8)
    expect(result.cohort.nodes[0]).toMatchObject({
      name: 'Atelier 0',
      city: 'Liège',
      platform: 'A',
      territory: 'BE32',
      coachName: 'Anne Duval',
      mine: true,
      recruitment: 'started',
      status: 'active',
      phase: 2,
      currentStep: '2.3',
      stepsDone: 9,
      stepsTotal: 28,
      stallReason: 'overrun',
      sharing: 'private',
      column: 'phase2',
    })
    expect(result.cohort.nodes[0].daysLeft).toBeLessThan(0)
    expect(result.cohort.totalCount).toBe(8)
    expect(result.cohort.facets).toMatchObject({
      phases: [{ value: '2', count: 8 }],
      stallReasons: [{ value: 'overrun', count: 8 }],
      coaches: [{ value: 'Anne Duval', count: 8 }],
    })
    const own = statements.filter((sql) => !/^(BEGIN|COMMIT)/.test(sql) && !sql.includes('memberships_of'))
    expect(own).toHaveLength(2)
  })

  it('brings its rows and their total in one statement', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    for (let n = 0; n < 3; n++) await anEnterprise(world, admin, { name: `E ${n}` })
    const ask = (more = {}) => must(world, admin, NAMES, { first: 2, ...more })
    const { result, statements } = await statementsOf(() => ask())
    expect(result.cohort.totalCount).toBe(3)
    expect(statements.filter((sql) => sql.includes('FROM enterprise'))).toHaveLength(1)
    const last = await ask({ after: result.cohort.pageInfo.endCursor })
    expect(last.cohort.totalCount).toBe(3)
    expect((await ask({ after: last.cohort.pageInfo.endCursor })).cohort).toMatchObject({ nodes: [], totalCount: 3 })
    expect((await ask({ filter: { text: 'nothing' } })).cohort).toMatchObject({ nodes: [], totalCount: 0 })
    expect((await must(world, admin, '{ cohort { totalCount } }')).cohort.totalCount).toBe(3)
  })

  it('does not count when nobody asks for a total', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    await anEnterprise(world, admin)
    const { statements } = await statementsOf(() => must(world, admin, '{ cohort { nodes { id } } }'))
    expect(statements.filter((sql) => sql.includes('count('))).toHaveLength(0)
  })

  it('finds by name, place and number, whatever the accents and the order of the words', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    await anEnterprise(world, admin, {
      name: 'Éclat & Cœur',
      city: 'Saint-Étienne',
      identifier: '41071771400035',
      country: 'FR',
    })
    await anEnterprise(world, admin, { name: 'VZW Één 100%', city: 'Tielt' })
    expect(await names(admin, { filter: { text: 'eclat' } })).toEqual(['Éclat & Cœur'])
    expect(await names(admin, { filter: { text: 'ÉTIENNE coeur' } })).toEqual(['Éclat & Cœur'])
    expect(await names(admin, { filter: { text: '410717' } })).toEqual(['Éclat & Cœur'])
    expect(await names(admin, { filter: { text: 'een TIELT' } })).toEqual(['VZW Één 100%'])
    expect(await names(admin, { filter: { text: '0%' } })).toEqual(['VZW Één 100%'])
    expect(await names(admin, { filter: { text: '_' } })).toEqual([])
    expect(await names(admin, { filter: { text: "'; DROP TABLE enterprise; --" } })).toEqual([])
  })

  it('narrows by phase, status, platform, territory, coach, recruitment and stall', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const partner = { id: admin.partnerId }
    const [anne, bart] = [
      await anActor(world, 'coach', { partner, name: 'Anne' }),
      await anActor(world, 'coach', { partner, name: 'Bart' }),
    ]
    await anEnterprise(world, admin, {
      name: 'quiet',
      coach: anne,
      platform: 'A',
      territory: 'BE32',
      evaluation: { phase: 3, lastActivityAt: '2018-01-01' },
    })
    await anEnterprise(world, admin, {
      name: 'late',
      coach: bart,
      platform: 'B',
      evaluation: { phase: 1, plannedEndOn: '2018-01-01' },
    })
    await anEnterprise(world, admin, { name: 'paused', coach: bart, evaluation: { status: 'paused', phase: 1 } })
    await anEnterprise(world, admin, { name: 'new', recruitment: 'pending' })
    const only = async (filter: Record<string, unknown>, by = admin) => (await names(by, { filter })).join(' ')
    expect(await only({ phases: [1] })).toBe('late paused')
    expect(await only({ statuses: ['paused', 'stopped'] })).toBe('paused')
    expect(await only({ platform: 'B' })).toBe('late')
    expect(await only({ platform: 'none' })).toBe('new paused')
    expect(await only({ territory: 'BE3' })).toBe('quiet')
    expect(await only({ territory: 'BE2' })).toBe('')
    expect(await only({ coachMembershipId: anne.membershipId })).toBe('quiet')
    expect(await only({ coachMembershipId: newId() })).toBe('')
    expect(await only({ mine: true }, bart)).toBe('late paused')
    expect(await only({ withoutCoach: true })).toBe('new')
    expect(await only({ recruitments: ['pending'] })).toBe('new')
    expect(await only({ stalled: true })).toBe('late quiet')
    expect(await only({ stallReason: 'overrun' })).toBe('late')
    expect(await only({ column: 'phase3' })).toBe('quiet')
    expect(await only({ column: 'notStarted' })).toBe('new')
    expect(await only({ phases: [1], platform: 'B', stalled: true, text: 'LATE' })).toBe('late')
  })

  it('speaks of the collection only where it has begun: a stall of phase 2 is one of steps before 2.7', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    for (const currentStep of ['1.7', '2.1', '2.6', '2.7', '2.8'])
      await anEnterprise(world, admin, {
        name: currentStep,
        evaluation: { phase: 2, currentStep, stepChangedAt: '2018-01-01' },
      })
    const of = async (stallReason: string) => (await names(admin, { filter: { stallReason } })).join(' ')
    expect(await of('stepStands')).toBe('1.7 2.1 2.6')
    expect(await of('collectionStands')).toBe('2.7 2.8')
  })

  it.each(
    ['NAME', 'LAST_ACTIVITY', 'STEP', 'DAYS_LEFT'].flatMap(
      (sort) =>
        [
          [sort, false],
          [sort, true],
        ] as const,
    ),
  )(
    'pages through %s (descending: %s) without losing or repeating a row, though many are alike',
    async (sort, descending) => {
      const admin = await anActor(world, 'partnerAdmin')
      for (let n = 0; n < 23; n++) {
        const alike = {
          phase: 1 + (n % 2),
          currentStep: `${1 + (n % 2)}.1`,
          lastActivityAt: n % 3 ? '2020-05-05T10:00:00.123456Z' : '2020-05-06',
          plannedEndOn: n % 3 ? '2030-01-01' : '2031-01-01',
        }
        await anEnterprise(world, admin, {
          name: n % 4 ? 'Same' : `Été ${n % 3}`,
          evaluation: n % 5 ? alike : undefined,
        })
      }
      const ids: string[] = []
      const rows: { evaluationId: string | null }[] = []
      let after: string | undefined
      for (let page = 0; page < 30; page++) {
        const { cohort } = await must(
          world,
          admin,
          `query ($sort: CohortSort, $descending: Boolean, $after: String) { cohort(sort: $sort, descending: $descending, first: 3, after: $after) {
            nodes { id evaluationId } pageInfo { hasNextPage endCursor } totalCount } }`,
          { sort, descending, after },
        )
        expect(cohort.totalCount).toBe(23)
        ids.push(...cohort.nodes.map((row: { id: string }) => row.id))
        rows.push(...cohort.nodes)
        if (!cohort.pageInfo.hasNextPage) break
        after = cohort.pageInfo.endCursor
      }
      expect(new Set(ids).size).toBe(23)
      expect(ids).toHaveLength(23)
      // Enterprises without an evaluation come last, in both directions.
      if (sort !== 'NAME') expect(rows.slice(-5).every(({ evaluationId }) => evaluationId === null)).toBe(true)
    },
  )

  it('sorts names as people read them, accents and capitals aside', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    for (const name of ['Zinc', 'école', 'Abri', 'Éclair', 'echo']) await anEnterprise(world, admin, { name })
    expect(await names(admin)).toEqual(['Abri', 'echo', 'Éclair', 'école', 'Zinc'])
    expect(await names(admin, { descending: true })).toEqual(['Zinc', 'école', 'Éclair', 'echo', 'Abri'])
  })

  it('refuses a cursor that is none', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    expect(codeOf(await ask(world, admin, NAMES, { after: 'nonsense' }))).toBe('BAD_INPUT')
  })

  it('never shows the enterprises of another partner', async () => {
    const [ours, theirs] = [await anActor(world, 'partnerAdmin'), await anActor(world, 'partnerAdmin')]
    const coach = await anActor(world, 'coach', { partner: { id: theirs.partnerId } })
    await anEnterprise(world, theirs, { name: 'Theirs', coach, evaluation: {} })
    expect(await names(ours)).toEqual([])
    expect(await names(ours, { filter: { text: 'theirs' } })).toEqual([])
    expect(await names(ours, { filter: { coachMembershipId: coach.membershipId } })).toEqual([])
    const { cohortBoard } = await must(world, ours, '{ cohortBoard { count cards { id } } }')
    expect(cohortBoard.every((column: { count: number }) => column.count === 0)).toBe(true)
  })

  it.each(['manager', 'contributor', 'researcher', 'platformLead'] as const)('is not for a %s', async (role) => {
    const admin = await anActor(world, 'partnerAdmin')
    const { id } = await anEnterprise(world, admin)
    const enterpriseId = role === 'manager' || role === 'contributor' ? id : undefined
    const actor = await anActor(world, role, { partner: { id: admin.partnerId }, enterpriseId })
    for (const query of [
      '{ cohort { totalCount } }',
      '{ cohortCounts { total { started } } }',
      '{ cohortBoard { count } }',
      '{ myWork { counts { stalled } } }',
      '{ coaches { name } }',
    ]) {
      expect(codeOf(await ask(world, actor, query))).toBe('NOT_FOUND')
    }
  })
})

describe('the board', () => {
  it('has one column for each phase and gate, with its first cards and how to go on', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    for (let n = 0; n < 5; n++) await anEnterprise(world, admin, { name: `Two ${n}`, evaluation: { phase: 2 } })
    const asked = await anEnterprise(world, admin, { name: 'Asked', evaluation: { phase: 1 } })
    await anEnterprise(world, admin, { name: 'Done', evaluation: { phase: 3, status: 'completed' } })
    await anEnterprise(world, admin, { name: 'Stopped', evaluation: { phase: 1, status: 'stopped' } })
    await anEnterprise(world, admin, { name: 'New' })
    await world.root.query(
      `INSERT INTO gate_record (partner_id, id, enterprise_id, evaluation_id, gate, outcome, snapshot, requested_by_user_id, requested_by_name)
       VALUES ($1, $2, $3, $4, 'G1', 'pass', '{}', $2, 'M')`,
      [admin.partnerId, newId(), asked.id, asked.evaluationId],
    )
    const { result, statements } = await statementsOf(() =>
      must(
        world,
        admin,
        '{ cohortBoard(cards: 2) { column count cards { name column } pageInfo { hasNextPage endCursor } } }',
      ),
    )
    expect(statements.filter((sql) => sql.includes('cohort board'))).toHaveLength(1)
    expect(
      result.cohortBoard.map(({ column, count }: { column: string; count: number }) => `${column} ${count}`),
    ).toEqual(['notStarted 1', 'phase1 0', 'gate1 1', 'phase2 5', 'gate2 0', 'phase3 0', 'gate3 0', 'closed 2'])
    const second = result.cohortBoard[3]
    expect(second.cards.map((card: { name: string }) => card.name)).toEqual(['Two 0', 'Two 1'])
    expect(second.pageInfo.hasNextPage).toBe(true)
    expect(await names(admin, { filter: { column: 'phase2' }, after: second.pageInfo.endCursor })).toEqual([
      'Two 2',
      'Two 3',
      'Two 4',
    ])
  })
})

describe('the line that reconciles the cohort', () => {
  const COUNTS = `{ cohortCounts { total { ...all } byPlatform { platform ...all } } }
    fragment all on CohortCounts { target enterprises recruited notInvited invited pending declined started active paused stopped completed stoppedByReason { reason count } }`

  it('adds up for any cohort, whole and by test platform', async () => {
    for (let round = 0; round < 12; round++) {
      const admin = await anActor(world, 'partnerAdmin')
      const pick = <T>(items: readonly T[]) => items[Math.floor(Math.random() * items.length)]!
      const count = Math.floor(Math.random() * 25)
      for (let n = 0; n < count; n++) {
        const begun = Math.random() < 0.6
        await anEnterprise(world, admin, {
          platform: pick(['A', 'B', 'C', undefined]),
          ...(begun
            ? {
                evaluation: {
                  status: pick(['active', 'paused', 'stopped', 'completed'] as const),
                  stopReason: pick(['time', 'staff', 'other']),
                },
              }
            : { recruitment: pick(['recruited', 'pending', 'declined'] as const) }),
        })
      }
      const { cohortCounts } = await must(world, admin, COUNTS)
      for (const line of [cohortCounts.total, ...cohortCounts.byPlatform]) {
        expect(line.enterprises).toBe(line.notInvited + line.invited)
        expect(line.invited).toBe(line.started + line.declined + line.pending)
        expect(line.started).toBe(line.active + line.paused + line.stopped + line.completed)
        expect(line.recruited).toBe(line.enterprises - line.declined)
        expect(line.stopped).toBe(
          line.stoppedByReason.reduce((sum: number, row: { count: number }) => sum + row.count, 0),
        )
      }
      expect(cohortCounts.total.enterprises).toBe(count)
      for (const part of [
        'enterprises',
        'invited',
        'started',
        'active',
        'paused',
        'stopped',
        'completed',
        'declined',
        'pending',
      ]) {
        expect(
          cohortCounts.byPlatform.reduce((sum: number, line: Record<string, number>) => sum + line[part]!, 0),
        ).toBe(cohortCounts.total[part])
      }
      expect((await must(world, admin, '{ cohort { totalCount } }')).cohort.totalCount).toBe(count)
    }
  })

  it('sets what was recruited against the target', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    await anEnterprise(world, admin, { platform: 'A' })
    const SET = `mutation ($code: String!, $target: Int) { setCohortTarget(platformCode: $code, target: $target) { total { target } byPlatform { platform target recruited } } }`
    await must(world, admin, SET, { code: 'A', target: 12 })
    const { setCohortTarget } = await must(world, admin, SET, { code: 'B', target: 10 })
    expect(setCohortTarget).toEqual({
      total: { target: 22 },
      byPlatform: [
        { platform: 'A', target: 12, recruited: 1 },
        { platform: 'B', target: 10, recruited: 0 },
      ],
    })
    expect((await must(world, admin, SET, { code: 'B', target: null })).setCohortTarget.total.target).toBe(12)
    expect(codeOf(await ask(world, admin, SET, { code: 'B', target: -1 }))).toBe('BAD_INPUT')
    expect(codeOf(await ask(world, admin, SET, { code: 'Z', target: 1 }))).toBe('NOT_FOUND')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId } })
    expect(codeOf(await ask(world, coach, SET, { code: 'A', target: 1 }))).toBe('NOT_FOUND')
  })
})
