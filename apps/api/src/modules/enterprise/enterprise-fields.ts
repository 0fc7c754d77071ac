import { LIMITS } from '@vises/schema/limits'
import type { InputProblem } from '../../platform/errors.ts'
import { identifierFault, normaliseIdentifier } from './identifiers.ts'
import { legalForms } from './legal-forms.ts'
import { cleanText } from './plain-text.ts'

export const COUNTRIES = ['BE', 'FR'] as const
export type Country = (typeof COUNTRIES)[number]
export const SIZE_BANDS = ['upTo4', '5to9', '10to49', '50to249', '250plus'] as const

/** What an enterprise is, as text a person or a file gave; an empty text means: none. */
export interface EnterpriseFields {
  name: string
  country: string
  legalForm?: string | null
  identifier?: string | null
  nace?: string | null
  sizeBand?: string | null
  address?: string | null
  postalCode?: string | null
  city?: string | null
  website?: string | null
  description?: string | null
}

/** The same, checked and in the form the database keeps. */
export interface EnterpriseRecord {
  name: string
  country: Country
  legalForm: string | null
  identifier: string | null
  nace: string | null
  sizeBand: string | null
  address: string | null
  postalCode: string | null
  city: string | null
  website: string | null
  description: string | null
}

const LENGTHS = {
  name: LIMITS.enterpriseName,
  address: LIMITS.address,
  city: LIMITS.city,
  website: LIMITS.website,
  description: LIMITS.enterpriseDescription,
} as const

/** Checks what a form or a row of a file says of an enterprise; every fault is named, not the first alone. */
export function checkEnterprise(given: EnterpriseFields): { record: EnterpriseRecord; faults: InputProblem[] } {
  const faults: InputProblem[] = []
  const fault = (field: string, code: string) => void faults.push({ field, code })
  const text = (value: string | null | undefined) => cleanText(value ?? '') || null

  const country = text(given.country)?.toUpperCase() as Country
  if (!COUNTRIES.includes(country)) fault('country', 'unknownCountry')
  const record: EnterpriseRecord = {
    name: text(given.name) ?? '',
    country,
    legalForm: text(given.legalForm),
    identifier: null,
    nace: null,
    sizeBand: text(given.sizeBand),
    address: text(given.address),
    postalCode: null,
    city: text(given.city),
    website: null,
    description: text(given.description),
  }
  if (!record.name) fault('name', 'required')

  const identifier = text(given.identifier)
  if (identifier && COUNTRIES.includes(country)) {
    record.identifier = normaliseIdentifier(country, identifier)
    const wrong = identifierFault(country, record.identifier)
    if (wrong) fault('identifier', wrong)
  }
  if (record.legalForm && !legalForms.some((form) => form.code === record.legalForm && form.country === country)) {
    fault('legalForm', 'unknownLegalForm')
  }
  if (record.sizeBand && !SIZE_BANDS.some((band) => band === record.sizeBand)) fault('sizeBand', 'unknownSizeBand')

  const postalCode = text(given.postalCode)
  if (postalCode) {
    record.postalCode = COUNTRIES.includes(country) ? normalisePostalCode(country, postalCode) : postalCode
    if (country === 'BE' && !isPostalCode('BE', record.postalCode)) fault('postalCode', 'notABelgianPostalCode')
    if (country === 'FR' && !isPostalCode('FR', record.postalCode)) fault('postalCode', 'notAFrenchPostalCode')
  }

  const nace = text(given.nace)
  if (nace) {
    const code = normaliseNace(nace)
    if (code) record.nace = code
    else fault('nace', 'notANace')
  }
  const website = text(given.website)
  if (website) {
    const address = normaliseWebsite(website)
    if (address) record.website = address
    else fault('website', 'notAWebsite')
  }
  for (const [field, most] of Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][]) {
    if ((record[field]?.length ?? 0) > most) fault(field, 'tooLong')
  }
  return { record, faults }
}

/** Belgium: four digits from 1000; France: five digits, `00` being the army's. */
export const isPostalCode = (country: Country, digits: string): boolean =>
  (country === 'BE' ? /^[1-9]\d{3}$/ : /^(?!00000)\d{5}$/).test(digits)

/** The digits of a postal code as people write it: `B-1000`, `BE 1000`, `F-59000`, `59 000`, `59044 CEDEX 2`. */
export function normalisePostalCode(country: Country, text: string): string {
  const bare = text.trim().replace(country === 'BE' ? /^BE?(?=[\s\d-])[\s-]*/i : /^FR?(?=[\s\d-])[\s-]*/i, '')
  const digits = (country === 'FR' ? bare.replace(/\s*cedex(\s+\d{1,2})?$/i, '') : bare).replace(
    /[\s\u00a0\u202f]/g,
    '',
  )
  return /^\d+$/.test(digits) ? digits : text
}

/** `88.99` and `8899` (NACE), `88.99B` and `8899B` (NAF), `88` and `889` (divisions and groups); undefined if none. */
export function normaliseNace(text: string): string | undefined {
  const match = /^(\d{2})[.\s]?(\d{1,2})?[.\s]?(\d{1,2})?\s?([A-Z])?$/i.exec(text.trim())
  if (!match) return undefined
  const [, division, group = '', sub = '', letter = ''] = match
  if (Number(division) < 1 || Number(division) > 99 || (letter && group.length !== 2) || (letter && sub))
    return undefined
  if (sub && group.length !== 2) return undefined
  return (group ? `${division}.${group}` : division!) + sub + letter.toUpperCase()
}

/** A web address people may click: http or https with a dotted host; `www.example.org` gets its https. */
export function normaliseWebsite(text: string): string | undefined {
  const withScheme =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+\.[a-z]{2,}(:\d+)?(\/|$)/i.test(text) ? text : `https://${text}`
  if (/\s/.test(text) || !URL.canParse(withScheme)) return undefined
  const url = new URL(withScheme)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (!/^[^.]+(\.[^.]+)+$/.test(url.hostname) || url.username || url.password) return undefined
  return withScheme
}
