import type { Texts } from '@vises/questionnaire/model.ts'
import { hashToken } from '../../platform/context.ts'
import type { Services } from '../../platform/context.ts'
import { respondentTenant } from './respondent.ts'
import type { WaveWindow } from './wave-window.ts'
import type { LinkKind } from './wave.types.ts'

/** A link with what the public page needs to know of its wave. */
export interface Link extends WaveWindow {
  partnerId: string
  enterpriseId: string
  waveId: string
  linkId: string
  kind: LinkKind
  groupName: string | null
  /** The language the link opens in. */
  language: string | null
  languages: string[]
  questionnaireId: string
  version: number
  /** Whether answers through it are counted as they come: it works once, or somebody set a quota. */
  counted: boolean
  spent: boolean
  full: boolean
  anonymous: boolean
  askedBy: string
  purpose: Texts
  contact: string | null
  keepUntil: string | null
}

/** How long a link may be remembered. What must hold at once (revoked, spent, full) is asked of the database with each answer. */
const REMEMBERED_MS = 10_000
const MOST_REMEMBERED = 20_000

/** Finds links by their tokens, before a partner is known. */
export function createLinkFinder(services: Services) {
  const remembered = new Map<string, { link: Link; until: number }>()

  /** The link as it is now; undefined when it is unknown or revoked, which look the same. */
  async function findNow(token: string): Promise<Link | undefined> {
    const hash = hashToken(token)
    const link = await lookUp(services, hash)
    if (!link) remembered.delete(hash)
    else {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      remembered.set(hash, { link, until: Date.now() + REMEMBERED_MS })
    }
    return link
  }

  return {
    findNow,
    /** The same from memory, when it was looked up a moment ago. */
    async find(token: string): Promise<Link | undefined> {
      const known = remembered.get(hashToken(token))
      return known && known.until > Date.now() ? known.link : findNow(token)
    },
    /** Whether a token was good a moment ago. */
    knows: (token: string): boolean => remembered.has(hashToken(token)),
  }
}

async function lookUp(services: Services, hash: string): Promise<Link | undefined> {
  const place = await services.reference.row<{ partnerId: string; enterpriseId: string; linkId: string }>(
    `SELECT partner_id AS "partnerId", enterprise_id AS "enterpriseId", link_id AS "linkId" FROM link_of_token($1)`,
    [hash],
  )
  if (!place) return undefined
  const link = await respondentTenant(services, place).read((db) =>
    db.row<Omit<Link, 'partnerId' | 'enterpriseId' | 'linkId'>>(LINK, [place.partnerId, place.linkId]),
  )
  return link && { ...place, ...link }
}

const LINK = `
  SELECT w.id AS "waveId", l.kind, g.name AS "groupName", l.language, w.languages, w.questionnaire_id AS "questionnaireId",
    v.number AS version, w.opened_at AS "openedAt", w.closed_at AS "closedAt", w.opens_on::text AS "opensOn",
    w.closes_on::text AS "closesOn", w.time_zone AS "timeZone",
    l.position IS NOT NULL OR num_nonnulls(w.quota, l.quota, g.quota) > 0 AS counted,
    l.position IS NOT NULL AND get_bit(s.spent, l.position) = 1 AS spent,
    w.anonymous, w.asked_by AS "askedBy", w.purpose, w.contact, w.keep_until::text AS "keepUntil",
    coalesce(w.accepted >= w.quota OR l.accepted >= l.quota OR g.accepted >= g.quota, false) AS full
  FROM collection_link l JOIN wave w ON w.partner_id = l.partner_id AND w.id = l.wave_id
  JOIN questionnaire_version v ON v.partner_id = w.partner_id AND v.id = w.version_id
  LEFT JOIN respondent_group g ON g.partner_id = l.partner_id AND g.id = l.group_id
  LEFT JOIN wave_spent s ON s.partner_id = l.partner_id AND s.enterprise_id = l.enterprise_id AND s.wave_id = l.wave_id
  WHERE l.partner_id = $1 AND l.id = $2 AND l.revoked_at IS NULL`
