/** A break of this length ends a visit. */
const BREAK_MS = 30 * 60_000

interface Visit {
  /** When this place was last seen. */
  seen: string
  /** When the visit before this one ended. */
  before?: string
}

/** The visit as it goes on now; after a break the last one becomes the visit before. */
export function visitAt(now: Date, stored: Visit | undefined): Visit {
  if (!stored) return { seen: now.toISOString() }
  const pause = now.getTime() - Date.parse(stored.seen)
  return { seen: now.toISOString(), before: pause > BREAK_MS ? stored.seen : stored.before }
}

/** When the person was last here before this visit, in this browser and in this role; undefined the first time. */
export function lastVisit(membershipId: string, storage: Storage = localStorage, now = new Date()): string | undefined {
  const key = `vises.visit.${membershipId}`
  try {
    const visit = visitAt(now, read(storage.getItem(key)))
    storage.setItem(key, JSON.stringify(visit))
    return visit.before
  } catch {
    // A browser that keeps nothing shows no news.
    return undefined
  }
}

function read(text: string | null): Visit | undefined {
  const visit: unknown = text ? JSON.parse(text) : undefined
  const known =
    typeof visit === 'object' && visit !== null && 'seen' in visit && !Number.isNaN(Date.parse(String(visit.seen)))
  return known ? (visit as Visit) : undefined
}
