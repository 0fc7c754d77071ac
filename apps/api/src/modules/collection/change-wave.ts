import { IsOptional, IsUUID, Min, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import type { Db } from '../../platform/tenant.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../access/audit.ts'
import { findVersion } from './create-wave.ts'
import { waveById } from './read-waves.ts'
import { demandAndLockWave } from './subject.ts'
import { WaveProblem } from './wave-payload.ts'
import type { WavePayload } from './wave-payload.ts'
import { settledWith, WaveSettingsInput } from './wave-settings.ts'
import type { WaveSettings } from './wave-settings.ts'

@InputType()
export class ChangeWaveInput {
  @Field(() => ID) @IsUUID() waveId!: string
  @Field(() => Int, {
    nullable: true,
    description: 'Goes on with a newer published version; who has opened the older one can still send it.',
  })
  @IsOptional()
  @Min(1)
  version?: number
  @Field(() => WaveSettingsInput, { nullable: true, description: 'What is absent stays as it is.' })
  @IsOptional()
  @ValidateNested()
  settings?: WaveSettingsInput
}

/** Changes the settings of a wave, or goes on with a newer version of its questionnaire. */
export async function changeWave(db: Db, actor: Actor, input: ChangeWaveInput): Promise<WavePayload> {
  const subject = await demandAndLockWave(db, actor, 'collection:write', input.waveId)
  const { enterpriseId, waveId } = subject
  const number = input.version ?? subject.version
  const version = await findVersion(db, actor.partnerId, subject.questionnaireId, number)
  // Back to an older one would leave answers of the newer one without a wave that takes them.
  if (!version || number < subject.version) return { problem: WaveProblem.VERSION_UNKNOWN }

  const before = (await db.row<WaveSettings>(SETTINGS, [actor.partnerId, waveId]))!
  const offered = version.compiled.questionnaire.languages
  const kept = before.languages.filter((language) => offered.includes(language))
  const settings = settledWith(
    { ...before, languages: kept.length > 0 ? kept : offered },
    input.settings ?? {},
    version.compiled.questionnaire,
  )
  await db.rows(
    `UPDATE wave SET version_id = $3, title = $4, opens_on = $5, closes_on = $6, time_zone = $7, languages = $8, asked_by = $9,
       purpose = $10, contact = $11, keep_until = $12, quota = $13, breakdowns = $14, known_population = $15, most_reminders = $16,
       accepted = ${ANSWERS_SO_FAR}
     WHERE partner_id = $1 AND id = $2`,
    [
      actor.partnerId,
      waveId,
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
    ],
  )
  const changed = (Object.keys(settings) as (keyof WaveSettings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(settings[key]),
  )
  await audit(db, actor, {
    action: 'wave.changed',
    objectType: 'wave',
    objectId: waveId,
    objectName: settings.title,
    enterpriseId,
    old: { version: subject.version, ...pick(before, changed) },
    new: { version: number, ...pick(settings, changed) },
  })
  return { wave: await waveById(db, actor.partnerId, enterpriseId, waveId) }
}

// Answers are counted one by one only while there is a quota; whoever sets one starts from what is there.
const ANSWERS_SO_FAR = `CASE
  WHEN $13::int IS NULL THEN 0
  WHEN quota IS NULL THEN (SELECT count(*)::int FROM response r
    WHERE r.partner_id = wave.partner_id AND r.enterprise_id = wave.enterprise_id AND r.wave_id = wave.id)
  ELSE accepted END`

const SETTINGS = `
  SELECT title, opens_on::text AS "opensOn", closes_on::text AS "closesOn", time_zone AS "timeZone", languages,
    asked_by AS "askedBy", purpose, contact, keep_until::text AS "keepUntil", quota, breakdowns,
    known_population AS "knownPopulation", most_reminders AS "mostReminders"
  FROM wave WHERE partner_id = $1 AND id = $2`

const pick = <T extends object>(settings: T, keys: (keyof T)[]) =>
  Object.fromEntries(keys.map((key) => [key, settings[key]]))
