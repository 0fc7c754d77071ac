// npm run -s token -- --user <email> [--membership <id>]: prints a new API token of that person.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const { status } = spawnSync(process.execPath, [path.join(root, 'apps/api/dist/token.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, VISES_DATA_DIR: process.env.VISES_DATA_DIR ?? path.join(root, '.data') },
})
process.exit(status ?? 1)
