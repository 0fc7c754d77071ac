import { COMMON_PASSWORDS } from './common-passwords.ts'

/** Length bounds of a password; nothing is cut off, longer ones are refused. */
export const PASSWORD_LEAST = 10
export const PASSWORD_MOST = 200

export type PasswordFault = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_COMMON'

/**
 * Why a password is not good enough, or nothing. Decoration does not help a common one: `Wachtwoord2026!` is judged as
 * `wachtwoord`, while `wachtwoord van de buren` stays a good passphrase.
 */
export function passwordFault(password: string, email?: string): PasswordFault | undefined {
  // People count signs; one sign can be two units, and the upper bound is the library's, which counts units.
  if ([...password].length < PASSWORD_LEAST) return 'PASSWORD_TOO_SHORT'
  if (password.length > PASSWORD_MOST) return 'PASSWORD_TOO_LONG'
  const plain = password.normalize('NFKC').toLowerCase()
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const common = COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(bare) || ONLY_DIGITS_AND_MARKS.test(plain)
  if (common || REPETITION.test(plain) || plain === email?.toLowerCase()) return 'PASSWORD_TOO_COMMON'
  return undefined
}

/** Dates, telephone numbers, rows of keys. */
const ONLY_DIGITS_AND_MARKS = /^[\u0020-\u0040[-`{-~]*$/

/** `aaaaaaaaaa`, `ababababab`, `abcabcabcabc`: a pattern of up to four signs and nothing else. */
const REPETITION = /^(.{1,4}?)\1+.{0,3}$/su
