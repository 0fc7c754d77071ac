// npm run proof:export-kill: the product is killed while it writes a file of answers; the file comes whole, or not at all.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { anOpenWave, aProduct, ask, fortyAnswers, publishForty } from './product.mjs'

const rounds = Number(process.argv[2] ?? 3)
const ANSWERS = 60_000
const product = await aProduct()
let failed = false
try {
  const token = await product.token()
  const published = await publishForty(product, token)
  const { waveId } = await anOpenWave(product, token, published)
  await fillWave(waveId)
  for (let round = 1; round <= rounds; round++) {
    const { startExport } = await ask(
      product.port,
      token,
      'mutation ($input: StartExportInput!) { startExport(input: $input) { problem export { id } } }',
      { input: { questionnaireId: published.questionnaireId, waveId, format: 'csv', language: 'fr' } },
    )
    const { id } = startExport.export
    await until(() => files(id).some((name) => name.endsWith('.part')), 60)
    await product.kill()
    const left = files(id)
    if (left.some((name) => !name.endsWith('.part'))) console.log(`round ${round}: it was done before it was killed`)
    await product.start()
    const start = performance.now()
    const done = await until(async () => {
      const file = await exportOf(token, published.questionnaireId, id)
      return file.status === 'done' || file.status === 'failed' ? file : undefined
    }, 240)
    const { bytes, sha256, lines } = await load(token, done.address)
    const right =
      done.status === 'done' &&
      bytes === done.bytes &&
      sha256 === done.sha256 &&
      lines === ANSWERS + 1 &&
      done.rowsTotal === ANSWERS
    failed ||= !right
    console.log(
      `round ${round}: killed with ${left.join(', ')}; ${right ? 'whole' : 'NOT WHOLE'} ${((performance.now() - start) / 1000).toFixed(0)} s after the start, ${lines - 1} answers`,
    )
  }
} finally {
  await product.stop()
}
console.log(failed ? 'FAILED' : 'Every file came whole.')
process.exit(failed ? 1 : 0)

function files(id) {
  const folder = path.join(product.dataDir, 'exports')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(id)) : []
}

async function exportOf(token, questionnaireId, id) {
  const { exports } = await ask(
    product.port,
    token,
    'query ($id: ID!) { exports(questionnaireId: $id) { id status bytes sha256 rowsTotal address } }',
    { id: questionnaireId },
  )
  return exports.find((one) => one.id === id)
}

async function load(token, address) {
  if (!address) return {}
  const response = await fetch(`http://127.0.0.1:${product.port}${address}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    lines: bytes.toString('utf8').split('\r\n').length - 1,
  }
}

/** Puts many answers into the wave at once, past the page: a proof of an hour's submits would prove nothing more. */
async function fillWave(waveId) {
  const { ownerUrl } = JSON.parse(readFileSync(path.join(product.dataDir, 'instance.json'), 'utf8'))
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const tables = ['wave', 'response']
  const fences = (force) => tables.map((table) => `ALTER TABLE ${table} ${force} ROW LEVEL SECURITY`).join('; ')
  await owner.query(`BEGIN; ${fences('NO FORCE')}`)
  await owner.query(
    `INSERT INTO response (partner_id, id, enterprise_id, wave_id, version, language, channel, received_on, answers)
     SELECT w.partner_id, gen_random_uuid(), w.enterprise_id, w.id, 1, 'fr', 'imported', current_date, $2::jsonb
     FROM wave w, generate_series(1, $3::int) WHERE w.id = $1`,
    [waveId, JSON.stringify(fortyAnswers()), ANSWERS],
  )
  await owner.query(`${fences('FORCE')}; COMMIT`)
  await owner.end()
}

async function until(found, seconds) {
  for (let tries = 0; tries < seconds * 50; tries++) {
    const result = await found()
    if (result) return result
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('It did not come.')
}
