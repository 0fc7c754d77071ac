import { execute, getNamedType, GraphQLError, isEnumType, parse, validate } from 'graphql'
import type { DocumentNode, ExecutionResult } from 'graphql'
import type { DataSource } from 'typeorm'
import type { Actor } from '../src/modules/access/actor.ts'
import { DOORS } from '../src/modules/access/doors.ts'
import { ROLES, RULES } from '../src/modules/access/rules.ts'
import type { Action, Reach, Role } from '../src/modules/access/rules.ts'
import { contextOf, hashToken } from '../src/platform/context.ts'
import type { Context, MembershipRow } from '../src/platform/context.ts'
import { newId } from '../src/platform/id.ts'
import { doorsOf, slotsOf, takesId, textOf, variablesOf } from './operations.ts'
import type { Door, Filler, Slot } from './operations.ts'
import { canary, plantPartner, readCatalogue } from './planted-rows.ts'
import type { Catalogue, PlantedEnterprise, PlantedPartner } from './planted-rows.ts'
import type { RolledBack } from './rolled-back.ts'
import { anActor, aPartner } from './world.ts'
import type { World } from './world.ts'

/** Whose things an operation is about, seen from the person who asks. */
export const RELATIONS = ['own', 'sameOther', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

export type Asker = Role | 'visitor'
export const ASKERS: readonly Asker[] = [...ROLES, 'visitor']

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
  codes: { stranger: string; third: string }
}

/** The kinds of things that an identifier can name, and how far the person who asks may reach. */
type Kind = 'enterprise' | 'partner' | 'person'

/** What an identifier names: by its coordinate, else by its name. A new name without a row here fails the coverage gate. */
export const ID_NAMES: Record<string, { thing: string; kind: Kind; secondary?: true }> = {
  enterpriseId: { thing: 'enterprise', kind: 'enterprise' },
  enterpriseIds: { thing: 'enterprise', kind: 'enterprise' },
  evaluationId: { thing: 'evaluation', kind: 'enterprise' },
  commentId: { thing: 'step_comment', kind: 'enterprise' },
  affiliationId: { thing: 'affiliation', kind: 'enterprise' },
  invitationId: { thing: 'invitation', kind: 'enterprise' },
  transferId: { thing: 'enterprise_transfer', kind: 'partner' },
  offerId: { thing: 'offer', kind: 'partner' },
  tokenId: { thing: 'api_token', kind: 'person' },
  membershipId: { thing: 'membership', kind: 'enterprise' },
  coachMembershipId: { thing: 'coach', kind: 'partner', secondary: true },
  'Query.enterprise.id': { thing: 'enterprise', kind: 'enterprise' },
  'Mutation.editEnterprise.id': { thing: 'enterprise', kind: 'enterprise' },
  'Mutation.reopenEnterprise.id': { thing: 'enterprise', kind: 'enterprise' },
  'Query.evaluation.id': { thing: 'evaluation', kind: 'enterprise' },
  'Mutation.editSession.id': { thing: 'support_session', kind: 'enterprise' },
  'Query.import.id': { thing: 'import_batch', kind: 'partner' },
  'Query.importRows.id': { thing: 'import_batch', kind: 'partner' },
  'Mutation.checkImport.id': { thing: 'import_batch', kind: 'partner' },
  'Mutation.applyImport.id': { thing: 'import_batch', kind: 'partner' },
  'Mutation.undoImport.id': { thing: 'import_batch', kind: 'partner' },
  'Mutation.switchMembership.membershipId': { thing: 'ownMembership', kind: 'person' },
}

/** Identifiers that name nothing of a tenant: made by the client, or of the public list of partners. */
export const FREE_IDS = ['operationId', 'partnerId']

/** What a slot's identifier names. */
export const idNameOf = (door: Door, slot: Slot) => ID_NAMES[`${door.coordinate}.${slot.path}`] ?? ID_NAMES[slot.name]

/** What a use case asks beyond its door; all of them. */
const FINER: Record<string, Action[]> = {
  'Mutation.inviteMember': ['enterpriseMember:manage'],
  'Mutation.resendInvitation': ['enterpriseMember:manage'],
  'Mutation.revokeInvitation': ['enterpriseMember:manage'],
  'Mutation.changeMemberRole': ['enterpriseMember:manage'],
  'Mutation.endMembership': ['enterpriseMember:manage'],
}

