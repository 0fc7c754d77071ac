// npm run proof:submit-kill: the API dies by kill -9 two hundred times while answers come in; devices send again until they
// are told that their answer is taken. Afterwards each acknowledged answer is stored, once.
import { randomUUID } from 'node:crypto'
import { anOpenWave, aProduct, fortyAnswers, publishForty, submit } from './product.mjs'

const kills = Number(process.argv[2] ?? 200)
const CLIENTS = 24
const SHEETS = 4
const product = await aProduct()
let problem
try {
  const token = await product.token()
  const published = await publishForty(product, token)
  const open = await anOpenWave(product, token, published)
  const sheets = []
  for (let n = 0; n < SHEETS; n++) sheets.push(await anOpenWave(product, token, published, { sheet: 1000 }))
  const waves = [open.waveId, ...sheets.map(({ waveId }) => waveId)]
  const onceTokens = sheets.flatMap(({ tokens }) => tokens)

  const acknowledged = []
  const refused = []
  let cut = 0
  const state = { over: false }
  let turn = 0
  const client = async () => {
    while (!state.over) {
      const once = turn++ % 2 === 1 && onceTokens.length > 0
      const body = {
        token: once ? onceTokens.pop() : open.tokens[0],
        id: randomUUID(),
        version: 1,
        language: 'fr',
        answers: fortyAnswers(),
        seconds: 200,
      }
      // As a phone does: the same words again, until they are taken.
      for (;;) {
        const answer = await submit(product.port, body).catch((error) => {
          // Refused while nobody listens is no proof: what counts is to be cut off between request and answer.
          if (error.code !== 'ECONNREFUSED') cut++
        })
        if (answer?.json?.accepted) {
          acknowledged.push(body.id)
          break
        }
        if (answer && ![429, 500, 503].includes(answer.status)) {
          refused.push(answer.json)
          break
        }
        await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 70))
      }
    }
  }
  const clients = Array.from({ length: CLIENTS }, client)
  for (let n = 1; n <= kills; n++) {
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 500))
    await product.kill()
    await product.start()
    if (n % 20 === 0) console.log(`${n} kills, ${acknowledged.length} answers acknowledged, ${cut} requests cut off`)
  }
  state.over = true
  await Promise.all(clients)

  const stored = await product.rows('SELECT id FROM response WHERE wave_id = ANY($1)', [waves])
  const [{ waiting }] = await product.rows(
    'SELECT count(*)::int AS waiting FROM response_pending WHERE wave_id = ANY($1)',
    [waves],
  )
  const [{ spent }] = await product.rows(
    'SELECT sum(bit_count(spent))::int AS spent FROM wave_spent WHERE wave_id = ANY($1)',
    [waves],
  )
  const [{ once }] = await product.rows('SELECT count(*)::int AS once FROM response WHERE wave_id = ANY($1)', [
    waves.slice(1),
  ])
  const ids = new Set(stored.map(({ id }) => id))
  const lost = acknowledged.filter((id) => !ids.has(id)).length
  const doubled = stored.length - new Set(acknowledged).size
  console.log(
    `${kills} kills, ${cut} requests cut off: ${acknowledged.length} acknowledged, ${stored.length} stored, ${lost} lost, ${doubled} doubled, ` +
      `${refused.length} refused; ${once} through links that work once, ${spent} of these spent; ${waiting} wait to be counted`,
  )
  if (lost || doubled || refused.length || once !== spent) problem = 'what is stored is not what was acknowledged'
  else if (cut < kills) problem = `only ${cut} requests were cut off: the kills did not hit`
} finally {
  await product.stop()
}
console.log(problem ? `FAILED: ${problem}` : 'Nothing acknowledged was lost, nothing was doubled.')
process.exit(problem ? 1 : 0)
