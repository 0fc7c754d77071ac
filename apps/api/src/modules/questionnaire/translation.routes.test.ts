import { aWorld } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import type { Actor } from '../access/actor.ts'
import { aServer } from '../cohort/test-builders.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import { aDraft, aQuestion, aQuestionnaire, aTemplate, look, publish, save } from './test-builders.ts'

let world: World
let server: Awaited<ReturnType<typeof aServer>>
let enterprise: EnterpriseOfTest
beforeAll(async () => {
  world = await aWorld()
  server = await aServer(world)
  enterprise = await anEnterprise(world)
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const inFrench = () =>
  aDraft([aQuestion('a', { label: { fr: 'A' } }), aQuestion('b', { label: { fr: 'B' } })], { title: { fr: 'Été' } })

const out = (actor: Actor | undefined, id: string, format = 'xlf', language = 'nl') =>
  server.ask(actor, `/api/questionnaires/${id}/translation.${format}?language=${language}`)
const back = async (
  actor: Actor | undefined,
  id: string,
  body: string | Uint8Array<ArrayBuffer>,
  query = 'language=nl',
) => {
  const answer = await server.ask(actor, `/api/questionnaires/${id}/translation?${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': typeof body === 'string' ? 'application/xliff+xml' : 'application/octet-stream' },
  })
  return { ...((await answer.json()) as Record<string, any>), status: answer.status } as Record<string, any>
}

/** What a translator does with a file. */
const translated = (xml: string) =>
  xml.replaceAll(/<source>([^<]*)<\/source>/g, '<source>$1</source><target>nl $1</target>')

describe('a team sends its texts to a translator', () => {
  test('as XLIFF, and takes them back with a report', async () => {
    const made = await aQuestionnaire(world, enterprise, inFrench())
    const file = await out(enterprise.contributor, made.id)
    expect([file.status, file.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="Ete-nl.xlf"'])
    const xml = translated(await file.text())
    const trial = await back(enterprise.contributor, made.id, xml, 'language=nl&dryRun=1')
    expect(trial).toMatchObject({ status: 200, taken: 3, unchanged: 0, faults: [], revision: made.draftRevision })
    expect((await look(world, enterprise.manager, made.id))['coverage'][1].translated).toBe(0)
    expect(await back(enterprise.contributor, made.id, xml)).toMatchObject({
      status: 200,
      taken: 3,
      revision: made.draftRevision + 1,
    })
    expect(await back(enterprise.contributor, made.id, xml)).toMatchObject({ status: 200, taken: 0, unchanged: 3 })
    const shown = await look(world, enterprise.manager, made.id)
    expect(shown['coverage'][1]).toMatchObject({ translated: 3, stale: 0 })
    expect(shown.draft.items[0]!.label).toEqual({ fr: 'A', nl: 'nl A' })
    const { rows } = await world.root.query(`SELECT action, new FROM audit_entry WHERE object_id = $1`, [made.id])
    expect(rows).toEqual([
      { action: 'questionnaire.translationImported', new: { language: 'nl', taken: 3, unchanged: 0, faults: 0 } },
    ])
  })

  test('as a workbook, which comes back unchanged', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    const file = await out(enterprise.manager, made.id, 'xlsx')
    expect(file.headers.get('content-type')).toContain('spreadsheetml')
    expect(await back(enterprise.manager, made.id, new Uint8Array(await file.arrayBuffer()))).toMatchObject({
      status: 200,
      taken: 0,
      unchanged: 2,
    })
  })

  test('what changed meanwhile is told: gone, written by others, made from older words', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft([aQuestion('a'), aQuestion('b'), aQuestion('c')]))
    const xml = (await (await out(enterprise.manager, made.id)).text()).replaceAll('<target>nl', '<target>beter')
    await save(
      world,
      enterprise.manager,
      made,
      aDraft([
        aQuestion('a', { label: { fr: 'neuf', nl: 'nl a' } }),
        aQuestion('b', { label: { fr: 'fr b', nl: 'anders' } }),
      ]),
    )
    const report = await back(enterprise.contributor, made.id, xml)
    expect(report).toMatchObject({ status: 200, taken: 1, unchanged: 1 })
    expect(report['faults']).toEqual(
      expect.arrayContaining([
        { path: 'item/c/label', code: 'unknownPath' },
        { path: 'item/b/label', code: 'changedMeanwhile', current: 'anders' },
        { path: 'item/a/label', code: 'sourceChanged', current: 'neuf' },
      ]),
    )
    expect((await look(world, enterprise.manager, made.id))['coverage'][1]).toMatchObject({ stale: 1 })
  })

  test('of plain language, from its mother', async () => {
    const made = await aQuestionnaire(
      world,
      enterprise,
      aDraft([aQuestion('a')], { languages: ['fr', 'nl', 'nl-x-plain'] }),
    )
    const xml = await (await out(enterprise.manager, made.id, 'xlf', 'nl-x-plain')).text()
    expect(xml).toContain('srcLang="nl" trgLang="nl-x-plain"')
    expect(xml).toContain('<source>nl a</source>')
  })

  test('a template of the partner too', async () => {
    const template = await aTemplate(world, enterprise.coach, inFrench())
    const xml = translated(await (await out(enterprise.partnerAdmin, template.id)).text())
    expect(await back(enterprise.coach, template.id, xml)).toMatchObject({ status: 200, taken: 3 })
  })
})

describe('what is refused', () => {
  test('a file of another language, a language it does not have, what is no file of ours', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft([], { languages: ['fr', 'nl', 'en'] }))
    const xml = await (await out(enterprise.manager, made.id)).text()
    expect(await back(enterprise.manager, made.id, xml, 'language=en')).toMatchObject({
      status: 409,
      error: 'WRONG_LANGUAGE',
    })
    expect(await back(enterprise.manager, made.id, xml, 'language=de')).toMatchObject({
      status: 400,
      error: 'BAD_INPUT',
    })
    expect((await out(enterprise.manager, made.id, 'xlf', 'de')).status).toBe(400)
    expect((await out(enterprise.manager, made.id, 'pdf')).status).toBe(404)
    expect(await back(enterprise.manager, made.id, '<html></html>')).toMatchObject({
      status: 422,
      error: 'NOT_A_TABLE',
    })
    expect(await back(enterprise.manager, made.id, '')).toMatchObject({ status: 422, error: 'EMPTY' })
    expect(await back(enterprise.manager, made.id, 'x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({ status: 413 })
  })

  test('everybody else: the coach reads and does not write, others find nothing', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    const xml = await (await out(enterprise.coach, made.id)).text()
    const stranger = await anEnterprise(world)
    for (const actor of [enterprise.coach, enterprise.partnerAdmin, stranger.manager])
      expect(await back(actor, made.id, xml)).toMatchObject({ status: 404 })
    for (const actor of [enterprise.partnerAdmin, stranger.manager, stranger.coach])
      expect((await out(actor, made.id)).status).toBe(404)
    expect([(await out(undefined, made.id)).status, (await back(undefined, made.id, xml)).status]).toEqual([401, 401])
    expect((await out(enterprise.manager, newId())).status).toBe(404)
    expect((await out(enterprise.manager, 'x')).status).toBe(404)
  })
})

test('an enterprise takes its questionnaires away with everything else, and its versions with them', async () => {
  const own = await anEnterprise(world)
  const made = await aQuestionnaire(world, own, aDraft())
  await publish(world, own.manager, made)
  const answer = await server.ask(own.manager, `/api/exports/enterprise/${own.id}.json`)
  expect(await answer.json()).toMatchObject({
    questionnaires: [{ id: made.id, draft: made.draft }],
    questionnaireVersions: [
      { questionnaireId: made.id, number: 1, content: made.draft, publishedByName: own.manager.name },
    ],
  })
})
