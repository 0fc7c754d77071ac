import type { Actor } from '../src/modules/access/actor.ts'
import { ROLES } from '../src/modules/access/rules.ts'
import type { Role } from '../src/modules/access/rules.ts'
import { hashToken } from '../src/platform/context.ts'
import type { MembershipRow } from '../src/platform/context.ts'
import { newId } from '../src/platform/id.ts'
import type { Relation } from './calls.ts'
import { canary, plantPartner, readCatalogue } from './planted-rows.ts'
import type { Catalogue, PlantedEnterprise, PlantedPartner } from './planted-rows.ts'
import { anActor, aPartner } from './world.ts'
import type { World } from './world.ts'

/** Two partners with everything in them, and one person per role at the first. */
export interface Cast {
  world: World
  catalogue: Catalogue
  a: PlantedPartner
  b: PlantedPartner
  actors: Record<Role, Actor>
  /** The administrator of the other partner. */
  stranger: Actor
  memberships: Map<string, MembershipRow[]>
  ids: Record<string, Record<Relation, string> & { gone: string }>
  ownTokens: Map<string, string>
  ownExports: Map<string, string>
  codes: { stranger: string; third: string }
}

/** Plants the two partners and gives every role a person. */
export async function aCast(world: World): Promise<Cast> {
  const catalogue = await readCatalogue(world.root)
  const partners = [await aPartner(world), await aPartner(world), await aPartner(world)]
  const a = await plantPartner(world.root, catalogue, partners[0]!.id, 'A')
  const b = await plantPartner(world.root, catalogue, partners[1]!.id, 'B')
  const own = a.enterprises[0]
  const actors = {} as Record<Role, Actor>
  for (const role of ROLES) {
    const enterpriseId = role === 'manager' || role === 'contributor' ? own.id : undefined
    actors[role] = await anActor(world, role, { partner: a, enterpriseId, name: `Person ${role}` })
  }
  const other = await anActor(world, 'coach', { partner: a, name: 'Other coach' })
  const spare = await anActor(world, 'coach', { partner: a, name: 'Spare coach' })
  const stranger = await anActor(world, 'partnerAdmin', { partner: b, name: canary('B', 'admin') })
  const strangerCoach = await anActor(world, 'coach', { partner: b, name: canary('B', 'coach') })
  const sql = (text: string, values: unknown[]) => world.root.query(text, values)
  await sql('UPDATE accompaniment SET coach_user_id = $2 WHERE enterprise_id = $1', [own.id, actors.coach.userId])
  await sql('UPDATE support_session SET author_user_id = $2 WHERE enterprise_id = $1', [own.id, actors.coach.userId])
  await sql('UPDATE accompaniment SET coach_user_id = $2 WHERE enterprise_id = $1', [a.enterprises[1].id, other.userId])
  await sql('UPDATE support_session SET author_user_id = $2 WHERE enterprise_id = $1', [
    a.enterprises[1].id,
    other.userId,
  ])
  for (const partner of [a, b]) {
    for (const { tag, id } of partner.enterprises) {
      await sql('UPDATE invitation SET token_hash = $2 WHERE enterprise_id = $1', [id, hashToken(`token-${tag}`)])
    }
  }
  const staffInvitations = await Promise.all([a, b].map((partner) => aStaffInvitation(world, partner)))
  const offers = await Promise.all([[b, a] as const, [a, b] as const].map(([from, to]) => anOffer(world, from, to)))
  const ownTokens = new Map<string, string>()
  for (const actor of [...Object.values(actors), other]) ownTokens.set(actor.membershipId, await aToken(world, actor))
  const ownExports = new Map<string, string>()
  for (const actor of Object.values(actors)) ownExports.set(actor.membershipId, await anExport(world, a, actor))
  await aRelease(world)

  const three = (thing: (enterprise: PlantedEnterprise) => string, gone: string) => ({
    own: thing(a.enterprises[0]),
    sameOther: thing(a.enterprises[1]),
    other: thing(b.enterprises[0]),
    gone,
  })
  const row = (table: string) => (enterprise: PlantedEnterprise) => enterprise.rows[table]!['id'] as string
  const staff = (mine: string, theirs: string, gone: string) => ({ own: mine, sameOther: mine, other: theirs, gone })
  const gone = await goneThings(world, a)
  const ids: Cast['ids'] = {
    enterprise: three(({ id }) => id, gone['enterprise']!),
    evaluation: three(({ evaluationId }) => evaluationId, gone['evaluation']!),
    step_comment: three(row('step_comment'), gone['step_comment']!),
    affiliation: three(row('affiliation'), gone['affiliation']!),
    support_session: three(row('support_session'), gone['support_session']!),
    response_export: three(row('response_export'), newId()),
    field_record: three(row('field_record'), gone['field_record']!),
    excerpt: three(row('excerpt'), gone['excerpt']!),
    field_code: three(row('field_code'), newId()),
    invitation: three(row('invitation'), gone['invitation']!),
    membership: three(row('membership'), gone['membership']!),
    enterprise_transfer: three(row('enterprise_transfer'), gone['enterprise_transfer']!),
    offer: staff(offers[0]!, offers[1]!, newId()),
    questionnaire: three(row('questionnaire'), gone['questionnaire']!),
    wave: three(row('wave'), gone['wave']!),
    respondent_group: three(row('respondent_group'), gone['respondent_group']!),
    // Links are named by the sheet they are on.
    collection_link: three(({ rows }) => rows['collection_link']!['batch_id'], newId()),
    invitee: three(row('invitee'), newId()),
    answer_import: three(row('answer_import'), gone['answer_import']!),
    paper_entry: three(row('paper_entry'), newId()),
    questionnaire_template: staff(
      a.rows['questionnaire_template']!['id'],
      b.rows['questionnaire_template']!['id'],
      gone['questionnaire_template']!,
    ),
    import_batch: staff(a.rows['import_batch']!['id'], b.rows['import_batch']!['id'], gone['import_batch']!),
    coach: staff(actors.coach.membershipId, strangerCoach.membershipId, gone['coach']!),
    staffInvitation: staff(staffInvitations[0]!, staffInvitations[1]!, gone['invitation']!),
    staffMembership: staff(spare.membershipId, strangerCoach.membershipId, gone['coach']!),
    api_token: {
      own: '',
      sameOther: ownTokens.get(other.membershipId)!,
      other: b.rows['api_token']!['id'],
      gone: gone['api_token']!,
    },
    ownMembership: { own: '', sameOther: other.membershipId, other: stranger.membershipId, gone: gone['membership']! },
  }
  const memberships = new Map<string, MembershipRow[]>()
  for (const actor of [...Object.values(actors), stranger]) {
    memberships.set(
      actor.userId,
      await world.services.reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [actor.userId]),
    )
  }
  return {
    world,
    catalogue,
    a,
    b,
    actors,
    stranger,
    memberships,
    ids,
    ownTokens,
    ownExports,
    codes: { stranger: partners[1]!.code, third: partners[2]!.code },
  }
}

