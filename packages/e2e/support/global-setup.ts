import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { startProduct } from './product.ts'
import { signInRoles } from './roles.ts'

/** Starts the product once for all tests and signs each role in; what it answers stops the product again. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const product = await startProduct()
  process.env.VISES_E2E_URL = product.url
  process.env.VISES_E2E_PEOPLE = path.join(product.dataDir, 'people')
  try {
    mkdirSync(process.env.VISES_E2E_PEOPLE)
    await signInRoles(product.url, process.env.VISES_E2E_PEOPLE)
  } catch (error) {
    await product.stop()
    throw error
  }
  return () => product.stop()
}
