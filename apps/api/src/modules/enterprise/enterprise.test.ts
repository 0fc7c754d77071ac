import { anActor, ask, aWorld, codeOf, must, statementsOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { anEnterprise, aServer } from '../cohort/test-builders.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const CREATE = `mutation ($input: EnterpriseInput!) { createEnterprise(input: $input) { enterprise { id name country identifier nace website recruitment can } problem } }`
const EDIT = `mutation ($id: ID!, $input: EnterpriseInput!) { editEnterprise(id: $id, input: $input) { enterprise { name city identifier } problem } }`
const READ = `query ($id: ID!) { enterprise(id: $id) {
  name coachName can territories { code link } accompaniments { coachName endsOn } affiliations { id federationCode startsOn endsOn }
  participations { platformCode } people { email role invited } supportSessions { notes } evaluations { id status current } openTransfer { id } } }`
const problemsOf = (answer: any) => answer.errors?.[0]?.extensions.problems

describe('taking an enterprise into the cohort', () => {
  it('keeps its number in digits and its activity code in one way of writing', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const input = {
      name: 'Les Ateliers du Pré',
      country: 'BE',
      identifier: 'BE 0403.170.701',
      nace: '8899',
      website: 'ateliers.example',
      legalForm: 'asbl',
    }
    const { createEnterprise } = await must(world, admin, CREATE, { input })
    expect(createEnterprise.enterprise).toMatchObject({
      identifier: '0403170701',
      nace: '88.99',
      website: 'https://ateliers.example',
      recruitment: 'recruited',
    })
    expect(createEnterprise.enterprise.can).toContain('enterprise:edit')
    const { rows } = await world.root.query(`SELECT action, object_name FROM audit_entry WHERE partner_id = $1`, [
      admin.partnerId,
    ])
    expect(rows).toEqual([{ action: 'enterprise.created', object_name: 'Les Ateliers du Pré' }])
  })

  it('names every field that cannot be taken', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const answer = await ask(world, admin, CREATE, {
      input: { name: '', country: 'FR', identifier: '1', website: 'javascript:alert(1)' },
    })
    expect(problemsOf(answer)).toEqual([
      { field: 'name', code: 'required' },
      { field: 'identifier', code: 'notASiret' },
      { field: 'website', code: 'notAWebsite' },
    ])
  })

  it('refuses a number it has already, and tells nothing of other partners', async () => {
    const [ours, theirs] = [await anActor(world, 'partnerAdmin'), await anActor(world, 'partnerAdmin')]
    const input = { name: 'A', country: 'FR', identifier: '410 717 714 00035' }
    expect((await must(world, theirs, CREATE, { input })).createEnterprise.problem).toBeNull()
    expect((await must(world, ours, CREATE, { input })).createEnterprise.problem).toBeNull()
    expect((await must(world, ours, CREATE, { input })).createEnterprise).toEqual({
      enterprise: null,
      problem: 'DUPLICATE_IDENTIFIER',
    })
  })

  it('takes a number once, though eight give it at once', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const input = { name: 'A', country: 'FR', identifier: '41071771400035' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => must(world, admin, CREATE, { input })))
    expect(answers.filter(({ createEnterprise }) => createEnterprise.enterprise)).toHaveLength(1)
    expect(answers.filter(({ createEnterprise }) => createEnterprise.problem === 'DUPLICATE_IDENTIFIER')).toHaveLength(
      7,
    )
  })

  it('is for the administrator of the partner', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId } })
    expect(codeOf(await ask(world, coach, CREATE, { input: { name: 'A', country: 'BE' } }))).toBe('NOT_FOUND')
  })
})

