import pg from 'pg'
import type { Choice, Item } from '@vises/questionnaire/model.ts'
import { ask, aWorld, codeOf, must, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import { aDraft, aQuestion, aQuestionnaire, look, publish, save } from './test-builders.ts'
import type { Shown } from './test-builders.ts'

let world: World
let enterprise: EnterpriseOfTest
beforeAll(async () => {
  world = await aWorld()
  enterprise = await anEnterprise(world)
})
afterAll(() => world.close())

const choices = (...names: string[]): Choice[] => names.map((name) => ({ name, label: { fr: name, nl: name } }))
const HELP = { help: choices('pairs', 'meeting', 'training') }
const ITEMS: Item[] = [
  aQuestion('age', { kind: 'integer' }),
  aQuestion('help', { kind: 'multiple', choices: 'help' }),
  aQuestion('why', { relevant: '${age} >= 18' }),
]

/** A questionnaire with one published version. */
async function aPublished(items = ITEMS): Promise<Shown> {
  const made = await aQuestionnaire(world, enterprise, aDraft(items, { choiceLists: HELP }))
  const { problem, preview } = await publish(world, enterprise.manager, made)
  expect([problem, preview]).toEqual([null, null])
  return look(world, enterprise.manager, made.id)
}

const changed = async (made: Shown, items: Item[], choiceLists: Record<string, Choice[]> = HELP): Promise<Shown> =>
  (await save(world, enterprise.manager, made, aDraft(items, { choiceLists })))['questionnaire']

const PREVIEW = `query ($id: ID!) { previewPublication(questionnaireId: $id) { number revision confirmation testAnswers openWaves
  changes { class kind key place } problems { key code } incomplete { language total translated stale } } }`
const preview = async (id: string) => (await must(world, enterprise.contributor, PREVIEW, { id })).previewPublication

describe('a team publishes a questionnaire', () => {
  test('the first version holds the draft and runs as it stands', async () => {
    const made = await aPublished()
    expect(made).toMatchObject({
      publication: 'published',
      publishedVersion: 1,
      versions: [{ number: 1, changes: [], waivers: [] }],
    })
    const { questionnaireVersion } = await must(
      world,
      enterprise.contributor,
      `query ($id: ID!) { questionnaireVersion(questionnaireId: $id, number: 1) { content compiled publishedByName } }`,
      { id: made.id },
    )
    expect(questionnaireVersion.content).toEqual(made.draft)
    expect(questionnaireVersion.compiled).toMatchObject({ engine: 1, questionnaire: made.draft })
    expect(questionnaireVersion.publishedByName).toBe(enterprise.manager.name)
  })

  test('what changes afterwards is a draft again, and what goes back is as it was published', async () => {
    const made = await aPublished()
    const edited = await changed(made, [...ITEMS, aQuestion('more')])
    expect(edited.publication).toBe('changed')
    expect((await changed(edited, ITEMS)).publication).toBe('published')
  })

  test('nothing new is not published again', async () => {
    const made = await aPublished()
    expect(await publish(world, enterprise.manager, made)).toMatchObject({
      problem: 'nothingChanged',
      questionnaire: { publishedVersion: 1 },
      version: null,
    })
  })

  test('problems are named, and nothing is published', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft([aQuestion('a', { relevant: '${a} = 1' })]))
    const { problem, preview: shown } = await publish(world, enterprise.manager, made)
    expect(problem).toBe('hasProblems')
    expect(shown.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: 'a', place: 'relevant', code: 'cycle' })]),
    )
    expect((await look(world, enterprise.manager, made.id)).publication).toBe('draft')
  })

  test('a place that is not in the list cannot be its default, and every list says so', async () => {
    const home = (code: string) => aQuestion('home', { kind: 'place', level: 'arrondissement', default: code })
    const made = await aQuestionnaire(world, enterprise, aDraft([home('BE25')]))
    const found = [{ key: 'home', place: 'default', code: 'unknownChoice', detail: { name: 'BE25' } }]
    const { problem, version, preview: shown } = await publish(world, enterprise.manager, made)
    expect([problem, version, shown.problems]).toEqual(['hasProblems', null, found])
    expect((await look(world, enterprise.manager, made.id))['problems']).toEqual(found)
    const { rows } = await world.root.query('SELECT problem_count FROM questionnaire WHERE id = $1', [made.id])
    expect(rows).toEqual([{ problem_count: 1 }])
    const { questionnaire } = await save(world, enterprise.manager, made, aDraft([home('BE-34')]))
    expect(await publish(world, enterprise.manager, questionnaire)).toMatchObject({
      problem: null,
      version: { number: 1 },
    })
  })

  test('a draft that was changed meanwhile is not published unseen', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft(ITEMS, { choiceLists: HELP }))
    await changed(made, [...ITEMS, aQuestion('more')])
    expect((await publish(world, enterprise.manager, made))['conflict']).toEqual({ revision: made.draftRevision + 1 })
  })

  test('of eight who publish at once one makes the version', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft(ITEMS, { choiceLists: HELP }))
    const answers = await Promise.all(Array.from({ length: 8 }, () => publish(world, enterprise.manager, made)))
    expect(answers.filter(({ version }) => version)).toHaveLength(1)
    expect((await look(world, enterprise.manager, made.id))['versions']).toHaveLength(1)
  })

  test('an archived one is not published', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft(ITEMS, { choiceLists: HELP }))
    await must(
      world,
      enterprise.manager,
      `mutation ($id: ID!) { archiveQuestionnaire(questionnaireId: $id) { problem } }`,
      { id: made.id },
    )
    expect((await publish(world, enterprise.manager, made))['problem']).toBe('archived')
  })

  test('it is written down who published what', async () => {
    const made = await aPublished()
    const { rows } = await world.root.query(`SELECT action, actor_name, new FROM audit_entry WHERE object_id = $1`, [
      made.id,
    ])
    expect(rows).toEqual([
      {
        action: 'questionnaire.published',
        actor_name: enterprise.manager.name,
        new: { version: 1, safe: 0, breaksComparison: 0, losesData: 0 },
      },
    ])
  })
})

