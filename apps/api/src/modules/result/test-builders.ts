import { randomUUID } from 'node:crypto'
import type { Answers, Questionnaire } from '@vises/questionnaire/model.ts'
import { tenantOf } from '../../../test/world.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { aVersion } from '../collection/test-builders.ts'
import { anEnterprise } from '../evaluation/test-builders.ts'
import type { EnterpriseOfTest } from '../evaluation/test-builders.ts'
import type { TallyPlace } from './tally/tally-rows.ts'

/** A wave of an enterprise with the answers that a test gives it. */
export interface CollectionOfTest extends TallyPlace {
  enterprise: EnterpriseOfTest
  questionnaireId: string
  groups: string[]
}

/** An answer as a test writes it down: what it does not say is usual. */
export interface AnswerOfTest {
  answers: Answers
  groupId?: string | null
  language?: string
  channel?: string
  receivedOn?: string
  seconds?: number | null
  version?: number
  setAside?: string
  consent?: unknown
}

/** A questionnaire that asks these items. */
export const asking = (
  items: Questionnaire['items'],
  choiceLists: Questionnaire['choiceLists'] = {},
): Questionnaire => ({
  title: { fr: 'Votre avis', nl: 'Uw mening', en: 'Your view' },
  baseLanguage: 'fr',
  languages: ['fr', 'nl'],
  choiceLists,
  items,
})

/** A list of choices by their names. */
export const list = (...names: string[]) =>
  names.map((name) => ({ name, label: { fr: `Le ${name}`, nl: `De ${name}` } }))

/** A wave that is open, or closed when a test says so, without any answers yet. */
export async function aCollection(
  world: World,
  content: Questionnaire,
  settings: {
    enterprise?: EnterpriseOfTest
    questionnaireId?: string
    version?: number
    closed?: boolean
    groups?: { name: string; expected?: number }[]
    breakdowns?: string[]
    knownPopulation?: unknown
    coachReads?: boolean
    title?: string
    openedAt?: string
    closesOn?: string
  } = {},
): Promise<CollectionOfTest> {
  const enterprise = settings.enterprise ?? (await anEnterprise(world))
  const version = settings.questionnaireId
    ? { questionnaireId: settings.questionnaireId, version: settings.version ?? 1 }
    : await aVersion(world, enterprise, content)
  const waveId = newId()
  const groups = (settings.groups ?? []).map((group) => ({ id: newId(), expected: null, ...group }))
  await tenantOf(world, enterprise.manager).write(async (db) => {
    await db.rows(
      `INSERT INTO wave (partner_id, id, enterprise_id, questionnaire_id, version_id, title, opened_at, closed_at, closes_on, languages,
         asked_by, breakdowns, known_population, coach_reads_responses, created_by_name)
       SELECT $1, $2, $3, $4, v.id, $5, $6, $7, $8, ARRAY['fr', 'nl'], 'Nous', $9, $10, $11, 'Test'
       FROM questionnaire_version v WHERE v.partner_id = $1 AND v.questionnaire_id = $4 AND v.number = $12`,
      [
        enterprise.partner.id,
        waveId,
        enterprise.id,
        version.questionnaireId,
        settings.title ?? 'Printemps',
        settings.openedAt ?? '2018-03-01T08:00:00Z',
        settings.closed ? '2018-06-01T08:00:00Z' : null,
        settings.closesOn ?? null,
        settings.breakdowns ?? [],
        JSON.stringify(settings.knownPopulation ?? {}),
        settings.coachReads ?? false,
        version.version,
      ],
    )
    await db.rows(
      `INSERT INTO respondent_group (partner_id, id, enterprise_id, wave_id, name, position, expected)
       SELECT $1, (g ->> 'id')::uuid, $2, $3, g ->> 'name', at, (g ->> 'expected')::int
       FROM jsonb_array_elements($4) WITH ORDINALITY AS list (g, at)`,
      [enterprise.partner.id, enterprise.id, waveId, JSON.stringify(groups)],
    )
  })
  return {
    enterprise,
    partnerId: enterprise.partner.id,
    enterpriseId: enterprise.id,
    waveId,
    questionnaireId: version.questionnaireId,
    groups: groups.map(({ id }) => id),
  }
}

/** Lets people answer, as the public page stores it; gives the identifiers. */
export async function answered(world: World, place: CollectionOfTest, answers: AnswerOfTest[]): Promise<string[]> {
  const rows = answers.map((one) => ({
    id: randomUUID(),
    groupId: null,
    language: 'fr',
    channel: 'online',
    receivedOn: '2018-03-14',
    seconds: null,
    version: 1,
    setAside: null,
    consent: {},
    ...one,
  }))
  await tenantOf(world, place.enterprise.manager).write(async (db) => {
    await db.rows(
      `INSERT INTO response (partner_id, id, enterprise_id, wave_id, group_id, version, language, channel, received_on, seconds, answers,
         consent, set_aside_reason)
       SELECT $1, r.id, $2, $3, r."groupId", r.version, r.language, r.channel, r."receivedOn", r.seconds, r.answers, r.consent, r."setAside"
       FROM jsonb_to_recordset($4) AS r (id uuid, "groupId" uuid, version int, language text, channel text, "receivedOn" date,
         seconds int, answers jsonb, consent jsonb, "setAside" text)`,
      [place.partnerId, place.enterpriseId, place.waveId, JSON.stringify(rows)],
    )
    await db.rows(
      `INSERT INTO response_pending (partner_id, wave_id, response_id, enterprise_id)
       SELECT partner_id, wave_id, id, enterprise_id FROM response
       WHERE partner_id = $1 AND wave_id = $2 AND id = ANY($3) AND set_aside_reason IS NULL`,
      [place.partnerId, place.waveId, rows.map(({ id }) => id)],
    )
  })
  return rows.map(({ id }) => id)
}

/** The same answer from several people. */
export const times = (count: number, answers: Answers, more: Omit<AnswerOfTest, 'answers'> = {}): AnswerOfTest[] =>
  Array.from({ length: count }, () => ({ answers, ...more }))

/** The counts that are really stored of a wave. */
export async function talliesOf(world: World, waveId: string): Promise<Record<string, number>> {
  const { rows } = await world.root.query(
    `SELECT concat_ws('|', by_key, by_value, question_key, part, value) AS key, count::int FROM tally WHERE wave_id = $1 AND count <> 0`,
    [waveId],
  )
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}

/** A small generator with a fixed seed: the same dice each time. */
export function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
