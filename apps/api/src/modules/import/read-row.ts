import { checkEnterprise, isPostalCode, normalisePostalCode, SIZE_BANDS } from '../enterprise/enterprise-fields.ts'
import type { EnterpriseRecord } from '../enterprise/enterprise-fields.ts'
import { countryOfIdentifier } from '../enterprise/identifiers.ts'
import { legalForms } from '../enterprise/legal-forms.ts'
import { cleanText, plainText } from '../enterprise/plain-text.ts'
// Our own exports put an apostrophe before what a spreadsheet would take for a formula; reading takes it off again.
import { plainText as ownText } from '../../platform/table-file.ts'
import type { TriText } from '../../platform/tri-text.ts'
import { plainHeader } from './import-columns.ts'
import type { ImportField, Mapping } from './import-columns.ts'
import { LEGAL_FORM_WORDS } from './legal-form-words.ts'
import type { Fault } from './read-imports.ts'

/** What a row says, checked; a field that is missing or blank says nothing and changes nothing. */
export type ImportRecord = Partial<EnterpriseRecord> &
  Pick<EnterpriseRecord, 'name' | 'country'> & {
    platform?: string
    territory?: string
    coachUserId?: string
    coachName?: string
  }

/** What rows refer to: read once for an import. */
export interface Lookups {
  platforms: { code: string; name: TriText }[]
  territories: { code: string; nuts: string | null; name: TriText }[]
  coaches: { membershipId: string; userId: string; name: string; email: string }[]
}

export interface RowDefaults {
  platform?: string | null
  coachMembershipId?: string | null
  country?: string | null
}

/** Reads rows of one file: the same columns, defaults and references for all. */
export function rowReader(mapping: Mapping, defaults: RowDefaults, lookups: Lookups) {
  const platformOf = finder(
    lookups.platforms.flatMap(({ code, name }) => [
      [code, code] as const,
      ...namesOf(name, code),
      ...namesOf(name, code, `${code} - `),
    ]),
  )
  const territoryOf = finder(
    lookups.territories.flatMap(({ code, nuts, name }) => [
      ...namesOf(name, code),
      ...namesOf(name, code, `${code} - `),
      ...(nuts ? [[nuts, code] as const] : []),
      [code, code] as const,
    ]),
  )
  const coachesOf = (text: string) =>
    lookups.coaches.filter(
      ({ name, email }) => plainText(name) === plainText(text) || email.toLowerCase() === text.toLowerCase(),
    )
  const defaultCoach = lookups.coaches.find(({ membershipId }) => membershipId === defaults.coachMembershipId)

  return (cells: string[]): { record: ImportRecord; faults: Fault[] } => {
    const cell = (field: ImportField) => {
      const column = mapping[field]
      return column === undefined ? '' : cleanText(ownText(cells[column] ?? ''))
    }
    const country = cell('country')
      ? countryOf(cell('country'))
      : (defaults.country ?? countryOfIdentifier(cell('identifier')) ?? countryOfPostalCode(cell('postalCode')))
    const legalForm = cell('legalForm') && country ? legalFormOf(cell('legalForm'), country) : undefined
    const sizeBand = cell('sizeBand') ? sizeBandOf(cell('sizeBand')) : undefined
    const { record: full, faults } = checkEnterprise({
      name: cell('name'),
      country: country ?? cell('country'),
      identifier: cell('identifier'),
      nace: cell('nace'),
      // What is not understood is handed on as it is, so that the check names it.
      legalForm: legalForm ?? cell('legalForm'),
      sizeBand: sizeBand ?? cell('sizeBand'),
      address: cell('address'),
      postalCode: postalCodeOf(cell('postalCode'), country),
      city: cell('city'),
      website: cell('website'),
      description: cell('description'),
    })
    const record: ImportRecord = { name: full.name, country: full.country }
    for (const [field, value] of Object.entries(full)) if (value !== null) Object.assign(record, { [field]: value })
    const found: Fault[] = faults.map((fault) =>
      fault.code === 'unknownCountry' && !cell('country') ? { ...fault, code: 'missingCountry' } : fault,
    )

    const platform = cell('platform') ? platformOf(cell('platform')) : (defaults.platform ?? undefined)
    if (cell('platform') && !platform) found.push({ field: 'platform', code: 'unknownPlatform' })
    if (platform) record.platform = platform
    const territory = cell('territory') ? territoryOf(cell('territory')) : undefined
    if (cell('territory') && !territory) found.push({ field: 'territory', code: 'unknownTerritory' })
    if (territory) record.territory = territory
    const named = cell('coach') ? coachesOf(cell('coach')) : defaultCoach ? [defaultCoach] : []
    const people = new Set(named.map(({ userId }) => userId))
    if (cell('coach') && people.size !== 1)
      found.push({ field: 'coach', code: people.size ? 'ambiguousCoach' : 'unknownCoach' })
    else if (named[0]) Object.assign(record, { coachUserId: named[0].userId, coachName: named[0].name })
    return { record, faults: found }
  }
}

