import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ask, aWorld, codeOf, must, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { compileMethod } from '../method/compile-method.ts'
import { method2017 } from '../method/data/method-2017.ts'
import { method2018 } from '../method/data/method-2018.ts'
import { sharedQuestionFrom } from './shared-content.ts'
import { anEnterprise, anEvaluation, WHOLE_SHEET, write } from './test-builders.ts'

let world: World
beforeAll(async () => void (world = await aWorld()))
afterAll(() => world.close())

const COMMENT = `id stepCode body authorName authorRole isMine canWithdraw resolvedAt resolvedByName`
const ADD = `mutation A($input: AddCommentInput!) { addComment(input: $input) { comment { ${COMMENT} } problem } }`
const RESOLVE = `mutation R($id: ID!, $resolved: Boolean!) { resolveComment(commentId: $id, resolved: $resolved) { ${COMMENT} } }`
const WITHDRAW = `mutation W($id: ID!) { withdrawComment(commentId: $id) { comment { body } problem } }`
const COMMENTS = `query C($id: ID!, $step: String!, $first: Int!, $after: String) {
  stepComments(evaluationId: $id, stepCode: $step, first: $first, after: $after) { nodes { ${COMMENT} } pageInfo { hasNextPage endCursor } } }`
const STEP = `query S($id: ID!, $step: String!) { evaluationStep(evaluationId: $id, stepCode: $step) { comments { ${COMMENT} } } }`
const OPEN = `query O($id: ID!) { evaluation(id: $id) { steps { code openComments } } }`
const SHEET = `query Q($id: ID!) { questionSheet(evaluationId: $id) { evaluationId stepCode candidates { id text checks whyNot } chosen question
  whyChosen questionType purposes intendedUse audience scope meansDays domains subQuestions { id text } consulted missing signedVersions } }`
const PREVIEW = `query P($id: ID!, $sharing: Sharing!) { sharingPreview(evaluationId: $id, sharing: $sharing) {
  sharing enterpriseName content { question questionType purposes domains methods phase methodCode } } }`
const SHARE = `mutation H($id: ID!, $sharing: Sharing!) { chooseSharing(evaluationId: $id, sharing: $sharing) { evaluation { sharing } } }`

async function aStart(overrides: Parameters<typeof anEvaluation>[2] = {}) {
  const enterprise = await anEnterprise(world)
  return { ...enterprise, enterpriseId: enterprise.id, id: await anEvaluation(world, enterprise, overrides) }
}

describe('comments on a step', () => {
  it('show who wrote them and in which role, are resolved and opened again', async () => {
    const { id, coach, manager } = await aStart()
    const { addComment } = await must(world, coach, ADD, {
      input: { evaluationId: id, stepCode: '1.3', body: ' Quelles pratiques ? ' },
    })
    expect(addComment.comment).toMatchObject({
      body: 'Quelles pratiques ?',
      authorName: coach.name,
      authorRole: 'coach',
      isMine: true,
      canWithdraw: true,
    })
    const open = async () =>
      (await must(world, manager, OPEN, { id })).evaluation.steps.find((step: { code: string }) => step.code === '1.3')
        .openComments
    expect(await open()).toBe(1)
    const resolved = await must(world, manager, RESOLVE, { id: addComment.comment.id, resolved: true })
    expect(resolved.resolveComment).toMatchObject({ resolvedByName: manager.name, isMine: false, canWithdraw: false })
    expect(await open()).toBe(0)
    expect(
      (await must(world, coach, RESOLVE, { id: addComment.comment.id, resolved: false })).resolveComment.resolvedAt,
    ).toBeNull()
    const { evaluationStep } = await must(world, manager, STEP, { id, step: '1.3' })
    expect(evaluationStep.comments).toMatchObject([{ id: addComment.comment.id, authorRole: 'coach' }])
  })

  it('are taken back by their author within a day, by nobody else and no later', async () => {
    const { id, coach, manager, partner } = await aStart()
    const add = async () =>
      (await must(world, coach, ADD, { input: { evaluationId: id, stepCode: '1.3', body: 'Oups' } })).addComment.comment
        .id
    const [first, second] = [await add(), await add()]
    expect((await must(world, manager, WITHDRAW, { id: first })).withdrawComment.problem).toBe('notYours')
    expect((await must(world, coach, WITHDRAW, { id: first })).withdrawComment).toEqual({
      comment: { body: 'Oups' },
      problem: null,
    })
    await tenantOf(world, manager).write((db) =>
      db.rows(`UPDATE step_comment SET created_at = now() - interval '25 hours' WHERE partner_id = $1 AND id = $2`, [
        partner.id,
        second,
      ]),
    )
    expect((await must(world, coach, WITHDRAW, { id: second })).withdrawComment.problem).toBe('tooLate')
    const { rows } = await world.root.query('SELECT id FROM step_comment WHERE evaluation_id = $1', [id])
    expect(rows).toEqual([{ id: second }])
  })

  it('are read page by page, newest first', async () => {
    const { id, manager } = await aStart()
    for (const body of ['un', 'deux', 'trois'])
      await must(world, manager, ADD, { input: { evaluationId: id, stepCode: '1.3', body } })
    const first = (await must(world, manager, COMMENTS, { id, step: '1.3', first: 2 })).stepComments
    const rest = (await must(world, manager, COMMENTS, { id, step: '1.3', first: 2, after: first.pageInfo.endCursor }))
      .stepComments
    expect([...first.nodes, ...rest.nodes].map(({ body }: { body: string }) => body)).toEqual(['trois', 'deux', 'un'])
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false])
  })

  it('are not empty, and belong to a step of the method', async () => {
    const { id, coach } = await aStart()
    for (const wrong of [
      { stepCode: '1.3', body: '   ' },
      { stepCode: '9.9', body: 'x' },
      { stepCode: '1.3', body: 'x'.repeat(5001) },
    ]) {
      const answer = await ask(world, coach, ADD, { input: { evaluationId: id, ...wrong } })
      expect(answer.errors).toHaveLength(1)
      expect(answer.data?.['addComment']).toBeUndefined()
    }
  })

  it('reach the other side by mail', async () => {
    const { id, coach, manager, contributor } = await aStart()
    await must(world, coach, ADD, { input: { evaluationId: id, stepCode: '1.3', body: 'Du coach' } })
    await must(world, contributor, ADD, { input: { evaluationId: id, stepCode: '1.3', body: 'De l’équipe' } })
    await world.runJobs()
    const mails = readdirSync(world.outboxDir).map((file) => readFileSync(path.join(world.outboxDir, file), 'utf8'))
    const about = (email: string) => mails.filter((mail) => mail.includes(email))
    expect(about(manager.email)).toHaveLength(1)
    expect(about(manager.email)[0]).toContain('Du coach')
    expect(about(coach.email)).toHaveLength(1)
    expect(about(contributor.email)).toHaveLength(0)
  })
})

