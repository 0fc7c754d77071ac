import type { Compiled } from '@vises/questionnaire/compiled.ts'
import { IsOptional, IsUUID, Min, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Db } from '../../platform/tenant.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { demandForEnterprise } from '../enterprise/subject.ts'
import { compiledVersion } from './compiled-version.ts'
import { waveById } from './read-waves.ts'
import { WaveProblem } from './wave-payload.ts'
import type { WavePayload } from './wave-payload.ts'
import { settledWith, WaveSettingsInput } from './wave-settings.ts'

@InputType()
export class CreateWaveInput {
  @Field(() => ID) @IsUUID() questionnaireId!: string
  @Field(() => Int, { description: 'Number of the published version.' }) @Min(1) version!: number
  @Field(() => WaveSettingsInput, { nullable: true }) @IsOptional() @ValidateNested() settings?: WaveSettingsInput
}

/** Plans a time of asking a published version of a questionnaire. */
export async function createWave(db: Db, actor: Actor, input: CreateWaveInput): Promise<WavePayload> {
  demand(actor, 'collection:write')
  if (!isId(input.questionnaireId)) throw new NotFound()
  const questionnaire = await db.row<{ enterpriseId: string; evaluationId: string | null; title: string }>(
    `SELECT enterprise_id AS "enterpriseId", evaluation_id AS "evaluationId", title FROM questionnaire
     WHERE partner_id = $1 AND id = $2`,
    [actor.partnerId, input.questionnaireId],
  )
  if (!questionnaire) throw new NotFound()
  const enterprise = await demandForEnterprise(db, actor, 'collection:write', questionnaire.enterpriseId)
  const version = await findVersion(db, actor.partnerId, input.questionnaireId, input.version)
  if (!version) return { problem: WaveProblem.VERSION_UNKNOWN }

  const { languages } = version.compiled.questionnaire
  const fresh = {
    title: questionnaire.title,
    opensOn: null,
    closesOn: null,
    timeZone: 'Europe/Brussels',
    languages,
    askedBy: enterprise.name,
    purpose: {},
    contact: null,
    keepUntil: null,
    quota: null,
    breakdowns: [],
    knownPopulation: {},
    mostReminders: 2,
  }
  const settings = settledWith(fresh, input.settings ?? {}, version.compiled.questionnaire)
  const id = newId()
  await db.rows(
    `INSERT INTO wave (partner_id, id, enterprise_id, evaluation_id, questionnaire_id, version_id, title, opens_on, closes_on,
       time_zone, languages, asked_by, purpose, contact, keep_until, quota, breakdowns, known_population, most_reminders,
       created_by_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      actor.partnerId,
      id,
      enterprise.enterpriseId,
      questionnaire.evaluationId,
      input.questionnaireId,
      version.id,
      settings.title,
      settings.opensOn,
      settings.closesOn,
      settings.timeZone,
      settings.languages,
      settings.askedBy,
      JSON.stringify(settings.purpose),
      settings.contact,
      settings.keepUntil,
      settings.quota,
      settings.breakdowns,
      JSON.stringify(settings.knownPopulation),
      settings.mostReminders,
      actor.name,
    ],
  )
  await db.rows(`INSERT INTO wave_spent (partner_id, wave_id, enterprise_id, spent) VALUES ($1, $2, $3, '')`, [
    actor.partnerId,
    id,
    enterprise.enterpriseId,
  ])
  await audit(db, actor, {
    action: 'wave.created',
    objectType: 'wave',
    objectId: id,
    objectName: settings.title,
    enterpriseId: enterprise.enterpriseId,
    new: { version: input.version },
  })
  return { wave: await waveById(db, actor.partnerId, enterprise.enterpriseId, id) }
}

/** A published version by its number. */
export async function findVersion(
  db: Db,
  partnerId: string,
  questionnaireId: string,
  number: number,
): Promise<{ id: string; compiled: Compiled } | undefined> {
  const row = await db.row<{ id: string }>(
    'SELECT id FROM questionnaire_version WHERE partner_id = $1 AND questionnaire_id = $2 AND number = $3',
    [partnerId, questionnaireId, number],
  )
  const compiled = row && (await compiledVersion(db, { partnerId, questionnaireId, version: number }))
  return row && compiled && { id: row.id, compiled }
}
