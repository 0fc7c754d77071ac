import { betterAuth } from 'better-auth'
import type { BetterAuthPlugin } from 'better-auth'
import type { Pool } from 'pg'
import { v7 as uuid } from 'uuid'
import { authTables, secondFactor } from './auth-tables.ts'
import type { Background } from './background.ts'
import { guessRules } from './guess-rules.ts'
import { hashedSessionTokens } from './hashed-session-tokens.ts'
import type { Attempts } from './attempts.ts'
import { kindOf, type IdentityLog } from './identity-log.ts'
import type { KnownDevices } from './known-device.ts'
import { PASSWORD_LEAST, PASSWORD_MOST } from './password-rule.ts'
import { passwordRules } from './password-rules.ts'
import type { People } from './people.ts'
import { RESET_MINUTES, type ResetMail } from './reset-mail.ts'
import type { CookieRules } from './session-cookie.ts'
import { ABSOLUTE } from './session-lifetime.ts'
import { sessionRotation } from './session-rotation.ts'
import { sessionRules } from './session-rules.ts'

/** What the sign-in service is made of. */
export interface AuthParts {
  pool: Pool
  origin: string
  secret: string
  signInPage: string
  allowDemoAccounts: boolean
  cookies: CookieRules
  attempts: Attempts
  devices: KnownDevices
  people: People
  sendResetMail: (mail: ResetMail) => Promise<void>
  background: Background
  log: IdentityLog
}

/** Sets the library up the way this product signs people in; `more` adds another identity provider. */
export function createAuthService(parts: AuthParts, more: BetterAuthPlugin[] = []) {
  const { pool, origin, secret, cookies, people, log } = parts
  return betterAuth({
    ...authTables,
    appName: 'VISES',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: pool,
    databaseHooks: sessionRules(pool, parts.allowDemoAccounts),
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      maxPasswordLength: PASSWORD_MOST,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) =>
        parts.sendResetMail({ user: user as unknown as ResetMail['user'], token }),
      onPasswordReset: async ({ user }) => people.forgetPendingProofs(user.id),
    },
    session: {
      // Only the cookie's age: the row ends earlier, see `session-lifetime.ts`.
      expiresIn: ABSOLUTE / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      encryptOAuthTokens: true,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, requireLocalEmailVerified: true, allowDifferentEmails: false },
    },
    verification: { storeIdentifier: 'hashed' },
    // Ours counts per account and attempt (`guess-rules.ts`); the library's counts per address and path.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Thrown failures come to `auth-handler.ts`; the library would print them, and each refusal, past our log.
    onAPIError: { errorURL: parts.signInPage, throw: true },
    logger: {
      level: 'error',
      // Somebody without an account is no fault of ours; the library names it by its code only.
      log: (_level, message, ...details) =>
        message === 'signup_disabled'
          ? log.warn({}, 'the identity provider sent somebody whose address has no account here')
          : log.error({ kind: kindOf(details) }, message),
    },
    advanced: {
      database: { generateId: () => uuid(), validateSchema: false },
      // The prefix carries `__Host-`; the library by itself would only go as far as `__Secure-`.
      cookiePrefix: cookies.prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: cookies.secure, httpOnly: true, sameSite: 'lax', path: '/' },
      // Said out loud because the library drops both checks when it believes it runs in a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { disableIpTracking: true },
      backgroundTasks: { handler: parts.background.run },
    },
    plugins: [
      hashedSessionTokens(),
      secondFactor(),
      // After the second factor, because only then it is known whether a sign-in is complete.
      guessRules(parts),
      passwordRules(people),
      sessionRotation(),
      ...more,
    ],
  })
}

export type AuthService = ReturnType<typeof createAuthService>
