import type { Submission } from './submit-answer.ts'
import { isLinkToken } from './link-token.ts'

/** A body that no page of ours sends. */
export class Malformed extends Error {}

type Body = Record<string, unknown>

/** The fields of a body. @throws Malformed */
export function bodyOf(body: unknown): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Malformed()
  return body as Body
}

/** The token of a body; empty when it has not the shape of one, which is answered like an unknown one. @throws Malformed */
export function tokenOf({ token }: Body): string {
  if (typeof token !== 'string' || token.length > 200) throw new Malformed()
  return isLinkToken(token) ? token : ''
}

const LANGUAGE = /^[A-Za-z0-9-]{1,35}$/

/** A language tag, where one is given. @throws Malformed */
export function optionalLanguage(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' || !LANGUAGE.test(value)) throw new Malformed()
  return value
}

// Version 4 only: the other versions carry the time or the device.
const RANDOM_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Whether an identifier was made at random. */
export const isRandomId = (id: unknown): id is string => typeof id === 'string' && RANDOM_ID.test(id)

const LARGEST_VERSION = 1_000_000
const MOST_CONSENTS = 100

/** An answer as the page sends it. @throws Malformed */
export function submissionOf(body: Body): Submission {
  const { id, version, answers, seconds, draft, consent } = body
  const language = optionalLanguage(body['language'])
  if (!isRandomId(id) || !isWhole(version, 1, LARGEST_VERSION) || !language) throw new Malformed()
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) throw new Malformed()
  if (seconds !== undefined && typeof seconds !== 'number') throw new Malformed()
  return {
    id: id.toLowerCase(),
    version,
    language,
    answers,
    seconds,
    consent: consent === undefined ? undefined : consentOf(consent),
    draft: draft === undefined ? undefined : draftAddressOf(draft),
  }
}

function consentOf(consent: unknown): Record<string, string> {
  const entries = Object.entries(bodyOf(consent))
  if (entries.length > MOST_CONSENTS || entries.some(([, language]) => !optionalLanguage(language)))
    throw new Malformed()
  return consent as Record<string, string>
}

/** The address of a draft: 32 random bytes. @throws Malformed */
export function draftAddressOf(value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(value)) throw new Malformed()
  return value
}

/** The bytes of a draft. @throws Malformed */
export function draftContentOf(value: unknown): Buffer {
  if (typeof value !== 'string' || value.length === 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) throw new Malformed()
  return Buffer.from(value, 'base64')
}

const PAGE = /^(@start|[A-Za-z_][A-Za-z0-9_.-]{0,99})$/
const MOST_PAGES = 1000

/** The pages a visit has reached. @throws Malformed */
export function pagesOf({ pages }: Body): string[] {
  if (!Array.isArray(pages) || pages.length > MOST_PAGES) throw new Malformed()
  if (!pages.every((page) => typeof page === 'string' && PAGE.test(page))) throw new Malformed()
  return [...new Set(pages as string[])]
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most
