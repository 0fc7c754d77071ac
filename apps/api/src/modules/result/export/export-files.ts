import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** How long a file of answers can be loaded. */
export const EXPORT_HOURS = 24

/** Where files of answers lie until they expire. */
export const exportsFolder = (dataDir: string): string => path.join(dataDir, 'exports')

/** The place of a file; its name is one of ours, never from outside. */
export function exportPath(dataDir: string, fileName: string): string {
  if (!/^[0-9a-f-]{36}-\d+\.[a-z]+$/.test(fileName)) throw new Error('That is no name of an export.')
  return path.join(exportsFolder(dataDir), fileName)
}

/** Makes the folder. */
export const makeExportsFolder = (dataDir: string): Promise<unknown> =>
  mkdir(exportsFolder(dataDir), { recursive: true, mode: 0o700 })

/** Deletes files that have expired, and what runs that died left behind. */
export async function sweepExports(dataDir: string, now = Date.now()): Promise<number> {
  const folder = exportsFolder(dataDir)
  let swept = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name)
    const age = await stat(file).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0,
    )
    const hours = name.endsWith('.part') ? 1 : EXPORT_HOURS
    if (age < hours * 3_600_000) continue
    await rm(file, { force: true })
    swept++
  }
  return swept
}