/** Doors that lead to two kinds of things: called once more with the other kind. */
const VARIANTS: Record<string, { ids: Record<string, { thing: string; kind: Kind }>; values?: Record<string, unknown>; finer: Action[] }> = {
  'Mutation.inviteMember': { ids: { enterpriseId: { thing: '', kind: 'partner' } }, values: { role: 'coach' }, finer: ['member:manage'] },
  'Mutation.resendInvitation': { ids: { invitationId: { thing: 'staffInvitation', kind: 'partner' } }, finer: ['member:manage'] },
  'Mutation.revokeInvitation': { ids: { invitationId: { thing: 'staffInvitation', kind: 'partner' } }, finer: ['member:manage'] },
  'Mutation.changeMemberRole': { ids: { membershipId: { thing: 'staffMembership', kind: 'partner' } }, values: { role: 'partnerAdmin' }, finer: ['member:manage'] },
  'Mutation.endMembership': { ids: { membershipId: { thing: 'staffMembership', kind: 'partner' } }, finer: ['member:manage'] },
}

/** Every action that a use case asks beyond its door. */
export const FINER_ACTIONS: string[] = [...Object.values(FINER).flat(), ...Object.values(VARIANTS).flatMap(({ finer }) => finer)]

/** Doors that are open to all, but shut for good once somebody is in. */
const SHUT = ['Mutation.setUpFirstAdministrator']

/** A door as it is called: each variant of it once. */
export interface Call extends Door {
  name: string
  demands: Action[]
  idOf: (slot: Slot) => { thing: string; kind: Kind; secondary?: true } | undefined
  values: Record<string, unknown>
}

/** Every call of the matrix: the doors of the schema, and the variants of some. */
export function callsOf(cast: Pick<Cast, 'world'>): Call[] {
  return doorsOf(cast.world.schema).flatMap((door) => {
    const call: Call = {
      ...door,
      name: door.coordinate,
      demands: FINER[door.coordinate] ?? [],
      idOf: (slot) => idNameOf(door, slot),
      values: {},
    }
    const variant = VARIANTS[door.coordinate]
    if (!variant) return [call]
    return [
      call,
      {
        ...call,
        name: `${door.coordinate} (staff)`,
        demands: variant.finer,
        idOf: (slot: Slot) => variant.ids[slot.name] ?? idNameOf(door, slot),
        values: variant.values ?? {},
      },
    ]
  })
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
  await sql('UPDATE support_session SET author_user_id = $2 WHERE enterprise_id = $1', [a.enterprises[1].id, other.userId])
  for (const partner of [a, b]) {
    for (const { tag, id } of partner.enterprises) {
      await sql('UPDATE invitation SET token_hash = $2 WHERE enterprise_id = $1', [id, hashToken(`token-${tag}`)])
    }
  }
  const staffInvitations = await Promise.all([a, b].map((partner) => aStaffInvitation(world, partner)))
  const offers = await Promise.all([[b, a] as const, [a, b] as const].map(([from, to]) => anOffer(world, from, to)))
  const ownTokens = new Map<string, string>()
  for (const actor of [...Object.values(actors), other]) ownTokens.set(actor.membershipId, await aToken(world, actor))
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
    invitation: three(row('invitation'), gone['invitation']!),
    membership: three(row('membership'), gone['membership']!),
    enterprise_transfer: three(row('enterprise_transfer'), gone['enterprise_transfer']!),
    offer: staff(offers[0]!, offers[1]!, newId()),
    import_batch: staff(a.rows['import_batch']!['id'], b.rows['import_batch']!['id'], gone['import_batch']!),
    coach: staff(actors.coach.membershipId, strangerCoach.membershipId, gone['coach']!),
    staffInvitation: staff(staffInvitations[0]!, staffInvitations[1]!, gone['invitation']!),
    staffMembership: staff(spare.membershipId, strangerCoach.membershipId, gone['coach']!),
    api_token: { own: '', sameOther: ownTokens.get(other.membershipId)!, other: b.rows['api_token']!['id'], gone: gone['api_token']! },
    ownMembership: { own: '', sameOther: other.membershipId, other: stranger.membershipId, gone: gone['membership']! },
  }
  const memberships = new Map<string, MembershipRow[]>()
  for (const actor of [...Object.values(actors), stranger]) {
    memberships.set(actor.userId, await world.services.reference.rows<MembershipRow>('SELECT * FROM memberships_of($1)', [actor.userId]))
  }
  return { world, catalogue, a, b, actors, stranger, memberships, ids, ownTokens, codes: { stranger: partners[1]!.code, third: partners[2]!.code } }
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
    await client.query(`INSERT INTO shared.release (id, number, computed_at, rules, themes) VALUES ($1, 1, now(), $2, $3)`, [
      id,
      JSON.stringify({ minEnterprises: 5, minPartners: 2, maxPartnerShare: 0.5, text }),
      JSON.stringify([{ code: 'domain', label: text, items: [{ code: 'work', label: text }] }]),
    ])
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
  for (const table of ['enterprise', 'evaluation', 'step_comment', 'affiliation', 'support_session', 'enterprise_transfer', 'import_batch']) {
    const row = one.rows[table] ?? partner.rows[table]!
    const id = newId()
    const columns = Object.keys(row).filter((name) => !['sort_name', 'search_text', 'current_evaluation_id'].includes(name))
    await world.root.query(
      `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((name) => (name === 'id' ? '$2' : name)).join(', ')}
       FROM ${table} WHERE partner_id = $1 AND id = $3`,
      [partner.id, id, row['id']],
    )
    await world.root.query(`DELETE FROM ${table} WHERE partner_id = $1 AND id = $2`, [partner.id, id])
    gone[table] = id
  }
  for (const [thing, role] of [['membership', 'manager'], ['coach', 'coach']] as const) {
    const actor = await anActor(world, role, { partner, enterpriseId: role === 'manager' ? one.id : undefined })
    await world.root.query('UPDATE membership SET ended_at = now() WHERE id = $1', [actor.membershipId])
    gone[thing] = actor.membershipId
  }
  gone['invitation'] = await aStaffInvitation(world, partner)
  await world.root.query('UPDATE invitation SET revoked_at = now() WHERE id = $1', [gone['invitation']])
  gone['api_token'] = await aToken(world, { partnerId: partner.id, membershipId: partner.rows['api_token']!['membership_id'] } as Actor)
  await world.root.query('UPDATE api_token SET revoked_at = now() WHERE id = $1', [gone['api_token']])
  return gone
}

