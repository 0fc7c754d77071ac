import { compile } from '@vises/questionnaire/compile.ts'
import { keysOf } from '@vises/questionnaire/keys.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { withPlaces } from '@vises/questionnaire/places.ts'
import { marksAfter } from '@vises/questionnaire/translation.ts'
import { idOf } from '../../platform/id.ts'
import { territories } from '../programme/data/index.ts'
import { libraryQuestionnaire } from '../questionnaire/data/index.ts'
import { countsOf } from '../questionnaire/design.ts'
import { demoRecords } from './data/records.ts'
import { dice, momentOf } from './demo-calendar.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { DemoPerson } from './demo-cast.ts'
import type { WorkedEnterpriseData } from './demo-data.ts'
import type { TableRows } from './demo-rows.ts'
import { demoCollections } from './responses/index.ts'
import type { DemoCollection } from './responses/index.ts'
import { korenbloemPoll } from './responses/korenbloem-poll.ts'

/** The columns that say whose a row is. */
interface Owner {
  partner_id: string
  enterprise_id: string
}

/** The questionnaires of a worked enterprise, their waves with every answer, and its interviews and registers. */
export function collectionRows(
  pilot: WorkedEnterpriseData,
  own: Owner,
  evaluation_id: string,
  writer: DemoPerson,
  calendar: DemoCalendar,
): TableRows {
  const rows: TableRows = recordRows(pilot, own, evaluation_id, writer, calendar)
  const asked: [name: string, Questionnaire, DemoCollection][] = [
    [pilot.name, libraryQuestionnaire(pilot.code)!, demoCollections[pilot.code]],
  ]
  if (pilot.code === 'korenbloem') asked.push([`${pilot.name} poll`, korenbloemPoll.content, korenbloemPoll])
  for (const [name, content, collection] of asked) {
    const more = askedRows(name, content, collection, { own, evaluation_id, writer, calendar })
    for (const [table, list] of Object.entries(more)) (rows[table] ??= []).push(...list)
  }
  return rows
}

interface Frame {
  own: Owner
  evaluation_id: string
  writer: DemoPerson
  calendar: DemoCalendar
}

const places = territories.map(({ code, level, name, parent }) => ({
  code,
  level,
  name: { ...name },
  parentCode: parent ?? null,
}))

/** One questionnaire with its wave and every answer. */
function askedRows(
  name: string,
  content: Questionnaire,
  { waveTitle, group, expected, answers, ...collection }: DemoCollection,
  { own, evaluation_id, writer, calendar }: Frame,
): TableRows {
  const marks = marksAfter(undefined, content, {})
  const asked = withPlaces(content, places)
  const id = (part: string) => idOf(`demo ${part} ${name}`)
  const [questionnaire_id, version_id, wave_id, group_id] = ['questionnaire', 'version', 'wave', 'group'].map(id)
  const [opens, closes] = [calendar.day(collection.opensOn), calendar.day(collection.closesOn)]
  const published_at = momentOf(calendar.plus(opens, -6))
  const { title, baseLanguage, languages, questionCount, problemCount, coverage } = countsOf(asked, marks, {})
  const by = { created_by_name: writer.name, is_demo: true }
  const roll = dice(`collection ${name}`)
  const responses = answers().map((given, index) => {
    const chance = roll(100)
    const channel =
      chance < collection.onPaper ? 'paper' : chance < collection.onPaper + collection.assisted ? 'assisted' : 'online'
    return {
      ...own,
      id: id(`response ${index}`),
      wave_id,
      group_id,
      version: 1,
      language: baseLanguage,
      channel,
      // Most answer in the first half.
      received_on: calendar.between(opens, closes, Math.min(roll(1000), roll(1000)) / 1000),
      seconds: channel === 'online' ? 120 + 10 * roll(40) : null,
      answers: given,
      consent: { consent: { version: 1, language: baseLanguage } },
    }
  })
  return {
    questionnaire: [
      {
        ...own,
        id: questionnaire_id,
        evaluation_id,
        title,
        base_language: baseLanguage,
        languages,
        question_count: questionCount,
        problem_count: problemCount,
        coverage,
        draft: content,
        draft_revision: 1,
        translated_from: marks,
        saves: [],
        published_version: 1,
        changed: false,
        published_keys: keysOf(content),
        created_at: momentOf(calendar.plus(opens, -40)),
        updated_at: published_at,
        updated_by_name: writer.name,
        is_demo: true,
      },
    ],
    questionnaire_version: [
      {
        ...own,
        id: version_id,
        questionnaire_id,
        number: 1,
        content,
        compiled: compile(asked),
        changes: [],
        translated_from: marks,
        waivers: {},
        published_at,
        published_by_name: writer.name,
      },
    ],
    wave: [
      {
        ...own,
        ...by,
        id: wave_id,
        evaluation_id,
        questionnaire_id,
        version_id,
        title: waveTitle,
        opens_on: opens,
        closes_on: closes,
        opened_at: momentOf(opens),
        closed_at: momentOf(calendar.plus(closes, 1)),
        time_zone: 'Europe/Brussels',
        languages,
        anonymous: true,
        asked_by: collection.askedBy,
        purpose: collection.purpose,
        contact: collection.contact,
        keep_until: calendar.plus(closes, 730),
        accepted: 0,
        breakdowns: collection.breakdowns,
        known_population: collection.knownPopulation ?? {},
        coach_reads_responses: false,
        most_reminders: 2,
        created_at: momentOf(calendar.plus(opens, -5)),
      },
    ],
    respondent_group: [{ ...own, id: group_id, wave_id, name: group, position: 1, expected, accepted: 0 }],
    response: responses,
    response_pending: responses.map(({ id: response_id }) => ({ ...own, wave_id, response_id })),
    tally: reachCounts(content, responses.filter(({ channel }) => channel === 'online').length, roll).map(
      ([value, count]) => ({
        ...own,
        wave_id,
        by_key: '',
        by_value: '',
        question_key: '@reach',
        part: '',
        value,
        count,
      }),
    ),
  }
}

