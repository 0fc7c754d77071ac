import { compile } from '@vises/questionnaire/compile.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import type pg from 'pg'
import { newId } from '../src/platform/id.ts'
import { tenantTables } from './catalogue-lint.ts'

/** A row as the database gives it. */
export type Row = Record<string, any>

/** One enterprise of a planted partner with a row of it in every tenant table that can name an enterprise. */
export interface PlantedEnterprise {
  id: string
  tag: string
  evaluationId: string
  rows: Record<string, Row>
}

/** A partner with two enterprises; every text of every row carries the tag of its owner. */
export interface PlantedPartner {
  id: string
  tag: string
  enterprises: [PlantedEnterprise, PlantedEnterprise]
  /** Rows of the partner itself, in tables that name no enterprise. */
  rows: Record<string, Row>
}

interface Column {
  table: string
  name: string
  type: string
  nullable: boolean
  optional: boolean
}

interface Reference {
  table: string
  columns: string[]
  target: string
  targetColumns: string[]
}

/** The text that gives a leak away: it names the owner and the place it was written to. */
export const canary = (tag: string, place: string): string => `CANARY-${tag}-${place}`

/** The canaries of an owner in any text: an answer, a file, a mail, a log. */
export function canariesOf(tag: string, text: string): string[] {
  return [...new Set(text.match(new RegExp(`CANARY-${tag}[0-9]*-[\\w.]*`, 'gi')) ?? [])]
}

