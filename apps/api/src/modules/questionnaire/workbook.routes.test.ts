import { buffer } from 'node:stream/consumers'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { aWorld, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { readWorkbook } from '../../platform/workbook/read-workbook.ts'
import { anArchive, aSheet } from '../../platform/workbook/test-files.ts'
import { workbookStream } from '../../platform/workbook/write-workbook.ts'
import type { Actor } from '../access/actor.ts'
import { aServer } from '../cohort/test-builders.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import { aDraft, aQuestion, aQuestionnaire, aTemplate, look, publish, save } from './test-builders.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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

/** A workbook as a colleague elsewhere would send it. */
const aWorkbook = (survey: string[][], more: { name: string; rows: string[][] }[] = []) =>
  buffer(workbookStream({ sheets: [{ name: 'survey', rows: survey }, ...more] }))
const SURVEY = [
  ['type', 'name', 'label::Français (fr)', 'label::Nederlands (nl)', 'relevant'],
  ['deviceid', 'device', '', '', ''],
  ['select_one yes_no', 'helped', 'Aidé ?', 'Geholpen?', ''],
  ['text', 'how', 'Comment ?', 'Hoe?', "${helped} = 'yes'"],
]
const CHOICES = {
  name: 'choices',
  rows: [
    ['list_name', 'name', 'label::Français (fr)', 'label::Nederlands (nl)'],
    ['yes_no', 'yes', 'Oui', 'Ja'],
    ['yes_no', 'maybe', 'Peut-être', 'Misschien'],
  ],
}

const upload = (actor: Actor | undefined, query: Record<string, string>, body: Buffer | string, type = XLSX) =>
  server.ask(actor, `/api/questionnaires/workbook?${new URLSearchParams(query)}`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { 'content-type': type },
  })
const json = async (response: Response) => (await response.json()) as Record<string, any>
const download = (actor: Actor | undefined, id: string, what: string) =>
  server.ask(actor, `/api/questionnaires/${id}/workbook.${what}`)

