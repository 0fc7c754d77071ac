import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { aWorld, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import { aDraft, aQuestion, aQuestionnaire as aDesign, look, publish } from '../questionnaire/test-builders.ts'
import { aLink, aPage, aQuestionnaire, aWave, responsesOf } from './test-builders.ts'
import type { PageOfTest } from './test-builders.ts'

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

const asking = (level?: string): Questionnaire =>
  aQuestionnaire({
    items: [
      {
        kind: 'place',
        key: 'home',
        label: { fr: 'Où habitez-vous ?', nl: 'Waar woont u?', en: 'Where do you live?' },
        ...(level && { level }),
      },
    ],
  })
async function opened(content: Questionnaire, settings: Record<string, unknown> = {}) {
  const wave = await aWave(world, { content, settings })
  const { token } = await aLink(world, wave)
  const { compiled } = (await page.call('open', { token })).json
  return { wave, token, places: compiled.questionnaire.places as Record<string, any[]> | undefined }
}

describe('a question for a place', () => {
  test('brings the territories of the level it asks for, in the offered languages', async () => {
    const { places } = await opened(asking('arrondissement'), { languages: ['nl'] })
    expect(Object.keys(places!)).toEqual(['arrondissement'])
    expect(places!['arrondissement']).toContainEqual({
      name: 'BE-34',
      label: { fr: 'Arrondissement de Courtrai', nl: 'Arrondissement Kortrijk' },
      columns: { parent: 'BE25' },
    })
    const { rows } = await world.root.query(`SELECT code FROM territory WHERE level = 'arrondissement' ORDER BY code`)
    expect(places!['arrondissement']!.map(({ name }) => name)).toEqual(rows.map(({ code }) => code))
  })

  test('brings every territory when any level will do, and none when no place is asked', async () => {
    const any = (await opened(asking())).places!
    expect(any['']!.map(({ name }) => name)).toEqual(expect.arrayContaining(['BE', 'BE2', 'BE25', 'BE-34', 'FR-595']))
    expect((await opened(aQuestionnaire())).places).toBeUndefined()
  })

  test('takes a code of its list and nothing else', async () => {
    const { wave, token } = await opened(asking('arrondissement'))
    const sent = async (home: unknown) => (await page.submit(token, { answers: { home } })).json
    expect(await sent('BE-34')).toEqual({ accepted: true })
    const refused = { problem: 'invalid', paths: [{ path: 'home', code: 'notOffered' }] }
    for (const home of ['BE25', 'XX', 'Courtrai', 'be-34']) expect(await sent(home)).toEqual(refused)
    expect((await responsesOf(world, wave.waveId)).map(({ answers }) => answers)).toEqual([{ home: 'BE-34' }])
  })

  test('takes the same codes from paper and from somebody who asks aloud', async () => {
    const { wave } = await opened(asking('arrondissement'))
    const entered = async (channel: string, home: string) =>
      (
        await must(
          world,
          wave.enterprise.manager,
          `mutation ($input: EnterResponseInput!) { enterResponse(input: $input) { accepted problem faults { path code } } }`,
          {
            input: {
              waveId: wave.waveId,
              channel,
              language: 'fr',
              answers: { home },
              operationId: crypto.randomUUID(),
            },
          },
        )
      ).enterResponse
    for (const channel of ['paper', 'assisted']) {
      expect(await entered(channel, 'BE-34')).toMatchObject({ accepted: true })
      expect(await entered(channel, 'Courtrai')).toEqual({
        accepted: false,
        problem: 'INVALID',
        faults: [{ path: 'home', code: 'notOffered' }],
      })
    }
  })
})

describe('a published version', () => {
  test('keeps the territories of its day; the draft has none, and trial answers are judged the same way', async () => {
    const enterprise = await anEnterprise(world)
    const made = await aDesign(
      world,
      enterprise,
      aDraft([aQuestion('home', { kind: 'place', level: 'region' }), aQuestion('age', { kind: 'integer' })]),
    )
    const tried = async (home: string) =>
      (
        await must(
          world,
          enterprise.manager,
          `mutation ($input: SaveTestAnswerInput!) { saveTestAnswer(input: $input) { problems { path code } } }`,
          {
            input: {
              questionnaireId: made.id,
              operationId: crypto.randomUUID(),
              language: 'fr',
              answers: { home },
            },
          },
        )
      ).saveTestAnswer.problems
    expect([await tried('BE2'), await tried('BE-34')]).toEqual([[], [{ path: 'home', code: 'notOffered' }]])
    expect(await publish(world, enterprise.manager, made)).toMatchObject({ problem: null })
    const { draft } = await look(world, enterprise.manager, made.id)
    const { questionnaireVersion } = await must(
      world,
      enterprise.contributor,
      `query ($id: ID!) { questionnaireVersion(questionnaireId: $id, number: 1) { content compiled } }`,
      { id: made.id },
    )
    expect([draft, questionnaireVersion.content]).toEqual([made.draft, made.draft])
    expect(questionnaireVersion.compiled.questionnaire.places.region.map(({ name }: any) => name)).toEqual([
      'BE1',
      'BE2',
      'BE3',
      'FRE',
      'FRF',
    ])
  })
})
