import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** The folder that holds everything an instance remembers. A relative setting counts from where npm was called. */
export function dataFolder(env = process.env) {
  return path.resolve(env.INIT_CWD ?? '.', env.VISES_DATA_DIR || path.join(root, '.data'))
}

/** The part of the data folder that belongs to the embedded database. */
export const databaseFolder = (dataDir) => path.join(dataDir, 'postgres')

/** What the running instance wrote down about itself, or nothing when none runs. */
export async function runningInstance(dataDir) {
  try {
    const instance = JSON.parse(readFileSync(path.join(dataDir, 'instance.json'), 'utf8'))
    process.kill(instance.pid, 0)
    // after a crash the note stays, and its process number may long be somebody else's
    return (await answers(instance.port)) ? instance : undefined
  } catch {
    return undefined
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const connection = connect({ port, host: process.env.HOST ?? '127.0.0.1', timeout: 1000 })
    const done = (answer) => {
      connection.destroy()
      resolve(answer)
    }
    connection.once('connect', () => done(true))
    connection.once('error', () => done(false))
    connection.once('timeout', () => done(false))
  })
}

/** Every workspace with its package.json. */
export function workspaces() {
  return ['apps', 'packages'].flatMap((group) =>
    readdirSync(path.join(root, group))
      .map((name) => path.join(root, group, name))
      .filter((folder) => existsSync(path.join(folder, 'package.json')))
      .map((folder) => ({ folder, ...JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) })),
  )
}
