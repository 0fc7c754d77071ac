import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { runQuietly } from './groups.mjs'
import { root } from './project.mjs'
import { Sentence } from './sentence.mjs'
import { npm, quietEnv, tool } from './tools.mjs'

/** Builds a command of the API, unless it is newer than everything it is made of; answers where it lies. */
export async function ensureBuilt(command) {
  const file = path.join(root, 'apps', 'api', 'dist', `${command}.mjs`)
  if (existsSync(file) && statSync(file).mtimeMs >= newest()) return file
  if (!existsSync(tool('rolldown'))) throw new Sentence('The packages are not installed: run npm install first.')
  const { code, said } = await runQuietly(npm, ['run', '--silent', 'build', '-w', '@vises/api'], { env: quietEnv })
  if (code !== 0) throw new Sentence(`${said}\nVISES could not be built, see above.`)
  return file
}

/** When anything the API is made of was last changed; folders tell of files that came or went. */
function newest() {
  const sources = [
    'apps/api/src',
    'apps/api/rolldown.config.mjs',
    'packages/questionnaire/src',
    'packages/schema/src/limits.ts',
  ]
  return Math.max(...sources.map((source) => lastChange(path.join(root, source))))
}

function lastChange(place) {
  // An image has what was built, and not what it was built from.
  if (!existsSync(place)) return 0
  const own = statSync(place)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(place).map((name) => lastChange(path.join(place, name))))
}
