import type { Db } from '../../platform/tenant.ts'
import { allowedActions, may } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { sessionsOf } from '../support-session/read-sessions.ts'
import { demandForEnterprise } from './subject.ts'
import type {
  Accompaniment,
  Affiliation,
  Enterprise,
  EnterpriseEvaluation,
  EnterprisePerson,
  EnterpriseTerritory,
  OpenTransfer,
  Participation,
} from './enterprise-types.ts'

/** One enterprise with the parts asked for; every part is one statement, and parts nobody reads are not fetched. */
export async function readEnterprise(db: Db, actor: Actor, id: string, wanted: Set<string>): Promise<Enterprise> {
  const subject = await demandForEnterprise(db, actor, 'enterprise:read', id)
  const key = [actor.partnerId, id]
  const part = <T>(name: string, read: () => Promise<T[]>, allowed = true) =>
    wanted.has(name) && allowed ? read() : Promise.resolve([])
  const core = (await db.row<Enterprise>(CORE, key))!
  return {
    ...core,
    territories: await part('territories', () => db.rows<EnterpriseTerritory>(TERRITORIES, key)),
    accompaniments: await part('accompaniments', () => db.rows<Accompaniment>(ACCOMPANIMENTS, key)),
    affiliations: await part('affiliations', () => db.rows<Affiliation>(AFFILIATIONS, key)),
    participations: await part('participations', () => db.rows<Participation>(PARTICIPATIONS, key)),
    people: await part(
      'people',
      () => db.rows<EnterprisePerson>(PEOPLE, key),
      may(actor, 'enterpriseMember:read', subject),
    ),
    supportSessions: await part(
      'supportSessions',
      () => sessionsOf(db, actor, id),
      may(actor, 'supportSession:read', subject),
    ),
    evaluations: await part('evaluations', () => db.rows<EnterpriseEvaluation>(EVALUATIONS, key)),
    openTransfer: (
      await part('openTransfer', () => db.rows<OpenTransfer>(OPEN_TRANSFER, key), may(actor, 'enterprise:transfer'))
    )[0],
    can: allowedActions(actor, subject),
  }
}

const CORE = `
  SELECT e.id, e.name, e.country, e.legal_form AS "legalForm", e.identifier, e.nace, e.size_band AS "sizeBand", e.address,
    e.postal_code AS "postalCode", e.city, e.website, e.description, e.recruitment,
    e.current_evaluation_id AS "currentEvaluationId", m.id AS "coachMembershipId", a.coach_name AS "coachName",
    e.is_demo AS "isDemo", e.created_at AS "createdAt", e.updated_at AS "updatedAt"
  FROM enterprise e
  LEFT JOIN accompaniment a ON a.partner_id = $1 AND a.enterprise_id = e.id AND a.ends_on IS NULL
  LEFT JOIN membership m ON m.partner_id = $1 AND m.user_id = a.coach_user_id AND m.role = 'coach' AND m.ended_at IS NULL
  WHERE e.partner_id = $1 AND e.id = $2`

const TERRITORIES = `
  SELECT t.code, t.name, l.link FROM enterprise_territory l JOIN territory t ON t.code = l.territory_code
  WHERE l.partner_id = $1 AND l.enterprise_id = $2 ORDER BY array_position(ARRAY['seat', 'site', 'serviceArea'], l.link), t.code`

const ACCOMPANIMENTS = `
  SELECT id, coach_name AS "coachName", starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM accompaniment
  WHERE partner_id = $1 AND enterprise_id = $2 ORDER BY starts_on DESC, id DESC`

const AFFILIATIONS = `
  SELECT f.id, f.federation_id AS "federationId", p.code AS "federationCode", p.name AS "federationName",
    f.starts_on::text AS "startsOn", f.ends_on::text AS "endsOn"
  FROM affiliation f JOIN partner p ON p.id = f.federation_id
  WHERE f.partner_id = $1 AND f.enterprise_id = $2 ORDER BY f.starts_on DESC, f.id DESC`

const PARTICIPATIONS = `
  SELECT p.id, p.platform_code AS "platformCode", t.name AS "platformName", p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn"
  FROM participation p JOIN test_platform t ON t.code = p.platform_code
  WHERE p.partner_id = $1 AND p.enterprise_id = $2 ORDER BY p.starts_on DESC, p.id DESC`

const PEOPLE = `
  SELECT id, person_name AS name, person_email AS email, role, false AS invited, NULL::timestamptz AS "expiresAt" FROM membership
  WHERE partner_id = $1 AND enterprise_id = $2 AND ended_at IS NULL
  UNION ALL
  SELECT id, NULL, email, role, true, expires_at FROM invitation
  WHERE partner_id = $1 AND enterprise_id = $2 AND accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL
  ORDER BY invited, name, email`

const EVALUATIONS = `
  SELECT v.id, v.method_code AS "methodCode", v.route, v.status, v.stop_reason AS "stopReason", v.phase,
    v.current_step AS "currentStep", v.steps_done AS "stepsDone", v.steps_total AS "stepsTotal",
    v.started_on::text AS "startedOn", v.planned_end_on::text AS "plannedEndOn", v.ended_on::text AS "endedOn", v.sharing,
    v.last_activity_at AS "lastActivityAt", v.id = e.current_evaluation_id AS current
  FROM evaluation v JOIN enterprise e ON e.partner_id = $1 AND e.id = v.enterprise_id
  WHERE v.partner_id = $1 AND v.enterprise_id = $2 ORDER BY v.started_on DESC, v.id DESC`

const OPEN_TRANSFER = `
  SELECT t.id, t.to_partner_id AS "toPartnerId", p.name AS "toPartnerName", t.reason, t.requested_by_name AS "requestedByName",
    t.requested_at AS "requestedAt"
  FROM enterprise_transfer t JOIN partner p ON p.id = t.to_partner_id
  LEFT JOIN shared.transfer_offer o ON o.id = t.id
  WHERE t.partner_id = $1 AND t.enterprise_id = $2 AND t.withdrawn_at IS NULL AND o.decided_at IS NULL
  ORDER BY t.requested_at DESC LIMIT 1`
