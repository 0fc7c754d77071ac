import { createHmac } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import pg from 'pg'
import { existsSync, statSync } from "node:fs"
const dir = '/tmp/vises-bench-Okvbgy'
const secret = process.env.VISES_SECRET ?? readFileSync(dir + '/secret', 'utf8').trim()
const port = readFileSync(dir + '/postgres/cluster/data/postmaster.pid', 'utf8').split('\n')[3]
const password = createHmac('sha256', secret).update('database role vises_app').digest('base64url')
const c = new pg.Client({ host: '127.0.0.1', port, user: 'vises_app', password, database: 'vises' })
await c.connect()
const own = new pg.Client({ host: '127.0.0.1', port, user: 'vises_owner', password: createHmac('sha256', secret).update('database owner').digest('base64url'), database: 'vises' })
await own.connect()
const pid = (await own.query(`SELECT id FROM partner WHERE position >= 0 ORDER BY position DESC LIMIT 1`)).rows[0].id
await c.query(`BEGIN; SET LOCAL app.partner_id = '${pid}'; SET LOCAL app.enterprise_id = ''; SET LOCAL app.user_id = '${pid}'`)
console.log((await c.query('select count(*) from enterprise where partner_id=$1', [pid])).rows)
const { statements } = await import('/tmp/imp/statements.mjs')
for (const [name, text, values] of statements(pid)) {
  const times = []
  for (let n = 0; n < 60; n++) { const t = performance.now(); await c.query({ name, text, values }); times.push(performance.now() - t) }
  times.sort((a, b) => a - b)
  console.log(name, 'p50', times[30].toFixed(2))
  if (process.argv[2]) console.log((await c.query(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values)).rows.map((r) => r['QUERY PLAN']).join('\n'))
}
await c.end(); await own.end()