describe('a workbook becomes a questionnaire', () => {
  test('of the enterprise, with what was left out told by its cell', async () => {
    const answer = await upload(
      enterprise.manager,
      { enterpriseId: enterprise.id, name: 'enquête.xlsx' },
      await aWorkbook(SURVEY, [CHOICES]),
    )
    expect(answer.status).toBe(201)
    const { id, losses, problems, revision } = await json(answer)
    expect(losses).toEqual([{ sheet: 'survey', row: 2, column: 'A', code: 'metadataDropped', detail: 'deviceid' }])
    expect([revision, problems]).toEqual([1, []])
    expect(await look(world, enterprise.contributor, id)).toMatchObject({
      title: 'enquête',
      languages: ['fr', 'nl'],
      questions: 2,
      origin: { kind: 'workbook', source: 'enquête.xlsx', title: 'enquête' },
      draft: {
        items: [
          { key: 'helped', kind: 'single' },
          { key: 'how', relevant: "${helped} = 'yes'" },
        ],
      },
    })
  })

  test('and what is not supported is listed with sheet, row and column; nothing is written', async () => {
    const before = await questionnairesOf(enterprise.manager)
    const survey = [...SURVEY, ['geopoint', 'where', 'Où ?', 'Waar?', ''], ['text', 'x', 'X', 'X', 'pulldata(1)']]
    const answer = await upload(enterprise.manager, { enterpriseId: enterprise.id }, await aWorkbook(survey, [CHOICES]))
    expect(answer.status).toBe(422)
    expect(await json(answer)).toEqual({
      error: 'NOT_SUPPORTED',
      problems: [{ sheet: 'survey', row: 5, column: 'A', code: 'typeUnknown', detail: 'geopoint' }],
      losses: [expect.objectContaining({ code: 'metadataDropped' })],
    })
    expect(await questionnairesOf(enterprise.manager)).toEqual(before)
  })

  test('logic that can be mended comes in and is told as publishing would', async () => {
    const survey = [...SURVEY, ['text', 'x', 'X', 'X', '${nobody} = 1']]
    const answer = await upload(enterprise.manager, { enterpriseId: enterprise.id }, await aWorkbook(survey, [CHOICES]))
    const { problems, losses } = await json(answer)
    expect(problems).toEqual([expect.objectContaining({ key: 'x', place: 'relevant', code: 'unknownReference' })])
    expect(losses).toContainEqual(expect.objectContaining({ row: 5, column: 'E', code: 'toMend' }))
  })

  test('over a draft only on the revision that was seen', async () => {
    const made = await aQuestionnaire(world, enterprise, aDraft())
    const target = (revision: number) => ({ questionnaireId: made.id, revision: String(revision) })
    const bytes = await aWorkbook(SURVEY, [CHOICES])
    const late = await upload(enterprise.manager, target(made.draftRevision - 1), bytes)
    expect([late.status, await json(late)]).toEqual([409, { error: 'CONFLICT', revision: made.draftRevision }])
    const answer = await upload(enterprise.contributor, target(made.draftRevision), bytes)
    expect([answer.status, (await json(answer))['revision']]).toEqual([200, made.draftRevision + 1])
    expect(await look(world, enterprise.manager, made.id)).toMatchObject({
      draftRevision: made.draftRevision + 1,
      questions: 2,
      updatedByName: enterprise.contributor.name,
    })
  })

  test('of two uploads on the same revision one wins', async () => {
    const made = await aQuestionnaire(world, enterprise)
    const bytes = await aWorkbook(SURVEY, [CHOICES])
    const query = { questionnaireId: made.id, revision: '1' }
    const answers = await Promise.all([
      upload(enterprise.manager, query, bytes),
      upload(enterprise.contributor, query, bytes),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('is a template when the partner’s staff say so', async () => {
    const admin = enterprise.partnerAdmin
    const answer = await upload(admin, { template: '1', name: 'a/b.xlsx' }, await aWorkbook(SURVEY, [CHOICES]))
    expect(answer.status).toBe(201)
    const { id } = await json(answer)
    expect(await look(world, admin, id)).toMatchObject({
      isTemplate: true,
      origin: { kind: 'workbook', source: 'a b.xlsx' },
    })
    expect(await lastAudit(admin)).toMatchObject({ action: 'template.imported', objectId: id })
  })
})

describe('JSON becomes a questionnaire', () => {
  const draft = aDraft([aQuestion('first'), aQuestion('trust', { kind: 'agreement' })])

  test('just as it was downloaded', async () => {
    const made = await aQuestionnaire(world, enterprise, draft)
    const file = await (await download(enterprise.manager, made.id, 'json')).text()
    const answer = await upload(
      enterprise.manager,
      { enterpriseId: enterprise.id, name: 'x.json' },
      file,
      'application/json',
    )
    expect(answer.status).toBe(201)
    expect((await look(world, enterprise.manager, (await json(answer))['id'])).draft).toEqual(draft)
  })

  test.each([
    ['what is no JSON', '{', [{ field: 'questionnaire', code: 'notJson' }]],
    [
      'a property it does not know',
      { ...draft, partnerId: 'x' },
      [{ field: 'questionnaire.partnerId', code: 'unknownProperty' }],
    ],
    [
      'a prototype',
      JSON.stringify(draft).replace('"items"', '"__proto__":{"polluted":1},"items"'),
      [{ field: 'questionnaire.__proto__', code: 'unknownProperty' }],
    ],
    [
      'a list called constructor',
      JSON.stringify({ ...draft, choiceLists: { constructor: [] } }),
      [{ field: 'questionnaire.choiceLists.constructor', code: 'notAllowed' }],
    ],
    ['nothing of a questionnaire', '[]', [{ field: 'questionnaire', code: 'wrongType' }]],
  ])('is refused with %s', async (_, body, problems) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const answer = await upload(enterprise.manager, { enterpriseId: enterprise.id }, text, 'application/json')
    expect([answer.status, await json(answer)]).toEqual([400, { error: 'BAD_INPUT', problems }])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a questionnaire as a file', () => {
  const draft: Questionnaire = aDraft([
    aQuestion('confidence', {
      kind: 'thenNow',
      thenLabel: { fr: '=avant', nl: 'toen' },
      nowLabel: { fr: 'après', nl: 'nu' },
    }),
    aQuestion('agrees', { kind: 'consent', required: true }),
  ])

  test('comes back from its workbook as it was', async () => {
    const made = await aQuestionnaire(world, enterprise, draft)
    const file = await download(enterprise.contributor, made.id, 'xlsx')
    expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([
      200,
      XLSX,
      'no-store',
    ])
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="Enquete.xlsx"')
    const bytes = Buffer.from(await file.arrayBuffer())
    expect((await readWorkbook(bytes)).formulas).toEqual([])
    const answer = await upload(enterprise.manager, { enterpriseId: enterprise.id }, bytes)
    expect((await look(world, enterprise.manager, (await json(answer))['id'])).draft).toEqual(draft)
  })

  test('is the published version when that is asked for', async () => {
    const made = await aQuestionnaire(world, enterprise, draft)
    const { questionnaire } = await publish(world, enterprise.manager, made)
    await save(world, enterprise.manager, questionnaire, aDraft([aQuestion('later')]))
    const items = async (query: string) =>
      ((await json(await download(enterprise.manager, made.id, `json${query}`))) as Questionnaire).items.map(
        ({ key }) => key,
      )
    expect(await items('')).toEqual(['later'])
    expect(await items('?version=1')).toEqual(['confidence', 'agrees'])
    expect((await download(enterprise.manager, made.id, 'json?version=2')).status).toBe(404)
    expect((await download(enterprise.manager, made.id, 'json?version=1e99')).status).toBe(404)
  })
})

describe('who may', () => {
  const nobody = async (actor: Actor | undefined, status: number) => {
    const made = await aQuestionnaire(world, enterprise)
    const bytes = await aWorkbook(SURVEY, [CHOICES])
    const targets: Record<string, string>[] = [
      { enterpriseId: enterprise.id },
      { questionnaireId: made.id, revision: '1' },
    ]
    for (const query of targets) expect([query, (await upload(actor, query, bytes)).status]).toEqual([query, status])
    for (const what of ['xlsx', 'json', 'json?version=1'])
      expect([what, (await download(actor, made.id, what)).status]).toEqual([what, status])
  }

  test('not a stranger', () => nobody(undefined, 401))
  test('not another enterprise of the same partner', async () => {
    const other = await anEnterprise(world, { partner: enterprise.partner })
    await nobody(other.manager, 404)
  })
  test('not another partner', async () => nobody((await anEnterprise(world)).manager, 404))
  test('not the partner’s administrator', async () => nobody(enterprise.partnerAdmin, 404))

  test('an enterprise writes no template, but reads one that is offered', async () => {
    const admin = enterprise.partnerAdmin
    const template = await aTemplate(world, admin, aDraft())
    expect((await upload(enterprise.manager, { template: '1' }, await aWorkbook(SURVEY, [CHOICES]))).status).toBe(404)
    expect((await download(enterprise.manager, template.id, 'xlsx')).status).toBe(404)
    await must(world, admin, `mutation ($id: ID!) { offerTemplate(templateId: $id) { problem } }`, { id: template.id })
    expect((await download(enterprise.manager, template.id, 'xlsx')).status).toBe(200)
  })

  test('and the body of who may not is not even read', async () => {
    const answer = await upload(undefined, { enterpriseId: enterprise.id }, Buffer.alloc(12_000_000))
    expect(answer.status).toBe(401)
  })
})

describe('a file that is none', () => {
  test.each([
    ['nothing', '', XLSX, 422, 'EMPTY'],
    ['a text', 'type,name', XLSX, 422, 'NOT_A_TABLE'],
    ['a picture', 'x', 'image/png', 415, 'NOT_A_TABLE'],
    ['too many bytes', Buffer.alloc(10 * 1024 * 1024 + 1), XLSX, 413, 'FILE_TOO_LARGE'],
    ['a bomb', anArchive(aSheet(Buffer.alloc(100_000_000, ' '))), XLSX, 422, 'TOO_LARGE'],
    ['entities', anArchive(aSheet('<!DOCTYPE x [<!ENTITY a "b">]><x/>')), XLSX, 422, 'DOCUMENT_TYPE'],
    ['a workbook without a survey', anArchive(aSheet('<sheetData/>')), XLSX, 422, 'NOT_SUPPORTED'],
  ])('%s', async (_, body, type, status, error) => {
    const answer = await upload(enterprise.manager, { enterpriseId: enterprise.id }, body, type)
    expect([answer.status, (await json(answer))['error']]).toEqual([status, error])
  })

  test.each([
    [{}, 400],
    [{ enterpriseId: 'x' }, 404],
    [{ enterpriseId: newId() }, 404],
    [{ questionnaireId: newId(), revision: '1' }, 404],
    [{ questionnaireId: newId(), revision: '0' }, 400],
    [{ questionnaireId: newId() }, 400],
    [{ questionnaireId: newId(), enterpriseId: newId() }, 400],
    [{ enterpriseId: newId(), language: '../x' }, 400],
  ])('goes nowhere: %j', async (query, status) => {
    const answer = await upload(enterprise.manager, query as Record<string, string>, await aWorkbook(SURVEY, [CHOICES]))
    expect(answer.status).toBe(status)
  })
})

const questionnairesOf = async (actor: Actor): Promise<string[]> =>
  (
    await must(world, actor, 'query ($id: ID!) { questionnaires(enterpriseId: $id, first: 100) { nodes { id } } }', {
      id: enterprise.id,
    })
  ).questionnaires.nodes.map(({ id }: { id: string }) => id)

const lastAudit = async (actor: Actor): Promise<Record<string, any>> =>
  (await must(world, actor, '{ auditLog(first: 1) { nodes { action objectId } } }')).auditLog.nodes[0]