/** A file of answers that this person asked for. */
async function anExport(world: World, partner: PlantedPartner, { userId }: Actor): Promise<string> {
  const id = newId()
  await world.root.query(
    `INSERT INTO response_export (partner_id, id, enterprise_id, questionnaire_id, wave_ids, format, language, user_id, expires_at)
     SELECT partner_id, $2, enterprise_id, questionnaire_id, wave_ids, format, language, $3, now() + interval '1 day'
     FROM response_export WHERE partner_id = $1 AND id = $4`,
    [partner.id, id, userId, partner.enterprises[0].rows['response_export']!['id']],
  )
  return id
}

async function aStaffInvitation(world: World, partner: PlantedPartner): Promise<string> {
  const id = newId()
  await world.root.query(
    `INSERT INTO invitation (partner_id, id, email, role, language, token_hash, invited_by_name, expires_at)
     VALUES ($1, $2::uuid, $3, 'coach', 'fr', $2::text, $4, now() + interval '9 days')`,
    [partner.id, id, `${canary(partner.tag, id)}@x.example`, canary(partner.tag, 'inviter')],
  )
  return id
}

async function anOffer(world: World, from: PlantedPartner, to: PlantedPartner): Promise<string> {
  const id = newId()
  await world.root.query(
    `INSERT INTO shared.transfer_offer (id, from_partner_id, to_partner_id, enterprise_id, enterprise_name, reason, requested_by_name, requested_at)
     VALUES ($1, $2, $3, $4, 'Offered', 'Because', 'Somebody', now())`,
    [id, from.id, to.id, from.enterprises[1].id],
  )
  return id
}

