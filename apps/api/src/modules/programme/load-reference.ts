import type { Client } from 'pg'
import { idOf } from '../../platform/id.ts'
import { methodVersions } from '../method/data/index.ts'
import { agenda, facts, library, partners, platforms, programme, territories } from './data/index.ts'

/** Identifier of a partner of the programme by its code; the same in every installation. */
export const partnerId = (code: string): string => idOf(`partner ${code}`)

/**
 * Writes the programme as its sources state it, the territories and the method versions. Runs as the owner at every
 * start and changes nothing when nothing changed. A frozen method version is left as it is.
 */
export async function loadReference(owner: Client): Promise<void> {
  await owner.query('BEGIN')
  await upsert(
    owner,
    'programme',
    ['code'],
    [{ code: programme.code, data: programme, starts_on: programme.startsOn, ends_on: programme.endsOn }],
  )
  await upsert(
    owner,
    'territory',
    ['code'],
    territories.map((territory) => ({
      code: territory.code,
      level: territory.level,
      name: territory.name,
      parent_code: territory.parent ?? null,
      nuts: territory.nuts ?? null,
      nis: territory.nis ?? null,
      insee: territory.insee ?? null,
      project_territory: territory.projectTerritory ?? null,
    })),
  )
  await upsert(
    owner,
    'partner',
    ['id'],
    partners.map((partner, index) => ({
      id: partnerId(partner.code),
      code: partner.code,
      programme_code: programme.code,
      position: index + 1,
      name: partner.name,
      full_name: partner.fullName ?? null,
      territory: partner.territory,
      kind: partner.kind,
      funding: partner.funding,
      total_budget_cents: partner.totalBudgetCents,
      erdf_cents: partner.erdfCents,
      is_lead: partner.lead ?? false,
      joined_on: programme.startsOn,
    })),
  )
  await upsert(
    owner,
    'test_platform',
    ['code'],
    platforms.map((platform) => ({
      code: platform.code,
      programme_code: programme.code,
      name: platform.name,
      purpose: platform.purpose,
      guideline_min: platform.guidelineSize[0],
      guideline_max: platform.guidelineSize[1],
    })),
  )
  await upsert(
    owner,
    'programme_fact',
    ['code'],
    facts.map((fact, index) => ({
      code: fact.code,
      subject: fact.subject,
      position: index + 1,
      value: fact.value,
      label: fact.label,
      reading: fact.reading,
      stated_on: fact.statedOn,
      precision: fact.precision,
      source: fact.source,
    })),
  )
  await upsert(
    owner,
    'agenda_event',
    ['code'],
    agenda.map((event) => ({
      code: event.code,
      title: event.title,
      description: event.description,
      starts_on: event.startsOn,
      precision: event.precision,
      place: event.place ?? null,
      participants: event.participants ?? null,
      source: event.source,
    })),
  )
  await upsert(
    owner,
    'library_item',
    ['code'],
    library.map((item) => ({
      code: item.code,
      kind: item.kind,
      title: item.title,
      summary: item.summary,
      published_on: item.publishedOn,
      precision: item.precision,
      source: item.source,
    })),
  )
  for (const version of methodVersions) {
    await owner.query(
      `INSERT INTO method_version (code, published_on, data) VALUES ($1, $2, $3)
       ON CONFLICT (code) DO UPDATE SET data = excluded.data, published_on = excluded.published_on
       WHERE method_version.frozen_at IS NULL AND method_version.data <> excluded.data`,
      [version.code, version.publishedOn, JSON.stringify(version)],
    )
  }
  await owner.query('COMMIT')
}

async function upsert(owner: Client, table: string, keys: string[], rows: Record<string, unknown>[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row)
    const changed = columns.filter((column) => !keys.includes(column))
    const values = columns.map((column) => (isJson(row[column]) ? JSON.stringify(row[column]) : row[column]))
    await owner.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
       ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      values,
    )
  }
}

const isJson = (value: unknown): boolean => typeof value === 'object' && value !== null