describe('a change that would hurt answers', () => {
  const cases: [string, Item[], Record<string, Choice[]>, string[]][] = [
    ['a question more is safe', [...ITEMS, aQuestion('more')], HELP, ['safe questionAdded more']],
    ['other people are asked', [ITEMS[0]!, ITEMS[1]!, aQuestion('why')], HELP, ['breaksComparison logicChanged why']],
    [
      'a choice more breaks the comparison',
      ITEMS,
      { help: [...HELP.help, ...choices('peers')] },
      ['breaksComparison choiceAdded help'],
    ],
    ['a choice less loses data', ITEMS, { help: choices('pairs', 'training') }, ['losesData choiceRemoved help']],
    ['a question less loses data', ITEMS.slice(0, 2), HELP, ['losesData questionRemoved why']],
    [
      'another key loses data',
      [ITEMS[0]!, ITEMS[1]!, aQuestion('reason', { relevant: '${age} >= 18' })],
      HELP,
      ['losesData questionRemoved why', 'safe questionAdded reason'],
    ],
  ]
  test.each(cases)('%s', async (_what, items, lists, told) => {
    const made = await changed(await aPublished(), items, lists)
    const { changes, confirmation, number } = await preview(made.id)
    expect(changes.map((one: any) => `${one.class} ${one.kind} ${one.key}`)).toEqual(told)
    expect(number).toBe(2)
    const lost = told.some((one) => one.startsWith('losesData'))
    expect(confirmation).toBe(lost ? 'Enquête' : null)
    const first = await publish(world, enterprise.manager, made)
    expect(first['problem']).toBe(lost ? 'confirmationNeeded' : null)
    if (!lost) return
    expect((await publish(world, enterprise.manager, made, { confirmLoss: 'oui' }))['problem']).toBe(
      'confirmationNeeded',
    )
    // However the keyboard writes the accent.
    const typed = await publish(world, enterprise.manager, made, { confirmLoss: ' Enque\u0302te ' })
    expect(typed['version']).toMatchObject({
      number: 2,
      changes: expect.arrayContaining([expect.objectContaining({ class: 'losesData' })]),
    })
  })

  const reused: [string, Item][] = [
    ['another kind', aQuestion('age', { kind: 'decimal' })],
    ['a repeat', { key: 'r', kind: 'repeat', items: [aQuestion('age', { kind: 'integer' })] }],
    ['other capitals', aQuestion('Age', { kind: 'integer' })],
  ]
  test.each(reused)('a published key is not used for %s, also after it was gone for a version', async (_what, item) => {
    const without = ITEMS.slice(1, 2)
    const made = await changed(await aPublished(), without)
    const { questionnaire } = await publish(world, enterprise.manager, made, { confirmLoss: 'Enquête' })
    expect(questionnaire.publishedVersion).toBe(2)
    const again = await changed(questionnaire, [...without, item])
    expect(again['problems']).toEqual([expect.objectContaining({ place: 'key', code: 'keyReused' })])
    expect((await publish(world, enterprise.manager, again))['problem']).toBe('hasProblems')
    const same = await changed(again, [...without, ITEMS[0]!])
    expect(same['problems']).toEqual([])
  })
})

