import { wallTwo } from '../src/modules/access/actor.ts'
import { DOORS } from '../src/modules/access/doors.ts'
import { ROLES, RULES } from '../src/modules/access/rules.ts'
import type { Action, Reach, Role } from '../src/modules/access/rules.ts'
import { askCell, contextOn, fillerOf, outcomeOf, textOfAnswer, tryCell } from './asking.ts'
import { ASKERS, callsOf, expected, kindOf, relationsOf } from './calls.ts'
import type { Call } from './calls.ts'
import { aCast } from './casting.ts'
import type { Cast } from './casting.ts'
import { canariesOf } from './planted-rows.ts'
import { rolledBack } from './rolled-back.ts'
import type { RolledBack } from './rolled-back.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

/** The matrix does not shrink: a door that goes takes its cells with it, and this number is changed by hand. */
const FEWEST_CELLS = 1575

let world: World
let cast: Cast
/** As the API's own role, behind all fences. */
let fenced: RolledBack
/** As a role that row security does not hold: only the rules stand. */
let unfenced: RolledBack

beforeAll(async () => {
  world = await aWorld()
  cast = await aCast(world)
  fenced = await rolledBack(world.urls.app)
  const rootUrl = new URL(process.env['TEST_ROOT_URL']!)
  rootUrl.pathname = new URL(world.urls.owner).pathname
  unfenced = await rolledBack(rootUrl.toString())
}, 120_000)
afterAll(async () => {
  wallTwo.up = true
  await fenced?.close()
  await unfenced?.close()
  await world?.close()
})

test('T14 Full matrix: every door as every role answers as the rules say, about own things and those of others', async () => {
  const wrong: string[] = []
  let cells = 0
  for (const call of callsOf(cast)) {
    for (const asker of ASKERS) {
      for (const relation of relationsOf(call)) {
        cells++
        const got = await tryCell(cast, fenced, asker, call, relation)
        const want = expected(call, asker, relation)
        if (got !== want) wrong.push(`${call.name} as ${asker}, ${relation}: ${got} instead of ${want}`)
      }
    }
  }
  console.log(`T14: ${cells} cells`)
  expect(wrong).toEqual([])
  expect(cells).toBeGreaterThanOrEqual(FEWEST_CELLS)
}, 120_000)

test('T14 Full matrix: the rules stand alone, with row security off', async () => {
  expect(
    (await unfenced.query('SELECT rolbypassrls AS past FROM pg_roles WHERE rolname = current_user'))[0]!['past'],
  ).toBe(true)
  const wrong: string[] = []
  for (const call of callsOf(cast).filter(kindOf)) {
    for (const asker of ROLES) {
      for (const relation of ['sameOther', 'other'] as const) {
        const got = await tryCell(cast, unfenced, asker, call, relation)
        const want = expected(call, asker, relation)
        if (got !== want) wrong.push(`${call.name} as ${asker}, ${relation}: ${got} instead of ${want}`)
      }
    }
  }
  expect(wrong).toEqual([])
}, 120_000)

