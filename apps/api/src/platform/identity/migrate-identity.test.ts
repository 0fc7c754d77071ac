import { anIdentityDatabase, type IdentityDatabase } from './identity-bench.ts'
import { migrateIdentity } from './migrate-identity.ts'

let database: IdentityDatabase

beforeAll(async () => {
  database = await anIdentityDatabase()
})
afterAll(() => database.drop())

test('every table lies in schema auth, with ids of type uuid', async () => {
  const { rows } = await database.owner.query(
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY name`,
  )
  const tables = ['account', 'attempt', 'session', 'twoFactor', 'user', 'verification']
  expect(rows).toEqual(tables.map((name) => ({ schema: 'auth', name })))
  const { rows: ids } = await database.owner.query(
    `SELECT DISTINCT data_type FROM information_schema.columns WHERE table_schema = 'auth' AND column_name IN ('id', 'userId')`,
  )
  expect(ids).toEqual([{ data_type: 'uuid' }])
})

test('the role of identity reads and writes its tables, and can neither build nor drop', async () => {
  const pool = database.connect()
  await pool.query(`INSERT INTO attempt VALUES ('x', '{}')`)
  await pool.query(`DELETE FROM attempt WHERE bucket = 'x'`)
  for (const sql of [
    'CREATE TABLE auth.mine (id int)',
    'DROP TABLE auth.session',
    'TRUNCATE auth.session',
    'CREATE TABLE public.mine (id int)',
  ]) {
    await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' })
  }
})

test('it sees no other schema', async () => {
  await database.owner.query('CREATE SCHEMA secret CREATE TABLE secret.plan (id int)')
  await expect(database.connect().query('SELECT * FROM secret.plan')).rejects.toMatchObject({ code: '42501' })
})

test('running it again, by eight processes at once, changes nothing', async () => {
  const before = await columns()
  await Promise.all(Array.from({ length: 8 }, () => migrateIdentity(database.owner, { auth: database.role })))
  expect(await columns()).toEqual(before)
})

test('a failure leaves nothing half made, and the connection as it was', async () => {
  await expect(migrateIdentity(database.owner, { auth: 'role "nobody" has' })).rejects.toMatchObject({ code: '42704' })
  const { rows } = await database.owner.query('SHOW search_path')
  expect(rows).toEqual([{ search_path: '"$user", public' }])
})

async function columns() {
  const { rows } = await database.owner.query(
    `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'auth' ORDER BY 1, 2`,
  )
  return rows
}
