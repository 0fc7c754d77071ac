import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { newId } from '../../platform/id.ts'
import { anActor, aPartner, ask, aWorld, codeOf, must, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { problem invitation { id email role } } }`
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { membershipId problem } }`
const END = `mutation ($id: ID!) { endMembership(membershipId: $id) { problem member { id } } }`
const STAFF = `{ staff { members { id name role } invitations { id email } } }`

async function anEnterpriseOf(actor: Actor, name = 'Textile et Cie'): Promise<string> {
  const id = newId()
  await tenantOf(world, actor).write((db) =>
    db.rows(`INSERT INTO enterprise (partner_id, id, name, country) VALUES ($1, $2, $3, 'BE')`, [
      actor.partnerId,
      id,
      name,
    ]),
  )
  return id
}

async function linkMailedTo(email: string): Promise<{ url: string; token: string; text: string }> {
  await world.runJobs()
  const mails = readdirSync(world.outboxDir).map((file) =>
    JSON.parse(readFileSync(path.join(world.outboxDir, file), 'utf8')),
  )
  const mail = mails.find(({ to }) => to === email)
  const url = /https?:\S+\/join\/\S+/.exec(mail.text)![0]
  return { url, token: url.split('/join/')[1]!, text: mail.text }
}

describe('people come in by invitation', () => {
  it('a partner admin invites a manager, who accepts by the mailed link and works at the enterprise from then on', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const enterpriseId = await anEnterpriseOf(admin)
    const email = `${newId()}@enterprise.example`
    await must(world, admin, INVITE, {
      input: { email, role: 'manager', enterpriseId, language: 'nl', message: 'Welkom erbij' },
    })
    const { url, token, text } = await linkMailedTo(email)
    expect(url).toMatch(/^http:\/\/localhost:4000\/app\/nl\/join\//)
    expect(text).toContain('Welkom erbij')

    const view = await must(
      world,
      undefined,
      `query ($token: String!) { invitation(token: $token) { email role enterpriseName accountExists } }`,
      { token },
    )
    expect(view.invitation).toMatchObject({
      email,
      role: 'manager',
      enterpriseName: 'Textile et Cie',
      accountExists: false,
    })
    const bare = await must(world, undefined, ACCEPT, { input: { token } })
    expect(bare.acceptInvitation.problem).toBe('NAME_AND_PASSWORD_NEEDED')
    const input = { token, name: 'Lieve Peeters', password: 'een lang wachtwoord' }
    const accepted = await must(world, undefined, ACCEPT, { input })
    expect(accepted.acceptInvitation).toMatchObject({ problem: null, membershipId: expect.any(String) })

    const people = await must(
      world,
      admin,
      `query ($id: ID!) { enterprisePeople(enterpriseId: $id) { members { name role } invitations { id } } }`,
      { id: enterpriseId },
    )
    expect(people.enterprisePeople).toEqual({ members: [{ name: 'Lieve Peeters', role: 'manager' }], invitations: [] })
    expect(codeOf(await ask(world, undefined, ACCEPT, { input }))).toBe('NOT_FOUND')
  })

  it('an invitation is for the invited address: another signed-in person is asked to sign in with it', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const email = `${newId()}@partner.example`
    await world.services.identity.createUser({
      email,
      name: 'Known Person',
      password: 'a long password',
      language: 'fr',
    })
    await must(world, admin, INVITE, { input: { email, role: 'coach', language: 'fr' } })
    const { token } = await linkMailedTo(email)
    const other = await anActor(world, 'coach')
    const answer = await must(world, other, ACCEPT, { input: { token } })
    expect(answer.acceptInvitation.problem).toBe('SIGN_IN_FIRST')
  })

  it('keeps only the hash of the link', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const email = `${newId()}@partner.example`
    await must(world, admin, INVITE, { input: { email, role: 'coach', language: 'fr' } })
    const { token } = await linkMailedTo(email)
    const { rows } = await world.root.query(`SELECT to_jsonb(i)::text AS text FROM invitation i WHERE email = $1`, [
      email,
    ])
    expect(rows[0].text).not.toContain(token)
  })

  it('eight identical invitations at once give one', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const input = { email: `${newId()}@partner.example`, role: 'coach', language: 'fr' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => must(world, admin, INVITE, { input })))
    expect(answers.filter(({ inviteMember }) => inviteMember.problem === null)).toHaveLength(1)
  })

  it('a revoked or declined invitation no longer works, and a declined one shows in the cohort', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const enterpriseId = await anEnterpriseOf(admin)
    const email = `${newId()}@enterprise.example`
    await must(world, admin, INVITE, { input: { email, role: 'manager', enterpriseId, language: 'fr' } })
    const { token } = await linkMailedTo(email)
    await must(
      world,
      undefined,
      `mutation ($t: String!) { declineInvitation(input: { token: $t, reason: "Pas cette année" }) }`,
      { t: token },
    )
    expect(codeOf(await ask(world, undefined, ACCEPT, { input: { token } }))).toBe('NOT_FOUND')
    const { rows } = await world.root.query('SELECT recruitment FROM enterprise WHERE id = $1', [enterpriseId])
    expect(rows[0].recruitment).toBe('declined')
  })
})

