import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { accessTableMarkdown } from './modules/access/access-table.ts'
import { makeSchema } from './schema.ts'

// Writes what is generated from the code and committed; with --check it only says what differs.
const root = path.resolve(import.meta.dirname, '../../..')
const files: Record<string, string> = {
  'packages/schema/schema.graphql': `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`,
  'docs/access-table.md': accessTableMarkdown(),
}
const check = process.argv.includes('--check')
for (const [name, text] of Object.entries(files)) {
  const file = path.join(root, name)
  const same = existsSync(file) && readFileSync(file, 'utf8') === text
  if (same) continue
  if (check) {
    console.error(`${name} is out of date: npm run generate`)
    process.exitCode = 1
  } else {
    writeFileSync(file, text)
    console.log(`wrote ${name}`)
  }
}
