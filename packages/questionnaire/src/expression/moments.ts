/** Dates and times as expressions see them: ISO texts, and numbers of days since 1 January 1970. */

const DAY = 86_400_000
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|[+-]\d\d(?::?\d\d)?)?)?$/
const TIME = /^(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|[+-]\d\d:?\d\d)?$/

/** The time of day as a part of a day: noon is 0.5. NaN for what is no time. */
export function daysOfTime(text: string): number {
  const [whole, hour, minute, second = 0] = TIME.exec(text) ?? []
  if (!whole || Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60) return NaN
  return (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400
}

/**
 * Days since 1 January 1970 of a date, or of a date and time as the clock on the wall showed it: the device's offset is
 * left out, so that a day begins at midnight everywhere and both sides of the network count alike. NaN for no date.
 */
export function daysOf(text: string): number {
  const [whole, year, month, day, hour, minute, second] = MOMENT.exec(text) ?? []
  if (!whole) return NaN
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)))
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (date.getUTCMonth() + 1 !== Number(month) || date.getUTCDate() !== Number(day)) return NaN
  return date.getTime() / DAY + (hour ? daysOfTime(`${hour}:${minute}:${second ?? '00'}`) : 0)
}

/** Days since the first instant of 1970 in Greenwich: the offset counts, where the text has one. */
export function instantOf(text: string): number {
  const offset = MOMENT.exec(text)?.[7]
  if (!offset || offset === 'Z') return daysOf(text)
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return daysOf(text) - (offset.startsWith('-') ? -minutes : minutes) / 1440
}

/** The calendar day of a number of days; empty outside the years 1 to 9999. */
export function dayOf(days: number): string {
  const date = new Date(Math.floor(days) * DAY)
  return date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999 ? date.toISOString().slice(0, 10) : ''
}

const two = (number: number) => String(number).padStart(2, '0')

/** Today on the device's calendar: `2018-03-14`. */
export const today = (now: Date) =>
  `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`

/** Now on the device's clock with its offset: `2018-03-14T14:30:00.000+01:00`. */
export function timestamp(now: Date): string {
  const offset = -now.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')
  return `${today(now)}T${time}.${String(now.getMilliseconds()).padStart(3, '0')}${zone}`
}

/** A moment written by ODK's pattern: `%d/%m/%Y`, `%e %b %Y`, `%H:%M`. Names of months and days by the language. */
export function formatMoment(days: number, pattern: string, language: string): string {
  const date = new Date(Math.round(days * DAY))
  if (Number.isNaN(date.getTime())) return ''
  return pattern.replace(/%([YymnbdeaHhMS3])/g, (_, letter: string) => {
    switch (letter) {
      case 'Y':
        return String(date.getUTCFullYear()).padStart(4, '0')
      case 'y':
        return two(date.getUTCFullYear() % 100)
      case 'm':
        return two(date.getUTCMonth() + 1)
      case 'n':
        return String(date.getUTCMonth() + 1)
      case 'b':
        return named(date, language, { month: 'short' })
      case 'd':
        return two(date.getUTCDate())
      case 'e':
        return String(date.getUTCDate())
      case 'a':
        return named(date, language, { weekday: 'short' })
      case 'H':
        return two(date.getUTCHours())
      case 'h':
        return String(date.getUTCHours())
      case 'M':
        return two(date.getUTCMinutes())
      case 'S':
        return two(date.getUTCSeconds())
      default:
        return String(date.getUTCMilliseconds()).padStart(3, '0')
    }
  })
}

function named(date: Date, language: string, part: Intl.DateTimeFormatOptions): string {
  const format = (tag: string) => new Intl.DateTimeFormat(tag, { ...part, timeZone: 'UTC' }).format(date)
  try {
    return format(language)
  } catch {
    return format('en')
  }
}
