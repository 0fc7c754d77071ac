import { Client, Pool } from 'pg'
import type { Services } from '../../platform/context.ts'
import { idOf } from '../../platform/id.ts'
import { log } from '../../platform/log.ts'
import { computeRelease } from '../comparison/compute-release.ts'
import { compileMethod } from '../method/compile-method.ts'
import { methodVersions } from '../method/data/index.ts'
import { hashToken } from '../../platform/context.ts'
import { linkToken } from '../collection/link-token.ts'
import { partnerId } from '../programme/load-reference.ts'
import { DEMO_PASSWORD, demoAccounts } from './accounts.ts'
import { demoPilots } from './data/index.ts'
import { DemoCalendar, momentOf } from './demo-calendar.ts'
import { castOf, inventedPerson, languageOf } from './demo-cast.ts'
import { demoEnterpriseId, rowsOf } from './demo-rows.ts'
import type { TableRows } from './demo-rows.ts'
import { targetsOf } from './demo-targets.ts'
import { pilotInTime } from './demo-words.ts'

const DEMO_LOCK = 7_351_906
const FIRST_RELEASE = idOf('demo release 1')

/** How to reach the database: as the API, which writes the demo, and as the jobs, which fill `shared`. */
export interface DemoDatabase {
  appUrl: string
  workerUrl: string
}

/**
 * Loads the demo into an installation where nobody has worked yet, whole or not at all; otherwise does nothing. Everything
 * but the user ids of the accounts follows from `today`.
 */
export async function loadDemoWhenEmpty(
  services: Services,
  database: DemoDatabase,
  tell: (text: string) => void,
  today = new Date().toISOString().slice(0, 10),
): Promise<boolean> {
  const worker = new Pool({ connectionString: database.workerUrl, max: 2 })
  const app = new Client({ connectionString: database.appUrl })
  // The query that runs then fails too, and tells.
  app.on('error', (error) => log.warn({ err: error }, 'lost the connection that loads the demo'))
  try {
    if (!(await isEmpty(worker))) return false
    await app.connect()
    await app.query('BEGIN')
    await app.query('SELECT pg_advisory_xact_lock($1)', [DEMO_LOCK])
    // Another process may have loaded it while this one waited.
    if (!(await isEmpty(worker))) return false
    tell('Loading the demo: 56 invented enterprises')
    await writeDemo(app, await makeAccounts(services), today, services.settings.secret)
    // Should this process end before the lines below are done, the queue does them.
    await app.query('SELECT enqueue($1, $2, $3)', [
      'computeRelease',
      JSON.stringify({ releaseId: FIRST_RELEASE }),
      'demoRelease',
    ])
    await app.query('COMMIT')
    await computeRelease(worker, FIRST_RELEASE)
    return true
  } finally {
    await app.end().catch(() => undefined)
    await worker.end()
  }
}

/** Whether the demo is in this installation: one that began empty has neither its accounts nor its badge. */
export async function hasDemo({ identity }: Services): Promise<boolean> {
  return (await identity.findUserByEmail(demoAccounts[0]!.email)) !== undefined
}

/** Asked as the jobs' role: the API sees one partner at a time, the owner none. */
async function isEmpty(worker: Pool): Promise<boolean> {
  const { rows } = await worker.query(
    'SELECT EXISTS (SELECT FROM enterprise) OR EXISTS (SELECT FROM membership) AS used',
  )
  return !rows[0].used
}

/** The accounts that can sign in, by address; kept when an earlier start made them. */
async function makeAccounts({ identity }: Services): Promise<Map<string, string>> {
  const found = await Promise.all(
    demoAccounts.map(async ({ email, name, language }) => {
      const known = await identity.findUserByEmail(email)
      const user = known ?? (await identity.createUser({ email, name, language, password: DEMO_PASSWORD, demo: true }))
      return [email, user.id] as const
    }),
  )
  return new Map(found)
}

