import { ask, aPartner, aWorld, anActor, codeOf, must, statementsOf, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { compileMethod } from '../method/compile-method.ts'
import { method2017 } from '../method/data/method-2017.ts'
import { method2018 } from '../method/data/method-2018.ts'
import { percentOf, progressOf } from './progress.ts'
import { anEnterprise, anEvaluation, write } from './test-builders.ts'

const methods = { '2017': compileMethod(method2017), '2018': compileMethod(method2018) }

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const EVALUATION = `
  id enterpriseId enterpriseName coachName methodCode route status stopReason stopNote startedOn plannedEndOn endedOn daysLeft phase
  currentStep progress { done total percent } nextStep whoActs stallReason sharing lastActivityAt nextCycleOffered can
  steps { code phase status skipReason changedByName changedAt answeredFields expectedFields openComments mergedSteps }
  gates { gate state record { outcome remarks exceptions { criterion reason } requestedByName requestedAt } }`
const READ = `query Read($id: ID!) { evaluation(id: $id) { ${EVALUATION} } }`
const MINE = `query Mine { myEvaluation { ${EVALUATION} } }`
const START = `mutation Start($input: StartEvaluationInput!) { startEvaluation(input: $input) { evaluation { ${EVALUATION} } problem warning } }`
const step = (name: string) =>
  `mutation Step($input: ${name === 'skipStep' ? 'SkipStepInput' : 'StepInput'}!) { ${name}(input: $input) { evaluation { ${EVALUATION} } problem } }`
const change = (name: string) =>
  `mutation Change($id: ID!) { ${name}(evaluationId: $id) { evaluation { ${EVALUATION} } problem } }`
const STOP = `mutation Stop($input: StopEvaluationInput!) { stopEvaluation(input: $input) { evaluation { ${EVALUATION} } problem } }`
const ROUTE = `mutation Route($id: ID!, $route: Route!) { changeRoute(evaluationId: $id, route: $route) { evaluation { ${EVALUATION} } problem } }`
const HISTORY = `query H($id: ID!, $step: String!) { evaluationStep(evaluationId: $id, stepCode: $step) {
  status skipReason history { kind authorName reason fields saves } } }`

describe('an evaluation starts', () => {
  it('with the method of 2018, for twelve months, and freezes the method', async () => {
    const enterprise = await anEnterprise(world)
    const input = { enterpriseId: enterprise.id, route: 'full', startedOn: '2018-01-31' }
    const { startEvaluation } = await must(world, enterprise.manager, START, { input })
    expect(startEvaluation.evaluation).toMatchObject({
      methodCode: '2018',
      route: 'full',
      status: 'active',
      startedOn: '2018-01-31',
      plannedEndOn: '2019-01-31',
      phase: 1,
      currentStep: '1.0',
      nextStep: '1.1',
      whoActs: ['coach'],
      sharing: 'private',
      coachName: enterprise.coach.name,
      progress: { done: 0, total: 28, percent: 0 },
    })
    expect(startEvaluation.warning).toBeNull()
    const { rows } = await world.root.query(`SELECT frozen_at FROM method_version WHERE code = '2018'`)
    expect(rows[0].frozen_at).not.toBeNull()
    const mine = await must(world, enterprise.contributor, MINE)
    expect(mine.myEvaluation.id).toBe(startEvaluation.evaluation.id)
    const stored = await world.root.query('SELECT recruitment FROM enterprise WHERE id = $1', [enterprise.id])
    expect(stored.rows[0].recruitment).toBe('started')
  })

  it.each([
    ['2018-01-01', '2018-05-31', 'shorterThanSixMonths'],
    ['2018-01-01', '2018-07-01', null],
    ['2018-01-01', '2019-07-01', null],
    ['2018-01-01', '2019-07-02', 'longerThanEighteenMonths'],
  ])('from %s to %s it warns of %s and starts all the same', async (startedOn, plannedEndOn, warning) => {
    const enterprise = await anEnterprise(world)
    const input = { enterpriseId: enterprise.id, route: 'light', startedOn, plannedEndOn }
    const { startEvaluation } = await must(world, enterprise.manager, START, { input })
    expect(startEvaluation).toMatchObject({
      problem: null,
      warning,
      evaluation: { plannedEndOn, progress: { total: 15 } },
    })
  })

  it('not with an end before its start, nor with a method nobody knows', async () => {
    const enterprise = await anEnterprise(world)
    const input = { enterpriseId: enterprise.id, route: 'full' }
    for (const wrong of [
      { startedOn: '2018-02-01', plannedEndOn: '2018-01-01' },
      { methodCode: '1999' },
      { startedOn: '1789-07-14' },
    ]) {
      expect(codeOf(await ask(world, enterprise.manager, START, { input: { ...input, ...wrong } }))).toBe('BAD_INPUT')
    }
  })

  it('once, however many people start it at the same moment', async () => {
    const enterprise = await anEnterprise(world)
    const input = { enterpriseId: enterprise.id, route: 'full' }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => must(world, enterprise.manager, START, { input })),
    )
    expect(answers.filter(({ startEvaluation }) => startEvaluation.evaluation)).toHaveLength(1)
    expect(answers.filter(({ startEvaluation }) => startEvaluation.problem === 'alreadyActive')).toHaveLength(7)
  })

  it('by the coach or the partner too, never by a contributor', async () => {
    for (const role of ['coach', 'partnerAdmin'] as const) {
      const enterprise = await anEnterprise(world)
      const { startEvaluation } = await must(world, enterprise[role], START, {
        input: { enterpriseId: enterprise.id, route: 'light' },
      })
      expect(startEvaluation.evaluation.status).toBe('active')
    }
    const enterprise = await anEnterprise(world)
    expect(
      codeOf(
        await ask(world, enterprise.contributor, START, { input: { enterpriseId: enterprise.id, route: 'light' } }),
      ),
    ).toBe('NOT_FOUND')
  })
})

