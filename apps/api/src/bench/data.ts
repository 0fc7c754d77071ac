import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { DataSource } from 'typeorm'
import { hashToken } from '../platform/context.ts'
import { idOf } from '../platform/id.ts'
import { Tenant } from '../platform/tenant.ts'

/** How much the benchmark generates; answers are spread evenly over the enterprises. */
export interface BenchSize {
  partners: number
  enterprisesPerPartner: number
  answersPerEnterprise: number
}

export const FULL_SIZE: BenchSize = { partners: 200, enterprisesPerPartner: 100, answersPerEnterprise: 30 }

/** The people the load acts as, with their API tokens, all at one partner in the middle of the data. */
export interface BenchPeople {
  partnerId: string
  enterpriseId: string
  evaluationId: string
  admin: string
  manager: string
  lead: string
}

const partnerIdOf = (n: number) => idOf(`bench partner ${n}`)
/** A stable identifier made inside PostgreSQL from some words (a text expression). */
const uuid = (words: string) => `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`
/** The identifier that `uuid` makes of the same words. */
const md5Id = (words: string) =>
  createHash('md5')
    .update(words)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')

/** Fills an empty database: partners, enterprises with their evaluation, steps and saved answers. */
export async function generateData(owner: Client, app: DataSource, size: BenchSize): Promise<BenchPeople> {
  for (let n = 1; n <= size.partners; n++) {
    await owner.query(
      `INSERT INTO partner (id, code, programme_code, position, name, territory, kind, funding, joined_on)
       VALUES ($1, $2, 'vises', $3, $4, $5, 'federation', 'associated', '2016-01-01') ON CONFLICT DO NOTHING`,
      [partnerIdOf(n), `bench-${n}`, 1000 + n, `Bench partner ${n}`, ['FR', 'WA', 'VL'][n % 3]],
    )
  }
  for (let n = 1; n <= size.partners; n++) await fillPartner(app, partnerIdOf(n), size)
  const partnerId = partnerIdOf(Math.ceil(size.partners / 2))
  const people = await addPeople(app, partnerId)
  await owner.query('ANALYZE')
  return people
}

async function fillPartner(app: DataSource, partnerId: string, size: BenchSize): Promise<void> {
  const tenant = new Tenant(app, { partnerId, userId: partnerId, enterpriseId: null })
  await tenant.write(async (db) => {
    const series = `generate_series(1, ${size.enterprisesPerPartner}) AS n`
    const enterprise = `${uuid(`'enterprise ' || $1 || n`)}`
    const evaluation = `${uuid(`'evaluation ' || $1 || n`)}`
    const statements = [
      `INSERT INTO enterprise (partner_id, id, name, country, city, recruitment, current_evaluation_id)
       SELECT $1::text::uuid, ${enterprise}, (ARRAY['Atelier','Relais','Coopérative','Maison','Ferme','Textile'])[1 + n % 6] || ' ' || md5($1 || n),
         CASE WHEN n % 2 = 0 THEN 'BE' ELSE 'FR' END, (ARRAY['Lille','Namur','Gent','Charleroi'])[1 + n % 4], 'started', ${evaluation} FROM ${series}`,
      `INSERT INTO evaluation (partner_id, id, enterprise_id, method_code, route, started_on, planned_end_on, phase, current_step, steps_done, steps_total, step_changed_at, last_activity_at)
       SELECT $1::text::uuid, ${evaluation}, ${enterprise}, '2018', 'full', current_date - 200, current_date + 200, 1 + n % 3,
         (ARRAY['1.7','2.7','3.4'])[1 + n % 3], (ARRAY[6, 15, 22])[1 + n % 3], 28, now() - make_interval(days => n % 60), now() - make_interval(days => n % 60) FROM ${series}`,
      `INSERT INTO accompaniment (partner_id, id, enterprise_id, coach_user_id, coach_name, starts_on)
       SELECT $1::text::uuid, ${uuid(`'accompaniment ' || $1 || n`)}, ${enterprise}, ${uuid(`'coach ' || $1 || n % 5`)}, 'Coach ' || n % 5, current_date - 200 FROM ${series}`,
      `INSERT INTO participation (partner_id, id, enterprise_id, platform_code, starts_on)
       SELECT $1::text::uuid, ${uuid(`'participation ' || $1 || n`)}, ${enterprise}, (ARRAY['A','B','C'])[1 + n % 3], current_date - 200 FROM ${series}`,
      `INSERT INTO enterprise_territory (partner_id, enterprise_id, territory_code, link)
       SELECT $1::text::uuid, ${enterprise}, (SELECT min(code) FROM territory WHERE project_territory = 'FR'), 'seat' FROM ${series}`,
      `INSERT INTO step_state (partner_id, enterprise_id, evaluation_id, step_code, status, changed_by_name)
       SELECT $1::text::uuid, ${enterprise}, ${evaluation}, code, 'done', 'Bench'
       FROM ${series}, unnest(ARRAY['1.0','1.1','1.2','1.3','1.4','1.5']) AS code`,
      `INSERT INTO answer (partner_id, enterprise_id, evaluation_id, step_code, field_key, value, revision, author_user_id, author_name)
       SELECT $1::text::uuid, ${enterprise}, ${evaluation}, '1.7', 'candidates/c' || k || '/text',
         to_jsonb('Dans quelle mesure notre parcours change-t-il la confiance des personnes ? ' || repeat(md5(k::text || n), 8)), 1, $1::text::uuid, 'Bench'
       FROM ${series}, generate_series(1, ${size.answersPerEnterprise}) AS k`,
    ]
    for (const statement of statements) await db.rows(statement, [partnerId])
    // Each saved answer has its first revision, as in use; the planner must know that the table is large.
    await db.rows(
      `INSERT INTO answer_revision (partner_id, enterprise_id, evaluation_id, step_code, field_key, revision, value, operation_id, author_user_id, author_name)
       SELECT partner_id, enterprise_id, evaluation_id, step_code, field_key, revision, value, gen_random_uuid(), author_user_id, author_name
       FROM answer WHERE partner_id = $1`,
      [partnerId],
    )
  })
}

async function addPeople(app: DataSource, partnerId: string): Promise<BenchPeople> {
  const enterpriseId = md5Id(`enterprise ${partnerId}7`)
  const evaluationId = md5Id(`evaluation ${partnerId}7`)
  const tenant = new Tenant(app, { partnerId, userId: partnerId, enterpriseId: null })
  const tokens: Record<string, string> = {}
  await tenant.write(async (db) => {
    for (const [name, role, place] of [
      ['admin', 'partnerAdmin', null],
      ['manager', 'manager', enterpriseId],
      ['lead', 'platformLead', null],
    ] as const) {
      const membershipId = idOf(`bench membership ${name}`)
      tokens[name] = `bench-${name}-${partnerId}`
      await db.rows(
        `INSERT INTO membership (partner_id, id, user_id, role, enterprise_id, person_name, person_email) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [partnerId, membershipId, idOf(`bench user ${name}`), role, place, name, `${name}@bench.example`],
      )
      await db.rows(
        `INSERT INTO api_token (partner_id, id, membership_id, name, token_hash, expires_at) VALUES ($1, $2, $3, 'bench', $4, now() + interval '1 day')`,
        [partnerId, idOf(`bench token ${name}`), membershipId, hashToken(tokens[name])],
      )
    }
  })
  return {
    partnerId,
    enterpriseId,
    evaluationId,
    admin: tokens['admin']!,
    manager: tokens['manager']!,
    lead: tokens['lead']!,
  }
}