describe('T14 Full matrix: row security stands alone, with the rules off', () => {
  beforeEach(() => void (wallTwo.up = false))
  afterEach(() => void (wallTwo.up = true))

  test('T14 Full matrix: things of another partner are not found by anyone', async () => {
    const wrong: string[] = []
    for (const call of callsOf(cast).filter((one) => kindOf(one) === 'enterprise' || kindOf(one) === 'partner')) {
      for (const asker of ROLES) {
        const got = await tryCell(cast, fenced, asker, call, 'other')
        if (got !== 'NOT_FOUND') wrong.push(`${call.name} as ${asker}: ${got}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('T14 Full matrix: things of another enterprise are not found by people of an enterprise', async () => {
    const wrong: string[] = []
    for (const call of callsOf(cast).filter((one) => kindOf(one) === 'enterprise')) {
      for (const asker of ['manager', 'contributor'] as const) {
        const got = await tryCell(cast, fenced, asker, call, 'sameOther')
        if (got !== 'NOT_FOUND') wrong.push(`${call.name} as ${asker}: ${got}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('T14 Full matrix: even statements that ask for another partner by name get nothing of it', async () => {
    const wrong: string[] = []
    for (const call of callsOf(cast).filter(
      (one) => DOORS[one.coordinate] !== 'public' && DOORS[one.coordinate] !== 'signedIn',
    )) {
      for (const asker of ROLES) {
        await fenced.attempt(async () => {
          // The use case believes that it acts for the other partner; the unit of work is bound to the first one.
          const bound = contextOn(cast, fenced.app, asker)
          const forged = {
            ...cast.actors[asker],
            partnerId: cast.b.id,
            enterpriseId: cast.actors[asker].enterpriseId && cast.b.enterprises[0].id,
          }
          const context = {
            ...bound,
            services: bound.services,
            tenant: bound.tenant,
            actor: forged,
            maybeActor: forged,
            memo: new Map(),
          }
          const answer = await askCell(cast, fenced.app, asker, call, fillerOf(cast, call, asker, 'other'), {
            context: context as never,
            depth: 4,
          })
          const seen = canariesOf('B', textOfAnswer(answer))
          if (seen.length) wrong.push(`${call.name} as ${asker} shows ${seen}`)
          if (call.kind === 'mutation' && kindOf(call) && !answer.errors) wrong.push(`${call.name} as ${asker} is done`)
        })
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

/** What a deed reads back for its answer: who may do the deed but not read it gets NOT_FOUND, and nothing is saved. */
const READ_BACK: Action[] = ['enterprise:read', 'evaluation:readProgress', 'evaluation:read']

/** Actions that no door of the schema asks: routes do, and http.test.ts tries those. */
const ACTIONS_OF_ROUTES: Action[] = ['enterprise:export']

test('T15 Mutation test of the rules: every rule that is changed turns a cell of the matrix red', async () => {
  const calls = callsOf(cast)
  const rules = RULES as Record<Action, Partial<Record<Role, Reach>>>
  const survivors: string[] = []
  let changes = 0
  for (const action of (Object.keys(RULES) as Action[]).filter((one) => !ACTIONS_OF_ROUTES.includes(one))) {
    const asked = calls.filter(
      (call) => call.demands.includes(action) || [DOORS[call.coordinate]].flat().includes(action),
    )
    for (const role of ROLES) {
      const written = rules[action]
      const reach = written[role]
      for (const changed of reach === undefined || reach === 'all'
        ? [reach ? undefined : 'all']
        : [undefined, 'all' as const]) {
        changes++
        const change = { [action]: { ...written, [role]: changed } }
        const readBack = Object.fromEntries(READ_BACK.map((one) => [one, { ...rules[one], [role]: 'all' }]))
        if (await whileRulesAre(change, () => someCellIsRed(asked, role))) continue
        // Seen only by those who may read what was done: the change must still be what decides.
        const before = await whileRulesAre(readBack, () => cellsOf(asked, role))
        const after = await whileRulesAre({ ...readBack, ...change }, () => cellsOf(asked, role))
        if (before.join() === after.join())
          survivors.push(`${action} for ${role}: ${reach ?? 'no'} -> ${changed ?? 'no'}`)
      }
    }
  }
  console.log(`T15: ${changes} changed rules`)
  expect(survivors).toEqual([])
}, 120_000)

async function whileRulesAre<T>(change: Record<string, unknown>, work: () => Promise<T>): Promise<T> {
  const written = { ...RULES }
  try {
    Object.assign(RULES, change)
    return await work()
  } finally {
    Object.assign(RULES, written)
  }
}

async function cellsOf(calls: Call[], role: Role): Promise<string[]> {
  const cells: string[] = []
  for (const call of calls)
    for (const relation of relationsOf(call)) cells.push(await tryCell(cast, unfenced, role, call, relation))
  return cells
}

async function someCellIsRed(calls: Call[], role: Role): Promise<boolean> {
  for (const call of calls) {
    for (const relation of relationsOf(call)) {
      if ((await tryCell(cast, unfenced, role, call, relation)) !== expected(call, role, relation)) return true
    }
  }
  return false
}

test('T19 Parallel root fields: each field of an operation is decided as if it stood alone', async () => {
  const random = numbers(42)
  const queries = callsOf(cast).filter(({ kind, coordinate }) => kind === 'query' && DOORS[coordinate] !== 'public')
  const wrong: string[] = []
  for (let round = 0; round < 150; round++) {
    const asker = ASKERS[Math.floor(random() * ASKERS.length)]!
    const context = contextOn(cast, world.services.app, asker)
    const actor = context.maybeActor
    const picked = Array.from(
      { length: 2 + Math.floor(random() * 9) },
      () => queries[Math.floor(random() * queries.length)]!,
    )
    await Promise.all(
      picked.map(async (call) => {
        const relations = relationsOf(call)
        const relation = relations[Math.floor(random() * relations.length)]!
        await new Promise((resolve) => setTimeout(resolve, random() * 3))
        // One context for all, as graphql gives it to the fields of one operation.
        const answer = await askCell(cast, world.services.app, asker, call, fillerOf(cast, call, asker, relation), {
          context,
          depth: 1,
        })
        const want = expected(call, asker, relation)
        if (outcomeOf(answer) !== want)
          wrong.push(`${call.name} as ${asker}, ${relation}: ${outcomeOf(answer)} instead of ${want}`)
      }),
    )
    expect(context.maybeActor).toBe(actor)
  }
  expect(wrong).toEqual([])
}, 120_000)

test('T19 Parallel root fields: nothing can change who asks on the way', () => {
  const { actor } = contextOn(cast, world.services.app, 'contributor')
  expect(Object.isFrozen(actor)).toBe(true)
  for (const change of [{ role: 'partnerAdmin' }, { partnerId: cast.b.id }, { enterpriseId: null }]) {
    expect(() => Object.assign(actor, change)).toThrow(TypeError)
  }
})

/** Numbers between 0 and 1, the same ones every time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}
