import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import base from './jest.config.mjs'

const { globalSetup: _setup, globalTeardown: _teardown, testMatch: _match, ...config } = base

/** @type {import('jest').Config} The tests of pure rules: those that never ask for a database. */
export default { ...config, testMatch: pureTests().map((file) => `<rootDir>/${file}`) }

function pureTests() {
  const source = path.join(import.meta.dirname, 'src')
  const all = readdirSync(source, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(source, file))
  const needsDatabase = /test\/world\.ts|TEST_OWNER_URL|identity-bench|aDatabase/
  return all
    .filter((file) => !needsDatabase.test(readFileSync(file, 'utf8')))
    .map((file) => path.relative(import.meta.dirname, file))
}
