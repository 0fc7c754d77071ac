import { useTexts } from '@vises/ui/texts.tsx'

export const TERRITORIES = ['FR', 'WA', 'VL', 'BRU'] as const
export const PLATFORMS = ['A', 'B', 'C'] as const
export type PlatformCode = (typeof PLATFORMS)[number]
const PRECISIONS = ['day', 'month', 'quarter', 'year'] as const

/** What a territory of the project is called; said as such where it is not known. */
export function useTerritoryName(): (code: string | null | undefined) => string {
  const { t } = useTexts<typeof import('./texts.fr.json')>('programme')
  return (code) => {
    const known = TERRITORIES.find((one) => one === code)
    return known ? t(`territory.${known}`) : (code ?? t('territory.none'))
  }
}

/** A day as exactly as it is known: an event of a quarter says the quarter, not its first day. */
export function usePreciseDay(): (day: string, precision: string) => string {
  const { t, formatDay } = useTexts<typeof import('./texts.fr.json')>('programme')
  return (day, precision) => {
    const year = day.slice(0, 4)
    if (precision === 'year') return year
    if (precision === 'quarter') return t('quarter', { number: quarterOf(day), year })
    return formatDay(day, precision === 'month' ? 'monthYear' : 'long')
  }
}

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3)

/** The value for `<time dateTime>`; HTML has no quarters. */
export function machineDay(day: string, precision: string): string {
  if (precision === 'day') return day
  return precision === 'month' ? day.slice(0, 7) : day.slice(0, 4)
}

/** The last day that an event known by month, quarter or year can fall on. */
export function lastDay(day: string, precision: string): string {
  const year = Number(day.slice(0, 4))
  const known = PRECISIONS.find((one) => one === precision) ?? 'day'
  if (known === 'day') return day
  const month = known === 'month' ? Number(day.slice(5, 7)) : known === 'quarter' ? quarterOf(day) * 3 : 12
  // Day 0 of the next month is the last one of this month.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
