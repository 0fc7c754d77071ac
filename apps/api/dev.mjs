// npm run dev: builds anew when a file changes and restarts the API with it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const here = import.meta.dirname
const rolldown = path.join(here, '../../node_modules/rolldown/bin/cli.mjs')
const build = spawn(process.execPath, [rolldown, '-c', 'rolldown.config.mjs', '--watch'], {
  cwd: here,
  stdio: ['ignore', 'ignore', 'inherit'],
})
while (!existsSync(path.join(here, 'dist/main.mjs'))) await new Promise((resolve) => setTimeout(resolve, 200))
const api = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'dist/main.mjs', ...process.argv.slice(2)], {
  cwd: here,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    api.kill(signal)
    build.kill(signal)
  })
}
api.on('exit', (code) => {
  build.kill('SIGTERM')
  process.exitCode = code ?? 0
})
