import { legalForms } from '../enterprise/legal-forms.ts'
import { fingerprintOf, suggestMapping } from './import-columns.ts'
import { LEGAL_FORM_WORDS } from './legal-form-words.ts'
import { legalFormOf, rowReader, sizeBandOf } from './read-row.ts'

const tri = (text: string) => ({ fr: text, nl: text, en: text })
const lookups = {
  platforms: [{ code: 'A', name: { fr: 'Insertion', nl: 'Inschakeling', en: 'Integration' } }],
  territories: [
    { code: 'BE32', nuts: 'BE32', name: tri('Hainaut') },
    { code: 'BE-52', nuts: 'BE32B', name: tri('Charleroi') },
  ],
  coaches: [
    { membershipId: '1', userId: 'u1', name: 'Anne Duval', email: 'anne@example.org' },
    { membershipId: '2', userId: 'u2', name: 'Bart', email: 'bart@example.org' },
    { membershipId: '3', userId: 'u3', name: 'Bart', email: 'b2@example.org' },
  ],
}
const mapping = {
  name: 0,
  country: 1,
  identifier: 2,
  platform: 3,
  territory: 4,
  coach: 5,
  postalCode: 6,
  sizeBand: 7,
  legalForm: 8,
}
const read = (cells: string[], defaults = {}) => rowReader(mapping, defaults, lookups)(cells)

describe('what a row says', () => {
  it('is understood in the words people use', () => {
    expect(
      read([
        'Atelier',
        'Belgique',
        'BE 0403.170.701',
        'A - Inschakeling',
        'charleroi',
        'anne duval',
        '6000',
        '12',
        'ASBL',
      ]),
    ).toEqual({
      faults: [],
      record: {
        name: 'Atelier',
        country: 'BE',
        identifier: '0403170701',
        platform: 'A',
        territory: 'BE-52',
        coachUserId: 'u1',
        coachName: 'Anne Duval',
        postalCode: '6000',
        sizeBand: '10to49',
        legalForm: 'asbl',
      },
    })
  })

  it('leaves out what is blank, so that nothing is overwritten with nothing', () => {
    expect(read(['Atelier', 'BE', '', '', '', '', '', '', '']).record).toEqual({ name: 'Atelier', country: 'BE' })
  })

  it('names every fault with its field', () => {
    expect(read(['', 'Allemagne', '', 'Z', 'Narnia', 'Bart', '', 'huge', '']).faults).toEqual([
      { field: 'country', code: 'unknownCountry' },
      { field: 'name', code: 'required' },
      { field: 'sizeBand', code: 'unknownSizeBand' },
      { field: 'platform', code: 'unknownPlatform' },
      { field: 'territory', code: 'unknownTerritory' },
      { field: 'coach', code: 'ambiguousCoach' },
    ])
    expect(read(['A', '', '', '', '', 'Nobody']).faults).toEqual([
      { field: 'country', code: 'missingCountry' },
      { field: 'coach', code: 'unknownCoach' },
    ])
  })

  it('knows the country by the number, then the postal code, and the defaults before both', () => {
    expect(read(['A', '', '41071771400035']).record.country).toBe('FR')
    expect(read(['A', '', '', '', '', '', '59000']).record.country).toBe('FR')
    expect(read(['A', '', '', '', '', '', '7000']).record.country).toBe('BE')
    expect(read(['A'], { country: 'FR', platform: 'A', coachMembershipId: '2' }).record).toEqual({
      name: 'A',
      country: 'FR',
      platform: 'A',
      coachUserId: 'u2',
      coachName: 'Bart',
    })
  })

  it('gives a French postal code its zero back', () => {
    expect(read(['A', 'FR', '', '', '', '', '1500']).record.postalCode).toBe('01500')
  })

  it('names a postal code that is none of its country', () => {
    expect(read(['A', 'BE', '', '', '', '', 'ABC']).faults).toEqual([
      { field: 'postalCode', code: 'notABelgianPostalCode' },
    ])
    expect(read(['A', 'FR', '', '', '', '', '150']).faults).toEqual([
      { field: 'postalCode', code: 'notAFrenchPostalCode' },
    ])
    expect(read(['A', '', '', '', '', '', 'B-1000']).record).toEqual({ name: 'A', country: 'BE', postalCode: '1000' })
  })

  it('takes the apostrophe of our own export off', () => {
    expect(read(["'=Atelier", 'BE']).record.name).toBe('=Atelier')
    expect(read(["'t Atelier", 'BE']).record.name).toBe("'t Atelier")
  })
})