const namesOf = (name: TriText, code: string, before = ''): (readonly [string, string])[] =>
  [name.fr, name.nl, name.en].map((text) => [before + text, code] as const)

function finder(pairs: (readonly [string, string])[]): (text: string) => string | undefined {
  const codes = new Map<string, string>()
  for (const [text, code] of pairs) codes.set(plainHeader(text), code)
  return (text) => codes.get(plainHeader(text))
}

const COUNTRY_WORDS: Record<string, 'BE' | 'FR'> = {
  be: 'BE',
  bel: 'BE',
  belgique: 'BE',
  belgie: 'BE',
  belgium: 'BE',
  fr: 'FR',
  fra: 'FR',
  france: 'FR',
  frankrijk: 'FR',
}
const countryOf = (text: string): 'BE' | 'FR' | undefined => COUNTRY_WORDS[plainHeader(text)]

const countryOfPostalCode = (text: string): 'BE' | 'FR' | undefined =>
  isPostalCode('BE', normalisePostalCode('BE', text))
    ? 'BE'
    : isPostalCode('FR', normalisePostalCode('FR', text))
      ? 'FR'
      : undefined

/** A French code whose zero a spreadsheet lost: `1500` is `01500`. */
const postalCodeOf = (text: string, country: string | null | undefined): string =>
  country === 'FR' && /^[1-9]\d{3}$/.test(text) ? `0${text}` : text

const FORMS = legalForms.flatMap(({ code, country, label }) =>
  [code, label.fr, label.nl, label.en, ...(LEGAL_FORM_WORDS[code] ?? [])].flatMap((text) => {
    const short = [...text.matchAll(/\(([^)]+)\)/g)].flatMap(([, inside]) => inside!.split('/'))
    return [text, text.replace(/\s*\([^)]*\)/g, ''), ...short].map((word) => ({
      word: plainHeader(word),
      code,
      country,
    }))
  }),
)

/** A legal form by code, label, label without its brackets, abbreviation in brackets, word of a register, or a beginning. */
export function legalFormOf(given: string, country: string): string | undefined {
  // `S.A.R.L.` is `SARL`.
  const text = given.replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')
  const own = FORMS.filter((form) => form.country === country)
  const words = [
    text,
    text.replace(/\s*\([^)]*\)/g, ''),
    ...[...text.matchAll(/\(([^)]+)\)/g)].map(([, inside]) => inside!),
  ].map(plainHeader)
  for (const word of words) {
    const form = word && own.find((known) => known.word === word)
    if (form) return form.code
  }
  // `Association déclarée, reconnue d'utilité publique` begins with a form we know; the longest beginning counts.
  const start = `${plainHeader(text)} `
  return own
    .filter(({ word }) => word.length > 1 && start.startsWith(`${word} `))
    .sort((a, b) => b.word.length - a.word.length)[0]?.code
}

/** A size band by its code, as a number of workers, or as `10 à 49`. */
export function sizeBandOf(text: string): string | undefined {
  const plain = plainText(text)
  const code = SIZE_BANDS.find((band) => band.toLowerCase() === plain)
  if (code) return code
  const numbers = plain
    .replace(/\s(?=\d{3}\b)/g, '')
    .match(/\d+/g)
    ?.map(Number)
  if (!numbers || numbers.length > 2) return undefined
  const [first, second] = numbers as [number, number?]
  if (second !== undefined && second < first) return undefined
  // `de 1 à 4`, `jusqu'à 4` and `4` all end at four; `250 et plus` and `5 à 9` begin where they say.
  const from = second === undefined ? first : Math.max(first, 1)
  if (from <= 4 && (second ?? from) <= 4) return 'upTo4'
  if (from >= 5 && (second ?? from) <= 9) return '5to9'
  if (from >= 10 && (second ?? from) <= 49) return '10to49'
  if (from >= 50 && (second ?? from) <= 249) return '50to249'
  return from >= 250 ? '250plus' : undefined
}
