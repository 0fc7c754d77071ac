import type { Db } from '../../platform/tenant.ts'
import { joinsOf } from '../cohort/cohort-filter.ts'
import type { ImportRecord } from './read-row.ts'

/** An enterprise as an import compares and restores it. */
export interface Known {
  id: string
  name: string
  country: string
  identifier: string | null
  legalForm: string | null
  nace: string | null
  sizeBand: string | null
  address: string | null
  postalCode: string | null
  city: string | null
  website: string | null
  description: string | null
  platform: string | null
  territory: string | null
  coachUserId: string | null
  coachName: string | null
}

const LINKS = `p.platform_code AS platform, t.territory_code AS territory, a.coach_user_id AS "coachUserId", a.coach_name AS "coachName"`

// Looked up one by one through an index: in the middle of an import the planner knows nothing of the rows that have
// come, and would compare thousands with thousands.
const known = (wanted: string, condition: string) => `
  SELECT e.id, e.name, e.country, e.identifier, e.legal_form AS "legalForm", e.nace, e.size_band AS "sizeBand", e.address,
    e.postal_code AS "postalCode", e.city, e.website, e.description, ${LINKS}
  FROM unnest($2::text[], $3::text[]) AS wanted (${wanted})
  CROSS JOIN LATERAL (SELECT * FROM enterprise WHERE partner_id = $1 AND ${condition} LIMIT 2) e
  ${joinsOf(LINKS)}`
const BY_NUMBER = known('country, identifier', 'country = wanted.country AND identifier = wanted.identifier')
const BY_NAME = known('name, postal_code', `name = wanted.name AND coalesce(postal_code, '') = wanted.postal_code`)

/** Which enterprises these rows are about: by number, else by exact name and postal code. */
export async function knownEnterprises(
  db: Db,
  partnerId: string,
  records: ImportRecord[],
): Promise<(record: ImportRecord) => Known[]> {
  const numbered = records.filter(({ identifier }) => identifier)
  const named = records.filter(({ identifier }) => !identifier)
  const numbers = [numbered.map(({ country }) => country), numbered.map(({ identifier }) => identifier)]
  const names = [named.map(({ name }) => name), named.map(({ postalCode }) => postalCode ?? '')]
  const found = new Map<string, Map<string, Known>>()
  const keep = (key: string, row: Known) =>
    found.set(key, (found.get(key) ?? new Map<string, Known>()).set(row.id, row))
  if (numbered.length > 0) {
    for (const row of await db.rows<Known>(BY_NUMBER, [partnerId, ...numbers]))
      keep(`${row.country} ${row.identifier}`, row)
  }
  if (named.length > 0) for (const row of await db.rows<Known>(BY_NAME, [partnerId, ...names])) keep(nameKey(row), row)
  return (record) => [...(found.get(rowKey(record))?.values() ?? [])]
}

/** Test platform, seat and coach of today. */
export type Links = Pick<Known, 'id' | 'platform' | 'territory' | 'coachUserId' | 'coachName'>

/** Where these enterprises are linked today. */
export const linksOf = (db: Db, partnerId: string, ids: string[]): Promise<Links[]> =>
  db.rows<Links>(`SELECT e.id, ${LINKS} FROM unnest($2::uuid[]) AS e (id) ${joinsOf(LINKS)}`, [partnerId, ids])

const nameKey = ({ name, postalCode }: { name: string; postalCode?: string | null }) =>
  JSON.stringify([name, postalCode ?? ''])

/** What tells two rows of a file apart. */
export const rowKey = (record: ImportRecord): string =>
  record.identifier ? `${record.country} ${record.identifier}` : nameKey(record)

const FIELDS = [
  'name',
  'country',
  'identifier',
  'legalForm',
  'nace',
  'sizeBand',
  'address',
  'postalCode',
  'city',
  'website',
  'description',
  'platform',
  'territory',
  'coachUserId',
] as const

/** The fields a row would change; a row that says nothing of a field leaves it. */
export const changedFields = (record: ImportRecord, known: Known): (typeof FIELDS)[number][] =>
  FIELDS.filter((field) => record[field] !== undefined && record[field] !== known[field])