/** The tenant tables with their columns and keys, read from the catalogue, so that a new table is planted too. */
export async function readCatalogue(root: pg.Pool) {
  const tables = await tenantTables(root)
  const { rows: columns } = await root.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS name, c.udt_name AS type, c.is_nullable = 'YES' AS nullable,
       c.column_default IS NOT NULL OR c.is_nullable = 'YES' AS optional
     FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.table_name = ANY($1) AND c.is_generated = 'NEVER' ORDER BY c.ordinal_position`,
    [tables],
  )
  const { rows: references } = await root.query<Reference>(
    `SELECT f.conrelid::regclass::text AS table, f.confrelid::regclass::text AS target,
       (SELECT array_agg(a.attname::text ORDER BY k.at) FROM unnest(f.conkey) WITH ORDINALITY k(num, at)
         JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.num) AS columns,
       (SELECT array_agg(a.attname::text ORDER BY k.at) FROM unnest(f.confkey) WITH ORDINALITY k(num, at)
         JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.num) AS "targetColumns"
     FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid::regclass::text = ANY($1)`,
    [tables],
  )
  const { rows: checks } = await root.query<{ table: string; columns: string[]; definition: string }>(
    `SELECT k.conrelid::regclass::text AS table, pg_get_constraintdef(k.oid) AS definition,
       (SELECT array_agg(a.attname::text) FROM unnest(k.conkey) n JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n) AS columns
     FROM pg_constraint k WHERE k.contype = 'c' AND k.conrelid::regclass::text = ANY($1)`,
    [tables],
  )
  const { rows: keys } = await root.query<{ table: string; columns: string[] }>(
    `SELECT k.conrelid::regclass::text AS table,
       (SELECT array_agg(a.attname::text) FROM unnest(k.conkey) n JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n) AS columns
     FROM pg_constraint k WHERE k.contype = 'p' AND k.conrelid::regclass::text = ANY($1)`,
    [tables],
  )
  const { rows: reference } = await root.query(
    `SELECT (SELECT json_build_object('code', code, 'data', data) FROM method_version ORDER BY published_on DESC LIMIT 1) AS method,
       (SELECT min(code) FROM test_platform) AS platform, (SELECT min(code) FROM territory WHERE level = 'arrondissement') AS territory`,
  )
  const tenantReferences = references.filter(({ target }) => tables.includes(target))
  return {
    tables: inOrder(tables, tenantReferences),
    columns,
    references,
    tenantReferences,
    checks,
    keys,
    given: valuesOf(reference[0]),
  }
}

export type Catalogue = Awaited<ReturnType<typeof readCatalogue>>

/** Tables before those that point at them; the one pointer back, from enterprise to evaluation, is set at the end. */
function inOrder(tables: string[], references: Reference[]): string[] {
  const order: string[] = []
  const add = (table: string) => {
    if (order.includes(table)) return
    for (const { target } of references.filter(
      (one) => one.table === table && one.target !== table && !pointsBack(one),
    ))
      add(target)
    order.push(table)
  }
  tables.forEach(add)
  return order
}

const pointsBack = ({ table, target }: Reference): boolean => table === 'enterprise' && target === 'evaluation'

/** Values that the shape of a column does not tell: `table.column` or `column`. A function gets the tag. */
function valuesOf({ method, platform, territory }: Row): Record<string, unknown> {
  const steps: Row[] = method.data.phases.flatMap((phase: Row) => phase.steps)
  const step = steps.find(({ tool, fields }) => tool === 'form' && fields.some(({ kind }: Row) => kind === 'longText'))!
  const field = step['fields'].find(({ kind }: Row) => kind === 'longText')
  return {
    step_code: step['code'],
    current_step: step['code'],
    field_key: field.key,
    'answer.value': (tag: string) => JSON.stringify(canary(tag, 'answer.value')),
    'answer_revision.value': (tag: string) => JSON.stringify(canary(tag, 'answer_revision.value')),
    method_code: method.code,
    platform_code: platform,
    territory_code: territory,
    role: 'manager',
    language: 'fr',
    country: 'BE',
    identifier: null,
    author_role: 'manager',
    actor_role: 'manager',
    steps_total: 25,
    revision: 1,
    recruitment: 'started',
    'gate_record.outcome': method.data.phases[0].gate.outcomes[0].code,
    'gate_record.exceptions': '[]',
    'gate_record.snapshot': (tag: string) => JSON.stringify(questionSheet(canary(tag, 'gate_record.snapshot'))),
    expires_at: new Date(Date.now() + 20 * 86_400_000),
    planned_end_on: '2099-01-01',
    'import_batch.status': 'checked',
    'field_record.columns': '["Situation"]',
    'field_record.rows': (tag: string) => JSON.stringify([[canary(tag, 'field_record.rows')]]),
    'import_batch.headers': '["Nom"]',
    'import_batch.row_count': 1,
    'import_batch.mapping': '{}',
    row_number: (tag: string) => Number(tag.slice(1)),
    'import_row.cells': (tag: string) => JSON.stringify([canary(tag, 'import_row.cells')]),
    'import_row.faults': '[]',
    'import_row.effect': 'faulty',
    'import_mapping.mapping': '{}',
    'questionnaire.draft': (tag: string) => JSON.stringify(aDraft(canary(tag, 'questionnaire.draft'))),
    'questionnaire.published_version': 1,
    'questionnaire.changed': true,
    'questionnaire_template.draft': (tag: string) =>
      JSON.stringify(aDraft(canary(tag, 'questionnaire_template.draft'))),
    'questionnaire_template.offered_at': new Date(),
    'questionnaire_version.content': (tag: string) =>
      JSON.stringify(aDraft(canary(tag, 'questionnaire_version.content'))),
    'questionnaire_version.compiled': (tag: string) =>
      JSON.stringify(compile(aDraft(canary(tag, 'questionnaire_version.compiled')))),
    'wave.purpose': (tag: string) => JSON.stringify({ fr: canary(tag, 'wave.purpose') }),
    'wave.opened_at': new Date(),
    // What a coach may read by grant is granted here; tests of the module take it back.
    'wave.coach_reads_responses': true,
    'wave.time_zone': 'Europe/Brussels',
    'answer_import.headers': '["Nom"]',
    'answer_file.media_type': 'image/png',
    'questionnaire_media.media_type': 'image/png',
    'answer_file.response_id': () => newId(),
    'answer_import_row.cells': (tag: string) => JSON.stringify([canary(tag, 'answer_import_row.cells')]),
    'answer_import_row.faults': '[]',
    base_language: 'fr',
    'audit_entry.old': (tag: string) => JSON.stringify({ note: canary(tag, 'audit_entry.old') }),
    'audit_entry.new': (tag: string) => JSON.stringify({ note: canary(tag, 'audit_entry.new') }),
    'audit_entry.action': 'enterprise.edited',
    'audit_entry.object_type': 'enterprise',
    person_email: (tag: string) => `${canary(tag, newId().slice(-6))}@x.example`,
    email: (tag: string) => `${canary(tag, newId().slice(-6))}@x.example`,
    token_hash: () => newId(),
  }
}

/** Plants the partner: rows in every tenant table, written past all fences. */
export async function plantPartner(
  root: pg.Pool,
  catalogue: Catalogue,
  partnerId: string,
  tag: string,
): Promise<PlantedPartner> {
  const partner: Pick<PlantedPartner, 'rows'> = { rows: {} }
  const enterprises: PlantedEnterprise[] = []
  for (const number of [1, 2]) {
    const rows: Record<string, Row> = {}
    for (const table of catalogue.tables) {
      if (!namesEnterprise(catalogue, table)) {
        partner.rows[table] ??= await plantRow(root, catalogue, table, {
          partnerId,
          tag,
          rows: { ...partner.rows, ...rows },
        })
      } else {
        rows[table] = await plantRow(root, catalogue, table, {
          partnerId,
          tag: `${tag}${number}`,
          rows: { ...partner.rows, ...rows },
        })
      }
    }
    const { id } = rows['enterprise']!
    const evaluationId = rows['evaluation']!['id']
    await root.query('UPDATE enterprise SET current_evaluation_id = $3 WHERE partner_id = $1 AND id = $2', [
      partnerId,
      id,
      evaluationId,
    ])
    enterprises.push({ id, tag: `${tag}${number}`, evaluationId, rows })
  }
  return { id: partnerId, tag, enterprises: enterprises as PlantedPartner['enterprises'], rows: partner.rows }
}

/** Whether rows of a table belong to an enterprise (or are one). */
export function namesEnterprise(catalogue: Catalogue, table: string): boolean {
  return (
    table === 'enterprise' ||
    catalogue.columns.some((column) => column.table === table && column.name === 'enterprise_id')
  )
}

async function plantRow(
  root: pg.Pool,
  catalogue: Catalogue,
  table: string,
  { partnerId, tag, rows }: { partnerId: string; tag: string; rows: Record<string, Row> },
): Promise<Row> {
  const values: Row = {}
  for (const column of catalogue.columns.filter((one) => one.table === table)) {
    const value = valueOf(catalogue, column, tag)
    if (value !== undefined) values[column.name] = value
  }
  for (const { columns, target, targetColumns } of catalogue.references.filter(
    (one) => one.table === table && !pointsBack(one),
  )) {
    const pointed = rows[target]
    for (const [index, column] of columns.entries()) {
      if (pointed) values[column] = pointed[targetColumns[index]!]
      else if (target === 'partner') values[column] = partnerId
    }
  }
  // No key leads there, so that the row outlives the enterprise.
  if (table !== 'enterprise' && rows['enterprise'] && namesEnterprise(catalogue, table))
    values['enterprise_id'] ??= rows['enterprise']['id']
  const names = Object.keys(values)
  const { rows: made } = await root.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING *`,
    Object.values(values),
  )
  return made[0]
}

