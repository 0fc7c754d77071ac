import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { existsSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { anActor, ask, aWorld, codeOf, must } from '../../../../test/world.ts'
import type { World } from '../../../../test/world.ts'
import { aSite, aTokenOf } from '../../../../test/http-bench.ts'
import type { Site } from '../../../../test/http-bench.ts'
import { newId } from '../../../platform/id.ts'
import type { Actor } from '../../access/actor.ts'
import { aVersion } from '../../collection/test-builders.ts'
import { aCollection, answered, asking, list, times } from '../test-builders.ts'
import type { CollectionOfTest } from '../test-builders.ts'
import { exportsFolder, sweepExports } from './export-files.ts'
import { resumeExports } from './resume-exports.ts'
import { writeExport } from './write-export.ts'

// It can be required only.
const { SavBufferReader } = createRequire(import.meta.url)('sav-reader')

let world: World
let site: Site

beforeAll(async () => {
  world = await aWorld()
  site = await aSite(world, [])
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const EXPORT = `id status rowsDone rowsTotal bytes sha256 problem address`
const START = `mutation ($input: StartExportInput!) { startExport(input: $input) { export { ${EXPORT} } problem } }`
const EXPORTS = `query ($questionnaireId: ID!) { exports(questionnaireId: $questionnaireId) { ${EXPORT} } }`
const CANCEL = `mutation ($exportId: ID!) { cancelExport(exportId: $exportId) { status } }`

const start = async (
  place: CollectionOfTest,
  input: Record<string, unknown>,
  actor: Actor = place.enterprise.manager,
) =>
  (await must(world, actor, START, { input: { questionnaireId: place.questionnaireId, language: 'fr', ...input } }))
    .startExport
const listed = async (place: CollectionOfTest, actor: Actor = place.enterprise.manager): Promise<any[]> =>
  (await must(world, actor, EXPORTS, { questionnaireId: place.questionnaireId })).exports
const tokens = new Map<string, string>()
async function load(
  actor: Actor,
  address: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  if (!tokens.has(actor.membershipId)) tokens.set(actor.membershipId, await aTokenOf(world, actor))
  return fetch(`${site.url}${address}`, {
    method,
    headers: { authorization: `Bearer ${tokens.get(actor.membershipId)}`, ...headers },
  })
}

/** The bytes of a file that was asked for, written and loaded. */
async function exported(place: CollectionOfTest, format: string, more: Record<string, unknown> = {}): Promise<Buffer> {
  const { export: asked } = await start(place, { format, ...more })
  await world.runJobs()
  const done = (await listed(place)).find(({ id }) => id === asked.id)
  expect(done).toMatchObject({ status: 'done', problem: null })
  const response = await load(place.enterprise.manager, done.address)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([response.status, bytes.length]).toEqual([200, done.bytes])
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(done.sha256)
  return bytes
}

const rowsOf = (bytes: Buffer, delimiter = ';'): Record<string, string>[] =>
  parse(bytes, { bom: true, delimiter, columns: true })

const content = asking(
  [
    { kind: 'consent', key: 'agree', label: { fr: 'J’accepte', nl: 'Ik stem in' } },
    { kind: 'single', key: 'family', choices: 'family', other: true, label: { fr: 'Famille', nl: 'Gezin' } },
    { kind: 'multiple', key: 'help', choices: 'help', label: { fr: 'Aide', nl: 'Hulp' } },
    { kind: 'longText', key: 'why', relevant: `\${family} = 'seul'`, label: { fr: 'Pourquoi ?', nl: 'Waarom?' } },
    { kind: 'thenNow', key: 'calm', label: { fr: 'Calme', nl: 'Rust' } },
    { kind: 'matrix', key: 'able', rows: 'help', label: { fr: 'Je sais', nl: 'Ik kan' } },
    { kind: 'ranking', key: 'order', choices: 'help' },
    { kind: 'decimal', key: 'hours', label: { fr: 'Heures', nl: 'Uren' } },
    { kind: 'date', key: 'since' },
    { kind: 'file', key: 'photo' },
    { kind: 'yesNo', key: 'again', relevant: `\${family} = 'couple'` },
  ],
  { family: list('seul', 'couple'), help: list('pairs', 'talks') },
)
const photo = { id: 'f0e1d2c3', name: 'arbre.jpg', type: 'image/jpeg', bytes: 12 }
const full = {
  agree: 'yes',
  family: 'other',
  family_other: '=HYPERLINK("http://x")',
  help: ['talks'],
  calm: { then: 4, now: 7 },
  able: { pairs: 5 },
  order: ['talks', 'pairs'],
  hours: -3.5,
  since: '2018-03-14',
  photo,
}

describe('a file of answers', () => {
  let place: CollectionOfTest

  beforeAll(async () => {
    place = await aCollection(world, content, { closed: true, groups: [{ name: '-Équipe' }], title: '@Printemps' })
    await answered(world, place, [
      { answers: full, groupId: place.groups[0], seconds: 130, consent: { agree: { version: 2, language: 'fr' } } },
      {
        answers: { family: 'seul', why: 'Deux\nlignes; "et" plus', help: ['pairs', 'talks'], hours: 2 },
        language: 'nl',
      },
      { answers: { family: null, help: null, hours: null, calm: null, again: null }, channel: 'paper' },
      ...times(3, { family: 'couple', again: 'yes' }),
      { answers: { family: 'seul' }, setAside: 'Essai' },
    ])
  })

  const byFamily = (rows: Record<string, any>[], value: unknown) => rows.find((row) => row['family'] === value)!

  test('is a CSV with a column for everything, nothing of which a spreadsheet runs', async () => {
    const bytes = await exported(place, 'csv')
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const rows = rowsOf(bytes)
    expect(rows).toHaveLength(6)
    const row = byFamily(rows, 'Autre')
    expect(row).toMatchObject({
      'answer.wave': "'@Printemps",
      'answer.group': "'-Équipe",
      'answer.version': '1',
      'answer.language': 'fr',
      'answer.channel': 'En ligne',
      'answer.day': '2018-03-14',
      'answer.seconds': '130',
      agree: 'Oui',
      'agree/version': '2',
      family_other: `'=HYPERLINK("http://x")`,
      'help/pairs': '0',
      'help/talks': '1',
      'calm/then': '4',
      'calm/now': '7',
      'able/pairs': 'Tout à fait d’accord',
      'able/talks': '',
      'order/pairs': '2',
      'order/talks': '1',
      hours: '-3,5',
      since: '2018-03-14',
      photo: 'arbre.jpg',
    })
    expect(byFamily(rows, 'Le seul')).toMatchObject({ why: 'Deux\nlignes; "et" plus', hours: '2', 'help/pairs': '1' })
    expect(byFamily(rows, '(Ne souhaite pas répondre)')).toMatchObject({
      'help/pairs': '(Ne souhaite pas répondre)',
      hours: '(Ne souhaite pas répondre)',
      'answer.channel': 'Papier',
    })
    expect(bytes.toString()).not.toContain(photo.id)
  })

  test('is a CSV with the names of choices, points and commas for those who compute with it', async () => {
    const options = { bom: false, labels: false, decimalComma: false, joined: true, setAside: true }
    const bytes = await exported(place, 'csv', { options })
    expect(bytes[0]).toBe('a'.charCodeAt(0))
    const rows = rowsOf(bytes, ',')
    expect(rows).toHaveLength(7)
    expect(byFamily(rows, 'other')).toMatchObject({ hours: '-3.5', help: 'talks', 'able/pairs': '5', agree: 'yes' })
    expect(byFamily(rows, 'declined')).toMatchObject({ hours: 'declined', 'help/pairs': 'declined' })
    expect(rows.map((row) => row['answer.setAside']).filter(Boolean)).toEqual(['Essai'])
  })

  test('is an XLSX whose cells are typed, with the codebook as its last sheet', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await exported(place, 'xlsx', { language: 'nl' })) as never)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Antwoorden', 'Codeboek'])
    const [sheet, codebook] = book.worksheets
    const header = (sheet!.getRow(1).values as string[]).slice(1)
    const column = (name: string) => header.indexOf(name) + 1
    const rows = sheet!.getRows(2, sheet!.rowCount - 1)!
    expect(rows).toHaveLength(6)
    const row = rows.find((one) => one.getCell(column('family')).value === 'Andere')!
    const cell = (name: string) => row.getCell(column(name))
    expect([cell('hours').value, cell('hours').type]).toEqual([-3.5, ExcelJS.ValueType.Number])
    expect([cell('family_other').value, cell('family_other').type]).toEqual([
      '=HYPERLINK("http://x")',
      ExcelJS.ValueType.String,
    ])
    expect([cell('answer.group').value, cell('able/pairs').value]).toEqual(['-Équipe', 'Helemaal akkoord'])
    const lines = codebook!.getRows(2, codebook!.rowCount - 1)!.map((one) => (one.values as unknown[]).slice(1))
    expect(lines).toContainEqual([
      'answers',
      'family',
      'family',
      'Gezin',
      'single',
      'choice',
      'couple',
      2,
      'De couple',
      '1',
    ])
    expect(lines).toContainEqual([
      'answers',
      'help/pairs',
      'help.pairs',
      'Hulp – De pairs',
      'multiple',
      'flag',
      0,
      0,
      'Nee',
      '1',
    ])
    for (const name of header) expect(lines.some((line) => line[1] === name)).toBe(true)
  })

  test('is an SPSS file with labels in the reader’s language and codes for what is no answer', async () => {
    const reader = new SavBufferReader(await exported(place, 'sav', { language: 'nl' }))
    await reader.open()
    const { sysvars } = reader.meta as any
    const named = (name: string) => sysvars.find((one: any) => one.name === name)
    expect(reader.meta.header.n_cases).toBe(6)
    expect(named('calm.then')).toMatchObject({ label: 'Rust – Vroeger' })
    const labels = (name: string) =>
      Object.fromEntries((reader.meta.getValueLabels(name) ?? []).map(({ val, label }: any) => [val, label]))
    expect(labels('family')).toEqual({
      1: 'De seul',
      2: 'De couple',
      3: 'Andere',
      [-98]: 'Wil liever niet antwoorden',
      [-99]: 'Niet gevraagd',
    })
    expect(labels('able.pairs')).toMatchObject({ 1: 'Helemaal niet akkoord', 5: 'Helemaal akkoord' })
    const rows: any[] = await reader.readAllRows()
    const row = rows.find((one) => one.family === 3)
    expect(row).toMatchObject({
      family_other: '=HYPERLINK("http://x")',
      'help.pairs': 0,
      'help.talks': 1,
      'calm.then': 4,
      'able.pairs': 5,
      hours: -3.5,
      photo: 'arbre.jpg',
      again: -99,
    })
    expect(rows.find((one) => one.family === 1)).toMatchObject({ why: 'Deux\nlignes; "et" plus', again: -99 })
    expect(rows.find((one) => one.family === -98)).toMatchObject({
      hours: -999_998,
      'help.pairs': -98,
      'calm.now': -999_998,
    })
    expect(rows.filter((one) => one.family === 2).map((one) => [one.again, one.hours])).toEqual(
      Array.from({ length: 3 }, () => [1, undefined]),
    )
  })

  test('is JSON that holds the answers as they are, files by their names', async () => {
    const { questionnaire, columns, answers } = JSON.parse((await exported(place, 'json')).toString())
    expect([questionnaire.title, answers.length]).toEqual(['Votre avis', 6])
    const one = answers.find((answer: any) => answer.answers.family === 'other')
    expect(one).toMatchObject({
      wave: '@Printemps',
      group: '-Équipe',
      day: '2018-03-14',
      consent: { agree: { version: 2 } },
    })
    expect(one.answers).toEqual({ ...full, photo: { name: 'arbre.jpg', type: 'image/jpeg', bytes: 12 } })
    expect(answers.some(({ answers: given }: any) => given.family === null)).toBe(true)
    expect(columns.find(({ name }: any) => name === 'family').choices[1]).toEqual({
      name: 'couple',
      label: 'Le couple',
    })
  })

  test('is a codebook for those who want to know before anybody answered', async () => {
    const empty = await aCollection(world, content)
    const rows = rowsOf(await exported(empty, 'codebookCsv'))
    expect(rows.find((row) => row['Colonne'] === 'family' && row['Valeur'] === 'couple')).toMatchObject({
      'Variable SPSS': 'family',
      Question: 'Famille',
      'Code SPSS': '2',
      Signification: 'Le couple',
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await exported(empty, 'codebook')) as never)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Dictionnaire'])
  })

  test('holds no hidden sheet, no author, no identifier of ours', async () => {
    const ids = (await world.root.query('SELECT id FROM response WHERE wave_id = $1', [place.waveId])).rows.map(
      ({ id }) => id,
    )
    for (const format of ['csv', 'xlsx', 'sav', 'json', 'codebook']) {
      const bytes = await exported(place, format)
      const texts =
        format === 'xlsx' || format === 'codebook'
          ? await Promise.all(Object.values((await JSZip.loadAsync(bytes)).files).map((file) => file.async('string')))
          : [bytes.toString('latin1')]
      for (const secret of [...ids, place.waveId, place.partnerId, place.enterpriseId, place.enterprise.manager.name])
        expect(texts.some((text) => text.includes(secret))).toBe(false)
      expect(texts.join('')).not.toMatch(/docProps|state="hidden"|dc:creator/)
    }
  })
})

