import { hashToken } from '../../platform/context.ts'
import type { Services } from '../../platform/context.ts'
import type { Link } from './find-link.ts'
import { respondentTenant } from './respondent.ts'
import { reasonToRefuse } from './wave-window.ts'

/** For how long an unfinished answer is kept. */
const DRAFT_DAYS = 30
/** Most drafts of a wave, so that nobody fills the disk through a link. */
const MOST_DRAFTS = 20_000

export type SaveDraftResult = { savedUntil: string } | { problem: 'notYet' | 'closed' | 'tooMany' }

/** Keeps an unfinished answer, encrypted on the device, under an address that only the device knows. */
export async function saveDraft(
  services: Services,
  link: Link,
  address: string,
  content: Buffer,
  now = new Date(),
): Promise<SaveDraftResult> {
  const shut = reasonToRefuse(link, now)
  if (shut) return { problem: shut }
  const row = await respondentTenant(services, link).write((db) =>
    db.row<{ savedUntil: string }>(
      `INSERT INTO response_draft AS d (partner_id, id, enterprise_id, wave_id, content, expires_on)
       SELECT $1, $2, $3, $4, $5, least(current_date + $6::int, $7::date + 1)
       WHERE (SELECT count(*) FROM response_draft WHERE partner_id = $1 AND enterprise_id = $3 AND wave_id = $4) < $8
       ON CONFLICT (partner_id, id) DO UPDATE SET content = excluded.content, expires_on = excluded.expires_on
         WHERE d.wave_id = excluded.wave_id
       RETURNING expires_on::text AS "savedUntil"`,
      [
        link.partnerId,
        hashToken(address),
        link.enterpriseId,
        link.waveId,
        content,
        DRAFT_DAYS,
        link.closesOn,
        MOST_DRAFTS,
      ],
    ),
  )
  return row ?? { problem: 'tooMany' }
}

/** An unfinished answer as it was kept. */
export async function loadDraft(services: Services, link: Link, address: string): Promise<Buffer | undefined> {
  const row = await respondentTenant(services, link).read((db) =>
    db.row<{ content: Buffer }>(
      `SELECT content FROM response_draft WHERE partner_id = $1 AND wave_id = $2 AND id = $3 AND expires_on >= current_date`,
      [link.partnerId, link.waveId, hashToken(address)],
    ),
  )
  return row?.content
}

/** Forgets an unfinished answer. */
export async function deleteDraft(services: Services, link: Link, address: string): Promise<void> {
  await respondentTenant(services, link).write((db) =>
    db.rows('DELETE FROM response_draft WHERE partner_id = $1 AND wave_id = $2 AND id = $3', [
      link.partnerId,
      link.waveId,
      hashToken(address),
    ]),
  )
}
