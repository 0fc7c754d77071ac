// npm test: everything that must hold before a change goes in. Its last line is the count.
import './lib/require-node.mjs'
import * as suite from './lib/suite.mjs'
import { runSuite } from './lib/suite-command.mjs'

const tests = suite.workspaceTests('test')
const api = tests.filter(({ name }) => name === 'tests of api')
const others = tests.filter((stage) => !api.includes(stage))

await runSuite(() => [
  [suite.format, suite.lint, suite.versions, suite.lockfile],
  [suite.build],
  [suite.types, suite.scriptTests(), suite.generated, suite.dependencyRules, suite.unusedCode, ...others],
  // each of these uses both cores by itself
  api,
  [suite.browserTests()],
])
