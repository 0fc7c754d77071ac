import { ask, aWorld, codeOf, contextFor, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'
import { wallTwo } from '../access/actor.ts'
import { newId } from '../../platform/id.ts'
import { anEnterprise, anEvaluation, aSave, write } from './test-builders.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())
afterEach(() => void (wallTwo.up = true))

type Door = [
  name: string,
  source: string,
  variables: (id: string, more: { commentId: string; enterpriseId: string }) => object,
]

const QUERIES: Door[] = [
  [
    'evaluationStep',
    'query($id: ID!) { evaluationStep(evaluationId: $id, stepCode: "1.7") { answers { value } } }',
    (id) => ({ id }),
  ],
  [
    'answerHistory',
    'query($id: ID!) { answerHistory(evaluationId: $id, stepCode: "1.7", fieldKey: "question") { nodes { value } } }',
    (id) => ({ id }),
  ],
  [
    'stepComments',
    'query($id: ID!) { stepComments(evaluationId: $id, stepCode: "1.7") { nodes { body } } }',
    (id) => ({ id }),
  ],
  ['questionSheet', 'query($id: ID!) { questionSheet(evaluationId: $id) { question } }', (id) => ({ id })],
  ['gateCriteria', 'query($id: ID!) { gateCriteria(evaluationId: $id, gate: G1) { state } }', (id) => ({ id })],
  ['gateHistory', 'query($id: ID!) { gateHistory(evaluationId: $id) { sheet { question } } }', (id) => ({ id })],
  [
    'sharingPreview',
    'query($id: ID!) { sharingPreview(evaluationId: $id, sharing: platform) { content { question } } }',
    (id) => ({ id }),
  ],
]

const withInput = (name: string, type: string): string =>
  `mutation($input: ${type}!) { ${name}(input: $input) { problem } }`
const byId = (name: string): string => `mutation($id: ID!) { ${name}(evaluationId: $id) { problem } }`

const MUTATIONS: Door[] = [
  [
    'startEvaluation',
    withInput('startEvaluation', 'StartEvaluationInput'),
    (_id, { enterpriseId }) => ({ input: { enterpriseId, route: 'full' } }),
  ],
  [
    'startNextCycle',
    withInput('startNextCycle', 'StartNextCycleInput'),
    (evaluationId) => ({ input: { evaluationId } }),
  ],
  ['changeRoute', 'mutation($id: ID!) { changeRoute(evaluationId: $id, route: light) { problem } }', (id) => ({ id })],
  [
    'stopEvaluation',
    withInput('stopEvaluation', 'StopEvaluationInput'),
    (evaluationId) => ({ input: { evaluationId, reason: 'time' } }),
  ],
  ['pauseEvaluation', byId('pauseEvaluation'), (id) => ({ id })],
  ['resumeEvaluation', byId('resumeEvaluation'), (id) => ({ id })],
  [
    'finishStep',
    withInput('finishStep', 'StepInput'),
    (evaluationId) => ({ input: { evaluationId, stepCode: '1.0' } }),
  ],
  [
    'skipStep',
    withInput('skipStep', 'SkipStepInput'),
    (evaluationId) => ({ input: { evaluationId, stepCode: '1.0', reason: 'x' } }),
  ],
  [
    'reopenStep',
    withInput('reopenStep', 'StepInput'),
    (evaluationId) => ({ input: { evaluationId, stepCode: '1.0' } }),
  ],
  ['saveAnswer', withInput('saveAnswer', 'SaveAnswerInput'), (id) => ({ input: aSave(id, 'scope', 'x') })],
  [
    'addComment',
    withInput('addComment', 'AddCommentInput'),
    (evaluationId) => ({ input: { evaluationId, stepCode: '1.0', body: 'x' } }),
  ],
  [
    'resolveComment',
    'mutation($id: ID!) { resolveComment(commentId: $id) { id } }',
    (_id, { commentId }) => ({ id: commentId }),
  ],
  [
    'withdrawComment',
    'mutation($id: ID!) { withdrawComment(commentId: $id) { problem } }',
    (_id, { commentId }) => ({ id: commentId }),
  ],
  [
    'requestGate',
    withInput('requestGate', 'RequestGateInput'),
    (evaluationId) => ({ input: { evaluationId, gate: 'G1', outcome: 'rework' } }),
  ],
  [
    'withdrawGateRequest',
    withInput('withdrawGateRequest', 'GateInput'),
    (evaluationId) => ({ input: { evaluationId, gate: 'G1' } }),
  ],
  ['cosignGate', withInput('cosignGate', 'GateInput'), (evaluationId) => ({ input: { evaluationId, gate: 'G1' } })],
  [
    'returnGate',
    withInput('returnGate', 'ReturnGateInput'),
    (evaluationId) => ({ input: { evaluationId, gate: 'G1', reason: 'x' } }),
  ],
  [
    'chooseSharing',
    'mutation($id: ID!) { chooseSharing(evaluationId: $id, sharing: platform) { problem } }',
    (id) => ({ id }),
  ],
]

async function aScene() {
  const enterprise = await anEnterprise(world)
  const id = await anEvaluation(world, enterprise)
  await write(world, enterprise.manager, id, '1.7', { question: 'CANARY' })
  const add = 'mutation($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }'
  const { addComment } = await must(world, enterprise.coach, add, {
    input: { evaluationId: id, stepCode: '1.7', body: 'CANARY' },
  })
  const more = { commentId: addComment.comment.id as string, enterpriseId: enterprise.id }
  const other = await anEnterprise(world)
  const neighbour = await anEnterprise(world, { partner: enterprise.partner })
  return { enterprise, id, more, other, neighbour }
}

const rowsOf = async (enterpriseId: string): Promise<string> => {
  const tables = ['evaluation', 'step_state', 'step_event', 'answer', 'answer_revision', 'step_comment', 'gate_record']
  const hashes = tables.map(
    (table) =>
      `(SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM ${table} t WHERE enterprise_id = $1)`,
  )
  return JSON.stringify((await world.root.query(`SELECT ${hashes.join(' || ')} AS hash`, [enterpriseId])).rows)
}

describe('what belongs to another stays unknown', () => {
  it.each([...QUERIES, ...MUTATIONS])(
    '%s answers the people of others as if it did not exist',
    async (name, source, variables) => {
      const { enterprise, id, more, other, neighbour } = await aScene()
      const before = await rowsOf(enterprise.id)
      // The partner itself may start, stop and pause for its enterprises; it reads and writes none of the contents.
      const partnerMay = [
        'startEvaluation',
        'startNextCycle',
        'changeRoute',
        'stopEvaluation',
        'pauseEvaluation',
        'resumeEvaluation',
      ]
      const strangers: Actor[] = [
        other.manager,
        other.contributor,
        other.coach,
        other.partnerAdmin,
        neighbour.manager,
        neighbour.coach,
      ]
      if (!partnerMay.includes(name)) strangers.push(enterprise.partnerAdmin)
      const nowhere = { commentId: newId(), enterpriseId: newId() }
      for (const stranger of strangers) {
        const answer = await ask(world, stranger, source, variables(id, more) as Record<string, unknown>)
        const absent = await ask(world, stranger, source, variables(newId(), nowhere) as Record<string, unknown>)
        expect(codeOf(answer)).toBe('NOT_FOUND')
        expect(JSON.stringify(answer)).toBe(JSON.stringify(absent))
      }
      expect(await rowsOf(enterprise.id)).toBe(before)
    },
  )

  it.each(QUERIES)('%s shows its own people what is there', async (_name, source, variables) => {
    const { enterprise, id, more } = await aScene()
    for (const actor of [enterprise.manager, enterprise.contributor, enterprise.coach]) {
      expect((await ask(world, actor, source, variables(id, more) as Record<string, unknown>)).errors).toBeUndefined()
    }
  })

  it.each([...QUERIES, ...MUTATIONS])(
    '%s stays shut for other partners by the fences alone',
    async (_name, source, variables) => {
      const { enterprise, id, more, other, neighbour } = await aScene()
      const before = await rowsOf(enterprise.id)
      wallTwo.up = false
      for (const stranger of [other.manager, other.coach, neighbour.manager]) {
        const answer = await ask(world, stranger, source, variables(id, more) as Record<string, unknown>)
        expect(codeOf(answer)).toBe('NOT_FOUND')
      }
      expect(await rowsOf(enterprise.id)).toBe(before)
    },
  )

  it('knows a membership that ended no more, from the next request on', async () => {
    const { enterprise, id } = await aScene()
    const { manager } = enterprise
    await world.root.query('UPDATE membership SET ended_at = now() WHERE user_id = $1', [manager.userId])
    expect((await contextFor(world, manager)).maybeActor).toBeUndefined()
    const answer = await ask(world, manager, withInput('saveAnswer', 'SaveAnswerInput'), {
      input: aSave(id, 'scope', 'x'),
    })
    expect(codeOf(answer)).toBe('UNAUTHENTICATED')
  })

  it('lets the coach comment and sign, never write or decide', async () => {
    const { enterprise, id, more } = await aScene()
    const refused = [
      'finishStep',
      'skipStep',
      'reopenStep',
      'saveAnswer',
      'requestGate',
      'withdrawGateRequest',
      'chooseSharing',
    ]
    for (const [name, source, variables] of MUTATIONS.filter(([door]) => refused.includes(door))) {
      expect([
        name,
        codeOf(await ask(world, enterprise.coach, source, variables(id, more) as Record<string, unknown>)),
      ]).toEqual([name, 'NOT_FOUND'])
    }
    for (const [name, source, variables] of MUTATIONS.filter(([door]) => ['cosignGate', 'returnGate'].includes(door))) {
      expect([
        name,
        codeOf(await ask(world, enterprise.manager, source, variables(id, more) as Record<string, unknown>)),
      ]).toEqual([name, 'NOT_FOUND'])
    }
  })
})
