import { test as base } from '@playwright/test'

/** Tests of the product that the global setup started. */
export const test = base.extend({
  baseURL: async ({}, use) => {
    await use(process.env.VISES_E2E_URL)
  },
})
export { expect } from '@playwright/test'
