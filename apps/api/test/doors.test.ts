import { extendSchema, getNamedType, graphql, parse } from 'graphql'
import { DOORS, registerDoors } from '../src/modules/access/doors.ts'
import { ROLES } from '../src/modules/access/rules.ts'
import { TYPE_RULES } from '../src/modules/access/type-rules.ts'
import { askCell, contextOn, fillerOf, outcomeOf } from './asking.ts'
import { callsOf, expected } from './calls.ts'
import type { Call } from './calls.ts'
import { aCast, hashOf } from './casting.ts'
import type { Cast } from './casting.ts'
import { coverageFaults } from './coverage.ts'
import { doorsOf, slotsOf, takesId, textOf, variablesOf } from './operations.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
let cast: Cast

beforeAll(async () => {
  world = await aWorld()
  cast = await aCast(world)
}, 120_000)
afterAll(() => world?.close())

const tables = () => ({ doors: { ...DOORS }, types: { ...TYPE_RULES } })

describe('T13 Coverage gate', () => {
  test('T13 Coverage gate: every coordinate of the schema has a rule, and every rule a coordinate', () => {
    expect(coverageFaults(world.schema, tables())).toEqual([])
    const coordinates = doorsOf(world.schema).flatMap((door) => [
      door.coordinate,
      ...slotsOf(door).map(({ path }) => path),
    ])
    console.log(`T13: ${coordinates.length} doors and places for values, ${Object.keys(TYPE_RULES).length} types`)
    expect(coordinates.length).toBeGreaterThanOrEqual(300)
  })

  test.each([
    ['a door without a rule', 'extend type Query { planted: Int }', 'Query.planted has no rule'],
    ['a mutation without a rule', 'extend type Mutation { planted: Int }', 'Mutation.planted has no rule'],
    [
      'a type without a row',
      'type Planted { id: ID } extend type Partner { planted: Planted }',
      'type Planted has no row',
    ],
    [
      'a field that leads to secrets by a wider door',
      'extend type CohortRow { answers: [Answer!] }',
      'type Answer is reached by cohort:read evaluation:read evaluation:write',
    ],
    [
      'an identifier that nobody knows',
      'input Planted { plantedId: ID } extend type Query { staffOf(input: Planted): People }',
      'the identifier Query.staffOf.input.plantedId has no row',
    ],
    [
      'a scalar that carries anything',
      'scalar Upload extend type Viewer { planted: Upload }',
      'scalar Upload is not on the list',
    ],
    [
      'an interface',
      'interface Node { id: ID! } extend type Viewer { planted: Node }',
      'Node is an interface or a union',
    ],
    [
      'a subscription',
      'type Subscription { planted: Int } extend schema { subscription: Subscription }',
      'subscriptions have no rules',
    ],
  ])('T13 Coverage gate: turns red for %s', (_what, sdl, fault) => {
    const schema = extendSchema(world.schema, parse(sdl))
    expect(coverageFaults(schema, tables()).join('\n')).toContain(fault)
  })

  test('T13 Coverage gate: turns red for rows that are about nothing, missing rows, and code below the doors', () => {
    const stale = tables()
    Object.assign(stale.doors, { 'Query.gone': 'cohort:read', 'Mutation.gone': 'no:action' })
    Object.assign(stale.types, { Gone: ['public'] })
    expect(coverageFaults(world.schema, stale)).toEqual([
      'the action no:action is in no rule',
      'the row of type Gone is about nothing',
      'the rule of Mutation.gone leads nowhere',
      'the rule of Query.gone leads nowhere',
    ])
    const bare = tables()
    delete bare.doors['Query.auditLog']
    delete bare.types['Answer']
    expect(coverageFaults(world.schema, bare)).toEqual(
      expect.arrayContaining([
        'Query.auditLog has no rule',
        'nobody asks the action audit:read',
        'type Answer has no row',
        'type AuditEntry is reached by nothing, its row says audit:read',
      ]),
    )
    const field = (world.schema.getType('Partner') as any).getFields().name
    field.resolve = () => 'x'
    expect(coverageFaults(world.schema, tables())).toEqual(['Partner.name runs code of its own'])
    field.resolve = undefined
  })

  test('T13 Coverage gate: a door whose rule is missing stays shut for everybody', async () => {
    const rule = DOORS['Query.programme']!
    delete DOORS['Query.programme']
    try {
      for (const role of ROLES) {
        const answer = await graphql({
          schema: world.schema,
          source: '{ programme { __typename } }',
          contextValue: contextOn(cast, world.services.app, role),
        })
        expect([answer.data?.['programme'] ?? null, answer.errors?.[0]?.message]).toEqual([
          null,
          'Query.programme has no rule.',
        ])
      }
    } finally {
      DOORS['Query.programme'] = rule
    }
    expect(() => registerDoors({ 'Query.programme': 'public' })).toThrow(/two rules/)
  })

  test('T13 Coverage gate: these doors and no others are open to visitors', () => {
    const open = Object.keys(DOORS).filter((coordinate) => DOORS[coordinate] === 'public')
    expect(open.sort()).toEqual([
      'Mutation.acceptInvitation',
      'Mutation.declineInvitation',
      'Mutation.setUpFirstAdministrator',
      'Query.invitation',
      'Query.setUpOpen',
      'Query.viewer',
    ])
    for (const call of callsOf(cast))
      if (!open.includes(call.coordinate)) expect(expected(call, 'visitor', 'own')).toBe('UNAUTHENTICATED')
  })

  test('T18 Field-level secrecy: no type has a field for what is kept as a hash or a key', () => {
    const secret = /hash|password|secret|token(?!s$)|salt|totp/i
    const fields = Object.values(world.schema.getTypeMap())
      .filter((type) => 'getFields' in type && !type.name.startsWith('__') && !type.name.endsWith('Input'))
      .flatMap((type) => Object.keys((type as any).getFields()).map((field) => `${type.name}.${field}`))
      .filter((coordinate) => secret.test(coordinate.split('.')[1]!))
    // The key of an API token is shown once, to who made it; the rest are doors by their names.
    expect(fields.sort()).toEqual([
      'CreateApiTokenPayload.apiToken',
      'CreateApiTokenPayload.secret',
      'Mutation.createApiToken',
      'Mutation.revokeApiToken',
    ])
  })
})

