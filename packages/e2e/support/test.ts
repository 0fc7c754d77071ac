import { test as base } from '@playwright/test'

/** Tests of the product that the global setup started. */
export const test = base.extend<{ ownWindows: void }>({
  // What a test opened goes with it: a page that is left open goes on asking the server.
  ownWindows: [
    async ({ browser }, use) => {
      const before = browser.contexts()
      await use()
      await Promise.all(browser.contexts().map((one) => !before.includes(one) && one.close()))
    },
    { auto: true },
  ],
  baseURL: async ({}, use) => {
    await use(process.env.VISES_E2E_URL)
  },
})
export { expect } from '@playwright/test'
