import type { TriText } from '../../platform/tri-text.ts'
import { agenda, facts, library, partners, platforms, programme, territories, valorisingImpact } from './data/index.ts'
import { sources } from './data/sources.ts'
import type { PartnerData } from './programme-data.ts'

const sum = (amounts: (number | null)[]) => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)

/** Every object of the data that has the shape of a text in three languages, with the path that leads to it. */
function texts(value: unknown, path: string): { path: string; text: TriText }[] {
  if (value === null || typeof value !== 'object') return []
  if (['fr', 'nl', 'en'].some((language) => language in value)) return [{ path, text: value as TriText }]
  return Object.entries(value).flatMap(([key, child]) => texts(child, `${path}.${key}`))
}

describe('the approved partners', () => {
  it('are 21: 14 funded and 7 associated, led by ConcertES', () => {
    expect(partners).toHaveLength(21)
    expect(partners.filter((partner) => partner.funding === 'funded')).toHaveLength(14)
    expect(partners.filter((partner) => partner.funding === 'associated')).toHaveLength(7)
    expect(partners.filter((partner) => partner.lead).map((partner) => partner.code)).toEqual(['concertes'])
    expect(new Set(partners.map((partner) => partner.code)).size).toBe(21)
  })

  it('add up to the stated totals to the cent', () => {
    expect(sum(partners.map((partner) => partner.totalBudgetCents))).toBe(326_526_653)
    expect(sum(partners.map((partner) => partner.erdfCents))).toBe(163_263_321)
  })

  it.each([
    ['WA', 171_404_613, 85_702_304, 8, 2],
    ['FR', 143_614_775, 71_807_385, 5, 4],
    ['VL', 11_507_265, 5_753_632, 1, 1],
  ] as [PartnerData['territory'], number, number, number, number][])(
    'add up for %s',
    (territory, total, erdf, funded, associated) => {
      const here = partners.filter((partner) => partner.territory === territory)
      expect(sum(here.map((partner) => partner.totalBudgetCents))).toBe(total)
      expect(sum(here.map((partner) => partner.erdfCents))).toBe(erdf)
      expect(here.filter((partner) => partner.funding === 'funded')).toHaveLength(funded)
      expect(here.filter((partner) => partner.funding === 'associated')).toHaveLength(associated)
    },
  )

  it('receive half of their budget, cut down to the cent', () => {
    for (const partner of partners.filter((one) => one.funding === 'funded')) {
      expect([partner.code, partner.erdfCents]).toEqual([partner.code, Math.floor(partner.totalBudgetCents! / 2)])
    }
  })

  it('have no amount at all when they are associated, and never 0', () => {
    for (const partner of partners) {
      const amounts = [partner.totalBudgetCents, partner.erdfCents]
      if (partner.funding === 'associated') expect(amounts).toEqual([null, null])
      else for (const amount of amounts) expect(amount).toBeGreaterThan(0)
    }
  })
})

describe('the published figures that disagree', () => {
  const valuesOf = (subject: string) => facts.filter((fact) => fact.subject === subject).map((fact) => fact.value)

  it('stand side by side', () => {
    expect(valuesOf('partners').toSorted()).toEqual(['21', '22', '23'])
    expect(valuesOf('pilots').toSorted()).toEqual(['56', '68', '69', '69', '>55'])
    expect(valuesOf('platformSize')).toEqual(['10-15'])
    expect(valuesOf('budget')).toEqual(['3265266.53', '3264794.68'])
    expect(valuesOf('erdf')).toEqual(['1632633.21'])
  })

  it('have a source and a date each', () => {
    for (const fact of facts) {
      expect(sources[fact.source].fr).not.toBe('')
      expect(fact.statedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })
})

describe('the territories', () => {
  const byCode = new Map(territories.map((territory) => [territory.code, territory]))
  const ranks = ['country', 'region', 'province', 'arrondissement']

  it('have a code of their own and a parent that comes before them', () => {
    expect(byCode.size).toBe(territories.length)
    for (const [index, territory] of territories.entries()) {
      if (territory.level === 'country') expect(territory.parent).toBeUndefined()
      else {
        const parent = byCode.get(territory.parent!)!
        expect(territories.indexOf(parent)).toBeLessThan(index)
        expect(territories.indexOf(parent)).toBeGreaterThanOrEqual(0)
        expect(ranks.indexOf(parent.level)).toBeLessThanOrEqual(ranks.indexOf(territory.level))
      }
    }
  })

  it('carry NUTS codes that nest like their parents', () => {
    const codes = territories.flatMap((territory) => territory.nuts ?? [])
    expect(new Set(codes).size).toBe(codes.length)
    for (const territory of territories) {
      if (!territory.nuts) continue
      expect([territory.code, territory.nuts.length]).toEqual([territory.code, 2 + ranks.indexOf(territory.level)])
      const parent = territory.parent && byCode.get(territory.parent)
      if (parent) expect(territory.nuts.startsWith(parent.nuts!)).toBe(true)
    }
  })

  it('belong to one territory of the project at the lowest level', () => {
    const expected = (code: string) => {
      if (code.startsWith('FR')) return 'FR'
      if (code.startsWith('BE-21')) return 'BRU'
      return byCode.get(byCode.get(code)!.parent!)!.parent === 'BE2' ? 'VL' : 'WA'
    }
    for (const territory of territories) {
      if (territory.level === 'arrondissement') expect(territory.projectTerritory).toBe(expected(territory.code))
      else expect(territory.projectTerritory).toBeUndefined()
    }
  })

  it('use the limits of 2019 for Hainaut', () => {
    const hainaut = territories.filter((territory) => territory.parent === 'BE32')
    expect(hainaut.map((territory) => `${territory.nis} ${territory.nuts}`).toSorted()).toEqual([
      '51000 BE32A',
      '52000 BE32B',
      '53000 BE323',
      '55000 BE32C',
      '56000 BE32D',
      '57000 BE328',
      '58000 BE329',
    ])
  })
})

describe('the texts of the programme', () => {
  const all = { agenda, facts, library, platforms, programme, sources, territories, valorisingImpact }

  it('are filled in three languages', () => {
    const found = texts(all, 'data')
    expect(found.length).toBeGreaterThan(100)
    for (const { path, text } of found) {
      for (const language of ['fr', 'nl', 'en'] as const) {
        expect([path, language, text[language]?.trim().length > 0]).toEqual([path, language, true])
      }
    }
  })

  it('are written with typographic apostrophes, names of partners too', () => {
    const straight = /\p{L}'\p{L}/u
    const words = texts(all, 'data').flatMap(({ text }) => Object.values(text))
    const names = partners.flatMap(({ name, fullName = '' }) => [name, fullName])
    expect([...words, ...names].filter((word) => straight.test(word))).toEqual([])
  })

  it('have codes of their own', () => {
    for (const list of [agenda, facts, library, platforms]) {
      expect(new Set(list.map((item) => item.code)).size).toBe(list.length)
    }
  })

  it('keep four principles and five benefits', () => {
    expect(programme.principles).toHaveLength(4)
    expect(programme.benefits).toHaveLength(5)
  })
})
