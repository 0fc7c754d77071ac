import type { Services } from '../../platform/context.ts'
import { log } from '../../platform/log.ts'
import type { Link } from './find-link.ts'
import { respondentTenant } from './respondent.ts'

const flagged = new Map<string, string>()
const MOST_REMEMBERED = 10_000

/** Marks a link with the day on which more came through it at once than people send; once a day is enough. */
export async function flagLink(services: Services, link: Link): Promise<void> {
  const day = new Date().toISOString().slice(0, 10)
  if (flagged.get(link.linkId) === day) return
  if (flagged.size >= MOST_REMEMBERED) flagged.clear()
  flagged.set(link.linkId, day)
  try {
    await respondentTenant(services, link).write((db) =>
      db.rows('UPDATE collection_link SET flagged_on = current_date WHERE partner_id = $1 AND id = $2', [
        link.partnerId,
        link.linkId,
      ]),
    )
  } catch (error) {
    log.warn({ err: error }, 'a link could not be flagged')
  }
}
