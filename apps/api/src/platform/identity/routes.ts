import { LANGUAGES } from '../tri-text.ts'
import { isOwnPath } from './own-path.ts'
import { OIDC_PROVIDER } from './oidc.ts'

type Check = (value: unknown) => boolean

/** One door of the sign-in service: what may come in, and what is always added. */
export interface AuthRoute {
  method: 'GET' | 'POST'
  path: string
  /** The fields a body may hold; anything else is refused, so the library's other options stay out of reach. */
  fields?: Record<string, Check>
  forced?: Record<string, unknown>
  /** Refused without a live session of ours, before the library looks. */
  session?: true
  /** Answered by the service that knows the other identity provider. */
  oidc?: true
}

const text: Check = (value) => typeof value === 'string' && value.length <= 2000
const language: Check = (value) => LANGUAGES.some((known) => known === value)
const yesOrNo: Check = (value) => typeof value === 'boolean'
const name: Check = (value) => typeof value === 'string' && /^[^\p{Cc}<>]{1,200}$/u.test(value) && value.trim() !== ''

/** Every door there is. Sign-up, address changes, deletion and the rest of the library are not here, thus not served. */
export const AUTH_ROUTES: AuthRoute[] = [
  { method: 'POST', path: '/sign-in/email', fields: { email: text, password: text, rememberMe: yesOrNo } },
  { method: 'POST', path: '/sign-out', fields: {} },
  { method: 'POST', path: '/revoke-sessions', fields: {}, session: true },
  { method: 'POST', path: '/reset-password', fields: { token: text, newPassword: text } },
  {
    method: 'POST',
    path: '/change-password',
    fields: { currentPassword: text, newPassword: text },
    forced: { revokeOtherSessions: true },
    session: true,
  },
  { method: 'POST', path: '/update-user', fields: { name, language }, session: true },
  { method: 'POST', path: '/two-factor/enable', fields: { password: text }, session: true },
  { method: 'POST', path: '/two-factor/disable', fields: { password: text }, session: true },
  { method: 'POST', path: '/two-factor/generate-backup-codes', fields: { password: text }, session: true },
  // Without "trust this device": a stolen laptop would carry the second factor along.
  { method: 'POST', path: '/two-factor/verify-totp', fields: { code: text } },
  { method: 'POST', path: '/two-factor/verify-backup-code', fields: { code: text } },
  {
    method: 'POST',
    path: '/sign-in/social',
    fields: { callbackURL: isOwnPath, errorCallbackURL: isOwnPath },
    forced: { provider: OIDC_PROVIDER, disableRedirect: true },
    oidc: true,
  },
  { method: 'GET', path: `/callback/${OIDC_PROVIDER}`, oidc: true },
]

/** The body the library gets, or why this one is refused. */
export function admittedBody(route: AuthRoute, raw: string | undefined): { body: string } | { refused: string } {
  const given = parsed(raw)
  if (given === undefined) return { refused: 'INVALID_BODY' }
  for (const [field, value] of Object.entries(given)) {
    const check = Object.hasOwn(route.fields ?? {}, field) ? route.fields![field]! : undefined
    if (!check) return { refused: 'FIELD_NOT_ALLOWED' }
    if (!check(value)) return { refused: 'INVALID_FIELD' }
  }
  return { body: JSON.stringify({ ...given, ...route.forced }) }
}

function parsed(raw: string | undefined): Record<string, unknown> | undefined {
  if (!raw) return {}
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
