import type { Limit } from './attempts.ts'

/** How often what may be tried. Successes are given back where a success can be told, so these count failures. */
export const LIMITS = {
  /** Passwords tried for one account from devices it does not know: all strangers together share these ten. */
  password: { kind: 'password', most: 10, minutes: 15 },
  /** Passwords tried from one device that signed in to the account before: strangers cannot use these up. */
  passwordOnDevice: { kind: 'password-device', most: 10, minutes: 15 },
  /** Passwords asked again inside a session (change password, second factor): only its owner can use these up. */
  passwordInSession: { kind: 'password-session', most: 10, minutes: 15 },
  /** Passwords tried by one client, whatever the account: one guess on each of thousands stops here. */
  passwordByClient: { kind: 'password-client', most: 100, minutes: 15 },
  code: { kind: 'code', most: 5, minutes: 15 },
  codeOnDevice: { kind: 'code-device', most: 5, minutes: 15 },
  /** A code opens once, although the authenticator shows it for a while. */
  sameCode: { kind: 'same-code', most: 1, minutes: 3 },
  reset: { kind: 'reset', most: 5, minutes: 60 },
  resetByClient: { kind: 'reset-client', most: 20, minutes: 60 },
  /** Reset links tried by one client. They cannot be guessed; each try costs us a password hash. */
  newPasswordByClient: { kind: 'new-password-client', most: 30, minutes: 60 },
} as const satisfies Record<string, Limit>
