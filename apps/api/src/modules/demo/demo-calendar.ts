/** The day that the data of the demo takes for its present. */
const PRESENT_OF_THE_DATA = '2018-12-15'

const DAY = 86_400_000

const asDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Moves the days of the demo so that its present is the day of loading: what was quiet for two months stays so. */
export class DemoCalendar {
  private readonly shift: number

  constructor(readonly today: string) {
    this.shift = Date.parse(today) - Date.parse(PRESENT_OF_THE_DATA)
  }

  /** A day of the data, moved. */
  day(day: string): string {
    return asDay(Date.parse(day) + this.shift)
  }

  /** The day so many days before the present; ahead of it when negative. */
  before(days: number): string {
    return asDay(Date.parse(this.today) - days * DAY)
  }

  /** A day a part of the way from one day to another; 0 is the first, 1 the second. */
  between(from: string, to: string, part: number): string {
    return asDay(Date.parse(from) + (Date.parse(to) - Date.parse(from)) * part)
  }

  plus(day: string, days: number): string {
    return asDay(Date.parse(day) + days * DAY)
  }
}

/** A moment of a day of the demo; in the small hours, so that nothing of today lies ahead. */
export const momentOf = (day: string, minute = 0): string => new Date(Date.parse(day) + minute * 60_000).toISOString()

/** Chances that fall the same way for the same name: the demo is the same everywhere. */
export function dice(name: string): (below: number) => number {
  let state = 2_166_136_261
  for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0)!, 16_777_619)
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519)
    state = Math.imul(state ^ (state >>> 13), 3_266_489_917)
    return ((state ^= state >>> 16) >>> 0) % below
  }
}
