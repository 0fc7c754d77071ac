import { createHmac, randomBytes } from 'node:crypto'
import { deriveKey } from '../../platform/env.ts'

/** Letters and digits that nobody mistakes for one another, also when they are typed from paper. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 26

/** A new nonce, from which a link's token is made. */
export const newNonce = (): string => randomBytes(16).toString('base64url')

/**
 * The token of a link: 130 bits that follow from the server's secret and the nonce in the row. So a link can be shown
 * again and mailed by a job, while the database holds neither it nor anything from which it can be worked out.
 */
export function linkToken(secret: string, nonce: string): string {
  const bytes = createHmac('sha256', deriveKey(secret, 'collection link')).update(nonce).digest()
  return Array.from({ length: LENGTH }, (_, index) => ALPHABET[bytes[index]! % 32]).join('')
}

/** Whether a text has the shape of a token; what has not is not looked up. */
export const isLinkToken = (text: unknown): text is string => typeof text === 'string' && SHAPE.test(text)

const SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/** The address of the page for a link. What stands behind `#` is sent to no server and written in no log. */
export const linkAddress = (baseUrl: string, token: string): string => `${baseUrl}/q/#${token}`
