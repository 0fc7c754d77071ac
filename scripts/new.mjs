// npm run new -- use-case <module> <verb-noun>, or npm run new -- area <admin|client> <name>: writes the first files of it.
import './lib/require-node.mjs'
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { root } from './lib/project.mjs'
import { orSentence, Sentence } from './lib/sentence.mjs'
import { tool } from './lib/tools.mjs'
import { newArea } from './new/area.mjs'
import { newUseCase } from './new/use-case.mjs'

const usage = [
  'Say what is new:',
  '  npm run new -- use-case <module> <verb-noun> [--about enterprise|evaluation]',
  '  npm run new -- area <admin|client> <name>',
].join('\n')

await orSentence(() => {
  const { positionals, values } = parseArgs({ options: { about: { type: 'string' } }, allowPositionals: true })
  const [kind, where, name, ...more] = positionals
  if (!name || more.length > 0) throw new Sentence(usage)
  const { files, left } = make(kind, where, name, values)
  // How long a name is decides where lines break.
  spawnSync(tool('oxfmt'), files, { cwd: root, shell: process.platform === 'win32' })
  for (const file of files) console.log(`Wrote ${file}`)
  console.log(['', ...left].join('\n'))
})

function make(kind, where, name, { about }) {
  if (kind === 'use-case') return newUseCase(root, { module: where, name, about })
  if (kind === 'area') return newArea(root, { app: where, name })
  throw new Sentence(usage)
}