it.each([
  ['SCOP', 'FR', 'scop'],
  ['Association déclarée ', 'FR', 'association'],
  ["Association déclarée, reconnue d'utilité publique", 'FR', 'association'],
  ['SARL coopérative ouvrière de production (SCOP)', 'FR', 'scop'],
  ['SAS, société par actions simplifiée', 'FR', 'sas'],
  ["Fondation d'utilité publique", 'BE', 'fondation-utilite-publique'],
  ['Fondation d’utilité publique', 'BE', 'fondation-utilite-publique'],
  ['vzw', 'BE', 'asbl'],
  ['Association sans but lucratif (ASBL)', 'BE', 'asbl'],
  ['Communauté de communes ', 'FR', 'collectivite'],
  ['Commune et commune nouvelle', 'FR', 'collectivite'],
  ["Établissement public local d'enseignement", 'FR', 'collectivite'],
  ['Syndicat mixte ouvert', 'FR', 'collectivite'],
  ["Centre Intercommunal d'action sociale (CIAS)", 'FR', 'ccas'],
  ['Société en nom collectif ', 'FR', 'snc-fr'],
  ["SA à conseil d'administration (s.a.i.)", 'FR', 'sa-fr'],
  ["SA coopérative ouvrière de production (SCOP) à conseil d'administration", 'FR', 'scop'],
  ['SA coopérative de production à directoire', 'FR', 'scop'],
  ['Autre SARL coopérative ', 'FR', 'cooperative'],
  ['S.A.R.L. unipersonnelle', 'FR', 'sarl'],
  ['Association syndicale libre', 'FR', 'autre-fr'],
  ['Autre', 'FR', 'autre-fr'],
  ['Gemeente', 'BE', 'pouvoir-public'],
  ['BVBA', 'BE', 'srl'],
  ['V.Z.W.', 'BE', 'asbl'],
  ['VOF', 'BE', 'snc'],
  ['Andere', 'BE', 'autre'],
  ['asbl', 'FR', undefined],
  ['SCOP', 'BE', undefined],
  ['Chantier', 'FR', undefined],
])('reads the legal form %j of %s', (text, country, code) => expect(legalFormOf(text, country)).toBe(code))

it('knows no word for two forms of one country, and each form by its own names', () => {
  for (const [code, words] of Object.entries(LEGAL_FORM_WORDS)) {
    const form = legalForms.find((known) => known.code === code)
    for (const word of words) expect([word, legalFormOf(word, form!.country)]).toEqual([word, code])
  }
  for (const { code, country, label } of legalForms) {
    for (const name of [code, label.fr, label.nl, label.en])
      expect([name, legalFormOf(name, country)]).toEqual([name, code])
  }
  expect(new Set(legalForms.map(({ code }) => code)).size).toBe(legalForms.length)
})

it.each([
  ['3', 'upTo4'],
  ["Jusqu'à 4", 'upTo4'],
  ['Jusqu’à 4', 'upTo4'],
  ['Tot 4', 'upTo4'],
  ['5 à 9', '5to9'],
  ['10to49', '10to49'],
  ['10-49', '10to49'],
  ['120', '50to249'],
  ['50 tot 249', '50to249'],
  ['250 et plus', '250plus'],
  ['1 200', '250plus'],
  ['beaucoup', undefined],
  ['9 - 5', undefined],
])('reads the size %j', (text, band) => expect(sizeBandOf(text)).toBe(band))

describe('what columns mean', () => {
  it('is guessed from headers in three languages', () => {
    expect(suggestMapping(['SIRET', 'Raison sociale', 'Code postal', 'COMMUNE', 'Code APE', 'x'])).toEqual({
      identifier: 0,
      name: 1,
      postalCode: 2,
      city: 3,
      nace: 4,
    })
    expect(suggestMapping(['Naam', 'Ondernemingsnummer', 'Gemeente', 'Begeleiding'])).toEqual({
      name: 0,
      identifier: 1,
      city: 2,
      coach: 3,
    })
    expect(suggestMapping(['Name', 'Enterprise number', 'City', 'Website'])).toEqual({
      name: 0,
      identifier: 1,
      city: 2,
      website: 3,
    })
  })

  it('is nothing for headers nobody knows', () => expect(suggestMapping(['a', '', '__proto__'])).toEqual({}))

  it('is remembered for the same headers, however they are written', () => {
    expect(fingerprintOf(['Nom', 'Ville'])).toBe(fingerprintOf([' NOM ', 'ville']))
    expect(fingerprintOf(['Nom', 'Ville'])).not.toBe(fingerprintOf(['Ville', 'Nom']))
  })
})
