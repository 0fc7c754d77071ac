import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import peggy from 'peggy'

// Writes the parser of expressions from its grammar; with --check it only says whether it is out of date.
const folder = path.join(import.meta.dirname, 'src', 'expression')
const target = path.join(folder, 'grammar.parser.js')
const grammar = readFileSync(path.join(folder, 'grammar.peggy'), 'utf8')
const parser = peggy.generate(grammar, { output: 'source', format: 'es' })
const same = (() => {
  try {
    return readFileSync(target, 'utf8') === parser
  } catch {
    return false
  }
})()

if (!same && process.argv.includes('--check')) {
  console.error('packages/questionnaire/src/expression/grammar.parser.js is out of date: npm run generate')
  process.exitCode = 1
} else if (!same) writeFileSync(target, parser)
