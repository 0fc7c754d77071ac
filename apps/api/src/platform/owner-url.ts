import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from './env.ts'

/**
 * The owner's connection for a command beside the product: the database of one's own, or that of the running instance.
 * @throws Error with one plain sentence when there is neither
 */
export function ownerUrlOf({ databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>): string {
  if (databaseUrl) return databaseUrl
  try {
    return JSON.parse(readFileSync(path.join(dataDir, 'instance.json'), 'utf8')).ownerUrl
  } catch {
    throw new Error('VISES is not running here: start it first with npm start.')
  }
}
