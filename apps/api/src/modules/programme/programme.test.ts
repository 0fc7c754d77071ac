import Fastify from 'fastify'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { anActor, ask, aWorld, codeOf, must, statementsOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import type { Actor } from '../access/actor.ts'
import { programmeRoutes } from './programme.routes.ts'

let world: World
let contributor: Actor
beforeAll(async () => {
  world = await aWorld()
  // Of a real partner, so that the programme holds its 21 and nobody else.
  const { rows } = await world.owner.query(`SELECT id FROM partner WHERE code = 'caips'`)
  contributor = await anActor(world, 'coach', { partner: rows[0] })
})
afterAll(() => world.close())

const PARTNERS = `{ partners { code name kind funding territory isLead totalBudgetCents erdfCents joinedOn leftOn } }`
const sum = (amounts: (number | null)[]) => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)

describe('the partners', () => {
  it('are 21 and add up to the cent in both columns', async () => {
    const { partners } = await must(world, contributor, PARTNERS)
    expect(partners).toHaveLength(21)
    expect(sum(partners.map((partner: any) => partner.totalBudgetCents))).toBe(326_526_653)
    expect(sum(partners.map((partner: any) => partner.erdfCents))).toBe(163_263_321)
  })

  it('have no amount when they are associated, and never 0', async () => {
    const { partners } = await must(world, contributor, PARTNERS)
    const associated = partners.filter((partner: any) => partner.funding === 'associated')
    expect(associated).toHaveLength(7)
    for (const partner of associated) expect([partner.totalBudgetCents, partner.erdfCents]).toEqual([null, null])
    expect(partners.filter((partner: any) => partner.isLead).map((partner: any) => partner.code)).toEqual(['concertes'])
  })

  it('are summed by territory in the database', async () => {
    const { budgetByTerritory } = await must(
      world,
      contributor,
      `{ budgetByTerritory { territories { territory funded associated totalBudgetCents erdfCents shareOfBudget }
         total { territory funded associated totalBudgetCents erdfCents shareOfBudget } } }`,
    )
    expect(budgetByTerritory.total).toEqual({
      territory: null,
      funded: 14,
      associated: 7,
      totalBudgetCents: 326_526_653,
      erdfCents: 163_263_321,
      shareOfBudget: 1,
    })
    expect(
      budgetByTerritory.territories.map((row: any) => [
        row.territory,
        row.totalBudgetCents,
        row.erdfCents,
        row.funded,
        row.associated,
      ]),
    ).toEqual([
      ['FR', 143_614_775, 71_807_385, 5, 4],
      ['WA', 171_404_613, 85_702_304, 8, 2],
      ['VL', 11_507_265, 5_753_632, 1, 1],
    ])
    expect(budgetByTerritory.territories.map((row: any) => Math.round(row.shareOfBudget * 1000))).toEqual([
      440, 525, 35,
    ])
  })

  it('are read in one statement', async () => {
    const { statements } = await statementsOf(() => must(world, contributor, PARTNERS))
    expect(statements.filter((statement) => statement.includes('FROM partner WHERE'))).toHaveLength(1)
  })
})

