import { parse } from 'csv-parse/sync'
import { anActor, ask, aWorld, codeOf, must, tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'
import { anEnterprise, aServer } from '../cohort/test-builders.ts'
import { aWorkbook } from '../../platform/workbook/test-files.ts'

let world: World
let server: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  world = await aWorld()
  server = await aServer(world)
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const IMPORT = `query ($id: ID!) { import(id: $id) { fileName status headers sample mapping { field column } rowCount createdCount updatedCount unchangedCount faultyCount doneCount keptCount problem } }`
const CHECK = `mutation ($id: ID!, $mapping: [ColumnMappingInput!]!, $defaults: ImportDefaultsInput) { checkImport(id: $id, mapping: $mapping, defaults: $defaults) { import { status } problem } }`
const APPLY = `mutation ($id: ID!) { applyImport(id: $id) { import { status } problem } }`
const UNDO = `mutation ($id: ID!) { undoImport(id: $id) { import { status } problem } }`
const ROWS = `query ($id: ID!, $only: ImportRows!, $first: Int = 100, $after: String) { importRows(id: $id, only: $only, first: $first, after: $after) {
  nodes { rowNumber effect cells faults { field header code text firstRow } enterpriseName undo } pageInfo { hasNextPage endCursor } } }`

const upload = (actor: Actor | undefined, content: string | Buffer, name = 'list.csv', type = 'text/csv') =>
  server.ask(actor, `/api/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(content)),
    headers: { 'content-type': type },
  })
async function taken(actor: Actor, content: string | Buffer): Promise<string> {
  const answer = await upload(actor, content)
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}
const state = async (actor: Actor, id: string) => (await must(world, actor, IMPORT, { id })).import
const rowsOf = async (actor: Actor, id: string, only: string) =>
  (await must(world, actor, ROWS, { id, only })).importRows.nodes

/** Goes on with the mapping that was suggested. */
async function check(actor: Actor, id: string, defaults = {}) {
  const { mapping } = await state(actor, id)
  const { checkImport } = await must(world, actor, CHECK, { id, mapping, defaults })
  expect(checkImport).toEqual({ import: { status: 'checking' }, problem: null })
  await world.runJobs()
  return state(actor, id)
}
async function apply(actor: Actor, id: string) {
  await must(world, actor, APPLY, { id })
  await world.runJobs()
  return state(actor, id)
}
const listed = async (actor: Actor) =>
  (await must(world, actor, '{ cohort { nodes { name identifier city platform coachName territory } } }')).cohort.nodes

const MESSY = [
  'Raison sociale;N° BCE / SIRET;Code postal;Commune;Code NAF;Site web;Plateforme-test;Accompagnement',
  'Atelier du Pré;BE 0403.170.701;7000;Mons;8899B;www.pre.example;A;Anne',
  ';;;;;;;',
  'Éclat & Cie;410 717 714 00035;1500;Ambérieu;7820Z;;;',
  'Sans numéro;;5000;Namur;;;;',
  'Faux numéro;0403170702;5000;Namur;;;;',
  'Arrondi;4,10718E+13;59000;Lille;;;;',
  ';0403170701;7000;Mons;;;;',
  'Double;0403170701;7000;Mons;;;;',
  'Site piégé;;5000;Namur;;javascript:alert(1);;',
  'Plateforme Z;;5000;Namur;;;Z;',
  'Inconnue;;5000;Namur;;;;Personne',
  'Nulle part;;;;;;;',
  ';;;;;;;',
  '',
].join('\r\n')

describe('a file of enterprises', () => {
  it('comes in with its columns recognised, before anything is written', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const id = await taken(admin, MESSY.replace('N° BCE / SIRET', 'BCE / SIRET'))
    const batch = await state(admin, id)
    expect(batch).toMatchObject({ fileName: 'list.csv', status: 'mapping', rowCount: 11, faultyCount: null })
    expect(batch.sample).toHaveLength(5)
    expect(batch.mapping).toEqual(
      expect.arrayContaining([
        { field: 'name', column: 0 },
        { field: 'identifier', column: 1 },
        { field: 'postalCode', column: 2 },
        { field: 'city', column: 3 },
        { field: 'nace', column: 4 },
        { field: 'website', column: 5 },
        { field: 'platform', column: 6 },
        { field: 'coach', column: 7 },
      ]),
    )
    expect(await listed(admin)).toEqual([])
  })

  it('is tried first: every faulty row is named with its column, code and text', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    await anActor(world, 'coach', { partner: { id: admin.partnerId }, name: 'Anne' })
    const id = await taken(admin, Buffer.from(MESSY.replace('N° BCE / SIRET', 'SIRET'), 'latin1'))
    expect(await check(admin, id)).toMatchObject({
      status: 'checked',
      createdCount: 3,
      updatedCount: 0,
      unchangedCount: 0,
      faultyCount: 8,
      doneCount: 11,
    })
    const faulty = await rowsOf(admin, id, 'faulty')
    expect(
      faulty.map(({ rowNumber, faults }: any) => [
        rowNumber,
        ...faults.map((fault: any) => `${fault.header}/${fault.code}/${fault.text}/${fault.firstRow ?? ''}`),
      ]),
    ).toEqual([
      [6, 'SIRET/notABce/0403170702/'],
      [7, 'SIRET/identifierRounded/4,10718E+13/'],
      [8, 'Raison sociale/required//'],
      [9, 'SIRET/duplicateInFile/0403170701/2'],
      [10, 'Site web/notAWebsite/javascript:alert(1)/'],
      [11, 'Plateforme-test/unknownPlatform/Z/'],
      [12, 'Accompagnement/unknownCoach/Personne/'],
      [13, 'null/missingCountry//'],
    ])
    expect(await listed(admin)).toEqual([])
    const csv = parse(await (await server.ask(admin, `/api/imports/${id}/faulty.csv?lang=nl`)).text(), {
      bom: true,
      delimiter: ';',
    }) as string[][]
    expect(csv[0]!.slice(0, 3)).toEqual(['Rij', 'Te verbeteren', 'Raison sociale'])
    expect(csv).toHaveLength(9)
    expect(csv[4]).toEqual(expect.arrayContaining(['9', 'SIRET: staat al in dit bestand, rij 2', 'Double']))
  })

  it('writes the sound rows and leaves the faulty ones out', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    await anActor(world, 'coach', { partner: { id: admin.partnerId }, name: 'Anne' })
    const id = await taken(admin, MESSY.replace('N° BCE / SIRET', 'SIRET'))
    await check(admin, id, { platform: 'B' })
    expect(await apply(admin, id)).toMatchObject({ status: 'applied', createdCount: 3, faultyCount: 8 })
    expect(await listed(admin)).toEqual([
      {
        name: 'Atelier du Pré',
        identifier: '0403170701',
        city: 'Mons',
        platform: 'A',
        coachName: 'Anne',
        territory: null,
      },
      {
        name: 'Éclat & Cie',
        identifier: '41071771400035',
        city: 'Ambérieu',
        platform: 'B',
        coachName: null,
        territory: null,
      },
      { name: 'Sans numéro', identifier: null, city: 'Namur', platform: 'B', coachName: null, territory: null },
    ])
    const { rows } = await world.root.query(
      `SELECT action FROM audit_entry WHERE partner_id = $1 AND object_type = 'import' ORDER BY at`,
      [admin.partnerId],
    )
    expect(rows.map(({ action }) => action)).toEqual(['import.received', 'import.applied'])
  })

  it('changes what differs, by number or by name and postal code, and overwrites nothing with blanks', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    await anEnterprise(world, admin, { name: 'Old name', identifier: '0403170701', city: 'Mons', platform: 'A' })
    await anEnterprise(world, admin, { name: 'Atelier', postalCode: '5000', city: 'Namur' })
    await anEnterprise(world, admin, { name: 'Same', identifier: '41071771400035', country: 'FR', city: 'Lille' })
    const id = await taken(
      admin,
      'nom;numero;cp;commune\nNew name;403170701;;\nAtelier;;5000;Jambes\nSame;41071771400035;;Lille\nAtelier;;5100;Namur',
    )
    expect(await check(admin, id)).toMatchObject({
      createdCount: 1,
      updatedCount: 2,
      unchangedCount: 1,
      faultyCount: 0,
    })
    await apply(admin, id)
    expect((await listed(admin)).map(({ name, city, platform }: any) => [name, city, platform])).toEqual([
      ['Atelier', 'Jambes', null],
      ['Atelier', 'Namur', null],
      ['New name', 'Mons', 'A'],
      ['Same', 'Lille', null],
    ])
  })

  it('changes nothing when our own export comes back', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId }, name: 'Anne' })
    for (let n = 0; n < 5; n++) {
      const { id } = await anEnterprise(world, admin, {
        name: n ? `=Atelier ${n}` : "'t Atelier",
        city: '-Mons',
        postalCode: n % 2 ? '5000' : null,
        platform: 'A',
        territory: 'BE32',
        coach,
        evaluation: n % 2 ? {} : undefined,
      })
      await tenantOf(world, admin).write((db) =>
        db.rows(
          `UPDATE enterprise SET legal_form = 'asbl', size_band = '10to49', nace = '88.99', website = 'https://a.example', description = 'Two\nlines; and "quotes"' WHERE partner_id = $1 AND id = $2`,
          [admin.partnerId, id],
        ),
      )
    }
    for (const file of ['csv?lang=fr', 'csv?lang=nl', 'csv?lang=en', 'xlsx?lang=fr', 'xlsx?lang=en']) {
      const exported = Buffer.from(await (await server.ask(admin, `/api/exports/cohort.${file}`)).arrayBuffer())
      const id = await taken(admin, exported)
      expect((await state(admin, id)).mapping).toHaveLength(14)
      expect(await check(admin, id)).toMatchObject({
        createdCount: 0,
        updatedCount: 0,
        unchangedCount: 5,
        faultyCount: 0,
      })
    }
  })

  it('is taken back whole, but for enterprises somebody has worked with since, which are named', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    await anEnterprise(world, admin, { name: 'Before', identifier: '0403170701', city: 'Mons', platform: 'A' })
    const id = await taken(
      admin,
      'nom;bce;cp;commune;plateforme\nAfter;0403170701;7000;Tournai;B\nGone;;5000;Namur;A\nEdited;;5000;Namur;A\nWith people;;5000;Namur;A',
    )
    await check(admin, id)
    await apply(admin, id)
    const { cohort } = await must(world, admin, '{ cohort { nodes { id name } } }')
    const idOf = (name: string) => cohort.nodes.find((row: any) => row.name === name).id
    await must(
      world,
      admin,
      `mutation ($id: ID!) { editEnterprise(id: $id, input: { name: "Edited", country: "BE", city: "Liège" }) { problem } }`,
      { id: idOf('Edited') },
    )
    await anActor(world, 'manager', { partner: { id: admin.partnerId }, enterpriseId: idOf('With people') })
    await must(world, admin, UNDO, { id })
    await world.runJobs()
    expect(await state(admin, id)).toMatchObject({ status: 'undone', keptCount: 2 })
    expect((await rowsOf(admin, id, 'kept')).map((row: any) => row.enterpriseName)).toEqual(['Edited', 'With people'])
    expect((await listed(admin)).map(({ name, city, platform }: any) => [name, city, platform])).toEqual([
      ['Before', 'Mons', 'A'],
      ['Edited', 'Liège', 'A'],
      ['With people', 'Namur', 'A'],
    ])
    const { rows } = await world.root.query(
      `SELECT platform_code, ends_on FROM participation p JOIN enterprise e ON e.id = p.enterprise_id WHERE e.partner_id = $1 AND e.name = 'Before'`,
      [admin.partnerId],
    )
    expect(rows).toEqual([{ platform_code: 'A', ends_on: null }])
    expect((await must(world, admin, UNDO, { id })).undoImport.problem).toBe('WRONG_STATUS')
  })

  it('remembers what the columns meant the last time', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const first = await taken(admin, 'Colonne X;Colonne Y\nA;7000')
    expect((await state(admin, first)).mapping).toEqual([])
    expect((await must(world, admin, CHECK, { id: first, mapping: [] })).checkImport.problem).toBe('NAME_NOT_MAPPED')
    await must(world, admin, CHECK, {
      id: first,
      mapping: [
        { field: 'name', column: 0 },
        { field: 'postalCode', column: 1 },
      ],
    })
    const second = await taken(admin, 'colonne x ;COLONNE Y\nB;7000')
    expect((await state(admin, second)).mapping).toEqual(
      expect.arrayContaining([
        { field: 'name', column: 0 },
        { field: 'postalCode', column: 1 },
      ]),
    )
    const stranger = await anActor(world, 'partnerAdmin')
    expect((await state(stranger, await taken(stranger, 'Colonne X;Colonne Y\nA;7000'))).mapping).toEqual([])
    await world.runJobs()
  })

  it('comes as a workbook too, with numbers for identifiers', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const id = await taken(
      admin,
      await aWorkbook([['Naam', 'Ondernemingsnummer'], ['Een', 403170701], [], ['Twee', 41071771400035]]),
    )
    expect(await check(admin, id)).toMatchObject({ createdCount: 2, faultyCount: 0 })
    await apply(admin, id)
    expect((await listed(admin)).map(({ name, identifier }: any) => [name, identifier])).toEqual([
      ['Een', '0403170701'],
      ['Twee', '41071771400035'],
    ])
  })

  it('goes on after a stop without writing a row twice, and once though eight press the button', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const lines = Array.from({ length: 1234 }, (_, n) => `Atelier ${n};5000`)
    const id = await taken(admin, `nom;cp\n${lines.join('\n')}`)
    await check(admin, id)
    // Opens the connections first, so that those who ask at once do meet.
    await Promise.all(Array.from({ length: 8 }, () => state(admin, id)))
    const answers = await Promise.all(Array.from({ length: 8 }, () => must(world, admin, APPLY, { id })))
    expect(answers.filter(({ applyImport }) => applyImport.import)).toHaveLength(1)
    await world.runJobs()
    // A job may be done twice: the second time finds nothing to do.
    await world.root.query(`UPDATE import_batch SET status = 'applying' WHERE id = $1`, [id])
    await world.root.query(
      `SELECT enqueue('applyImport', json_build_object('partnerId', $1::text, 'importId', $2::text))`,
      [admin.partnerId, id],
    )
    await world.runJobs()
    expect((await must(world, admin, '{ cohort { totalCount } }')).cohort.totalCount).toBe(1234)
    expect(await state(admin, id)).toMatchObject({ status: 'applied', createdCount: 1234 })
    await must(world, admin, UNDO, { id })
    await world.runJobs()
    expect((await must(world, admin, '{ cohort { totalCount } }')).cohort.totalCount).toBe(0)
  })

  it('can be gone on with or taken back when it broke off in the middle', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const id = await taken(admin, `nom;cp\n${Array.from({ length: 700 }, (_, n) => `Atelier ${n};5000`).join('\n')}`)
    await check(admin, id)
    // The second chunk cannot be written: one of its rows holds what the database refuses.
    await world.root.query(
      `UPDATE import_row SET record = record || '{"sizeBand": "broken"}' WHERE import_id = $1 AND row_number = 600`,
      [id],
    )
    expect(await apply(admin, id)).toMatchObject({ status: 'failed', problem: 'INTERNAL', doneCount: 500 })
    expect((await must(world, admin, '{ cohort { totalCount } }')).cohort.totalCount).toBe(500)
    const mapping = [{ field: 'name', column: 0 }]
    expect((await must(world, admin, CHECK, { id, mapping })).checkImport.problem).toBe('WRONG_STATUS')
    await world.root.query(`UPDATE import_row SET record = record - 'sizeBand' WHERE import_id = $1`, [id])
    expect(await apply(admin, id)).toMatchObject({ status: 'applied', createdCount: 700 })
    expect((await must(world, admin, '{ cohort { totalCount } }')).cohort.totalCount).toBe(700)
    await must(world, admin, UNDO, { id })
    await world.runJobs()
    expect((await must(world, admin, '{ cohort { totalCount } }')).cohort.totalCount).toBe(0)
  })

  it('shows its rows page by page', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const id = await taken(admin, `nom\n${Array.from({ length: 7 }, (_, n) => `E ${n}`).join('\n')}`)
    const numbers: number[] = []
    for (let after: string | null = null; ;) {
      const { importRows }: any = await must(world, admin, ROWS, { id, only: 'all', first: 3, after })
      numbers.push(...importRows.nodes.map((row: any) => row.rowNumber))
      if (!importRows.pageInfo.hasNextPage) break
      after = importRows.pageInfo.endCursor
    }
    expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8])
  })
})

describe('the door for files', () => {
  it('is for the administrator of the partner, and tells nobody else of an import', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId } })
    const stranger = await anActor(world, 'partnerAdmin')
    expect((await upload(undefined, 'nom\nA')).status).toBe(401)
    expect((await upload(coach, 'nom\nA')).status).toBe(404)
    // Refused before the file is read: its size does not come into it.
    expect((await upload(coach, Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))).status).toBe(404)
    const id = await taken(admin, 'nom\nCANARY;')
    await check(admin, id, { country: 'BE' })
    for (const actor of [coach, stranger]) {
      for (const [query, variables] of [
        [IMPORT, { id }],
        [ROWS, { id, only: 'all' }],
        [APPLY, { id }],
        [UNDO, { id }],
        [CHECK, { id, mapping: [{ field: 'name', column: 0 }] }],
      ] as const) {
        expect(codeOf(await ask(world, actor, query, variables))).toBe('NOT_FOUND')
      }
      expect((await server.ask(actor, `/api/imports/${id}/faulty.csv`)).status).toBe(404)
    }
    expect((await must(world, stranger, '{ imports { nodes { id } } }')).imports.nodes).toEqual([])
    expect((await must(world, admin, '{ imports { nodes { id } } }')).imports.nodes).toEqual([{ id }])
  })

  it.each([
    ['an empty file', '', 'text/csv', 422, 'EMPTY'],
    ['a header without rows', 'nom;ville\n', 'text/csv', 422, 'EMPTY'],
    ['a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'text/csv', 422, 'NOT_A_TABLE'],
    ['a torn workbook', Buffer.from('504b030414000000', 'hex'), 'text/csv', 422, 'NOT_A_TABLE'],
    ['another type', '{}', 'application/xml', 415, 'NOT_A_TABLE'],
    ['more than twenty megabytes', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'text/csv', 413, 'FILE_TOO_LARGE'],
  ])('refuses %s with a plain code, and keeps nothing', async (_, content, type, status, error) => {
    const admin = await anActor(world, 'partnerAdmin')
    const answer = await upload(admin, content, 'x', type)
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([status, error])
    expect((await must(world, admin, '{ imports { nodes { id } } }')).imports.nodes).toEqual([])
  })

  it('keeps the name of the file without its folders', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const { id } = (await (await upload(admin, 'nom\nA', '../../été.csv')).json()) as { id: string }
    expect((await state(admin, id)).fileName).toBe('.. .. été.csv')
  })

  it('refuses columns that are not there', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const id = await taken(admin, 'nom\nA')
    for (const mapping of [
      [{ field: 'name', column: 1 }],
      [{ field: 'name', column: -1 }],
      [{ field: '__proto__', column: 0 }],
      [
        { field: 'name', column: 0 },
        { field: 'name', column: 0 },
      ],
    ]) {
      expect(codeOf(await ask(world, admin, CHECK, { id, mapping }))).toBe('BAD_INPUT')
    }
    expect(
      codeOf(
        await ask(world, admin, CHECK, { id, mapping: [{ field: 'name', column: 0 }], defaults: { platform: 'Z' } }),
      ),
    ).toBe('BAD_INPUT')
    const theirs = await anActor(world, 'coach')
    expect(
      codeOf(
        await ask(world, admin, CHECK, {
          id,
          mapping: [{ field: 'name', column: 0 }],
          defaults: { coachMembershipId: theirs.membershipId },
        }),
      ),
    ).toBe('NOT_FOUND')
  })
})