describe('changing an enterprise', () => {
  it('is for the administrator, its coach and its manager', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const partner = { id: admin.partnerId }
    const [coach, otherCoach] = [await anActor(world, 'coach', { partner }), await anActor(world, 'coach', { partner })]
    const { id } = await anEnterprise(world, admin, { coach })
    const manager = await anActor(world, 'manager', { partner, enterpriseId: id })
    const contributor = await anActor(world, 'contributor', { partner, enterpriseId: id })
    for (const actor of [admin, coach, manager]) {
      expect(
        (await must(world, actor, EDIT, { id, input: { name: `By ${actor.role}`, country: 'BE', city: 'Mons' } }))
          .editEnterprise.enterprise.name,
      ).toBe(`By ${actor.role}`)
    }
    for (const actor of [otherCoach, contributor, await anActor(world, 'partnerAdmin')]) {
      expect(codeOf(await ask(world, actor, EDIT, { id, input: { name: 'No', country: 'BE' } }))).toBe('NOT_FOUND')
    }
    const { rows } = await world.root.query(
      `SELECT old ->> 'name' AS old, new ->> 'name' AS new FROM audit_entry WHERE partner_id = $1 ORDER BY at`,
      [partner.id],
    )
    expect(rows.at(-1)).toEqual({ old: 'By coach', new: 'By manager' })
  })

  it('does not take the number of a sister enterprise', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    await anEnterprise(world, admin, { identifier: '0403170701' })
    const { id } = await anEnterprise(world, admin)
    const { editEnterprise } = await must(world, admin, EDIT, {
      id,
      input: { name: 'B', country: 'BE', identifier: '0403170701' },
    })
    expect(editEnterprise).toEqual({ enterprise: null, problem: 'DUPLICATE_IDENTIFIER' })
  })

  it('links it with one seat, its sites and where it serves', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const { id } = await anEnterprise(world, admin, { territory: 'BE34' })
    const SET = `mutation ($input: SetTerritoriesInput!) { setTerritories(input: $input) { territories { code link } } }`
    const { setTerritories } = await must(world, admin, SET, {
      input: { enterpriseId: id, seat: 'BE32', sites: ['FRE1'], serviceAreas: ['BE32', 'FRE1'] },
    })
    expect(setTerritories.territories).toEqual([
      { code: 'BE32', link: 'seat' },
      { code: 'FRE1', link: 'site' },
      { code: 'BE32', link: 'serviceArea' },
      { code: 'FRE1', link: 'serviceArea' },
    ])
    expect(problemsOf(await ask(world, admin, SET, { input: { enterpriseId: id, seat: 'XX' } }))).toEqual([
      { field: 'seat', code: 'unknownTerritory' },
    ])
  })

  it('keeps the federations it belonged to, with their dates', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const { id } = await anEnterprise(world, admin)
    const ADD = `mutation ($id: ID!, $code: String!, $day: Day) { addAffiliation(enterpriseId: $id, federationCode: $code, startsOn: $day) { affiliations { id federationCode startsOn endsOn } } }`
    const END = `mutation ($id: ID!, $day: Day) { endAffiliation(affiliationId: $id, endsOn: $day) { affiliations { federationCode endsOn } } }`
    const added = await must(world, admin, ADD, { id, code: admin.partnerCode, day: '2018-03-01' })
    expect(added.addAffiliation.affiliations).toMatchObject([
      { federationCode: admin.partnerCode, startsOn: '2018-03-01', endsOn: null },
    ])
    expect((await must(world, admin, ADD, { id, code: admin.partnerCode })).addAffiliation.affiliations).toHaveLength(1)
    const link = added.addAffiliation.affiliations[0].id
    expect(codeOf(await ask(world, admin, END, { id: link, day: '2017-01-01' }))).toBe('CONFLICT')
    expect(codeOf(await ask(world, await anActor(world, 'partnerAdmin'), END, { id: link, day: '2019-01-01' }))).toBe(
      'NOT_FOUND',
    )
    expect((await must(world, admin, END, { id: link, day: '2019-01-01' })).endAffiliation.affiliations).toEqual([
      { federationCode: admin.partnerCode, endsOn: '2019-01-01' },
    ])
  })

  it('goes no further: an evaluation stops, one that never began counts as declined', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const STOP = `mutation ($input: StopEnterpriseInput!) { stopEnterprise(input: $input) { enterprise { recruitment evaluations { status stopReason } } problem } }`
    const working = await anEnterprise(world, admin, { evaluation: {} })
    const stopped = await must(world, admin, STOP, { input: { enterpriseId: working.id, reason: 'funding' } })
    expect(stopped.stopEnterprise).toEqual({
      enterprise: { recruitment: 'started', evaluations: [{ status: 'stopped', stopReason: 'funding' }] },
      problem: null,
    })
    expect(
      (await must(world, admin, STOP, { input: { enterpriseId: working.id, reason: 'funding' } })).stopEnterprise
        .problem,
    ).toBe('ENDED')
    const fresh = await anEnterprise(world, admin)
    expect(
      (await must(world, admin, STOP, { input: { enterpriseId: fresh.id, reason: 'time' } })).stopEnterprise.enterprise,
    ).toEqual({ recruitment: 'declined', evaluations: [] })
    expect(
      (await must(world, admin, `mutation ($id: ID!) { reopenEnterprise(id: $id) { recruitment } }`, { id: fresh.id }))
        .reopenEnterprise.recruitment,
    ).toBe('recruited')
  })
})