test('a choice removed in a later version moves no column, and loses no answer', async () => {
  const help = (names: string[]) =>
    asking(
      [
        { kind: 'multiple', key: 'help', choices: 'h' },
        { kind: 'integer', key: 'age' },
      ],
      { h: list(...names) },
    )
  const place = await aCollection(world, help(['pairs', 'talks', 'walks']), { closed: true })
  await aVersion(world, place.enterprise, help(['pairs', 'walks', 'songs']), {
    questionnaireId: place.questionnaireId,
    number: 2,
  })
  await answered(world, place, [
    ...times(3, { help: ['talks', 'walks'], age: 30 }),
    ...times(3, { help: ['songs'], age: 40 }, { version: 2 }),
  ])
  const rows = rowsOf(await exported(place, 'csv'))
  const of = (version: string) => rows.find((row) => row['answer.version'] === version)!
  expect(Object.keys(rows[0]!).filter((name) => name.startsWith('help'))).toEqual([
    'help/pairs',
    'help/talks',
    'help/walks',
    'help/songs',
  ])
  expect(of('1')).toMatchObject({
    'help/pairs': '0',
    'help/talks': '1',
    'help/walks': '1',
    'help/songs': '',
    age: '30',
  })
  expect(of('2')).toMatchObject({
    'help/pairs': '0',
    'help/talks': '',
    'help/walks': '0',
    'help/songs': '1',
    age: '40',
  })
})