function valueOf(
  { given, checks }: Catalogue,
  { table, name, type, nullable, optional }: Column,
  tag: string,
): unknown {
  const known = given[`${table}.${name}`] ?? given[name]
  if (`${table}.${name}` in given || name in given) return typeof known === 'function' ? known(tag) : known
  const about = checks.filter((check) => check.table === table && check.columns.includes(name))
  if (about.some(({ columns }) => columns.length > 1) && nullable) return undefined
  const choice = about.map(({ definition }) => /= ANY \(ARRAY\['([^']+)'::text/.exec(definition)?.[1]).find(Boolean)
  if (choice) return nullable ? undefined : choice
  if (type === 'text') return canary(tag, `${table}.${name}`)
  if (optional) return undefined
  if (type === 'uuid') return newId()
  if (type === 'int4' || type === 'int8') return 1
  if (type === '_text') return ['fr']
  if (type === 'varbit') return '0'
  if (type === 'bytea') return Buffer.from(canary(tag, `${table}.${name}`))
  if (type === 'date') return '2026-01-15'
  if (type === 'timestamptz') return new Date()
  if (type === 'jsonb') return JSON.stringify({ note: canary(tag, `${table}.${name}`) })
  throw new Error(`No value is known for ${table}.${name} (${type}): give one in valuesOf.`)
}

/** A question sheet with the same text in every place of it. */
const questionSheet = (text: string) => ({
  candidates: [{ id: newId(), text, checks: [], whyNot: text }],
  chosen: null,
  question: text,
  whyChosen: text,
  questionType: null,
  purposes: [],
  intendedUse: text,
  audience: text,
  scope: text,
  meansDays: null,
  domains: [],
  subQuestions: [{ id: newId(), text }],
  consulted: text,
})

/** A questionnaire of one question with the same text in it. */
export const aDraft = (text: string): Questionnaire => ({
  title: { fr: text },
  baseLanguage: 'fr',
  languages: ['fr'],
  choiceLists: {},
  items: [{ key: 'moment', kind: 'longText', label: { fr: text } }],
})
