// npm run -s mail:retry [-- --list]: tells which mails wait and why, and sends on what failed.
import './lib/require-node.mjs'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './lib/built.mjs'
import { dataFolder } from './lib/project.mjs'
import { orSentence } from './lib/sentence.mjs'

await orSentence(async () => {
  process.env.VISES_DATA_DIR = dataFolder()
  await import(pathToFileURL(await ensureBuilt('mail-retry')).href)
})
