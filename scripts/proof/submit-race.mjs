// npm run proof:submit-race: a link that works once under 200 answers at once, a quota under 500, against the running product.
import { randomUUID } from 'node:crypto'
import { anOpenWave, aProduct, fortyAnswers, publishForty, submit } from './product.mjs'

const rounds = Number(process.argv[2] ?? 3)
const product = await aProduct()
let failed = false
try {
  const token = await product.token()
  const published = await publishForty(product, token)
  for (let round = 1; round <= rounds; round++) {
    const once = await anOpenWave(product, token, published, { sheet: 1 })
    await race(`round ${round}: a link that works once, 200 answers at once`, once, 200, 1)
    for (const quota of [1, 37, 250]) {
      const wave = await anOpenWave(product, token, published, { settings: { quota } })
      await race(`round ${round}: a quota of ${quota}, 500 answers at once`, wave, 500, quota)
    }
  }
} finally {
  await product.stop()
}
console.log(failed ? 'FAILED' : 'All races ended as they must.')
process.exit(failed ? 1 : 0)

async function race(name, { waveId, tokens }, count, expected) {
  const bodies = Array.from({ length: count }, () => ({
    token: tokens[0],
    id: randomUUID(),
    version: 1,
    language: 'fr',
    answers: fortyAnswers(),
  }))
  const started = performance.now()
  const answers = await Promise.all(bodies.map((body) => submit(product.port, body)))
  const took = performance.now() - started
  const accepted = bodies.filter((_, index) => answers[index].json?.accepted)
  const refusals = [...new Set(answers.map(({ json }) => json?.problem).filter(Boolean))]
  const stored = await product.rows('SELECT id FROM response WHERE wave_id = $1', [waveId])
  const same = stored.length === accepted.length && accepted.every(({ id }) => stored.some((row) => row.id === id))
  const good = accepted.length === expected && same && refusals.every((one) => one === 'spent' || one === 'full')
  failed ||= !good
  console.log(
    `${good ? 'ok  ' : 'FAIL'} ${name}: ${accepted.length} accepted, ${stored.length} stored, others: ${refusals.join(', ')} (${Math.round(took)} ms)`,
  )
}
