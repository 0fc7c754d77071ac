import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware, isAPIError } from 'better-auth/api'

/** Who signs in over an older session leaves none behind: the id that was in the cookie before is dead at once. */
export const sessionRotation = (): BetterAuthPlugin => ({
  id: 'session-rotation',
  hooks: {
    after: [
      {
        matcher: () => true,
        handler: createAuthMiddleware(async (ctx) => {
          const fresh = ctx.context.newSession?.session.token
          // A sign-in that waits for its code has no session yet, but has already taken the old cookie away.
          const waiting = ctx.path === '/sign-in/email' && !isAPIError(ctx.context.returned)
          if (!fresh && !waiting) return
          const former = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
          if (former && former !== fresh) await ctx.context.internalAdapter.deleteSession(former)
        }),
      },
    ],
  },
})
