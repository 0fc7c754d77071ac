import { LIMITS } from '@vises/schema/limits'
import type { CohortColumn, CohortFilter, CohortSort } from '@vises/schema/admin/graphql'

export const PHASES = [1, 2, 3] as const
export const STATUSES = ['active', 'paused', 'stopped', 'completed'] as const
export const RECRUITMENTS = ['recruited', 'pending', 'declined', 'started'] as const
export const STALL_REASONS = ['overrun', 'noQuestion', 'stepStands', 'collectionStands', 'quiet', 'timeShort'] as const
export const SORTS = ['NAME', 'STEP', 'LAST_ACTIVITY', 'DAYS_LEFT'] as const satisfies CohortSort[]
export const COLUMNS = [
  'notStarted',
  'phase1',
  'gate1',
  'phase2',
  'gate2',
  'phase3',
  'gate3',
  'closed',
] as const satisfies CohortColumn[]

export type View = 'table' | 'board'
/** Words of the address that narrow the cohort; the export understands the same ones. */
const FILTERS = [
  'text',
  'phases',
  'statuses',
  'platform',
  'territory',
  'coachMembershipId',
  'mine',
  'withoutCoach',
  'recruitments',
  'stalled',
  'stallReason',
  'column',
] as const
export type FilterName = (typeof FILTERS)[number]

export interface CohortAddress {
  filter: CohortFilter
  sort: CohortSort
  descending: boolean
  view: View
}

const among = <Known extends string>(known: readonly Known[], value: string | null): Known | undefined =>
  known.find((one) => one === value)

/** What the address asks for; words it does not know are left out rather than refused. */
export function readAddress(params: URLSearchParams): CohortAddress {
  const many = <Known extends string>(name: FilterName, known: readonly Known[]) => {
    const given = (params.get(name) ?? '').split(',')
    const kept = known.filter((one) => given.includes(one))
    return kept.length > 0 ? kept : undefined
  }
  const text = params.get('text')?.trim().slice(0, LIMITS.searchText)
  const flag = (name: FilterName) => params.get(name) === 'true' || undefined
  return {
    filter: {
      text: text || undefined,
      phases: many('phases', PHASES.map(String))?.map(Number),
      statuses: many('statuses', STATUSES),
      platform: params.get('platform') || undefined,
      territory: params.get('territory') || undefined,
      coachMembershipId: params.get('coachMembershipId') || undefined,
      mine: flag('mine'),
      withoutCoach: flag('withoutCoach'),
      recruitments: many('recruitments', RECRUITMENTS),
      stalled: flag('stalled'),
      stallReason: among(STALL_REASONS, params.get('stallReason')),
      column: among(COLUMNS, params.get('column')),
    },
    sort: among(SORTS, params.get('sort')) ?? 'NAME',
    descending: params.get('descending') === 'true',
    view: params.get('view') === 'board' ? 'board' : 'table',
  }
}

/** How many words of the address narrow the cohort. */
export const filterCount = (params: URLSearchParams): number => FILTERS.filter((name) => params.get(name)).length

/** The address with other words; an empty one goes. */
export function withWords(params: URLSearchParams, words: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(words)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

/** The address without anything that narrows. */
export function withoutFilters(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of FILTERS) next.delete(name)
  return next
}

/** The file with the same enterprises in the same order as the screen. */
export function exportAddress(format: 'csv' | 'xlsx', params: URLSearchParams, language: string): string {
  const asked = new URLSearchParams([...params].filter(([name]) => name !== 'view'))
  asked.set('lang', language)
  return `/api/exports/cohort.${format}?${asked}`
}
