// npm test: everything that must hold before a change goes in. Its last line is the count.
import './lib/require-node.mjs'
import * as suite from './lib/suite.mjs'
import { runSuite } from './lib/suite-command.mjs'

await runSuite(() => [
  [suite.format, suite.lint, suite.versions, suite.lockfile],
  [suite.build],
  [suite.types, suite.generated, suite.dependencyRules, suite.unusedCode],
  [suite.scriptTests()],
  // each of these uses both cores by itself
  ...suite.workspaceTests('test').map((stage) => [stage]),
  [suite.browserTests()],
])