/** One transaction over all partners: a half loaded demo would never be completed. */
async function writeDemo(
  app: Client,
  users: ReadonlyMap<string, string>,
  today: string,
  secret: string,
): Promise<void> {
  const calendar = new DemoCalendar(today)
  const methods = new Map(methodVersions.map((version) => [version.code, compileMethod(version)]))
  const codes = [
    ...new Set([
      ...demoAccounts.flatMap(({ places }) => places.map(({ partner }) => partner)),
      ...demoPilots.map(({ partner }) => partner),
    ]),
  ]
  for (const code of codes) {
    const pilots = demoPilots.filter(({ partner }) => partner === code)
    const rows: TableRows = { enterprise: [], evaluation: [], membership: staffOf(code, users, calendar) }
    for (const [index, pilot] of pilots.entries()) {
      const isLast = index === pilots.length - 1
      const cast = castOf(pilot, users, isLast)
      add(rows, rowsOf(pilotInTime(pilot, calendar), cast, methods.get(pilot.methodVersion)!, calendar))
    }
    for (const link of rows.collection_link ?? []) link.token_hash = hashToken(linkToken(secret, link.nonce as string))
    add(rows, { cohort_target: targetsOf(code, demoPilots) })
    await app.query(
      `SET LOCAL app.partner_id = '${partnerId(code)}'; SET LOCAL app.enterprise_id = ''; SET LOCAL app.user_id = '${partnerId(code)}'`,
    )
    for (const [table, list] of Object.entries(rows)) await insert(app, table, list)
  }
  await app.query('UPDATE method_version SET frozen_at = $2 WHERE code = ANY($1) AND frozen_at IS NULL', [
    [...new Set(demoPilots.map(({ methodVersion }) => methodVersion))],
    momentOf(today),
  ])
}

/** The people who work for a partner, and the enterprise people who have an account beside the pilot's own cast. */
function staffOf(code: string, users: ReadonlyMap<string, string>, calendar: DemoCalendar): Record<string, unknown>[] {
  const since = momentOf(calendar.day('2017-01-09'))
  const partner_id = partnerId(code)
  const cast = (name: string) => demoPilots.find((pilot) => 'code' in pilot && pilot.code === name)!
  const accounts = demoAccounts.flatMap(({ email, name, places }) =>
    places
      .filter((place) => place.partner === code && !(place.enterprise && isInCast(place.role, place.enterprise, email)))
      .map(({ role, enterprise }, index) => ({
        partner_id,
        id: idOf(`demo membership ${email} ${role}`),
        user_id: users.get(email)!,
        role,
        enterprise_id: enterprise ? demoEnterpriseId(cast(enterprise)) : null,
        person_name: name,
        person_email: email,
        // The place named first is the one in use after signing in.
        created_at: index === 0 ? since : momentOf(calendar.day('2017-06-01')),
      })),
  )
  const pilot = demoPilots.find(({ partner }) => partner === code)
  if (!pilot || accounts.some(({ role }) => role === 'coach')) return accounts
  const coach = inventedPerson(`coach ${code}`, languageOf(pilot))
  return [
    ...accounts,
    {
      partner_id,
      id: idOf(`demo membership coach ${code}`),
      user_id: coach.userId,
      role: 'coach',
      enterprise_id: null,
      person_name: coach.name,
      person_email: coach.email,
      created_at: since,
    },
  ]
}

/** Whether the pilot's own rows hold this membership already: its manager, and the first of its contributors. */
function isInCast(role: string, enterprise: string, email: string): boolean {
  const first = demoAccounts.find(({ places }) =>
    places.some((place) => place.role === role && place.enterprise === enterprise),
  )
  return first?.email === email
}

function add(rows: TableRows, more: TableRows): void {
  for (const [table, list] of Object.entries(more)) (rows[table] ??= []).push(...list)
}

async function insert(app: Client, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ')
  await app.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}
