// Imported first by each command, so that an old Node gets a sentence instead of a syntax error somewhere else.
import { reasonToRefuseNode } from './node-version.mjs'

const reason = reasonToRefuseNode(process.versions.node)
if (reason) {
  console.error(reason)
  process.exit(1)
}
