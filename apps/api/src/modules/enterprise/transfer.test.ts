import { anActor, ask, aWorld, codeOf, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { anEnterprise } from '../cohort/test-builders.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const REQUEST = `mutation ($id: ID!, $to: String!, $reason: String!) { requestTransfer(enterpriseId: $id, toPartnerCode: $to, reason: $reason) { transferId problem } }`
const WITHDRAW = `mutation ($id: ID!) { withdrawTransfer(transferId: $id) { transferId problem } }`
const DECIDE = `mutation ($id: ID!, $accept: Boolean!, $coach: ID) { decideTransfer(offerId: $id, accept: $accept, coachMembershipId: $coach) { transferId problem } }`
const INCOMING = '{ incomingTransfers { id enterpriseName fromPartnerName reason problem } }'
const READ = `query ($id: ID!) { enterprise(id: $id) { name coachName recruitment accompaniments { coachName endsOn } participations { platformCode }
  territories { code } people { email } supportSessions { notes } evaluations { id } openTransfer { toPartnerName } } }`

/** Two partners; the first has an enterprise with everything an enterprise can have. */
async function aHandover() {
  const [from, to] = [await anActor(world, 'partnerAdmin'), await anActor(world, 'partnerAdmin')]
  const coach = await anActor(world, 'coach', { partner: { id: from.partnerId }, name: 'Anne' })
  const newCoach = await anActor(world, 'coach', { partner: { id: to.partnerId }, name: 'Bart' })
  const enterprise = await anEnterprise(world, from, {
    name: 'Moving Co',
    coach,
    platform: 'A',
    territory: 'BE32',
    identifier: '0403170701',
    evaluation: { sharing: 'federation' },
  })
  const manager = await anActor(world, 'manager', { partner: { id: from.partnerId }, enterpriseId: enterprise.id })
  await world.root.query(
    `INSERT INTO answer (partner_id, enterprise_id, evaluation_id, step_code, field_key, value, revision, author_user_id, author_name)
     VALUES ($1, $2, $3, '1.7', 'question', '"What changes?"', 1, $4, 'M')`,
    [from.partnerId, enterprise.id, enterprise.evaluationId, manager.userId],
  )
  await must(world, coach, `mutation ($input: RecordSessionInput!) { recordSession(input: $input) { id } }`, {
    input: { enterpriseId: enterprise.id, heldOn: '2018-05-01', notes: 'Before' },
  })
  return { from, to, coach, newCoach, enterprise, manager }
}
/** Opens the connections first, so that those who ask at once do meet. */
const connected = (actor: Handover['from']) => Promise.all(Array.from({ length: 8 }, () => ask(world, actor, INCOMING)))
type Handover = Awaited<ReturnType<typeof aHandover>>

async function offered({ from, to, enterprise }: Handover): Promise<string> {
  const { requestTransfer } = await must(world, from, REQUEST, {
    id: enterprise.id,
    to: to.partnerCode,
    reason: 'It moved house',
  })
  await world.runJobs()
  return requestTransfer.transferId
}
const incoming = async (actor: Handover['to']) => (await must(world, actor, INCOMING)).incomingTransfers

describe('handing an enterprise over to another partner', () => {
  it('moves it whole: the new partner has everything, the old one finds nothing', async () => {
    const handover = await aHandover()
    const { from, to, coach, newCoach, enterprise, manager } = handover
    const offerId = await offered(handover)
    expect((await must(world, from, READ, { id: enterprise.id })).enterprise.openTransfer).toEqual({
      toPartnerName: to.partnerName,
    })
    expect(await incoming(to)).toMatchObject([
      { id: offerId, enterpriseName: 'Moving Co', fromPartnerName: from.partnerName, reason: 'It moved house' },
    ])
    expect(await incoming(from)).toEqual([])
    await must(world, to, DECIDE, { id: offerId, accept: true, coach: newCoach.membershipId })
    await world.runJobs()

    for (const old of [from, coach]) {
      expect(codeOf(await ask(world, old, READ, { id: enterprise.id }))).toBe('NOT_FOUND')
      expect((await must(world, old, '{ cohort { totalCount } }')).cohort.totalCount).toBe(0)
      expect((await must(world, old, '{ cohort(filter: { text: "moving" }) { nodes { id } } }')).cohort.nodes).toEqual(
        [],
      )
    }
    expect((await must(world, newCoach, READ, { id: enterprise.id })).enterprise).toMatchObject({
      name: 'Moving Co',
      coachName: 'Bart',
      recruitment: 'started',
      participations: [{ platformCode: 'A' }],
      territories: [{ code: 'BE32' }],
      people: [{ email: manager.email }],
      supportSessions: [{ notes: 'Before' }],
      evaluations: [{ id: enterprise.evaluationId }],
      openTransfer: null,
      accompaniments: [
        { coachName: 'Bart', endsOn: null },
        { coachName: 'Anne', endsOn: new Date().toISOString().slice(0, 10) },
      ],
    })
    const { rows } = await world.root.query(
      `SELECT DISTINCT partner_id FROM answer WHERE enterprise_id = $1
      UNION SELECT partner_id FROM evaluation WHERE enterprise_id = $1 UNION SELECT partner_id FROM membership WHERE enterprise_id = $1`,
      [enterprise.id],
    )
    expect(rows).toEqual([{ partner_id: to.partnerId }])
    // Its own people go on as before.
    expect((await must(world, manager, READ, { id: enterprise.id })).enterprise.name).toBe('Moving Co')
    const { rows: shared } = await world.root.query(
      'SELECT partner_id FROM shared.cohort_progress WHERE enterprise_id = $1',
      [enterprise.id],
    )
    expect(shared).toEqual([{ partner_id: to.partnerId }])
    for (const [partnerId, action] of [
      [from.partnerId, 'enterprise.movedAway'],
      [to.partnerId, 'enterprise.movedHere'],
    ]) {
      const { rows: entries } = await world.root.query(
        'SELECT object_name FROM audit_entry WHERE partner_id = $1 AND action = $2',
        [partnerId, action],
      )
      expect(entries).toEqual([{ object_name: 'Moving Co' }])
    }
    expect(await incoming(to)).toEqual([])
  })

  it('stays where it is when the other partner refuses', async () => {
    const handover = await aHandover()
    const offerId = await offered(handover)
    await must(world, handover.to, DECIDE, { id: offerId, accept: false })
    await world.runJobs()
    expect((await must(world, handover.from, READ, { id: handover.enterprise.id })).enterprise).toMatchObject({
      coachName: 'Anne',
      openTransfer: null,
    })
    expect((await must(world, handover.to, DECIDE, { id: offerId, accept: true })).decideTransfer.problem).toBe(
      'DECIDED',
    )
  })

  it('stays where it is when the request was taken back before the acceptance is carried out', async () => {
    const handover = await aHandover()
    const offerId = await offered(handover)
    // Both decide before any job runs: what was taken back first counts.
    await must(world, handover.from, WITHDRAW, { id: offerId })
    await must(world, handover.to, DECIDE, { id: offerId, accept: true })
    await world.runJobs()
    expect((await must(world, handover.from, READ, { id: handover.enterprise.id })).enterprise.name).toBe('Moving Co')
    expect(await incoming(handover.to)).toEqual([])
  })

  it('stays where it is when the request was taken back, though the offer still looks open', async () => {
    const handover = await aHandover()
    const offerId = await offered(handover)
    // The withdrawal is saved; the job that closes the offer has not come to it yet.
    await world.root.query('UPDATE enterprise_transfer SET withdrawn_at = now() WHERE id = $1', [offerId])
    await must(world, handover.to, DECIDE, { id: offerId, accept: true })
    await world.runJobs()
    expect((await must(world, handover.from, READ, { id: handover.enterprise.id })).enterprise.name).toBe('Moving Co')
    expect(await incoming(handover.to)).toEqual([])
  })

  it('does not move to a partner that has it already, and says so', async () => {
    const handover = await aHandover()
    await anEnterprise(world, handover.to, { identifier: '0403170701' })
    const offerId = await offered(handover)
    await must(world, handover.to, DECIDE, { id: offerId, accept: true })
    await world.runJobs()
    expect(await incoming(handover.to)).toMatchObject([{ id: offerId, problem: 'DUPLICATE_IDENTIFIER' }])
    expect((await must(world, handover.from, READ, { id: handover.enterprise.id })).enterprise.name).toBe('Moving Co')
  })

  it('does not move when the person who accepted may no longer when it is carried out', async () => {
    const handover = await aHandover()
    const offerId = await offered(handover)
    await must(world, handover.to, DECIDE, { id: offerId, accept: true })
    await world.root.query('UPDATE membership SET ended_at = now() WHERE id = $1', [handover.to.membershipId])
    await world.runJobs()
    expect((await must(world, handover.from, READ, { id: handover.enterprise.id })).enterprise.name).toBe('Moving Co')
  })

  it('moves once, though eight accept at once', async () => {
    const handover = await aHandover()
    const offerId = await offered(handover)
    await Promise.all(
      Array.from({ length: 8 }, () =>
        ask(world, handover.to, DECIDE, { id: offerId, accept: true, coach: handover.newCoach.membershipId }),
      ),
    )
    await world.runJobs()
    const { rows } = await world.root.query(
      'SELECT coach_name FROM accompaniment WHERE enterprise_id = $1 AND ends_on IS NULL',
      [handover.enterprise.id],
    )
    expect(rows).toEqual([{ coach_name: 'Bart' }])
    const { rows: offers } = await world.root.query('SELECT decision FROM shared.transfer_offer WHERE id = $1', [
      offerId,
    ])
    expect(offers).toEqual([{ decision: 'accepted' }])
    const { rows: moves } = await world.root.query(
      `SELECT FROM audit_entry WHERE partner_id = $1 AND action = 'enterprise.movedHere'`,
      [handover.to.partnerId],
    )
    expect(moves).toHaveLength(1)
  })

  it('is asked for once, by the administrator, of another partner, with a reason', async () => {
    const { from, to, coach, enterprise } = await aHandover()
    const request = (actor: Handover['from'], code: string, reason = 'Why') =>
      ask(world, actor, REQUEST, { id: enterprise.id, to: code, reason })
    expect(codeOf(await request(coach, to.partnerCode))).toBe('NOT_FOUND')
    expect(codeOf(await request(to, to.partnerCode))).toBe('NOT_FOUND')
    expect(codeOf(await request(from, to.partnerCode, ' '))).toBe('BAD_INPUT')
    expect((await request(from, from.partnerCode)).data?.requestTransfer.problem).toBe('UNKNOWN_PARTNER')
    expect((await request(from, 'nobody')).data?.requestTransfer.problem).toBe('UNKNOWN_PARTNER')
    await connected(from)
    const answers = await Promise.all(Array.from({ length: 8 }, () => request(from, to.partnerCode)))
    expect(answers.filter((answer) => answer.data?.requestTransfer.transferId)).toHaveLength(1)
    expect(answers.filter((answer) => answer.data?.requestTransfer.problem === 'ALREADY_REQUESTED')).toHaveLength(7)
  })

  it('is decided by the partner it was offered to, with a coach of its own', async () => {
    const handover = await aHandover()
    const offerId = await offered(handover)
    const stranger = await anActor(world, 'partnerAdmin')
    expect(codeOf(await ask(world, stranger, DECIDE, { id: offerId, accept: true }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, handover.from, DECIDE, { id: offerId, accept: true }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, handover.newCoach, DECIDE, { id: offerId, accept: true }))).toBe('NOT_FOUND')
    expect(
      codeOf(await ask(world, handover.to, DECIDE, { id: offerId, accept: true, coach: handover.coach.membershipId })),
    ).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, handover.to, DECIDE, { id: newId(), accept: true }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, stranger, WITHDRAW, { id: offerId }))).toBe('NOT_FOUND')
  })
})