describe('repeats', () => {
  let place: CollectionOfTest

  beforeAll(async () => {
    const repeats = asking([
      { kind: 'shortText', key: 'name' },
      {
        kind: 'repeat',
        key: 'children',
        items: [
          { kind: 'integer', key: 'age' },
          { kind: 'repeat', key: 'days', items: [{ kind: 'date', key: 'day' }] },
        ],
      },
    ])
    place = await aCollection(world, repeats, { closed: true })
    await answered(world, place, [
      {
        answers: {
          name: 'A',
          children: [{ age: 3, days: [{ day: '2018-01-01' }, { day: '2018-01-02' }] }, { age: 5 }],
        },
      },
      ...times(4, { name: 'B', children: [] }),
    ])
  })

  test('are files of their own in an archive of CSV, tied by the number of the answer', async () => {
    const archive = await JSZip.loadAsync(await exported(place, 'csv'))
    expect(Object.keys(archive.files)).toEqual(['answers.csv', 'children.csv', 'children.days.csv'])
    const read = async (name: string) => rowsOf(await archive.file(name)!.async('nodebuffer'))
    const [answers, children, days] = [
      await read('answers.csv'),
      await read('children.csv'),
      await read('children.days.csv'),
    ]
    const number = answers.find((row) => row['name'] === 'A')!['answer.number']
    expect(children).toEqual([
      { 'answer.number': number, 'children.row': '1', age: '3' },
      { 'answer.number': number, 'children.row': '2', age: '5' },
    ])
    expect(days.map((row) => [row['children.row'], row['days.row'], row['day']])).toEqual([
      ['1', '1', '2018-01-01'],
      ['1', '2', '2018-01-02'],
    ])
  })

  test('are sheets of an XLSX, files of SPSS, and stay nested in JSON', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await exported(place, 'xlsx')) as never)
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount - 1])).toEqual([
      ['Réponses', 5],
      ['children', 2],
      ['children.days', 2],
      ['Dictionnaire', expect.any(Number)],
    ])
    const archive = await JSZip.loadAsync(await exported(place, 'sav'))
    const reader = new SavBufferReader(await archive.file('children.sav')!.async('nodebuffer'))
    await reader.open()
    expect((await reader.readAllRows()).map((row: any) => row.age)).toEqual([3, 5])
    const { answers } = JSON.parse((await exported(place, 'json')).toString())
    expect(answers.find(({ answers: given }: any) => given.name === 'A').answers.children[0].days).toHaveLength(2)
  })
})