describe('the programme invites an administrator of a partner', () => {
  it('who is invited again gets the same link once more, with its full time', async () => {
    const lead = await anActor(world, 'platformLead')
    const partner = await aPartner(world)
    const email = `${newId()}@partner.example`
    const invite = () =>
      must(world, lead, `mutation ($input: InvitePartnerAdminInput!) { invitePartnerAdmin(input: $input) }`, {
        input: { partnerCode: partner.code, email, language: 'fr' },
      })
    const open = () =>
      world.root.query('SELECT id, expires_at > now() AS open FROM invitation WHERE email = $1', [email])
    await invite()
    const first = await linkMailedTo(email)
    await world.root.query(`UPDATE invitation SET expires_at = now() - interval '1 day' WHERE email = $1`, [email])
    await invite()
    expect((await linkMailedTo(email)).token).toBe(first.token)
    expect((await open()).rows).toEqual([{ id: expect.any(String), open: true }])
    const mails = readdirSync(world.outboxDir).filter((file) =>
      readFileSync(path.join(world.outboxDir, file), 'utf8').includes(email),
    )
    expect(mails).toHaveLength(2)
  })
})

describe('T20 Escalation paths: nobody rises by themselves', () => {
  it.each([
    ['coach', 'partnerAdmin'],
    ['coach', 'coach'],
    ['partnerAdmin', 'platformLead'],
    ['partnerAdmin', 'researcher'],
    ['researcher', 'researcher'],
  ] as const)('a %s cannot invite a %s', async (role, invited) => {
    const actor = await anActor(world, role)
    const answer = await ask(world, actor, INVITE, { input: { email: 'x@y.example', role: invited, language: 'fr' } })
    expect(codeOf(answer)).toBe('NOT_FOUND')
  })

  it('a manager invites for the own enterprise only', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const [own, other] = [await anEnterpriseOf(admin), await anEnterpriseOf(admin)]
    const manager = await anActor(world, 'manager', { partner: { id: admin.partnerId }, enterpriseId: own })
    const invite = (enterpriseId: string) =>
      ask(world, manager, INVITE, {
        input: { email: `${newId()}@e.example`, role: 'contributor', enterpriseId, language: 'fr' },
      })
    expect((await invite(own)).data).toMatchObject({ inviteMember: { problem: null } })
    expect(codeOf(await invite(other))).toBe('NOT_FOUND')
  })

  it('a coach cannot end the membership of an administrator', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId } })
    expect(codeOf(await ask(world, coach, END, { id: admin.membershipId }))).toBe('NOT_FOUND')
  })

  it('an administrator of another partner cannot end a membership, and gets the answer for an absent one', async () => {
    const [admin, other] = [await anActor(world, 'partnerAdmin'), await anActor(world, 'partnerAdmin')]
    const foreign = await ask(world, other, END, { id: admin.membershipId })
    const absent = await ask(world, other, END, { id: newId() })
    expect(JSON.stringify(foreign)).toBe(JSON.stringify(absent))
  })
})

describe('T20 Escalation paths: a partner keeps an administrator', () => {
  it('twenty parallel removals leave exactly one', async () => {
    const partner = await aPartner(world)
    const admins = await Promise.all(Array.from({ length: 20 }, () => anActor(world, 'partnerAdmin', { partner })))
    const keeper = admins[0]!
    await Promise.all(
      admins.map((admin, index) => ask(world, admins[(index + 1) % 20]!, END, { id: admin.membershipId })),
    )
    const { rows } = await world.root.query(
      `SELECT count(*)::int AS left FROM membership WHERE partner_id = $1 AND ended_at IS NULL`,
      [keeper.partnerId],
    )
    expect(rows[0].left).toBe(1)
  })

  it('the last one stays, also against a change of role', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    expect((await must(world, admin, END, { id: admin.membershipId })).endMembership.problem).toBe('LAST_HOLDER')
    const change = await must(
      world,
      admin,
      `mutation ($id: ID!) { changeMemberRole(membershipId: $id, role: coach) { problem } }`,
      { id: admin.membershipId },
    )
    expect(change.changeMemberRole.problem).toBe('LAST_HOLDER')
  })
})

