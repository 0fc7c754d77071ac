import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** Where the built product lies: this repository, or another copy of it. */
export const root = path.resolve(process.env.VISES_E2E_ROOT ?? path.join(import.meta.dirname, '../../..'))

const START_MS = 120_000
const STOP_MS = 20_000

/** A running product with a demo of its own. */
export interface Product {
  url: string
  dataDir: string
  /** Ends the process and everything it started, and removes its data. */
  stop(): Promise<void>
}

/** Starts the built product on a free port, with its own database and the demo. */
export async function startProduct(): Promise<Product> {
  const main = path.join(root, 'apps/api/dist/main.mjs')
  for (const file of [main, ...['admin', 'client'].map((app) => path.join(root, `apps/${app}/dist/index.html`))]) {
    if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`)
  }
  const port = await freePort()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'vises-e2e-'))
  const child = spawn(process.execPath, [main], {
    env: { ...ownEnvironment(), PORT: String(port), VISES_DATA_DIR: dataDir, VISES_DEMO: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece.toString()))
  const stop = async () => {
    await end(child)
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  const url = `http://localhost:${port}`
  try {
    await ready(url, child)
  } catch (error) {
    await stop()
    throw new Error(`The product did not start. ${(error as Error).message}\n${output}`, { cause: error })
  }
  return {
    url,
    dataDir,
    stop: async () => {
      // What the product complained about while the tests ran helps to understand a failure.
      const complaints = output.split('\n').filter((line) => line.startsWith('{'))
      await stop()
      for (const line of complaints.slice(-20)) console.log(`The product wrote: ${line.slice(0, 600)}`)
    },
  }
}

/** The environment without what an operator may have set for a real installation. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VISES_|DATABASE_URL$|SMTP_URL$|PORT$|HOST$|NODE_ENV$|PG)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`It was not ready after ${START_MS / 1000} seconds.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(timer)
}
