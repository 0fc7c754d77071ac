import type { Language } from '../language.ts'

/** A refusal of the sign-in service, by its code. */
export class IdentityError extends Error {
  override name = 'IdentityError'
  constructor(readonly code: string) {
    super(code)
  }
}

async function post<Answer = unknown>(path: string, body: Record<string, unknown> = {}): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    throw new IdentityError('OFFLINE')
  }
  const answer = (await response.json().catch(() => undefined)) as ({ code?: string } & Answer) | undefined
  if (response.ok) return answer as Answer
  if (response.status === 429) throw new IdentityError('TOO_MANY_ATTEMPTS')
  if (response.status >= 502) throw new IdentityError('OFFLINE')
  throw new IdentityError(answer?.code ?? 'UNKNOWN')
}

/** The sign-in service of the API. */
export const identity = {
  /** Answers whether a second factor is still asked for. */
  async signIn(email: string, password: string): Promise<'signedIn' | 'codeNeeded'> {
    const answer = await post<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
    return answer?.twoFactorRedirect ? 'codeNeeded' : 'signedIn'
  },
  verifyCode: (code: string) => post('/two-factor/verify-totp', { code: code.replace(/\s/g, '') }),
  verifyBackupCode: (code: string) => post('/two-factor/verify-backup-code', { code: code.trim() }),
  /** Leaves for the other identity provider. */
  async signInElsewhere(returnTo: string, failedTo: string): Promise<void> {
    const { url } = await post<{ url: string }>('/sign-in/social', {
      callbackURL: returnTo,
      errorCallbackURL: failedTo,
    })
    location.assign(url)
  },
  signOut: () => post('/sign-out'),
  signOutEverywhere: () => post('/revoke-sessions'),
  askForReset: (email: string) => post('/request-password-reset', { email }),
  resetPassword: (token: string, newPassword: string) => post('/reset-password', { token, newPassword }),
  changePassword: (currentPassword: string, newPassword: string) =>
    post('/change-password', { currentPassword, newPassword }),
  updateProfile: (profile: { name?: string; language?: string }) => post('/update-user', profile),
  enableTwoFactor: (password: string) =>
    post<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', { password }),
  disableTwoFactor: (password: string) => post('/two-factor/disable', { password }),
  newBackupCodes: (password: string) =>
    post<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password }),
}

export interface DemoAccount {
  email: string
  name: string
  role: string
  /** One line on who this is. */
  who: Record<Language, string>
}

/** What a visitor may know of this installation. */
export interface Site {
  demo: boolean
  oidcName: string | null
  smtp: boolean
  /** Accounts to try, on a demo only. */
  accounts?: DemoAccount[]
  /** The one password of the demo accounts. */
  demoPassword?: string
}

let site: Promise<Site> | undefined

/** Asked once per visit; a failure is asked again. */
export function readSite(): Promise<Site> {
  site ??= fetch('/api/site', { credentials: 'same-origin' })
    .then((response) => {
      if (!response.ok) throw new IdentityError('OFFLINE')
      return response.json() as Promise<Site>
    })
    .catch((error: unknown) => {
      site = undefined
      throw error
    })
  return site
}
