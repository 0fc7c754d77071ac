import { WaveStatus } from './wave.types.ts'

/**
 * For how long after closing answers are still taken, so that nobody who is halfway loses the answers. The page itself
 * says "closed" from the moment of closing; a revoked link takes nothing from the moment on.
 */
export const GRACE_MINUTES = 15

/** What the rules of a wave's window need to know. Days are calendar days of the wave's own time zone. */
export interface WaveWindow {
  openedAt: Date | null
  closedAt: Date | null
  opensOn: string | null
  closesOn: string | null
  timeZone: string
}

/** Whether a wave is planned, open or closed at a moment, by the server's clock. */
export function statusOf(wave: WaveWindow, now: Date): WaveStatus {
  const today = dayIn(wave.timeZone, now)
  if (wave.closedAt || (wave.closesOn && wave.closesOn < today)) return WaveStatus.closed
  if (!wave.openedAt || (wave.opensOn && wave.opensOn > today)) return WaveStatus.planned
  return WaveStatus.open
}

/** Why a wave takes no answer at a moment; undefined while it takes them, which is a little longer than it is open. */
export function reasonToRefuse(wave: WaveWindow, now: Date): 'notYet' | 'closed' | undefined {
  const before = new Date(now.getTime() - GRACE_MINUTES * 60_000)
  const closedByHand = wave.closedAt !== null && wave.closedAt <= before
  if (closedByHand || (wave.closesOn && wave.closesOn < dayIn(wave.timeZone, before))) return 'closed'
  if (!wave.openedAt || (wave.opensOn && wave.opensOn > dayIn(wave.timeZone, now))) return 'notYet'
  return undefined
}

/** The calendar day at a place. */
export function dayIn(timeZone: string, now: Date): string {
  let format = formats.get(timeZone)
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { ...YEAR_MONTH_DAY, timeZone })))
  return format.format(now)
}

const formats = new Map<string, Intl.DateTimeFormat>()
// Swedish writes a day as YYYY-MM-DD.
const YEAR_MONTH_DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const

/** Whether a time zone is one that can be computed with. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