describe('a language that is incomplete', () => {
  const half = () =>
    aDraft([aQuestion('a'), aQuestion('b', { label: { fr: 'fr b' } })], { languages: ['fr', 'nl', 'fr-x-plain'] })

  test('is published with a reason for it, which is kept and written down', async () => {
    const made = await aQuestionnaire(world, enterprise, half())
    const { incomplete } = await preview(made.id)
    expect(incomplete.map(({ language, total, translated }: any) => [language, translated, total])).toEqual([
      ['nl', 2, 3],
      ['fr-x-plain', 0, 3],
    ])
    const tell = (...waivers: [string, string][]) =>
      publish(world, enterprise.manager, made, { waivers: waivers.map(([language, reason]) => ({ language, reason })) })
    expect((await tell())['problem']).toBe('waiverNeeded')
    expect((await tell(['nl', 'Suit en mars.']))['problem']).toBe('waiverNeeded')
    expect((await tell(['nl', 'Suit en mars.'], ['fr-x-plain', '  ']))['problem']).toBe('waiverNeeded')
    const { version } = await tell(['nl', 'Suit en mars.'], ['fr-x-plain', 'Relecture en cours.'], ['fr', 'Pour rien.'])
    expect(version.waivers.sort((a: any, b: any) => (a.language < b.language ? -1 : 1))).toEqual([
      { language: 'fr-x-plain', reason: 'Relecture en cours.' },
      { language: 'nl', reason: 'Suit en mars.' },
    ])
    const { rows } = await world.root.query(
      `SELECT new FROM audit_entry WHERE object_id = $1 AND action = 'questionnaire.languageWaived' ORDER BY id`,
      [made.id],
    )
    expect(rows.map((row) => row.new)).toEqual([
      { version: 1, language: 'nl', reason: 'Suit en mars.' },
      { version: 1, language: 'fr-x-plain', reason: 'Relecture en cours.' },
    ])
  })

  test('needs no reason once it is complete', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    expect((await preview(made.id)).incomplete).toEqual([])
    expect((await publish(world, enterprise.manager, made))['version']).toMatchObject({ number: 1 })
  })
})

