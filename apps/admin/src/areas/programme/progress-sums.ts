import type { Programme_ProgressQuery } from '@vises/schema/admin/graphql'
import type { Cut } from './progress-address.ts'

export type Dashboard = Programme_ProgressQuery['programmeDashboard']
export type ProgressRow = Dashboard['rows'][number]

export const COUNTS = [
  'recruited',
  'notStarted',
  'started',
  'phase1',
  'phase2',
  'phase3',
  'completed',
  'stopped',
  'active',
  'paused',
  'stalled',
  'declined',
] as const
export type CountName = (typeof COUNTS)[number]
export type Counts = Record<CountName, number>

export interface SumRow {
  key: string
  platformCode?: string | null
  territory?: string | null
  partnerId?: string
  partnerName?: string
  counts: Counts
  /** Undefined where a target has no meaning. */
  target: number | null | undefined
}

const KEYS: Record<Cut, (row: ProgressRow) => string> = {
  platform: (row) => row.platformCode ?? '',
  territory: (row) => row.territory ?? '',
  partner: (row) => row.partnerId,
  all: (row) => `${row.platformCode ?? ''}|${row.territory ?? ''}|${row.partnerId}`,
}

/** The rows of the dashboard added up for one cut; a target has no territory, so only two cuts carry it. */
export function sumsBy(cut: Cut, { rows, targets }: Dashboard, order: string[]): SumRow[] {
  const sums = new Map<string, SumRow>()
  const rowOf = (key: string, make: () => Omit<SumRow, 'key' | 'counts' | 'target'>): SumRow => {
    const known = sums.get(key)
    if (known) return known
    const counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts
    const made: SumRow = { key, ...make(), counts, target: cut === 'platform' || cut === 'partner' ? null : undefined }
    sums.set(key, made)
    return made
  }
  for (const row of rows) {
    const { platformCode, territory, partnerId, partnerName } = row
    const sum = rowOf(KEYS[cut](row), () => ({ platformCode, territory, partnerId, partnerName }))
    for (const name of COUNTS) sum.counts[name] += row.counts[name]
  }
  if (cut === 'platform' || cut === 'partner') {
    for (const { platformCode, partnerId, partnerName, target } of targets) {
      const sum = rowOf(cut === 'platform' ? platformCode : partnerId, () => ({ platformCode, partnerId, partnerName }))
      sum.target = (sum.target ?? 0) + target
    }
  }
  const found = [...sums.values()]
  if (cut === 'all') return found
  // Names and codes in their own fixed order, never that of the values; what is not known comes last.
  const place = ({ key }: SumRow) => (order.includes(key) ? order.indexOf(key) : order.length)
  return found.toSorted((a, b) => place(a) - place(b))
}
