import type { Pool } from 'pg'
import { sessionTokenIn, type CookieRules } from './session-cookie.ts'
import { renewedEnd } from './session-lifetime.ts'
import { tokenHash } from './session-token.ts'

/** Who is at the other end of a request. */
export interface SessionIdentity {
  userId: string
  sessionId: string
  hasTwoFactor: boolean
}

/** The headers of a request, as Node or as the web platform gives them. */
export type RequestHeaders = Headers | { cookie?: string | undefined }

interface SessionRow {
  id: string
  userId: string
  createdAt: Date
  expiresAt: Date
  hasTwoFactor: boolean
}

/** Reads and ends sessions; each look-up asks the database, so a session that ended is dead everywhere at once. */
export function createSessions(pool: Pool, rules: CookieRules, secret: string, allowDemoAccounts: boolean) {
  return {
    /** The live session behind a request's cookie, kept alive by being used. */
    async sessionOf(headers: RequestHeaders): Promise<SessionIdentity | undefined> {
      const cookies = headers instanceof Headers ? (headers.get('cookie') ?? undefined) : headers.cookie
      const token = sessionTokenIn(cookies, rules, secret)
      if (token === undefined) return undefined
      const { rows } = await pool.query<SessionRow>({
        name: 'identity-session',
        text: SESSION,
        values: [tokenHash(token), allowDemoAccounts],
      })
      const session = rows[0]
      if (!session) return undefined
      const end = renewedEnd(session, new Date())
      if (end) await pool.query(RENEW, [session.id, end])
      return { userId: session.userId, sessionId: session.id, hasTwoFactor: session.hasTwoFactor }
    },

    /** Signs a person out of every device: after a role changed, a person left, or a password was set for them. */
    async endSessionsOf(userId: string): Promise<void> {
      await pool.query('DELETE FROM auth.session WHERE "userId" = $1', [userId])
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>

const SESSION = `
  SELECT s.id, s."userId", s."createdAt", s."expiresAt", coalesce(u."twoFactorEnabled", false) AS "hasTwoFactor"
  FROM auth.session s JOIN auth."user" u ON u.id = s."userId"
  WHERE s.token = $1 AND s."expiresAt" > now() AND (NOT u.demo OR $2)`

const RENEW = `UPDATE auth.session SET "expiresAt" = $2, "updatedAt" = now() WHERE id = $1 AND "expiresAt" > now()`
