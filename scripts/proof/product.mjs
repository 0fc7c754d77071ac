// A running product of a proof: the built API with its own database in a folder of its own, killed and started at will.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { databaseFolder, root } from '../lib/project.mjs'

const followParent = pathToFileURL(path.join(root, 'scripts/lib/stop-with-parent.mjs')).href
// A long proof can run from a copy of the build, so that a new build does not come between.
const built = (name) => path.join(process.env.VISES_PROOF_DIST ?? path.join(root, 'apps/api/dist'), name)

/** Starts the product with its demo on a free port. `kill()` ends it as a power cut would; the database stays. */
export async function aProduct() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'vises-proof-'))
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    VISES_DATA_DIR: dataDir,
    NODE_ENV: 'production',
    VISES_DEMO: 'true',
    VISES_TRUST_PROXY: '1',
    VISES_LOG_LEVEL: 'fatal',
  }
  delete env.DATABASE_URL
  let api
  const product = {
    port,
    dataDir,
    async start() {
      api = spawn(process.execPath, ['--import', followParent, built('main.mjs')], {
        env,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      await untilReady(port, api)
    },
    /** kill -9. */
    async kill() {
      const gone = new Promise((resolve) => api.once('exit', resolve))
      api.kill('SIGKILL')
      await gone
    },
    async stop() {
      const gone = new Promise((resolve) => api.once('exit', resolve))
      if (api.exitCode === null && api.signalCode === null) {
        api.kill('SIGTERM')
        await gone
      }
      const { stopLeftover } = await import('../../packages/embedded-postgres/src/index.mjs')
      await stopLeftover({ dir: databaseFolder(dataDir), log: () => {} })
      rmSync(dataDir, { recursive: true, force: true })
    },
    token: () => tokenOf(env),
    rows: (sql, values) => rowsOf(dataDir, sql, values),
  }
  await product.start()
  return product
}

async function untilReady(port, api) {
  for (let tries = 0; tries < 1200; tries++) {
    if (api.exitCode !== null) throw new Error(`The API ended with ${api.exitCode} while it started.`)
    const answer = await post(port, '/readyz', undefined, { method: 'GET' }).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The API did not become ready.')
}

/** An API token of the demo's manager. */
function tokenOf(env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [built('token.mjs'), '--user', 'manager.textura@demo.vises.example'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.once('exit', (code) => (code === 0 ? resolve(said.trim()) : reject(new Error(`no token: ${said}`))))
  })
}

/** What is really stored: read as the owner, with the fences lifted for the length of one transaction. */
async function rowsOf(dataDir, sql, values) {
  const { ownerUrl } = JSON.parse(readFileSync(path.join(dataDir, 'instance.json'), 'utf8'))
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const lifted = ['response', 'response_pending', 'wave_spent', 'wave']
    await owner.query(`BEGIN; ${lifted.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`).join('; ')}`)
    const { rows } = await owner.query(sql, values)
    await owner.query('ROLLBACK')
    return rows
  } finally {
    await owner.end()
  }
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1000 })

/** One request; fails when the connection does. */
export function post(port, url, body, { method = 'POST', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path: url,
        method,
        agent,
        headers: text
          ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers }
          : headers,
      },
      (response) => {
        const chunks = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('error', reject)
        response.on('aborted', () => reject(new Error('cut off')))
        response.on('end', () => {
          const said = Buffer.concat(chunks).toString('utf8')
          try {
            resolve({ status: response.statusCode, json: said ? JSON.parse(said) : undefined })
          } catch {
            resolve({ status: response.statusCode, json: undefined })
          }
        })
      },
    )
    request.on('error', reject)
    request.end(text)
  })
}

/** The signed-in API, by a token. */
export async function ask(port, token, query, variables) {
  const { json } = await post(port, '/graphql', { query, variables }, { headers: { authorization: `Bearer ${token}` } })
  if (!json?.data) throw new Error(JSON.stringify(json?.errors ?? json))
  return json.data
}

const FORTY = {
  title: { fr: 'Preuve' },
  baseLanguage: 'fr',
  languages: ['fr'],
  choiceLists: { places: ['lille', 'kortrijk', 'mons'].map((name) => ({ name, label: { fr: name } })) },
  items: Array.from({ length: 40 }, (_, n) => {
    const kind = ['scale', 'agreement', 'single', 'yesNo', 'shortText'][n % 5]
    return { kind, key: `q${n}`, label: { fr: `Question ${n}` }, ...(kind === 'single' ? { choices: 'places' } : {}) }
  }),
}

/** Answers to the forty questions, other ones each time. */
export const fortyAnswers = () => {
  const pick = (most) => Math.floor(Math.random() * most)
  return Object.fromEntries(
    FORTY.items.map(({ key }, n) => [
      key,
      [pick(11), 1 + pick(5), ['lille', 'kortrijk', 'mons'][pick(3)], pick(2) ? 'yes' : 'no', `Un mot ${pick(1000)}`][
        n % 5
      ],
    ]),
  )
}

/** Publishes forty questions through the API, as a manager does. */
export async function publishForty({ port }, token) {
  const { viewer } = await ask(port, token, '{ viewer { membership { enterpriseId } } }')
  const { enterpriseId } = viewer.membership
  const { createQuestionnaire } = await ask(
    port,
    token,
    `mutation ($input: CreateQuestionnaireInput!) { createQuestionnaire(input: $input) { questionnaire { id draftRevision } } }`,
    { input: { enterpriseId, title: 'Preuve', baseLanguage: 'fr' } },
  )
  const questionnaireId = createQuestionnaire.questionnaire.id
  const { saveDraft } = await ask(
    port,
    token,
    `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { questionnaire { draftRevision } problem } }`,
    {
      input: {
        questionnaireId,
        revision: createQuestionnaire.questionnaire.draftRevision,
        draft: FORTY,
        operationId: crypto.randomUUID(),
      },
    },
  )
  const { publishQuestionnaire } = await ask(
    port,
    token,
    `mutation ($input: PublishQuestionnaireInput!) { publishQuestionnaire(input: $input) { problem version { number } } }`,
    { input: { questionnaireId, revision: saveDraft.questionnaire.draftRevision } },
  )
  if (publishQuestionnaire.problem) throw new Error(`not published: ${publishQuestionnaire.problem}`)
  return { questionnaireId, version: publishQuestionnaire.version.number }
}

/** An open wave with a way to answer; gives the tokens of its links. */
export async function anOpenWave({ port }, token, published, { settings = {}, sheet = 0 } = {}) {
  const { createWave } = await ask(
    port,
    token,
    `mutation ($input: CreateWaveInput!) { createWave(input: $input) { problem wave { id } } }`,
    { input: { ...published, settings } },
  )
  const waveId = createWave.wave.id
  await ask(port, token, `mutation ($id: ID!) { openWave(waveId: $id) { problem } }`, { id: waveId })
  const input = { waveId, label: 'Preuve' }
  const made = sheet
    ? await ask(
        port,
        token,
        `mutation ($input: CreateLinkInput!, $count: Int!) { made: createSingleUseLinks(input: $input, count: $count) { wave { links { id } } } }`,
        { input, count: sheet },
      )
    : await ask(
        port,
        token,
        `mutation ($input: CreateLinkInput!) { made: createLink(input: $input) { wave { links { id } } } }`,
        {
          input,
        },
      )
  const { linkAddresses } = await ask(
    port,
    token,
    `query ($w: ID!, $l: [ID!]!) { linkAddresses(waveId: $w, linkIds: $l) { address } }`,
    { w: waveId, l: made.made.wave.links.map(({ id }) => id) },
  )
  return { waveId, tokens: linkAddresses.map(({ address }) => address.split('#')[1]) }
}

let people = 0
/** A submission from an address of its own, as from somebody's phone. */
export const submit = (port, body) =>
  post(port, '/api/q/submit', body, {
    headers: { 'x-forwarded-for': `81.${(people++ >> 16) & 255}.${(people >> 8) & 255}.${people & 255}` },
  })

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
    server.on('error', reject)
  })
}
