// npm run check: the fast half of npm test, for while you work.
import './lib/require-node.mjs'
import * as suite from './lib/suite.mjs'
import { runSuite } from './lib/suite-command.mjs'

await runSuite(() => [
  [suite.format, suite.lint],
  [suite.build],
  [suite.types, suite.generated, suite.dependencyRules, ...suite.workspaceTests('test:unit')],
])
