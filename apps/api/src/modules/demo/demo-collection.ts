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
import { linkRows } from './demo-links.ts'
import type { Owner } from './demo-links.ts'
import type { TableRows } from './demo-rows.ts'
import { allInTime } from './demo-words.ts'
import { demoCollections } from './responses/index.ts'
import type { DemoCollection } from './responses/index.ts'
import { korenbloemPoll } from './responses/korenbloem-poll.ts'
import { marelleHours } from './responses/marelle-hours.ts'

/** The questionnaires of a worked enterprise, their waves with every answer, and its interviews and registers. */
export function collectionRows(
  pilot: WorkedEnterpriseData,
  own: Owner,
  evaluation_id: string,
  writer: DemoPerson,
  calendar: DemoCalendar,
): TableRows {
  const language = pilot.question!.language
  const rows: TableRows = recordRows(pilot, own, evaluation_id, writer, calendar)
  const asked: [name: string, Questionnaire, DemoCollection][] = [
    [pilot.name, libraryQuestionnaire(pilot.code)!, demoCollections[pilot.code]],
  ]
  if (pilot.code === 'korenbloem') asked.push([`${pilot.name} poll`, korenbloemPoll.content, korenbloemPoll])
  if (pilot.code === 'marelle') asked.push([`${pilot.name} hours`, marelleHours.content, marelleHours])
  for (const [name, content, collection] of asked) {
    const more = askedRows(name, content, collection, { own, evaluation_id, writer, calendar, language })
    for (const [table, list] of Object.entries(more)) (rows[table] ??= []).push(...list)
  }
  return rows
}

interface Frame {
  own: Owner
  evaluation_id: string
  writer: DemoPerson
  calendar: DemoCalendar
  language: 'fr' | 'nl'
}

const places = territories.map(({ code, level, name, parent }) => ({
  code,
  level,
  name: { ...name },
  parentCode: parent ?? null,
}))

/** One questionnaire with its wave, its links and every answer that has come in. */
function askedRows(
  name: string,
  content: Questionnaire,
  collection: DemoCollection,
  { own, evaluation_id, writer, calendar, language }: Frame,
): TableRows {
  const marks = marksAfter(undefined, content, {})
  const asked = withPlaces(content, places)
  const id = (part: string) => idOf(`demo ${part} ${name}`)
  const questionnaire_id = id('questionnaire')
  const version_id = id('version')
  const wave_id = id('wave')
  const groupId = (index: number) => id(`group ${index}`)
  const [opens, closes] = [calendar.day(collection.opensOn), calendar.day(collection.closesOn)]
  const isOpen = closes >= calendar.today
  const published_at = momentOf(calendar.plus(opens, -6))
  const { title, baseLanguage, languages, questionCount, problemCount, coverage } = countsOf(asked, marks, {})
  // A long questionnaire takes two to eight minutes, a short one one to three.
  const quickest = questionCount > 8 ? 120 : 60
  const by = { created_by_name: writer.name, is_demo: true }
  const roll = dice(`collection ${name}`)
  const given = collection.groups.flatMap(({ answers }, group) =>
    answers().map((one) => ({ group_id: groupId(group), answers: one })),
  )
  const responses = given.map((answer, index) => {
    const chance = roll(100)
    const channel =
      chance < collection.onPaper ? 'paper' : chance < collection.onPaper + collection.assisted ? 'assisted' : 'online'
    return {
      ...own,
      ...answer,
      id: id(`response ${index}`),
      wave_id,
      version: 1,
      language: baseLanguage,
      channel,
      received_on: isOpen ? arrivalUpToNow(collection, calendar, roll) : arrival(opens, closes, calendar, roll),
      seconds: channel === 'online' ? quickest + 10 * roll(quickest / 3) : null,
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
        title: allInTime(collection.waveTitle, language, calendar),
        opens_on: opens,
        closes_on: closes,
        opened_at: momentOf(opens),
        closed_at: isOpen ? null : momentOf(calendar.plus(closes, 1)),
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
    respondent_group: collection.groups.map(({ name: group, expected }, index) => ({
      ...own,
      id: groupId(index),
      wave_id,
      name: group,
      position: index + 1,
      expected,
      accepted: 0,
    })),
    ...linkRows(name, collection, { own, wave_id, writer, calendar, groupId }),
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

type Roll = (below: number) => number

/** The day of an answer to a collection that is over: most come in the first half. */
const arrival = (opens: string, closes: string, calendar: DemoCalendar, roll: Roll): string =>
  calendar.between(opens, closes, Math.min(roll(1000), roll(1000)) / 1000)

/** The day of an answer to a collection that runs, today among them; two in five follow the reminder. */
function arrivalUpToNow({ opensOn, mailed }: DemoCollection, calendar: DemoCalendar, roll: Roll): string {
  const from = calendar.day(mailed && roll(5) < 2 ? mailed.remindedOn : opensOn)
  const days = Math.round((Date.parse(calendar.today) - Date.parse(from)) / 86_400_000)
  return calendar.plus(from, roll(days + 1))
}

/** How many visits came how far, as the page counts them: some leave at each screen, those who sent saw the last. */
function reachCounts({ items }: Questionnaire, sent: number, roll: Roll): [key: string, count: number][] {
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
  const inTime = <T>(value: T): T => allInTime(value, pilot.question!.language, calendar)
  const id = (part: string) => idOf(`demo ${part} ${pilot.name}`)
  return {
    field_code: codes.map((code) => ({ ...own, id: id(`code ${code.name}`), name: code.name, meaning: code.meaning })),
    field_record: records.map((record) => ({
      ...own,
      id: id(`record ${record.title}`),
      evaluation_id,
      kind: record.kind,
      title: inTime(record.title),
      happened_on: calendar.day(record.on),
      participants: record.participants ?? null,
      participant_count: record.participantCount ?? null,
      language: record.language,
      notes: inTime(record.excerpts?.map(({ text }) => text).join('\n\n') ?? record.notes ?? ''),
      source: inTime(record.source ?? null),
      columns: inTime(record.columns ?? []),
      rows: inTime(record.rows ?? []),
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
        text: inTime(text),
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