describe('reading an enterprise', () => {
  it('shows each reader what the rules allow, and nobody of another partner anything', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const partner = { id: admin.partnerId }
    const [coach, otherCoach] = [
      await anActor(world, 'coach', { partner, name: 'Anne' }),
      await anActor(world, 'coach', { partner }),
    ]
    const { id, evaluationId } = await anEnterprise(world, admin, {
      name: 'Ours',
      coach,
      platform: 'A',
      territory: 'BE32',
      evaluation: {},
    })
    const manager = await anActor(world, 'manager', { partner, enterpriseId: id })
    await must(world, coach, `mutation ($input: RecordSessionInput!) { recordSession(input: $input) { id } }`, {
      input: { enterpriseId: id, heldOn: '2018-05-01', notes: 'First talk' },
    })
    const seen = async (actor: any) => (await must(world, actor, READ, { id })).enterprise
    expect(await seen(admin)).toMatchObject({
      name: 'Ours',
      coachName: 'Anne',
      territories: [{ code: 'BE32', link: 'seat' }],
      participations: [{ platformCode: 'A' }],
      accompaniments: [{ coachName: 'Anne', endsOn: null }],
      people: [{ email: manager.email, role: 'manager', invited: false }],
      supportSessions: [{ notes: 'First talk' }],
      evaluations: [{ id: evaluationId, status: 'active', current: true }],
    })
    expect((await seen(coach)).supportSessions).toHaveLength(1)
    expect(await seen(otherCoach)).toMatchObject({ name: 'Ours', people: [], supportSessions: [] })
    expect((await seen(manager)).people).toHaveLength(1)
    expect(await seen(manager)).toMatchObject({ supportSessions: [] })
    const sister = await anEnterprise(world, admin)
    expect(codeOf(await ask(world, manager, READ, { id: sister.id }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, await anActor(world, 'partnerAdmin'), READ, { id }))).toBe('NOT_FOUND')
  })

  it('asks for what is read only', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const { id } = await anEnterprise(world, admin)
    const { statements } = await statementsOf(() =>
      must(
        world,
        admin,
        `query ($id: ID!) { enterprise(id: $id) { name ...more } } fragment more on Enterprise { territories { code } }`,
        { id },
      ),
    )
    expect(statements.filter((sql) => /^\s*SELECT/.test(sql) && !sql.includes('memberships_of'))).toHaveLength(3)
  })
})

describe('taking everything away', () => {
  it('gives the people of an enterprise all they wrote, and nobody else', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const partner = { id: admin.partnerId }
    const coach = await anActor(world, 'coach', { partner })
    const { id, evaluationId } = await anEnterprise(world, admin, { name: 'Ours', coach, evaluation: {} })
    const manager = await anActor(world, 'manager', { partner, enterpriseId: id })
    await world.root.query(
      `INSERT INTO answer (partner_id, enterprise_id, evaluation_id, step_code, field_key, value, revision, author_user_id, author_name)
       VALUES ($1, $2, $3, '1.7', 'question', '"What changes?"', 1, $4, 'M')`,
      [admin.partnerId, id, evaluationId, manager.userId],
    )
    const server = await aServer(world)
    try {
      const path = `/api/exports/enterprise/${id}.json`
      const answer = await server.ask(manager, path)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({
        enterprise: { id, name: 'Ours', people: [{ email: manager.email }], evaluations: [{ id: evaluationId }] },
        answers: [{ stepCode: '1.7', fieldKey: 'question', value: 'What changes?' }],
      })
      for (const other of [admin, coach, await anActor(world, 'partnerAdmin')])
        expect((await server.ask(other, path)).status).toBe(404)
      expect((await server.ask(undefined, path)).status).toBe(401)
    } finally {
      await server.close()
    }
  })
})