describe('the steps of an evaluation', () => {
  it('are done, skipped with a reason, and taken up again, with their history', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    const input = { evaluationId: id, stepCode: '1.0' }
    const done = await must(world, enterprise.manager, step('finishStep'), { input })
    expect(done.finishStep.evaluation).toMatchObject({ currentStep: '1.1', progress: { done: 1, percent: 3 } })
    const skipped = await must(world, enterprise.contributor, step('skipStep'), {
      input: { ...input, stepCode: '1.2', reason: 'Le groupe existe.' },
    })
    expect(skipped.skipStep.evaluation.steps[2]).toMatchObject({
      code: '1.2',
      status: 'skipped',
      skipReason: 'Le groupe existe.',
      changedByName: enterprise.contributor.name,
    })
    const again = await must(world, enterprise.manager, step('reopenStep'), { input: { ...input, stepCode: '1.2' } })
    expect(again.reopenStep.evaluation).toMatchObject({ currentStep: '1.2', progress: { done: 1 } })
    const { evaluationStep } = await must(world, enterprise.coach, HISTORY, { id, step: '1.2' })
    expect(evaluationStep.history.map((line: { kind: string; reason: string }) => [line.kind, line.reason])).toEqual([
      ['reopened', null],
      ['skipped', 'Le groupe existe.'],
    ])
  })

  it('are not skipped without a reason, nor changed when they are not on the route or the evaluation rests', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise, { route: 'light' })
    const input = { evaluationId: id, stepCode: '1.1', reason: '   ' }
    expect(codeOf(await ask(world, enterprise.manager, step('skipStep'), { input }))).toBe('BAD_INPUT')
    const merged = await must(world, enterprise.manager, step('finishStep'), {
      input: { evaluationId: id, stepCode: '1.0' },
    })
    expect(merged.finishStep.problem).toBe('notOnRoute')
    await must(world, enterprise.manager, change('pauseEvaluation'), { id })
    const resting = await must(world, enterprise.manager, step('finishStep'), {
      input: { evaluationId: id, stepCode: '1.1' },
    })
    expect(resting.finishStep.problem).toBe('notActive')
  })

  it('finished twice are told once', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    const input = { evaluationId: id, stepCode: '1.0' }
    await Promise.all(Array.from({ length: 8 }, () => must(world, enterprise.manager, step('finishStep'), { input })))
    const { evaluationStep } = await must(world, enterprise.manager, HISTORY, { id, step: '1.0' })
    expect(evaluationStep.history).toHaveLength(1)
  })

  it('finished at the same moment all count', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    const codes = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7']
    await Promise.all(
      codes.map((stepCode) =>
        must(world, enterprise.manager, step('finishStep'), { input: { evaluationId: id, stepCode } }),
      ),
    )
    const { evaluation } = await must(world, enterprise.manager, READ, { id })
    expect(evaluation).toMatchObject({ currentStep: 'G1', whoActs: ['enterprise'], progress: { done: 8 } })
  })
})

