import { Client } from 'pg'
import { Sentence } from './sentence.mjs'

/** Opens a connection for maintenance. */
export async function connect(url) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // a lost connection fails the query that is under way
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Sentence(`The database does not answer at ${client.host}:${client.port}: ${error.message || error.code}`)
  }
  return client
}

/** The tables whose rows a dump holds: ours, not the system's and not those that come with an extension. */
export async function listTables(client) {
  const { rows } = await client.query(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.relpersistence <> 't'
        and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Counts the rows of each table, as the connection sees them. */
export async function countRows(client) {
  const counts = {}
  for (const table of await listTables(client)) {
    const { rows } = await client.query(`select count(*) as n from only ${table}`)
    counts[table] = Number(rows[0].n)
  }
  return counts
}

/** Counts the rows of each table of each database, on a server that is ours alone. */
export async function countAllRows(superuserUrl) {
  const server = await connect(superuserUrl)
  const { rows } = await server.query(
    'select datname from pg_database where datallowconn and not datistemplate order by 1',
  )
  await server.end()
  const counts = {}
  for (const { datname } of rows) {
    const url = new URL(superuserUrl)
    url.pathname = `/${encodeURIComponent(datname)}`
    const client = await connect(url.href)
    counts[datname] = await countRows(client)
    await client.end()
  }
  return counts
}

/** Names the first tables whose counts differ, or nothing when all agree. */
export function differences(expected, found) {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .filter((table) => expected[table] !== found[table])
    .map((table) => `${table}: ${expected[table] ?? 'no table'} expected, ${found[table] ?? 'no table'} found`)
}
