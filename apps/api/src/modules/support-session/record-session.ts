import { LIMITS } from '@vises/schema/limits'
import { Field, ID, InputType, Int } from 'type-graphql'
import { BadInput, NotFound } from '../../platform/errors.ts'
import type { InputProblem } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import { Day } from '../../platform/scalars.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import type { SupportSession } from '../enterprise/enterprise-types.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { sessionById } from './read-sessions.ts'

@InputType()
export class SupportSessionInput {
  @Field(() => Day) heldOn!: string
  @Field(() => Int, { nullable: true }) minutes?: number | null
  @Field(() => String, { defaultValue: '' }) notes!: string
  @Field(() => String, { defaultValue: '' }) nextActions!: string
}

@InputType()
export class RecordSessionInput extends SupportSessionInput {
  @Field(() => ID) enterpriseId!: string
}

/** Writes down a meeting of the coach with an enterprise. */
export async function recordSession(db: Db, actor: Actor, input: RecordSessionInput): Promise<SupportSession> {
  await demandForEnterprise(db, actor, 'supportSession:write', input.enterpriseId)
  const { notes, nextActions, minutes } = checked(input)
  const id = newId()
  await db.rows(
    `INSERT INTO support_session (partner_id, id, enterprise_id, held_on, minutes, notes, next_actions, author_user_id, author_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [actor.partnerId, id, input.enterpriseId, input.heldOn, minutes, notes, nextActions, actor.userId, actor.name],
  )
  return (await sessionById(db, actor, id))!
}

/** Changes a session; only who wrote it may. */
export async function editSession(
  db: Db,
  actor: Actor,
  id: string,
  input: SupportSessionInput,
): Promise<SupportSession> {
  demand(actor, 'supportSession:write')
  const session = isId(id) ? await sessionById(db, actor, id) : undefined
  if (!session?.mine) throw new NotFound()
  await demandForEnterprise(db, actor, 'supportSession:write', session.enterpriseId)
  const { notes, nextActions, minutes } = checked(input)
  await db.rows(
    `UPDATE support_session SET held_on = $3, minutes = $4, notes = $5, next_actions = $6, updated_at = now()
     WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, id, input.heldOn, minutes, notes, nextActions],
  )
  return (await sessionById(db, actor, id))!
}

function checked({ notes, nextActions, minutes = null }: SupportSessionInput) {
  const clean = { notes: cleanText(notes), nextActions: cleanText(nextActions), minutes }
  const problems: InputProblem[] = []
  if (clean.notes.length > LIMITS.sessionNotes) problems.push({ field: 'notes', code: 'tooLong' })
  if (clean.nextActions.length > LIMITS.sessionNextActions) problems.push({ field: 'nextActions', code: 'tooLong' })
  if (minutes !== null && (minutes < 0 || minutes > LIMITS.sessionMinutes))
    problems.push({ field: 'minutes', code: 'outOfRange' })
  if (problems.length > 0) throw new BadInput(problems)
  return clean
}
