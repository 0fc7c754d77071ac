import type { QueryRunner } from 'typeorm'
import { CoachesWhoLeft202611220450 } from '../../migrations/20261122-0450-coaches-who-left.ts'
import { anActor, ask, aWorld, codeOf, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { listOutbox } from '../../platform/mail/outbox.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { anEnterprise } from './test-builders.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ASSIGN = `mutation ($ids: [ID!]!, $coach: ID) { assignCoach(enterpriseIds: $ids, coachMembershipId: $coach) {
  enterpriseId enterpriseName previousCoachMembershipId previousCoachName } }`
const PLATFORM = `mutation ($ids: [ID!]!, $code: String) { changePlatform(enterpriseIds: $ids, platformCode: $code) { enterpriseId previousPlatformCode } }`
const REMIND = `mutation ($ids: [ID!]!, $message: String) { remindEnterprises(enterpriseIds: $ids, message: $message) {
  enterprises mails notReminded { enterpriseName reason } } }`

async function aTeam() {
  const admin = await anActor(world, 'partnerAdmin')
  const partner = { id: admin.partnerId }
  return {
    admin,
    partner,
    anne: await anActor(world, 'coach', { partner, name: 'Anne' }),
    bart: await anActor(world, 'coach', { partner, name: 'Bart' }),
  }
}
const history = async (enterpriseId: string) =>
  (
    await world.root.query(
      'SELECT coach_name, starts_on::text, ends_on::text FROM accompaniment WHERE enterprise_id = $1 ORDER BY starts_on, id',
      [enterpriseId],
    )
  ).rows

describe('giving enterprises a coach', () => {
  it('ends the accompaniment of before, begins the new one, and says who it was', async () => {
    const { admin, anne, bart } = await aTeam()
    const one = await anEnterprise(world, admin, { name: 'One', coach: anne })
    const two = await anEnterprise(world, admin, { name: 'Two' })
    const three = await anEnterprise(world, admin, { name: 'Three', coach: bart })
    const { assignCoach } = await must(world, admin, ASSIGN, {
      ids: [one.id, two.id, three.id],
      coach: bart.membershipId,
    })
    expect(assignCoach.sort((a: any, b: any) => a.enterpriseName.localeCompare(b.enterpriseName))).toEqual([
      {
        enterpriseId: one.id,
        enterpriseName: 'One',
        previousCoachMembershipId: anne.membershipId,
        previousCoachName: 'Anne',
      },
      { enterpriseId: two.id, enterpriseName: 'Two', previousCoachMembershipId: null, previousCoachName: null },
    ])
    const today = new Date().toISOString().slice(0, 10)
    expect(await history(one.id)).toEqual([
      { coach_name: 'Anne', starts_on: '2017-01-01', ends_on: today },
      { coach_name: 'Bart', starts_on: today, ends_on: null },
    ])
    const { rows } = await world.root.query(
      `SELECT object_name, old, new FROM audit_entry WHERE partner_id = $1 AND action = 'enterprise.coachAssigned' ORDER BY 1`,
      [admin.partnerId],
    )
    expect(rows).toEqual([
      { object_name: 'One', old: { coach: 'Anne' }, new: { coach: 'Bart' } },
      { object_name: 'Two', old: { coach: null }, new: { coach: 'Bart' } },
    ])
  })

  it('is undone by giving the coaches of before back', async () => {
    const { admin, anne, bart } = await aTeam()
    const one = await anEnterprise(world, admin, { coach: anne })
    const two = await anEnterprise(world, admin)
    await must(world, admin, ASSIGN, { ids: [one.id, two.id], coach: bart.membershipId })
    await must(world, admin, ASSIGN, { ids: [one.id], coach: anne.membershipId })
    await must(world, admin, ASSIGN, { ids: [two.id], coach: null })
    expect(await history(one.id)).toEqual([{ coach_name: 'Anne', starts_on: '2017-01-01', ends_on: null }])
    expect(await history(two.id)).toEqual([])
  })

  it('leaves exactly one coach when eight assign at once', async () => {
    const { admin, partner } = await aTeam()
    const enterprises = [await anEnterprise(world, admin), await anEnterprise(world, admin)]
    const coaches = await Promise.all(Array.from({ length: 8 }, () => anActor(world, 'coach', { partner })))
    const answers = await Promise.all(
      coaches.map((coach, n) =>
        ask(world, admin, ASSIGN, {
          ids: (n % 2 ? enterprises : enterprises.toReversed()).map(({ id }) => id),
          coach: coach.membershipId,
        }),
      ),
    )
    expect(answers.map((answer) => answer.errors)).toEqual(coaches.map(() => undefined))
    for (const { id } of enterprises) expect(await history(id)).toEqual([expect.objectContaining({ ends_on: null })])
  })

  it('does all or nothing, and knows no enterprise and no coach of another partner', async () => {
    const [ours, theirs] = [await aTeam(), await aTeam()]
    const mine = await Promise.all(Array.from({ length: 9 }, () => anEnterprise(world, ours.admin)))
    const foreign = await anEnterprise(world, theirs.admin, { coach: theirs.anne })
    const ids = [...mine.map(({ id }) => id), foreign.id]
    expect(codeOf(await ask(world, ours.admin, ASSIGN, { ids, coach: ours.anne.membershipId }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, ours.admin, ASSIGN, { ids: [mine[0]!.id], coach: theirs.anne.membershipId }))).toBe(
      'NOT_FOUND',
    )
    expect(codeOf(await ask(world, ours.admin, ASSIGN, { ids: [mine[0]!.id], coach: ours.admin.membershipId }))).toBe(
      'NOT_FOUND',
    )
    expect(codeOf(await ask(world, ours.admin, ASSIGN, { ids: ['not an id'], coach: null }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, ours.admin, ASSIGN, { ids: [], coach: null }))).toBe('BAD_INPUT')
    expect(codeOf(await ask(world, ours.admin, ASSIGN, { ids: Array.from({ length: 501 }, newId), coach: null }))).toBe(
      'BAD_INPUT',
    )
    expect(await history(mine[0]!.id)).toEqual([])
    expect(await history(foreign.id)).toHaveLength(1)
  })

  it('is not for coaches', async () => {
    const { admin, anne } = await aTeam()
    const { id } = await anEnterprise(world, admin, { coach: anne })
    expect(codeOf(await ask(world, anne, ASSIGN, { ids: [id], coach: anne.membershipId }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, anne, PLATFORM, { ids: [id], code: 'A' }))).toBe('NOT_FOUND')
  })

  it('shows who can accompany, and how many each does', async () => {
    const { admin, anne } = await aTeam()
    await anEnterprise(world, admin, { coach: anne })
    const { coaches } = await must(world, admin, '{ coaches { name enterpriseCount } }')
    expect(coaches).toEqual([
      { name: 'Anne', enterpriseCount: 1 },
      { name: 'Bart', enterpriseCount: 0 },
    ])
  })
})

describe('moving enterprises to a test platform', () => {
  it('keeps the place of before with its dates, and is undone by calling it again', async () => {
    const { admin } = await aTeam()
    const { id } = await anEnterprise(world, admin, { platform: 'A' })
    const places = async () =>
      (
        await world.root.query(
          'SELECT platform_code AS code, ends_on IS NULL AS open FROM participation WHERE enterprise_id = $1 ORDER BY starts_on',
          [id],
        )
      ).rows
    expect((await must(world, admin, PLATFORM, { ids: [id], code: 'B' })).changePlatform).toEqual([
      { enterpriseId: id, previousPlatformCode: 'A' },
    ])
    expect(await places()).toEqual([
      { code: 'A', open: false },
      { code: 'B', open: true },
    ])
    expect((await must(world, admin, PLATFORM, { ids: [id], code: 'B' })).changePlatform).toEqual([])
    await must(world, admin, PLATFORM, { ids: [id], code: 'A' })
    expect(await places()).toEqual([{ code: 'A', open: true }])
    await must(world, admin, PLATFORM, { ids: [id], code: null })
    expect(await places()).toEqual([{ code: 'A', open: false }])
    expect(codeOf(await ask(world, admin, PLATFORM, { ids: [id], code: 'Z' }))).toBe('NOT_FOUND')
  })
})

describe('reminding enterprises', () => {
  const aManager = (admin: Actor, enterpriseId: string) =>
    anActor(world, 'manager', { partner: { id: admin.partnerId }, enterpriseId })

  it('writes to every manager once, and says who gets nothing and why', async () => {
    const { admin } = await aTeam()
    const due = await anEnterprise(world, admin, { name: 'Due', evaluation: { currentStep: '1.7' } })
    const managers = [await aManager(admin, due.id), await aManager(admin, due.id)]
    const silent = await anEnterprise(world, admin, { name: 'Nobody', evaluation: {} })
    const fresh = await anEnterprise(world, admin, { name: 'Not begun' })
    const done = await anEnterprise(world, admin, { name: 'Done', evaluation: { status: 'completed' } })
    await aManager(admin, done.id)
    const ids = [due.id, silent.id, fresh.id, done.id]
    const preview = await must(
      world,
      admin,
      `query ($ids: [ID!]!) { reminderPreview(enterpriseIds: $ids) { enterprises mails } }`,
      { ids },
    )
    expect(preview.reminderPreview).toEqual({ enterprises: 1, mails: 2 })
    const { remindEnterprises } = await must(world, admin, REMIND, { ids, message: 'Bon courage' })
    expect(remindEnterprises).toEqual({
      enterprises: 1,
      mails: 2,
      notReminded: [
        { enterpriseName: 'Done', reason: 'notStarted' },
        { enterpriseName: 'Nobody', reason: 'noManager' },
        { enterpriseName: 'Not begun', reason: 'notStarted' },
      ],
    })
    await world.runJobs()
    const mails = (await listOutbox(world.outboxDir)).filter(({ to }) => managers.some(({ email }) => email === to))
    expect(mails.map(({ to }) => to).sort()).toEqual(managers.map(({ email }) => email).sort())
    expect(mails[0]!.text).toContain('Bon courage')
    expect(mails[0]!.text).toContain('1.7')
    expect(mails[0]!.text).toContain('/app/fr/journey/1.7')
  })

  it('reminds once a day, though eight press the button at once', async () => {
    const { admin } = await aTeam()
    const { id } = await anEnterprise(world, admin, { evaluation: {} })
    const manager = await aManager(admin, id)
    const answers = await Promise.all(Array.from({ length: 8 }, () => must(world, admin, REMIND, { ids: [id] })))
    expect(answers.filter(({ remindEnterprises }) => remindEnterprises.enterprises === 1)).toHaveLength(1)
    expect(
      answers.filter(({ remindEnterprises }) => remindEnterprises.notReminded[0]?.reason === 'remindedToday'),
    ).toHaveLength(7)
    await world.runJobs()
    expect((await listOutbox(world.outboxDir)).filter(({ to }) => to === manager.email)).toHaveLength(1)
  })

  it('is for the coach of the enterprise and the administrator only', async () => {
    const { admin, anne, bart } = await aTeam()
    const { id } = await anEnterprise(world, admin, { coach: anne, evaluation: {} })
    const manager = await aManager(admin, id)
    expect(codeOf(await ask(world, bart, REMIND, { ids: [id] }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, manager, REMIND, { ids: [id] }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, await anActor(world, 'partnerAdmin'), REMIND, { ids: [id] }))).toBe('NOT_FOUND')
    expect((await must(world, anne, REMIND, { ids: [id] })).remindEnterprises.enterprises).toBe(1)
  })
})

describe('a coach whose role ends', () => {
  const END = 'mutation ($id: ID!) { endMembership(membershipId: $id) { problem } }'
  const CHANGE = 'mutation ($id: ID!) { changeMemberRole(membershipId: $id, role: partnerAdmin) { problem } }'
  const SEEN = `query ($id: ID!) { enterprise(id: $id) { coachName } cohort(filter: { withoutCoach: true }) { nodes { name coachName } }
    staff { members { name role enterpriseCount } } myWork { counts { withoutCoach } } }`

  for (const [deed, mutation] of [
    ['access is removed', END],
    ['role becomes another one', CHANGE],
  ]) {
    it(`leaves the enterprises without a coach, seen everywhere and written down: ${deed}`, async () => {
      const { admin, anne, bart } = await aTeam()
      const one = await anEnterprise(world, admin, { name: 'One', coach: anne, evaluation: {} })
      await anEnterprise(world, admin, { name: 'Two', coach: anne })
      await anEnterprise(world, admin, { name: 'Three', coach: bart })
      const before = await must(world, admin, SEEN, { id: one.id })
      expect(before.cohort.nodes).toEqual([])
      expect(before.staff.members).toContainEqual({ name: 'Anne', role: 'coach', enterpriseCount: 2 })

      await must(world, admin, mutation!, { id: anne.membershipId })
      const after = await must(world, admin, SEEN, { id: one.id })
      expect(after.enterprise.coachName).toBeNull()
      expect(after.cohort.nodes.map(({ name, coachName }: any) => [name, coachName])).toEqual([
        ['One', null],
        ['Two', null],
      ])
      expect(after.myWork.counts.withoutCoach).toBe(2)
      expect(await history(one.id)).toMatchObject([{ coach_name: 'Anne', ends_on: expect.any(String) }])
      const { rows } = await world.root.query(
        `SELECT object_name, old, new FROM audit_entry WHERE partner_id = $1 AND action = 'enterprise.coachAssigned' ORDER BY 1`,
        [admin.partnerId],
      )
      expect(rows).toEqual([
        { object_name: 'One', old: { coach: 'Anne' }, new: { coach: null } },
        { object_name: 'Two', old: { coach: 'Anne' }, new: { coach: null } },
      ])
    })
  }

  it('is taken away afterwards where the role ended before that was done, and nobody else is', async () => {
    const { admin, anne, bart } = await aTeam()
    const one = await anEnterprise(world, admin, { coach: anne })
    const two = await anEnterprise(world, admin, { coach: bart })
    await world.root.query(`UPDATE membership SET ended_at = '2018-03-04T12:00:00Z' WHERE id = $1`, [anne.membershipId])
    await new CoachesWhoLeft202611220450().up(world.owner as unknown as QueryRunner)
    expect(await history(one.id)).toEqual([{ coach_name: 'Anne', starts_on: '2017-01-01', ends_on: '2018-03-04' }])
    expect(await history(two.id)).toEqual([{ coach_name: 'Bart', starts_on: '2017-01-01', ends_on: null }])
    const { rows } = await world.root.query(
      `SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid IN ('accompaniment'::regclass, 'membership'::regclass)`,
    )
    expect(rows).toEqual([{ forced: true }, { forced: true }])
  })

  it('keeps none of the enterprises that are given to them at the same moment', async () => {
    const { admin, anne } = await aTeam()
    const given = []
    for (let n = 0; n < 7; n++) given.push(await anEnterprise(world, admin))
    await Promise.all([
      ...given.map(({ id }) => ask(world, admin, ASSIGN, { ids: [id], coach: anne.membershipId })),
      must(world, admin, END, { id: anne.membershipId }),
    ])
    const { rows } = await world.root.query('SELECT FROM accompaniment WHERE partner_id = $1 AND ends_on IS NULL', [
      admin.partnerId,
    ])
    expect(rows).toEqual([])
  })
})

describe('my work', () => {
  const WORK = `query ($since: DateTimeISO) { myWork(since: $since) {
    counts { gatesToCosign unansweredComments incomingTransfers importsWaiting overdue stalled withoutCoach }
    items { kind name detail who } news { stepsDone comments gatesAsked evaluationsStarted } } }`

  async function aWaitingCohort() {
    const team = await aTeam()
    const mine = await anEnterprise(world, team.admin, {
      name: 'Mine',
      coach: team.anne,
      evaluation: { plannedEndOn: '2018-01-01' },
    })
    await anEnterprise(world, team.admin, {
      name: 'Other',
      coach: team.bart,
      evaluation: { lastActivityAt: '2018-01-01' },
    })
    await anEnterprise(world, team.admin, { name: 'Alone' })
    const comment = (role: string, at: string, body: string) =>
      world.root.query(
        `INSERT INTO step_comment (partner_id, id, enterprise_id, evaluation_id, step_code, author_user_id, author_name, author_role, body, created_at)
         VALUES ($1, $2, $3, $4, '1.3', $2, $5, $6, $7, $8)`,
        [team.admin.partnerId, newId(), mine.id, mine.evaluationId, `The ${role}`, role, body, at],
      )
    await comment('manager', '2020-01-01', 'answered')
    await comment('coach', '2020-01-02', 'an answer')
    await comment('manager', '2020-01-03', 'and now?')
    await world.root.query(
      `INSERT INTO gate_record (partner_id, id, enterprise_id, evaluation_id, gate, outcome, snapshot, requested_by_user_id, requested_by_name)
       VALUES ($1, $2, $3, $4, 'G1', 'pass', '{}', $2, 'The manager')`,
      [team.admin.partnerId, newId(), mine.id, mine.evaluationId],
    )
    return team
  }

  it('counts what waits for a coach in their own enterprises', async () => {
    const { anne } = await aWaitingCohort()
    const { myWork } = await must(world, anne, WORK, { since: '2020-01-02T12:00:00Z' })
    expect(myWork.counts).toEqual({
      gatesToCosign: 1,
      unansweredComments: 1,
      incomingTransfers: 0,
      importsWaiting: 0,
      overdue: 1,
      stalled: 1,
      withoutCoach: 0,
    })
    expect(
      myWork.items.map(({ kind, name, detail, who }: Record<string, string>) => [kind, name, detail, who]),
    ).toEqual([
      ['comment', 'Mine', '1.3', 'The manager'],
      ['gate', 'Mine', 'G1', 'The manager'],
      ['stalled', 'Mine', 'overrun', null],
    ])
    expect(myWork.news).toEqual({ stepsDone: 0, comments: 1, gatesAsked: 1, evaluationsStarted: 1 })
  })

  it('counts the whole partner for an administrator, and nothing of another', async () => {
    const { admin } = await aWaitingCohort()
    expect((await must(world, admin, WORK)).myWork.counts).toEqual({
      gatesToCosign: 1,
      unansweredComments: 1,
      incomingTransfers: 0,
      importsWaiting: 0,
      overdue: 1,
      stalled: 2,
      withoutCoach: 1,
    })
    const { myWork } = await must(world, await anActor(world, 'partnerAdmin'), WORK)
    expect(Object.values(myWork.counts).every((count) => count === 0)).toBe(true)
    expect(myWork.items).toEqual([])
  })
})
