import { ROLES } from '../src/modules/access/rules.ts'
import type { Role } from '../src/modules/access/rules.ts'
import { newId } from '../src/platform/id.ts'
import { askCell, fillerOf, outcomeOf, textOfAnswer } from './asking.ts'
import { callsOf, expected, FREE_IDS, relationsOf } from './calls.ts'
import type { Call } from './calls.ts'
import { aCast, hashOf } from './casting.ts'
import type { Cast } from './casting.ts'
import { slotsOf, takesId } from './operations.ts'
import type { Slot } from './operations.ts'
import { canariesOf, canary } from './planted-rows.ts'
import { rolledBack } from './rolled-back.ts'
import type { RolledBack } from './rolled-back.ts'
import { aWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
let cast: Cast
let fenced: RolledBack

beforeAll(async () => {
  world = await aWorld()
  cast = await aCast(world)
  fenced = await rolledBack(world.urls.app)
}, 120_000)
afterAll(async () => {
  await fenced?.close()
  await world?.close()
})

/** Every place of every door that takes an identifier of a tenant's thing. */
const idSlots = (): [Call, Slot][] =>
  callsOf(cast).flatMap((call) =>
    slotsOf(call)
      .filter((slot) => takesId(slot) && !FREE_IDS.includes(slot.name) && call.idOf(slot)?.thing)
      .map((slot): [Call, Slot] => [call, slot]),
  )

/** Asks with another identifier in one place, all the rest being one's own, and undoes it. */
const askWith = (call: Call, role: Role, slot: Slot, id: unknown) =>
  fenced.attempt(() => askCell(cast, fenced.app, role, call, fillerOf(cast, call, role, 'own', { [slot.path]: id })))

const rolesLetIn = (call: Call): Role[] => ROLES.filter((role) => expected(call, role, 'own') === 'allowed')

test('T2 Read by foreign id: foreign, removed and invented identifiers get the same answer in every place that takes one', async () => {
  const wrong: string[] = []
  let asked = 0
  for (const [call, slot] of idSlots()) {
    const { other, gone } = cast.ids[call.idOf(slot)!.thing]!
    for (const role of ROLES) {
      const answers: string[] = []
      for (const id of [other, gone, newId()]) {
        const answer = textOfAnswer(await askWith(call, role, slot, id))
        if (canariesOf('B', answer).length)
          wrong.push(`${call.name} ${slot.path} as ${role} shows ${canariesOf('B', answer)}`)
        answers.push(answer.replaceAll(id, '<id>'))
      }
      asked += answers.length
      if (new Set(answers).size > 1)
        wrong.push(`${call.name} ${slot.path} as ${role}: ${answers.map((text) => text.slice(0, 200)).join(' | ')}`)
    }
  }
  console.log(`T2: ${asked} calls`)
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThanOrEqual(1000)
}, 120_000)

test('T7 Undefined / null / empty filter: what is no identifier finds nothing, and never the first row or all of them', async () => {
  const wrong: string[] = []
  for (const [call, slot] of idSlots()) {
    const role = rolesLetIn(call)[0]
    if (!role) continue
    for (const id of [
      '',
      'null',
      'undefined',
      '*',
      '%',
      `' OR true --`,
      '\u0000',
      'x'.repeat(5000),
      '00000000-0000-0000-0000-000000000000',
    ]) {
      const answer = await askWith(call, role, slot, slot.list ? [id] : id)
      const outcome = outcomeOf(answer)
      // A list narrowed by nobody is empty; an empty text where nothing is needed counts as none given.
      const narrowed = slot.path.startsWith('filter.') && !/CANARY/.test(textOfAnswer(answer))
      if (outcome === 'allowed' && (narrowed || (id === '' && !slot.required))) continue
      if (!/^(NOT_FOUND|BAD_)/.test(outcome))
        wrong.push(`${call.name} ${slot.path} = ${JSON.stringify(id).slice(0, 40)} as ${role}: ${outcome}`)
    }
    // An empty list of marks on the thing itself takes its marks away.
    if (!slot.list || call.idOf(slot)?.secondary) continue
    const nothing = await askWith(call, role, slot, [])
    // Nothing was asked for, so nothing is done; the answer may say so or be empty.
    if (fenced.saved() && /CANARY/.test(textOfAnswer(nothing)))
      wrong.push(`${call.name} ${slot.path} = [] as ${role} does something`)
  }
  expect(wrong).toEqual([])
}, 120_000)

describe('T3 Write by foreign id', () => {
  test('T3 Write by foreign id: no mutation with a foreign identifier changes anything, anywhere', async () => {
    const before = [await hashOf(cast, cast.a), await hashOf(cast, cast.b)]
    const wrong: string[] = []
    let asked = 0
    for (const [call, slot] of idSlots().filter(([{ kind }]) => kind === 'mutation')) {
      const { other, own } = cast.ids[call.idOf(slot)!.thing]!
      for (const role of ROLES) {
        // Nothing is undone here: what is not refused stays and shows in the fingerprints.
        for (const id of slot.list
          ? [other, [own, other], [other, own], [...Array.from({ length: 9 }, () => own), other]]
          : [other]) {
          asked++
          const answer = await askCell(
            cast,
            world.services.app,
            role,
            call,
            fillerOf(cast, call, role, 'own', { [slot.path]: id }),
          )
          if (outcomeOf(answer) !== 'NOT_FOUND')
            wrong.push(`${call.name} ${slot.path} as ${role}: ${outcomeOf(answer)}`)
        }
      }
    }
    console.log(`T3: ${asked} calls`)
    expect(wrong).toEqual([])
    expect([await hashOf(cast, cast.a), await hashOf(cast, cast.b)]).toEqual(before)
    const { rows } = await world.root.query('SELECT count(*)::int AS waiting FROM graphile_worker._private_jobs')
    expect(rows[0].waiting).toBe(0)
  }, 120_000)

  test('T3 Write by foreign id: a list with one enterprise that is not the coach’s to touch is refused whole', async () => {
    const before = await hashOf(cast, cast.a)
    const remind = callsOf(cast).find(({ coordinate }) => coordinate === 'Mutation.remindEnterprises')!
    const ids = cast.a.enterprises.map(({ id }) => id)
    for (const list of [ids, [...ids].reverse()]) {
      const answer = await askCell(
        cast,
        world.services.app,
        'coach',
        remind,
        fillerOf(cast, remind, 'coach', 'own', { enterpriseIds: list }),
      )
      expect(outcomeOf(answer)).toBe('NOT_FOUND')
    }
    expect(await hashOf(cast, cast.a)).toBe(before)
  })
})

describe('T4 Foreign reference in input', () => {
  test('T4 Foreign reference in input: a second identifier of another partner is refused, and nothing is saved', async () => {
    const secondary = idSlots().filter(([call, slot]) => call.kind === 'mutation' && call.idOf(slot)!.secondary)
    expect(secondary.map(([call, slot]) => `${call.name} ${slot.path}`)).toEqual(
      expect.arrayContaining(['Mutation.assignCoach coachMembershipId', 'Mutation.decideTransfer coachMembershipId']),
    )
    for (const [call, slot] of secondary) {
      const role = rolesLetIn(call)[0]!
      const answer = await askWith(call, role, slot, cast.ids[call.idOf(slot)!.thing]!.other)
      expect([call.name, slot.path, outcomeOf(answer), fenced.saved()]).toEqual([call.name, slot.path, 'NOT_FOUND', 0])
    }
  })
})

describe('T11 Deep traversal', () => {
  beforeAll(async () => {
    // One enterprise of the other partner shares its question with everybody, the other one with nobody.
    const question = await world.root.query(`SELECT data FROM method_version WHERE code = $1`, [
      cast.catalogue.given['method_code'],
    ])
    const step = question.rows[0].data.phases
      .flatMap((phase: any) => phase.steps)
      .find(({ tool }: any) => tool === 'question').code
    for (const { id, evaluationId, tag } of [...cast.a.enterprises, ...cast.b.enterprises]) {
      await world.root.query(`UPDATE evaluation SET sharing = $2 WHERE id = $1`, [
        evaluationId,
        tag === 'B1' ? 'crossBorder' : 'private',
      ])
      await world.root.query(
        `INSERT INTO answer (partner_id, enterprise_id, evaluation_id, step_code, field_key, value, revision, author_user_id, author_name)
         SELECT partner_id, $1, id, $3, 'question', $4, 1, $1, $5 FROM evaluation WHERE id = $2`,
        [id, evaluationId, step, JSON.stringify(canary(tag, 'question')), canary(tag, 'question.author')],
      )
      await world.root.query(
        `SELECT graphile_worker.add_job('refreshShared', json_build_object('partnerId', $1::text, 'enterpriseId', $2::text))`,
        [tag.startsWith('A') ? cast.a.id : cast.b.id, id],
      )
    }
    await world.runJobs()
  }, 30_000)

  /** Everything a role can reach: all queries with own things, everything down to four edges, in one text. */
  async function reachOf(role: Role): Promise<string> {
    const texts: string[] = []
    // An invitation shows itself to whoever holds its link.
    for (const call of callsOf(cast).filter(({ kind, field }) => kind === 'query' && field !== 'invitation')) {
      for (const relation of relationsOf(call)) {
        const answer = await askCell(cast, world.services.app, role, call, fillerOf(cast, call, role, relation), {
          depth: 4,
        })
        const outcome = outcomeOf(answer)
        if (outcome !== expected(call, role, relation))
          throw new Error(`${call.name} as ${role}, ${relation}: ${outcome}`)
        texts.push(textOfAnswer(answer))
      }
    }
    return texts.join('\n')
  }

  const STAFF = /-A-(inviter|[0-9a-f]{8})/
  // Who signed a gate, and who waits for an answer to a comment; not what they wrote.
  const SIGNED = /-A\d-(gate_record\.\w+_by_name|step_comment\.author_name)$/

  /** What a role may come across of whom: canaries by owner and place. Everything else is a leak. */
  // What a partner offers to its enterprises.
  const TEMPLATE = /-A-questionnaire_template\./
  const MAY_SEE: Record<Role, RegExp[]> = {
    // Progress by enterprise with its coach, and what is shared; the audit log and the staff of the partner they sit at.
    platformLead: [
      /-[AB]\d-enterprise\.name$/,
      /-[AB]\d-accompaniment\.coach_name$/,
      /-A\d-audit_entry\./,
      /-B1-question$/,
      STAFF,
    ],
    // Shared questions without names.
    researcher: [/-B1-question$/, STAFF],
    // Everything of the own partner but what enterprises write in their evaluations.
    partnerAdmin: [
      /-A\d?-(?!answer|step_comment|gate_record|question)/,
      TEMPLATE,
      SIGNED,
      /-B1-(question|enterprise\.name)$/,
    ],
    coach: [
      /-A1-(?!audit_entry|import)/,
      /-A2-(?!answer|step_comment|gate_record|question|support_session|audit_entry|import|invitation|reminder)/,
      TEMPLATE,
      SIGNED,
      STAFF,
      /-B1-(question|enterprise\.name)$/,
    ],
    manager: [/-A1-(?!audit_entry|import|support_session)/, TEMPLATE],
    contributor: [/-A1-(?!audit_entry|import|support_session)/, TEMPLATE],
  }

  test.each(ROLES)(
    'T11 Deep traversal: along every path of four edges a %s comes across nothing that is not theirs',
    async (role) => {
      const seen = canariesOf('[AB]', await reachOf(role))
      expect(seen.filter((one) => !MAY_SEE[role].some((allowed) => allowed.test(one)))).toEqual([])
      if (role !== 'researcher') expect(seen.length).toBeGreaterThan(1)
    },
    30_000,
  )

  test('T11 Deep traversal: the walk does reach what people write, when it is theirs', async () => {
    const places = canariesOf('A1', await reachOf('manager')).map((one) => one.replace('CANARY-A1-', ''))
    expect(places).toEqual(
      expect.arrayContaining([
        'answer.value',
        'step_comment.body',
        'gate_record.remarks',
        'enterprise.name',
        'question',
      ]),
    )
  }, 30_000)
})