describe('test answers', () => {
  const SAVE = `mutation ($input: SaveTestAnswerInput!) { saveTestAnswer(input: $input) { testAnswer { id answers language } problems { path code } } }`
  const answer = (id: string, answers: unknown, operationId: string = newId()) =>
    ask(world, enterprise.contributor, SAVE, { input: { questionnaireId: id, operationId, language: 'nl', answers } })

  test('are checked as real ones, and vanish when the draft is published', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft(ITEMS, { choiceLists: HELP }))
    const wrong = await answer(made.id, { age: 'twelve' })
    expect(wrong.data?.['saveTestAnswer'].problems).toEqual([expect.objectContaining({ path: 'age' })])
    await answer(made.id, { age: 44, help: ['pairs'], why: 'Omdat.' })
    await answer(made.id, { age: 9 })
    expect(await look(world, enterprise.manager, made.id)).toMatchObject({ testAnswers: 2 })
    const list = `query ($id: ID!) { testAnswers(questionnaireId: $id) { nodes { answers receivedOn } } }`
    expect((await must(world, enterprise.manager, list, { id: made.id })).testAnswers.nodes).toHaveLength(2)
    expect(codeOf(await ask(world, enterprise.coach, list, { id: made.id }))).toBe('NOT_FOUND')
    expect((await preview(made.id)).testAnswers).toBe(2)
    const { questionnaire } = await publish(world, enterprise.manager, made)
    expect(questionnaire.testAnswers).toBe(0)
    expect((await must(world, enterprise.manager, list, { id: made.id })).testAnswers.nodes).toEqual([])
  })

  test('sent twice are one, and the same number is not used for another', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft(ITEMS, { choiceLists: HELP }))
    const operationId = newId()
    const both = [await answer(made.id, { age: 44 }, operationId), await answer(made.id, { age: 44 }, operationId)]
    expect(both.map((one) => one.data?.['saveTestAnswer'].testAnswer.id)).toEqual([operationId, operationId])
    expect(codeOf(await answer(made.id, { age: 45 }, operationId))).toBe('BAD_INPUT')
  })

  test('can be thrown away', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft(ITEMS, { choiceLists: HELP }))
    await answer(made.id, { age: 44 })
    const clear = `mutation ($id: ID!) { clearTestAnswers(questionnaireId: $id) { questionnaire { testAnswers } } }`
    expect(
      (await must(world, enterprise.manager, clear, { id: made.id })).clearTestAnswers.questionnaire.testAnswers,
    ).toBe(0)
  })
})