test('long and odd texts arrive whole in every format', async () => {
  const odd = [
    'x'.repeat(255),
    'y'.repeat(256),
    'abcdefghij'.repeat(2000),
    '"\r\n;,\t.',
    '\u0001a_x0041_b<&>',
    'é'.repeat(300),
    '👩‍🌾 ok ',
  ]
  const place = await aCollection(
    world,
    asking([
      { kind: 'longText', key: 'q' },
      { kind: 'integer', key: 'n' },
    ]),
    { closed: true },
  )
  await answered(
    world,
    place,
    odd.map((q, n) => ({ answers: { q, n } })),
  )
  /** Which of the texts are not as they should be: short, whatever goes wrong. */
  const wrong = (rows: any[], expected: string[]) =>
    expected.flatMap((text, n) => (rows.find((row) => Number(row.n) === n)?.q === text ? [] : [n]))
  expect(wrong(rowsOf(await exported(place, 'csv')), odd)).toEqual([])
  const sav = await exported(place, 'sav')
  const reader = new SavBufferReader(sav)
  await reader.open()
  // The reader takes letters of several bytes apart; that they are there is seen in the bytes.
  expect(wrong((await reader.readAllRows()).slice(0), odd.slice(0, 5))).toEqual([])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await exported(place, 'xlsx')) as never)
  const sheet = book.worksheets[0]!
  const header = sheet.getRow(1).values as string[]
  const cell = (row: ExcelJS.Row, name: string) => row.getCell(header.indexOf(name)).value
  const rows = sheet.getRows(2, odd.length)!.map((row) => ({
    n: cell(row, 'n'),
    q: String(cell(row, 'q')).replace('_x005F_', '_'),
  }))
  const asXml = odd.map((text) => text.replace(/\r\n/g, '\n').replace('\u0001', ''))
  expect(wrong(rows, asXml)).toEqual([])
})

