import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, loadConfigFromFile } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const { config } = await loadConfigFromFile(
  { command: 'build', mode: 'production' },
  path.join(root, 'vite.config.ts'),
  root,
  'error',
)
/** The texts are compiled as in the real build. */
const plugins = config.plugins.filter(({ name }) => name === 'vises-texts')

/** A module of the app's source as Node can run it: bundled with what it imports. */
export async function load(file) {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins,
    ssr: { noExternal: true },
    build: { ssr: path.join(root, 'src', file), write: false, minify: false },
  })
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vises-client-'))
  try {
    const bundle = path.join(folder, 'module.mjs')
    await writeFile(bundle, output[0].code)
    return await import(pathToFileURL(bundle).href)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
