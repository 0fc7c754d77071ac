import { startProduct } from './product.ts'

/** Starts the product once for all tests; what it answers stops it again. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const product = await startProduct()
  process.env.VISES_E2E_URL = product.url
  return () => product.stop()
}
