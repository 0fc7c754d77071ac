import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { questionsOf } from '@vises/questionnaire/walk.ts'
import { ArrayMaxSize, ArrayUnique, IsOptional, Max, MaxLength, Min } from 'class-validator'
import { Field, InputType, Int } from 'type-graphql'
import { BadInput } from '../../platform/errors.ts'
import type { InputProblem } from '../../platform/errors.ts'
import { Day, JsonValue } from '../../platform/scalars.ts'
import { cleanText } from '../enterprise/plain-text.ts'
import { isTimeZone } from './wave-window.ts'

const LONGEST_PURPOSE = 2000
const MOST_LANGUAGES = 30

@InputType()
export class WaveSettingsInput {
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) title?: string
  @Field(() => Day, {
    nullable: true,
    description: 'First day on which answers are taken; null: from when it is opened.',
  })
  @IsOptional()
  opensOn?: string | null
  @Field(() => Day, { nullable: true, description: 'Last day on which answers are taken; null: until it is closed.' })
  @IsOptional()
  closesOn?: string | null
  @Field(() => String, { nullable: true, description: 'Where its days begin and end; Europe/Brussels when absent.' })
  @IsOptional()
  @MaxLength(60)
  timeZone?: string
  @Field(() => [String], { nullable: true, description: 'Of the languages of the version; all when absent.' })
  @IsOptional()
  @ArrayMaxSize(MOST_LANGUAGES)
  @ArrayUnique()
  languages?: string[]
  @Field(() => String, { nullable: true, description: 'Who asks; the name of the enterprise when absent.' })
  @IsOptional()
  @MaxLength(300)
  askedBy?: string
  @Field(() => JsonValue, { nullable: true, description: 'What the answers are for: {"<language>": "<text>"}.' })
  @IsOptional()
  purpose?: unknown
  @Field(() => String, { nullable: true, description: 'Whom respondents can turn to.' })
  @IsOptional()
  @MaxLength(300)
  contact?: string | null
  @Field(() => Day, { nullable: true, description: 'Until when answers are kept.' }) @IsOptional() keepUntil?:
    | string
    | null
  @Field(() => Int, { nullable: true, description: 'Most answers taken.' })
  @IsOptional()
  @Min(1)
  @Max(10_000_000)
  quota?: number | null
  @Field(() => [String], { nullable: true, description: 'Keys of questions by which results may be broken down.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @ArrayUnique()
  breakdowns?: string[]
  @Field(() => JsonValue, {
    nullable: true,
    description: 'What is known of everyone who could answer: {"<key>": {"<choice>": number}}.',
  })
  @IsOptional()
  knownPopulation?: unknown
  @Field(() => Int, { nullable: true, description: 'Most reminders a person gets; 2 when absent.' })
  @IsOptional()
  @Min(0)
  @Max(5)
  mostReminders?: number
}

/** The settings of a wave as they are stored. */
export interface WaveSettings {
  title: string
  opensOn: string | null
  closesOn: string | null
  timeZone: string
  languages: string[]
  askedBy: string
  purpose: Record<string, string>
  contact: string | null
  keepUntil: string | null
  quota: number | null
  breakdowns: string[]
  knownPopulation: Record<string, Record<string, number>>
  mostReminders: number
}

/**
 * The settings a wave will have: those before, with what the input changes.
 * @throws BadInput naming every field that does not fit the questionnaire
 */
export function settledWith(
  before: WaveSettings,
  input: WaveSettingsInput,
  questionnaire: Questionnaire,
): WaveSettings {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const settings = { ...before, ...given } as WaveSettings
  settings.title = cleanText(settings.title ?? '')
  settings.askedBy = cleanText(settings.askedBy ?? '')
  settings.contact = settings.contact ? cleanText(settings.contact) : null
  settings.purpose ??= {}
  settings.knownPopulation ??= {}
  const problems: InputProblem[] = []
  const wrong = (field: keyof WaveSettings, code: string) => void problems.push({ field, code })
  if (!settings.title) wrong('title', 'required')
  if (!settings.askedBy) wrong('askedBy', 'required')
  if (settings.opensOn && settings.closesOn && settings.closesOn < settings.opensOn) wrong('closesOn', 'beforeOpening')
  if (!isTimeZone(settings.timeZone)) wrong('timeZone', 'unknown')
  if (!settings.languages?.length) wrong('languages', 'required')
  else if (settings.languages.some((language) => !questionnaire.languages.includes(language)))
    wrong('languages', 'notOfVersion')
  if (!isTexts(settings.purpose)) wrong('purpose', 'notTexts')
  if (settings.mostReminders === null || settings.mostReminders === undefined) settings.mostReminders = 2
  settings.breakdowns ??= []
  const choices = choicesByKey(questionnaire)
  if (settings.breakdowns.some((key) => !choices.has(key))) wrong('breakdowns', 'notAChoice')
  if (!isPopulation(settings.knownPopulation, choices)) wrong('knownPopulation', 'doesNotFit')
  if (problems.length > 0) throw new BadInput(problems)
  return settings
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    isRecord(value) &&
    Object.keys(value).length <= MOST_LANGUAGES &&
    Object.values(value).every((text) => typeof text === 'string' && text.length <= LONGEST_PURPOSE)
  )
}

function isPopulation(value: unknown, choices: Map<string, Set<string>>): boolean {
  if (!isRecord(value)) return false
  return Object.entries(value).every(
    ([key, counts]) =>
      isRecord(counts) &&
      Object.entries(counts).every(
        ([name, count]) => choices.get(key)?.has(name) && Number.isInteger(count) && (count as number) >= 0,
      ),
  )
}

/** The questions with one answer of few, by which people can be told apart, and their possible answers. */
function choicesByKey(questionnaire: Questionnaire): Map<string, Set<string>> {
  const byKey = new Map<string, Set<string>>()
  for (const [question] of questionsOf(questionnaire.items)) {
    const { kind, key, choices, other } = question
    if (kind === 'yesNo') byKey.set(key, new Set(['yes', 'no']))
    else if (kind === 'single' && choices) {
      const names = (questionnaire.choiceLists[choices] ?? []).map(({ name }) => name)
      byKey.set(key, new Set(other ? [...names, 'other'] : names))
    }
  }
  return byKey
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
