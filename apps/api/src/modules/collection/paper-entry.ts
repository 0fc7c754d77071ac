import { randomUUID } from 'node:crypto'
import type { Answers } from '@vises/questionnaire/model.ts'
import { IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { BadInput, NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { JsonValue } from '../../platform/scalars.ts'
import type { Db, Tenant } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { AnswerProblem } from '../questionnaire/questionnaire.types.ts'
import { compareTypings, inListOrder } from './compare-typings.ts'
import { compiledVersion } from './compiled-version.ts'
import { checkTyped, EnterProblem, payloadOf, prepareEntry, StaffChannel } from './enter-response.ts'
import { demandGroup } from './make-links.ts'
import { storeAnswer, NotStored } from './store-answer.ts'
import { demandForWave } from './subject.ts'

export enum PaperState {
  typedOnce = 'typedOnce',
  differs = 'differs',
  done = 'done',
}
registerEnumType(PaperState, {
  name: 'PaperState',
  description: 'typedOnce: waits for the second typing; differs: both typings do not agree; done: it became an answer.',
})

@ObjectType({ description: 'A place where two typings of a paper form differ.' })
export class TypingDifference {
  @Field(() => String, { description: 'Key of the question.' }) key!: string
  @Field(() => JsonValue, { nullable: true }) first!: unknown
  @Field(() => JsonValue, { nullable: true }) second!: unknown
}

@ObjectType({ description: 'A paper form that is typed twice, by its number.' })
export class PaperEntry {
  @Field(() => ID) id!: string
  @Field(() => Int, { description: 'The number written on the sheet.' }) sheet!: number
  @Field(() => ID, { nullable: true }) groupId!: string | null
  @Field(() => String) language!: string
  @Field(() => PaperState) state!: PaperState
  @Field(() => String) firstByName!: string
  @Field(() => String, { nullable: true }) secondByName!: string | null
  @Field(() => [TypingDifference], { description: 'What is left to decide.' }) differences!: TypingDifference[]
  @Field(() => JsonValue, { nullable: true, description: 'What both typings agree on; empty once it is done.' })
  agreed!: unknown
}

@InputType()
export class TypePaperInput {
  @Field(() => ID) @IsUUID() waveId!: string
  @Field(() => Int, { description: 'The number written on the sheet.' }) @Min(1) @Max(1_000_000) sheet!: number
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() groupId?: string | null
  @Field(() => String) @MaxLength(35) language!: string
  @Field(() => JsonValue, { description: 'All answers by key, as model.ts says.' }) answers!: unknown
  @Field(() => ID, { description: 'Made by the app for this typing: sent again, it is one typing.' })
  @IsUUID()
  operationId!: string
}

@ObjectType({ description: 'The form as it stands, or what stands in its way.' })
export class PaperPayload {
  @Field(() => PaperEntry, { nullable: true }) entry?: PaperEntry
  @Field(() => [AnswerProblem]) faults!: AnswerProblem[]
  @Field(() => EnterProblem, { nullable: true }) problem?: EnterProblem
}

interface Row {
  id: string
  waveId: string
  enterpriseId: string
  sheet: number
  groupId: string | null
  language: string
  first: Answers
  firstOperation: string
  firstByName: string
  second: Answers | null
  secondOperation: string | null
  secondByName: string | null
  responseId: string | null
}

const ROW = `
  SELECT id, wave_id AS "waveId", enterprise_id AS "enterpriseId", sheet, group_id AS "groupId", language, first,
    first_operation AS "firstOperation", first_by_name AS "firstByName", second, second_operation AS "secondOperation",
    second_by_name AS "secondByName", response_id AS "responseId"
  FROM paper_entry WHERE partner_id = $1`

/**
 * Types a paper form: the first time it waits, the second time it is compared. Where both agree it becomes an answer at
 * once; else the differences are to be resolved, with the sheet in hand.
 */
export async function typePaper(db: Db, actor: Actor, input: TypePaperInput, secret: string): Promise<PaperPayload> {
  const wave = await demandForWave(db, actor, 'collection:write', input.waveId)
  await demandGroup(db, { ...wave, partnerId: actor.partnerId }, input.groupId)
  if (!wave.openedAt) return { faults: [], problem: EnterProblem.NOT_OPENED }
  if (!wave.languages.includes(input.language)) throw new BadInput([{ field: 'language', code: 'notOffered' }])
  const compiled = (await compiledVersion(db, { partnerId: actor.partnerId, ...wave }))!
  const checked = checkTyped(compiled, { ...input, channel: StaffChannel.paper })
  if (checked.problems) return { faults: checked.problems, problem: EnterProblem.INVALID }

  const answers = inListOrder(compiled.questionnaire, input.answers as Answers)
  const params = [actor.partnerId, wave.enterpriseId, wave.waveId, input.sheet]
  const made = await db.row(
    `INSERT INTO paper_entry (partner_id, enterprise_id, wave_id, sheet, id, group_id, language, first, first_operation, first_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...params,
      randomUUID(),
      input.groupId ?? null,
      input.language,
      JSON.stringify(answers),
      input.operationId,
      actor.name,
    ],
  )
  const row = (await db.row<Row>(`${ROW} AND enterprise_id = $2 AND wave_id = $3 AND sheet = $4 FOR UPDATE`, params))!
  const isSentAgain = [row.firstOperation, row.secondOperation].includes(input.operationId.toLowerCase())
  if (made || isSentAgain) return { entry: entryOf(row), faults: [] }
  if (row.second || row.responseId) return { entry: entryOf(row), faults: [], problem: EnterProblem.OPERATION_TAKEN }
  await db.rows(
    `UPDATE paper_entry SET second = $3, second_operation = $4, second_by_name = $5 WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, row.id, JSON.stringify(answers), input.operationId, actor.name],
  )
  const typed = { ...row, second: answers, secondByName: actor.name }
  if (compareTypings(row.first, answers).differences.length > 0) return { entry: entryOf(typed), faults: [] }
  return finish(db, actor, typed, answers, secret)
}

/** Ends a form whose typings differed, with the answers as they are on the sheet. */
export async function resolvePaper(
  db: Db,
  actor: Actor,
  entryId: string,
  answers: unknown,
  secret: string,
): Promise<PaperPayload> {
  const row = await demandForEntry(db, actor, entryId)
  if (row.responseId) return { entry: entryOf(row), faults: [] }
  return finish(db, actor, row, answers, secret)
}

/** Forgets a form that has not become an answer: a wrong number, a sheet typed by mistake. */
export async function discardPaper(db: Db, actor: Actor, entryId: string): Promise<PaperPayload> {
  const row = await demandForEntry(db, actor, entryId)
  if (row.responseId) return { entry: entryOf(row), faults: [], problem: EnterProblem.OPERATION_TAKEN }
  await db.rows('DELETE FROM paper_entry WHERE partner_id = $1 AND id = $2', [actor.partnerId, entryId])
  return { faults: [] }
}

/** The paper forms of a wave, those with differences first. */
export async function paperEntries(db: Db, actor: Actor, waveId: string): Promise<PaperEntry[]> {
  const { enterpriseId } = await demandForWave(db, actor, 'collection:write', waveId)
  const rows = await db.rows<Row>(
    `${ROW} AND enterprise_id = $2 AND wave_id = $3
     ORDER BY response_id IS NOT NULL, second IS NULL, sheet LIMIT 1000`,
    [actor.partnerId, enterpriseId, waveId],
  )
  return rows.map(entryOf)
}

async function demandForEntry(db: Db, actor: Actor, entryId: string): Promise<Row> {
  demand(actor, 'collection:write')
  const row = isId(entryId) ? await db.row<Row>(`${ROW} AND id = $2 FOR UPDATE`, [actor.partnerId, entryId]) : undefined
  if (!row) throw new NotFound()
  await demandForWave(db, actor, 'collection:write', row.waveId)
  return row
}

/** Makes an answer of a form and empties its typings. An answer that cannot be stored undoes the whole unit. */
async function finish(db: Db, actor: Actor, row: Row, answers: unknown, secret: string): Promise<PaperPayload> {
  const id = randomUUID()
  const typed = { ...row, id, channel: StaffChannel.paper, answers }
  const prepared = await prepareEntry(db, actor, typed, secret)
  if (!('answer' in prepared)) return { entry: entryOf(row), faults: prepared.faults, problem: prepared.problem }
  await storeAnswer(db, prepared.answer, true)
  await db.rows(
    `UPDATE paper_entry SET first = '{}', second = NULL, response_id = $3, second_by_name = coalesce(second_by_name, $4)
     WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, row.id, id, actor.name],
  )
  return { entry: entryOf({ ...row, first: {}, second: null, responseId: id }), faults: [] }
}

/** Runs a deed on paper forms; a quota that is full undoes it and is told. */
export async function onPaper(tenant: Tenant, deed: (db: Db) => Promise<PaperPayload>): Promise<PaperPayload> {
  try {
    return await tenant.write(deed)
  } catch (error) {
    if (!(error instanceof NotStored)) throw error
    const { faults, problem } = payloadOf(error.outcome)
    return { faults, problem }
  }
}

function entryOf(row: Row): PaperEntry {
  const { id, sheet, groupId, language, firstByName, secondByName, first, second, responseId } = row
  const state = responseId ? PaperState.done : second ? PaperState.differs : PaperState.typedOnce
  const compared = second ? compareTypings(first, second) : { agreed: null, differences: [] }
  return { id, sheet, groupId, language, firstByName, secondByName, state, ...compared }
}
