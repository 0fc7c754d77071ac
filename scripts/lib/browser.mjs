import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './project.mjs'
import { tool } from './tools.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A browser for the tests: the one on this machine, else the system's package, else Playwright's own. */
export async function ensureBrowser({ runStep }) {
  const present = process.env.CHROMIUM ?? onPath(names) ?? fromPlaywright()
  if (present) return present
  if (process.getuid?.() === 0 && onPath(['apt-get'])) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runStep('apt-get', ['update'], { env })
    await runStep('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
  }
  if (!onPath(names)) await runStep(tool('playwright'), ['install', 'chromium'])
  const installed = onPath(names) ?? fromPlaywright()
  if (!installed) throw new Error('no browser could be found or installed')
  return installed
}

function onPath(wanted) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return wanted.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram)
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function fromPlaywright() {
  const fromTests = createRequire(path.join(root, 'packages', 'e2e', 'package.json'))
  const ask = `console.log(require(${JSON.stringify(fromTests.resolve('@playwright/test'))}).chromium.executablePath())`
  const file = spawnSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).stdout.trim()
  return file && existsSync(file) ? file : undefined
}
