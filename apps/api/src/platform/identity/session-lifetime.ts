const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A session left alone ends after 12 hours; one in use ends after 7 days, whatever happens. */
export const IDLE = 12 * HOUR
export const ABSOLUTE = 168 * HOUR

/** Writing at each request would turn every read into a write; once an hour is close enough to 12. */
const RENEW_AFTER = HOUR

/** When a session that is used now should end, or nothing when the stored end is good enough. */
export function renewedEnd(session: { createdAt: Date; expiresAt: Date }, now: Date): Date | undefined {
  const end = Math.min(now.getTime() + IDLE, session.createdAt.getTime() + ABSOLUTE)
  return end - session.expiresAt.getTime() >= RENEW_AFTER ? new Date(end) : undefined
}
