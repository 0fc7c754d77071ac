import type { BetterAuthOptions, GenericEndpointContext } from 'better-auth'
import { APIError } from 'better-auth/api'
import type { Pool } from 'pg'
import { IDLE } from './session-lifetime.ts'
import { newSessionToken } from './session-token.ts'

/** What every new session must be, whichever way the person came in: password, second factor or another provider. */
export const sessionRules = (pool: Pool, allowDemoAccounts: boolean) =>
  ({
    session: {
      create: {
        before: async (session, context) => {
          if (!allowDemoAccounts) await refuseDemo(session.userId, context)
          return {
            data: {
              ...session,
              token: newSessionToken(),
              expiresAt: new Date(Date.now() + IDLE),
              // Nobody reads them here, so we do not keep where and with what a person works.
              ipAddress: null,
              userAgent: null,
            },
          }
        },
        after: async ({ userId }) => {
          await pool.query('DELETE FROM auth.session WHERE "userId" = $1 AND "expiresAt" <= now()', [userId])
        },
      },
    },
    account: {
      create: {
        // Tokens of another provider open that provider's doors; we only need to know who came.
        before: async (account) => ({
          data: { ...account, accessToken: null, refreshToken: null, idToken: null },
        }),
      },
    },
  }) satisfies BetterAuthOptions['databaseHooks']

/** Asks through the library: it may hold a transaction, and a second connection per request could use up the pool. */
async function refuseDemo(userId: string, context: GenericEndpointContext | null): Promise<void> {
  const user = await context?.context.internalAdapter.findUserById(userId)
  if ((user as { demo?: unknown } | null | undefined)?.demo === false) return
  throw new APIError('FORBIDDEN', {
    code: 'DEMO_ACCOUNT_REFUSED',
    message: 'Demonstration accounts do not work on this service',
  })
}
