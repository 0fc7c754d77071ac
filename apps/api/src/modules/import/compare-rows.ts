import type { Db } from '../../platform/tenant.ts'
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

const KNOWN = `
  SELECT e.id, e.name, e.country, e.identifier, e.legal_form AS "legalForm", e.nace, e.size_band AS "sizeBand", e.address,
    e.postal_code AS "postalCode", e.city, e.website, e.description, p.platform_code AS platform, t.territory_code AS territory,
    a.coach_user_id AS "coachUserId", a.coach_name AS "coachName"
  FROM enterprise e
  LEFT JOIN participation p ON p.partner_id = $1 AND p.enterprise_id = e.id AND p.ends_on IS NULL
  LEFT JOIN enterprise_territory t ON t.partner_id = $1 AND t.enterprise_id = e.id AND t.link = 'seat'
  LEFT JOIN accompaniment a ON a.partner_id = $1 AND a.enterprise_id = e.id AND a.ends_on IS NULL`

/** Which enterprises these rows are about: by number, else by exact name and postal code. */
export async function knownEnterprises(db: Db, partnerId: string, records: ImportRecord[]): Promise<(record: ImportRecord) => Known[]> {
  const numbered = records.filter(({ identifier }) => identifier)
  const named = records.filter(({ identifier }) => !identifier)
  const byNumber = new Map<string, Known[]>()
  if (numbered.length > 0) {
    const rows = await db.rows<Known>(
      `${KNOWN} WHERE e.partner_id = $1 AND (e.country, e.identifier) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
      [partnerId, numbered.map(({ country }) => country), numbered.map(({ identifier }) => identifier)],
    )
    for (const row of rows) byNumber.set(`${row.country} ${row.identifier}`, [row])
  }
  const byName = new Map<string, Known[]>()
  if (named.length > 0) {
    const rows = await db.rows<Known>(
      `${KNOWN} WHERE e.partner_id = $1 AND (e.name, coalesce(e.postal_code, '')) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
      [partnerId, named.map(({ name }) => name), named.map(({ postalCode }) => postalCode ?? '')],
    )
    for (const row of rows) {
      const key = nameKey(row)
      byName.set(key, [...(byName.get(key) ?? []), row])
    }
  }
  return (record) => (record.identifier ? byNumber.get(`${record.country} ${record.identifier}`) : byName.get(nameKey(record))) ?? []
}

const nameKey = ({ name, postalCode }: { name: string; postalCode?: string | null }) => JSON.stringify([name, postalCode ?? ''])

/** What tells two rows of a file apart. */
export const rowKey = (record: ImportRecord): string => (record.identifier ? `${record.country} ${record.identifier}` : nameKey(record))

const FIELDS = [
  'name', 'country', 'identifier', 'legalForm', 'nace', 'sizeBand', 'address', 'postalCode', 'city', 'website', 'description',
  'platform', 'territory', 'coachUserId',
] as const

/** The fields a row would change; a row that says nothing of a field leaves it. */
export const changedFields = (record: ImportRecord, known: Known): (typeof FIELDS)[number][] =>
  FIELDS.filter((field) => record[field] !== undefined && record[field] !== known[field])
