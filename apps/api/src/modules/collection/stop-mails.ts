import type { Services } from '../../platform/context.ts'
import type { Link } from './find-link.ts'
import { respondentTenant } from './respondent.ts'

/** Sends no more mails to the person of a personal link; the link keeps working. */
export async function stopMails(services: Services, link: Link): Promise<void> {
  await respondentTenant(services, link).write((db) =>
    db.rows('UPDATE invitee SET unsubscribed = true WHERE partner_id = $1 AND wave_id = $2 AND link_id = $3', [
      link.partnerId,
      link.waveId,
      link.linkId,
    ]),
  )
}
