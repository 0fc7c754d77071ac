import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { answersByGroup, toldCount, toldGroups } from './count-answers.ts'
import type { AnswersByGroup } from './count-answers.ts'
import { demandForWave } from './subject.ts'
import { statusOf } from './wave-window.ts'
import type { WaveWindow } from './wave-window.ts'
import type { CollectionLink, RespondentGroup, Wave, WaveMail, WaveMailing, WaveRow } from './wave.types.ts'

const MOST_WAVES = 200

/** The waves of an enterprise, newest first. */
export async function waves(db: Db, actor: Actor, enterpriseId: string): Promise<WaveRow[]> {
  await demandForEnterprise(db, actor, 'collection:read', enterpriseId)
  const rows = await db.rows<Omit<WaveRow, 'status' | 'answers'> & WaveWindow>(
    `SELECT w.id, w.title, w.questionnaire_id AS "questionnaireId", q.title AS "questionnaireTitle", v.number AS version,
       w.opens_on::text AS "opensOn", w.closes_on::text AS "closesOn", w.opened_at AS "openedAt", w.closed_at AS "closedAt",
       w.time_zone AS "timeZone",
       (SELECT sum(g.expected)::int FROM respondent_group g
         WHERE g.partner_id = w.partner_id AND g.enterprise_id = w.enterprise_id AND g.wave_id = w.id) AS expected
     FROM wave w JOIN questionnaire q ON q.partner_id = w.partner_id AND q.id = w.questionnaire_id
     JOIN questionnaire_version v ON v.partner_id = w.partner_id AND v.id = w.version_id
     WHERE w.partner_id = $1 AND w.enterprise_id = $2 ORDER BY w.created_at DESC, w.id LIMIT ${MOST_WAVES}`,
    [actor.partnerId, enterpriseId],
  )
  const answers = await answersByGroup(
    db,
    actor.partnerId,
    enterpriseId,
    rows.map(({ id }) => id),
  )
  const now = new Date()
  return rows.map((row) => ({ ...row, status: statusOf(row, now), answers: toldCount(sumOf(answers.get(row.id)!)) }))
}

const sumOf = (answers: AnswersByGroup): number => [...answers.values()].reduce((sum, count) => sum + count, 0)

/** One wave with its groups, links and mailings. */
export async function wave(db: Db, actor: Actor, waveId: string): Promise<Wave> {
  const { enterpriseId } = await demandForWave(db, actor, 'collection:read', waveId)
  return waveById(db, actor.partnerId, enterpriseId, waveId)
}

/** The same for who has just changed it. */
export async function waveById(db: Db, partnerId: string, enterpriseId: string, waveId: string): Promise<Wave> {
  const params = [partnerId, enterpriseId, waveId]
  const head = await db.row<Omit<Wave, 'status' | 'answers' | 'expected' | 'groups' | 'links' | 'mailings' | 'mail'>>(
    HEAD,
    params,
  )
  if (!head) throw new NotFound()
  const groupRows = await db.rows<Omit<RespondentGroup, 'answers'>>(
    `SELECT id, name, expected, quota FROM respondent_group
     WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 ORDER BY position, name`,
    params,
  )
  const answers = (await answersByGroup(db, partnerId, enterpriseId, [waveId])).get(waveId)!
  const told = toldGroups(
    answers,
    groupRows.map(({ id }) => id),
  )
  const groups = groupRows.map((group) => ({ ...group, answers: told.groups.get(group.id)! }))
  const expected = groups.some((group) => group.expected !== null)
    ? groups.reduce((sum, group) => sum + (group.expected ?? 0), 0)
    : null
  return {
    ...head,
    status: statusOf(head, new Date()),
    answers: told.total,
    expected,
    groups,
    links: await linksOf(db, params),
    mailings: await db.rows<WaveMailing>(
      `SELECT id, kind, sent_on::text AS "sentOn", count, finished, message, by_name AS "byName" FROM wave_mailing
       WHERE partner_id = $1 AND enterprise_id = $2 AND wave_id = $3 ORDER BY id DESC LIMIT 100`,
      params,
    ),
    mail: await mailOf(db, params, head.mostReminders),
  }
}