describe('a removal counts at once', () => {
  it('the next request of the removed person is refused, and so is their API token', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId } })
    await must(world, coach, STAFF)
    const { createApiToken } = await must(
      world,
      coach,
      `mutation { createApiToken(input: { name: "x" }) { secret apiToken { id } } }`,
    )
    expect((await must(world, admin, END, { id: coach.membershipId })).endMembership.problem).toBeNull()
    expect(codeOf(await ask(world, coach, STAFF))).toBe('UNAUTHENTICATED')
    const { rows } = await world.root.query('SELECT revoked_at, token_hash FROM api_token WHERE id = $1', [
      createApiToken.apiToken.id,
    ])
    expect(rows[0].revoked_at).not.toBeNull()
    expect(rows[0].token_hash).not.toContain(createApiToken.secret)
  })
})

describe('the audit log', () => {
  it('tells who did what, newest first and page by page, to the administrator of the partner alone', async () => {
    const admin = await anActor(world, 'partnerAdmin', { name: 'Ada Admin' })
    for (const n of [1, 2, 3])
      await must(world, admin, INVITE, {
        input: { email: `n${n}-${newId()}@p.example`, role: 'coach', language: 'fr' },
      })
    const LOG = `query ($after: String) { auditLog(first: 2, after: $after) { nodes { action actorName objectName new } pageInfo { hasNextPage endCursor } } }`
    const first = (await must(world, admin, LOG)).auditLog
    expect(first.nodes.map((node: any) => node.objectName.slice(0, 2))).toEqual(['n3', 'n2'])
    const second = (await must(world, admin, LOG, { after: first.pageInfo.endCursor })).auditLog
    expect(second.nodes).toMatchObject([{ action: 'invitation.sent', actorName: 'Ada Admin', new: { role: 'coach' } }])
    expect(second.pageInfo.hasNextPage).toBe(false)
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId } })
    expect(codeOf(await ask(world, coach, LOG))).toBe('NOT_FOUND')
  })

  it('finds a name with or without its accents, who did it or to what, and takes signs as they are', async () => {
    const admin = await anActor(world, 'partnerAdmin', { name: 'Gaëlle Cœur' })
    await must(world, admin, INVITE, { input: { email: `andre-${newId()}@p.example`, role: 'coach', language: 'fr' } })
    const LOG = `query ($text: String) { auditLog(filter: { text: $text }) { nodes { action } } }`
    const found = async (text: string) => (await must(world, admin, LOG, { text })).auditLog.nodes.length
    for (const text of ['gaelle', 'GAËLLE', 'Gae\u0308lle coeur', 'cœur', 'ANDRÉ-', ' '])
      expect([text, await found(text)]).toEqual([text, 1])
    for (const text of ['gabrielle', 'ga%lle']) expect([text, await found(text)]).toEqual([text, 0])
  })

  it('cannot be changed or emptied by the API', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    for (const sql of [
      `UPDATE audit_entry SET actor_name = 'x' WHERE partner_id = $1`,
      `DELETE FROM audit_entry WHERE partner_id = $1`,
    ]) {
      await expect(tenantOf(world, admin).write((db) => db.rows(sql, [admin.partnerId]))).rejects.toThrow(
        /permission denied/,
      )
    }
  })
})

describe('the first administrator', () => {
  it('comes in once, by the link of an empty installation', async () => {
    const empty = await aWorld()
    try {
      const { firstAdministratorLink } = await import('./first-administrator.ts')
      const link = await firstAdministratorLink(empty.services)
      const token = link!.split('/setup/')[1]!
      const SETUP = `mutation ($input: SetUpFirstAdministratorInput!) { setUpFirstAdministrator(input: $input) { membershipId } }`
      const input = { token, name: 'First', email: 'first@lead.example', password: 'a long password', language: 'fr' }
      const open = async (held: string) =>
        (await must(empty, undefined, 'query ($held: String!) { setUpOpen(token: $held) }', { held })).setUpOpen
      expect([await open(token), await open('x'.repeat(43)), await open('')]).toEqual([true, false, false])
      expect(codeOf(await ask(empty, undefined, SETUP, { input: { ...input, token: 'x'.repeat(43) } }))).toBe(
        'NOT_FOUND',
      )
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          ask(empty, undefined, SETUP, { input: { ...input, email: `first${n}@lead.example` } }),
        ),
      )
      expect(answers.filter(({ errors }) => !errors)).toHaveLength(1)
      expect(await firstAdministratorLink(empty.services)).toBeUndefined()
      expect(await open(token)).toBe(false)
    } finally {
      await empty.close()
    }
  })
})
