import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { passwordFault, type PasswordFault } from './password-rule.ts'
import type { People } from './people.ts'

const MESSAGES: Record<PasswordFault, string> = {
  PASSWORD_TOO_SHORT: 'Password too short',
  PASSWORD_TOO_LONG: 'Password too long',
  PASSWORD_TOO_COMMON: 'This password is too easy to guess',
}

/** What a new password must be, and what ends when it is set. */
export const passwordRules = (people: People): BetterAuthPlugin => ({
  id: 'password-rules',
  hooks: {
    before: [
      {
        matcher: ({ path }) => path === '/reset-password' || path === '/change-password',
        handler: createAuthMiddleware(async (ctx) => {
          const email = ctx.path === '/change-password' ? (await getSessionFromCtx(ctx))?.user.email : undefined
          const fault = passwordFault(String(ctx.body?.newPassword ?? ''), email)
          if (fault) throw new APIError('BAD_REQUEST', { code: fault, message: MESSAGES[fault] })
        }),
      },
    ],
    after: [
      {
        matcher: ({ path }) => path === '/change-password',
        handler: createAuthMiddleware(async (ctx) => {
          const user = ctx.context.session?.user
          if (user && !isAPIError(ctx.context.returned)) await people.forgetPendingProofs(user.id)
        }),
      },
    ],
  },
})
