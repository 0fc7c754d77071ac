import type { Language } from './language.ts'

const LOCALES: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' }

export type DayStyle = 'long' | 'short' | 'monthYear' | 'weekday'

const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  monthYear: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

/** A moment (ISO text or Date) or a plain day (`2018-03-31`). */
export type When = string | Date

/** How numbers, days and lists are written in one language. */
export interface Formats {
  formatDay(day: When, style?: DayStyle): string
  formatDateTime(moment: When): string
  /** Today, yesterday, 3 days ago, in 2 months: counted in calendar days. */
  formatRelativeDay(day: When, from?: Date): string
  formatNumber(value: number, options?: Intl.NumberFormatOptions): string
  /** An amount in cents of a euro; whole euros are written without decimals. */
  formatMoney(cents: number): string
  /** A share between 0 and 1. */
  formatPercent(share: number, decimals?: number): string
  /** "a, b and c" */
  formatList(items: string[], kind?: 'and' | 'or'): string
}

const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/
const MS_PER_DAY = 86_400_000

/** A plain day stays the same day everywhere; a moment becomes the reader's day. */
function toDate(when: When): { date: Date; timeZone: string | undefined } {
  if (typeof when === 'string' && PLAIN_DAY.test(when)) return { date: new Date(`${when}T00:00:00Z`), timeZone: 'UTC' }
  return { date: new Date(when), timeZone: undefined }
}

function dayNumber(when: When): number {
  const { date, timeZone } = toDate(when)
  if (timeZone) return date.getTime() / MS_PER_DAY
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / MS_PER_DAY
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: When, to: When): number {
  return dayNumber(to) - dayNumber(from)
}

export function makeFormats(language: Language): Formats {
  const locale = LOCALES[language]
  const made = new Map<string, unknown>()
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make())
    return made.get(key) as T
  }
  const number = (options: Intl.NumberFormatOptions) =>
    once(JSON.stringify(options), () => new Intl.NumberFormat(locale, options))
  return {
    formatDay(day, style = 'long') {
      const { date, timeZone } = toDate(day)
      const options = { ...DAY_STYLES[style], ...(timeZone ? { timeZone } : {}) }
      return once(`day ${style} ${timeZone}`, () => new Intl.DateTimeFormat(locale, options)).format(date)
    },
    formatDateTime(moment) {
      const options: Intl.DateTimeFormatOptions = { ...DAY_STYLES.long, hour: '2-digit', minute: '2-digit' }
      return once('dateTime', () => new Intl.DateTimeFormat(locale, options)).format(new Date(moment))
    },
    formatRelativeDay(day, from = new Date()) {
      const days = daysBetween(from, day)
      const relative = once('relative', () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
      const size = Math.abs(days)
      if (size < 14) return relative.format(days, 'day')
      if (size < 61) return relative.format(Math.round(days / 7), 'week')
      if (size < 700) return relative.format(Math.round(days / 30.44), 'month')
      return relative.format(Math.round(days / 365.25), 'year')
    },
    formatNumber: (value, options = {}) => number(options).format(value),
    formatMoney: (cents) =>
      number({
        style: 'currency',
        currency: 'EUR',
        minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
        maximumFractionDigits: 2,
      }).format(cents / 100),
    formatPercent: (share, decimals = 0) =>
      number({ style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(share),
    formatList: (items, kind = 'and') =>
      once(
        `list ${kind}`,
        () => new Intl.ListFormat(locale, { type: kind === 'and' ? 'conjunction' : 'disjunction' }),
      ).format(items),
  }
}