describe('fewer than five answers', () => {
  test('are not exported, and a wave with fewer stays out of a file of several', async () => {
    const small = await aCollection(world, content, { closed: true, title: 'Petite' })
    await answered(world, small, [...times(4, { agree: 'yes' }), { answers: { agree: 'no' }, setAside: 'Essai' }])
    expect(await start(small, { format: 'csv' })).toEqual({ export: null, problem: 'FEWER_THAN_FIVE' })
    const large = await aCollection(world, content, {
      closed: true,
      title: 'Grande',
      enterprise: small.enterprise,
      questionnaireId: small.questionnaireId,
    })
    await answered(world, large, times(5, { agree: 'yes' }))
    expect(await start(small, { format: 'csv', waveId: small.waveId })).toEqual({
      export: null,
      problem: 'FEWER_THAN_FIVE',
    })
    const rows = rowsOf(await exported(large, 'csv', { options: { setAside: true } }))
    expect(rows.map((row) => row['answer.wave'])).toEqual(Array(5).fill('Grande'))
  })
})

describe('who may load a file', () => {
  test('only who asked for it, as long as they may read answers and the file has not expired', async () => {
    const place = await aCollection(world, content, { closed: true, coachReads: true })
    const { manager, coach, contributor, partner } = place.enterprise
    await answered(world, place, times(5, { agree: 'yes' }))
    await start(place, { format: 'csv', waveId: place.waveId }, coach)
    await world.runJobs()
    const [file] = await listed(place, coach)
    const stranger = await anActor(world, 'coach', { partner })
    expect((await load(coach, file.address)).status).toBe(200)
    for (const actor of [manager, contributor, stranger]) expect((await load(actor, file.address)).status).toBe(404)
    expect((await fetch(`${site.url}${file.address}`)).status).toBe(401)
    expect(
      (
        await load(
          coach,
          `/api/response-exports/${file.id.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'))}/x.csv`,
        )
      ).status,
    ).toBe(404)
    expect((await load(coach, '/api/response-exports/..%2f..%2fsecret/x.csv')).status).toBe(404)
    expect(await listed(place, manager)).toEqual([])
    // The enterprise takes its consent back.
    const allow = (value: boolean) =>
      world.root.query('UPDATE wave SET coach_reads_responses = $2 WHERE id = $1', [place.waveId, value])
    await allow(false)
    expect((await load(coach, file.address)).status).toBe(404)
    expect(
      codeOf(
        await ask(world, coach, START, {
          input: { questionnaireId: place.questionnaireId, format: 'csv', language: 'fr' },
        }),
      ),
    ).toBe('NOT_FOUND')
    await allow(true)
    expect((await load(coach, file.address)).status).toBe(200)
    await world.root.query(`UPDATE response_export SET expires_at = now() WHERE id = $1`, [file.id])
    expect([(await load(coach, file.address)).status, await listed(place, coach)]).toEqual([404, []])
  })

  test('a coach takes away the waves that were opened to them, and learns only that there are others', async () => {
    const open = await aCollection(world, content, { closed: true, coachReads: true, title: 'Printemps' })
    const { manager, coach } = open.enterprise
    const more = { closed: true, enterprise: open.enterprise, questionnaireId: open.questionnaireId }
    const shut = await aCollection(world, content, { ...more, title: 'Automne secret' })
    await answered(world, open, times(6, { agree: 'yes' }))
    await answered(world, shut, times(7, { agree: 'no' }))
    const waves = `query ($id: ID!) { exportWaves(questionnaireId: $id) { waves { id title } otherWaves } }`
    const seenBy = async (actor: Actor) => (await must(world, actor, waves, { id: open.questionnaireId })).exportWaves
    expect(await seenBy(coach)).toEqual({ waves: [{ id: open.waveId, title: 'Printemps' }], otherWaves: 1 })
    expect(await seenBy(manager)).toMatchObject({
      waves: [{ title: 'Printemps' }, { title: 'Automne secret' }],
      otherWaves: 0,
    })

    /** What asking for a file of one wave says to the coach. */
    const asked = async (waveId: string, format = 'csv') =>
      codeOf(
        await ask(world, coach, START, {
          input: { questionnaireId: open.questionnaireId, waveId, format, language: 'fr' },
        }),
      )
    const elsewhere = await aCollection(world, content, { closed: true, coachReads: true })
    for (const waveId of [shut.waveId, elsewhere.waveId, newId(), 'x'])
      for (const format of ['csv', 'codebook']) expect(await asked(waveId, format)).toBe('NOT_FOUND')

    for (const format of ['csv', 'xlsx', 'json', 'sav', 'codebookCsv']) {
      const { export: file } = await start(open, { format }, coach)
      await world.runJobs()
      const done = (await listed(open, coach)).find(({ id }) => id === file.id)
      const bytes = Buffer.from(await (await load(coach, done.address)).arrayBuffer())
      expect([format, done.rowsTotal]).toEqual([format, 6])
      const texts =
        format === 'xlsx'
          ? await Promise.all(Object.values((await JSZip.loadAsync(bytes)).files).map((part) => part.async('string')))
          : [bytes.toString()]
      expect(texts.join('')).not.toMatch(/Automne|secret/)
      if (format === 'csv') expect(new Set(rowsOf(bytes).map((row) => row['agree']))).toEqual(new Set(['Oui']))
      if (format === 'json')
        expect(JSON.parse(texts[0]!).questionnaire).toMatchObject({ waves: ['Printemps'], otherWaves: 1 })
      if (format === 'codebookCsv')
        expect(
          rowsOf(bytes).flatMap((row) => (row['Colonne'] === 'answer.wave' ? [row['Signification']] : [])),
        ).toEqual(['Printemps', 'Une autre vague de ce questionnaire n’est pas dans ce fichier.'])
    }

    // What was opened after asking is not in; what was closed since takes the file away.
    const [file] = await listed(open, coach)
    const allow = (waveId: string, value: boolean) =>
      world.root.query('UPDATE wave SET coach_reads_responses = $2 WHERE id = $1', [waveId, value])
    const { export: early } = await start(open, { format: 'csv' }, coach)
    await allow(shut.waveId, true)
    await world.runJobs()
    expect((await listed(open, coach)).find(({ id }) => id === early.id).rowsTotal).toBe(6)
    await start(open, { format: 'csv' }, coach)
    await world.runJobs()
    const [both] = await listed(open, coach)
    expect([both.rowsTotal, (await load(coach, both.address)).status]).toEqual([13, 200])
    await allow(shut.waveId, false)
    expect([(await load(coach, both.address)).status, (await load(coach, file.address)).status]).toEqual([404, 200])
    await allow(open.waveId, false)
    expect([
      (await load(coach, file.address)).status,
      codeOf(await ask(world, coach, waves, { id: open.questionnaireId })),
    ]).toEqual([404, 'NOT_FOUND'])
  })

  test('an interrupted download goes on where it ended, and tells its length before', async () => {
    const place = await aCollection(world, content, { closed: true })
    const { manager } = place.enterprise
    await answered(world, place, times(200, { agree: 'yes', hours: 12.5 }))
    const whole = await exported(place, 'csv')
    const [file] = await listed(place)
    const head = await load(manager, file.address, {}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual([
      200,
      String(whole.length),
      'bytes',
    ])
    expect([(await head.arrayBuffer()).byteLength, head.headers.get('x-row-count')]).toEqual([0, '200'])
    const part = async (range: string, more = {}) => {
      const response = await load(manager, file.address, { range, ...more })
      return [
        response.status,
        response.headers.get('content-range'),
        Buffer.from(await response.arrayBuffer()),
      ] as const
    }
    const size = whole.length
    expect(await part('bytes=100-')).toEqual([206, `bytes 100-${size - 1}/${size}`, whole.subarray(100)])
    expect(await part('bytes=0-9')).toEqual([206, `bytes 0-9/${size}`, whole.subarray(0, 10)])
    expect(await part('bytes=-7')).toEqual([206, `bytes ${size - 7}-${size - 1}/${size}`, whole.subarray(-7)])
    expect((await part(`bytes=${size}-`)).slice(0, 2)).toEqual([416, `bytes */${size}`])
    expect((await part('bytes=5-9,20-30'))[0]).toBe(200)
    expect((await part('bytes=5-9', { 'if-range': '"another"' }))[0]).toBe(200)
    expect((await part('bytes=5-9', { 'if-range': head.headers.get('etag')! }))[0]).toBe(206)
    // A file that is not as it was written is not given away.
    truncateSync(
      path.join(
        exportsFolder(world.services.settings.dataDir),
        readdirSync(exportsFolder(world.services.settings.dataDir)).find((name) => name.startsWith(file.id))!,
      ),
      50,
    )
    expect((await load(manager, file.address)).status).toBe(404)
  })

  test('an export can be given up: a finished file is deleted, a run stops', async () => {
    const place = await aCollection(world, content, { closed: true })
    const { manager, contributor } = place.enterprise
    await answered(world, place, times(6, { agree: 'yes' }))
    await exported(place, 'csv')
    const [file] = await listed(place)
    expect(codeOf(await ask(world, contributor, CANCEL, { exportId: file.id }))).toBe('NOT_FOUND')
    const folder = exportsFolder(world.services.settings.dataDir)
    const count = () => readdirSync(folder).filter((name) => name.startsWith(file.id)).length
    expect(count()).toBe(1)
    expect((await must(world, manager, CANCEL, { exportId: file.id })).cancelExport.status).toBe('cancelled')
    expect([count(), (await load(manager, file.address)).status, await listed(place)]).toEqual([0, 404, []])
    expect(codeOf(await ask(world, manager, CANCEL, { exportId: file.id }))).toBe('NOT_FOUND')
    const { export: waiting } = await start(place, { format: 'csv' })
    await must(world, manager, CANCEL, { exportId: waiting.id })
    await world.runJobs()
    expect(readdirSync(folder).some((name) => name.startsWith(waiting.id))).toBe(false)
  })

  test('three at once are enough, however many are asked for at the same moment', async () => {
    const place = await aCollection(world, content, { closed: true })
    await answered(world, place, times(6, { agree: 'yes' }))
    // Two that nobody writes, so that the jobs of the others cannot make room.
    await anExport(place)
    await anExport(place)
    const asked = await Promise.all(Array.from({ length: 8 }, () => start(place, { format: 'codebook' })))
    const { rows } = await world.root.query(
      `SELECT max(under_way)::int AS most FROM (SELECT count(*) OVER (ORDER BY created_at, id) - count(*) FILTER (WHERE status = 'done')
         OVER (ORDER BY created_at, id) AS under_way FROM response_export WHERE questionnaire_id = $1) e`,
      [place.questionnaireId],
    )
    expect(rows[0].most).toBeLessThanOrEqual(3)
    expect(asked.some(({ problem }) => problem === 'TOO_MANY_AT_ONCE')).toBe(true)
    expect(asked.some(({ problem }) => problem === null)).toBe(true)
    await world.runJobs()
  })
})

/** An export that was asked for, and whose job was lost. */
async function anExport(place: CollectionOfTest): Promise<string> {
  const id = newId()
  await world.root.query(
    `INSERT INTO response_export (partner_id, id, enterprise_id, questionnaire_id, wave_ids, format, language, options, user_id, expires_at)
     VALUES ($1, $2, $3, $4, ARRAY[$6::uuid], 'csv', 'fr', '{"decimalComma": true}', $5, now() + interval '1 day')`,
    [place.partnerId, id, place.enterpriseId, place.questionnaireId, place.enterprise.manager.userId, place.waveId],
  )
  return id
}

describe('a run that dies', () => {
  const begun = async () => {
    const place = await aCollection(world, content, { closed: true })
    await answered(world, place, times(30, { agree: 'yes' }))
    return { place, id: await anExport(place) }
  }
  const files = (id: string) => {
    const folder = exportsFolder(world.services.settings.dataDir)
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(id)) : []
  }

  test('is begun anew by the clock, and leaves no short file', async () => {
    const { place, id } = await begun()
    // As a killed process leaves it: running, with half a file under the name of its run.
    await world.root.query(
      `UPDATE response_export SET status = 'running', attempt = 1, beat_at = now() - interval '1 minute' WHERE id = $1`,
      [id],
    )
    const folder = exportsFolder(world.services.settings.dataDir)
    writeFileSync(path.join(folder, `${id}-1.part`), 'half a')
    const worker = { query: (sql: string) => world.root.query(sql) }
    await resumeExports(worker)
    await world.runJobs()
    const [file] = await listed(place)
    expect([file.status, file.rowsTotal]).toEqual(['done', 30])
    expect(rowsOf(Buffer.from(await (await load(place.enterprise.manager, file.address)).arrayBuffer()))).toHaveLength(
      30,
    )
    // What the dead run left is swept once it is old.
    const past = new Date(Date.now() - 2 * 3_600_000)
    utimesSync(path.join(folder, `${id}-1.part`), past, past)
    await sweepExports(world.services.settings.dataDir)
    expect(files(id)).toEqual([`${id}-2.csv`])
  })

  test('two runs of one export make one file', async () => {
    const { place, id } = await begun()
    await Promise.all(Array.from({ length: 4 }, () => writeExport(world.services, place.partnerId, id)))
    const [file] = await listed(place)
    expect([file.status, files(id).length]).toEqual(['done', 1])
    expect((await load(place.enterprise.manager, file.address)).status).toBe(200)
  })

  test('is not begun for ever: the third that fails says so', async () => {
    const { place, id } = await begun()
    const folder = exportsFolder(world.services.settings.dataDir)
    const broken = { ...world.services, settings: { ...world.services.settings, dataDir: '/dev/null' } }
    for (let run = 1; run <= 2; run++) await expect(writeExport(broken, place.partnerId, id)).rejects.toThrow()
    expect((await listed(place))[0].status).toBe('waiting')
    await writeExport(broken, place.partnerId, id)
    expect((await listed(place))[0]).toMatchObject({ status: 'failed', problem: 'failed', address: null })
    expect(files(id)).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  })
})