async function aToken(world: World, actor: Actor): Promise<string> {
  const id = newId()
  await world.root.query(
    `INSERT INTO api_token (partner_id, id, membership_id, name, token_hash, expires_at) VALUES ($1, $2::uuid, $3, 'x', $2::text, now() + interval '9 days')`,
    [actor.partnerId, id, actor.membershipId],
  )
  return id
}

async function aRelease(world: World): Promise<void> {
  const text = { fr: 'x', nl: 'x', en: 'x' }
  const client = await world.root.connect()
  try {
    // Cells are taken in the transaction of their release only.
    await client.query('BEGIN')
    const id = newId()
    await client.query(
      `INSERT INTO shared.release (id, number, computed_at, rules, themes) VALUES ($1, 1, now(), $2, $3)`,
      [
        id,
        JSON.stringify({ minEnterprises: 5, minPartners: 2, maxPartnerShare: 0.5, text }),
        JSON.stringify([{ code: 'domain', label: text, items: [{ code: 'work', label: text }] }]),
      ],
    )
    await client.query(
      `INSERT INTO shared.release_cell (release_id, theme, item, platform_code, project_territory, value) VALUES ($1, 'domain', 'work', 'all', 'all', 7)`,
      [id],
    )
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

/** Things of the first partner that are no more: removed, ended, revoked. */
async function goneThings(world: World, partner: PlantedPartner): Promise<Record<string, string>> {
  const gone: Record<string, string> = {}
  const [one] = partner.enterprises
  for (const table of [
    'enterprise',
    'evaluation',
    'step_comment',
    'affiliation',
    'support_session',
    'enterprise_transfer',
    'import_batch',
    'questionnaire',
    'questionnaire_template',
    'wave',
    'respondent_group',
    'answer_import',
    'field_record',
    'excerpt',
  ]) {
    const row = one.rows[table] ?? partner.rows[table]!
    const id = newId()
    const columns = Object.keys(row).filter(
      (name) => !['sort_name', 'search_text', 'current_evaluation_id'].includes(name),
    )
    await world.root.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((name) => (name === 'id' ? '$2' : name)).join(', ')}
       FROM ${table} WHERE partner_id = $1 AND id = $3`,
      [partner.id, id, row['id']],
    )
    await world.root.query(`DELETE FROM ${table} WHERE partner_id = $1 AND id = $2`, [partner.id, id])
    gone[table] = id
  }
  for (const [thing, role] of [
    ['membership', 'manager'],
    ['coach', 'coach'],
  ] as const) {
    const actor = await anActor(world, role, { partner, enterpriseId: role === 'manager' ? one.id : undefined })
    await world.root.query('UPDATE membership SET ended_at = now() WHERE id = $1', [actor.membershipId])
    gone[thing] = actor.membershipId
  }
  gone['invitation'] = await aStaffInvitation(world, partner)
  await world.root.query('UPDATE invitation SET revoked_at = now() WHERE id = $1', [gone['invitation']])
  gone['api_token'] = await aToken(world, {
    partnerId: partner.id,
    membershipId: partner.rows['api_token']!['membership_id'],
  } as Actor)
  await world.root.query('UPDATE api_token SET revoked_at = now() WHERE id = $1', [gone['api_token']])
  return gone
}

/** A fingerprint of everything a partner has. */
export async function hashOf(cast: Cast, partner: PlantedPartner): Promise<string> {
  const parts = cast.catalogue.tables.map(
    (table) => `SELECT '${table}' || t::text AS line FROM ${table} t WHERE partner_id = $1`,
  )
  const { rows } = await cast.world.root.query(
    `SELECT md5(string_agg(line, '|' ORDER BY line)) AS hash FROM (${parts.join(' UNION ALL ')}) all_rows`,
    [partner.id],
  )
  return rows[0].hash
}