const HEAD = `
  SELECT w.id, w.enterprise_id AS "enterpriseId", w.evaluation_id AS "evaluationId", w.title,
    w.questionnaire_id AS "questionnaireId", q.title AS "questionnaireTitle", v.number AS version,
    q.published_version AS "latestVersion", w.opened_at AS "openedAt", w.closed_at AS "closedAt",
    w.opens_on::text AS "opensOn", w.closes_on::text AS "closesOn", w.time_zone AS "timeZone", w.languages, w.anonymous,
    w.asked_by AS "askedBy", w.purpose, w.contact, w.keep_until::text AS "keepUntil", w.quota, w.breakdowns,
    w.known_population AS "knownPopulation", w.most_reminders AS "mostReminders",
    w.coach_reads_responses AS "coachReadsResponses", w.created_at AS "createdAt", w.created_by_name AS "createdByName"
  FROM wave w JOIN questionnaire q ON q.partner_id = w.partner_id AND q.id = w.questionnaire_id
  JOIN questionnaire_version v ON v.partner_id = w.partner_id AND v.id = w.version_id
  WHERE w.partner_id = $1 AND w.enterprise_id = $2 AND w.id = $3`

// Of links that work once only sums are told: which of them is spent would say who answered.
async function linksOf(db: Db, params: unknown[]): Promise<CollectionLink[]> {
  const rows = await db.rows<Omit<CollectionLink, 'used'> & { spent: number; accepted: number }>(
    `SELECT l.batch_id AS id, l.kind, min(l.label) AS label, l.language, l.group_id AS "groupId", g.name AS "groupName",
       count(*)::int AS links, min(l.quota) AS quota, bool_and(l.revoked_at IS NOT NULL) AS revoked,
       max(l.flagged_on)::text AS "flaggedOn", min(l.created_at)::date::text AS "createdOn",
       coalesce(sum(get_bit(s.spent, l.position)) FILTER (WHERE l.position IS NOT NULL), 0)::int AS spent,
       sum(l.accepted)::int AS accepted
     FROM collection_link l
     LEFT JOIN respondent_group g ON g.partner_id = l.partner_id AND g.id = l.group_id
     LEFT JOIN wave_spent s ON s.partner_id = l.partner_id AND s.enterprise_id = l.enterprise_id AND s.wave_id = l.wave_id
     WHERE l.partner_id = $1 AND l.enterprise_id = $2 AND l.wave_id = $3 AND l.kind <> 'personal'
     GROUP BY l.batch_id, l.kind, l.language, l.group_id, g.name ORDER BY min(l.created_at), l.batch_id LIMIT 500`,
    params,
  )
  return rows.map(({ spent, accepted, ...link }) => {
    const counted = link.kind === 'open' ? (link.quota === null ? null : accepted) : spent
    return { ...link, used: counted === null ? null : toldCount(counted) }
  })
}

async function mailOf(db: Db, params: unknown[], mostReminders: number): Promise<WaveMail> {
  const row = await db.row<Omit<WaveMail, 'answered'> & { answered: number; reminders: number }>(
    `SELECT count(*)::int AS invitees, count(*) FILTER (WHERE NOT i.mailed AND NOT i.unsubscribed)::int AS waiting,
       count(*) FILTER (WHERE i.unsubscribed)::int AS unsubscribed,
       (SELECT coalesce(sum(get_bit(s.spent, l.position)), 0)::int FROM collection_link l
         JOIN wave_spent s ON s.partner_id = l.partner_id AND s.enterprise_id = l.enterprise_id AND s.wave_id = l.wave_id
         WHERE l.partner_id = $1 AND l.enterprise_id = $2 AND l.wave_id = $3 AND l.kind = 'personal') AS answered,
       (SELECT count(*)::int FROM wave_mailing m
         WHERE m.partner_id = $1 AND m.enterprise_id = $2 AND m.wave_id = $3 AND m.kind = 'reminder') AS reminders
     FROM invitee i WHERE i.partner_id = $1 AND i.enterprise_id = $2 AND i.wave_id = $3`,
    params,
  )
  const { answered, reminders, ...mail } = row!
  return { ...mail, answered: toldCount(answered), remindersLeft: Math.max(0, mostReminders - reminders) }
}
