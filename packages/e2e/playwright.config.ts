import { defineConfig } from '@playwright/test'
import type { ReporterDescription } from '@playwright/test'
import { existsSync } from 'node:fs'

const reporters: ReporterDescription[] = [['line']]
// The file is named by PLAYWRIGHT_JSON_OUTPUT_NAME itself.
if (process.env.PLAYWRIGHT_JSON_OUTPUT_NAME) reporters.push(['json'])

/** The built product in a real browser. Build first: nothing here builds. */
export default defineConfig({
  testDir: './tests',
  outputDir: '../../test-results/browser',
  globalSetup: './support/global-setup.ts',
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: reporters,
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        locale: 'fr-BE',
        timezoneId: 'Europe/Brussels',
        actionTimeout: 15_000,
        navigationTimeout: 20_000,
        screenshot: 'only-on-failure',
        launchOptions: {
          // The system's browser, else the one that Playwright brings.
          executablePath: process.env.CHROMIUM ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
  ],
})
