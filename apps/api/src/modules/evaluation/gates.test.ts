import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ask, aWorld, codeOf, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'
import { anEnterprise, anEvaluation, aSave, WHOLE_SHEET, write } from './test-builders.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const EVALUATION = `evaluation { status stopReason phase currentStep whoActs progress { done total } nextCycleOffered
  steps { code status } gates { gate state record { outcome remarks exceptions { criterion reason } withdrawn returnReason
  requestedByName cosignedByName returnedByName } } }`
const REQUEST = `mutation R($input: RequestGateInput!) { requestGate(input: $input) { problem unexplained ${EVALUATION} } }`
const WITHDRAW = `mutation W($input: GateInput!) { withdrawGateRequest(input: $input) { problem ${EVALUATION} } }`
const COSIGN = `mutation C($input: GateInput!) { cosignGate(input: $input) { problem ${EVALUATION} } }`
const RETURN = `mutation B($input: ReturnGateInput!) { returnGate(input: $input) { problem ${EVALUATION} } }`
const CRITERIA = `query Q($id: ID!, $gate: Gate!) { gateCriteria(evaluationId: $id, gate: $gate) {
  state openSteps changedSinceRequest criteria { criterion holds missing { stepCode fieldKey screenCode } } } }`
const HISTORY = `query H($id: ID!) { gateHistory(evaluationId: $id) { record { gate outcome cosignedByName } sheet { question candidates { id text } } } }`
const FINISH = `mutation F($input: StepInput!) { finishStep(input: $input) { problem ${EVALUATION} } }`
const RESUME = `mutation U($id: ID!) { resumeEvaluation(evaluationId: $id) { problem ${EVALUATION} } }`
const NEXT = `mutation N($input: StartNextCycleInput!) { startNextCycle(input: $input) { problem evaluation { id methodCode route steps { code status answeredFields } } } }`

async function aStart(overrides: Parameters<typeof anEvaluation>[2] = {}) {
  const enterprise = await anEnterprise(world)
  const id = await anEvaluation(world, enterprise, overrides)
  return { ...enterprise, enterpriseId: enterprise.id, id }
}
type Start = Awaited<ReturnType<typeof aStart>>

const request = async (by: Actor, id: string, gate: string, outcome: string, more: object = {}) =>
  (await must(world, by, REQUEST, { input: { evaluationId: id, gate, outcome, ...more } })).requestGate
const cosign = async (by: Actor, id: string, gate: string) =>
  (await must(world, by, COSIGN, { input: { evaluationId: id, gate } })).cosignGate

const G2_EXCEPTIONS = ['consentRecorded', 'gapsWritten'].map((criterion) => ({ criterion, reason: 'Noté ailleurs.' }))

/** Brings an evaluation past gates, each asked by the manager and signed by the coach. */
async function pass({ id, manager, coach }: Start, gates: ('G1' | 'G2')[]) {
  await write(world, manager, id, '1.7', WHOLE_SHEET)
  for (const gate of gates) {
    expect(
      (await request(manager, id, gate, 'pass', { exceptions: gate === 'G2' ? G2_EXCEPTIONS : [] })).problem,
    ).toBeNull()
    expect((await cosign(coach, id, gate)).problem).toBeNull()
  }
}

describe('what holds at a gate', () => {
  it('is said criterion by criterion, with the fields that are missing', async () => {
    const { id, manager } = await aStart()
    await write(world, manager, id, '1.7', {
      question: 'Comment ?',
      purposes: ['improve'],
      consulted: 'Deux clientes.',
    })
    const { gateCriteria } = await must(world, manager, CRITERIA, { id, gate: 'G1' })
    expect(gateCriteria).toMatchObject({ state: 'notYet', openSteps: 8 })
    const by = Object.fromEntries(gateCriteria.criteria.map((one: { criterion: string }) => [one.criterion, one]))
    expect(by.stakeholderConsulted).toMatchObject({ holds: true, missing: [] })
    expect(by.meansStated).toMatchObject({
      holds: false,
      missing: [{ stepCode: '1.7', fieldKey: 'meansDays', screenCode: '1.7' }],
    })
    expect(by.purposeAndAudienceNamed.missing).toEqual([{ stepCode: '1.7', fieldKey: 'audience', screenCode: '1.7' }])
    expect(by.questionComplete.missing.map((field: { fieldKey: string }) => field.fieldKey)).toEqual([
      'candidates',
      'chosen',
      'whyChosen',
      'intendedUse',
      'scope',
    ])
  })

  it('is left to people where the software knows no rule, and links to the screen of the route', async () => {
    const { id, manager } = await aStart({ route: 'light' })
    const { gateCriteria } = await must(world, manager, CRITERIA, { id, gate: 'G2' })
    expect(
      gateCriteria.criteria.map((one: { criterion: string; holds: boolean | null }) => [one.criterion, one.holds]),
    ).toEqual([
      ['dataPerSubQuestion', null],
      ['numbersPerGroup', null],
      ['consentRecorded', false],
      ['gapsWritten', false],
    ])
    expect(gateCriteria.criteria[3].missing).toEqual([{ stepCode: '2.8', fieldKey: 'gaps', screenCode: '2.7' }])
    await write(world, manager, id, '2.7', { consent: 'partlyRecorded' })
    const partly = (await must(world, manager, CRITERIA, { id, gate: 'G2' })).gateCriteria.criteria[2]
    expect(partly.holds).toBe(false)
  })
})

describe('a gate', () => {
  it('is asked by the manager, signed by the coach, and the next phase opens', async () => {
    const start = await aStart()
    const { id, manager, coach } = start
    await write(world, manager, id, '1.7', WHOLE_SHEET)
    const asked = await request(manager, id, 'G1', 'passWithRemarks', { remarks: 'Revoir le périmètre en mars.' })
    expect(asked.evaluation.gates[0]).toMatchObject({
      state: 'open',
      record: { outcome: 'passWithRemarks', requestedByName: manager.name },
    })
    expect(asked.evaluation).toMatchObject({ phase: 1, progress: { done: 0 } })
    const signed = await cosign(coach, id, 'G1')
    expect(signed.evaluation).toMatchObject({ phase: 2, currentStep: '2.1', progress: { done: 1, total: 28 } })
    expect(signed.evaluation.gates[0]).toMatchObject({ state: 'agreed', record: { cosignedByName: coach.name } })
    const { rows } = await world.root.query(
      `SELECT action FROM audit_entry WHERE enterprise_id = $1 AND action LIKE 'gate.%' ORDER BY at`,
      [start.enterpriseId],
    )
    expect(rows.map(({ action }) => action)).toEqual(['gate.requested', 'gate.cosigned'])
  })

  it('needs a recorded exception for each criterion that does not hold', async () => {
    const { id, manager } = await aStart()
    await write(world, manager, id, '1.7', { ...WHOLE_SHEET, meansDays: 0, consulted: '  ' })
    const refused = await request(manager, id, 'G1', 'pass', {
      exceptions: [{ criterion: 'meansStated', reason: 'Budget en mai.' }],
    })
    expect(refused).toMatchObject({
      problem: 'exceptionNeeded',
      unexplained: ['stakeholderConsulted'],
      evaluation: null,
    })
    const exceptions = ['meansStated', 'stakeholderConsulted'].map((criterion) => ({
      criterion,
      reason: 'Budget en mai.',
    }))
    expect((await request(manager, id, 'G1', 'pass', { exceptions })).evaluation.gates[0].record.exceptions).toEqual(
      exceptions,
    )
    // Who reads the log need not be among those who read the evaluation: it names the criteria, not the reasons.
    const { rows } = await world.root.query(
      `SELECT new FROM audit_entry WHERE enterprise_id = $1 AND action = 'gate.requested'`,
      [manager.enterpriseId],
    )
    expect(rows[0].new.exceptions).toEqual(['meansStated', 'stakeholderConsulted'])
    expect(JSON.stringify(rows)).not.toContain('mai')
  })

  it.each([
    ['an outcome nobody offers', { outcome: 'perfect' }],
    ['an outcome of another gate', { outcome: 'close' }],
    [
      'an exception to a criterion nobody knows',
      { outcome: 'rework', exceptions: [{ criterion: 'money', reason: 'x' }] },
    ],
    ['an exception without words', { outcome: 'rework', exceptions: [{ criterion: 'meansStated', reason: '  ' }] }],
    ['a stop without its reason', { outcome: 'stop' }],
  ])('does not take %s', async (_name, wrong) => {
    const { id, manager } = await aStart()
    expect(codeOf(await ask(world, manager, REQUEST, { input: { evaluationId: id, gate: 'G1', ...wrong } }))).toBe(
      'BAD_INPUT',
    )
  })

  it('waits for the gate before it, and is not asked twice', async () => {
    const start = await aStart()
    const { id, manager } = start
    expect((await request(manager, id, 'G2', 'extend')).problem).toBe('previousGateOpen')
    await pass(start, ['G1'])
    expect((await request(manager, id, 'G1', 'rework')).problem).toBe('alreadyAgreed')
    const answers = await Promise.all(Array.from({ length: 8 }, () => request(manager, id, 'G2', 'extend')))
    expect(answers.filter(({ problem }) => problem === null)).toHaveLength(1)
    expect(answers.filter(({ problem }) => problem === 'alreadyRequested')).toHaveLength(7)
  })

  it('is signed once, however often the coach presses', async () => {
    const { id, manager, coach } = await aStart()
    await request(manager, id, 'G1', 'rework')
    const answers = await Promise.all(Array.from({ length: 8 }, () => cosign(coach, id, 'G1')))
    expect(answers.filter(({ problem }) => problem === null)).toHaveLength(1)
  })

  it('comes back with the reason of the coach, and can be asked again', async () => {
    const { id, manager, coach } = await aStart()
    await request(manager, id, 'G1', 'rework')
    const back = (
      await must(world, coach, RETURN, { input: { evaluationId: id, gate: 'G1', reason: 'Relisons ensemble.' } })
    ).returnGate
    expect(back.evaluation.gates[0]).toMatchObject({
      state: 'returned',
      record: { returnReason: 'Relisons ensemble.', returnedByName: coach.name },
    })
    expect((await request(manager, id, 'G1', 'rework')).evaluation.gates[0].state).toBe('open')
    expect((await cosign(coach, id, 'G2')).problem).toBe('notRequested')
  })

  it('is taken back by the enterprise before it is signed', async () => {
    const { id, manager, coach } = await aStart()
    await request(manager, id, 'G1', 'rework')
    const input = { evaluationId: id, gate: 'G1' }
    const { withdrawGateRequest } = await must(world, manager, WITHDRAW, { input })
    expect(withdrawGateRequest.evaluation.gates[0]).toMatchObject({ state: 'notYet', record: { withdrawn: true } })
    expect((await cosign(coach, id, 'G1')).problem).toBe('notRequested')
    expect((await must(world, manager, WITHDRAW, { input })).withdrawGateRequest.problem).toBe('notRequested')
  })

  it('shows the coach when the question changed after it was asked', async () => {
    const { id, manager, coach } = await aStart()
    await write(world, manager, id, '1.7', WHOLE_SHEET)
    await request(manager, id, 'G1', 'pass')
    expect((await must(world, coach, CRITERIA, { id, gate: 'G1' })).gateCriteria).toMatchObject({
      state: 'open',
      changedSinceRequest: false,
    })
    const save = `mutation S($input: SaveAnswerInput!) { saveAnswer(input: $input) { problem } }`
    await must(world, manager, save, { input: aSave(id, 'question', 'Une autre ?', { baseRevision: 1 }) })
    expect((await must(world, coach, CRITERIA, { id, gate: 'G1' })).gateCriteria.changedSinceRequest).toBe(true)
  })
})

describe('the outcome of a gate', () => {
  it('rework takes the question up again', async () => {
    const { id, manager, coach } = await aStart()
    await must(world, manager, FINISH, { input: { evaluationId: id, stepCode: '1.7' } })
    await request(manager, id, 'G1', 'rework')
    const { evaluation } = await cosign(coach, id, 'G1')
    expect(evaluation).toMatchObject({ phase: 1, currentStep: '1.7', progress: { done: 0 } })
    expect(evaluation.gates[0].state).toBe('notYet')
  })

  it('stop ends the evaluation with its reason, and what was written stays', async () => {
    const start = await aStart()
    const { id, manager, coach } = start
    await write(world, manager, id, '1.7', WHOLE_SHEET)
    await request(manager, id, 'G1', 'stop', { stopReason: 'staff' })
    expect((await cosign(coach, id, 'G1')).evaluation).toMatchObject({ status: 'stopped', stopReason: 'staff' })
    const { rows } = await world.root.query('SELECT count(*)::int AS n FROM answer WHERE evaluation_id = $1', [id])
    expect(rows[0].n).toBe(Object.keys(WHOLE_SHEET).length)
  })

  it('extend opens the collection again', async () => {
    const start = await aStart({ route: 'light' })
    await pass(start, ['G1'])
    await must(world, start.manager, FINISH, { input: { evaluationId: start.id, stepCode: '2.7' } })
    await request(start.manager, start.id, 'G2', 'extend')
    expect((await cosign(start.coach, start.id, 'G2')).evaluation).toMatchObject({ phase: 2, currentStep: '2.7' })
  })

  it('narrowQuestion goes back to the question, keeps everything, and keeps its versions', async () => {
    const start = await aStart()
    const { id, manager, coach } = start
    await pass(start, ['G1'])
    await must(world, manager, FINISH, { input: { evaluationId: id, stepCode: '2.1' } })
    await request(manager, id, 'G2', 'narrowQuestion')
    const { evaluation } = await cosign(coach, id, 'G2')
    expect(evaluation).toMatchObject({ phase: 1, progress: { done: 1 } })
    expect(evaluation.steps.find((step: { code: string }) => step.code === '2.1').status).toBe('done')
    expect(evaluation.steps.find((step: { code: string }) => step.code === '1.7').status).toBe('doing')
    const save = `mutation S($input: SaveAnswerInput!) { saveAnswer(input: $input) { problem answer { revision } } }`
    await must(world, manager, save, { input: aSave(id, 'question', 'Plus étroite ?', { baseRevision: 1 }) })
    await request(manager, id, 'G1', 'pass')
    expect((await cosign(coach, id, 'G1')).evaluation.phase).toBe(2)
    const { gateHistory } = await must(world, manager, HISTORY, { id })
    expect(
      gateHistory.map((entry: { record: { gate: string; outcome: string }; sheet: { question: string } }) => [
        entry.record.gate,
        entry.record.outcome,
        entry.sheet.question,
      ]),
    ).toEqual([
      ['G1', 'pass', 'Plus étroite ?'],
      ['G2', 'narrowQuestion', WHOLE_SHEET['question']],
      ['G1', 'pass', WHOLE_SHEET['question']],
    ])
    expect(gateHistory[0].sheet.candidates).toHaveLength(2)
  })

  it('close completes the evaluation, for good', async () => {
    const start = await aStart()
    await pass(start, ['G1', 'G2'])
    await request(start.manager, start.id, 'G3', 'close')
    const { evaluation } = await cosign(start.coach, start.id, 'G3')
    expect(evaluation).toMatchObject({
      status: 'completed',
      currentStep: 'G3',
      whoActs: [],
      nextCycleOffered: false,
      progress: { done: 3 },
    })
    expect((await must(world, start.manager, RESUME, { id: start.id })).resumeEvaluation.problem).toBe('alreadyEnded')
  })

  it('reopenLater completes it, and lets it be taken up again', async () => {
    const start = await aStart()
    await pass(start, ['G1', 'G2'])
    await request(start.manager, start.id, 'G3', 'reopenLater', { remarks: 'La restitution reste à faire, en mai.' })
    expect((await cosign(start.coach, start.id, 'G3')).evaluation.status).toBe('completed')
    const { resumeEvaluation } = await must(world, start.manager, RESUME, { id: start.id })
    expect(resumeEvaluation.evaluation).toMatchObject({ status: 'active', phase: 3 })
    expect((await request(start.manager, start.id, 'G3', 'close')).problem).toBeNull()
  })

  it('newCycle completes it and offers the next one, with the portrait taken along', async () => {
    const start = await aStart({ methodCode: '2017', route: 'light' })
    await write(world, start.manager, start.id, '1.3', {
      mission: 'Réparer.',
      practices: ['p1'],
      'practices/p1/practice': 'Binôme',
    })
    await pass(start, ['G1', 'G2'])
    await request(start.manager, start.id, 'G3', 'newCycle')
    expect((await cosign(start.coach, start.id, 'G3')).evaluation.nextCycleOffered).toBe(true)
    const { startNextCycle } = await must(world, start.manager, NEXT, { input: { evaluationId: start.id } })
    expect(startNextCycle.evaluation).toMatchObject({ methodCode: '2018', route: 'light' })
    const portrait = startNextCycle.evaluation.steps.find((step: { code: string }) => step.code === '1.3')
    expect(portrait).toMatchObject({ status: 'doing' })
    const { rows } = await world.root.query(
      'SELECT field_key, revision FROM answer WHERE evaluation_id = $1 ORDER BY 1',
      [startNextCycle.evaluation.id],
    )
    expect(rows).toEqual([
      { field_key: 'mission', revision: 1 },
      { field_key: 'practices', revision: 1 },
      { field_key: 'practices/p1/practice', revision: 1 },
    ])
    const before = `query B($id: ID!) { evaluation(id: $id) { nextCycleOffered } }`
    expect((await must(world, start.manager, before, { id: start.id })).evaluation.nextCycleOffered).toBe(false)
    expect(
      (await must(world, start.manager, NEXT, { input: { evaluationId: startNextCycle.evaluation.id } })).startNextCycle
        .problem,
    ).toBe('notEnded')
  })
})

describe('the mails of a gate', () => {
  it('go to the coach when it is asked and to the manager when it is signed', async () => {
    const { id, manager, coach } = await aStart()
    await request(manager, id, 'G1', 'rework', { remarks: 'Merci de relire.' })
    await cosign(coach, id, 'G1')
    await world.runJobs()
    const mails = readdirSync(world.outboxDir).map((file) => readFileSync(path.join(world.outboxDir, file), 'utf8'))
    const to = (email: string) => mails.filter((mail) => mail.includes(email))
    expect(to(coach.email)).toHaveLength(1)
    expect(to(coach.email)[0]).toContain('/admin/')
    expect(to(coach.email)[0]).toContain('Merci de relire.')
    expect(to(manager.email)).toHaveLength(1)
    expect(to(manager.email)[0]).toContain('/gates/G1')
  })

  it('are not missed when nobody accompanies the enterprise', async () => {
    const enterprise = await anEnterprise(world, { withoutCoach: true })
    const id = await anEvaluation(world, enterprise)
    expect((await request(enterprise.manager, id, 'G1', 'rework')).problem).toBeNull()
    await world.runJobs()
    const { rows } = await world.root.query(
      'SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE last_error IS NOT NULL',
    )
    expect(rows[0].n).toBe(0)
  })
})
