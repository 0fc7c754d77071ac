// npm run -s xlsform -- check <file.xlsx>: prints the questionnaire of a workbook as JSON, or what is not supported.
// npm run -s xlsform -- export <model.json> <file.xlsx>: writes a questionnaire as a workbook.
import './lib/require-node.mjs'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './lib/built.mjs'
import { orSentence } from './lib/sentence.mjs'

await orSentence(async () => {
  await import(pathToFileURL(await ensureBuilt('xlsform')).href)
})