describe('T5 Create that updates', () => {
  test('T5 Create that updates: nothing that makes something new takes an identifier for it', () => {
    const creators = /^(create|add|record|start|invite|request|setUp|accept|decline)/
    const wrong = doorsOf(world.schema)
      .filter(({ kind, field }) => kind === 'mutation' && creators.test(field))
      .flatMap((door) => slotsOf(door).map((slot) => [door, slot] as const))
      .filter(([, slot]) => slot.name === 'id')
    expect(wrong.map(([door, slot]) => `${door.coordinate}.${slot.path}`)).toEqual([])
    for (const type of Object.values(world.schema.getTypeMap())) {
      if (type.name.endsWith('Input'))
        expect([type.name, Object.keys((type as any).getFields())]).toEqual([
          type.name,
          expect.not.arrayContaining(['id']),
        ])
    }
  })

  test('T5 Create that updates: the same operation identifier with other words changes nothing', async () => {
    const save = callsOf(cast).find(({ coordinate }) => coordinate === 'Mutation.saveAnswer')!
    const { operation_id } = cast.a.enterprises[0].rows['answer_revision']!
    const before = await hashOf(cast, cast.a)
    const answer = await askCell(
      cast,
      world.services.app,
      'manager',
      save,
      fillerOf(cast, save, 'manager', 'own', { 'input.operationId': operation_id }),
    )
    expect(outcomeOf(answer)).toBe('BAD_INPUT')
    expect(await hashOf(cast, cast.a)).toBe(before)
  })
})

/** What attackers add to an input to own a row, move it, or rise. */
const SMUGGLED: Record<string, unknown> = {
  id: '11111111-1111-4111-8111-111111111111',
  partnerId: '11111111-1111-4111-8111-111111111111',
  partner_id: 'x',
  tenantId: 'x',
  federationId: 'x',
  enterprise_id: 'x',
  status: 'completed',
  role: 'platformLead',
  createdAt: '2020-01-01',
  deletedAt: null,
  isPublic: true,
  authorUserId: 'x',
  cosignedAt: 'x',
  constructor: {},
}

