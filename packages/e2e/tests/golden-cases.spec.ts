import { expect, test } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { rolldown } from 'rolldown'

// Answers are checked in the respondent's browser and on the server. Both must come to the same: here the browser runs
// the golden cases that Node runs with the package's own tests.
const tests = path.join(import.meta.dirname, '../../questionnaire/test')

test('the engine of questionnaires passes every golden case in the browser', async ({ page }) => {
  const bundle = await rolldown({ input: path.join(tests, 'golden-runner.ts'), logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'iife', name: 'golden' })
  await page.addScriptTag({ content: output[0].code })

  let run = 0
  for (const name of readdirSync(path.join(tests, 'golden'))) {
    const file = JSON.parse(readFileSync(path.join(tests, 'golden', name), 'utf8'))
    const result = await page.evaluate((cases) => (globalThis as any).golden.failuresOf(cases), file)
    expect(result.failures, name).toEqual([])
    run += result.run
  }
  expect(run).toBeGreaterThanOrEqual(500)
})
