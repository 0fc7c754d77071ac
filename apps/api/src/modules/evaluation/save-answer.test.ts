import { ask, aWorld, codeOf, must, statementsOf, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { anEnterprise, anEvaluation, aSave, write } from './test-builders.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const SAVE = `mutation Save($input: SaveAnswerInput!) { saveAnswer(input: $input) {
  answer { stepCode fieldKey value revision authorName savedAt } conflict { revision value authorName savedAt } problem } }`
const STEP = `query Step($id: ID!, $step: String!) { evaluationStep(evaluationId: $id, stepCode: $step) {
  stepCode status isOnRoute mergedSteps answers { stepCode fieldKey value revision authorName savedAt }
  history { kind authorName fields saves } } }`
const REVISIONS = `query R($id: ID!, $step: String!, $field: String!, $first: Int!, $after: String) {
  answerHistory(evaluationId: $id, stepCode: $step, fieldKey: $field, first: $first, after: $after) {
    nodes { revision value authorName } pageInfo { hasNextPage endCursor } } }`

const revisionsOf = async (id: string) =>
  (
    await world.root.query(
      'SELECT field_key, revision, value FROM answer_revision WHERE evaluation_id = $1 ORDER BY field_key, revision',
      [id],
    )
  ).rows

async function aStart(overrides: Parameters<typeof anEvaluation>[2] = {}) {
  const enterprise = await anEnterprise(world)
  return { ...enterprise, id: await anEvaluation(world, enterprise, overrides), enterpriseId: enterprise.id }
}

describe('an answer is saved', () => {
  it('with its author and revision, and sets its step to work', async () => {
    const { id, manager, contributor } = await aStart()
    const first = (await must(world, manager, SAVE, { input: aSave(id, 'question', 'Comment ?') })).saveAnswer
    expect(first).toMatchObject({
      answer: { value: 'Comment ?', revision: 1, authorName: manager.name },
      conflict: null,
      problem: null,
    })
    const input = aSave(id, 'question', 'Comment, et pour qui ?', { baseRevision: 1 })
    const second = (await must(world, contributor, SAVE, { input })).saveAnswer
    expect(second.answer).toMatchObject({ value: 'Comment, et pour qui ?', revision: 2, authorName: contributor.name })
    const { evaluationStep } = await must(world, manager, STEP, { id, step: '1.7' })
    expect(evaluationStep.status).toBe('doing')
    expect(evaluationStep.answers).toEqual([second.answer])
    const { rows } = await world.root.query('SELECT current_step FROM evaluation WHERE id = $1', [id])
    expect(rows).toEqual([{ current_step: '1.7' }])
  })

  it('once, when the same operation comes in again, also later and eight times at the same moment', async () => {
    const { id, manager } = await aStart()
    const input = aSave(id, 'question', 'Une fois.')
    const answers = await Promise.all(Array.from({ length: 8 }, () => must(world, manager, SAVE, { input })))
    expect(new Set(answers.map(({ saveAnswer }) => JSON.stringify(saveAnswer.answer))).size).toBe(1)
    await must(world, manager, SAVE, { input: aSave(id, 'question', 'Autre chose.', { baseRevision: 1 }) })
    const late = (await must(world, manager, SAVE, { input })).saveAnswer
    expect(late).toEqual(answers[0]!.saveAnswer)
    expect(await revisionsOf(id)).toHaveLength(2)
  })

  it('not under an operation that was used for another value', async () => {
    const { id, manager } = await aStart()
    const input = aSave(id, 'question', 'Une fois.')
    await must(world, manager, SAVE, { input })
    expect(codeOf(await ask(world, manager, SAVE, { input: { ...input, value: 'Deux fois.' } }))).toBe('BAD_INPUT')
    expect(codeOf(await ask(world, manager, SAVE, { input: { ...input, fieldKey: 'scope' } }))).toBe('BAD_INPUT')
  })

  it('under the same operation in two enterprises, without one learning of the other', async () => {
    const one = await aStart()
    const enterprise = await anEnterprise(world, { partner: one.partner })
    const other = await anEvaluation(world, enterprise)
    const operationId = newId()
    await must(world, one.manager, SAVE, { input: aSave(one.id, 'question', 'Chez nous', { operationId }) })
    const { saveAnswer } = await must(world, enterprise.manager, SAVE, {
      input: aSave(other, 'question', 'Chez vous', { operationId }),
    })
    expect(saveAnswer.answer).toMatchObject({ value: 'Chez vous', revision: 1 })
  })

  it('by one of eight who save the same revision; the others learn what stands, and nothing is lost', async () => {
    const { id, manager } = await aStart()
    let base = 0
    for (let round = 1; round <= 5; round++) {
      const inputs = Array.from({ length: 8 }, (_, index) =>
        aSave(id, 'question', `Tour ${round}, voix ${index}`, { baseRevision: base }),
      )
      const answers = await Promise.all(inputs.map((input) => must(world, manager, SAVE, { input })))
      const winners = answers.filter(({ saveAnswer }) => saveAnswer.answer)
      expect(winners).toHaveLength(1)
      const { value, revision } = winners[0]!.saveAnswer.answer
      expect(revision).toBe(base + 1)
      const conflicts = answers.map(({ saveAnswer }) => saveAnswer.conflict).filter(Boolean)
      expect(conflicts).toHaveLength(7)
      for (const conflict of conflicts) expect(conflict).toMatchObject({ value, revision, authorName: manager.name })
      base = revision
    }
    expect(await revisionsOf(id)).toHaveLength(5)
  })

  it('in different fields by eight people at once, the first answers of the step among them', async () => {
    const { id, manager } = await aStart()
    const fields = ['question', 'whyChosen', 'intendedUse', 'audience', 'scope', 'consulted', 'chosen']
    const answers = await Promise.all(
      fields.map((field) => must(world, manager, SAVE, { input: aSave(id, field, 'oui') })),
    )
    expect(answers.every(({ saveAnswer }) => saveAnswer.answer?.revision === 1)).toBe(true)
    const { rows } = await world.root.query('SELECT count(*)::int AS n FROM step_event WHERE evaluation_id = $1', [id])
    expect(rows[0].n).toBe(1)
  })

  it('overwrites nothing when someone else wrote in the meantime', async () => {
    const { id, manager, contributor } = await aStart()
    await must(world, manager, SAVE, { input: aSave(id, 'question', 'Celle de la responsable') })
    const { saveAnswer } = await must(world, contributor, SAVE, { input: aSave(id, 'question', 'Celle de l’équipe') })
    expect(saveAnswer).toMatchObject({
      answer: null,
      conflict: { revision: 1, value: 'Celle de la responsable', authorName: manager.name, savedAt: expect.anything() },
    })
    const resolved = aSave(id, 'question', 'Celle de l’équipe', { baseRevision: 1 })
    expect((await must(world, contributor, SAVE, { input: resolved })).saveAnswer.answer.revision).toBe(2)
    const ahead = aSave(id, 'scope', 'Sur une révision qui n’existe pas', { baseRevision: 4 })
    expect((await must(world, manager, SAVE, { input: ahead })).saveAnswer.conflict).toMatchObject({
      revision: 0,
      value: null,
      savedAt: null,
    })
  })

  it('is no conflict when both wrote the same', async () => {
    const { id, manager, contributor } = await aStart()
    await must(world, manager, SAVE, { input: aSave(id, 'purposes', ['improve', 'account']) })
    const { saveAnswer } = await must(world, contributor, SAVE, {
      input: aSave(id, 'purposes', ['improve', 'account']),
    })
    expect(saveAnswer).toMatchObject({ answer: { revision: 1, authorName: manager.name }, conflict: null })
    expect(await revisionsOf(id)).toHaveLength(1)
  })

  it('in one statement, once its step is at work', async () => {
    const { id, manager } = await aStart()
    await write(world, manager, id, '1.7', { question: 'Comment ?' })
    const input = aSave(id, 'question', 'Comment, et pour qui ?', { baseRevision: 1 })
    const { statements } = await statementsOf(() => must(world, manager, SAVE, { input }))
    expect(statements.filter((sql) => !sql.includes('memberships_of')).map((sql) => sql.trim().slice(0, 5))).toEqual([
      'BEGIN',
      'WITH ',
      'COMMI',
    ])
  })

  it('notes activity once a minute at most, to save writes', async () => {
    const { id, manager, partner } = await aStart()
    await write(world, manager, id, '1.7', { question: 'Comment ?' })
    const at = async () =>
      (
        await world.root.query('SELECT last_activity_at FROM evaluation WHERE id = $1', [id])
      ).rows[0].last_activity_at.getTime()
    const before = await at()
    await write(world, manager, id, '1.7', { scope: 'Ici.' })
    expect(await at()).toBe(before)
    await tenantOf(world, manager).write((db) =>
      db.rows(
        `UPDATE evaluation SET last_activity_at = now() - interval '61 seconds' WHERE partner_id = $1 AND id = $2`,
        [partner.id, id],
      ),
    )
    await write(world, manager, id, '1.7', { audience: 'Nous.' })
    expect(Date.now() - (await at())).toBeLessThan(30_000)
  })
})

describe('what is taken as an answer', () => {
  it.each([
    ['a step of the method', '9.9', 'question', 'x', 'stepCode'],
    ['a field of the step', '1.7', 'nobodyAsked', 'x', 'fieldKey'],
    ['a field, not an inherited name', '1.7', '__proto__', 'x', 'fieldKey'],
    ['a field of an item', '1.7', 'candidates/c1/nobodyAsked', 'x', 'fieldKey'],
    ['an item with a plain identifier', '1.7', "candidates/c'1/text", 'x', 'fieldKey'],
    ['a list when there is an item', '1.7', 'question/c1/text', 'x', 'fieldKey'],
    ['a text of a bearable length', '1.7', 'question', 'x'.repeat(20_001), 'value'],
    ['an option of the method', '1.7', 'questionType', 'money', 'value'],
    ['a number where a number belongs', '1.7', 'meansDays', '12', 'value'],
    ['as many candidates as the method allows', '1.7', 'candidates', ['a', 'b', 'c', 'd', 'e', 'f'], 'value'],
    ['a text the database can keep', '1.7', 'question', 'a\u0000b', 'value'],
  ])('is %s', async (_name, stepCode, fieldKey, value, field) => {
    const { id, manager } = await aStart()
    const answer = await ask(world, manager, SAVE, { input: aSave(id, fieldKey, value, { stepCode }) })
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', problems: [{ field }] })
    expect(await revisionsOf(id)).toEqual([])
  })

  it('is every kind of field, items of lists with them, and null to clear', async () => {
    const { id, manager } = await aStart()
    const values: [string, unknown][] = [
      ['candidates', ['c1', newId()]],
      ['candidates/c1/text', 'Une candidate ?'],
      ['candidates/c1/checks', ['oneQuestion', 'open']],
      ['meansDays', 12.5],
      ['questionType', 'effectOfPractice'],
      ['question', 'Emoji 😀, RTL \u202e, <script>'],
      ['scope', null],
    ]
    for (const [fieldKey, value] of values) {
      const { saveAnswer } = await must(world, manager, SAVE, { input: aSave(id, fieldKey, value) })
      expect(saveAnswer.answer.value).toEqual(value)
    }
    await write(world, manager, id, '1.0', { targetDate: '2019-06-30' })
  })

  it('depends on the method of the evaluation: the choice of methods stands in 1.8 in 2017, in 2.2 in 2018', async () => {
    const [old, recent] = [await aStart({ methodCode: '2017' }), await aStart()]
    const save = (of: typeof old, stepCode: string) =>
      ask(world, of.manager, SAVE, { input: aSave(of.id, 'methods', ['survey'], { stepCode }) })
    expect([codeOf(await save(old, '1.8')), codeOf(await save(recent, '2.2'))]).toEqual([undefined, undefined])
    expect([codeOf(await save(old, '2.2')), codeOf(await save(recent, '1.8'))]).toEqual(['BAD_INPUT', 'BAD_INPUT'])
  })

  it('goes to the screen that holds its step in the light route', async () => {
    const { id, manager } = await aStart({ route: 'light' })
    await write(world, manager, id, '1.0', { motives: 'Comprendre.' })
    const { evaluationStep } = await must(world, manager, STEP, { id, step: '1.1' })
    expect(evaluationStep).toMatchObject({
      status: 'doing',
      isOnRoute: true,
      mergedSteps: ['1.0'],
      answers: [{ stepCode: '1.0', fieldKey: 'motives' }],
    })
  })
})

describe('who may save', () => {
  it('is the enterprise: not its coach, its partner, another enterprise, another partner', async () => {
    const { id, coach, partnerAdmin, partner } = await aStart()
    const [other, neighbour] = [await anEnterprise(world), await anEnterprise(world, { partner })]
    for (const actor of [coach, partnerAdmin, other.manager, neighbour.manager, neighbour.contributor]) {
      expect(codeOf(await ask(world, actor, SAVE, { input: aSave(id, 'question', 'x') }))).toBe('NOT_FOUND')
      expect(codeOf(await ask(world, actor, SAVE, { input: aSave(id, 'nobodyAsked', 'x') }))).toBe('NOT_FOUND')
    }
    expect(codeOf(await ask(world, neighbour.manager, SAVE, { input: aSave(newId(), 'question', 'x') }))).toBe(
      'NOT_FOUND',
    )
    expect(await revisionsOf(id)).toEqual([])
  })

  it('may do so while it is paused, no longer once it has ended', async () => {
    const { id, manager } = await aStart()
    await must(world, manager, `mutation P($id: ID!) { pauseEvaluation(evaluationId: $id) { problem } }`, { id })
    await write(world, manager, id, '1.7', { question: 'Pendant la pause' })
    await must(
      world,
      manager,
      `mutation S($id: ID!) { stopEvaluation(input: { evaluationId: $id, reason: time }) { problem } }`,
      { id },
    )
    const { saveAnswer } = await must(world, manager, SAVE, { input: aSave(id, 'scope', 'Trop tard') })
    expect(saveAnswer).toEqual({ answer: null, conflict: null, problem: 'evaluationEnded' })
    expect(await revisionsOf(id)).toHaveLength(1)
  })
})

describe('the history of answers', () => {
  it('is told per person and day, and page by page for one field', async () => {
    const { id, manager, contributor } = await aStart()
    for (let revision = 0; revision < 5; revision++) {
      const actor = revision % 2 ? contributor : manager
      await must(world, actor, SAVE, {
        input: aSave(id, 'question', `Version ${revision + 1}`, { baseRevision: revision }),
      })
    }
    await write(world, contributor, id, '1.7', { 'candidates/c1/text': 'x' })
    const { evaluationStep } = await must(world, manager, STEP, { id, step: '1.7' })
    const wrote = evaluationStep.history.filter((line: { kind: string }) => line.kind === 'wrote')
    expect(wrote).toEqual([
      { kind: 'wrote', authorName: contributor.name, fields: ['candidates', 'question'], saves: 3 },
      { kind: 'wrote', authorName: manager.name, fields: ['question'], saves: 3 },
    ])
    const page = async (after?: string) =>
      (await must(world, manager, REVISIONS, { id, step: '1.7', field: 'question', first: 2, after })).answerHistory
    const seen: number[] = []
    for (let at = await page(); ; at = await page(at.pageInfo.endCursor)) {
      seen.push(...at.nodes.map(({ revision }: { revision: number }) => revision))
      if (!at.pageInfo.hasNextPage) break
    }
    expect(seen).toEqual([5, 4, 3, 2, 1])
  })
})