describe('T6 Mass assignment / re-homing', () => {
  test('T6 Mass assignment / re-homing: no input has a field that says whose a row is, or what only the system writes', () => {
    const names =
      /^(partnerId|partner_id|tenantId|federationId|createdAt|updatedAt|deletedAt|endedAt|acceptedAt|cosignedAt|status|tokenHash|isDemo|userId|authorUserId|role)$/
    const found = doorsOf(world.schema).flatMap((door) =>
      slotsOf(door)
        .filter(({ name }) => names.test(name))
        .map(({ path }) => `${door.coordinate}.${path}`),
    )
    expect(found.sort()).toEqual([
      // Roles are handed out by those who may, never above themselves.
      'Mutation.changeMemberRole.role',
      'Mutation.inviteMember.input.role',
      // A filter over partners that the programme may see.
      'Query.programmeDashboard.filter.partnerId',
      'Query.programmeStalled.filter.partnerId',
    ])
  })

  test('T6 Mass assignment / re-homing: every field that an input does not have is refused before anything runs', async () => {
    const before = await hashOf(cast, cast.a)
    const wrong: string[] = []
    let tried = 0
    for (const call of callsOf(cast).filter(({ kind, args }) => kind === 'mutation' && args.length)) {
      const role = ROLES.find((one) => expected(call, one, 'own') === 'allowed') ?? 'partnerAdmin'
      for (const [smuggled, known] of withSmuggled(call, variablesOf(call, fillerOf(cast, call, role, 'own')))) {
        tried++
        const answer = await graphql({
          schema: world.schema,
          source: textOf(call, 1),
          variableValues: smuggled,
          contextValue: contextOn(cast, world.services.app, role),
        })
        if (!answer.errors || answer.data) wrong.push(`${call.name} takes ${known}`)
      }
    }
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(300)
    expect(await hashOf(cast, cast.a)).toBe(before)
    expect(({} as any).polluted).toBeUndefined()
  })

  test('T6 Mass assignment / re-homing: an answer that is a whole object is refused, whatever is in it', async () => {
    const save = callsOf(cast).find(({ coordinate }) => coordinate === 'Mutation.saveAnswer')!
    const before = await hashOf(cast, cast.a)
    const values = [
      SMUGGLED,
      JSON.parse('{"__proto__":{"polluted":true}}'),
      [SMUGGLED],
      { constructor: { prototype: { polluted: true } } },
    ]
    for (const value of values) {
      const answer = await askCell(
        cast,
        world.services.app,
        'manager',
        save,
        fillerOf(cast, save, 'manager', 'own', { 'input.value': value }),
      )
      expect(outcomeOf(answer)).toBe('BAD_INPUT')
    }
    expect(await hashOf(cast, cast.a)).toBe(before)
    expect(({} as any).polluted).toBeUndefined()
  })
})

/** The variables once per smuggled field and place: in each input object, and beside the arguments. */
function withSmuggled(call: Call, variables: Record<string, unknown>): [Record<string, unknown>, string][] {
  const all: [Record<string, unknown>, string][] = []
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    // Answers to a questionnaire are checked against it, and what is wrong with them is told key by key.
    if (call.args.some((arg) => arg.name === name && getNamedType(arg.type).name === 'JsonValue')) continue
    const known = new Set(slotsOf(call).map(({ path }) => path.split('.')[1]))
    for (const [field, smuggled] of Object.entries(SMUGGLED)) {
      if (!known.has(field)) all.push([{ ...variables, [name]: { ...value, [field]: smuggled } }, `${name}.${field}`])
    }
    all.push([
      { ...variables, [name]: Object.assign(JSON.parse('{"__proto__":{"polluted":true}}'), value) },
      `${name}.__proto__`,
    ])
  }
  // Something that is no argument at all never gets past validation.
  for (const slot of slotsOf(call).filter((one) => takesId(one) && !one.path.includes('.'))) {
    all.push([{ ...variables, [slot.name]: { id: variables[slot.name], ...SMUGGLED } }, `an object as ${slot.name}`])
  }
  return all
}
