import { aTokenOf, send } from '../../../../test/http-bench.ts'
import { anActor, ask, aWorld, codeOf, must } from '../../../../test/world.ts'
import type { World } from '../../../../test/world.ts'
import { anEnterprise } from '../../evaluation/test-builders.ts'
import { aLink, aPage, aWave, responsesOf, someGroups } from '../test-builders.ts'
import type { PageOfTest, WaveOfTest } from '../test-builders.ts'

let world: World
let page: PageOfTest
beforeAll(async () => {
  world = await aWorld()
  page = await aPage(world)
}, 60_000)
afterAll(async () => {
  await page?.close()
  await world?.close()
})

const IMPORT = `id status rowCount faultyCount doneCount problem columns { header target sample } targets { name }`
const upload = async (wave: WaveOfTest, text: string | Buffer, actor = wave.enterprise.manager) =>
  send(page.site, `/api/answer-imports/${wave.waveId}?name=r%C3%A9ponses.csv`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${await aTokenOf(world, actor)}` },
  })
const step = async (wave: WaveOfTest, name: string, importId: string, more: Record<string, unknown> = {}) => {
  const args = name === 'checkAnswerImport' ? ', $columns: [AnswerColumnInput!]!, $defaults: AnswerDefaultsInput' : ''
  const given = args ? ', columns: $columns, defaults: $defaults' : ''
  const answer = await ask(
    world,
    wave.enterprise.manager,
    `mutation ($id: ID!${args}) { ${name}(importId: $id${given}) { problem import { status } } }`,
    {
      id: importId,
      ...more,
    },
  )
  await world.runJobs()
  return answer
}
const read = async (wave: WaveOfTest, importId: string) =>
  (
    await must(world, wave.enterprise.manager, `query ($id: ID!) { answerImport(importId: $id) { ${IMPORT} } }`, {
      id: importId,
    })
  ).answerImport
const asSuggested = (found: any) =>
  found.columns.flatMap(({ target }: any, column: number) => (target ? [{ column, target }] : []))
const CSV =
  'groupe;Où ?;score;Pourquoi ?\nFamilles;Lille;8;\nFamilles;Rijsel;3;Trop cher\n;Paris;11;\nVoisins;Lille;8;\n;kortrijk;9;\n'

/** A file that was checked with the suggested columns. */
async function aChecked(wave: WaveOfTest, text = CSV): Promise<string> {
  const { json } = await upload(wave, text)
  await step(wave, 'checkAnswerImport', json.id, { columns: asSuggested(await read(wave, json.id)) })
  return json.id
}

describe('a file of answers', () => {
  test('is taken in, tried, written and counted; faulty rows are named and left out', async () => {
    const wave = await aWave(world)
    const [groupId] = await someGroups(world, wave, [{ name: 'Familles' }])
    const { status, json } = await upload(wave, CSV)
    expect(status).toBe(201)
    const found = await read(wave, json.id)
    expect(found).toMatchObject({ status: 'mapping', rowCount: 5 })
    expect(found.columns.map(({ target, sample }: any) => [target, sample[0]])).toEqual([
      ['@group', 'Familles'],
      ['place', 'Lille'],
      ['score', '8'],
      ['why', ''],
    ])
    await step(wave, 'checkAnswerImport', json.id, { columns: asSuggested(found) })
    expect(await read(wave, json.id)).toMatchObject({ status: 'checked', faultyCount: 2, doneCount: 5 })
    expect(await responsesOf(world, wave.waveId)).toEqual([])
    const { answerImportFaults } = await must(
      world,
      wave.enterprise.manager,
      `query ($id: ID!) { answerImportFaults(importId: $id) { nodes { rowNumber faults { column code } } pageInfo { hasNextPage } } }`,
      { id: json.id },
    )
    expect(answerImportFaults.nodes).toEqual([
      { rowNumber: 4, faults: [{ column: 1, code: 'unknownChoice' }] },
      { rowNumber: 5, faults: [{ column: 0, code: 'unknownGroup' }] },
    ])
    await step(wave, 'applyAnswerImport', json.id)
    expect(await read(wave, json.id)).toMatchObject({ status: 'applied', doneCount: 3 })
    const rows = await responsesOf(world, wave.waveId)
    expect(
      rows.map(({ answers, group_id, channel, language }) => [answers.score, group_id, channel, language]).sort(),
    ).toEqual([
      [3, groupId, 'imported', 'fr'],
      [8, groupId, 'imported', 'fr'],
      [9, null, 'imported', 'fr'],
    ])
    for (const { id } of rows) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  })

  test('goes on after its process died in the middle, and writes no row twice', async () => {
    const wave = await aWave(world)
    const id = await aChecked(wave, `score\n${Array.from({ length: 4400 }, (_, n) => n % 11).join('\n')}`)
    const { tasks } = await import('../../../jobs/tasks.ts')
    const payload = { partnerId: wave.enterprise.partner.id, importId: id }
    await world.root.query(`UPDATE answer_import SET status = 'applying', done_count = 0 WHERE id = $1`, [id])
    // Two jobs at once are worse than one that is begun again.
    await Promise.all(
      Array.from({ length: 2 }, () => tasks['applyAnswers']!(payload, { services: world.services } as never)),
    )
    expect(await read(wave, id)).toMatchObject({ status: 'applied', doneCount: 4400 })
    const { rows } = await world.root.query(
      `SELECT (answers->>'score')::int AS score, count(*)::int AS times FROM response WHERE wave_id = $1 GROUP BY 1 ORDER BY 1`,
      [wave.waveId],
    )
    expect(rows.map(({ times }) => times)).toEqual(Array(11).fill(400))
    const { waves } = await must(
      world,
      wave.enterprise.manager,
      `query ($id: ID!) { waves(enterpriseId: $id) { answers { count } } }`,
      {
        id: wave.enterprise.id,
      },
    )
    expect(waves[0].answers.count).toBe(4400)
  })

  test('is taken back whole, and other answers stay', async () => {
    const wave = await aWave(world)
    const { token } = await aLink(world, wave)
    await page.submit(token)
    const id = await aChecked(wave)
    await step(wave, 'applyAnswerImport', id)
    expect(await responsesOf(world, wave.waveId)).toHaveLength(2)
    await step(wave, 'undoAnswerImport', id)
    expect(await read(wave, id)).toMatchObject({ status: 'undone' })
    const left = await responsesOf(world, wave.waveId)
    expect(left.map(({ channel }) => channel)).toEqual(['online'])
    const { rows } = await world.root.query('SELECT response_id FROM response_pending WHERE wave_id = $1', [
      wave.waveId,
    ])
    expect(rows.length).toBeLessThanOrEqual(1)
  })

  test('cannot be written before it was checked, nor by another version than it was checked by', async () => {
    const wave = await aWave(world)
    const { json } = await upload(wave, CSV)
    const early = await step(wave, 'applyAnswerImport', json.id)
    expect(early.data!['applyAnswerImport'].problem).toBe('WRONG_STATUS')
    const id = await aChecked(wave)
    await world.root.query(`UPDATE answer_import SET defaults = defaults || '{"version": 7}' WHERE id = $1`, [id])
    expect((await step(wave, 'applyAnswerImport', id)).data!['applyAnswerImport'].problem).toBe('WRONG_STATUS')
    expect((await step(wave, 'undoAnswerImport', id)).data!['undoAnswerImport'].problem).toBe('WRONG_STATUS')
  })

  test.each([
    [[], 'NOTHING_MAPPED'],
    [[{ column: 0, target: '@group' }], 'NOTHING_MAPPED'],
    [[{ column: 9, target: 'score' }], 'BAD_INPUT'],
    [[{ column: 0, target: 'nothing' }], 'BAD_INPUT'],
    [
      [
        { column: 0, target: 'score' },
        { column: 1, target: 'score' },
      ],
      'BAD_INPUT',
    ],
  ])('with columns that mean nothing is refused: %j', async (columns, refusal) => {
    const wave = await aWave(world)
    const { json } = await upload(wave, CSV)
    const answer = await step(wave, 'checkAnswerImport', json.id, { columns })
    expect(codeOf(answer) ?? answer.data!['checkAnswerImport'].problem).toBe(refusal)
  })

  test.each([
    ['', 422, 'EMPTY'],
    ['score', 422, 'EMPTY'],
    ['score\n"8', 422, 'UNCLOSED_QUOTE'],
    [Buffer.from('PK\x03\x04 no workbook'), 422, 'NOT_A_TABLE'],
  ])('that is no table is refused: %j', async (text, status, error) => {
    const answer = await upload(await aWave(world), text)
    expect([answer.status, answer.json]).toEqual([status, { error }])
  })

  test('is for the team: the coach, a neighbour and a stranger get nothing', async () => {
    const wave = await aWave(world)
    const id = await aChecked(wave)
    const neighbour = (await anEnterprise(world, { partner: wave.enterprise.partner })).manager
    for (const actor of [wave.enterprise.coach, neighbour, await anActor(world, 'partnerAdmin')]) {
      expect((await upload(wave, CSV, actor)).status).toBe(404)
      expect(codeOf(await ask(world, actor, `query ($id: ID!) { answerImport(importId: $id) { id } }`, { id }))).toBe(
        'NOT_FOUND',
      )
      expect(
        codeOf(await ask(world, actor, `mutation ($id: ID!) { applyAnswerImport(importId: $id) { problem } }`, { id })),
      ).toBe('NOT_FOUND')
    }
  })
})
