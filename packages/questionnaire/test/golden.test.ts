import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { casesOf, type GoldenFile } from './golden-runner.ts'

const folder = path.join(import.meta.dirname, 'golden')
const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as GoldenFile)

describe.each(files.map((file) => [file.about, casesOf(file)] as const))('%s', (_, cases) => {
  it.each(cases.map(({ name, fails }) => [name, fails] as const))('%s', (_name, fails) => {
    expect(fails()).toBeUndefined()
  })
})

it('runs at least five hundred golden cases, each once', () => {
  const names = files.flatMap((file) => casesOf(file).map(({ name }) => `${file.about}: ${name}`))
  expect(names.length).toBeGreaterThanOrEqual(500)
  expect(new Set(names).size).toBe(names.length)
})