/** Values of arguments by coordinate or name; identifiers come from the cast. */
function valuesOf(cast: Cast, relation: Relation): Record<string, unknown> {
  const { step_code, field_key, platform_code } = cast.catalogue.given
  const enterprise = relation === 'other' ? cast.b.enterprises[0] : cast.a.enterprises[relation === 'own' ? 0 : 1]
  return {
    stepCode: step_code,
    fieldKey: field_key,
    platformCode: platform_code,
    federationCode: cast.codes.third,
    toPartnerCode: cast.codes.third,
    partnerCode: cast.codes.third,
    'Query.methodVersion.code': cast.catalogue.given['method_code'],
    'Query.testPlatform.code': platform_code,
    'Query.release.number': 1,
    'Query.questionHints.text': 'Que change notre action ?',
    gate: 'G1',
    role: 'contributor',
    operationId: newId(),
    baseRevision: 1,
    value: 'Un texte',
    outcome: cast.catalogue.given['gate_record.outcome'],
    email: `${newId()}@invited.example`,
    name: 'Nom',
    password: 'a long password of a test',
    language: 'fr',
    country: 'BE',
    token: `token-${enterprise.tag}`,
    'Mutation.setUpFirstAdministrator.input.token': 'x',
    body: 'Un mot',
    heldOn: '2026-02-02',
    from: '2026-01-01',
    to: '2026-12-31',
    accept: true,
    field: 'name',
    column: 0,
    first: 100,
  }
}

/** Fills the slots of a call for one relation; `ids` may put another identifier in one place. */
export function fillerOf(cast: Cast, call: Call, asker: Asker, relation: Relation, ids: Record<string, unknown> = {}): Filler {
  const values = { ...valuesOf(cast, relation), ...call.values }
  const actor = cast.actors[asker === 'visitor' ? 'partnerAdmin' : asker]
  return (slot) => {
    if (slot.path in ids) return ids[slot.path]
    const named = takesId(slot) ? call.idOf(slot) : undefined
    if (named) {
      if (named.thing === '') return undefined
      // An optional filter narrows; the thing itself is always given.
      if (named.secondary && /filter|defaults/.test(slot.path)) return undefined
      if (named.secondary) return cast.ids[named.thing]!.own
      if (relation === 'own' && named.thing === 'api_token') return cast.ownTokens.get(actor.membershipId)
      if (relation === 'own' && named.thing === 'ownMembership') return actor.membershipId
      return cast.ids[named.thing]![relation]
    }
    if (takesId(slot) && slot.name === 'partnerId') return undefined
    const known = `${call.coordinate}.${slot.path}`
    if (known in values) return values[known]
    if (slot.name in values && values[slot.name] !== undefined && !/^(filter|exceptions)/.test(slot.path)) return values[slot.name]
    if (!slot.required) return undefined
    const type = getNamedType(slot.type)
    if (isEnumType(type)) return type.getValues()[0]!.name
    return type.name === 'String' ? 'Une raison' : undefined
  }
}

/** The rules as they are written; a test that changes `RULES` still expects by these. */
const WRITTEN = structuredClone(RULES) as Record<Action, Partial<Record<Role, Reach>>>

