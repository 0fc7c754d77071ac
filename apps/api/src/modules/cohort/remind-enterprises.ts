import { LIMITS } from '@vises/schema/limits'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { auditAll } from '../access/audit.ts'
import { joinsOf } from './cohort-filter.ts'
import { distinctEnterprises } from '../enterprise/lock-enterprises.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { TODAY } from '../enterprise/today.ts'

export enum NotRemindedReason {
  notStarted = 'notStarted',
  noManager = 'noManager',
  remindedToday = 'remindedToday',
}
registerEnumType(NotRemindedReason, {
  name: 'NotRemindedReason',
  description:
    'notStarted: no evaluation at work; noManager: nobody to write to; remindedToday: one reminder a day is enough.',
})

@ObjectType({ simpleResolvers: true, description: 'An enterprise that gets no reminder, and why.' })
export class NotReminded {
  @Field(() => ID) enterpriseId!: string
  @Field(() => String) enterpriseName!: string
  @Field(() => NotRemindedReason) reason!: NotRemindedReason
}

@ObjectType({ simpleResolvers: true, description: 'Who gets a reminder and who does not.' })
export class ReminderRound {
  @Field(() => Int, { description: 'Enterprises whose managers get a mail.' }) enterprises!: number
  @Field(() => Int, { description: 'Mails, one for each manager.' }) mails!: number
  @Field(() => [NotReminded]) notReminded!: NotReminded[]
}

interface Candidate {
  id: string
  name: string
  coachUserId: string | null
  atWork: boolean
  managers: number
  remindedToday: boolean
}

/** What a reminder would do, before anyone is written to. */
export async function reminderPreview(db: Db, actor: Actor, enterpriseIds: string[]): Promise<ReminderRound> {
  return roundOf(await candidatesOf(db, actor, enterpriseIds))
}

/** Writes to the managers of enterprises about their next step; each enterprise once a day at most. */
export async function remindEnterprises(
  db: Db,
  actor: Actor,
  enterpriseIds: string[],
  message: string | undefined,
): Promise<ReminderRound> {
  const words = cleanText(message ?? '') || null
  if ((words?.length ?? 0) > LIMITS.reminderMessage) throw new BadInput([{ field: 'message', code: 'tooLong' }])
  const candidates = await candidatesOf(db, actor, enterpriseIds)
  const chosen = candidates.filter((candidate) => !reasonNotToRemind(candidate))
  // Two who remind at the same moment: the unique index lets one of them through.
  const written = await db.rows<{ id: string; enterpriseId: string }>(
    `INSERT INTO reminder (partner_id, id, enterprise_id, sent_on, message, author_user_id, author_name)
     SELECT $1, new.id, new.enterprise_id, ${TODAY}, $2, $3, $4 FROM unnest($5::uuid[], $6::uuid[]) AS new (id, enterprise_id)
     ON CONFLICT (partner_id, enterprise_id, sent_on) DO NOTHING RETURNING id, enterprise_id AS "enterpriseId"`,
    [actor.partnerId, words, actor.userId, actor.name, chosen.map(newId), chosen.map(({ id }) => id)],
  )
  await db.rows(
    `SELECT enqueue('mailReminder', json_build_object('partnerId', $1::text, 'reminderId', id), 'mailReminder:' || id) FROM unnest($2::text[]) AS id`,
    [actor.partnerId, written.map(({ id }) => id)],
  )
  const done = new Set(written.map(({ enterpriseId }) => enterpriseId))
  await auditAll(
    db,
    actor,
    chosen
      .filter(({ id }) => done.has(id))
      .map(({ id, name }) => ({
        action: 'enterprise.reminded',
        objectType: 'enterprise',
        objectId: id,
        objectName: name,
        enterpriseId: id,
      })),
  )
  return roundOf(
    candidates.map((candidate) => ({
      ...candidate,
      remindedToday: candidate.remindedToday || (chosen.includes(candidate) && !done.has(candidate.id)),
    })),
  )
}

/** Why an enterprise gets no reminder; undefined when it gets one. */
export function reasonNotToRemind({
  atWork,
  managers,
  remindedToday,
}: Omit<Candidate, 'id' | 'name' | 'coachUserId'>): NotRemindedReason | undefined {
  if (!atWork) return NotRemindedReason.notStarted
  if (managers === 0) return NotRemindedReason.noManager
  if (remindedToday) return NotRemindedReason.remindedToday
  return undefined
}

function roundOf(candidates: Candidate[]): ReminderRound {
  const reminded = candidates.filter((candidate) => !reasonNotToRemind(candidate))
  return {
    enterprises: reminded.length,
    mails: reminded.reduce((sum, { managers }) => sum + managers, 0),
    notReminded: candidates.flatMap((candidate) => {
      const reason = reasonNotToRemind(candidate)
      return reason ? [{ enterpriseId: candidate.id, enterpriseName: candidate.name, reason }] : []
    }),
  }
}

/** The enterprises with what decides on a reminder; all of them must be the actor's to remind. */
async function candidatesOf(db: Db, actor: Actor, enterpriseIds: string[]): Promise<Candidate[]> {
  demand(actor, 'cohort:remind')
  const ids = distinctEnterprises(enterpriseIds)
  const rows = await db.rows<Candidate>(
    `SELECT e.id, e.name, a.coach_user_id AS "coachUserId", coalesce(v.status IN ('active', 'paused'), false) AS "atWork",
       (SELECT count(*)::int FROM membership m WHERE m.partner_id = $1 AND m.enterprise_id = e.id AND m.role = 'manager' AND m.ended_at IS NULL) AS managers,
       EXISTS (SELECT FROM reminder r WHERE r.partner_id = $1 AND r.enterprise_id = e.id AND r.sent_on = ${TODAY}) AS "remindedToday"
     FROM enterprise e ${joinsOf('v. a.')}
     WHERE e.partner_id = $1 AND e.id = ANY($2::uuid[]) ORDER BY e.sort_name, e.id`,
    [actor.partnerId, ids],
  )
  if (rows.length !== ids.length) throw new NotFound()
  for (const { id, coachUserId } of rows) demand(actor, 'cohort:remind', { enterpriseId: id, coachUserId })
  return rows
}
