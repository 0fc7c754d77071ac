// npm run dev: the API and both apps, each rebuilding when its files change.
import './lib/require-node.mjs'
import { anotherPort, checkDataFolder, checkNotRunning, checkPort, portFrom } from './lib/checks.mjs'
import { killGroups, runQuietly, startGroup, stopGroups } from './lib/groups.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { whenNpmIsGone } from './lib/parents.mjs'
import { databaseFolder, dataFolder } from './lib/project.mjs'
import { orSentence, Sentence } from './lib/sentence.mjs'
import { onStopRequest } from './lib/signals.mjs'
import { npm, quietEnv, tool, turboRun } from './lib/tools.mjs'

const dataDir = dataFolder()
let isStopping = false

const stop = onStopRequest({
  first() {
    isStopping = true
    return leave(0)
  },
  again: killGroups,
})
whenNpmIsGone(() => stop('SIGTERM'))

await orSentence(async () => {
  const apiPort = portFrom(process.env.PORT, 4000)
  checkDataFolder(dataDir)
  await checkNotRunning(dataDir, 'npm run dev')
  await checkPort(apiPort, anotherPort(apiPort, 'npm run dev'))
  for (const port of [5173, 5174]) await checkPort(port, 'Stop it first.')
  await ensureInstalled(console.log)
  const { code, said } = await runQuietly(tool('turbo'), [...turboRun('generate'), '--filter=@vises/schema'], {
    env: quietEnv,
  })
  if (isStopping) return
  if (code !== 0) throw new Sentence(`${said}\nThe generated code could not be made, see above.`)
  const env = { ...quietEnv, PORT: String(apiPort), VISES_DATA_DIR: dataDir }
  const ends = ['api', 'admin', 'client'].map(async (name) => ({ name, ...(await startServer(name, env)) }))
  const first = await Promise.race(ends)
  if (isStopping) return
  console.error(`@vises/${first.name} ended${first.problem ? ` (${first.problem})` : ''}: stopping the others.`)
  await leave(first.code || 1)
})

function startServer(name, env) {
  const group = startGroup(npm, ['run', '--silent', 'dev', '-w', `@vises/${name}`], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of ['stdout', 'stderr']) prefixLines(group.child[stream], process[stream], `${name.padEnd(6)} | `)
  return group.ended
}

function prefixLines(from, to, prefix) {
  let rest = ''
  from.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    for (const line of lines) to.write(`${prefix}${line}\n`)
  })
  from.on('end', () => rest && to.write(`${prefix}${rest}\n`))
}

async function leave(code) {
  await stopGroups()
  const { stopLeftover } = await import('../packages/embedded-postgres/src/index.mjs')
  await stopLeftover({ dir: databaseFolder(dataDir), log: console.log })
  process.exit(code)
}
