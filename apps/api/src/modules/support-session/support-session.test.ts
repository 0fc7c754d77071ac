import { anActor, ask, aWorld, codeOf, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { anEnterprise } from '../cohort/test-builders.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const RECORD = `mutation ($input: RecordSessionInput!) { recordSession(input: $input) { id heldOn minutes notes nextActions authorName mine enterpriseName } }`
const EDIT = `mutation ($id: ID!, $input: SupportSessionInput!) { editSession(id: $id, input: $input) { heldOn notes } }`
const LIST = `query ($id: ID!, $first: Int = 50, $after: String) { supportSessions(enterpriseId: $id, first: $first, after: $after) { nodes { heldOn mine } pageInfo { hasNextPage endCursor } } }`
const MINE = `query ($from: Day!, $to: Day!) { mySessions(from: $from, to: $to) { heldOn enterpriseName } }`
const PREPARE = `query ($id: ID!) { prepareSession(enterpriseId: $id) { lastSession { nextActions } openSteps { stepCode status } openComments { body } } }`

async function aCoaching() {
  const admin = await anActor(world, 'partnerAdmin')
  const partner = { id: admin.partnerId }
  const [coach, colleague] = [
    await anActor(world, 'coach', { partner, name: 'Anne' }),
    await anActor(world, 'coach', { partner }),
  ]
  const enterprise = await anEnterprise(world, admin, { name: 'Ours', coach, evaluation: { currentStep: '1.3' } })
  const record = async (heldOn: string, by: Actor = coach, more = {}) =>
    (await must(world, by, RECORD, { input: { enterpriseId: enterprise.id, heldOn, ...more } })).recordSession
  return { admin, partner, coach, colleague, enterprise, record }
}

describe('sessions of the coach with an enterprise', () => {
  it('are written down with notes and next actions', async () => {
    const { record } = await aCoaching()
    expect(
      await record('2018-05-01', undefined, { minutes: 90, notes: ' Talked\r\n', nextActions: 'Call' }),
    ).toMatchObject({
      heldOn: '2018-05-01',
      minutes: 90,
      notes: 'Talked',
      nextActions: 'Call',
      authorName: 'Anne',
      mine: true,
      enterpriseName: 'Ours',
    })
  })

  it('are changed by who wrote them only', async () => {
    const { record, coach, colleague, admin, enterprise, partner } = await aCoaching()
    const { id } = await record('2018-05-01')
    expect(
      (await must(world, coach, EDIT, { id, input: { heldOn: '2018-05-02', notes: 'Better' } })).editSession,
    ).toEqual({ heldOn: '2018-05-02', notes: 'Better' })
    const manager = await anActor(world, 'manager', { partner, enterpriseId: enterprise.id })
    for (const actor of [colleague, admin, manager, await anActor(world, 'coach')]) {
      expect(codeOf(await ask(world, actor, EDIT, { id, input: { heldOn: '2018-05-02' } }))).toBe('NOT_FOUND')
    }
  })

  it('stay those of who wrote them when the coach changes', async () => {
    const { record, coach, colleague, admin, enterprise } = await aCoaching()
    const { id } = await record('2018-05-01')
    await must(
      world,
      admin,
      `mutation ($ids: [ID!]!, $coach: ID) { assignCoach(enterpriseIds: $ids, coachMembershipId: $coach) { enterpriseId } }`,
      {
        ids: [enterprise.id],
        coach: colleague.membershipId,
      },
    )
    for (const actor of [coach, colleague]) {
      expect(codeOf(await ask(world, actor, EDIT, { id, input: { heldOn: '2018-05-02' } }))).toBe('NOT_FOUND')
    }
    expect((await must(world, colleague, LIST, { id: enterprise.id })).supportSessions.nodes).toEqual([
      { heldOn: '2018-05-01', mine: false },
    ])
  })

  it('are for the coach of the enterprise; the administrator reads', async () => {
    const { record, admin, colleague, enterprise, partner } = await aCoaching()
    await record('2018-05-01')
    expect((await must(world, admin, LIST, { id: enterprise.id })).supportSessions.nodes).toEqual([
      { heldOn: '2018-05-01', mine: false },
    ])
    const manager = await anActor(world, 'manager', { partner, enterpriseId: enterprise.id })
    for (const actor of [colleague, manager, await anActor(world, 'partnerAdmin')]) {
      expect(codeOf(await ask(world, actor, LIST, { id: enterprise.id }))).toBe('NOT_FOUND')
      expect(codeOf(await ask(world, actor, PREPARE, { id: enterprise.id }))).toBe('NOT_FOUND')
    }
    for (const actor of [colleague, admin, manager]) {
      expect(
        codeOf(await ask(world, actor, RECORD, { input: { enterpriseId: enterprise.id, heldOn: '2018-05-01' } })),
      ).toBe('NOT_FOUND')
    }
  })

  it('are listed page by page, though several were on one day', async () => {
    const { record, coach, enterprise } = await aCoaching()
    for (let n = 0; n < 5; n++) await record('2018-05-01')
    await record('2018-06-01')
    const days: string[] = []
    for (let after: string | null = null; ;) {
      const { supportSessions }: any = await must(world, coach, LIST, { id: enterprise.id, first: 2, after })
      days.push(...supportSessions.nodes.map((row: any) => row.heldOn))
      if (!supportSessions.pageInfo.hasNextPage) break
      after = supportSessions.pageInfo.endCursor
    }
    expect(days).toEqual(['2018-06-01', ...Array.from({ length: 5 }, () => '2018-05-01')])
  })

  it('stand in the calendar of who held them; the administrator sees those of the partner', async () => {
    const { record, coach, colleague, admin } = await aCoaching()
    for (const day of ['2018-04-30', '2018-05-01', '2018-05-31', '2018-06-01']) await record(day)
    const may = { from: '2018-05-01', to: '2018-05-31' }
    expect((await must(world, coach, MINE, may)).mySessions.map((row: any) => row.heldOn)).toEqual([
      '2018-05-01',
      '2018-05-31',
    ])
    expect((await must(world, colleague, MINE, may)).mySessions).toEqual([])
    expect((await must(world, admin, MINE, may)).mySessions).toHaveLength(2)
    expect((await must(world, await anActor(world, 'partnerAdmin'), MINE, may)).mySessions).toEqual([])
    expect(codeOf(await ask(world, coach, MINE, { from: '2018-01-01', to: '2020-01-01' }))).toBe('BAD_INPUT')
  })

  it('are prepared from open steps, open comments and what was agreed', async () => {
    const { record, coach, admin, enterprise } = await aCoaching()
    await record('2018-05-01', coach, { nextActions: 'Finish the portrait' })
    const step = (code: string, status: string) =>
      world.root.query(
        `INSERT INTO step_state (partner_id, enterprise_id, evaluation_id, step_code, status, changed_by_name) VALUES ($1, $2, $3, $4, $5, 'M')`,
        [admin.partnerId, enterprise.id, enterprise.evaluationId, code, status],
      )
    await step('1.1', 'done')
    await step('1.2', 'doing')
    const comment = (body: string, resolved: boolean) =>
      world.root.query(
        `INSERT INTO step_comment (partner_id, id, enterprise_id, evaluation_id, step_code, author_user_id, author_name, author_role, body, resolved_at)
         VALUES ($1, $2, $3, $4, '1.2', $2, 'M', 'manager', $5, CASE WHEN $6 THEN now() END)`,
        [admin.partnerId, newId(), enterprise.id, enterprise.evaluationId, body, resolved],
      )
    await comment('Open', false)
    await comment('Settled', true)
    const { prepareSession } = await must(world, coach, PREPARE, { id: enterprise.id })
    expect(prepareSession).toEqual({
      lastSession: { nextActions: 'Finish the portrait' },
      openSteps: [
        { stepCode: '1.2', status: 'doing' },
        { stepCode: '1.3', status: 'todo' },
      ],
      openComments: [{ body: 'Open' }],
    })
    // The words of the enterprise stay between it and its coach.
    expect((await must(world, admin, PREPARE, { id: enterprise.id })).prepareSession.openComments).toEqual([])
  })

  it('have limits', async () => {
    const { coach, enterprise } = await aCoaching()
    const answer = await ask(world, coach, RECORD, {
      input: { enterpriseId: enterprise.id, heldOn: '2018-05-01', minutes: 1441, notes: 'x'.repeat(20_001) },
    })
    expect(answer.errors?.[0]?.extensions['problems']).toEqual([
      { field: 'notes', code: 'tooLong' },
      { field: 'minutes', code: 'outOfRange' },
    ])
  })
})
