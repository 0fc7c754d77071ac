import type { Attempts } from './attempts.ts'
import type { AuthService } from './auth-service.ts'
import type { Background } from './background.ts'
import { clientKey } from './client-key.ts'
import { LIMITS } from './limits.ts'
import { normalEmail } from './normal-email.ts'

interface Parts {
  auth: AuthService
  attempts: Attempts
  background: Background
}

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,255}$/

/**
 * Takes requests for a new password. The answer leaves before anyone looks whether the account exists: what happens
 * behind it (a link, a mail, or nothing) can neither be read from it nor timed.
 */
export function createResetRequests({ auth, attempts, background }: Parts) {
  return {
    async ask(raw: string | undefined, ip: string): Promise<'asked' | 'invalid' | 'tooMany'> {
      const email = emailIn(raw)
      if (email === undefined) return 'invalid'
      const counted =
        (await attempts.take({ limit: LIMITS.resetByClient, whose: clientKey(ip) })) &&
        (await attempts.take({ limit: LIMITS.reset, whose: email }))
      if (!counted) return 'tooMany'
      background.run(auth.api.requestPasswordReset({ body: { email } }))
      return 'asked'
    },
  }
}

export type ResetRequests = ReturnType<typeof createResetRequests>

function emailIn(raw: string | undefined): string | undefined {
  try {
    const { email } = JSON.parse(raw ?? '') as { email?: unknown }
    return typeof email === 'string' && EMAIL.test(email) ? normalEmail(email) : undefined
  } catch {
    return undefined
  }
}