describe('the question sheet', () => {
  it('shows what is written, item by item, and what is missing', async () => {
    const { id, manager } = await aStart()
    const empty = (await must(world, manager, SHEET, { id })).questionSheet
    expect(empty).toMatchObject({
      stepCode: '1.7',
      candidates: [],
      chosen: null,
      question: '',
      meansDays: null,
      signedVersions: 0,
    })
    expect(empty.missing).toContain('question')
    await write(world, manager, id, '1.7', {
      ...WHOLE_SHEET,
      subQuestions: ['s1'],
      'subQuestions/s1/text': 'À qui ?',
      'candidates/gone/text': 'Ôtée',
    })
    const { questionSheet } = await must(world, manager, SHEET, { id })
    expect(questionSheet).toMatchObject({
      chosen: 'c1',
      question: WHOLE_SHEET['question'],
      purposes: ['improve', 'advocate'],
      meansDays: 12,
      domains: ['social'],
      subQuestions: [{ id: 's1', text: 'À qui ?' }],
      missing: [],
    })
    expect(
      questionSheet.candidates.map(({ id: item, whyNot }: { id: string; whyNot: string }) => [item, whyNot]),
    ).toEqual([
      ['c1', ''],
      ['c2', 'Pour le prochain cycle.'],
    ])
  })

  it('gives hints on a text to everyone signed in', async () => {
    const { contributor } = await aStart()
    const { questionHints } = await must(
      world,
      contributor,
      '{ questionHints(text: "Prouver que ça marche") { check reason } }',
    )
    expect(questionHints).toContainEqual({ check: 'open', reason: 'seeksProof' })
  })
})

describe('sharing', () => {
  it('shows beforehand exactly what others will see, and nothing else of what is written', async () => {
    const { id, manager, name } = await aStart()
    await write(world, manager, id, '1.7', {
      ...WHOLE_SHEET,
      whyChosen: 'CANARY-why',
      consulted: 'CANARY-who',
      'candidates/c2/whyNot': 'CANARY-not',
    })
    await write(world, manager, id, '2.2', { methods: ['survey', 'interview'] })
    const { sharingPreview } = await must(world, manager, PREVIEW, { id, sharing: 'crossBorder' })
    expect(sharingPreview).toEqual({
      sharing: 'crossBorder',
      enterpriseName: name,
      content: {
        question: WHOLE_SHEET['question'],
        questionType: WHOLE_SHEET['questionType'],
        purposes: ['improve', 'advocate'],
        domains: ['social'],
        methods: ['survey', 'interview'],
        phase: 1,
        methodCode: '2018',
      },
    })
    expect((await must(world, manager, PREVIEW, { id, sharing: 'private' })).sharingPreview.content).toBeNull()
  })

  it('has nothing to show before there is a question', async () => {
    const { id, manager } = await aStart()
    expect((await must(world, manager, PREVIEW, { id, sharing: 'platform' })).sharingPreview.content).toBeNull()
  })

  it('is chosen by the manager, told to the audit log, and changes nothing when it is chosen again', async () => {
    const { id, manager, contributor, coach } = await aStart()
    for (let time = 0; time < 2; time++) {
      expect((await must(world, manager, SHARE, { id, sharing: 'platform' })).chooseSharing.evaluation.sharing).toBe(
        'platform',
      )
    }
    for (const actor of [contributor, coach])
      expect(codeOf(await ask(world, actor, SHARE, { id, sharing: 'private' }))).toBe('NOT_FOUND')
    const { rows } = await world.root.query(
      `SELECT old, new FROM audit_entry WHERE object_id = $1 AND action = 'sharing.chosen'`,
      [id],
    )
    expect(rows).toEqual([{ old: { sharing: 'private' }, new: { sharing: 'platform' } }])
  })

  it.each([
    ['2017', compileMethod(method2017), '1.8'],
    ['2018', compileMethod(method2018), '2.2'],
  ] as const)('finds the methods chosen where the method of %s asks for them', (_code, method, stepCode) => {
    const answers = [
      { stepCode: '1.7', fieldKey: 'question', value: 'Comment ?' },
      { stepCode, fieldKey: 'methods', value: ['focusGroup'] },
      { stepCode: '9.9', fieldKey: 'methods', value: ['survey'] },
    ]
    expect(sharedQuestionFrom(method, 2, answers)?.methods).toEqual(['focusGroup'])
  })
})