describe('the programme', () => {
  it('tells its published counts side by side, each with day and source', async () => {
    const { programmeFacts, agenda, library } = await must(
      world,
      contributor,
      `{ programmeFacts { subject value statedOn source { fr nl en } label { fr } }
         agenda { source { nl } } library { source { fr } } }`,
    )
    const values = (subject: string) =>
      programmeFacts.filter((fact: any) => fact.subject === subject).map((fact: any) => fact.value)
    expect(values('partners')).toEqual(['21', '22', '23'])
    expect(values('pilots')).toEqual(expect.arrayContaining(['56', '69', '>55']))
    expect(programmeFacts[0].source).toEqual({
      fr: 'Fiche du projet, 17 mai 2016',
      nl: 'Projectfiche, 17 mei 2016',
      en: 'Project sheet, 17 May 2016',
    })
    expect(agenda.map(({ source }: any) => source.nl)).toContain(
      'Nieuwsbrief van het project over het 2de thematisch cahier, 2017',
    )
    expect(library.map(({ source }: any) => source.fr)).toContain('Site régional de l’ESS en Hauts-de-France, 2019')
    for (const fact of programmeFacts) {
      expect(new Set(Object.values(fact.source)).size).toBe(3)
      expect(fact.statedOn).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  })

  it('tells its dates, principles, agenda, library and territories', async () => {
    const answer = await must(
      world,
      contributor,
      `{ programme { startsOn endsOn principles { nl } benefits { en } fundingLine { fr } }
         agenda { startsOn title { fr } } library { publishedOn title { nl } }
         territories(level: "arrondissement") { code projectTerritory } }`,
    )
    expect(answer.programme).toMatchObject({ startsOn: '2016-01-01', endsOn: '2019-12-31' })
    expect(answer.programme.principles).toHaveLength(4)
    expect(answer.agenda[0].startsOn <= answer.agenda.at(-1).startsOn).toBe(true)
    expect(answer.library.length).toBeGreaterThan(2)
    expect(new Set(answer.territories.map((territory: any) => territory.projectTerritory))).toEqual(
      new Set(['FR', 'WA', 'VL', 'BRU']),
    )
  })

  it('knows three test platforms, and no fourth', async () => {
    const { testPlatforms } = await must(
      world,
      contributor,
      `{ testPlatforms { code guidelineMin guidelineMax counts { enterprises } partners { code } } }`,
    )
    expect(testPlatforms.map((platform: any) => platform.code)).toEqual(['A', 'B', 'C'])
    expect(testPlatforms[0]).toMatchObject({ guidelineMin: 10, guidelineMax: 15 })
    expect(codeOf(await ask(world, contributor, `{ testPlatform(code: "D") { code } }`))).toBe('NOT_FOUND')
  })

  it('is closed to visitors', async () => {
    expect(codeOf(await ask(world, undefined, PARTNERS))).toBe('UNAUTHENTICATED')
  })
})

describe('the partner table as a file', () => {
  async function download(format: string, language: string, actor: Actor | null = contributor) {
    const app = Fastify()
    const identity = {
      ...world.services.identity,
      sessionOf: async () => (actor ? { userId: actor.userId, hasTwoFactor: true } : undefined),
    }
    await programmeRoutes(app, { ...world.services, identity: identity as never })
    const address = await app.listen({ port: 0 })
    const answer = await fetch(`${address}/api/exports/partners.${format}?lang=${language}`)
    const body = Buffer.from(await answer.arrayBuffer())
    await app.close()
    return { status: answer.status, type: answer.headers.get('content-type'), body }
  }

  it('adds up to the cent as CSV, in the language asked for', async () => {
    const answer = await download('csv', 'nl')
    expect(answer.type).toContain('text/csv')
    expect(answer.body.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const rows: string[][] = parse(answer.body, { bom: true, delimiter: ';' })
    const cents = (text: string) => Number(text.replace(',', ''))
    expect(rows[0]).toContain('Totaal budget (EUR)')
    expect(sum(rows.slice(1, -1).map((row) => cents(row[6]!)))).toBe(326_526_653)
    expect(sum(rows.slice(1, -1).map((row) => cents(row[7]!)))).toBe(163_263_321)
    expect(rows.at(-1)!.slice(6)).toEqual(['3265266,53', '1632633,21'])
    expect(rows.find((row) => row[0] === 'Crédal' || row[0] === 'CREDAL')!.slice(6)).toEqual(['', ''])
  })

  it('adds up to the cent as XLSX, with empty cells for associated partners', async () => {
    const answer = await download('xlsx', 'fr')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(answer.body as never)
    const rows: any[] = []
    book.worksheets[0]!.eachRow((row) => rows.push(row.values))
    const cents = (column: number) => sum(rows.slice(1, -1).map((row) => Math.round((row[column] ?? 0) * 100)))
    expect([cents(7), cents(8)]).toEqual([326_526_653, 163_263_321])
    expect(rows.slice(1, -1).filter((row) => row[7] === undefined || row[7] === null)).toHaveLength(7)
  })

  it('is closed to visitors', async () => {
    expect((await download('csv', 'fr', null)).status).toBe(401)
  })
})
