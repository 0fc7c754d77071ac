import {
  countryOfIdentifier,
  identifierFault,
  isBce,
  isSiret,
  normaliseIdentifier,
  writeIdentifier,
} from './identifiers.ts'

describe('Belgian enterprise numbers', () => {
  it.each([
    ['0403.170.701', '0403170701'],
    ['BE 0403 170 701', '0403170701'],
    ['BE0403170701', '0403170701'],
    ['403170701', '0403170701'],
    [' 0403-170-701 ', '0403170701'],
    ['0403\u00a0170\u202f701', '0403170701'],
  ])('reads %j', (text, digits) => {
    expect(normaliseIdentifier('BE', text)).toBe(digits)
    expect(isBce(digits)).toBe(true)
  })

  it.each(['0403170702', '2403170701', '040317070', '04031707011', '0403170a01', ''])('refuses %j', (digits) => {
    expect(identifierFault('BE', digits)).toBe('notABce')
  })

  it('takes the numbers that begin with 1', () => {
    const stem = '10000001'
    expect(isBce(stem + String(97 - (Number(stem) % 97)).padStart(2, '0'))).toBe(true)
  })
})

describe('French establishment numbers', () => {
  it.each([
    ['410 717 714 00035', '41071771400035'],
    ['4.1071771400035E+13', '41071771400035'],
    ['4,1071771400035E13', '41071771400035'],
    ['410.717.714.00035', '41071771400035'],
  ])('reads %j', (text, digits) => {
    expect(normaliseIdentifier('FR', text)).toBe(digits)
    expect(isSiret(digits)).toBe(true)
  })

  it('gives a leading zero back', () => {
    expect(normaliseIdentifier('FR', '5480707900018')).toBe('05480707900018')
  })

  it.each(['41071771400036', '4107177140003', '00000000000000', 'abc'])('refuses %j', (digits) => {
    expect(identifierFault('FR', digits)).toBe('notASiret')
  })

  it('knows that the offices of La Poste count otherwise', () => {
    expect(isSiret('35600000000048')).toBe(true)
    expect(isSiret('35600000049837')).toBe(true)
    expect(isSiret('35600000049838')).toBe(false)
  })

  it('says so when a spreadsheet threw digits away', () => {
    expect(identifierFault('FR', normaliseIdentifier('FR', '4,10718E+13'))).toBe('identifierRounded')
    expect(identifierFault('FR', normaliseIdentifier('FR', '4.10718E+13'))).toBe('identifierRounded')
  })
})

it('tells the country by the length', () => {
  expect(countryOfIdentifier('0403.170.701')).toBe('BE')
  expect(countryOfIdentifier('410 717 714 00035')).toBe('FR')
  expect(countryOfIdentifier('12')).toBeUndefined()
})

it('writes numbers as people read them', () => {
  expect(writeIdentifier('BE', '0403170701')).toBe('0403.170.701')
  expect(writeIdentifier('FR', '41071771400035')).toBe('410 717 714 00035')
})
