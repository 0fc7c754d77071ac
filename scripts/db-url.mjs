// npm run -s db:url: prints the connection string of the running instance, as the role that owns the tables.
import './lib/require-node.mjs'
import { dataFolder, runningInstance } from './lib/project.mjs'
import { orSentence, Sentence } from './lib/sentence.mjs'

await orSentence(async () => {
  const dataDir = dataFolder()
  const instance = await runningInstance(dataDir)
  if (!instance) throw new Sentence(`No VISES is running on ${dataDir}: start it with npm start.`)
  console.log(instance.ownerUrl)
})