/** What must come of a call, from the tables alone. */
export function expected(call: Call, asker: Asker, relation: Relation): 'allowed' | 'NOT_FOUND' | 'UNAUTHENTICATED' {
  const rule = DOORS[call.coordinate]
  if (!rule) return 'NOT_FOUND'
  if (rule === 'public') return SHUT.includes(call.coordinate) ? 'NOT_FOUND' : 'allowed'
  if (asker === 'visitor') return 'UNAUTHENTICATED'
  const subject = kindOf(call)
  const actions = rule === 'signedIn' ? [] : [rule].flat()
  if (actions.length && !actions.some((action) => WRITTEN[action][asker])) return 'NOT_FOUND'
  if (relation !== 'own' && subject === 'person') return 'NOT_FOUND'
  if (relation === 'other' && subject) return 'NOT_FOUND'
  // A door with several actions leaves the choice to the use case, which asks the finer ones.
  for (const action of actions.length === 1 ? [...actions, ...call.demands] : call.demands) {
    const reach = WRITTEN[action][asker]
    if (!reach) return 'NOT_FOUND'
    if (relation === 'sameOther' && subject === 'enterprise' && reach !== 'all') return 'NOT_FOUND'
  }
  return 'allowed'
}

/** What the call is about: the widest reach among its identifiers; undefined when it names nothing. */
export function kindOf(call: Call): Kind | undefined {
  const kinds = slotsOf(call).flatMap((slot) => {
    const named = takesId(slot) ? call.idOf(slot) : undefined
    return named && !named.secondary && named.thing ? [named.kind] : []
  })
  return kinds.includes('enterprise') ? 'enterprise' : kinds[0]
}

const documents = new Map<string, DocumentNode>()

/** Asks the API in process, on the given connections. */
export async function askCell(
  cast: Cast, app: DataSource, asker: Asker, call: Call, filler: Filler, { depth = 2, context }: { depth?: number; context?: Context } = {},
): Promise<ExecutionResult> {
  const text = textOf(call, depth)
  let document = documents.get(text)
  if (!document) {
    document = parse(text)
    const faults = validate(cast.world.schema, document)
    if (faults.length) throw new Error(`${call.name}: ${faults[0]!.message}`)
    documents.set(text, document)
  }
  const contextValue = context ?? contextOn(cast, app, asker)
  return await execute({ schema: cast.world.schema, document, variableValues: variablesOf(call, filler), contextValue })
}

/** The context of a request of this person, on the given connections. */
export function contextOn(cast: Cast, app: DataSource, asker: Asker): Context {
  const services = { ...cast.world.services, app }
  const actor = asker === 'visitor' ? undefined : cast.actors[asker]
  const rows = actor ? cast.memberships.get(actor.userId)! : []
  return contextOf(services, reply, 'fr', actor?.userId, rows, actor?.membershipId, 'session', true)
}

const reply = { header: () => reply } as unknown as Context['reply']

/** What came of a call: `allowed`, or the code of its first error. */
export function outcomeOf(answer: ExecutionResult): string {
  const error = answer.errors?.[0]
  if (!error) return 'allowed'
  const cause = error.originalError ?? error
  const code = error.extensions['code'] ?? (cause as { extensions?: { code?: string } }).extensions?.code
  if (typeof code === 'string') return code
  if ('validationErrors' in cause) return `BAD_INPUT ${JSON.stringify((cause as { validationErrors: unknown }).validationErrors).slice(0, 300)}`
  if (cause instanceof GraphQLError) return `BAD_USER_INPUT ${cause.message}`
  return `INTERNAL ${cause.message} ${cause.stack?.split('\n')[1]?.trim()}`
}

/** One cell of the matrix, tried and undone. */
export async function tryCell(
  cast: Cast, database: RolledBack, asker: Asker, call: Call, relation: Relation,
): Promise<string> {
  const outcome = await database.attempt(async () =>
    outcomeOf(await askCell(cast, database.app, asker, call, fillerOf(cast, call, asker, relation))),
  )
  // A refusal that comes after the deed is none.
  return outcome !== 'allowed' && database.saved() > 0 ? `${outcome} after something was saved` : outcome
}

/** The relations that make a difference to a call: one when it names nothing. */
export const relationsOf = (call: Call): readonly Relation[] => (kindOf(call) ? RELATIONS : ['own'])

/** A fingerprint of everything a partner has. */
export async function hashOf(cast: Cast, partner: PlantedPartner): Promise<string> {
  const parts = cast.catalogue.tables.map((table) => `SELECT '${table}' || t::text AS line FROM ${table} t WHERE partner_id = $1`)
  const { rows } = await cast.world.root.query(`SELECT md5(string_agg(line, '|' ORDER BY line)) AS hash FROM (${parts.join(' UNION ALL ')}) all_rows`, [partner.id])
  return rows[0].hash
}

/** What the reader gets to see of an answer, as one text. */
export const textOfAnswer = ({ data, errors }: ExecutionResult): string =>
  JSON.stringify({ data, errors: errors?.map(({ message, path, extensions }) => ({ message, path, extensions })) })
