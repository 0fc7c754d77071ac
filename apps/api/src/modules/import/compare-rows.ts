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
    e.postal_code AS "postalCode", e.city, e.website, e.description FROM enterprise e`

/** Which enterprises these rows are about: by number, else by exact name and postal code. */
export async function knownEnterprises(
  db: Db,
  partnerId: string,
  records: ImportRecord[],
): Promise<(record: ImportRecord) => Known[]> {
  const numbered = records.filter(({ identifier }) => identifier)
  const named = records.filter(({ identifier }) => !identifier)
  const found: Omit<Known, keyof Links>[] = []
  if (numbered.length > 0) {
    found.push(
      ...(await db.rows<Known>(
        `${KNOWN} WHERE e.partner_id = $1 AND e.country IN ('BE', 'FR') AND e.identifier = ANY($2::text[])`,
        [partnerId, numbered.map(({ identifier }) => identifier)],
      )),
    )
  }
  if (named.length > 0) {
    found.push(
      ...(await db.rows<Known>(`${KNOWN} WHERE e.partner_id = $1 AND e.name = ANY($2::text[])`, [
        partnerId,
        named.map(({ name }) => name),
      ])),
    )
  }
  const links = await linksOf(db, partnerId, [...new Set(found.map(({ id }) => id))])
  const byNumber = new Map<string, Known[]>()
  const byName = new Map<string, Map<string, Known>>()
  for (const row of found) {
    const known = { ...row, ...links(row.id) }
    if (row.identifier) byNumber.set(`${row.country} ${row.identifier}`, [known])
    const same = byName.get(nameKey(row)) ?? new Map<string, Known>()
    byName.set(nameKey(row), same.set(row.id, known))
  }
  return (record) =>
    (record.identifier
      ? byNumber.get(`${record.country} ${record.identifier}`)
      : [...(byName.get(nameKey(record))?.values() ?? [])]) ?? []
}

/** Test platform, seat and coach of today. */
export type Links = Pick<Known, 'platform' | 'territory' | 'coachUserId' | 'coachName'>

/**
 * Asked for table by table, like the enterprises above: in the middle of an import the planner knows nothing of the rows
 * that have come, and would join thousands with thousands one by one.
 */
export async function linksOf(db: Db, partnerId: string, ids: string[]): Promise<(id: string) => Links> {
  const of = async <T extends { id: string }>(columns: string, table: string, current: string) =>
    new Map(
      ids.length === 0
        ? []
        : (
            await db.rows<T>(
              `SELECT enterprise_id AS id, ${columns} FROM ${table} WHERE partner_id = $1 AND enterprise_id = ANY($2::uuid[]) AND ${current}`,
              [partnerId, ids],
            )
          ).map((row) => [row.id, row] as const),
    )
  const platforms = await of<{ id: string; platform: string }>(
    'platform_code AS platform',
    'participation',
    'ends_on IS NULL',
  )
  const seats = await of<{ id: string; territory: string }>(
    'territory_code AS territory',
    'enterprise_territory',
    `link = 'seat'`,
  )
  const coaches = await of<{ id: string; coachUserId: string; coachName: string }>(
    'coach_user_id AS "coachUserId", coach_name AS "coachName"',
    'accompaniment',
    'ends_on IS NULL',
  )
  return (id) => ({
    platform: platforms.get(id)?.platform ?? null,
    territory: seats.get(id)?.territory ?? null,
    coachUserId: coaches.get(id)?.coachUserId ?? null,
    coachName: coaches.get(id)?.coachName ?? null,
  })
}

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
