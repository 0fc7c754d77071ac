import { checkEnterprise, normaliseNace, normaliseWebsite } from './enterprise-fields.ts'

const codes = (fields: Parameters<typeof checkEnterprise>[0]) => checkEnterprise(fields).faults

describe('what a form or a file says of an enterprise', () => {
  it('is kept in one way of writing', () => {
    expect(
      checkEnterprise({
        name: '  Les Ateliers du Pré ',
        country: 'be',
        identifier: 'BE 0403.170.701',
        nace: '8899B',
        website: 'www.example.org',
        city: '',
      }),
    ).toEqual({
      faults: [],
      record: {
        name: 'Les Ateliers du Pré',
        country: 'BE',
        legalForm: null,
        identifier: '0403170701',
        nace: '88.99B',
        sizeBand: null,
        address: null,
        postalCode: null,
        city: null,
        website: 'https://www.example.org',
        description: null,
      },
    })
  })

  it('names every fault, not the first alone', () => {
    expect(
      codes({
        name: ' ',
        country: 'FR',
        identifier: '123',
        nace: 'insertion',
        website: 'javascript:alert(1)',
        sizeBand: 'big',
        legalForm: 'asbl',
        city: 'x'.repeat(121),
      }),
    ).toEqual([
      { field: 'name', code: 'required' },
      { field: 'identifier', code: 'notASiret' },
      { field: 'legalForm', code: 'unknownLegalForm' },
      { field: 'sizeBand', code: 'unknownSizeBand' },
      { field: 'nace', code: 'notANace' },
      { field: 'website', code: 'notAWebsite' },
      { field: 'city', code: 'tooLong' },
    ])
  })

  it('knows the legal forms by country', () => {
    expect(codes({ name: 'A', country: 'BE', legalForm: 'asbl' })).toEqual([])
    expect(codes({ name: 'A', country: 'FR', legalForm: 'scop' })).toEqual([])
    expect(codes({ name: 'A', country: 'DE' })).toEqual([{ field: 'country', code: 'unknownCountry' }])
  })

  it('takes out what a database cannot keep', () => {
    expect(checkEnterprise({ name: 'A\u0000B\ud800', country: 'BE' }).record.name).toBe('AB\ufffd')
  })
})

it.each([
  ['BE', '1000', '1000'],
  ['BE', ' B-8500 ', '8500'],
  ['BE', 'BE 9000', '9000'],
  ['FR', '59000', '59000'],
  ['FR', '01 500', '01500'],
  ['FR', 'F-59100', '59100'],
  ['FR', '59044 Cedex 2', '59044'],
])('keeps of the postal code in %s %j its digits', (country, postalCode, kept) => {
  const { record, faults } = checkEnterprise({ name: 'A', country, postalCode })
  expect([record.postalCode, faults]).toEqual([kept, []])
})

it.each([
  ['BE', 'ABC'],
  ['BE', '0999'],
  ['BE', '59000'],
  ['BE', 'F-5900'],
  ['FR', '1500'],
  ['FR', '00000'],
  ['FR', '590001'],
  ['FR', '5900O'],
])('refuses at its field the postal code in %s %j', (country, postalCode) =>
  expect(codes({ name: 'A', country, postalCode })).toEqual([
    { field: 'postalCode', code: country === 'BE' ? 'notABelgianPostalCode' : 'notAFrenchPostalCode' },
  ]),
)

it.each([
  ['88.99', '88.99'],
  ['8899', '88.99'],
  ['8899B', '88.99B'],
  ['88.99B', '88.99B'],
  ['88.990', '88.990'],
  ['88', '88'],
  ['7820z', '78.20Z'],
])('reads the activity code %j', (text, code) => expect(normaliseNace(text)).toBe(code))

it.each(['B', '00.10', '88.99BB', '8B', 'abc', '88.9B', '123456789'])('refuses the activity code %j', (text) =>
  expect(normaliseNace(text)).toBeUndefined(),
)

it.each([
  ['http://www.baluchon.fr', 'http://www.baluchon.fr'],
  ['baluchon.fr/page?x=1', 'https://baluchon.fr/page?x=1'],
  ['https://één.be', 'https://één.be'],
])('reads the address %j', (text, address) => expect(normaliseWebsite(text)).toBe(address))

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://example.org',
  'http://localhost',
  'https://a:b@example.org',
  'a b.c',
  'mailto:a@b.be',
  '//evil',
])('refuses the address %j', (text) => expect(normaliseWebsite(text)).toBeUndefined())
