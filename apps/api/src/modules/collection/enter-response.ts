import type { Compiled } from '@vises/questionnaire/compiled.ts'
import type { Answers } from '@vises/questionnaire/model.ts'
import { validateSubmission } from '@vises/questionnaire/validate.ts'
import { IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { BadInput } from '../../platform/errors.ts'
import { JsonValue } from '../../platform/scalars.ts'
import type { Db, Tenant } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { AnswerProblem } from '../questionnaire/questionnaire.types.ts'
import { withoutRequired } from './answer-import/read-row.ts'
import { compiledVersion } from './compiled-version.ts'
import { consentGiven } from './consent-given.ts'
import { knownFiles, putFilesIn } from './fill-in-files.ts'
import { demandGroup } from './make-links.ts'
import { isRandomId } from './read-body.ts'
import { digestOf } from './same-words.ts'
import type { Outcome, ValidAnswer } from './store-answer.ts'
import { demandForWave } from './subject.ts'
import type { WaveSubject } from './subject.ts'
import { roundedSeconds, store } from './submit-answer.ts'
import { dayIn } from './wave-window.ts'

export const StaffChannel = { assisted: 'assisted', paper: 'paper' } as const
export type StaffChannel = keyof typeof StaffChannel
registerEnumType(StaffChannel, {
  name: 'StaffChannel',
  description: 'assisted: asked aloud and typed by the team; paper: typed from a form that was filled in on paper.',
})

export enum EnterProblem {
  /** Something in the answers: see `faults`. */
  INVALID = 'INVALID',
  /** The wave has never been opened. */
  NOT_OPENED = 'NOT_OPENED',
  /** As many answers as were asked for are there. */
  FULL = 'FULL',
  /** There is no such version, or the wave does not ask it yet. */
  VERSION_UNKNOWN = 'VERSION_UNKNOWN',
  /** The operation was used for another answer. */
  OPERATION_TAKEN = 'OPERATION_TAKEN',
}
registerEnumType(EnterProblem, { name: 'EnterProblem', description: 'Why an answer was not taken.' })

@InputType()
export class EnterResponseInput {
  @Field(() => ID) @IsUUID() waveId!: string
  @Field(() => StaffChannel) channel!: StaffChannel
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() groupId?: string | null
  @Field(() => String) @MaxLength(35) language!: string
  @Field(() => Int, { nullable: true, description: 'The version that was asked; that of the wave when absent.' })
  @IsOptional()
  @Min(1)
  @Max(1_000_000)
  version?: number
  @Field(() => JsonValue, { description: 'All answers by key, as model.ts says.' }) answers!: unknown
  @Field(() => Int, { nullable: true, description: 'How long it took.' }) @IsOptional() seconds?: number
  @Field(() => ID, { description: 'Made at random by the app for this answer: sent again, it is stored once.' })
  @IsUUID()
  operationId!: string
}

@ObjectType({ description: 'Whether the answer was taken, or what stands in its way.' })
export class EnterResponsePayload {
  @Field(() => Boolean) accepted!: boolean
  @Field(() => [AnswerProblem]) faults!: AnswerProblem[]
  @Field(() => EnterProblem, { nullable: true }) problem?: EnterProblem
}

/** Takes an answer that somebody of the team typed, by the same rules as one from the page; also after closing. */
export async function enterResponse(
  tenant: Tenant,
  actor: Actor,
  input: EnterResponseInput,
  secret: string,
): Promise<EnterResponsePayload> {
  const id = input.operationId.toLowerCase()
  const prepared = await tenant.read((db) => prepareEntry(db, actor, { ...input, id }, secret))
  if (!('answer' in prepared)) return prepared
  return payloadOf(await store(tenant, true, prepared.answer))
}

/** An answer typed by staff, before it was looked at. */
export interface TypedAnswer {
  waveId: string
  channel: StaffChannel
  groupId?: string | null
  language: string
  version?: number
  answers: unknown
  seconds?: number
  id: string
}

/** Judges a typed answer: ready to be stored, or why not. On paper a question may be left empty, required or not. */
export async function prepareEntry(
  db: Db,
  actor: Actor,
  typed: TypedAnswer,
  secret: string,
): Promise<EnterResponsePayload | { answer: ValidAnswer }> {
  const wave = await demandForWave(db, actor, 'collection:write', typed.waveId)
  await demandGroup(db, { ...wave, partnerId: actor.partnerId }, typed.groupId)
  // Other versions of identifiers carry the time; an answer must not.
  if (!isRandomId(typed.id)) throw new BadInput([{ field: 'operationId', code: 'notRandom' }])
  if (!wave.openedAt) return refusal(EnterProblem.NOT_OPENED)
  if (!wave.languages.includes(typed.language)) throw new BadInput([{ field: 'language', code: 'notOffered' }])
  const version = typed.version ?? wave.version
  const compiled =
    version <= wave.version ? await compiledVersion(db, { partnerId: actor.partnerId, ...wave, version }) : undefined
  if (!compiled) return refusal(EnterProblem.VERSION_UNKNOWN)

  const words = {
    waveId: wave.waveId,
    version,
    language: typed.language,
    answers: typed.answers,
    groupId: typed.groupId,
  }
  const digest = digestOf(secret, words)
  const files = await putFilesIn(compiled, typed.answers, (ids) =>
    knownFiles(db, { partnerId: actor.partnerId, waveId: wave.waveId }, ids, typed.id),
  )
  if ('paths' in files) return { ...refusal(EnterProblem.INVALID), faults: files.paths }
  const checked = checkTyped(compiled, typed)
  if (checked.problems) return { ...refusal(EnterProblem.INVALID), faults: checked.problems }
  return { answer: answerOf(actor, wave, { ...typed, version }, compiled, checked.answers, files.ids, digest) }
}

/** Whether typed answers fit their questionnaire, as far as paper can be asked to. */
export function checkTyped(
  compiled: Compiled,
  { channel, answers, language }: Pick<TypedAnswer, 'channel' | 'answers' | 'language'>,
) {
  const asked = channel === StaffChannel.paper ? withoutRequired(compiled) : compiled
  return validateSubmission(asked, answers, { now: new Date(), language })
}

function answerOf(
  { partnerId }: Actor,
  wave: WaveSubject,
  typed: TypedAnswer & { version: number },
  compiled: Compiled,
  answers: Answers,
  fileIds: string[],
  digest: Buffer,
): ValidAnswer {
  return {
    partnerId,
    enterpriseId: wave.enterpriseId,
    waveId: wave.waveId,
    linkId: null,
    groupId: typed.groupId ?? null,
    id: typed.id,
    version: typed.version,
    language: typed.language,
    channel: typed.channel,
    receivedOn: dayIn(wave.timeZone, new Date()),
    seconds: roundedSeconds(typed.seconds),
    answers,
    consent: consentGiven(compiled, answers, typed, wave.languages),
    digest,
    fileIds,
    draftId: null,
  }
}

const refusal = (problem: EnterProblem): EnterResponsePayload => ({ accepted: false, faults: [], problem })

const PROBLEMS: Record<Exclude<Outcome, 'stored'>, EnterProblem> = {
  full: EnterProblem.FULL,
  idTaken: EnterProblem.OPERATION_TAKEN,
  fileUnknown: EnterProblem.INVALID,
  // Neither can come of an answer without a link, but for a wave that went away meanwhile.
  unknown: EnterProblem.NOT_OPENED,
  spent: EnterProblem.FULL,
}

/** What the team is told of an outcome. */
export function payloadOf(outcome: Outcome): EnterResponsePayload {
  if (outcome === 'stored') return { accepted: true, faults: [] }
  const faults = outcome === 'fileUnknown' ? [{ path: '', code: 'fileUnknown' }] : []
  return { accepted: false, faults, problem: PROBLEMS[outcome] }
}
