import { rmSync } from 'node:fs'

export default async function tearDown() {
  await globalThis.testServer.stop()
  rmSync(globalThis.testServer.dir, { recursive: true, force: true })
}
