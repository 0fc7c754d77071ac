import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '@vises/embedded-postgres'
import pg from 'pg'

/** One real PostgreSQL for all test files; each file gets a database of its own, copied from a migrated template. */
export default async function setUp() {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'vises-test-'))
  const server = await startEmbedded({ dir, database: 'postgres', durable: false, log: () => undefined })
  globalThis.testServer = { ...server, dir, stop: () => server.stop() }
  const root = new pg.Client({ connectionString: server.url })
  await root.connect()
  await root.query(`CREATE ROLE vises_owner LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD 'test'`)
  await root.query('CREATE DATABASE template_vises OWNER vises_owner')
  await root.end()
  const url = new URL(server.url)
  url.username = 'vises_owner'
  url.password = 'test'
  url.pathname = '/template_vises'
  process.env.TEST_OWNER_URL = url.toString()
  process.env.TEST_ROOT_URL = server.url
}
