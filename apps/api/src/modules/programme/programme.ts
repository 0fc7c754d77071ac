import { Field, ObjectType } from 'type-graphql'
import { Day, TriTextType } from '../../platform/scalars.ts'
import type { Reference } from '../../platform/tenant.ts'
import type { TriText } from '../../platform/tri-text.ts'
import { demand } from '../access/actor.ts'
import type { Actor } from '../access/actor.ts'
import { sources } from './data/sources.ts'
import type { ProgrammeData } from './programme-data.ts'

@ObjectType({ description: 'The programme as its project sheet describes it.' })
export class Programme {
  @Field(() => String) code!: string
  @Field(() => TriTextType) name!: TriTextType
  @Field(() => TriTextType, { description: 'Who funds it.' }) funder!: TriTextType
  @Field(() => String, { description: 'Its number in the list of the funder.' }) number!: string
  @Field(() => TriTextType, { description: 'The axis of the funder’s programme it belongs to.' }) axis!: TriTextType
  @Field(() => TriTextType) aidCategory!: TriTextType
  @Field(() => Day) startsOn!: string
  @Field(() => Day) endsOn!: string
  @Field(() => Day, { description: 'The day of the project sheet that the partners and amounts are taken from.' })
  sheetUpdatedOn!: string
  @Field(() => TriTextType, { description: 'The mention of support that goes on every product.' })
  fundingLine!: TriTextType
  @Field(() => [TriTextType], { description: 'The four principles.' }) principles!: TriTextType[]
  @Field(() => [TriTextType], { description: 'What an evaluation brings an enterprise.' }) benefits!: TriTextType[]
}

@ObjectType({ description: 'A published count with its day and source. Counts that disagree stand side by side.' })
export class ProgrammeFact {
  @Field(() => String) code!: string
  @Field(() => String, { description: 'partners, pilots, platformSize, budget or erdf' }) subject!: string
  @Field(() => String, { description: 'As published: a number, a range, or ">55".' }) value!: string
  @Field(() => TriTextType) label!: TriTextType
  @Field(() => TriTextType, { description: 'How we read it.' }) reading!: TriTextType
  @Field(() => Day) statedOn!: string
  @Field(() => String, { description: 'How exact the day is: day, month, quarter or year.' }) precision!: string
  @Field(() => TriTextType, { description: 'Where it is taken from.' }) source!: TriTextType
}

@ObjectType({ description: 'A meeting or milestone of the programme.' })
export class AgendaEvent {
  @Field(() => String) code!: string
  @Field(() => TriTextType) title!: TriTextType
  @Field(() => TriTextType) description!: TriTextType
  @Field(() => Day) startsOn!: string
  @Field(() => String, { description: 'How exact the day is: day, month, quarter or year.' }) precision!: string
  @Field(() => String, { nullable: true }) place?: string | null
  @Field(() => String, { nullable: true, description: 'How many people took part, as published.' }) participants?:
    | string
    | null
  @Field(() => TriTextType, { description: 'Where it is taken from.' }) source!: TriTextType
}

@ObjectType({ description: 'A notebook, guide, declaration or sheet that the programme published.' })
export class LibraryItem {
  @Field(() => String) code!: string
  @Field(() => String, { description: 'notebook, guide, declaration or projectSheet' }) kind!: string
  @Field(() => TriTextType) title!: TriTextType
  @Field(() => TriTextType) summary!: TriTextType
  @Field(() => Day) publishedOn!: string
  @Field(() => String, { description: 'How exact the day is: day, month, quarter or year.' }) precision!: string
  @Field(() => TriTextType, { description: 'Where it is taken from.' }) source!: TriTextType
}

/** The programme; null on an installation without one. */
export async function programme(reference: Reference, actor: Actor): Promise<Programme | undefined> {
  demand(actor, 'programme:read')
  const row = await reference.row<{ data: ProgrammeData }>('SELECT data FROM programme ORDER BY starts_on LIMIT 1')
  return row?.data
}

/** The published counts, grouped by what they count. */
export async function programmeFacts(reference: Reference, actor: Actor): Promise<ProgrammeFact[]> {
  demand(actor, 'programme:read')
  const rows = await reference.rows<Sourced<ProgrammeFact>>(
    `SELECT code, subject, value, label, reading, stated_on::text AS "statedOn", precision, source
     FROM programme_fact ORDER BY position`,
  )
  return rows.map(withSource)
}

/** Meetings and milestones, oldest first. */
export async function agenda(reference: Reference, actor: Actor): Promise<AgendaEvent[]> {
  demand(actor, 'programme:read')
  const rows = await reference.rows<Sourced<AgendaEvent>>(
    `SELECT code, title, description, starts_on::text AS "startsOn", precision, place, participants, source
     FROM agenda_event ORDER BY starts_on, code`,
  )
  return rows.map(withSource)
}

/** What the programme published, oldest first. */
export async function library(reference: Reference, actor: Actor): Promise<LibraryItem[]> {
  demand(actor, 'programme:read')
  const rows = await reference.rows<Sourced<LibraryItem>>(
    `SELECT code, kind, title, summary, published_on::text AS "publishedOn", precision, source
     FROM library_item ORDER BY published_on, code`,
  )
  return rows.map(withSource)
}

type Sourced<Row> = Omit<Row, 'source'> & { source: string }

/** A row with the words of its source; an unknown one stands for itself. */
const withSource = <Row extends { source: string }>(row: Row): Omit<Row, 'source'> & { source: TriText } => ({
  ...row,
  source: SOURCES[row.source] ?? { fr: row.source, nl: row.source, en: row.source },
})
const SOURCES: Record<string, TriText> = sources
