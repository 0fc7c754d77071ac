import ExcelJS from 'exceljs'
import { parse } from 'csv-parse/sync'
import { anActor, aWorld, must } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { tenantOf } from '../../../test/world.ts'
import { anEnterprise, aServer } from './test-builders.ts'
import { orderOf } from './export.routes.ts'

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

const read = (text: string, delimiter = ';') => parse(text, { bom: true, delimiter }) as string[][]

describe('the cohort as a file', () => {
  it('holds the rows of the screen, in the words of the reader', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId }, name: 'Anne' })
    await anEnterprise(world, admin, {
      name: 'Éclat',
      city: 'Liège',
      platform: 'A',
      territory: 'BE32',
      coach,
      identifier: '0403170701',
      evaluation: { phase: 2, currentStep: '2.3', plannedEndOn: '2018-01-01' },
    })
    await anEnterprise(world, admin, { name: 'Neuve', recruitment: 'pending' })
    for (const [lang, delimiter, head, recruitment] of [
      ['fr', ';', 'Nom', 'Invitée'],
      ['nl', ';', 'Naam', 'Uitgenodigd'],
      ['en', ',', 'Name', 'Invited'],
    ] as const) {
      const answer = await server.ask(admin, `/api/exports/cohort.csv?lang=${lang}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('x-row-count')).toBe('2')
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const [header, first, second] = read(bytes.toString('utf8'), delimiter)
      expect(header![0]).toBe(head)
      expect(first).toEqual(expect.arrayContaining(['Éclat', '0403170701', 'Liège', 'Anne', '2.3', '2018-01-01']))
      expect(second).toContain(recruitment)
    }
  })

  it('has the count of the screen and the same filter', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const coach = await anActor(world, 'coach', { partner: { id: admin.partnerId } })
    for (let n = 0; n < 7; n++)
      await anEnterprise(world, admin, {
        name: `E ${n}`,
        platform: n % 2 ? 'A' : 'B',
        coach: n > 3 ? coach : undefined,
      })
    const answer = await server.ask(coach, '/api/exports/cohort.csv?platform=A&mine=true&sort=NAME&descending=true')
    const { cohort } = await must(
      world,
      coach,
      '{ cohort(filter: { platform: "A", mine: true }, descending: true) { totalCount nodes { name } } }',
    )
    const rows = read(await answer.text()).slice(1)
    expect(answer.headers.get('x-row-count')).toBe(String(cohort.totalCount))
    expect(rows.map(([name]) => name)).toEqual(cohort.nodes.map(({ name }: { name: string }) => name))
    expect(rows).toHaveLength(1)
  })

  it('is complete beyond one page, though many rows are alike', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const ids = Array.from({ length: 2345 }, newId)
    await tenantOf(world, admin).write((db) =>
      db.rows(
        `INSERT INTO enterprise (partner_id, id, name, country) SELECT $1, id, 'Same', 'BE' FROM unnest($2::uuid[]) AS id`,
        [admin.partnerId, ids],
      ),
    )
    for (const sort of ['NAME', 'LAST_ACTIVITY']) {
      const answer = await server.ask(admin, `/api/exports/cohort.csv?sort=${sort}`)
      expect(answer.headers.get('x-row-count')).toBe('2345')
      expect(read(await answer.text())).toHaveLength(2346)
    }
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await (await server.ask(admin, '/api/exports/cohort.xlsx')).arrayBuffer()) as never)
    expect(book.worksheets[0]!.rowCount).toBe(2346)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('lets no spreadsheet run %j', async (text) => {
    const admin = await anActor(world, 'partnerAdmin')
    await anEnterprise(world, admin, { name: `A${newId()}`, city: text })
    const [, row] = read(await (await server.ask(admin, '/api/exports/cohort.csv')).text())
    expect(row).toContain(`'${text}`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await (await server.ask(admin, '/api/exports/cohort.xlsx')).arrayBuffer()) as never)
    expect(book.worksheets[0]!.getRow(2).getCell(9).type).toBe(ExcelJS.ValueType.String)
  })

  it('is nothing for others, and nobody of another partner finds a row of ours', async () => {
    const admin = await anActor(world, 'partnerAdmin')
    const { id } = await anEnterprise(world, admin, { name: 'CANARY' })
    const manager = await anActor(world, 'manager', { partner: { id: admin.partnerId }, enterpriseId: id })
    expect((await server.ask(manager, '/api/exports/cohort.csv')).status).toBe(404)
    expect((await server.ask(undefined, '/api/exports/cohort.csv')).status).toBe(401)
    expect((await server.ask(admin, '/api/exports/cohort.pdf')).status).toBe(404)
    const foreign = await server.ask(await anActor(world, 'partnerAdmin'), '/api/exports/cohort.csv?text=canary')
    expect(foreign.headers.get('x-row-count')).toBe('0')
    expect(await foreign.text()).not.toContain('CANARY')
  })
})

describe('the filter in the address', () => {
  it('reads lists with commas or repeated, and flags', () => {
    const { filter, sort, descending } = orderOf({
      statuses: ['active', 'paused,stopped'],
      phases: '1,3',
      stalled: 'true',
      sort: 'STEP',
      descending: 'true',
    })
    expect(filter).toMatchObject({
      statuses: ['active', 'paused', 'stopped'],
      phases: [1, 3],
      stalled: true,
      mine: false,
    })
    expect([sort, descending]).toEqual(['STEP', true])
  })

  it.each<[Record<string, string>]>([
    [{ sort: 'DROP' }],
    [{ phases: '7' }],
    [{ column: 'constructor' }],
    [{ text: 'x'.repeat(101) }],
  ])('refuses %j', (query) => {
    expect(() => orderOf(query)).toThrow('cannot be taken')
  })
})