describe('the route of an evaluation', () => {
  it('changes both ways and keeps every answer and status', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    await write(world, enterprise.manager, id, '1.2', { decisionRule: 'Au consensus.' })
    await write(world, enterprise.manager, id, '1.0', { motives: 'Comprendre.' })
    await must(world, enterprise.manager, step('finishStep'), { input: { evaluationId: id, stepCode: '1.2' } })
    const light = (await must(world, enterprise.manager, ROUTE, { id, route: 'light' })).changeRoute.evaluation
    expect(light).toMatchObject({ route: 'light', progress: { done: 0, total: 15 } })
    expect(light.steps[0]).toMatchObject({ code: '1.1', mergedSteps: ['1.0'], expectedFields: 7, answeredFields: 1 })
    const full = (await must(world, enterprise.coach, ROUTE, { id, route: 'full' })).changeRoute.evaluation
    expect(full).toMatchObject({ route: 'full', progress: { done: 1, total: 28 } })
    const { rows } = await world.root.query('SELECT count(*)::int AS n FROM answer WHERE evaluation_id = $1', [id])
    expect(rows[0].n).toBe(2)
  })

  it('takes merged steps along, so that nothing done seems undone on the full route', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise, { route: 'light' })
    await must(world, enterprise.manager, step('finishStep'), { input: { evaluationId: id, stepCode: '1.1' } })
    const { changeRoute } = await must(world, enterprise.manager, ROUTE, { id, route: 'full' })
    expect(changeRoute.evaluation.steps.slice(0, 2).map((one: { status: string }) => one.status)).toEqual([
      'done',
      'done',
    ])
  })
})

describe('progress', () => {
  it.each([
    ['2018', 'full'],
    ['2018', 'light'],
    ['2017', 'full'],
    ['2017', 'light'],
  ] as const)(
    'of the %s method by the %s route is the same in the row, the page and the formula at every step',
    async (methodCode, route) => {
      const enterprise = await anEnterprise(world)
      const id = await anEvaluation(world, enterprise, { methodCode, route })
      const statuses: Record<string, 'done' | 'skipped'> = {}
      const names = ['finishStep', 'skipStep'] as const
      for (const [index, { code }] of methods[methodCode].routes[route].entries()) {
        const name = names[index % 2]!
        statuses[code] = name === 'finishStep' ? 'done' : 'skipped'
        const input = { evaluationId: id, stepCode: code, ...(name === 'skipStep' ? { reason: 'Déjà fait.' } : {}) }
        const { evaluation } = (await must(world, enterprise.manager, step(name), { input }))[name]
        const formula = progressOf(methods[methodCode], route, statuses, [])
        const page = {
          done: evaluation.progress.done,
          total: evaluation.progress.total,
          phase: evaluation.phase,
          currentStep: evaluation.currentStep,
          nextStep: evaluation.nextStep,
        }
        expect(page).toEqual(formula)
        expect(evaluation.progress.percent).toBe(percentOf(formula.done, formula.total))
        const { rows } = await world.root.query(
          'SELECT steps_done, steps_total, phase, current_step FROM evaluation WHERE id = $1',
          [id],
        )
        expect(rows[0]).toEqual({
          steps_done: formula.done,
          steps_total: formula.total,
          phase: formula.phase,
          current_step: formula.currentStep,
        })
      }
    },
  )
})

