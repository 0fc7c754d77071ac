import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runningInstance } from './project.mjs'
import { Sentence } from './sentence.mjs'

const words = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of that path is a file',
  EEXIST: 'it is a file',
  ENOENT: 'part of that path cannot be made',
}

/** Makes sure that the data folder is there and can be written. */
export function checkDataFolder(dataDir) {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.W_OK)
    const probe = path.join(dataDir, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new Sentence(
      `VISES keeps its data in ${dataDir} and cannot write there (${words[error.code] ?? error.message}). ` +
        'Choose another folder: VISES_DATA_DIR=/some/folder npm start',
    )
  }
}

/** Reads a port number from a setting. */
export function portFrom(setting, fallback) {
  const port = Number(setting || fallback)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Sentence(`PORT=${setting} is not a port number: choose one from 1 to 65535.`)
}

/** Makes sure that no other run has the data folder. */
export async function checkNotRunning(dataDir, command) {
  let running = await runningInstance(dataDir)
  // one that was just told to stop may need a moment for its last requests
  for (let waited = 0; running && waited < 3000; waited += 100) {
    await sleep(100)
    running = await runningInstance(dataDir)
  }
  if (!running) return
  throw new Sentence(
    `VISES is already running on ${dataDir} (${running.url}, process ${running.pid}). ` +
      `For a second one: PORT=${running.port + 1} VISES_DATA_DIR=/another/folder ${command}`,
  )
}

/** Makes sure that nobody else listens on the port, before minutes go into an installation. */
export async function checkPort(port, remedy) {
  let reason = await reasonPortIsTaken(port)
  for (let waited = 0; reason === 'EADDRINUSE' && waited < 2000; waited += 100) {
    await sleep(100)
    reason = await reasonPortIsTaken(port)
  }
  if (reason === 'EADDRINUSE') throw new Sentence(`Port ${port} is taken by another program. ${remedy}`)
  if (reason === 'EACCES') throw new Sentence(`This user may not listen on port ${port}. ${remedy}`)
  if (reason) throw new Sentence(`Port ${port} cannot be used (${reason}). ${remedy}`)
}

/** What to type to get another port than this one. */
export const anotherPort = (port, command) => `Choose another port: PORT=${port === 4000 ? 4001 : 4000} ${command}`

/** Node's own `recursive` runs in circles where a folder cannot be made although its parent is there, as in /proc. */
function makeFolder(folder) {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

function reasonPortIsTaken(port) {
  return new Promise((resolve) => {
    const probe = createServer().once('error', (error) => resolve(error.code))
    probe.listen(port, process.env.HOST ?? '127.0.0.1', () => probe.close(() => resolve(undefined)))
  })
}
