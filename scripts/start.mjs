// npm start: installs what is missing, builds what has changed, runs VISES until it is told to stop.
import './lib/require-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { anotherPort, checkDataFolder, checkNotRunning, checkPort, portFrom } from './lib/checks.mjs'
import { killGroups, runQuietly, stopGroups } from './lib/groups.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { whenNpmIsGone } from './lib/parents.mjs'
import { databaseFolder, dataFolder, root } from './lib/project.mjs'
import { orSentence, Sentence } from './lib/sentence.mjs'
import { onStopRequest } from './lib/signals.mjs'
import { duration, quietEnv, tool, turboRun } from './lib/tools.mjs'

const patience = 20_000
const dataDir = dataFolder()
const say = (line) => console.log(line)

let api
let isStopping = false

const stop = onStopRequest({
  first() {
    isStopping = true
    if (!api) return leaveBeforeStart()
    api.kill('SIGTERM')
    setTimeout(stopNow, patience).unref()
  },
  again: stopNow,
})
whenNpmIsGone(() => stop('SIGTERM'))

await orSentence(async () => {
  const port = portFrom(process.env.PORT, 4000)
  checkDataFolder(dataDir)
  await checkNotRunning(dataDir, 'npm start')
  await checkPort(port, anotherPort(port, 'npm start'))
  await unlessStopped(ensureInstalled(say))
  await unlessStopped(build())
  process.exitCode = await run(port)
})

/** A step that is stopped fails, or passes just in time: either way nothing is said and nothing follows. */
async function unlessStopped(step) {
  await step.catch((error) => isStopping || Promise.reject(error))
  if (isStopping) await new Promise(() => {})
}

async function build() {
  const since = Date.now()
  say('Building …')
  const { code, said } = await runQuietly(tool('turbo'), turboRun('build'), { env: quietEnv })
  if (isStopping) return
  if (code === 0) say(`Built in ${duration(since)}`)
  else throw new Sentence(`${said}\nVISES could not be built, see above.`)
}

async function run(port) {
  const main = path.join(root, 'apps', 'api', 'dist', 'main.mjs')
  if (!existsSync(main)) throw new Sentence(`The build has left no ${main}.`)
  say('Starting …')
  const follow = pathToFileURL(path.join(root, 'scripts', 'lib', 'stop-with-parent.mjs')).href
  api = spawn(process.execPath, ['--import', follow, main, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PORT: String(port), VISES_DATA_DIR: dataDir },
  })
  const [code, signal] = await new Promise((resolve) => api.once('exit', (...how) => resolve(how)))
  await stopDatabase({ immediately: signal === 'SIGKILL' && isStopping })
  if (signal && !isStopping) say(`VISES was ended by ${signal}.`)
  return code ?? 128 + os.constants.signals[signal]
}

/** An API that ends in order has stopped its database; one that was killed has not. */
async function stopDatabase({ immediately }) {
  const { stopLeftover } = await import('../packages/embedded-postgres/src/index.mjs')
  await stopLeftover({ dir: databaseFolder(dataDir), immediately, log: say })
}

async function leaveBeforeStart() {
  await stopGroups()
  process.exit(130)
}

function stopNow() {
  killGroups()
  if (api) api.kill('SIGKILL')
  else process.exit(130)
}
