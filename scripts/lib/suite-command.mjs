import { rmSync } from 'node:fs'
import path from 'node:path'
import { killGroups } from './groups.mjs'
import { ensureInstalled } from './install.mjs'
import { whenNpmIsGone } from './parents.mjs'
import { root } from './project.mjs'
import { orSentence } from './sentence.mjs'
import { onStopRequest } from './signals.mjs'
import { runStages, stopStages } from './stages.mjs'

/** Installs what is needed, runs the stages, and ends with a code that says whether all is well. */
export async function runSuite(groups) {
  const stop = onStopRequest({
    async first() {
      await stopStages()
      process.exit(130)
    },
    again() {
      killGroups()
      process.exit(130)
    },
  })
  whenNpmIsGone(() => stop('SIGTERM'))
  await orSentence(() => ensureInstalled(console.log))
  if (process.exitCode) return console.log('0 passed, 1 failed')
  rmSync(path.join(root, 'test-results'), { recursive: true, force: true })
  if (!(await runStages(groups()))) process.exitCode = 1
}