/** How many visits came how far, as the page counts them: some leave at each screen, those who sent saw the last. */
function reachCounts(
  { items }: Questionnaire,
  sent: number,
  roll: (most: number) => number,
): [key: string, count: number][] {
  const screens = items.filter(({ kind }, index) => kind === 'page' || items[index - 1]?.kind !== 'page' || index === 0)
  const counts: [string, number][] = []
  let left = sent
  for (const { key } of screens.toReversed()) {
    counts.unshift([key, left])
    left += Math.max(1, Math.round((left * (2 + roll(7))) / 100))
  }
  return [['@start', left], ...counts]
}

function recordRows(
  pilot: WorkedEnterpriseData,
  own: Owner,
  evaluation_id: string,
  { name }: DemoPerson,
  calendar: DemoCalendar,
): TableRows {
  const { codes, records } = demoRecords[pilot.code]
  const id = (part: string) => idOf(`demo ${part} ${pilot.name}`)
  return {
    field_code: codes.map((code) => ({ ...own, id: id(`code ${code.name}`), name: code.name, meaning: code.meaning })),
    field_record: records.map((record) => ({
      ...own,
      id: id(`record ${record.title}`),
      evaluation_id,
      kind: record.kind,
      title: record.title,
      happened_on: calendar.day(record.on),
      participants: record.participants ?? null,
      participant_count: record.participantCount ?? null,
      language: record.language,
      notes: record.excerpts?.map(({ text }) => text).join('\n\n') ?? record.notes ?? '',
      source: record.source ?? null,
      columns: record.columns ?? [],
      rows: record.rows ?? [],
      revision: 1,
      created_at: momentOf(calendar.day(record.on)),
      created_by_name: name,
      updated_at: momentOf(calendar.day(record.on)),
      is_demo: true,
    })),
    excerpt: records.flatMap((record) =>
      (record.excerpts ?? []).map(({ text, code, consent }, index) => ({
        ...own,
        id: id(`excerpt ${record.title} ${index}`),
        record_id: id(`record ${record.title}`),
        text,
        speaker: record.participants ?? null,
        code_ids: [id(`code ${code}`)],
        consent,
        consent_on: consent === 'none' ? null : calendar.day(record.on),
        created_at: momentOf(calendar.day(record.on), index),
        created_by_name: name,
      })),
    ),
  }
}
