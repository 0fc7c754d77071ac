import { createHmac } from 'node:crypto'
import { deriveKey } from '../../platform/env.ts'

/**
 * A keyed hash of what a device sent, by which a submission that comes again is known as the same. Keyed, so that it
 * confirms nothing to who holds the database; over the words sent, so that it does not change with a calculated value.
 */
export function digestOf(secret: string, sent: unknown): Buffer {
  return createHmac('sha256', deriveKey(secret, 'answer digest')).update(canonical(sent)).digest().subarray(0, 16)
}

/** JSON in which the order of keys does not count. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
