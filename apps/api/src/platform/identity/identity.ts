import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Mailer } from '../mail/mailer.ts'
import type { Language } from '../tri-text.ts'
import { createAttempts } from './attempts.ts'
import { passToAuth, type AuthDoor } from './auth-handler.ts'
import { createAuthService, type AuthParts } from './auth-service.ts'
import { createBackground } from './background.ts'
import type { IdentityLog } from './identity-log.ts'
import { createKnownDevices } from './known-device.ts'
import { oidcProvider, type OidcSettings } from './oidc.ts'
import { createPeople, type NewPerson, type Person } from './people.ts'
import { registerIdentity } from './register-identity.ts'
import { createResetMail } from './reset-mail.ts'
import { createResetRequests } from './reset-requests.ts'
import { cookieRules } from './session-cookie.ts'
import { createSessions, type RequestHeaders, type SessionIdentity } from './sessions.ts'

/** What identity needs to know about this installation. */
export interface IdentitySettings {
  /** Connections as the role of identity, which sees schema `auth` and nothing else. */
  pool: Pool
  /** The address people use, for example `https://vises.example.org`; links and cookies follow it, never a Host header. */
  baseUrl: string
  /** At least 32 characters, kept for years: it signs cookies and encrypts second-factor secrets. */
  secret: string
  mailer: Mailer
  production: boolean
  allowDemoAccounts: boolean
  oidc?: OidcSettings
  log: IdentityLog
  /** The page that takes a new password; it reads the secret from `#token=`. */
  resetPage?: (language: Language) => string
  /** Where another identity provider's failure is shown, as `?error=`. */
  signInPage?: string
}

/** Who people are and that they are who they say; what they may do is decided elsewhere. */
export interface Identity {
  register(app: FastifyInstance): Promise<void>
  sessionOf(headers: RequestHeaders): Promise<SessionIdentity | undefined>
  createUser(person: NewPerson): Promise<{ id: string }>
  findUserByEmail(email: string): Promise<Person | undefined>
  profileOf(userId: string): Promise<Person | undefined>
  setPassword(userId: string, password: string): Promise<void>
  /** Signs someone in through the normal door; its `Set-Cookie` headers go on to the person's browser. */
  signInResponse(credentials: { email: string; password: string }, from?: SignInOrigin): Promise<Response>
  endSessionsOf(userId: string): Promise<void>
  /** Resolves when no mail is on its way any more. */
  settled(): Promise<void>
}

/** The request behind a sign-in that our own code makes. */
export interface SignInOrigin {
  ip?: string
  cookie?: string | undefined
}

/** Builds identity on its database; nothing happens before the first question. */
export function createIdentity(settings: IdentitySettings): Identity {
  const { pool, secret, mailer, allowDemoAccounts, oidc, log } = settings
  if (settings.production && secret.length < 32) throw new Error('The secret of identity needs at least 32 characters')
  const { origin } = new URL(settings.baseUrl)
  const cookies = cookieRules(origin)
  if (settings.production && !cookies.secure) {
    log.warn({}, 'identity: the address is not https, so cookies travel unprotected')
  }
  const background = createBackground(log)
  const people = createPeople(pool)
  const sessions = createSessions(pool, cookies, secret, allowDemoAccounts)
  const parts: AuthParts = {
    pool,
    origin,
    secret,
    signInPage: `${origin}${settings.signInPage ?? '/'}`,
    allowDemoAccounts,
    cookies,
    attempts: createAttempts(pool, secret),
    devices: createKnownDevices(secret),
    people,
    sendResetMail: createResetMail({ mailer, origin, allowDemoAccounts, resetPage: settings.resetPage ?? RESET_PAGE }),
    background,
    log,
  }
  const door: AuthDoor = { auth: createAuthService(parts), origin, log }
  const oidcDoor = oidc && once(() => ({ ...door, auth: createAuthService(parts, [oidcProvider(oidc)]) }))
  const resets = createResetRequests({ auth: door.auth, attempts: parts.attempts, background })

  return {
    register: (app) => registerIdentity(app, { door, oidcDoor, sessions, people, resets, background }),
    sessionOf: sessions.sessionOf,
    createUser: people.createUser,
    findUserByEmail: people.findUserByEmail,
    profileOf: people.profileOf,
    setPassword: people.setPassword,
    signInResponse: (credentials, from) =>
      passToAuth(door, { method: 'POST', path: '/sign-in/email', body: JSON.stringify(credentials), ...from }),
    endSessionsOf: sessions.endSessionsOf,
    settled: background.settled,
  }
}

const RESET_PAGE = (language: Language): string => `/app/${language}/reset-password`

/**
 * A door of its own for the other provider, made when first needed: it fetches that provider's description as it
 * starts, and a provider that does not answer must not keep anyone from signing in with a password.
 */
function once(make: () => AuthDoor): () => AuthDoor {
  let made: AuthDoor | undefined
  return () => (made ??= make())
}
