import { parse } from 'csv-parse/sync'
import { aWorld, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { aSite, aTokenOf } from '../../../test/http-bench.ts'
import type { Site } from '../../../test/http-bench.ts'
import { aCollection, answered, asking, times } from './test-builders.ts'
import type { CollectionOfTest } from './test-builders.ts'

let world: World
let site: Site
let place: CollectionOfTest

beforeAll(async () => {
  world = await aWorld()
  site = await aSite(world, [])
  const content = asking([
    { kind: 'place', key: 'home', label: { fr: 'Où habitez-vous ?', nl: 'Waar woont u?' }, level: 'arrondissement' },
  ])
  place = await aCollection(world, content, { closed: true })
  await answered(world, place, [...times(9, { home: 'BE-34' }), ...times(7, { home: 'FR-595' })])
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

test('results name the places that people answered with', async () => {
  const { results } = await must(
    world,
    place.enterprise.manager,
    `query ($waveId: ID!) { results(waveId: $waveId) { questions { picture choices { value label } lines { cells { values count } } } } }`,
    { waveId: place.waveId },
  )
  const [home] = results.questions
  expect(home.picture).toBe('map')
  const told = home.lines[0].cells.flatMap(({ values, count }: any) =>
    values.map((value: string) => [home.choices.find((one: any) => one.value === value)?.label.nl, count]),
  )
  expect(told).toEqual(
    expect.arrayContaining([
      ['Arrondissement Kortrijk', 9],
      ['Arrondissement Rijsel', 7],
    ]),
  )
})

test('a file of answers and its codebook name them in the reader’s language', async () => {
  const rows = await exported('csv', 'nl')
  expect(new Set(rows.map((row) => row['home']))).toEqual(new Set(['Arrondissement Kortrijk', 'Arrondissement Rijsel']))
  const book = await exported('codebookCsv', 'nl')
  expect(book.find((row) => row['Waarde'] === 'BE-34')).toMatchObject({
    Kolom: 'home',
    Vraag: 'Waar woont u?',
    Betekenis: 'Arrondissement Kortrijk',
  })
})

async function exported(format: string, language: string): Promise<Record<string, string>[]> {
  const { manager } = place.enterprise
  const input = { questionnaireId: place.questionnaireId, language, format }
  const { startExport } = await must(
    world,
    manager,
    `mutation ($input: StartExportInput!) { startExport(input: $input) { export { id } problem } }`,
    { input },
  )
  await world.runJobs()
  const { exports } = await must(
    world,
    manager,
    `query ($id: ID!) { exports(questionnaireId: $id) { id status address } }`,
    { id: place.questionnaireId },
  )
  const done = exports.find(({ id }: any) => id === startExport.export.id)
  expect(done.status).toBe('done')
  const response = await fetch(`${site.url}${done.address}`, {
    headers: { authorization: `Bearer ${await aTokenOf(world, manager)}` },
  })
  return parse(await response.text(), { bom: true, delimiter: ';', columns: true })
}