describe('a published version stands for ever', () => {
  const attempts = [
    `UPDATE questionnaire_version SET content = '{}' WHERE id = $1`,
    `UPDATE questionnaire_version SET number = 7 WHERE id = $1`,
    `UPDATE questionnaire_version SET note = 'x' WHERE id = $1`,
    `DELETE FROM questionnaire_version WHERE id = $1`,
  ]

  test.each(['app', 'owner', 'worker', 'root'] as const)('for the role %s', async (role) => {
    const made = await aPublished()
    const { rows } = await world.root.query(
      'SELECT id, md5(v::text) AS sum FROM questionnaire_version v WHERE questionnaire_id = $1',
      [made.id],
    )
    const pool = role === 'root' ? world.root : new pg.Pool({ connectionString: world.urls[role], max: 1 })
    try {
      for (const sql of attempts) {
        const client = await pool.connect()
        try {
          await client.query(`SELECT set_config('app.partner_id', $1, false)`, [enterprise.partner.id])
          // Row security hides it from the owner: then nothing happens, and nothing may happen.
          const outcome = await client.query(sql, [rows[0].id]).then(
            ({ rowCount }) => `${rowCount} rows`,
            (error: Error) => error.message,
          )
          expect([sql, outcome]).toEqual([sql, expect.stringMatching(/^0 rows$|permission denied|does not change/)])
        } finally {
          client.release()
        }
      }
      await expect(pool.query('TRUNCATE questionnaire_version CASCADE')).rejects.toThrow(
        /does not change|permission denied/,
      )
    } finally {
      if (role !== 'root') await pool.end()
    }
    const after = await world.root.query(
      'SELECT id, md5(v::text) AS sum FROM questionnaire_version v WHERE questionnaire_id = $1',
      [made.id],
    )
    expect(after.rows).toEqual(rows)
  })

  test('also where row security is out of the way: the trigger holds it', async () => {
    const made = await aPublished()
    for (const sql of attempts)
      await expect(world.root.query(sql.replace('WHERE id', 'WHERE questionnaire_id'), [made.id])).rejects.toThrow(
        'does not change',
      )
  })

  test('and the enterprise takes it along when it moves', async () => {
    const mover = await anEnterprise(world)
    const made = await aQuestionnaire(world, mover, aDraft())
    await publish(world, mover.manager, made)
    const { partner } = await anEnterprise(world)
    const client = await world.root.connect()
    try {
      await client.query('BEGIN')
      await client.query('UPDATE enterprise SET partner_id = $2 WHERE id = $1', [mover.id, partner.id])
      const { rows } = await client.query('SELECT partner_id FROM questionnaire_version WHERE questionnaire_id = $1', [
        made.id,
      ])
      expect(rows).toEqual([{ partner_id: partner.id }])
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  })
})

describe('the draft becomes a version again', () => {
  const RECOVER = `mutation ($input: RecoverDraftInput!) { recoverDraft(input: $input) {
    questionnaire { draft draftRevision publication } conflict { revision } } }`
  const recover = async (made: Shown, version: number) =>
    ask(world, enterprise.manager, RECOVER, {
      input: { questionnaireId: made.id, revision: made.draftRevision, version },
    })

  test('with what was known of its translations, and it is written down', async () => {
    const first = await aPublished()
    const stale = ITEMS.map((item) => (item.key === 'age' ? { ...item, label: { fr: 'autre', nl: 'nl age' } } : item))
    const second = (await publish(world, enterprise.manager, await changed(first, stale)))['questionnaire'] as Shown
    expect(second['coverage'][1]).toMatchObject({ language: 'nl', stale: 1 })
    const edited = await changed(second, [aQuestion('only')])
    const answer = await recover(edited, 2)
    expect(answer.data?.['recoverDraft'].questionnaire).toMatchObject({ publication: 'published', draft: second.draft })
    expect((await look(world, enterprise.manager, first.id))['coverage'][1]).toMatchObject({ stale: 1 })
    const { rows } = await world.root.query(
      `SELECT new FROM audit_entry WHERE object_id = $1 AND action = 'questionnaire.draftRecovered'`,
      [first.id],
    )
    expect(rows).toEqual([{ new: { version: 2 } }])
  })

  test('not over a draft that nobody has seen, and not from a version that is not there', async () => {
    const first = await aPublished()
    await changed(first, [aQuestion('only')])
    expect((await recover(first, 1)).data?.['recoverDraft'].conflict.revision).toBe(first.draftRevision + 1)
    expect(codeOf(await recover({ ...first, draftRevision: first.draftRevision + 1 }, 9))).toBe('NOT_FOUND')
  })
})

test('an open wave is counted where it is looked for', async () => {
  const made = await aPublished()
  const { rows } = await world.root.query('SELECT id FROM questionnaire_version WHERE questionnaire_id = $1', [made.id])
  await tenantOf(world, enterprise.manager).write((db) =>
    db.rows(
      `INSERT INTO wave (partner_id, id, enterprise_id, questionnaire_id, version_id, title, opened_at, languages, asked_by, created_by_name)
       VALUES ($1, $2, $3, $4, $5, 'Vague 1', now(), '{fr}', 'x', 'x')`,
      [enterprise.partner.id, newId(), enterprise.id, made.id, rows[0].id],
    ),
  )
  expect(await look(world, enterprise.manager, made.id)).toMatchObject({ openWaves: 1 })
  expect((await preview(made.id)).openWaves).toBe(1)
})
