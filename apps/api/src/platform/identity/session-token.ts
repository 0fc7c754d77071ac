import { createHash, randomBytes } from 'node:crypto'

/** A new session's secret: 256 bits, known to one browser only. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of it: who reads a dump or a backup cannot be anyone. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
