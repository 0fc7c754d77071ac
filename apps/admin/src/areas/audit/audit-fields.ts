/** How a value of the log is read: as words for a code, a day, the name of a language … Else it is shown as it is. */
export type FieldKind =
  /** Codes with words in the texts `value.<words>.<code>`. */
  | { words: string }
  | 'role'
  | 'day'
  /** Tags of languages. */
  | 'language'
  /** A text in several languages. */
  | 'byLanguage'
  /** Codes that the API has words for. */
  | 'territory'
  | 'legalForm'
  /** Criteria of a gate, alone or with the reason for going on without. */
  | 'criteria'
  /** Identifiers, of which only the number says something. */
  | 'count'
  | 'plain'

/** Every field that lines of the log hold, with how its values are read; its name is the text `field.<field>`. */
export const AUDIT_FIELDS: Record<string, FieldKind> = {
  address: 'plain',
  askedBy: 'plain',
  breakdowns: 'plain',
  breaksComparison: 'plain',
  city: 'plain',
  closesOn: 'day',
  coach: 'plain',
  consent: { words: 'consent' },
  contact: 'plain',
  country: { words: 'country' },
  description: 'plain',
  email: 'plain',
  endsOn: 'day',
  exceptions: 'criteria',
  faults: 'plain',
  federationCode: 'plain',
  file: 'plain',
  format: { words: 'format' },
  gate: { words: 'gate' },
  identifier: 'plain',
  keepUntil: 'day',
  kind: { words: 'kind' },
  knownPopulation: 'plain',
  label: 'plain',
  language: 'language',
  languages: 'language',
  legalForm: 'legalForm',
  links: 'plain',
  losesData: 'plain',
  methodCode: 'plain',
  mostReminders: 'plain',
  nace: 'plain',
  name: 'plain',
  note: 'plain',
  on: 'day',
  opensOn: 'day',
  outcome: { words: 'outcome' },
  people: 'plain',
  plannedEndOn: 'day',
  platform: 'plain',
  postalCode: 'plain',
  purpose: 'byLanguage',
  quota: 'plain',
  reason: { words: 'reason' },
  recruitment: { words: 'recruitment' },
  role: 'role',
  route: { words: 'route' },
  rows: 'plain',
  safe: 'plain',
  seat: 'territory',
  serviceArea: 'territory',
  sharing: { words: 'sharing' },
  site: 'territory',
  sizeBand: { words: 'size' },
  startedOn: 'day',
  startsOn: 'day',
  status: { words: 'status' },
  stopNote: 'plain',
  stopReason: { words: 'reason' },
  taken: 'plain',
  target: 'plain',
  timeZone: 'plain',
  title: 'plain',
  toPartner: 'plain',
  unchanged: 'plain',
  version: 'plain',
  waveIds: 'count',
  website: 'plain',
}

type Fields = Record<string, unknown>
const isFields = (values: unknown): values is Fields =>
  typeof values === 'object' && values !== null && !Array.isArray(values)

interface Told {
  field: string
  value: unknown
}

/** What a line tells: of a change only what changed, of something new only what was filled in. */
export function tellingValues(old: unknown, now: unknown): { before: Told[]; after: Told[] } {
  const [before, after] = [byLink(old), byLink(now)]
  if (!isFields(before) || !isFields(after)) return { before: pairs(before), after: pairs(after) }
  const changed = (field: string) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null)
  const of = (values: Fields) => Object.entries(values).filter(([field]) => changed(field))
  return { before: of(before).map(told), after: of(after).map(told) }
}

const told = ([field, value]: [string, unknown]): Told => ({ field, value })

function pairs(values: unknown): Told[] {
  if (values === null || values === undefined) return []
  if (!isFields(values)) return [{ field: '', value: values }]
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(told)
}

/** Links to territories, one field for each kind of link. */
function byLink(values: unknown): unknown {
  if (!Array.isArray(values) || !values.every((value) => isFields(value) && 'code' in value && 'link' in value))
    return values
  const links: Record<string, unknown[]> = {}
  for (const { code, link } of values as { code: unknown; link: string }[]) (links[link] ??= []).push(code)
  return links
}