describe('the status of an evaluation', () => {
  it('is paused, stopped with a reason, and taken up again, each told to the audit log', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    expect(
      (await must(world, enterprise.manager, change('pauseEvaluation'), { id })).pauseEvaluation.evaluation.status,
    ).toBe('paused')
    const stopped = await must(world, enterprise.manager, STOP, {
      input: { evaluationId: id, reason: 'staff', note: 'Départ de la responsable.' },
    })
    expect(stopped.stopEvaluation.evaluation).toMatchObject({
      status: 'stopped',
      stopReason: 'staff',
      stopNote: 'Départ de la responsable.',
      daysLeft: null,
      whoActs: [],
      stallReason: null,
    })
    expect(stopped.stopEvaluation.evaluation.endedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(
      (await must(world, enterprise.manager, STOP, { input: { evaluationId: id, reason: 'time' } })).stopEvaluation
        .problem,
    ).toBe('alreadyEnded')
    const again = await must(world, enterprise.coach, change('resumeEvaluation'), { id })
    expect(again.resumeEvaluation.evaluation).toMatchObject({
      status: 'active',
      stopReason: null,
      stopNote: null,
      endedOn: null,
    })
    const { rows } = await world.root.query(`SELECT action FROM audit_entry WHERE object_id = $1 ORDER BY at, id`, [id])
    expect(rows.map(({ action }) => action)).toEqual([
      'evaluation.started',
      'evaluation.paused',
      'evaluation.stopped',
      'evaluation.resumed',
    ])
  })

  it('stays stopped while another evaluation is at work', async () => {
    const enterprise = await anEnterprise(world)
    const first = await anEvaluation(world, enterprise)
    await must(world, enterprise.manager, STOP, { input: { evaluationId: first, reason: 'other' } })
    await anEvaluation(world, enterprise)
    const { resumeEvaluation } = await must(world, enterprise.manager, change('resumeEvaluation'), { id: first })
    expect(resumeEvaluation.problem).toBe('anotherIsActive')
  })

  it('is told to those who may see progress', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    await world.runJobs()
    await must(world, enterprise.manager, STOP, { input: { evaluationId: id, reason: 'funding' } })
    await world.runJobs()
    const { rows } = await world.root.query(
      'SELECT status, stop_reason FROM shared.cohort_progress WHERE enterprise_id = $1',
      [enterprise.id],
    )
    expect(rows).toEqual([{ status: 'stopped', stop_reason: 'funding' }])
  })
})

describe('who sees an evaluation', () => {
  it('the partner sees how far it is, and nothing of what is written', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    await must(world, enterprise.manager, step('skipStep'), {
      input: { evaluationId: id, stepCode: '1.0', reason: 'CANARY-reason' },
    })
    await must(world, enterprise.manager, STOP, { input: { evaluationId: id, reason: 'other', note: 'CANARY-note' } })
    const { evaluation } = await must(world, enterprise.partnerAdmin, READ, { id })
    expect(evaluation).toMatchObject({
      status: 'stopped',
      progress: { done: 1, total: 28 },
      can: expect.arrayContaining(['evaluation:readProgress']),
    })
    expect(JSON.stringify(evaluation)).not.toContain('CANARY')
    expect(evaluation.steps[0]).toMatchObject({
      status: 'skipped',
      skipReason: null,
      changedByName: null,
      openComments: null,
    })
    expect(evaluation.can).not.toContain('evaluation:read')
  })

  it('nobody else: other partners, and programme roles, find nothing', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    const [other, neighbour] = [await anEnterprise(world), await anEnterprise(world, { partner: enterprise.partner })]
    const strangers = [other.manager, other.coach, other.partnerAdmin, neighbour.manager, neighbour.contributor]
    strangers.push(
      await anActor(world, 'platformLead', { partner: await aPartner(world) }),
      await anActor(world, 'researcher'),
    )
    for (const stranger of strangers) expect(codeOf(await ask(world, stranger, READ, { id }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, enterprise.manager, READ, { id: 'nonsense' }))).toBe('NOT_FOUND')
    expect(codeOf(await ask(world, undefined, READ, { id }))).toBe('UNAUTHENTICATED')
  })

  it('is null for the own evaluation before the first one, and for those who act for no enterprise', async () => {
    const enterprise = await anEnterprise(world)
    expect((await must(world, enterprise.manager, MINE)).myEvaluation).toBeNull()
    expect((await must(world, enterprise.coach, MINE)).myEvaluation).toBeNull()
  })

  it('reads the page with steps and gates in one statement', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    await must(world, enterprise.manager, READ, { id })
    const { statements } = await statementsOf(() => must(world, enterprise.manager, READ, { id }))
    const own = statements.filter((sql) => !/^(BEGIN|COMMIT)|memberships_of/.test(sql))
    expect(own).toHaveLength(1)
    expect(statements.filter((sql) => /^(BEGIN|COMMIT)/.test(sql))).toHaveLength(2)
  })

  it('notes a stalled evaluation with its reason', async () => {
    const enterprise = await anEnterprise(world)
    const id = await anEvaluation(world, enterprise)
    await tenantOf(world, enterprise.manager).write((db) =>
      db.rows(`UPDATE evaluation SET step_changed_at = now() - interval '46 days' WHERE partner_id = $1 AND id = $2`, [
        enterprise.partner.id,
        id,
      ]),
    )
    const { evaluation } = await must(world, enterprise.partnerAdmin, READ, { id })
    expect(evaluation.stallReason).toBe('noQuestion')
  })
})
